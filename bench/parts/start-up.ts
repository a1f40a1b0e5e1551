/** How long a start takes, and how much memory the server holds. */
import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from '../support/build.ts';
import type { Stage } from '../support/contenders.ts';
import { type Contender, measure } from '../support/load.ts';
import { answers, dataFolder, freePort, removeFolder, startServer } from '../support/processes.ts';
import { median } from '../support/stats.ts';
import { newChat } from '../support/updates.ts';
import { contenderOf, dialogueOf } from './webhook.ts';

const ROUNDS = 5;
const IDLE_MS = 3_000;

export interface StartUp {
  readonly emptyMs: number;
  /** With an empty folder: migrated, and filled with the sample stand. */
  readonly firstMs: number;
  readonly againMs: number;
  readonly idleMb: number;
}

const MAIN = join(ROOT, 'dist/main.js');

export async function startUp(): Promise<StartUp> {
  const times: Record<'empty' | 'first' | 'again', number[]> = { empty: [], first: [], again: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    const folder = dataFolder();
    times.empty.push(emptyNode());
    times.first.push(await toFirstAnswer(folder));
    times.again.push(await toFirstAnswer(folder));
    removeFolder(folder);
  }
  return {
    emptyMs: median(times.empty),
    firstMs: median(times.first),
    againMs: median(times.again),
    idleMb: await idleMemory(),
  };
}

function emptyNode(): number {
  const from = performance.now();
  spawnSync(process.execPath, ['-e', '0']);
  return performance.now() - from;
}

async function toFirstAnswer(folder: string): Promise<number> {
  const port = await freePort();
  const { PATH = '', HOME = '' } = process.env;
  const from = performance.now();
  const child = spawn(process.execPath, [MAIN], {
    cwd: folder,
    env: { PATH, HOME, PORT: String(port) },
    stdio: 'ignore',
  });
  const at = await answers(`http://127.0.0.1:${port}`, child);
  child.kill('SIGTERM');
  await new Promise((resolve) => child.once('exit', resolve));
  return at - from;
}

async function idleMemory(): Promise<number> {
  const folder = dataFolder();
  const server = await startServer({ script: MAIN, folder, port: await freePort(), env: {} });
  await new Promise((resolve) => setTimeout(resolve, IDLE_MS));
  const mb = server.rssMb();
  await server.stop();
  removeFolder(folder);
  return mb;
}

/** The most that it held while 50 connections led it through orders. */
export async function memoryUnderLoad(stage: Stage): Promise<number> {
  const contender: Contender = contenderOf(stage, 'gerai');
  const steps = await dialogueOf(stage, 'gerai');
  let mb = 0;
  const watch = setInterval(() => {
    mb = Math.max(mb, contender.server.rssMb());
  }, 100);
  await measure(contender, stage.botApi, {
    connections: 50,
    ms: 5_000,
    nextVisit: () => ({ chat: newChat(), steps }),
  });
  clearInterval(watch);
  return mb;
}
