import { expect, test } from 'vitest';
import { fields, markedSession } from './test-markers.ts';
import { PHASES, ROLES, type TestSession } from './test-session.ts';
import { view } from './view.ts';

/*
 * Every field of every view. A new one fails here until somebody has asked whether this role may know
 * it, and has listed it.
 */
const person = (role: string) =>
  ['role', 'name', 'admission', 'connected', 'connectionChangedAt'].map(
    (field) => `.people.${role}.${field}`,
  );
const alert = ['alertId', 'kind', 'priority', 'raisedBy', 'state', 'repeats', 'lastPressedAt'].map(
  (f) => `.alerts[].${f}`,
);
const reached = ['raised', 'seen', 'going', 'with_client', 'resolved'].map(
  (state) => `.alerts[].at.${state}`,
);
const prompt = [
  'offerId',
  'promptId',
  'offeredBy',
  'state',
  'offeredAt',
  'shownAt',
  'answeredAt',
  'slowerAskedAt',
];
const room = [
  ...['screen', 'sessionId', 'revision', 'kind', 'scheduledAt', 'phase', 'phaseSince', 't0'].map(
    (f) => `.${f}`,
  ),
  '.media',
  '.media.therapist',
  '.media.client',
  '.media.chaperone',
  '.alerts',
  '.prompt',
  ...ROLES.flatMap(person),
  ...alert,
  ...reached,
];

const FIELDS = {
  therapist: [
    ...room,
    '.cancelReason',
    '.lastMoveRevision',
    '.dose.startedAt',
    '.dose.clientReadyAt',
    '.dose.t0',
    '.phones.client',
    '.phones.chaperone',
    '.alerts[].reason',
    ...['requestId', 'role', 'askedAt', 'answer'].map((field) => `.devices[].${field}`),
    ...prompt.map((field) => `.prompts[].${field}`),
  ],
  client: [...room, '.ready', '.chaperonePhone', ...prompt.map((field) => `.prompt.${field}`)],
  chaperone: [...room, '.therapistPhone', '.alerts[].reason'],
};
/** Stand for a list or an object that is empty in some states. */
const EMPTY = ['.media', '.alerts', '.prompt'];

const states = (): TestSession[] => [
  ...PHASES.dosing.slice(2, -2).map((phase) => {
    const session = markedSession();
    session.must('client', { type: 'prompt.respond', offerId: 'offer-now', response: 'slower' });
    return session.goTo(phase);
  }),
  markedSession('preparation'),
  markedSession().goTo('cancelled'),
];

function fieldsEver(role: (typeof ROLES)[number]): string[] {
  const all = states().flatMap((session) => {
    session.must('chaperone', { type: 'alert.seen', alertId: 'alert-open' });
    return [...fields(view(session.state, role))];
  });
  // An alert with every step, and release, where everybody has media.
  const full = markedSession().goTo('release');
  for (const type of ['alert.seen', 'alert.with_client'] as const) {
    full.must('chaperone', { type, alertId: 'alert-open' });
  }
  full.must('client', { type: 'alert.raise', kind: 'help' }, 'alert-second');
  full.must('chaperone', { type: 'alert.seen', alertId: 'alert-second' });
  all.push(...fields(view(full.state, role)));
  return [...new Set(all)].filter((field) => !EMPTY.includes(field)).toSorted();
}

test.each(ROLES)(
  '[SC1] the view of the %s has exactly the listed fields: a new one is not told before it is listed',
  (role) => {
    const listed = FIELDS[role].filter((field) => !EMPTY.includes(field));
    const expected =
      role === 'therapist' ? listed : listed.filter((field) => field !== '.alerts[].at.resolved');
    expect(fieldsEver(role)).toEqual(expected.toSorted());
  },
);

test.each(['client', 'chaperone'] as const)(
  '[LO4 SC1] the lobby view of the %s has exactly the listed fields',
  (role) => {
    const session = markedSession();
    session.write('system', null, [{ type: 'participant.declined', role }]);
    expect(fields(view(session.state, role)).toSorted()).toEqual(
      [
        'screen',
        'role',
        'sessionId',
        'revision',
        'scheduledAt',
        'practiceName',
        'therapistName',
        'name',
        'admission',
        'over',
      ]
        .map((field) => `.${field}`)
        .toSorted(),
    );
  },
);
