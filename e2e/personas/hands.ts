import { randomUUID } from 'node:crypto';
import type { Command } from '@sojourn/shared/session/command';
import type { ConsentDocument } from '@sojourn/shared/session/consent';
import type { Criterion } from '@sojourn/shared/session/criterion';
import type { ChecklistItem } from '@sojourn/shared/session/papers';
import type { CommandReply, ViewMessage } from '@sojourn/shared/session/protocol';
import { io } from 'socket.io-client';
import type { Role } from '../product/fake-media.ts';
import type { Cast } from './personas.ts';

/*
 * What people press, without the pages: for tests that are about something else and need the guards met.
 * It goes over a real socket with the person's own cookie. The pages themselves are tested in papers,
 * guards and course.
 */

/** The texts that are in force: a renewed one fails here until it was looked at. */
const CONSENT_VERSION = '2026-11';
const CONSENTS: readonly ConsentDocument[] = ['kap', 'telehealth', 'chaperone_release'];
const CHECKLIST: readonly ChecklistItem[] = [
  'chaperone_near',
  'bathroom_path',
  'spit_cup',
  'basin',
  'eye_mask',
  'music',
  'phone_charged',
  'nothing_later',
  'no_driving',
];
const CRITERIA: readonly Criterion[] = [
  'vitals_stable',
  'oriented',
  'walks',
  'nausea',
  'adult_present',
  'chaperone_stays',
  'no_driving',
];

export interface Hands {
  press(command: Command, commandId?: string): Promise<CommandReply>;
  /** The newest view of this person. */
  view(): ViewMessage;
  letGo(): void;
}

/** Connects once more as this person, beside their page. */
export async function handsOf(cast: Cast, role: Role): Promise<Hands> {
  const { context } = cast[role];
  const { origin } = new URL(cast.links.therapist);
  const cookies = await context.cookies(origin);
  const Cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  const socket = io(origin, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    auth: { sessionId: cast.sessionId, as: role },
    extraHeaders: { Cookie },
  });
  let newest: ViewMessage | undefined;
  const first = new Promise<void>((resolve, reject) => {
    socket.on('session:view', (message: ViewMessage) => {
      newest = message;
      resolve();
    });
    socket.on('connect_error', reject);
  });
  await first;
  return {
    async press(command, commandId = randomUUID()) {
      const message = { ...command, commandId };
      const reply = (await socket
        .timeout(8_000)
        .emitWithAck('session:command', message)) as CommandReply;
      if (!reply.ok) throw new Error(`${role} ${command.type}: ${reply.rejection.message}`);
      return reply;
    },
    view() {
      if (!newest) throw new Error('No view has come');
      return newest;
    },
    letGo: () => socket.disconnect(),
  };
}

async function as<T>(cast: Cast, role: Role, work: (hands: Hands) => Promise<T>): Promise<T> {
  const hands = await handsOf(cast, role);
  try {
    return await work(hands);
  } finally {
    hands.letGo();
  }
}

async function doPapers(cast: Cast): Promise<void> {
  await as(cast, 'client', async ({ press }) => {
    for (const document of CONSENTS) {
      const version = CONSENT_VERSION;
      await press({ type: 'consent.sign', document, version, name: 'Robin Castellan' });
    }
    await press({ type: 'location.attest', elsewhere: null });
    for (const item of CHECKLIST) await press({ type: 'checklist.set', item, done: true });
    await press({ type: 'fasting.report', hours: 5 });
    await press({ type: 'today.report', took: null });
    await press({ type: 'booster.answer', agreed: true });
  });
  await as(cast, 'chaperone', ({ press }) =>
    press({ type: 'chaperone.agree', name: 'Sam', phone: '+1 303 555 0147' }),
  );
}

async function passDrill(cast: Cast): Promise<void> {
  const drillId = randomUUID();
  await as(cast, 'therapist', ({ press }) => press({ type: 'drill.start' }, drillId));
  await as(cast, 'chaperone', ({ press }) => press({ type: 'drill.answer', drillId, heard: true }));
}

const measure = (cast: Cast) =>
  as(cast, 'therapist', ({ press, view }) =>
    press({
      type: 'vitals.record',
      systolic: 122,
      diastolic: 78,
      heartRate: 72,
      spo2: 98,
      readBy: 'chaperone',
      method: 'upper_arm_cuff',
      takenAt: view().serverTime,
    }),
  );

const marks = (cast: Cast, ...seen: ('speaks' | 'eyes_open' | 'oriented')[]) =>
  as(cast, 'therapist', async ({ press }) => {
    for (const mark of seen) await press({ type: 'mark.record', mark });
  });

/** Every criterion, both signatures. The observation must be over. */
async function signRelease(cast: Cast): Promise<void> {
  const expectedRevision = await as(cast, 'therapist', async ({ press }) => {
    let newest = 0;
    for (const criterion of CRITERIA) {
      const value = 'As it should be';
      const reply = await press({ type: 'release.tick', criterion, met: true, value });
      if (reply.ok) newest = reply.revision;
    }
    await press({ type: 'release.sign', name: 'Maya Ellis', expectedRevision: newest });
    return newest;
  });
  await as(cast, 'chaperone', ({ press }) =>
    press({ type: 'release.sign', name: 'Sam', expectedRevision }),
  );
}

/** Meets what the next phase needs. */
export async function meet(cast: Cast, title: string): Promise<void> {
  switch (title) {
    case 'Setup':
      return doPapers(cast);
    case 'Ready':
      return passDrill(cast);
    case 'Hold':
      await measure(cast);
      return;
    case 'Onset':
      await as(cast, 'therapist', ({ press }) => press({ type: 'hold.end', how: 'spat' }));
      return;
    case 'Return':
      return marks(cast, 'speaks', 'eyes_open');
    case 'Integration':
      return marks(cast, 'oriented');
    case 'Closed':
      return signRelease(cast);
    default:
      return undefined;
  }
}
