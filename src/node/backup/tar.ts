/**
 * POSIX tar (ustar), as far as a backup needs it: a few files of any size, one after another, never whole in memory. What
 * is written here, `tar` reads.
 */

export interface Entry {
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  readonly body: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

export class TarError extends Error {
  override readonly name = 'TarError';
}

const BLOCK = 512;
/** A size of more octal digits is written in binary, as GNU tar does: from 8 GB on. */
const OCTAL_SIZES = 0o100000000000;
const NAME = { at: 0, length: 100 };
const SIZE = { at: 124, length: 12 };
const CHECKSUM = { at: 148, length: 8 };
/** Field by field, from the first byte on: https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html (ustar). */
const FIXED = [
  { at: 100, text: '0000600\0' },
  { at: 108, text: '0000000\0' },
  { at: 116, text: '0000000\0' },
  { at: 156, text: '0' },
  { at: 257, text: 'ustar\u000000' },
];

/** @param mtime UTC milliseconds. */
export async function* writeTar(entries: AsyncIterable<Entry>, mtime: number): AsyncGenerator<Uint8Array> {
  for await (const { name, size, body } of entries) {
    yield header(name, size, mtime);
    let written = 0;
    for await (const chunk of body) {
      written += chunk.byteLength;
      yield chunk;
    }
    if (written !== size) throw new TarError(`${name} has ${written} bytes instead of ${size}.`);
    yield Buffer.alloc(padding(size));
  }
  yield Buffer.alloc(2 * BLOCK);
}

function padding(size: number): number {
  return (BLOCK - (size % BLOCK)) % BLOCK;
}

function header(name: string, size: number, mtime: number): Buffer {
  const block = Buffer.alloc(BLOCK);
  block.write(name, NAME.at, NAME.length);
  for (const { at, text } of FIXED) block.write(text, at);
  if (size < OCTAL_SIZES) block.write(`${size.toString(8).padStart(11, '0')}\0`, SIZE.at);
  else {
    block[SIZE.at] = 0x80;
    block.writeBigUInt64BE(BigInt(size), SIZE.at + 4);
  }
  const seconds = Math.floor(mtime / 1_000);
  block.write(`${seconds.toString(8).padStart(11, '0')}\0`, 136);
  block.write(`${checksum(block).toString(8).padStart(6, '0')}\0 `, CHECKSUM.at);
  return block;
}

/** Of the header, with its own field taken as spaces. */
function checksum(block: Buffer): number {
  const own = (at: number) => at >= CHECKSUM.at && at < CHECKSUM.at + CHECKSUM.length;
  return block.reduce((sum, byte, at) => sum + (own(at) ? 0x20 : byte), 0);
}

/**
 * Gives each entry to `take`, which has to read its body to the end, and reads the source to its own end.
 * @throws TarError where it is none, or ends too early.
 */
export async function readTar(
  source: AsyncIterable<Uint8Array>,
  take: (entry: Entry & { readonly body: AsyncIterable<Uint8Array> }) => Promise<void>,
): Promise<void> {
  const bytes = byteReader(source);
  for (
    let block = await bytes.take(BLOCK);
    block.some((byte) => byte !== 0);
    block = await bytes.take(BLOCK)
  ) {
    const { name, size } = readHeader(block);
    await take({ name, size, body: bytes.stream(size) });
    await bytes.take(padding(size));
  }
  await bytes.end();
}

function readHeader(block: Buffer): { name: string; size: number } {
  const text = (field: { at: number; length: number }) =>
    block
      .toString('latin1', field.at, field.at + field.length)
      .replace(/\0.*$/s, '')
      .trim();
  if (Number.parseInt(text(CHECKSUM), 8) !== checksum(block)) throw new TarError('This is no tar.');
  const inBinary = block[SIZE.at] === 0x80;
  const size = inBinary ? Number(block.readBigUInt64BE(SIZE.at + 4)) : Number.parseInt(text(SIZE), 8);
  if (!Number.isSafeInteger(size)) throw new TarError('An entry has no size.');
  return { name: text(NAME), size };
}

/** A source of chunks of whatever length, read by so many bytes. */
function byteReader(source: AsyncIterable<Uint8Array>) {
  const chunks = source[Symbol.asyncIterator]();
  let rest: Uint8Array = new Uint8Array(0);

  async function more(): Promise<boolean> {
    while (rest.byteLength === 0) {
      const next = await chunks.next();
      if (next.done) return false;
      rest = next.value;
    }
    return true;
  }

  async function* stream(length: number): AsyncGenerator<Uint8Array> {
    for (let left = length; left > 0; ) {
      if (!(await more())) throw new TarError('It ends too early.');
      const part = rest.subarray(0, left);
      rest = rest.subarray(part.byteLength);
      left -= part.byteLength;
      yield part;
    }
  }

  return {
    stream,
    async take(length: number): Promise<Buffer> {
      const parts: Uint8Array[] = [];
      for await (const part of stream(length)) parts.push(part);
      return Buffer.concat(parts);
    },
    /** What signs and counts the whole may stand at its very end. */
    async end(): Promise<void> {
      while (await more()) rest = new Uint8Array(0);
    },
  };
}
