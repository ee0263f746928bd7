import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits, base64url: a link's token or a cookie's secret. Shown once, kept only as a hash (IN1). */
export const newSecret = (): string => randomBytes(32).toString('base64url');

export const hashOf = (secret: string): string =>
  createHash('sha256').update(secret).digest('base64url');

/** 128 random bits, base64url, with a prefix that tells IDs apart: says nothing about anybody. */
export const newId = (prefix: string): string =>
  `${prefix}_${randomBytes(16).toString('base64url')}`;
