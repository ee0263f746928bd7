import { randomUUID } from 'node:crypto';
import type { InviteReply } from '@sojourn/shared/http/api';
import type { CareCommandReply, RegisterClientReply } from '@sojourn/shared/http/care-api';
import type { CareCommand } from '@sojourn/shared/care/command';
import type { ChecklistItem } from '@sojourn/shared/session/papers';
import type { Command } from '@sojourn/shared/session/command';
import type { CommandReply } from '@sojourn/shared/session/protocol';
import type { Ladder } from '@sojourn/shared/session/ladder';
import type { Role } from '@sojourn/shared/session/role';
import { io, type Socket } from 'socket.io-client';

/* Dosed sessions for a campaign, each of a client of its own, made as people make them: HTTP and sockets. */

export interface Place {
  sessionId: string;
  cookies: Record<Role, string>;
  /** Links not used yet, for guests who come with a real browser. */
  links: { client: string; chaperone: string };
}

export type Subscription = { endpoint: string; keys: { p256dh: string; auth: string } };

const DAY = 86_400_000;

async function request(url: string, body: object | null, cookie = '', method = 'POST') {
  const reply = await fetch(url, {
    headers: { 'content-type': 'application/json', cookie },
    ...(body && { method, body: JSON.stringify(body) }),
  });
  if (!reply.ok) throw new Error(`${url}: ${reply.status} ${await reply.text()}`);
  const set = reply.headers.getSetCookie().map((one) => one.split(';')[0]);
  const json: unknown = reply.status === 204 ? {} : await reply.json();
  return { json, cookie: set.join('; ') };
}

const tokenOf = (link: string): string => new URL(link).hash.slice(1);

/** A client who may be dosed today, and a session of theirs with both places taken. */
async function schedule(url: string, therapist: string, at: number): Promise<Place> {
  const press = { commandId: randomUUID() };
  const record = { ...RECORD, firstName: `Robin ${at}` };
  const registered = await request(`${url}/api/clients`, { ...press, record }, therapist);
  const { clientId } = registered.json as RegisterClientReply;
  const care = async (command: CareCommand) => {
    const body = { commandId: randomUUID(), command };
    const done = await request(`${url}/api/clients/${clientId}/commands`, body, therapist);
    return done.json as CareCommandReply;
  };
  const by = { by: 'Dr. Adaeze Okafor', decidedAt: Date.now() - DAY, validUntil: Date.now() + DAY };
  await care({ type: 'screening.record', screening: { outcome: 'cleared', ...by } });
  await care({ type: 'order.write', replaces: null, terms: terms(Date.now()) });
  const scheduled = await care({
    type: 'session.schedule',
    kind: 'dosing',
    scheduledAt: Date.now(),
  });
  const sessionId = scheduled.sessionId ?? '';
  const invite = async (role: string) => {
    const path = `${url}/api/sessions/${sessionId}/invites`;
    return ((await request(path, { role }, therapist)).json as InviteReply).url;
  };
  const links = { client: await invite('client'), chaperone: await invite('chaperone') };
  return { sessionId, cookies: { therapist, client: '', chaperone: '' }, links };
}

const enter = async (url: string, link: string) =>
  (await request(`${url}/api/invites/redeem`, { token: tokenOf(link) })).cookie;

const HANDS = ['therapist', 'client', 'chaperone'] as const;

/** Everything that the guards ask, up to and with T0. Who comes with a browser has entered by then. */
async function dose(url: string, { sessionId, cookies }: Place): Promise<void> {
  const sockets = {} as Record<Role, Socket>;
  for (const as of HANDS) sockets[as] = await connected(url, sessionId, as, cookies[as]);
  let expectedRevision = 0;
  const press = async (role: Role, command: Command, commandId: string = randomUUID()) => {
    const message = { ...command, commandId };
    const reply = (await sockets[role]
      .timeout(10_000)
      .emitWithAck('session:command', message)) as CommandReply;
    if (!reply.ok) throw new Error(`${role} ${command.type}: ${reply.rejection.message}`);
    // Newer than every move so far (PH4).
    expectedRevision = reply.revision;
  };
  for (const role of ['client', 'chaperone'] as const) {
    await press(role, { type: 'lobby.enter', name: role === 'client' ? 'Robin' : 'Sam' });
    await press('therapist', { type: 'participant.admit', role });
  }
  for (const document of ['kap', 'telehealth', 'chaperone_release'] as const) {
    const version = '2026-11';
    await press('client', { type: 'consent.sign', document, version, name: 'Robin' });
  }
  await press('client', { type: 'location.attest', elsewhere: null });
  for (const item of CHECKLIST) await press('client', { type: 'checklist.set', item, done: true });
  await press('client', { type: 'fasting.report', hours: 5 });
  await press('client', { type: 'today.report', took: null });
  await press('chaperone', { type: 'chaperone.agree', name: 'Sam', phone: '+1 303 555 0147' });
  const advance = (to: 'setup' | 'ready') =>
    press('therapist', { type: 'phase.advance', to, expectedRevision });
  await advance('setup');
  const drillId = randomUUID();
  await press('therapist', { type: 'drill.start' }, drillId);
  await press('chaperone', { type: 'drill.answer', drillId, heard: true });
  await advance('ready');
  await press('therapist', { ...VITALS, takenAt: Date.now() });
  await press('client', { type: 'dose.ready' });
  await press('therapist', { type: 'dose.start', tablets: 2, expectedRevision });
  for (const socket of Object.values(sockets)) socket.disconnect();
}

export async function connected(
  url: string,
  sessionId: string,
  as: Role,
  cookie: string,
): Promise<Socket> {
  const socket = io(url, {
    transports: ['websocket'],
    forceNew: true,
    auth: { sessionId, as },
    extraHeaders: { Cookie: cookie },
  });
  await new Promise<void>((resolve, reject) => {
    socket.once('session:view', () => resolve());
    socket.once('connect_error', reject);
  });
  return socket;
}

interface Wanted {
  count: number;
  /** The chaperone's browser of each session, as far as there are. */
  subscriptions: readonly Subscription[];
  ladder: Ladder;
}

export async function prepareSessions(
  url: string,
  signInLink: string,
  { count, subscriptions, ladder }: Wanted,
): Promise<[Place, ...Place[]]> {
  const signedIn = await request(`${url}/api/sign-in`, { token: tokenOf(signInLink) });
  const therapist = signedIn.cookie;
  const practice = (await request(`${url}/api/practice`, null, therapist)).json as {
    policy: object;
  };
  const policy = { ...practice.policy, preparationSessions: 0, ladder };
  await request(`${url}/api/practice`, { policy }, therapist, 'PUT');
  const places: Place[] = [];
  for (let at = 0; at < count; at += 1) {
    const place = await schedule(url, therapist, at);
    const { sessionId, cookies, links } = place;
    cookies.client = await enter(url, links.client);
    cookies.chaperone = await enter(url, links.chaperone);
    const subscription = subscriptions[at];
    if (subscription) {
      await request(`${url}/api/sessions/${sessionId}/push`, { subscription }, cookies.chaperone);
    }
    await dose(url, place);
    places.push(place);
  }
  const [first, ...more] = places;
  if (!first) throw new Error('No session');
  return [first, ...more];
}

const VITALS = {
  type: 'vitals.record',
  systolic: 122,
  diastolic: 78,
  heartRate: 72,
  spo2: 98,
  readBy: 'chaperone',
  method: 'upper_arm_cuff',
} as const;

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

const RECORD = {
  birthDate: '1988-03-14',
  phone: '+1 303 555 0111',
  home: { street: '2150 Juniper Lane', city: 'Denver', state: 'CO', zip: '80203', doorNotes: null },
  dispatchLine: '720 555 0199',
  emergencyContacts: [{ name: 'Alex', relation: 'sister', phone: '+1 303 555 0122' }],
  chaperone: { name: 'Sam', phone: '+1 303 555 0147' },
  allergies: null,
  conditions: null,
};

const terms = (now: number) => ({
  prescriberName: 'Dr. Adaeze Okafor',
  prescriberLicence: 'CO DR.0044871',
  prescriberPhone: '+1 720 555 0133',
  medicine: 'ketamine' as const,
  form: 'lozenge' as const,
  strengthMg: 100,
  tablets: 2,
  holdMinutes: 12,
  afterHold: 'spit' as const,
  limits: {
    systolic: { min: 90, max: 140 },
    diastolic: { min: 50, max: 90 },
    heartRate: { min: 50, max: 100 },
    spo2Min: 94,
  },
  booster: null,
  observationMinutes: 120,
  validFrom: now - DAY,
  validUntil: now + 30 * DAY,
});
