import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { FILE, guardTable } from './guard-table.ts';

const cells = (text: string) => text.replaceAll(/[-\s]+/g, ' ');

test('[GD1] the table of guards in the docs is the one that is enforced', () => {
  expect(cells(readFileSync(FILE, 'utf8')), 'npm run guards:table').toBe(cells(guardTable()));
});
