import { existsSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { AlreadyRunning, claim, isOwned, readOwner } from '../../db/owner.ts';
import { startChild, temporaryFile } from './support.ts';

const ownerFileOf = (file: string) => join(dirname(file), 'owner.json');

test('a second process is refused, with the name of the file and what to do', {
  timeout: 30_000,
}, async () => {
  const file = temporaryFile();
  const owner = await claim(file);
  const second = startChild('owner.ts', file);
  const answer = await second.line('');
  expect(answer).toContain('refused');
  expect(answer).toContain(file);
  expect(answer).toContain('Stop that server first');
  await owner.release();
});

test('a second claim in the same process is refused too, also by another name of the file', async () => {
  const file = temporaryFile();
  writeFileSync(file, '');
  const link = `${file}-link`;
  symlinkSync(file, link);
  const owner = await claim(file);
  await expect(claim(file)).rejects.toBeInstanceOf(AlreadyRunning);
  await expect(claim(link)).rejects.toBeInstanceOf(AlreadyRunning);
  await owner.release();
  await (await claim(link)).release();
});

test('kill -9 frees the file, and what the killed owner published counts as stale', {
  timeout: 30_000,
}, async () => {
  const file = temporaryFile();
  const killed = startChild('owner.ts', file);
  await killed.line('owning');
  expect(await isOwned(file)).toBe(true);
  expect(await readOwner(file)).toEqual({
    url: 'http://127.0.0.1:3000',
    token: 'a-token',
    pid: killed.process.pid,
  });
  await expect(claim(file)).rejects.toBeInstanceOf(AlreadyRunning);

  await killed.kill();
  expect(existsSync(ownerFileOf(file))).toBe(true);
  expect(await isOwned(file)).toBe(false);
  expect(await readOwner(file)).toBeUndefined();

  const next = await claim(file);
  expect(await readOwner(file), 'before it listens').toBeUndefined();
  await next.publish('http://127.0.0.1:3001', 'another-token');
  expect(await readOwner(file)).toMatchObject({ url: 'http://127.0.0.1:3001', token: 'another-token' });
  await next.release();
});

test('only the user of the owner can read the token, and an orderly close takes it away', async () => {
  const file = temporaryFile();
  const owner = await claim(file);
  await owner.publish('http://127.0.0.1:3000', 'a-token');
  expect(statSync(ownerFileOf(file)).mode & 0o777).toBe(0o600);
  await owner.release();
  expect(existsSync(ownerFileOf(file))).toBe(false);
  expect(await isOwned(file)).toBe(false);
});

test('asking at the same time does not make a file look owned', async () => {
  const file = temporaryFile();
  await (await claim(file)).release();
  expect(await Promise.all([isOwned(file), isOwned(file), isOwned(file)])).toEqual([false, false, false]);
});

test('a file that nobody ever claimed has no owner, and the question leaves no trace', async () => {
  const file = temporaryFile();
  expect(await isOwned(file)).toBe(false);
  expect(await readOwner(file)).toBeUndefined();
  expect(existsSync(`${file}.lock`)).toBe(false);
});
