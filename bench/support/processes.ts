/** Servers as processes of their own, and what the system says of them. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { OUT } from './build.ts';

const START_MS = 20_000;

export interface ServerProcess {
  readonly url: string;
  readonly pid: number;
  /** Of user and system, in milliseconds. */
  cpuMs(): number;
  rssMb(): number;
  stop(): Promise<void>;
}

/** On the disk of the project, not in a temporary folder that may lie in memory: syncs have to cost what they cost. */
export function dataFolder(): string {
  mkdirSync(OUT, { recursive: true });
  return mkdtempSync(join(OUT, 'data-'));
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new Error('No port is free.');
  return address.port;
}

const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

export interface Start {
  readonly script: string;
  readonly folder: string;
  readonly port: number;
  readonly env: Readonly<Record<string, string>>;
}

/** @returns when it answers; its working directory is its folder, so that no `.env` is read. */
export async function startServer({ script, folder, port, env }: Start): Promise<ServerProcess> {
  const { PATH = '', HOME = '', BENCH_NODE_OPTIONS = '' } = process.env;
  const options = script.includes('gerai') ? BENCH_NODE_OPTIONS.split(' ').filter(Boolean) : [];
  const child = spawn(process.execPath, [...options, script], {
    cwd: folder,
    env: { PATH, HOME, PORT: String(port), ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  const url = `http://127.0.0.1:${port}`;
  await answers(url, child);
  const pid = child.pid ?? 0;
  return {
    url,
    pid,
    cpuMs: () => cpuMs(pid),
    rssMb: () => rssMb(pid),
    async stop() {
      if (child.exitCode !== null) return;
      const exited = once(child, 'exit');
      child.kill('SIGTERM');
      await exited;
    },
  };
}

/** Resolves with the time of the first answer to a request for its health. */
export async function answers(url: string, child: ChildProcess): Promise<number> {
  const until = performance.now() + START_MS;
  while (performance.now() < until) {
    if (child.exitCode !== null)
      throw new Error(`A server ended before it answered (${child.spawnargs.join(' ')}).`);
    const ok = await fetch(`${url}/healthz`).then(
      (response) => response.ok,
      () => false,
    );
    if (ok) return performance.now();
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  throw new Error(`A server does not answer (${child.spawnargs.join(' ')}).`);
}

const TICK_MS = 1_000 / Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));

function cpuMs(pid: number): number {
  // The name of the program, in brackets, may hold spaces.
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
}

function rssMb(pid: number): number {
  const [, kilobytes] = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) / 1_024;
}

export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}
