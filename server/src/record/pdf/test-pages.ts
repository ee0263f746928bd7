import type { RecordExport } from '@sojourn/shared/http/record-api';
import { replay } from '@sojourn/shared/session/evolve';
import type { TestSession } from '@sojourn/shared/session/test-session';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { newSealer } from '../seal.ts';
import { recompute } from '../test-record.ts';
import { recordPdf } from './record-pdf.ts';

/* Test support: a record without a database, and its pages as another program reads them. */

/** The record of a session, chained and sealed as the server does. */
export function recordOf({ record, now }: TestSession): RecordExport {
  const events = record.map((entry) => ({ ...entry, hash: '' }));
  const sealed: RecordExport = {
    format: 'sojourn-session-record',
    version: 1,
    sessionId: 's_1',
    events,
    seals: [],
  };
  recompute(sealed);
  const sealer = newSealer();
  const ends = events.filter(
    ({ seq, event }) =>
      seq === events.length || (event.type === 'phase.entered' && event.phase === 'closed'),
  );
  sealed.seals = ends.map((entry) => sealer.seal('s_1', entry, now));
  return sealed;
}

/** Points, from the lower left corner of the page. */
interface Item {
  text: string;
  left: number;
  right: number;
  bottom: number;
  top: number;
}

export interface Read {
  pages: readonly (readonly Item[])[];
  /** All that stands on the pages, each page's words as they follow each other. */
  text: string;
  title: unknown;
  language: unknown;
  /** What a screen reader finds on the first page. */
  roles: readonly string[];
}

/** The roles in a tree of the document's structure. */
function rolesOf(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return [];
  const { role, children = [] } = node as { role?: string; children?: unknown[] };
  return [...(role === undefined ? [] : [role]), ...children.flatMap(rolesOf)];
}

async function readPdf(pdf: Buffer): Promise<Read> {
  const file = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
  const pages: Item[][] = [];
  for (let number = 1; number <= file.numPages; number += 1) {
    const { items } = await (await file.getPage(number)).getTextContent();
    pages.push(
      items.flatMap((item) => {
        if (!('str' in item) || item.str.trim() === '') return [];
        const [, , , , left = NaN, bottom = NaN] = item.transform as number[];
        const { str: text, width, height } = item;
        return [{ text, left, right: left + width, bottom, top: bottom + height * 0.7 }];
      }),
    );
  }
  const info = (await file.getMetadata()).info as { Title?: unknown; Language?: unknown };
  const roles = rolesOf(await (await file.getPage(1)).getStructTree());
  const text = pages.map((items) => items.map((item) => item.text).join(' ')).join('\n');
  return { pages, text, title: info.Title, language: info.Language, roles };
}

/** As a therapist downloads it. */
export async function pagesOf(
  record: RecordExport,
  keys = record.seals.map(({ publicKey }) => publicKey),
): Promise<Read> {
  const state = replay(record.events);
  if (state === null) throw new Error('A record without an event');
  const now = record.events.at(-1)?.at ?? 0;
  const drawn = await recordPdf({ record, state, now, keys }, new AbortController().signal);
  if (!drawn.ok) throw new Error(drawn.error);
  return readPdf(drawn.value);
}

/** What stands outside the printable part of a page, or on top of other words. */
export function misplaced({ pages }: Read): string[] {
  return pages.flatMap((items, page) => {
    const outside = items
      .filter(
        ({ left, right, bottom, top }) => left < 36 || right > 576 || bottom < 18 || top > 760,
      )
      .map(({ text }) => `page ${page + 1}: “${text}” is outside`);
    const over = items.flatMap((a, index) =>
      items
        .slice(index + 1)
        .filter(
          (b) =>
            Math.min(a.right, b.right) - Math.max(a.left, b.left) > 0.5 &&
            Math.min(a.top, b.top) - Math.max(a.bottom, b.bottom) > 0.5,
        )
        .map((b) => `page ${page + 1}: “${a.text}” and “${b.text}” overlap`),
    );
    return [...outside, ...over];
  });
}
