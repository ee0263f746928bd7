import { randomUUID } from 'node:crypto';
import type { Criterion } from '@sojourn/shared/session/criterion';
import { AGREEMENT, CLIENT_PAPERS, vitals } from '../product/answers.ts';
import type { Role } from '../product/fake-media.ts';
import { connectHands, type Hands } from '../product/hands.ts';
import { cookieOf } from './browsers.ts';
import type { Cast } from './personas.ts';

/*
 * What people press, without the pages: for tests that are about something else and need the guards met.
 * It goes over a real socket with the person's own cookie. The pages themselves are tested in papers,
 * guards and course.
 */

const CRITERIA: readonly Criterion[] = [
  'vitals_stable',
  'oriented',
  'walks',
  'nausea',
  'adult_present',
  'chaperone_stays',
  'no_driving',
];

/** Connects once more as this person, beside their page. */
export async function handsOf(cast: Cast, as: Role): Promise<Hands> {
  const { origin: url } = new URL(cast.links.therapist);
  const cookie = await cookieOf(cast[as].context, url);
  return connectHands({ url, sessionId: cast.sessionId, as, cookie });
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
    for (const paper of CLIENT_PAPERS) await press(paper);
  });
  await as(cast, 'chaperone', ({ press }) => press(AGREEMENT));
}

async function passDrill(cast: Cast): Promise<void> {
  const drillId = randomUUID();
  await as(cast, 'therapist', ({ press }) => press({ type: 'drill.start' }, drillId));
  await as(cast, 'chaperone', ({ press }) => press({ type: 'drill.answer', drillId, heard: true }));
}

const measure = (cast: Cast) =>
  as(cast, 'therapist', ({ press, view }) => press(vitals(view().serverTime)));

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
      const { revision } = await press({ type: 'release.tick', criterion, met: true, value });
      newest = revision;
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
