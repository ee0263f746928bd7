import { randomUUID } from 'node:crypto';
import type { CareCommand } from '@sojourn/shared/care/command';
import type { CareView } from '@sojourn/shared/care/view';
import type {
  CareCommandReply,
  ClientListReply,
  PolicyReply,
  RegisterClientReply,
} from '@sojourn/shared/http/care-api';
import type { Page } from '@playwright/test';

/* What the therapist does at their desk, by the same edges as their pages. */

async function answered<Reply>(
  call: Promise<{ ok(): boolean; json(): Promise<unknown> }>,
): Promise<Reply> {
  const reply = await call;
  const body = await reply.json();
  if (!reply.ok()) throw new Error(JSON.stringify(body));
  return body as Reply;
}

export async function careCommand(
  page: Page,
  url: string,
  clientId: string,
  command: CareCommand,
): Promise<CareCommandReply> {
  const data = { commandId: randomUUID(), command };
  return answered(page.request.post(`${url}/api/clients/${clientId}/commands`, { data }));
}

/** The demo's Robin: cleared, ordered, prepared. */
export async function demoRobin(page: Page, url: string): Promise<string> {
  const listed = page.request.get(`${url}/api/clients`);
  const { clients } = await answered<ClientListReply>(listed);
  const robin = clients.find(({ firstName }) => firstName === 'Robin');
  if (!robin) throw new Error('The demo has no Robin.');
  return robin.clientId;
}

/** Another client who is Robin in all but the past: nobody is dosed twice on a day (DO8). */
export async function anotherRobin(page: Page, url: string): Promise<string> {
  const robin = await demoRobin(page, url);
  const known = await answered<CareView>(page.request.get(`${url}/api/clients/${robin}`));
  const { record, screening, orders } = known;
  const data = { commandId: randomUUID(), record };
  const registering = page.request.post(`${url}/api/clients`, { data });
  const { clientId } = await answered<RegisterClientReply>(registering);
  const terms = orders.at(-1)?.terms;
  if (!screening || !terms) throw new Error('The demo’s Robin is not ready for a dose.');
  await careCommand(page, url, clientId, { type: 'screening.record', screening });
  await careCommand(page, url, clientId, { type: 'order.write', replaces: null, terms });
  return clientId;
}

/** How many preparation sessions the practice asks for before a dose. */
export async function askPreparation(page: Page, url: string, sessions: number): Promise<void> {
  const { policy } = await answered<PolicyReply>(page.request.get(`${url}/api/practice`));
  const data = { policy: { ...policy, preparationSessions: sessions } };
  await answered(page.request.put(`${url}/api/practice`, { data }));
}
