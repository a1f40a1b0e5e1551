import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openSpool, type Spool, SpoolFull, type SpoolLimits } from '../../../bots/whatsapp-web/spool.ts';

const WRITER = fileURLToPath(new URL('children/spool-writer.ts', import.meta.url));
const ROUNDS = process.env.ENDURANCE ? 60 : 6;

function spoolFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'gerai-spool-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'bridge', 'spool');
}

async function opened(file: string, limits?: SpoolLimits): Promise<Spool<string>> {
  const spool = await openSpool<string>(file, limits);
  onTestFinished(() => spool.close());
  return spool;
}

async function filled(file: string, ...ids: string[]): Promise<void> {
  const spool = await openSpool<string>(file);
  for (const id of ids) await spool.add({ id, value: `value of ${id}` });
  await spool.close();
}

const idsOf = (spool: Spool<string>) => spool.oldest(Number.MAX_SAFE_INTEGER).map(({ id }) => id);

describe('the spool', () => {
  it('gives back what was added, the oldest first, until it is removed', async () => {
    const file = spoolFile();
    const spool = await opened(file);
    await Promise.all(['a', 'b', 'c'].map((id) => spool.add({ id, value: `value of ${id}` })));
    await spool.remove(['b', 'never there']);
    expect(spool.oldest(1)).toEqual([{ id: 'a', value: 'value of a' }]);
    await spool.close();
    expect(idsOf(await opened(file))).toEqual(['a', 'c']);
  });

  it('keeps an event once that is added twice', async () => {
    const spool = await opened(spoolFile());
    await spool.add({ id: 'a', value: 'first' });
    await spool.add({ id: 'a', value: 'second' });
    expect(spool.oldest(9)).toEqual([{ id: 'a', value: 'first' }]);
  });

  it('can be read by its owner only, also where the file was there before', async () => {
    const file = spoolFile();
    await filled(file, 'a');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    chmodSync(file, 0o644);
    await opened(file);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('takes no more than its limit, and takes again when there is room', async () => {
    const spool = await opened(spoolFile(), { bytes: 400, garbageBytes: 0 });
    const add = (id: string) => spool.add({ id, value: 'x'.repeat(80) });
    await add('a');
    await add('b');
    await expect(Promise.all([add('c'), add('d')])).rejects.toThrow(SpoolFull);
    expect(idsOf(spool)).toEqual(['a', 'b', 'c']);
    await spool.remove(['a']);
    await add('e');
    expect(idsOf(spool)).toEqual(['b', 'c', 'e']);
  });

  it('does not grow by what was removed', async () => {
    const file = spoolFile();
    const spool = await opened(file, { bytes: 10_000, garbageBytes: 1_000 });
    await spool.add({ id: 'stays', value: '' });
    for (let number = 0; number < 200; number += 1) {
      await spool.add({ id: String(number), value: 'x'.repeat(100) });
      await spool.remove([String(number)]);
    }
    expect(statSync(file).size).toBeLessThan(2_000);
    expect(idsOf(spool)).toEqual(['stays']);
  });

  it('passes over a line that was torn, wherever it was torn', async () => {
    const file = spoolFile();
    await filled(file, 'a', 'b');
    const whole = readFileSync(file);
    const end = whole.indexOf('\n') + 1;
    for (let length = end; length < whole.length; length += 1) {
      writeFileSync(file, whole);
      truncateSync(file, length);
      const spool = await openSpool<string>(file);
      expect(idsOf(spool)).toEqual(['a']);
      expect(spool.damaged).toBe(length === end ? 0 : 1);
      await spool.add({ id: 'c', value: '' });
      await spool.close();
      const again = await openSpool<string>(file);
      expect(idsOf(again)).toEqual(['a', 'c']);
      expect(again.damaged).toBe(0);
      await again.close();
    }
  });

  it('passes over a line that the disk made something else of, and says so', async () => {
    const file = spoolFile();
    await filled(file, 'a', 'b', 'c');
    const bytes = readFileSync(file);
    bytes.fill(0, bytes.indexOf('value of b'), bytes.indexOf('value of b') + 5);
    writeFileSync(file, bytes);
    const spool = await opened(file);
    expect(idsOf(spool)).toEqual(['a', 'c']);
    expect(spool.damaged).toBe(1);
  });
});

describe('kill -9', () => {
  it(`loses nothing of what counted, in ${ROUNDS} rounds`, { timeout: ROUNDS * 10_000 }, async () => {
    const file = spoolFile();
    const added = new Set<string>();
    const mayBeGone = new Set<string>();
    const removed = new Set<string>();
    for (let round = 0; round < ROUNDS; round += 1) {
      const child = spawn(process.execPath, ['--import', 'tsx', WRITER, file, String(round * 1_000_000)], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      let output = '';
      child.stdout.on('data', (chunk: Buffer) => {
        output += chunk;
      });
      while (!output.includes('added')) await once(child.stdout, 'data');
      // Another moment of its work in each round.
      setTimeout(() => child.kill('SIGKILL'), 20 + round * 13);
      await once(child, 'close');
      for (const [, verb, id = ''] of output.matchAll(/^(\w+) (\d+)$/gm)) {
        if (verb === 'added') added.add(id);
        else if (verb === 'removing') mayBeGone.add(id);
        else removed.add(id);
      }
      const spool = await openSpool<string>(file);
      const there = new Map(spool.oldest(Number.MAX_SAFE_INTEGER).map(({ id, value }) => [id, value]));
      await spool.close();
      expect([...added].filter((id) => !there.has(id) && !mayBeGone.has(id))).toEqual([]);
      expect([...removed].filter((id) => there.has(id))).toEqual([]);
      for (const [id, value] of there) expect(value.length).toBe(Number(id) % 300);
    }
    expect(added.size).toBeGreaterThan(ROUNDS * 10);
    expect(removed.size).toBeGreaterThan(ROUNDS);
  });
});
