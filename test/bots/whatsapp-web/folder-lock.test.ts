import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { lockFolder } from '../../../bots/whatsapp-web/folder-lock.ts';

const CHILD = fileURLToPath(new URL('children/folder-holder.ts', import.meta.url));

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'gerai-lock-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function holder(folder: string) {
  const child = spawn(process.execPath, ['--import', 'tsx', CHILD, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  await once(child.stdout, 'data');
  return child;
}

it('waits for the process that has the folder, and takes it over when that one is killed', async () => {
  const folder = temporaryFolder();
  const other = await holder(folder);
  const happened: string[] = [];
  const locking = lockFolder(folder, () => happened.push('waits')).then((lock) => {
    happened.push('has it');
    return lock;
  });
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(happened).toEqual(['waits']);
  other.kill('SIGKILL');
  await (await locking).release();
  expect(happened).toEqual(['waits', 'has it']);
});

it('is there for the next one once it is released', async () => {
  const folder = temporaryFolder();
  for (let round = 0; round < 2; round += 1) {
    const lock = await lockFolder(folder, () => expect.unreachable());
    await lock.release();
  }
});

it('lets two folders be held at once', async () => {
  const locks = await Promise.all(
    [temporaryFolder(), temporaryFolder()].map((folder) => lockFolder(folder, () => expect.unreachable())),
  );
  for (const lock of locks) await lock.release();
});
