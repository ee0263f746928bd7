import type { SessionEvent } from './event.ts';
import type { SessionKind } from './phase.ts';
import { everybodyIn, ROLES, type TestSession } from './test-session.ts';

/* Test support: a session in which every text is a marker of its own, so that a leak names itself. */

const person = (role: string) => ({
  name: `name-of-${role}`,
  phone: `phone-of-${role}`,
  mediaIdentity: `media-of-${role}`,
});

const marked = (kind: SessionKind): SessionEvent => ({
  type: 'session.created',
  sessionId: 'session-id',
  kind,
  practiceName: 'practice-name',
  scheduledAt: 1,
  people: {
    therapist: person('therapist'),
    client: person('client'),
    chaperone: person('chaperone'),
  },
  rooms: { opening: 'room-opening', therapy: 'room-therapy', closing: 'room-closing' },
});

/** Everything that a session can hold, in Ready with a start that waits; go on from here. */
export function markedSession(kind: SessionKind = 'dosing'): TestSession {
  const session = everybodyIn(kind, marked(kind));
  const system = (events: SessionEvent[]) => session.write('system', null, events);
  for (const role of ROLES) {
    system([{ type: 'presence.connected', role, connectionId: `second-connection-of-${role}` }]);
    if (role !== 'therapist') {
      const { name, phone } = person(role);
      system([
        { type: 'lobby.entered', role, name, phone },
        { type: 'participant.admitted', role },
      ]);
    }
  }
  session.system({ type: 'device.ask', role: 'client', requestId: 'request-open' });
  session.system({ type: 'device.ask', role: 'chaperone', requestId: 'request-refused' });
  session.must('therapist', { type: 'device.refuse', requestId: 'request-refused' });
  session.advance();
  session.must('therapist', { type: 'prompt.offer', promptId: 'feet' }, 'offer-replaced');
  session.must('therapist', { type: 'prompt.offer', promptId: 'hand-on-chest' }, 'offer-now');
  const raise = (kind: 'go_now' | 'please_come', id: string) =>
    session.must('therapist', { type: 'alert.raise', kind, reason: `reason-of-${id}` }, id);
  raise('please_come', 'alert-resolved');
  session.must('therapist', { type: 'alert.resolve', alertId: 'alert-resolved' });
  raise('go_now', 'alert-open');
  session.must('chaperone', { type: 'alert.going', alertId: 'alert-open' });
  return session;
}

/** Every text in a value, however deep, keys too. */
export function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [key, ...texts(inner)]);
}

/** Every field in a value by its path; `[]` stands for any place in a list. */
export function fields(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return [path];
  const list = Array.isArray(value);
  const inner = Object.entries(value).flatMap(([key, v]) =>
    fields(v, list ? `${path}[]` : `${path}.${key}`),
  );
  return [...new Set(inner.length > 0 ? inner : [path])];
}
