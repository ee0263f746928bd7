import type { InviteReply } from '@sojourn/shared/http/api';
import type { CareCommandReply, ClientListReply } from '@sojourn/shared/http/care-api';
import type { CommandReply } from '@sojourn/shared/session/protocol';
import { io, type Socket } from 'socket.io-client';
import type { Product } from '../product/product.ts';

/* A session of the running product for benches: real sockets with real cookies, no pages. */

export const percentile = (sorted: readonly number[], p: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * p) / 100))] ?? Number.NaN;

export const connect = (url: string, options: object = {}): Promise<Socket> =>
  new Promise<Socket>((resolve, reject) => {
    const socket = io(url, { transports: ['websocket'], forceNew: true, ...options });
    socket.once('connect', () => resolve(socket));
    socket.once('connect_error', reject);
  });

const token = (link: string) => new URL(link).hash.slice(1);

async function request(url: string, body: object | null, cookie = '') {
  const reply = await fetch(url, {
    headers: { 'content-type': 'application/json', cookie },
    ...(body && { method: 'POST', body: JSON.stringify(body) }),
  });
  if (!reply.ok) throw new Error(`${url}: ${reply.status}`);
  const set = reply.headers.getSetCookie().map((one) => one.split(';')[0]);
  return { json: (await reply.json()) as unknown, cookie: set.join('; ') };
}

export async function send(socket: Socket, command: object): Promise<string> {
  const commandId = crypto.randomUUID();
  const message = { commandId, ...command };
  const reply = (await socket.emitWithAck('session:command', message)) as CommandReply;
  if (!reply.ok) throw new Error(reply.rejection.message);
  return commandId;
}

interface BenchSession {
  /** Opens one more connection of a role. */
  join: (as: 'therapist' | 'client' | 'chaperone') => Promise<Socket>;
  /** Another session of the same therapist. */
  another: () => Promise<BenchSession>;
}

/** A new dosing session with client and chaperone let in. */
export async function openBenchSession(product: Product): Promise<BenchSession> {
  const { url } = product;
  const signedIn = await request(`${url}/api/sign-in`, { token: token(product.links.therapist) });
  const therapist = signedIn.cookie;
  const listed = await request(`${url}/api/clients`, null, therapist);
  const { clients } = listed.json as ClientListReply;
  const clientId = clients.find(({ firstName }) => firstName === 'Robin')?.clientId ?? '';
  return openSession(url, therapist, clientId);
}

async function openSession(
  url: string,
  therapist: string,
  clientId: string,
): Promise<BenchSession> {
  const command = { type: 'session.schedule', kind: 'dosing', scheduledAt: Date.now() };
  const press = { commandId: crypto.randomUUID(), command };
  const scheduled = await request(`${url}/api/clients/${clientId}/commands`, press, therapist);
  const { sessionId } = scheduled.json as CareCommandReply;
  const cookies: Record<string, string> = { therapist };
  for (const role of ['client', 'chaperone']) {
    const issued = await request(`${url}/api/sessions/${sessionId}/invites`, { role }, therapist);
    const link = token((issued.json as InviteReply).url);
    cookies[role] = (await request(`${url}/api/invites/redeem`, { token: link })).cookie;
  }
  const join = (as: string) =>
    connect(url, { auth: { sessionId, as }, extraHeaders: { Cookie: cookies[as] ?? '' } });
  const host = await join('therapist');
  for (const role of ['client', 'chaperone'] as const) {
    const guest = await join(role);
    await send(guest, { type: 'lobby.enter', name: role === 'client' ? 'Robin' : 'Sam' });
    await send(host, { type: 'participant.admit', role });
    guest.close();
  }
  host.close();
  return { join, another: () => openSession(url, therapist, clientId) };
}
