import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { newPushBrowser } from './test-push-service.ts';

/*
 * Test support: the phone network and a push service, which cannot be had here. It speaks their real
 * protocols: Twilio's REST with signed callbacks, and Web Push.
 */

export interface Push {
  at: number;
  path: string;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** A text message or a call that was asked for. */
export interface Outgoing {
  kind: 'sms' | 'call';
  form: Record<string, string>;
  at: number;
}

const TOKEN = 'a-twilio-token-of-the-tests';
const ACCOUNT = `AC${'0'.repeat(32)}`;

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

export async function startPhoneNetwork() {
  const pushes: Push[] = [];
  const outgoing: Outgoing[] = [];
  /** Path of a push endpoint → the status that it answers. */
  const pushStatus = new Map<string, number>();
  /** Number → Twilio's error code. */
  const refused = new Map<string, number>();
  const waiting: (() => void)[] = [];
  let browsers = 0;
  let outage = false;

  const server = createServer((request, response) => {
    const reply = (status: number, body: unknown) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body));
      for (const wake of waiting.splice(0)) wake();
    };
    const answer = async () => {
      const { url = '', headers } = request;
      const body = await bodyOf(request);
      if (outage) return void request.socket.destroy();
      if (url.startsWith('/push/')) {
        pushes.push({ at: Date.now(), path: url, headers, body });
        return reply(pushStatus.get(url) ?? 201, {});
      }
      const kind = /^\/2010-04-01\/Accounts\/AC0+\/(Messages|Calls)\.json$/.exec(url)?.[1];
      if (!kind) return reply(404, { code: 20404, message: 'Not found', status: 404 });
      const basic = `Basic ${Buffer.from(`${ACCOUNT}:${TOKEN}`).toString('base64')}`;
      if (headers.authorization !== basic) {
        return reply(401, { code: 20003, message: 'Authenticate', status: 401 });
      }
      const form = Object.fromEntries(
        [...new URLSearchParams(body.toString())].filter(([key]) => key !== ''),
      );
      const code = refused.get(form['To'] ?? '');
      if (code) return reply(400, { code, message: 'Not possible', status: 400 });
      outgoing.push({ kind: kind === 'Calls' ? 'call' : 'sms', form, at: Date.now() });
      reply(201, { sid: `${kind === 'Calls' ? 'CA' : 'SM'}${outgoing.length}`, status: 'queued' });
    };
    answer().catch(() => request.socket.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  /** As Twilio calls back: a form, signed over the address and the sorted fields. */
  async function callBack(
    address: string,
    form: Record<string, string>,
    signature?: string,
  ): Promise<Response> {
    const signed = Object.keys(form)
      .toSorted()
      .reduce((text, key) => `${text}${key}${form[key]}`, address);
    return fetch(address, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'x-twilio-signature':
          signature ?? createHmac('sha1', TOKEN).update(signed).digest('base64'),
      },
      body: new URLSearchParams(form).toString(),
    });
  }

  async function until<T>(find: () => T | undefined, within = 15_000): Promise<T> {
    const limit = Date.now() + within;
    for (;;) {
      const found = find();
      if (found !== undefined) return found;
      if (Date.now() > limit) throw new Error('Nothing like that was sent');
      await new Promise<void>((resolve) => {
        waiting.push(resolve);
        setTimeout(resolve, 100);
      });
    }
  }

  return {
    url,
    host: new URL(url).host,
    twilio: { accountSid: ACCOUNT, authToken: TOKEN, from: '+13035550100', apiUrl: url },
    pushes,
    outgoing,
    pushStatus,
    refused,
    callBack,
    until,
    newBrowser: () => newPushBrowser(`${url}/push/browser-${++browsers}`),
    /** Nothing can be reached while it is out. */
    setOutage: (out: boolean) => void (outage = out),
    sentTo: (number: string, kind: Outgoing['kind']) =>
      outgoing.filter((each) => each.kind === kind && each.form['To'] === number),
    /** Somebody takes the call, listens, and presses a digit. Gives what is said, before and after. */
    async pickUp({ form }: Outgoing, digit: string): Promise<{ heard: string; thanked: string }> {
      await callBack(form['StatusCallback'] ?? '', { CallSid: 'CA1', CallStatus: 'in-progress' });
      const voice = await (await callBack(form['Url'] ?? '', { CallSid: 'CA1' })).text();
      const action = /<Gather[^>]* action="([^"]+)"/.exec(voice)?.[1] ?? '';
      const after = await callBack(action, { CallSid: 'CA1', Digits: digit });
      return { heard: voice, thanked: await after.text() };
    },
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

export type PhoneNetwork = Awaited<ReturnType<typeof startPhoneNetwork>>;
