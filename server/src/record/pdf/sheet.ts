import PDFDocument from 'pdfkit';
import { HEADING, leading, RULE } from './style.ts';
import { FEATURES, typeset, type Line, type Style } from './typeset.ts';

/* A document of Letter pages with one cursor that runs down, and a structure that a screen reader can follow. */

/** Points; 72 an inch. */
export const PAGE = {
  width: 612,
  height: 792,
  left: 48,
  right: 564,
  top: 42,
  bottom: 744,
} as const;
export const BODY_WIDTH = PAGE.right - PAGE.left;

type Element = PDFKit.PDFStructureElement;

export interface Sheet {
  readonly doc: PDFKit.PDFDocument;
  /** Where the next thing begins, from the top of the page. */
  y: number;
  /** The element of the structure that takes what is drawn. */
  parent: Element;
  /** Something was met that no font here can draw. */
  missed: boolean;
}

/** @param drawnAt ms since the epoch */
export function createSheet(title: string, subject: string, drawnAt: number): Sheet {
  const doc = new PDFDocument({
    size: [PAGE.width, PAGE.height],
    margin: 0,
    autoFirstPage: true,
    bufferPages: true,
    pdfVersion: '1.7',
    tagged: true,
    lang: 'en-US',
    displayTitle: true,
    info: { Title: title, Subject: subject, Creator: 'Sojourn', CreationDate: new Date(drawnAt) },
  });
  const parent = doc.struct('Document');
  doc.addStructure(parent);
  return { doc, y: PAGE.top, parent, missed: false };
}

export function newPage(sheet: Sheet): void {
  sheet.doc.addPage();
  sheet.y = PAGE.top;
}

/** Goes to the next page unless this much fits on this one. */
export function need(sheet: Sheet, height: number): void {
  if (sheet.y + height > PAGE.bottom && sheet.y > PAGE.top) newPage(sheet);
}

type Options = PDFKit.Mixins.StructureElementOptions;

/** A new element under the current one; end it when all of its content is drawn. */
export function open(sheet: Sheet, type: string, options: Options = {}): Element {
  const made = sheet.doc.struct(type, options);
  sheet.parent.add(made);
  return made;
}

/** Draws what a reader meets as one thing of this type. */
export function element(sheet: Sheet, type: string, draw: () => void, options?: Options): void {
  const { parent } = sheet;
  sheet.parent = open(sheet, type, options);
  draw();
  sheet.parent.end();
  sheet.parent = parent;
}

/** Content of the current element; it must stay on one page. */
export const content = (sheet: Sheet, draw: () => void): void => void sheet.parent.add(draw);

/** What a screen reader passes over: rules, shades, repeated heads and feet. */
export function decoration(sheet: Sheet, draw: () => void): void {
  sheet.doc.markContent('Artifact');
  draw();
  sheet.doc.endMarkedContent();
}

/** One line with its baseline at `y`. */
export function drawLine(sheet: Sheet, line: Line, style: Style, x: number, y: number): void {
  let at = x;
  for (const { text, face, width, missing } of line.pieces) {
    sheet.missed ||= missing;
    const options = { lineBreak: false, baseline: 'alphabetic' as const, features: [...FEATURES] };
    // pdfkit takes a font of fontkit as it is, which its types do not say; parsing it again is slow.
    sheet.doc.registerFont(face.path, face.font as unknown as PDFKit.Mixins.PDFFontSource);
    sheet.doc.font(face.path).fontSize(style.size).fillColor(style.colour);
    sheet.doc.text(text, at, y, { ...options, textWidth: width, wordCount: 1 } as typeof options);
    at += width;
  }
}

export type Align = 'left' | 'right' | 'centre';

/** Words on one line at a place of the page, cut off nowhere: for labels that are known to be short. */
export function label(
  sheet: Sheet,
  text: string,
  style: Style,
  x: number,
  y: number,
  align: Align = 'left',
): void {
  const [line] = typeset(text, style, Infinity);
  if (!line) return;
  const shift = { left: 0, right: line.width, centre: line.width / 2 }[align];
  drawLine(sheet, line, style, x - shift, y);
}

/** Lines down the page from the cursor, over as many pages as they need. */
export function paragraph(sheet: Sheet, text: string, style: Style, type = 'P'): void {
  element(sheet, type, () => {
    for (const line of typeset(text, style, BODY_WIDTH)) {
      need(sheet, leading(style));
      content(sheet, () => drawLine(sheet, line, style, PAGE.left, sheet.y + style.size));
      sheet.y += leading(style);
    }
  });
}

/** A heading, the head of a table, and a few of its rows. */
const SECTION_MIN = 100;

/** A part of the document under its own heading, which is not left alone at the foot of a page. */
export function section(sheet: Sheet, title: string, draw: () => void): void {
  sheet.y += sheet.y > PAGE.top ? 11 : 0;
  need(sheet, SECTION_MIN);
  element(sheet, 'Sect', () => {
    paragraph(sheet, title, HEADING, 'H2');
    decoration(sheet, () => {
      sheet.doc.moveTo(PAGE.left, sheet.y).lineTo(PAGE.right, sheet.y).lineWidth(0.8).stroke(RULE);
    });
    sheet.y += 3;
    draw();
  });
}

/** Draws on each page when all are there. */
export function onEachPage(sheet: Sheet, draw: (page: number, pages: number) => void): void {
  const { start, count } = sheet.doc.bufferedPageRange();
  for (let index = 0; index < count; index += 1) {
    sheet.doc.switchToPage(start + index);
    decoration(sheet, () => draw(index + 1, count));
  }
}

export async function finished({ doc, parent }: Sheet): Promise<Buffer> {
  parent.end();
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve, reject) => {
    doc.on('end', resolve).on('error', reject);
  });
  doc.end();
  await ended;
  return Buffer.concat(chunks);
}
