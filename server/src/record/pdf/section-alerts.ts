import { ALERT_WORDS } from '@sojourn/shared/session/event-words-alert';
import { alertsIn, type AlertFact } from './alerts.ts';
import { minute, who, type Facts } from './facts.ts';
import { lasted } from './local-time.ts';
import { paragraph, section, type Sheet } from './sheet.ts';
import { ALARM, BODY, BODY_BOLD, BODY_MUTED, inColour, LABEL } from './style.ts';
import { table, type Cell } from './table.ts';

export function drawAlerts(sheet: Sheet, facts: Facts): void {
  const alerts = alertsIn(facts.record.events);
  if (facts.state.kind !== 'dosing' && alerts.length === 0) return;
  section(sheet, 'Alerts', () => {
    if (alerts.length === 0) return paragraph(sheet, 'No alert was raised.', BODY_MUTED);
    table(
      sheet,
      [
        { head: 'Raised', width: 60 },
        { head: 'Min', width: 32, align: 'right' },
        { head: 'Alert', width: 168 },
        { head: 'Seen', width: 62 },
        { head: 'Going', width: 62 },
        { head: 'With them', width: 66 },
        { head: 'Resolved', width: 66 },
      ],
      alerts.map((alert) => ({ cells: cellsOf(facts, alert) })),
    );
    sheet.y += 3;
    paragraph(sheet, 'Below each time: minutes and seconds since the alert was raised.', LABEL);
  });
}

function cellsOf(facts: Facts, alert: AlertFact): Cell[] {
  const { local } = facts;
  const { at, kind, priority, by, reasons, repeats, handedOver } = alert;
  const reached = (moment: number | undefined, instead = '–'): Cell =>
    moment === undefined
      ? instead
      : [
          { text: local.time(moment), style: BODY },
          { text: `+${lasted(moment - at.raised)}`, style: LABEL },
        ];
  const title = priority === 'high' ? inColour(BODY_BOLD, ALARM) : BODY_BOLD;
  const again =
    repeats === 0 ? '' : `; pressed again ${repeats === 1 ? 'once' : `${repeats} times`}`;
  return [
    local.time(at.raised),
    minute(facts, at.raised),
    [
      { text: `${ALERT_WORDS[kind]} (${priority})`, style: title },
      {
        text: `${by === 'system' ? 'noticed by the server' : `by the ${who(by).toLowerCase()}`}${again}`,
        style: LABEL,
      },
      ...reasons.map((text) => ({ text, style: BODY })),
    ],
    reached(at.seen),
    reached(at.going),
    reached(at.with_client, handedOver ? 'handed over' : '–'),
    reached(at.resolved, 'open'),
  ];
}
