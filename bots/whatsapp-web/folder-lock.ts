/**
 * One bridge at a time has a folder. Where the server was killed, the bridge that it had started is still writing down
 * what it knows while the next one starts: two of them would lose lines of the spool.
 *
 * A socket holds it, which the system closes however the process ends, `kill -9` included.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, realpathSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

export interface FolderLock {
  release(): Promise<void>;
}

const LOOK_MS = 100;

/** @param onWait is called once, where another process has it. */
export async function lockFolder(folder: string, onWait: () => void): Promise<FolderLock> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = socketOf(folder);
  for (let isFirst = true; ; isFirst = false) {
    const server = await listen(path);
    if (server) return { release: () => new Promise((resolve) => server.close(() => resolve())) };
    if (!(await isHeld(path))) {
      // Its process was killed.
      await rm(path, { force: true });
      continue;
    }
    if (isFirst) onWait();
    await pause(LOOK_MS);
  }
}

/** A path of a socket has about a hundred characters at most: the folder itself may have more. */
function socketOf(folder: string): string {
  const name = createHash('sha256').update(realpathSync(folder)).digest('hex').slice(0, 24);
  return process.platform === 'win32'
    ? `\\\\.\\pipe\\gerai-whatsapp-${name}`
    : join(tmpdir(), `gerai-whatsapp-${name}.lock`);
}

/** @returns null where the path is taken. */
function listen(path: string): Promise<Server | null> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(null) : reject(error),
    );
    server.listen(path, () => resolve(server.unref()));
  });
}

function isHeld(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', ({ code }: NodeJS.ErrnoException) =>
      resolve(code !== 'ECONNREFUSED' && code !== 'ENOENT'),
    );
  });
}
