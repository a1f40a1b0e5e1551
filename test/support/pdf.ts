/** A PDF as whoever prints it sees it: its pages as pictures, and its text. By poppler's tools (`scripts/test-machine.mjs`). */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import jsQR from 'jsqr';

/** In millimetres from the upper left corner. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Grey, 0 is black. */
  at(x: number, y: number): number;
  readonly grey: Uint8Array;
}

/** What an office's printer does. */
const PRINT_DPI = 300;

function run(program: string, args: readonly string[]): string {
  const { status, stdout, stderr, error } = spawnSync(program, args, { encoding: 'utf8' });
  if (error) throw new Error(`${program} is missing: node scripts/test-machine.mjs`);
  if (status !== 0) throw new Error(`${program}: ${stderr}`);
  return stdout;
}

function withFile<T>(pdf: Uint8Array, work: (file: string, folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'gerai-pdf-'));
  try {
    const file = join(folder, 'printed.pdf');
    writeFileSync(file, pdf);
    return work(file, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function cropped({ x, y, w, h }: Area, dpi: number): string[] {
  const [left, top, width, height] = [x, y, w, h].map((mm) => String(Math.round((mm * dpi) / 25.4)));
  return ['-x', `${left}`, '-y', `${top}`, '-W', `${width}`, '-H', `${height}`];
}

/** In the order in which it was drawn. @param page from 1. */
export function textOf(pdf: Uint8Array, page: number, area?: Area): string {
  const crop = area ? ['-r', '72', ...cropped(area, 72)] : [];
  const text = withFile(pdf, (file) =>
    run('pdftotext', ['-raw', '-f', `${page}`, '-l', `${page}`, ...crop, file, '-']),
  );
  return text.replaceAll(/\s+/g, ' ').trim();
}

export function pageCount(pdf: Uint8Array): number {
  const info = withFile(pdf, (file) => run('pdfinfo', [file]));
  return Number(/^Pages:\s+(\d+)$/m.exec(info)?.[1]);
}

/** The fonts, as `pdffonts` lists them, and whether each is embedded. */
export function fontsOf(pdf: Uint8Array): { readonly name: string; readonly embedded: boolean }[] {
  const [, , ...lines] = withFile(pdf, (file) => run('pdffonts', [file]))
    .trimEnd()
    .split('\n');
  return lines.map((line) => ({
    name: line.split(' ')[0] ?? '',
    embedded: /\s(yes|no)\s+(?:yes|no)\s+(?:yes|no)\s+\d+\s+\d+$/.exec(line)?.[1] === 'yes',
  }));
}

export function pixelsOf(pdf: Uint8Array, page: number, area: Area, dpi = PRINT_DPI): Pixels {
  const bytes = withFile(pdf, (file, folder) => {
    const only = ['-f', `${page}`, '-l', `${page}`, '-r', `${dpi}`, ...cropped(area, dpi)];
    run('pdftoppm', ['-gray', ...only, file, join(folder, 'page')]);
    const name = readdirSync(folder).find((each) => each.endsWith('.pgm'));
    return readFileSync(join(folder, name ?? 'no page'));
  });
  // "P5 <width> <height> 255 " and a byte for each pixel: https://netpbm.sourceforge.net/doc/pgm.html
  const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.subarray(0, 40).toString('latin1'));
  if (!head) throw new Error('No picture of a page.');
  const width = Number(head[1]);
  const grey = new Uint8Array(bytes.subarray(head[0].length));
  return { width, height: Number(head[2]), grey, at: (x, y) => grey[y * width + x] ?? 255 };
}

/** The code that a phone finds there. */
export function codeIn({ width, height, grey }: Pixels) {
  const rgba = new Uint8ClampedArray(width * height * 4);
  for (const [index, value] of grey.entries()) rgba.set([value, value, value, 255], index * 4);
  return jsQR(rgba, width, height);
}
