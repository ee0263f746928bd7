import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/* A record as it was taken out of the product: read and checked by other programs. */

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** `npm run record:verify -- FILE`, without npm's second. */
export function verifyRecord(json: string): { status: number | null; said: string } {
  const folder = mkdtempSync(join(tmpdir(), 'sojourn-record-'));
  const file = join(folder, 'record.json');
  writeFileSync(file, json);
  const command = ['server/src/record/verify-command.ts', file];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, {
    cwd: ROOT,
    encoding: 'utf8',
  });
  rmSync(folder, { recursive: true });
  return { status, said: stdout + stderr };
}

/** All words of a PDF, in their order on its pages. */
export async function readPdf(data: Uint8Array): Promise<{ pages: number; text: string }> {
  const file = await getDocument({ data: new Uint8Array(data), verbosity: 0 }).promise;
  const pages = await Promise.all(
    Array.from({ length: file.numPages }, async (_, index) => {
      const { items } = await (await file.getPage(index + 1)).getTextContent();
      return items.flatMap((item) => ('str' in item ? [item.str] : [])).join(' ');
    }),
  );
  return { pages: pages.length, text: pages.join('\n').replaceAll(/\s+/g, ' ') };
}
