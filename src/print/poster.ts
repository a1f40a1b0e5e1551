/** The poster of the stand: one page of A4. */
import { CLOTH, GOLD, INK, LEAF, ON_GOLD, SAMPLE, SAMPLE_INK, SOFT } from './colours.ts';
import { A4, openPaper, type Paper, type PaperOptions, type TextStyle } from './paper.ts';
import type { Poster, PosterColumn, Way } from './words.ts';

const MARGIN = 18;
const WIDTH = A4.w - 2 * MARGIN;
const GAP = 10;

/** Read from two metres. */
const CODE = 104;

export async function printPoster(poster: Poster, options: PaperOptions): Promise<Uint8Array> {
  const paper = await openPaper(options);
  paper.newPage();
  drawAwning(paper);
  const below = drawHead(paper, poster, 38);
  paper.code(poster.code, { x: (A4.w - CODE) / 2, y: below, w: CODE });
  const steps = drawColumns(paper, poster.columns, below + CODE + 3);
  drawWays(paper, poster, steps + 4);
  return paper.finish();
}

const STRIPE = 14;
const CLOTH_HEIGHT = 20;

/** The awning of the stand's pages. */
function drawAwning(paper: Paper): void {
  for (let index = 0; index * STRIPE < A4.w; index += 1) {
    const colour = index % 2 === 0 ? LEAF : CLOTH;
    const box = { x: index * STRIPE, y: 0, w: STRIPE };
    paper.rect({ ...box, h: CLOTH_HEIGHT }, colour);
    paper.rect({ ...box, y: CLOTH_HEIGHT - STRIPE / 2, h: STRIPE }, colour, STRIPE / 2);
  }
}

function drawHead(paper: Paper, { columns, sample, place }: Poster, from: number): number {
  const box = { x: MARGIN, w: WIDTH };
  const name: TextStyle = { font: 'black', size: 44, least: 20, lines: 2, colour: INK, align: 'center' };
  const second: TextStyle = { font: 'bold', size: 20, least: 12, lines: 2, colour: SOFT, align: 'center' };
  const [first, ...others] = columns;
  let y = from + paper.text(first?.name ?? '', { ...box, y: from }, name);
  for (const { name: other } of others)
    if (other !== first?.name) y += paper.text(other, { ...box, y }, second);
  if (place !== '') y += paper.text(place, { ...box, y }, { ...second, font: 'medium', size: 14, least: 9 });
  if (sample !== null) {
    const style: TextStyle = { font: 'bold', size: 10, colour: SAMPLE_INK, align: 'center' };
    const w = paper.widthOf(sample, style.font, style.size) + 6;
    paper.rect({ x: (A4.w - w) / 2, y: y + 1, w, h: 6 }, SAMPLE, 1.5);
    y += 2 + paper.text(sample, { x: MARGIN, y: y + 1.9, w: WIDTH }, style);
  }
  y += 3;
  for (const { tagline } of columns)
    y += paper.text(
      tagline,
      { ...box, y },
      { font: 'medium', size: 13, least: 8, lines: 2, colour: SOFT, align: 'center' },
    );
  return y + 2;
}

function drawColumns(paper: Paper, columns: readonly PosterColumn[], y: number): number {
  const w = (WIDTH - GAP * (columns.length - 1)) / columns.length;
  return Math.max(
    ...columns.map(({ steps }, index) => drawSteps(paper, steps, { x: MARGIN + index * (w + GAP), y, w })),
  );
}

const DOT = 9;

function drawSteps(
  paper: Paper,
  steps: readonly string[],
  { x, y: from, w }: { x: number; y: number; w: number },
): number {
  let y = from;
  for (const [index, step] of steps.entries()) {
    paper.rect({ x, y, w: DOT, h: DOT }, GOLD, DOT / 2);
    paper.text(
      String(index + 1),
      { x, y: y + 0.9, w: DOT },
      { font: 'black', size: 17, colour: ON_GOLD, align: 'center' },
    );
    const style: TextStyle = { font: 'medium', size: 14.5, least: 9, lines: 3, colour: INK };
    const at = { x: x + DOT + 3, w: w - DOT - 3 };
    const height = paper.heightOf(step, at.w, style);
    paper.text(step, { ...at, y: y + Math.max(0, (DOT - height) / 2) }, style);
    y += Math.max(DOT, height) + 3;
  }
  return y;
}

function drawWays(paper: Paper, { columns, ways }: Poster, from: number): void {
  const words = columns.map(({ write }) => write).join(' · ');
  let y = from;
  const box = { x: MARGIN, w: WIDTH };
  y +=
    paper.text(words, { ...box, y }, { font: 'medium', size: 13, least: 8, colour: SOFT, align: 'center' }) +
    1;
  for (const [index, way] of ways.entries()) y += drawWay(paper, way, y, index === 0 ? 26 : 16);
}

function drawWay(paper: Paper, { name, at }: Way, y: number, size: number): number {
  return paper.text(
    `${name} ${at}`,
    { x: MARGIN, y, w: WIDTH },
    { font: 'bold', size, least: 9, lines: 2, colour: LEAF, align: 'center' },
  );
}
