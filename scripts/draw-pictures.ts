/**
 * Renders the drawings of the sample products, `db/seed/pictures/*.svg`, to the PNGs beside them, which are
 * what the seed stores: channels take no SVG. Run it after changing a drawing, with the slugs to draw or none
 * for all:
 *
 *     npx tsx scripts/draw-pictures.ts [slug…]
 */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { crc32, deflateSync } from 'node:zlib';
import { chromium, type Page } from 'playwright-core';

const PICTURES = new URL('../db/seed/pictures/', import.meta.url);
const WIDTH_PX = 800;
const HEIGHT_PX = 600;
/** A shelf code is opened on a phone in a lounge: a picture has to be there at once. */
const MAX_PICTURE_BYTES = 60_000;
const MAX_COLOURS = 256;

const asked = process.argv.slice(2);
const drawings = (await readdir(PICTURES)).filter((file) => extname(file) === '.svg').sort();
const known = drawings.map((file) => basename(file, '.svg'));
const unknown = asked.filter((slug) => !known.includes(slug));
if (unknown.length > 0) throw new Error(`No drawing of ${unknown.join(', ')} in ${fileURLToPath(PICTURES)}`);

const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
try {
  const page = await browser.newPage();
  for (const slug of asked.length > 0 ? asked : known) {
    const svg = await readFile(new URL(`${slug}.svg`, PICTURES), 'utf8');
    const png = encodePng(await drawPixels(page, svg));
    if (png.byteLength > MAX_PICTURE_BYTES) {
      throw new Error(`${slug}.png would have ${png.byteLength} bytes, more than ${MAX_PICTURE_BYTES}`);
    }
    await writeFile(new URL(`${slug}.png`, PICTURES), png);
    console.log(`${slug}.png  ${Math.round(png.byteLength / 1000)} KB`);
  }
} finally {
  await browser.close();
}

/** The drawing as RGBA, row by row. Rejects where the SVG is not well-formed. */
async function drawPixels(page: Page, svg: string): Promise<Uint8Array> {
  const base64 = await page.evaluate(
    async ({ svg, width, height }) => {
      const image = new Image(width, height);
      image.src = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
      await image.decode();
      const canvas = new OffscreenCanvas(width, height);
      const context = canvas.getContext('2d');
      if (!context) throw new Error('This Chromium gives no canvas');
      context.drawImage(image, 0, 0, width, height);
      const { data } = context.getImageData(0, 0, width, height);
      const url = await new Promise<string>((resolve, reject) => {
        const reader = new FileReader();
        reader.onload = () => resolve(String(reader.result));
        reader.onerror = () => reject(new Error('The pixels could not be read'));
        reader.readAsDataURL(new Blob([data]));
      });
      return url.slice(url.indexOf(',') + 1);
    },
    { svg, width: WIDTH_PX, height: HEIGHT_PX },
  );
  return Buffer.from(base64, 'base64');
}

/**
 * A PNG with a palette and nothing else in it, no metadata. Chromium's own encoder takes three times the
 * bytes for flat drawings: it is made for speed.
 */
function encodePng(rgba: Uint8Array): Buffer {
  const colours: number[] = [];
  for (let at = 0; at < rgba.length; at += 4) {
    colours.push(((rgba[at] ?? 0) << 16) | ((rgba[at + 1] ?? 0) << 8) | (rgba[at + 2] ?? 0));
  }
  const { palette, indexOf } = choosePalette(colours);

  const rows = Buffer.alloc(HEIGHT_PX * (WIDTH_PX + 1));
  for (const [at, colour] of colours.entries()) {
    const row = Math.floor(at / WIDTH_PX);
    // Each row opens with its filter, 0: none, which suits palettes.
    rows[row * (WIDTH_PX + 1) + 1 + (at % WIDTH_PX)] = indexOf(colour);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(WIDTH_PX, 0);
  header.writeUInt32BE(HEIGHT_PX, 4);
  header.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    pngChunk('IHDR', header),
    pngChunk(
      'PLTE',
      Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255])),
    ),
    pngChunk('IDAT', deflateSync(rows, { level: 9 })),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

/** The most frequent colours: in a flat drawing the rest is the soft rim between two of them. */
function choosePalette(colours: readonly number[]) {
  const counts = new Map<number, number>();
  for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const palette = [...counts]
    .sort(([left, leftCount], [right, rightCount]) => rightCount - leftCount || left - right)
    .slice(0, MAX_COLOURS)
    .map(([colour]) => colour);
  const indexes = new Map(palette.map((colour, index) => [colour, index]));

  const indexOf = (colour: number): number => {
    const seen = indexes.get(colour);
    if (seen !== undefined) return seen;
    let nearest = 0;
    let least = Number.POSITIVE_INFINITY;
    for (const [index, candidate] of palette.entries()) {
      const distance =
        ((candidate >> 16) - (colour >> 16)) ** 2 +
        (((candidate >> 8) & 255) - ((colour >> 8) & 255)) ** 2 +
        ((candidate & 255) - (colour & 255)) ** 2;
      if (distance < least) [nearest, least] = [index, distance];
    }
    indexes.set(colour, nearest);
    return nearest;
  };
  return { palette, indexOf };
}

function pngChunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.byteLength);
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, checksum]);
}
