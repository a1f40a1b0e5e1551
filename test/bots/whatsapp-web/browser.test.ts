import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, lstatSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { killGroup, memoryOf, removeStaleLocks, splitArguments } from '../../../bots/whatsapp-web/browser.ts';

function profileLockedBy(holder: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'gerai-profile-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  symlinkSync(holder, join(folder, 'SingletonLock'));
  writeFileSync(join(folder, 'SingletonCookie'), '');
  return folder;
}

function isLocked(profile: string): boolean {
  try {
    lstatSync(join(profile, 'SingletonLock'));
    return true;
  } catch {
    return false;
  }
}

describe('the lock of a browser', () => {
  it.each([
    ['on another host, as in a container that was made anew', `another-host-${process.pid}`],
    ['that is gone', `${hostname()}-999999999`],
    ['whose number another program has now', `${hostname()}-${process.pid}`],
    ['that nobody can read', 'nonsense'],
  ])('is removed: of one %s', async (_, holder) => {
    const profile = profileLockedBy(holder);
    await removeStaleLocks(profile);
    expect(isLocked(profile)).toBe(false);
    expect(existsSync(join(profile, 'SingletonCookie'))).toBe(false);
  });

  it('is left alone while the browser lives', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'gerai-profile-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const browser = spawn(process.execPath, [
      '-e',
      'setTimeout(() => {}, 60000)',
      `--user-data-dir=${folder}`,
    ]);
    onTestFinished(() => void browser.kill('SIGKILL'));
    symlinkSync(`${hostname()}-${browser.pid}`, join(folder, 'SingletonLock'));
    await removeStaleLocks(folder);
    expect(isLocked(folder)).toBe(true);
  });
});

describe('kill -9 of a browser', () => {
  it('reaches one that a script started', async () => {
    const command = `"${process.execPath}" -e 'console.log(1); setTimeout(() => {}, 6e5)'; true`;
    const script = spawn('/bin/sh', ['-c', command], { detached: true });
    await once(script.stdout, 'data');
    killGroup(script.pid ?? 0);
    // Its output is closed when everybody who had it has ended.
    await once(script, 'close');
    killGroup(script.pid ?? 0);
  });
});

describe('the memory of a process', () => {
  it('counts what it started', async () => {
    const before = memoryOf(process.pid) ?? 0;
    const child = spawn(process.execPath, [
      '-e',
      'const a = Buffer.alloc(9e7, 1); console.log(1); setTimeout(() => a, 6e4)',
    ]);
    onTestFinished(() => void child.kill('SIGKILL'));
    await new Promise((resolve) => child.stdout.once('data', resolve));
    expect((memoryOf(process.pid) ?? 0) - before).toBeGreaterThan(80e6);
  });
});

describe('arguments', () => {
  it.each([
    ['', []],
    ['--a  --b=1', ['--a', '--b=1']],
    ['"--rules=MAP a b" --c', ['--rules=MAP a b', '--c']],
    ['--rules="MAP a b"', ['--rules=MAP a b']],
  ])('are split at spaces, but for those in quotes: %s', (text, split) => {
    expect(splitArguments(text)).toEqual(split);
  });
});
