import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { type Entry, readTar, TarError, writeTar } from '../../src/node/backup/tar.ts';

async function* of(...entries: Entry[]): AsyncGenerator<Entry> {
  yield* entries;
}

async function whole(source: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of source) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const entry = (name: string, text: string): Entry => {
  const body = Buffer.from(text);
  return { name, size: body.length, body: [body.subarray(0, 3), body.subarray(3)] };
};

async function* inPieces(bytes: Buffer, length: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
}

async function read(bytes: Buffer, pieces = 7): Promise<[string, string][]> {
  const found: [string, string][] = [];
  await readTar(inPieces(bytes, pieces), async ({ name, body }) => {
    found.push([name, (await whole(body)).toString()]);
  });
  return found;
}

const ENTRIES: [string, string][] = [
  ['one.txt', 'x'.repeat(512)],
  ['two.txt', 'Kerupuk'],
  ['empty', ''],
];

test('what is written is read again, in whatever pieces it comes', async () => {
  const bytes = await whole(writeTar(of(...ENTRIES.map(([name, text]) => entry(name, text))), 0));
  for (const pieces of [1, 511, 512, 100_000]) expect(await read(bytes, pieces)).toEqual(ENTRIES);
});

test('the tar of the machine reads it, too', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'gerai-tar-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const bytes = await whole(
    writeTar(of(...ENTRIES.map(([name, text]) => entry(name, text))), 1_780_000_000_000),
  );
  writeFileSync(join(folder, 'it.tar'), bytes);
  const { status, stderr } = spawnSync('tar', ['xf', 'it.tar'], { cwd: folder, encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  for (const [name, text] of ENTRIES) expect(readFileSync(join(folder, name), 'utf8')).toBe(text);
});

test('one that was cut off is refused, wherever it was cut', async () => {
  const bytes = await whole(writeTar(of(...ENTRIES.map(([name, text]) => entry(name, text))), 0));
  for (const length of [0, 100, 512, 700, 1_030, 1_540, bytes.length - 1_024]) {
    await expect(read(bytes.subarray(0, length)), `after ${length} bytes`).rejects.toThrow(TarError);
  }
});

test('a header that was changed is refused, and a body of another length than was said', async () => {
  const bytes = await whole(writeTar(of(entry('one.txt', 'abc')), 0));
  bytes[0] = 0x41;
  await expect(read(bytes)).rejects.toThrow(TarError);
  await expect(whole(writeTar(of({ name: 'x', size: 9, body: [Buffer.from('abc')] }), 0))).rejects.toThrow(
    TarError,
  );
});
