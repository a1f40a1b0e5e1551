/**
 * A backup of a large file while the server answers, beside the same load without one. Half of the load that it can bear:
 * at the whole, a second program on two cores takes its share whatever it does.
 */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '../../db/connect.ts';
import { OUT } from '../support/build.ts';
import { prepareStand, type Stage } from '../support/contenders.ts';
import { type Figures, measure } from '../support/load.ts';
import { dataFolder, freePort, removeFolder, startServer } from '../support/processes.ts';
import { newChat, type Step } from '../support/updates.ts';

const CONNECTIONS = 16;
const FULL_MS = 3_000;
/** A look at how much memory it holds, that often. */
const LOOK_MS = 50;

const QUESTION: readonly Step[] = [{ text: 'keripik tempe harganya berapa?' }];
const SECRET = 'bench-bench-bench-bench';

export interface BackupFigures {
  readonly megabytes: number;
  readonly seconds: number;
  /** The most that the process of the backup held. */
  readonly memoryMb: number;
  readonly fileMb: number;
  readonly load: number;
  readonly without: Figures;
  readonly during: Figures;
}

export async function backupUnderLoad(stage: Stage, megabytes: number): Promise<BackupFigures> {
  const folder = dataFolder();
  const url = `file:${join(folder, 'data.db')}`;
  await prepareStand(url);
  await fill(url, megabytes);
  const port = await freePort();
  const env = {
    DATABASE_URL: url,
    TELEGRAM_BOT_TOKEN: '1:bench-bench-bench',
    TELEGRAM_WEBHOOK_SECRET: SECRET,
    TELEGRAM_API_ROOT: stage.botApi.root,
    TELEGRAM_MODE: 'webhook',
    PUBLIC_URL: `http://127.0.0.1:${port}`,
  };
  const server = await startServer({ script: join(OUT, 'gerai.js'), folder, port, env });
  try {
    const contender = { name: 'gerai', server, url: server.url, secret: SECRET };
    const nextVisit = () => ({ chat: newChat(), steps: QUESTION });
    const run = (ms: number, perSecond?: number) =>
      measure(contender, stage.botApi, {
        connections: CONNECTIONS,
        ms,
        nextVisit,
        ...(perSecond === undefined ? {} : { perSecond }),
      });
    await run(FULL_MS);
    const load = (await run(FULL_MS)).perSecond / 2;
    // The first one shows how long it takes; the second is measured, and as long a time without any.
    const rehearsal = startBackup(folder, env);
    await run(FULL_MS, load);
    const ms = Math.max(FULL_MS, (await rehearsal).seconds * 1_000);
    const without = await run(ms, load);
    const backup = startBackup(folder, env);
    const during = await run(ms, load);
    const { seconds, memoryMb } = await backup;
    return { megabytes, seconds, memoryMb, fileMb: newestMb(join(folder, 'backups')), load, without, during };
  } finally {
    await server.stop();
    removeFolder(folder);
  }
}

/** Half of it cannot be compressed, as pictures cannot; the other half is text. */
async function fill(url: string, megabytes: number): Promise<void> {
  const database = await openDatabase({ url });
  const text = 'Pesanan keripik tempe sudah siap diambil di gerai. '.repeat(10_000);
  for (let each = 0; each < megabytes / 2; each += 1) {
    await database.write([
      {
        sql: 'INSERT INTO media (hash, type, bytes) VALUES (?, ?, ?)',
        args: [`p${each}`, 'x', randomBytes(1_000_000)],
      },
      {
        sql: 'INSERT INTO media (hash, type, bytes) VALUES (?, ?, ?)',
        args: [`t${each}`, 'x', Buffer.from(text + text)],
      },
    ]);
  }
  await database.close();
}

function startBackup(
  folder: string,
  env: Record<string, string>,
): Promise<{ readonly seconds: number; readonly memoryMb: number }> {
  const { PATH = '', HOME = '' } = process.env;
  const from = performance.now();
  const child = spawn(process.execPath, [join(OUT, 'cli.js'), 'backup'], {
    cwd: folder,
    env: { PATH, HOME, ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  let memoryMb = 0;
  const looking = setInterval(() => {
    memoryMb = Math.max(memoryMb, residentMb(child.pid ?? 0));
  }, LOOK_MS);
  return once(child, 'close').then(([code]) => {
    clearInterval(looking);
    if (code !== 0) throw new Error('The backup failed.');
    return { seconds: (performance.now() - from) / 1_000, memoryMb };
  });
}

function residentMb(pid: number): number {
  try {
    const [, kilobytes = 0] = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Number(kilobytes) / 1_024;
  } catch {
    return 0;
  }
}

function newestMb(folder: string): number {
  const [name = ''] = readdirSync(folder).filter((each) => each.startsWith('gerai-'));
  return statSync(join(folder, name)).size / 1_048_576;
}
