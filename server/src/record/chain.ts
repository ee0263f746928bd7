import { createHash } from 'node:crypto';

/** What a record's chain begins with, so that two records never share a hash. */
export const chainRoot = (streamId: string): string => `sojourn:${streamId}`;

/** Each event's hash covers its exact text and everything before it (ES4). */
export const chainHash = (previous: string, recorded: string): string =>
  createHash('sha256').update(`${previous}\n${recorded}`).digest('hex');
