import { join } from 'node:path';
import webpush from 'web-push';
import { z } from 'zod';
import { readIfPresent, writePrivateFile } from '../start/private-file.ts';

const Keys = z.object({ publicKey: z.string(), privateKey: z.string() });
export type VapidKeys = z.infer<typeof Keys>;

const KEY_FILE = 'vapid-key.json';

/** The keys by which push services know this server, made at the first start. */
export function loadVapidKeys(dataDir: string): VapidKeys {
  const path = join(dataDir, KEY_FILE);
  const known = readIfPresent(path);
  if (known !== undefined) return Keys.parse(JSON.parse(known));
  const keys = webpush.generateVAPIDKeys();
  writePrivateFile(path, JSON.stringify(keys));
  return keys;
}
