import { BODY_WIDTH, type Sheet } from './sheet.ts';
import { LABEL } from './style.ts';
import { table, type Cell, type Row } from './table.ts';

/** What is known under a name; without a value it is left out. */
export type Field = readonly [name: string, value: Cell | null];

const NAME_WIDTH = 70;

/** Names and values, in two columns, or in one for long values. */
export function fields(sheet: Sheet, all: readonly Field[], columns: 1 | 2 = 2): void {
  const known = all.filter((field): field is readonly [string, Cell] => field[1] !== null);
  if (known.length === 0) return;
  const named = ([name, value]: readonly [string, Cell]): Cell[] => [
    [{ text: name, style: LABEL }],
    value,
  ];
  const rows: Row[] = [];
  for (let at = 0; at < known.length; at += columns) {
    rows.push({ cells: known.slice(at, at + columns).flatMap(named) });
  }
  const value = BODY_WIDTH / columns - NAME_WIDTH;
  const pair = [
    { head: '', width: NAME_WIDTH },
    { head: '', width: value },
  ];
  table(sheet, columns === 1 ? pair : [...pair, ...pair], rows, { head: false, rules: false });
}
