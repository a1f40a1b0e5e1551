/** Labels as they come out of a printer: their codes are read back, their text is taken out, their edges are looked at. */
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { openDatabase } from '../../db/connect.ts';
import type { Database } from '../../db/database.ts';
import { fileUrl } from '../../db/database-url.ts';
import type { CommandContext } from '../../src/commands/command.ts';
import { labels } from '../../src/commands/labels.ts';
import { type Area, codeIn, fontsOf, type Pixels, pageCount, pixelsOf, textOf } from '../support/pdf.ts';
import { openFile } from '../support/stand/file.ts';

const URL = 'https://gerai.example.id';
const REACH = { web: URL, telegram: 'gerai_contoh_bot', whatsapp: '6281234567890' };
const SAMPLES = ['keripik-tempe', 'kerajinan', 'paving-block', 'batako', 'tas-sulam-pita', 'sepatu'];

let database: Database;
let context: CommandContext;
beforeEach(async () => {
  const { file, remove } = await openFile();
  database = await openDatabase({ url: fileUrl(file) });
  onTestFinished(async () => {
    await database.close();
    remove();
  });
  context = { database, reach: () => REACH, now: () => Date.UTC(2026, 1, 9), publicUrl: URL };
});

const run = (input: Parameters<typeof labels.run>[1] = {}, change: Partial<CommandContext> = {}) =>
  labels.run({ ...context, ...change }, input).then(({ text, files: [{ name, content }] }) => ({
    text,
    file: { name, bytes: content },
  }));

/** Where on its page a label stands, counted from 0. */
function placeOf(index: number): { page: number; area: Area } {
  const [w, h] = [96, 69.75];
  const at = index % 8;
  return {
    page: Math.floor(index / 8) + 1,
    area: { x: 9 + (at % 2) * w, y: 9 + Math.floor(at / 2) * h, w, h },
  };
}

function labelAt(pdf: Uint8Array, index: number) {
  const { page, area } = placeOf(index);
  const pixels = pixelsOf(pdf, page, area);
  return { text: textOf(pdf, page, area), code: codeIn(pixels), pixels };
}

interface Made {
  readonly slug: string;
  readonly number: number;
  readonly id: string;
  readonly en: string;
}

async function publish(...made: readonly Made[]): Promise<void> {
  await database.write(
    made.flatMap(({ slug, number, id, en }) => [
      {
        sql: `INSERT INTO products (slug, unit_id, kind_id, place_id, shelf_number, mode, published_by, published_at, name,
                story, sale_unit, max_per_order) VALUES (?, 1, 1, 1, ?, 'ready', 'Bu Sari', 1, ?, '{}', '{"id":"buah"}', 5)`,
        args: [slug, number, JSON.stringify({ id, en })],
      },
      {
        sql: `INSERT INTO variants (product_id, slug, name, price, price_status)
                SELECT id, '', name, 15000, 'confirmed' FROM products WHERE slug = ?`,
        args: [slug],
      },
    ]),
  );
}

/** Its head is right, its pixels are not. @param kind 4 and 6 are see-through. */
function brokenPng(kind: number): Buffer {
  const chunk = (name: string, data: Buffer) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    return Buffer.concat([length, Buffer.from(name), data, Buffer.alloc(4)]);
  };
  const head = Buffer.from([0, 0, 0, 40, 0, 0, 0, 30, 8, kind, 0, 0, 0]);
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
  const pixels = Buffer.from('these are no pixels');
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Whether nothing is printed along the cut, but for the crosses at the corners. */
function isClearAtEdges({ width, height, at }: Pixels): boolean {
  const mm = width / 96;
  const [deep, corner] = [1.5, 3];
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const fromSide = Math.min(x, width - 1 - x) / mm;
      const fromEnd = Math.min(y, height - 1 - y) / mm;
      const isEdge = Math.min(fromSide, fromEnd) < deep;
      const isCorner = fromSide < corner && fromEnd < corner;
      if (isEdge && !isCorner && at(x, y) < 250) return false;
    }
  return true;
}

/** How many modules of white there are around the code that was found. */
function quietModules(pixels: Pixels): number {
  const code = codeIn(pixels);
  if (!code) return 0;
  const { topLeftCorner: from, topRightCorner: to, bottomLeftCorner: below } = code.location;
  const modules = 17 + 4 * code.version;
  const module = (to.x - from.x) / modules;
  const isWhite = (left: number, top: number, right: number, bottom: number) => {
    for (let y = Math.ceil(top); y < bottom; y += 1)
      for (let x = Math.ceil(left); x < right; x += 1) if (pixels.at(x, y) < 250) return false;
    return true;
  };
  let quiet = 0;
  for (let wide = 1; wide <= 5; wide += 1) {
    // Half a module is what the place of a corner is known to.
    const by = (wide - 0.5) * module;
    const [l, t, r, b] = [from.x - by, from.y - by, to.x + by, below.y + by];
    const [il, it, ir, ib] = [
      from.x - module / 2,
      from.y - module / 2,
      to.x + module / 2,
      below.y + module / 2,
    ];
    if (isWhite(l, t, r, it) && isWhite(l, ib, r, b) && isWhite(l, t, il, b) && isWhite(ir, t, r, b))
      quiet = wide;
    else break;
  }
  return quiet;
}

describe('a page of labels', () => {
  it('has a code on each that leads to its own product, beside its number, its names and how to write', async () => {
    const { file, text } = await run();
    expect(text).toContain(`6 labels on 1 page, with codes to ${URL}/p/…`);
    expect(text).toContain('WhatsApp: +62 812 3456 7890');
    expect(pageCount(file.bytes)).toBe(1);
    for (const [index, slug] of SAMPLES.entries()) {
      const label = labelAt(file.bytes, index);
      expect(label.code?.data).toBe(`${URL}/p/${slug}`);
      const number = index + 1;
      expect(label.text).toMatch(new RegExp(`^${number} `));
      expect(label.text).toContain(
        `Tanpa memindai: kirim “${number}” ke · Without scanning: send “${number}” to`,
      );
      expect(label.text).toContain('WhatsApp +62 812 3456 7890');
      expect(label.text).toContain('Telegram @gerai_contoh_bot');
      expect(label.text).toContain(`Web gerai.example.id/p/${number}`);
      expect(label.text).toContain('contoh · sample');
      expect(isClearAtEdges(label.pixels)).toBe(true);
      expect(quietModules(label.pixels)).toBeGreaterThanOrEqual(4);
    }
    expect(labelAt(file.bytes, 0).text).toContain('Keripik tempe Tempeh chips');
    // Where both languages say the same, once.
    expect(labelAt(file.bytes, 2).text.match(/paving block/gi)).toHaveLength(1);
  });

  it('says no price', async () => {
    const { file } = await run();
    expect(textOf(file.bytes, 1)).not.toMatch(/Rp|15[.,]?000|200[.,]?000/);
  });

  it('is sharp: a code is read when the page is copied small, and its fonts are in the file', async () => {
    const { file } = await run();
    const { page, area } = placeOf(0);
    expect(codeIn(pixelsOf(file.bytes, page, area, 110))?.data).toBe(`${URL}/p/keripik-tempe`);
    const fonts = fontsOf(file.bytes);
    expect(fonts.length).toBeGreaterThan(0);
    expect(fonts.filter(({ embedded }) => !embedded)).toEqual([]);
  });

  it('keeps long names, and every sign of them, within the label', async () => {
    const names = {
      id: 'Wadah anyaman pandan “Café” isi ≥ 4 sekat, tutup berlapis dua',
      en: 'Woven pandan box “Café” with ≥ 4 parts and a double-layer lid',
    };
    expect([...names.id].length).toBeGreaterThanOrEqual(60);
    await publish(
      { slug: 'wadah', number: 1234, ...names },
      { slug: 'satu-kata', number: 8, id: 'Kesinambungan'.repeat(5), en: `${'x'.repeat(70)}` },
    );
    const { file } = await run({ product: ['wadah', 'satu-kata'] });
    const byNumber = [labelAt(file.bytes, 0), labelAt(file.bytes, 1)];
    const long = byNumber.find(({ text }) => text.startsWith('1234'));
    const word = byNumber.find(({ text }) => text.startsWith('8'));
    expect(long?.text).toContain(names.id);
    expect(long?.text).toContain(names.en);
    expect(long?.code?.data).toBe(`${URL}/p/wadah`);
    // A word without end is cut, and harms nothing.
    expect(word?.code?.data).toBe(`${URL}/p/satu-kata`);
    for (const label of byNumber) {
      expect(isClearAtEdges(label.pixels)).toBe(true);
      expect(quietModules(label.pixels)).toBeGreaterThanOrEqual(4);
    }
  });

  it.each([
    [34, 5],
    [35, 6],
  ])('goes on over pages: 6 and %i products are on %i', async (more, pages) => {
    await publish(
      ...Array.from({ length: more }, (_, index) => ({
        slug: `produk-${index}`,
        number: 100 + index,
        id: `Produk ${index}`,
        en: `Product ${index}`,
      })),
    );
    const { file, text } = await run();
    expect(text).toContain(`${6 + more} labels on ${pages} pages`);
    expect(text).toMatch(/No picture is stored for no\. 100, 101, /);
    expect(pageCount(file.bytes)).toBe(pages);
    const last = labelAt(file.bytes, 5 + more);
    expect(last.text).toMatch(new RegExp(`^${99 + more} Produk ${more - 1} `));
    expect(last.code?.data).toBe(`${URL}/p/produk-${more - 1}`);
  });

  it('has those only that were asked for, in the order of the shelf', async () => {
    const { file } = await run({ product: ['sepatu', 'batako'] });
    expect(labelAt(file.bytes, 0).text).toMatch(/^4 Batako/);
    expect(labelAt(file.bytes, 1).text).toMatch(/^6 Sepatu/);
    expect(labelAt(file.bytes, 2).text).toBe('');
  });

  it('leaves out a product that is not published', async () => {
    await database.write([
      { sql: "UPDATE products SET published_at = NULL, published_by = NULL WHERE slug = 'batako'", args: [] },
    ]);
    expect((await run()).text).toContain('5 labels on 1 page');
    await expect(run({ product: 'batako' })).rejects.toThrow(
      /^No published product is called batako\. There are: keripik-tempe, /,
    );
  });

  it('names only ways that there are, and says which are not', async () => {
    const reach = () => ({ web: URL, telegram: null, whatsapp: null });
    const { file, text } = await run({ product: 'batako' }, { reach });
    expect(text).toMatch(/WhatsApp: not named.*\nTelegram: not named/);
    const label = labelAt(file.bytes, 0);
    expect(label.text).toContain('Tanpa memindai: buka · Without scanning: open Web gerai.example.id/p/4');
    expect(label.text).not.toMatch(/WhatsApp|Telegram|kirim/);
  });

  it('is made without a picture that cannot be printed, and says so', async () => {
    const picture = "(SELECT photo FROM products WHERE slug = 'batako')";
    const [result] = await database.read([
      { sql: `SELECT bytes FROM media WHERE hash = ${picture}`, args: [] },
    ]);
    const whole = new Uint8Array(result?.rows[0]?.bytes as ArrayBuffer);
    for (const bytes of [
      new TextEncoder().encode('RIFF....WEBPVP8 '),
      whole.slice(0, 300),
      new Uint8Array(),
      // See-through pictures are unpacked, which a broken one must not do in the middle of the work.
      brokenPng(6),
      brokenPng(4),
    ]) {
      await database.write([{ sql: `UPDATE media SET bytes = ? WHERE hash = ${picture}`, args: [bytes] }]);
      const { file, text } = await run({ product: 'batako' });
      expect(labelAt(file.bytes, 0).code?.data).toBe(`${URL}/p/batako`);
      expect(text).toContain('The picture of no. 4 is broken, or neither PNG nor JPEG');
    }
  });
});

describe('the poster', () => {
  const WHOLE: Area = { x: 0, y: 0, w: 210, h: 297 };

  it('is one page with the name, a code to the stand, three steps in both languages and the number', async () => {
    const { file, text } = await run({ poster: 'true' });
    expect(file.name).toBe('poster.pdf');
    expect(text).toContain(`a code to ${URL}/`);
    expect(pageCount(file.bytes)).toBe(1);
    const pixels = pixelsOf(file.bytes, 1, WHOLE, 150);
    expect(codeIn(pixels)?.data).toBe(`${URL}/`);
    expect(quietModules(pixels)).toBeGreaterThanOrEqual(4);
    const says = textOf(file.bytes, 1);
    for (const words of ['Gerai contoh', 'Sample stand', 'Karya Warga Binaan', 'contoh · sample'])
      expect(says).toContain(words);
    const column = (x: number) => textOf(file.bytes, 1, { x, y: 195, w: 85, h: 60 });
    expect(column(18)).toBe(
      '1 Pindai kode ini dengan kamera HP. 2 Lihat produknya, atau tulis nomor yang ada di labelnya. ' +
        '3 Tanya dan pesan lewat obrolan. Petugas membantu bila perlu.',
    );
    expect(column(108)).toMatch(/^1 Scan this code .* 2 Look around, .* 3 Ask and order in the chat\./);
    expect(says).toContain(
      'Atau kirim pesan ke · Or write to WhatsApp +62 812 3456 7890 Telegram @gerai_contoh_bot',
    );
  });

  it('promises no orders where the stand only shows', async () => {
    await database.write([{ sql: "UPDATE stands SET stage = 'interest'", args: [] }]);
    const says = textOf((await run({ poster: 'true' })).file.bytes, 1);
    expect(says).toContain('minat Anda kami catat');
    expect(says).not.toMatch(/Tanya dan pesan|order/);
  });

  it('holds a long name', async () => {
    const name = 'Gerai Karya Warga Binaan Kantor Imigrasi Kelas I Khusus TPI Tangerang';
    await database.write([
      { sql: 'UPDATE stands SET name = ?', args: [JSON.stringify({ id: name, en: name })] },
    ]);
    const { file } = await run({ poster: 'true' });
    expect(textOf(file.bytes, 1)).toContain(name);
    expect(codeIn(pixelsOf(file.bytes, 1, WHOLE, 150))?.data).toBe(`${URL}/`);
    expect(pageCount(file.bytes)).toBe(1);
  });

  it('shows no products', async () => {
    await expect(run({ poster: 'true', product: 'batako' })).rejects.toThrow('leave --product out');
  });
});

describe('the address in the codes', () => {
  it('is refused where none is set', async () => {
    await expect(run({}, { publicUrl: undefined })).rejects.toThrow(
      /^The codes need .*set PUBLIC_URL, or add --url/,
    );
  });

  it.each([
    'http://localhost:3000',
    'http://127.0.0.1:3000',
    'http://[::1]:3000',
    'http://0.0.0.0',
    'http://gerai.localhost',
  ])('is refused where only this machine has it: %s', async (publicUrl) => {
    await expect(run({}, { publicUrl })).rejects.toThrow(/is this machine only/);
    await expect(run({ url: publicUrl })).rejects.toThrow(/is this machine only/);
  });

  it.each(['https://gerai.example.id/?a=1', 'https://gerai.example.id/#x'])(
    'is refused with a rest: %s',
    async (url) => {
      await expect(run({ url })).rejects.toThrow(/leave out what follows/);
    },
  );

  it('can be given, with a slash or without', async () => {
    for (const url of ['https://toko.example.id/lapas/', 'https://toko.example.id/lapas']) {
      const { file } = await run({ product: 'batako', url }, { publicUrl: undefined });
      expect(labelAt(file.bytes, 0).code?.data).toBe('https://toko.example.id/lapas/p/batako');
    }
  });

  it.each([{ url: 'gerai.example.id' }, { url: 'ftp://x.id' }, { poster: 'yes' }])(
    'is bad input: %j',
    (given) => {
      expect(labels.input.safeParse(given).success).toBe(false);
    },
  );
});
