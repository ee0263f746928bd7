import { randomUUID } from 'node:crypto';
import type { CareCommand } from '@sojourn/shared/care/command';
import type { CareView } from '@sojourn/shared/care/view';
import type { InviteReply } from '@sojourn/shared/http/api';
import type {
  CareCommandReply,
  ClientListReply,
  PolicyReply,
  RegisterClientReply,
} from '@sojourn/shared/http/care-api';
import type { GuestRole } from '@sojourn/shared/session/role';

/* What the therapist does at their desk, by the same edges as their pages. */

/** A signed-in therapist. */
export interface Desk {
  url: string;
  cookie: string;
}

const tokenOf = (link: string): string => new URL(link).hash.slice(1);

/** @throws with the server's words when it refuses. */
export async function request(
  { url, cookie }: Desk,
  path: string,
  body?: object,
  method = body ? 'POST' : 'GET',
): Promise<{ json: unknown; cookie: string }> {
  const reply = await fetch(`${url}/api${path}`, {
    method,
    headers: { 'content-type': 'application/json', cookie },
    ...(body && { body: JSON.stringify(body) }),
  });
  if (!reply.ok) throw new Error(`${path}: ${reply.status} ${await reply.text()}`);
  const set = reply.headers.getSetCookie().map((one) => one.split(';')[0]);
  const json: unknown = reply.status === 204 ? {} : await reply.json();
  return { json, cookie: set.join('; ') };
}

export async function signIn(url: string, link: string): Promise<Desk> {
  const { cookie } = await request({ url, cookie: '' }, '/sign-in', { token: tokenOf(link) });
  return { url, cookie };
}

/** Takes a guest's place by the link, and gives the cookie of it. */
export async function enter(url: string, link: string): Promise<string> {
  const body = { token: tokenOf(link) };
  return (await request({ url, cookie: '' }, '/invites/redeem', body)).cookie;
}

async function careCommand(
  desk: Desk,
  clientId: string,
  command: CareCommand,
): Promise<CareCommandReply> {
  const body = { commandId: randomUUID(), command };
  return (await request(desk, `/clients/${clientId}/commands`, body)).json as CareCommandReply;
}

/** The demo's Robin: cleared, ordered, prepared. */
export async function demoRobin(desk: Desk): Promise<string> {
  const { clients } = (await request(desk, '/clients')).json as ClientListReply;
  const robin = clients.find(({ firstName }) => firstName === 'Robin');
  if (!robin) throw new Error('The demo has no Robin.');
  return robin.clientId;
}

/** Another client who is Robin in all but the past: nobody is dosed twice on a day (DO8). */
export async function anotherRobin(desk: Desk): Promise<string> {
  const robin = await demoRobin(desk);
  const known = (await request(desk, `/clients/${robin}`)).json as CareView;
  const { record, screening, orders } = known;
  const body = { commandId: randomUUID(), record };
  const { clientId } = (await request(desk, '/clients', body)).json as RegisterClientReply;
  const terms = orders.at(-1)?.terms;
  if (!screening || !terms) throw new Error('The demo’s Robin is not ready for a dose.');
  await careCommand(desk, clientId, { type: 'screening.record', screening });
  await careCommand(desk, clientId, { type: 'order.write', replaces: null, terms });
  return clientId;
}

/** What the practice asks for, but for this. */
export async function changePolicy(
  desk: Desk,
  change: Partial<PolicyReply['policy']>,
): Promise<void> {
  const { policy } = (await request(desk, '/practice')).json as PolicyReply;
  await request(desk, '/practice', { policy: { ...policy, ...change } }, 'PUT');
}

/** A dosing session now, its papers still open, and the links of its guests. */
export async function schedule(
  desk: Desk,
  clientId: string,
): Promise<{ sessionId: string; links: Record<GuestRole, string> }> {
  const now = { type: 'session.schedule', kind: 'dosing', scheduledAt: Date.now() } as const;
  const { sessionId } = await careCommand(desk, clientId, now);
  if (sessionId === null) throw new Error('No session was made.');
  const link = async (role: GuestRole) =>
    ((await request(desk, `/sessions/${sessionId}/invites`, { role })).json as InviteReply).url;
  return { sessionId, links: { client: await link('client'), chaperone: await link('chaperone') } };
}
