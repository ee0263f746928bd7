import { decoration, drawLine, element, newPage, open, PAGE, type Sheet } from './sheet.ts';
import { BAND, BODY, HEAD, leading, RULE } from './style.ts';
import { typeset, type Line, type Style } from './typeset.ts';

/* Tables that break across pages: the head is repeated, a long row goes on, nothing is cut off (RC6). */

export interface Column {
  head: string;
  /** Points, with the gap to the next column. */
  width: number;
  align?: 'right';
}

export interface Words {
  text: string;
  style: Style;
}
/** Words in the style of the row, or pieces one below the other in styles of their own. */
export type Cell = string | readonly Words[];

export interface Row {
  cells: readonly Cell[];
  /** Shaded: it begins something. It does not stand alone at the foot of a page. */
  band?: boolean;
  /** Ink of a small mark before the row. */
  mark?: string;
  style?: Style;
}

interface Options {
  /** False: nothing is drawn above, and the first cell names its row. */
  head?: boolean;
  rules?: boolean;
}

const GAP = 8;
/** Above and below the words of a row; less where no rule divides the rows. */
const PAD = { ruled: 2, plain: 0.8 };
const LEADING = leading(BODY);
/** A row of up to this many lines is not broken; nor does a head stand over fewer rows than these. */
const KEPT_LINES = 8;
const KEPT_ROWS = 3;

type Laid = readonly { line: Line; style: Style }[];

function laid(cell: Cell, width: number, base: Style): Laid {
  const words = typeof cell === 'string' ? [{ text: cell, style: base }] : cell;
  return words
    .filter(({ text }) => text !== '')
    .flatMap(({ text, style }) =>
      typeset(text, style, width - GAP).map((line) => ({ line, style })),
    );
}

const tallest = (cells: readonly Laid[]): number =>
  Math.max(1, ...cells.map(({ length }) => length));

export function table(
  sheet: Sheet,
  columns: readonly Column[],
  rows: readonly Row[],
  { head = true, rules = true }: Options = {},
): void {
  const pad = rules ? PAD.ruled : PAD.plain;
  const height = (lines: number) => lines * LEADING + 2 * pad;
  const layOut = (cells: readonly Cell[], style: Style): Laid[] =>
    columns.map(({ width }, index) => laid(cells[index] ?? '', width, style));

  const lefts = columns.map((_, index) =>
    columns.slice(0, index).reduce<number>((sum, { width }) => sum + width, PAGE.left),
  );
  const draw = (index: number, lines: Laid) => {
    const { width = 0, align } = columns[index] ?? {};
    const left = lefts[index] ?? PAGE.left;
    for (const [place, { line, style }] of lines.entries()) {
      const x = align === 'right' ? left + width - GAP - line.width : left;
      drawLine(sheet, line, style, x, sheet.y + pad + place * LEADING + BODY.size);
    }
  };

  const heads = layOut(
    columns.map((column) => column.head),
    HEAD,
  );
  const headHeight = head ? height(tallest(heads)) : 0;
  const belowHead = () => {
    sheet.y += headHeight;
    if (head) line(sheet, 0.8);
  };
  const turnPage = () => {
    newPage(sheet);
    if (head) decoration(sheet, () => heads.forEach((lines, index) => draw(index, lines)));
    belowHead();
  };

  const drawRow = ({ cells, band = false, mark, style = BODY }: Row) => {
    const lines = layOut(cells, style);
    const count = tallest(lines);
    const kept = band ? count + 2 : Math.min(count, KEPT_LINES);
    if (sheet.y + height(kept) > PAGE.bottom) turnPage();
    element(sheet, 'TR', () => {
      const boxes = columns.map((_, index) => open(sheet, index === 0 && !head ? 'TH' : 'TD'));
      for (let from = 0; from < count;) {
        if (from > 0) turnPage();
        const room = Math.max(1, Math.floor((PAGE.bottom - sheet.y - 2 * pad) / LEADING));
        const to = Math.min(count, from + room);
        shade(sheet, height(to - from), band, mark);
        for (const [index, box] of boxes.entries()) {
          box.add(() => draw(index, lines[index]?.slice(from, to) ?? []));
        }
        sheet.y += height(to - from);
        from = to;
      }
      for (const box of boxes) box.end();
    });
    if (rules) line(sheet, 0.4);
  };

  element(sheet, 'Table', () => {
    const opening = rows.slice(0, KEPT_ROWS).map(({ cells, style = BODY }) => {
      const count = tallest(layOut(cells, style));
      return height(Math.min(count, KEPT_LINES));
    });
    if (sheet.y + headHeight + opening.reduce((sum, tall) => sum + tall, 0) > PAGE.bottom) {
      newPage(sheet);
    }
    if (head) {
      element(sheet, 'TR', () => {
        for (const [index, lines] of heads.entries()) {
          const box = open(sheet, 'TH');
          box.add(() => draw(index, lines));
          box.end();
        }
      });
    }
    belowHead();
    rows.forEach(drawRow);
  });
}

function line(sheet: Sheet, width: number): void {
  decoration(sheet, () => {
    sheet.doc.moveTo(PAGE.left, sheet.y).lineTo(PAGE.right, sheet.y);
    sheet.doc.lineWidth(width).stroke(RULE);
  });
}

function shade(sheet: Sheet, tall: number, band: boolean, mark: string | undefined): void {
  if (!band && mark === undefined) return;
  const { doc, y } = sheet;
  decoration(sheet, () => {
    if (band) doc.rect(PAGE.left - 4, y, PAGE.right - PAGE.left + 8, tall).fill(BAND);
    if (mark !== undefined) doc.rect(PAGE.left - 9, y + PAD.ruled + 2.5, 4, 6.5).fill(mark);
  });
}
