/** Paper of A4 to draw on, in millimetres from the upper left corner. Node only: pdfkit is loaded when it is wanted. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { encode } from 'uqr';
import { canUnpack, isPng } from './png.ts';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

export const A4 = { w: 210, h: 297 } as const;

/** Plus Jakarta Sans has the letters of Europe and Vietnam, digits and the usual signs; it is embedded as a subset. */
const FONTS = {
  medium: '500Medium/PlusJakartaSans_500Medium.ttf',
  bold: '700Bold/PlusJakartaSans_700Bold.ttf',
  black: '800ExtraBold/PlusJakartaSans_800ExtraBold.ttf',
} as const;
export type Font = keyof typeof FONTS;

const POINTS_PER_MM = 72 / 25.4;
const mm = (points: number) => points / POINTS_PER_MM;
const pt = (millimetres: number) => millimetres * POINTS_PER_MM;

/** The height of a capital letter, and what a line takes, as parts of the font's size. */
const CAPITAL = 0.71;
const LINE = 1.2;

export interface TextStyle {
  readonly font: Font;
  /** In points. */
  readonly size: number;
  readonly colour: string;
  readonly align?: 'left' | 'center';
  /** It is made smaller down to this size before it is cut short. */
  readonly least?: number;
  /** 1 where it is left out. */
  readonly lines?: number;
}

export interface Paper {
  newPage(): void;
  rect(box: Box, colour: string, round?: number): void;
  /** A line of a quarter of a point. */
  hairline(from: readonly [number, number], to: readonly [number, number], colour: string): void;
  /** @returns the height that it took. */
  text(words: string, at: Omit<Box, 'h'>, style: TextStyle): number;
  /** How high it would be. */
  heightOf(words: string, width: number, style: TextStyle): number;
  /** Whether it has room without a broken word or an end that is cut off. */
  isWhole(words: string, width: number, style: TextStyle): boolean;
  widthOf(words: string, font: Font, size: number): number;
  /** A QR code with its quiet zone, as a drawing: sharp at any resolution. */
  code(says: string, square: Omit<Box, 'h'>): void;
  /** Fills the box. @returns false where the bytes are no picture that can be printed; nothing is drawn then. */
  picture(bytes: Uint8Array, box: Box, round?: number): boolean;
  finish(): Promise<Uint8Array>;
}

export interface PaperOptions {
  readonly title: string;
  readonly language: string;
  /** UTC milliseconds. */
  readonly madeAt: number;
}

export async function openPaper({ title, language, madeAt }: PaperOptions): Promise<Paper> {
  const { default: PDFDocument } = await import('pdfkit');
  const info = { Title: title, Creator: 'Gerai', CreationDate: new Date(madeAt) };
  const doc = new PDFDocument({ size: 'A4', margin: 0, autoFirstPage: false, lang: language, info });
  for (const [name, bytes] of await readFonts()) doc.registerFont(name, bytes);
  const chunks: Buffer[] = [];
  const ended = new Promise<void>((resolve, reject) => {
    doc.on('data', (chunk: Buffer) => void chunks.push(chunk));
    doc.on('end', resolve);
    doc.on('error', reject);
  });

  const widthOf: Paper['widthOf'] = (words, font, size) =>
    mm(doc.font(font).fontSize(size).widthOfString(words));

  function fitted(words: string, width: number, style: TextStyle) {
    const clean = printable(words);
    const { font, lines: most = 1, least = style.size } = style;
    for (let size = style.size; size > least; size -= 0.25) {
      const lines = wrapped(clean, width, (part) => widthOf(part, font, size));
      // A word is broken only where nothing smaller is left.
      if (lines.length <= most && !lines.some(({ broken }) => broken)) return { size, lines };
    }
    const lines = wrapped(clean, width, (part) => widthOf(part, font, least));
    return { size: least, lines: cut(lines, most, width, (part) => widthOf(part, font, least)) };
  }

  return {
    newPage: () => void doc.addPage(),
    rect({ x, y, w, h }, colour, round = 0) {
      doc.roundedRect(pt(x), pt(y), pt(w), pt(h), pt(round)).fill(colour);
    },
    hairline([x1, y1], [x2, y2], colour) {
      doc.moveTo(pt(x1), pt(y1)).lineTo(pt(x2), pt(y2)).lineWidth(0.25).stroke(colour);
    },
    widthOf,
    heightOf(words, width, style) {
      const { size, lines } = fitted(words, width, style);
      return mm(lines.length * size * LINE);
    },
    isWhole: (words, width, style) => !fitted(words, width, style).lines.some(({ broken }) => broken),
    text(words, { x, y, w }, style) {
      const { size, lines } = fitted(words, w, style);
      doc.font(style.font).fontSize(size).fillColor(style.colour);
      for (const [index, { text }] of lines.entries()) {
        const left = style.align === 'center' ? x + (w - widthOf(text, style.font, size)) / 2 : x;
        const baseline = pt(y) + size * (index * LINE + (LINE + CAPITAL) / 2);
        doc.text(text, pt(left), baseline, { lineBreak: false, baseline: 'alphabetic' });
      }
      return mm(lines.length * size * LINE);
    },
    code(says, { x, y, w }) {
      const { data, size } = encode(says, { ecc: 'Q', border: QUIET_MODULES });
      const module = w / size;
      doc.rect(pt(x), pt(y), pt(w), pt(w)).fill('#ffffff');
      for (const [row, modules] of data.entries())
        for (const { from, length } of runsOf(modules))
          doc.rect(pt(x + from * module), pt(y + row * module), pt(length * module), pt(module));
      doc.fill('#000000');
    },
    picture(bytes, { x, y, w, h }, round = 0) {
      const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      if (isPng(source) && !canUnpack(source)) return false;
      doc.save().roundedRect(pt(x), pt(y), pt(w), pt(h), pt(round)).clip();
      try {
        doc.image(source, pt(x), pt(y), { cover: [pt(w), pt(h)], align: 'center', valign: 'center' });
        return true;
      } catch {
        return false;
      } finally {
        doc.restore();
      }
    },
    async finish() {
      doc.end();
      await ended;
      return Buffer.concat(chunks);
    },
  };
}

async function readFonts(): Promise<[Font, Buffer][]> {
  const { resolve } = createRequire(import.meta.url);
  return Promise.all(
    Object.entries(FONTS).map(
      async ([name, file]): Promise<[Font, Buffer]> => [
        name as Font,
        await readFile(resolve(`@expo-google-fonts/plus-jakarta-sans/${file}`)),
      ],
    ),
  );
}

/* ── the code ── */

/** ISO/IEC 18004 asks for four. */
const QUIET_MODULES = 4;

/** Neighbours that are dark, as one. */
function runsOf(modules: readonly boolean[]): { from: number; length: number }[] {
  const runs: { from: number; length: number }[] = [];
  for (const [at, isDark] of modules.entries()) {
    const last = runs.at(-1);
    if (!isDark) continue;
    if (last && last.from + last.length === at) last.length += 1;
    else runs.push({ from: at, length: 1 });
  }
  return runs;
}

/* ── lines ── */

interface Line {
  readonly text: string;
  /** Within a word, or before the end of all. */
  readonly broken: boolean;
}

/** Without what has no letter: an emoji would be an empty box. */
function printable(words: string): string {
  return words
    .normalize('NFC')
    .replaceAll(/\p{Extended_Pictographic}|[\p{Cc}\p{Cf}]/gu, (sign) => (/[©®™]/.test(sign) ? sign : ''))
    .replaceAll(/\s+/g, ' ')
    .trim();
}

function wrapped(words: string, width: number, measure: (part: string) => number): Line[] {
  const lines: Line[] = [];
  let line = '';
  for (const word of words.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (measure(longer) <= width) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push({ text: line, broken: false });
    line = word;
    while (measure(line) > width) {
      const head = headOf(line, width, measure);
      lines.push({ text: head, broken: true });
      line = line.slice(head.length);
    }
  }
  return [...lines, { text: line, broken: false }];
}

/** As many letters as there is room for, at least one. */
function headOf(word: string, width: number, measure: (part: string) => number): string {
  const letters = [...word];
  let count = 1;
  while (count < letters.length && measure(letters.slice(0, count + 1).join('')) <= width) count += 1;
  return letters.slice(0, count).join('');
}

function cut(lines: readonly Line[], most: number, width: number, measure: (part: string) => number): Line[] {
  if (lines.length <= most) return [...lines];
  const kept = lines.slice(0, most);
  let text = kept.at(-1)?.text ?? '';
  while (text !== '' && measure(`${text}…`) > width) text = text.slice(0, -1);
  return [...kept.slice(0, -1), { text: `${text.trimEnd()}…`, broken: true }];
}
