import { createDecipheriv, createECDH, hkdfSync, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/*
 * A push service that keeps what it is given, and a browser's keys for it: the real ones cannot be
 * reached from a test. Decrypts by RFC 8291, written from the RFC.
 */

export interface PushSubscriptionKeys {
  endpoint: string;
  keys: { p256dh: string; auth: string };
}

export interface PushService {
  /** For PUSH_HOSTS. */
  host: string;
  /** As `PushManager.subscribe` would give it. */
  subscription: PushSubscriptionKeys;
  /** The next message of this session that nobody took yet, decrypted. */
  next(sessionId: string): Promise<string>;
  stop(): Promise<void>;
}

export async function startPushService(): Promise<PushService> {
  const ecdh = createECDH('prime256v1');
  ecdh.generateKeys();
  const authSecret = randomBytes(16);
  const messages: string[] = [];
  const waiting: (() => void)[] = [];
  const server = createServer((request, response) => {
    void (async () => {
      const parts: Buffer[] = [];
      for await (const part of request) parts.push(part as Buffer);
      response.writeHead(201).end();
      messages.push(decrypt(Buffer.concat(parts)));
      for (const wake of waiting.splice(0)) wake();
    })();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;

  /** Salt, record size, the sender's key, then the sealed text with its padding. */
  function decrypt(body: Buffer): string {
    const idLength = body.readUInt8(20);
    const salt = body.subarray(0, 16);
    const senderKey = body.subarray(21, 21 + idLength);
    const sealed = body.subarray(21 + idLength);
    const info = Buffer.concat([Buffer.from('WebPush: info\0'), ecdh.getPublicKey(), senderKey]);
    const ikm = hkdfSync('sha256', ecdh.computeSecret(senderKey), authSecret, info, 32);
    const derive = (what: string, length: number) =>
      Buffer.from(hkdfSync('sha256', Buffer.from(ikm), salt, Buffer.from(`${what}\0`), length));
    const decipher = createDecipheriv(
      'aes-128-gcm',
      derive('Content-Encoding: aes128gcm', 16),
      derive('Content-Encoding: nonce', 12),
    );
    decipher.setAuthTag(sealed.subarray(-16));
    const padded = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
    return padded.subarray(0, padded.lastIndexOf(2)).toString();
  }

  return {
    host,
    subscription: {
      endpoint: `http://${host}/push/browser`,
      keys: {
        p256dh: ecdh.getPublicKey('base64url'),
        auth: authSecret.toString('base64url'),
      },
    },
    async next(sessionId) {
      for (;;) {
        const at = messages.findIndex((message) => message.includes(sessionId));
        const [message] = at < 0 ? [] : messages.splice(at, 1);
        if (message !== undefined) return message;
        await new Promise<void>((resolve) => {
          waiting.push(resolve);
        });
      }
    },
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
