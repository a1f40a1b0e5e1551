/** Shelf labels, eight on a page of A4, to be cut along the marks. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { CLOTH, CUT, GOLD, INK, LEAF, ON_GOLD, SAMPLE, SAMPLE_INK, SOFT, WOOD } from './colours.ts';
import { A4, type Box, openPaper, type Paper, type PaperOptions, type TextStyle } from './paper.ts';
import type { Label, Way } from './words.ts';

const COLUMNS = 2;
const ROWS = 4;
const PER_PAGE = COLUMNS * ROWS;

/** What no printer reaches, and room for the marks. */
const MARGIN = 9;
const WIDTH = (A4.w - 2 * MARGIN) / COLUMNS;
const HEIGHT = (A4.h - 2 * MARGIN) / ROWS;

/** Between the cut and what is printed: nobody cuts to the millimetre. */
const PADDING = 4;
const INNER = WIDTH - 2 * PADDING;

/** From the upper edge of a label: number and names, picture and code, how to come without scanning. */
const HEAD = { y: PADDING, h: 14 };
const MIDDLE = { y: 19.2, h: 31.5 };
const FOOT = { y: 51.9 };

const PICTURE = 46;

/** With its quiet zone it fills what is between head and foot: it is read from half a metre. */
const CODE = { y: 18.2, w: 33.5 };

export interface PrintedLabel extends Label {
  readonly picture: Uint8Array | null;
}

export interface Printed {
  readonly pdf: Uint8Array;
  readonly pages: number;
  /** The numbers of labels whose picture cannot be printed. */
  readonly broken: readonly string[];
}

/** Others are answered between two labels. */
export async function printLabels(labels: readonly PrintedLabel[], options: PaperOptions): Promise<Printed> {
  const paper = await openPaper(options);
  const broken: string[] = [];
  for (const [index, label] of labels.entries()) {
    const place = index % PER_PAGE;
    if (place === 0) {
      paper.newPage();
      drawMarks(paper);
    }
    const x = MARGIN + (place % COLUMNS) * WIDTH;
    const y = MARGIN + Math.floor(place / COLUMNS) * HEIGHT;
    if (!drawLabel(paper, label, x, y)) broken.push(label.number);
    await nextTurn();
  }
  return { pdf: await paper.finish(), pages: Math.ceil(labels.length / PER_PAGE), broken };
}

/* ── the marks ── */

const MARK = 4;
const CROSS = 2;

/** Ticks in the margin for a ruler, and crosses where four labels meet. */
function drawMarks(paper: Paper): void {
  const xs = Array.from({ length: COLUMNS + 1 }, (_, column) => MARGIN + column * WIDTH);
  const ys = Array.from({ length: ROWS + 1 }, (_, row) => MARGIN + row * HEIGHT);
  for (const x of xs)
    for (const y of [MARGIN - 1.5 - MARK, A4.h - MARGIN + 1.5]) paper.hairline([x, y], [x, y + MARK], CUT);
  for (const y of ys)
    for (const x of [MARGIN - 1.5 - MARK, A4.w - MARGIN + 1.5]) paper.hairline([x, y], [x + MARK, y], CUT);
  for (const x of xs.slice(1, -1))
    for (const y of ys.slice(1, -1)) {
      paper.hairline([x - CROSS, y], [x + CROSS, y], CUT);
      paper.hairline([x, y - CROSS], [x, y + CROSS], CUT);
    }
}

/* ── one label ── */

/** @returns false where it has a picture that cannot be printed. */
function drawLabel(paper: Paper, label: PrintedLabel, x: number, y: number): boolean {
  const left = x + PADDING;
  const tag = drawNumber(paper, label.number, left, y);
  drawNames(paper, label.names, { x: left + tag + 4, y: y + 3, w: INNER - tag - 4, h: 15.2 });
  const picture = { x: left, y: y + MIDDLE.y, w: PICTURE, h: MIDDLE.h };
  const isDrawn = drawPicture(paper, label.picture, picture);
  if (label.sample !== null) drawSampleMark(paper, label.sample, picture);
  paper.code(label.code, { x: left + INNER - CODE.w, y: y + CODE.y, w: CODE.w });
  drawFoot(paper, label, { x: left, y: y + FOOT.y, w: INNER });
  return isDrawn;
}

/** The tag of the stand's pages, to be read from across the room. @returns its width. */
function drawNumber(paper: Paper, number: string, x: number, y: number): number {
  const size = Math.min(LARGEST, (LARGEST * DIGITS) / paper.widthOf(number, 'black', LARGEST));
  const w = Math.max(16, paper.widthOf(number, 'black', size) + 5);
  const tag = { x, y: y + 2.5, w, h: HEAD.y + HEAD.h - 2.5 };
  paper.rect(tag, GOLD, 2);
  const style: TextStyle = { font: 'black', size, colour: ON_GOLD, align: 'center' };
  const height = paper.heightOf(number, w, style);
  paper.text(number, { x, y: tag.y + (tag.h - height) / 2, w }, style);
  return w;
}

const LARGEST = 40;
/** Two digits have room at their largest, more are smaller. */
const DIGITS = 19;

/** The first language large; all of them fit, however long they are. */
function drawNames(paper: Paper, names: readonly string[], box: Box): void {
  const styles = namesThatFit(paper, names, box);
  const heights = names.map((name, index) => paper.heightOf(name, box.w, styles(index)));
  let y = box.y + Math.max(0, (box.h - heights.reduce((sum, height) => sum + height, 0)) / 2);
  for (const [index, name] of names.entries()) y += paper.text(name, { ...box, y }, styles(index));
}

function namesThatFit(paper: Paper, names: readonly string[], { w, h }: Box): (index: number) => TextStyle {
  for (let scale = 1; scale > LEAST_SCALE; scale -= 0.05) {
    const styles = namesAt(scale);
    const height = names.reduce((sum, name, index) => sum + paper.heightOf(name, w, styles(index)), 0);
    const isWhole = names.every((name, index) => paper.isWhole(name, w, styles(index)));
    if (isWhole && height <= h) return styles;
  }
  return namesAt(LEAST_SCALE);
}

const LEAST_SCALE = 0.44;

function namesAt(scale: number) {
  return (index: number): TextStyle =>
    index === 0
      ? { font: 'bold', size: 21 * scale, lines: 2, colour: INK }
      : { font: 'medium', size: Math.max(7, 13 * scale), lines: 2, colour: SOFT };
}

/** Without a picture, an empty shelf, as on the pages. */
function drawPicture(paper: Paper, picture: Uint8Array | null, box: Box): boolean {
  paper.rect(box, CLOTH, 2);
  if (picture !== null && paper.picture(picture, box, 2)) return true;
  paper.rect({ ...box, y: box.y + box.h * 0.71, h: box.h * 0.29 }, WOOD, 2);
  return picture === null;
}

function drawSampleMark(paper: Paper, words: string, picture: Box): void {
  const style: TextStyle = { font: 'bold', size: 7, colour: SAMPLE_INK, align: 'center' };
  const w = paper.widthOf(words, style.font, style.size) + 3;
  const box = { x: picture.x + picture.w - w - 1.5, y: picture.y + picture.h - 5.5, w, h: 4 };
  paper.rect(box, SAMPLE, 1);
  paper.text(words, { ...box, y: box.y + 0.5 }, style);
}

/** For whoever cannot scan: what to send, and where to. */
function drawFoot(paper: Paper, { typed, ways }: Label, { x, y, w }: Omit<Box, 'h'>): void {
  const style: TextStyle = { font: 'medium', size: 8, least: 6, colour: INK };
  let below = y + paper.text(typed.join(' · '), { x, y, w }, style) + 0.2;
  for (const way of ways) below += drawWay(paper, way, { x, y: below, w });
}

const SIZE = 9;
/** "WhatsApp" and a space. */
const NAME = 17.5;

function drawWay(paper: Paper, { name, at }: Way, { x, y, w }: Omit<Box, 'h'>): number {
  paper.text(name, { x, y, w: NAME }, { font: 'medium', size: SIZE, colour: SOFT });
  const style: TextStyle = { font: 'bold', size: SIZE, least: 5.5, colour: LEAF };
  paper.text(at, { x: x + NAME, y, w: w - NAME }, style);
  return 3.7;
}
