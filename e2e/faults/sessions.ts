import { randomUUID } from 'node:crypto';
import type { Command } from '@sojourn/shared/session/command';
import type { Ladder } from '@sojourn/shared/session/ladder';
import type { GuestRole, Role } from '@sojourn/shared/session/role';
import { AGREEMENT, CLIENT_PAPERS, vitals } from '../product/answers.ts';
import { anotherRobin, changePolicy, enter, request, schedule, signIn } from '../product/desk.ts';
import { connectHands, type Hands } from '../product/hands.ts';
import type { PushSubscriptionKeys } from '../product/phone-network.ts';

/* Dosed sessions for a campaign, each of a client of its own, made as people make them: HTTP and sockets. */

export interface Place {
  sessionId: string;
  cookies: Record<Role, string>;
  links: Record<GuestRole, string>;
}

const HANDS = ['therapist', 'client', 'chaperone'] as const;

/** Everything that the guards ask, up to and with T0. */
async function dose(url: string, { sessionId, cookies }: Place): Promise<void> {
  const hands = {} as Record<Role, Hands>;
  for (const as of HANDS) {
    hands[as] = await connectHands({ url, sessionId, as, cookie: cookies[as] });
  }
  let expectedRevision = 0;
  const press = async (role: Role, command: Command, commandId?: string) => {
    // Newer than every move so far (PH4).
    expectedRevision = (await hands[role].press(command, commandId)).revision;
  };
  for (const role of ['client', 'chaperone'] as const) {
    await press(role, { type: 'lobby.enter', name: role === 'client' ? 'Robin' : 'Sam' });
    await press('therapist', { type: 'participant.admit', role });
  }
  for (const paper of CLIENT_PAPERS) await press('client', paper);
  await press('chaperone', AGREEMENT);
  const advance = (to: 'setup' | 'ready') =>
    press('therapist', { type: 'phase.advance', to, expectedRevision });
  await advance('setup');
  const drillId = randomUUID();
  await press('therapist', { type: 'drill.start' }, drillId);
  await press('chaperone', { type: 'drill.answer', drillId, heard: true });
  await advance('ready');
  await press('therapist', vitals(Date.now()));
  await press('client', { type: 'dose.ready' });
  await press('therapist', { type: 'dose.start', tablets: 2, expectedRevision });
  for (const each of Object.values(hands)) each.letGo();
}

interface Wanted {
  count: number;
  /** The chaperone's browser of each session, as far as there are. */
  subscriptions: readonly PushSubscriptionKeys[];
  ladder: Ladder;
}

export async function prepareSessions(
  url: string,
  signInLink: string,
  { count, subscriptions, ladder }: Wanted,
): Promise<[Place, ...Place[]]> {
  const desk = await signIn(url, signInLink);
  await changePolicy(desk, { preparationSessions: 0, ladder });
  const places: Place[] = [];
  for (let at = 0; at < count; at += 1) {
    const { sessionId, links } = await schedule(desk, await anotherRobin(desk));
    const client = await enter(url, links.client);
    const chaperone = await enter(url, links.chaperone);
    const place = { sessionId, links, cookies: { therapist: desk.cookie, client, chaperone } };
    const subscription = subscriptions[at];
    if (subscription) {
      const phone = { url, cookie: chaperone };
      await request(phone, `/sessions/${sessionId}/push`, { subscription });
    }
    await dose(url, place);
    places.push(place);
  }
  const [first, ...more] = places;
  if (!first) throw new Error('No session');
  return [first, ...more];
}
