import { closeSync, openSync, writeSync } from 'node:fs';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { startPhoneNetwork } from '../product/phone-network.ts';
import type { Note } from './history.ts';

/*
 * The witness: a process of its own, which no fault touches. It only appends what it is told to a file,
 * and is the phone network beside it. `node witness.ts FILE`, and its addresses come by IPC.
 */

const [, , path = ''] = process.argv;
const file = openSync(path, 'a');
const append = (line: string) => void writeSync(file, `${line}\n`);
const note = (what: Note) => append(JSON.stringify(what));

const notes = createServer((socket) => {
  createInterface({ input: socket }).on('line', append);
  socket.on('error', () => undefined);
});
notes.listen(0, '127.0.0.1');

const phones = await startPhoneNetwork();
/** One a session, at most so many. */
const browsers = Array.from({ length: 64 }, () => phones.newBrowser());
const browserAt = (path: string) =>
  browsers.find(({ subscription }) => subscription.endpoint.endsWith(path));
let pushes = 0;
let outgoing = 0;

/** What providers took since the last look, by the token of each message. */
function look() {
  for (const { path, body, at } of phones.pushes.slice(pushes)) {
    const { token } = JSON.parse(browserAt(path)?.decrypt(body) ?? '{}') as { token: string };
    note({ t: 'sent', at, channel: 'push', token });
  }
  for (const { kind, form, at } of phones.outgoing.slice(outgoing)) {
    const token = form['StatusCallback']?.split('/').at(-1) ?? '';
    note({ t: 'sent', at, channel: kind, token });
  }
  pushes = phones.pushes.length;
  outgoing = phones.outgoing.length;
}
setInterval(look, 100);

process.on('message', () => {
  look();
  closeSync(file);
  process.exit(0);
});
process.on('disconnect', () => process.exit(0));
process.send?.({
  notesPort: (notes.address() as { port: number }).port,
  phones: { host: phones.host, twilio: phones.twilio },
  subscriptions: browsers.map(({ subscription }) => subscription),
});
