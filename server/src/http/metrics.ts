import { isDosed, type SessionState } from '@sojourn/shared/session/state';
import { AlertPriority, isOpen } from '@sojourn/shared/session/alert';
import { isOver } from '@sojourn/shared/session/phase';
import { Router } from 'express';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';

/** Counts for an outside monitor: no IDs, no words of anybody (WD1). */
export interface Metrics {
  routes: Router;
  command(code: string, ms: number): void;
  committed(state: SessionState): void;
  delivery(channel: string, state: string): void;
  timerLate(ms: number): void;
}

/** @param live the sessions that are open now */
export function createMetrics(live: () => Promise<SessionState[]>): Metrics {
  const register = new Registry();
  const registers = [register];
  const commands = new Histogram({
    name: 'sojourn_command_seconds',
    help: 'From a press to its committed answer, by its outcome',
    labelNames: ['code'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
    registers,
  });
  const raised = new Counter({
    name: 'sojourn_alerts_raised_total',
    help: 'Alerts raised, by kind',
    labelNames: ['kind'],
    registers,
  });
  const deliveries = new Counter({
    name: 'sojourn_deliveries_total',
    help: 'Messages to phones, by channel and what became of them',
    labelNames: ['channel', 'state'],
    registers,
  });
  const late = new Histogram({
    name: 'sojourn_timer_late_seconds',
    help: 'How long after its time a timer fired',
    buckets: [0.01, 0.05, 0.25, 1, 2, 10],
    registers,
  });
  const known = new Map<string, Set<string>>();
  const sessions = new Gauge({
    name: 'sojourn_sessions',
    help: 'Open sessions, and those in which somebody is dosed',
    labelNames: ['standing'],
    registers: [],
    async collect() {
      const open = await live();
      this.set({ standing: 'open' }, open.length);
      this.set({ standing: 'dosed' }, open.filter(isDosed).length);
    },
  });
  const alerts = new Gauge({
    name: 'sojourn_alerts_open',
    help: 'Alerts that are not resolved, by priority',
    labelNames: ['priority'],
    registers: [],
    async collect() {
      const open = (await live()).flatMap((state) => state.alerts.filter(isOpen));
      for (const priority of AlertPriority.options) {
        const count = open.filter((alert) => alert.priority === priority).length;
        this.set({ priority }, count);
      }
    },
  });
  register.registerMetric(sessions);
  register.registerMetric(alerts);

  const routes = Router();
  routes.get('/metrics', async (_request, response) => {
    response.type(register.contentType).send(await register.metrics());
  });
  return {
    routes,
    command: (code, ms) => commands.observe({ code }, ms / 1_000),
    committed({ sessionId, alerts: all, phase }) {
      const before = known.get(sessionId);
      for (const { alertId, kind } of all) if (!before?.has(alertId)) raised.inc({ kind });
      if (isOver(phase)) known.delete(sessionId);
      else known.set(sessionId, new Set(all.map(({ alertId }) => alertId)));
    },
    delivery: (channel, state) => deliveries.inc({ channel, state }),
    timerLate: (ms) => late.observe(ms / 1_000),
  };
}
