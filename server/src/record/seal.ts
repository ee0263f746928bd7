import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writePrivateFile } from '../start/private-file.ts';

/** A signature over the head of a record: how long it was, and what it said, at a time (RC3). */
export interface Seal {
  seq: number;
  hash: string;
  /** ms since the epoch. */
  sealedAt: number;
  /** SPKI, base64. */
  publicKey: string;
  /** Ed25519, base64. */
  signature: string;
}

export interface Sealer {
  /** SPKI, base64: its own key first, then those that it was sealed with before. */
  publicKeys: readonly string[];
  seal(sessionId: string, head: { seq: number; hash: string }, at: number): Seal;
}

const KEY_FILE = 'record-key.pem';
/** Keys from before the present one, public or private: what they sealed stays sealed. */
const FORMER_KEY = /^record-key-[\w-]+\.pem$/;

/**
 * The practice's key for its records, made at the first start. Whoever has it can sign: keep it private.
 * @throws Error, for people, when there is a key that cannot be read
 */
export function loadSealer(dataDir: string): Sealer {
  const path = join(dataDir, KEY_FILE);
  if (!existsSync(path)) {
    const { privateKey } = generateKeyPairSync('ed25519');
    writePrivateFile(path, privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
  }
  const former = readdirSync(dataDir)
    .filter((name) => FORMER_KEY.test(name))
    .map((name) => readFormerKey(join(dataDir, name)));
  return createSealer(readKey(path), former);
}

function readKey(path: string): KeyObject {
  try {
    return createPrivateKey(readFileSync(path));
  } catch (cause) {
    const words = `${path} is not a private key in PEM. Put the one back that records were signed with.`;
    throw new Error(words, { cause });
  }
}

function readFormerKey(path: string): KeyObject {
  try {
    return createPublicKey(readFileSync(path));
  } catch (cause) {
    throw new Error(`${path} is not a key in PEM. Records of that time would not hold.`, { cause });
  }
}

export const newSealer = (): Sealer => createSealer(generateKeyPairSync('ed25519').privateKey);

const spki = (key: KeyObject): string =>
  key.export({ type: 'spki', format: 'der' }).toString('base64');

function createSealer(key: KeyObject, former: readonly KeyObject[] = []): Sealer {
  const publicKey = spki(createPublicKey(key));
  return {
    publicKeys: [publicKey, ...former.map(spki)],
    seal(sessionId, { seq, hash }, sealedAt) {
      const signature = sign(null, sealText(sessionId, { seq, hash, sealedAt }), key);
      return { seq, hash, sealedAt, publicKey, signature: signature.toString('base64') };
    },
  };
}

/** What people compare a key by: SHA-256 of its DER, hex. @param publicKey SPKI, base64 */
export const fingerprint = (publicKey: string): string =>
  createHash('sha256').update(Buffer.from(publicKey, 'base64')).digest('hex');

const sealText = (sessionId: string, head: Pick<Seal, 'seq' | 'hash' | 'sealedAt'>): Buffer =>
  Buffer.from(`sojourn-seal-1\n${sessionId}\n${head.seq}\n${head.hash}\n${head.sealedAt}`);

/** The bytes of a base64 text; a second spelling of the same bytes is a change, and throws (RC4). */
function bytesOf(text: string): Buffer {
  const bytes = Buffer.from(text, 'base64');
  if (bytes.toString('base64') !== text) throw new Error('Not in the one spelling of base64');
  return bytes;
}

/** Whether the key that it names signed this very head. */
export function sealHolds(sessionId: string, seal: Seal): boolean {
  try {
    const key = createPublicKey({ key: bytesOf(seal.publicKey), type: 'spki', format: 'der' });
    return verify(null, sealText(sessionId, seal), key, bytesOf(seal.signature));
  } catch {
    // Not a key, or not a signature: it holds nothing.
    return false;
  }
}
