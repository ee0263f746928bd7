import type { Command, CommandType } from './command.ts';
import { consentVersion } from './consent.ts';
import { Criterion } from './criterion.ts';
import type { SessionEvent } from './event.ts';
import { nextPhase } from './phase.ts';
import type { Role } from './role.ts';
import { MINUTE, type TestSession } from './test-session.ts';

/*
 * Test support: for each command a state, made from where the session is, in which nothing but role and
 * phase could forbid it; and the command.
 */

const written = (session: TestSession, ...events: SessionEvent[]) =>
  session.write('system', null, events);
const isDosed = ({ state }: TestSession) => state.dose.t0 !== null;

/** A reading at `at`, out of range by its systolic pressure. */
const highReading = (readingId: string, takenAt: number): SessionEvent => ({
  type: 'vitals.recorded',
  readingId,
  systolic: 171,
  diastolic: 84,
  heartRate: 88,
  spo2: 98,
  readBy: 'chaperone',
  method: 'upper_arm_cuff',
  takenAt,
});

const guestEnters = (session: TestSession) =>
  written(session, { type: 'lobby.entered', role: 'chaperone', name: 'Sam', phone: null });
const deviceAsks = (session: TestSession): string => {
  written(session, { type: 'device.asked', requestId: 'd1', role: 'client' });
  return 'd1';
};
const promptOffered = (session: TestSession): string => {
  written(session, {
    type: 'prompt.offered',
    offerId: 'o1',
    promptId: 'body-scan',
    by: 'therapist',
    following: ['feet'],
  });
  return 'o1';
};
const musicProposed = (session: TestSession): string => {
  written(session, { type: 'music.proposed', proposalId: 'm1', what: 'rain' });
  return 'm1';
};
const paceSignalled = (session: TestSession): string => {
  written(session, { type: 'pace.signalled', signalId: 'g1', kind: 'stay' });
  return 'g1';
};
const alertRaised = (session: TestSession): string => {
  written(session, {
    type: 'alert.raised',
    alertId: 'a1',
    kind: 'please_come',
    priority: 'medium',
    reason: null,
    by: 'therapist',
  });
  return 'a1';
};
const callAsked = (session: TestSession): string => {
  written(session, { type: 'call.asked', callId: 'c1', for: 'call_me' });
  return 'c1';
};
const criteriaMet = (session: TestSession) => {
  for (const criterion of Criterion.options) {
    written(session, { type: 'release.ticked', criterion, met: true, value: 'As it should' });
  }
  session.now += 121 * MINUTE;
};

/** One for every command, so that a new one does not compile before it has its line in the table. */
const BUILD: Record<CommandType, (session: TestSession, role: Role) => Command> = {
  'lobby.enter': (session, role) => {
    if (role !== 'therapist') written(session, { type: 'participant.declined', role });
    return { type: 'lobby.enter', name: 'Robin' };
  },
  'participant.admit': (session) => {
    guestEnters(session);
    return { type: 'participant.admit', role: 'chaperone' };
  },
  'participant.decline': (session) => {
    guestEnters(session);
    return { type: 'participant.decline', role: 'chaperone' };
  },
  'device.allow': (session) => ({ type: 'device.allow', requestId: deviceAsks(session) }),
  'device.refuse': (session) => ({ type: 'device.refuse', requestId: deviceAsks(session) }),
  'phase.advance': (session) => {
    const to = nextPhase(session.state.kind, session.state.phase) ?? 'closed';
    if (to !== 'hold' && session.state.phase !== 'closed') session.meet(to);
    return { type: 'phase.advance', to, expectedRevision: session.state.revision };
  },
  'session.cancel': () => ({ type: 'session.cancel', reason: 'Not today' }),
  'consent.sign': () => ({
    type: 'consent.sign',
    document: 'kap',
    version: consentVersion('kap'),
    name: 'Robin',
  }),
  'consent.withdraw': (session) => {
    const version = consentVersion('kap');
    written(session, { type: 'consent.signed', document: 'kap', version, name: 'Robin' });
    return { type: 'consent.withdraw', document: 'kap' };
  },
  'location.attest': () => ({ type: 'location.attest', elsewhere: null }),
  'checklist.set': () => ({ type: 'checklist.set', item: 'music', done: true }),
  'fasting.report': () => ({ type: 'fasting.report', hours: 5 }),
  'today.report': () => ({ type: 'today.report', took: null }),
  'intention.write': () => ({ type: 'intention.write', words: 'To listen' }),
  'phrase.write': () => ({ type: 'phrase.write', words: 'The sea is near' }),
  'touch.agree': () => ({ type: 'touch.agree', touch: 'hand' }),
  'booster.answer': () => ({ type: 'booster.answer', agreed: true }),
  'avoid.mark': () => ({ type: 'avoid.mark', caution: 'body_scan', on: true }),
  'chaperone.agree': () => ({ type: 'chaperone.agree', name: 'Sam', phone: '+13035550147' }),
  'drill.start': () => ({ type: 'drill.start' }),
  'drill.answer': (session) => {
    written(session, { type: 'drill.started', drillId: 'drill-1' });
    return { type: 'drill.answer', drillId: 'drill-1', heard: true };
  },
  'vitals.record': ({ now }) => ({
    type: 'vitals.record',
    systolic: 122,
    diastolic: 78,
    heartRate: 72,
    spo2: null,
    readBy: 'client',
    method: 'wrist_cuff',
    takenAt: now,
  }),
  'vitals.strike': (session) => {
    written(session, highReading('r1', session.now));
    return { type: 'vitals.strike', readingId: 'r1', reason: 'Mistyped' };
  },
  'vitals.override': (session) => {
    written(session, highReading('r1', session.now));
    session.now += 6 * MINUTE;
    written(session, highReading('r2', session.now));
    return {
      type: 'vitals.override',
      prescriberName: 'Dr. Okafor',
      prescriberPhone: '+13035550133',
      reason: 'Known white-coat reading',
      spokenAt: session.now,
    };
  },
  'dose.start': (session) => {
    session.measure();
    return { type: 'dose.start', tablets: 2, expectedRevision: session.state.revision };
  },
  'dose.withdraw': (session) => {
    if (session.state.phase === 'ready') written(session, { type: 'dose.started', tablets: 2 });
    return { type: 'dose.withdraw' };
  },
  'dose.ready': () => ({ type: 'dose.ready' }),
  'dose.not_ready': (session) => {
    if (session.state.phase === 'ready') written(session, { type: 'dose.client_ready' });
    return { type: 'dose.not_ready' };
  },
  'hold.end': (session) => {
    const held = session.state.dose.taken.at(-1)?.holdEndedAt === null;
    if (isDosed(session) && !held) written(session, { type: 'booster.taken', tablets: 1 });
    return { type: 'hold.end', how: 'swallowed' };
  },
  'booster.give': (session) => {
    session.now += 21 * MINUTE;
    session.measure();
    return { type: 'booster.give', tablets: 1, expectedRevision: session.state.revision };
  },
  'look.record': () => ({ type: 'look.record' }),
  'mark.record': () => ({ type: 'mark.record', mark: 'tearful' }),
  'note.write': () => ({ type: 'note.write', words: 'Calm breathing' }),
  'release.tick': () => ({
    type: 'release.tick',
    criterion: 'walks',
    met: true,
    value: 'To the door and back',
  }),
  'release.sign': (session) => {
    criteriaMet(session);
    return {
      type: 'release.sign',
      name: 'Somebody',
      expectedRevision: session.state.revision,
    };
  },
  'session.hand_over': ({ now }) => ({
    type: 'session.hand_over',
    to: 'Denver paramedics',
    handedOverAt: now,
    told: 'Ketamine by mouth, forty minutes ago',
  }),
  'addendum.write': () => ({ type: 'addendum.write', words: 'Called back at six: well.' }),
  'prompt.offer': () => ({ type: 'prompt.offer', promptId: 'feet' }),
  'prompt.write': () => ({ type: 'prompt.write', words: 'The sea is near' }),
  'prompt.next': (session) => ({ type: 'prompt.next', offerId: promptOffered(session) }),
  'prompt.withdraw': (session) => ({ type: 'prompt.withdraw', offerId: promptOffered(session) }),
  'prompt.open': () => ({ type: 'prompt.open', promptId: 'feet' }),
  'prompt.shown': (session) => ({ type: 'prompt.shown', offerId: promptOffered(session) }),
  'prompt.step': (session) => ({
    type: 'prompt.step',
    offerId: promptOffered(session),
    step: 1,
  }),
  'prompt.respond': (session) => ({
    type: 'prompt.respond',
    offerId: promptOffered(session),
    response: 'keep',
  }),
  'music.propose': () => ({ type: 'music.propose', what: 'rain' }),
  'music.withdraw': (session) => ({
    type: 'music.withdraw',
    proposalId: musicProposed(session),
  }),
  'music.answer': (session) => ({
    type: 'music.answer',
    proposalId: musicProposed(session),
    accepted: true,
  }),
  'music.report': () => ({ type: 'music.report', source: 'ocean', volume: 3 }),
  'pace.signal': () => ({ type: 'pace.signal', kind: 'stay' }),
  'pace.answer': (session) => ({ type: 'pace.answer', signalId: paceSignalled(session) }),
  'alert.raise': (_session, role) => ({
    type: 'alert.raise',
    kind: role === 'client' ? 'help' : 'go_now',
  }),
  'alert.seen': (session) => ({ type: 'alert.seen', alertId: alertRaised(session) }),
  'alert.silence': (session) => ({ type: 'alert.silence', alertId: alertRaised(session) }),
  'alert.going': (session) => ({ type: 'alert.going', alertId: alertRaised(session) }),
  'alert.with_client': (session) => ({ type: 'alert.with_client', alertId: alertRaised(session) }),
  'alert.resolve': (session) => ({ type: 'alert.resolve', alertId: alertRaised(session) }),
  'check.report': () => ({ type: 'check.report', finding: 'ok' }),
  'call.ask': () => ({ type: 'call.ask' }),
  'call.answer': (session) => ({ type: 'call.answer', callId: callAsked(session) }),
  'line.take': (session) => {
    callAsked(session);
    return { type: 'line.take' };
  },
  'line.leave': () => ({ type: 'line.leave' }),
};

export const COMMAND_TYPES = Object.keys(BUILD) as CommandType[];

export const buildCommand = (session: TestSession, role: Role, type: CommandType): Command =>
  BUILD[type](session, role);
