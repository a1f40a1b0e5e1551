/** What the machine itself does now: figures are only comparable beside these, and within one run. */
import { closeSync, fdatasyncSync, openSync, rmSync, writeSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';

const MS = 400;

/** Writes of one page that are synced, a second. */
export function syncRate(folder: string): number {
  const path = join(folder, 'sync-rate');
  const file = openSync(path, 'w');
  const page = Buffer.alloc(4_096, 1);
  const rate = rateOf(() => {
    writeSync(file, page);
    fdatasyncSync(file);
  });
  closeSync(file);
  rmSync(path);
  return rate;
}

/** A million rounds of a plain loop, a second. */
export function loopRate(): number {
  let state = 1;
  const rate = rateOf(() => {
    for (let round = 0; round < 1_000_000; round += 1) state = (Math.imul(state, 31) + round) | 0;
  });
  // The state is used, so that the loop is not optimised away.
  return Number.isNaN(state) ? 0 : rate;
}

function rateOf(work: () => void): number {
  const from = performance.now();
  let count = 0;
  while (performance.now() - from < MS) {
    work();
    count += 1;
  }
  return (count / (performance.now() - from)) * 1_000;
}

export function machineLine(): string {
  const [load = 0] = loadavg();
  return `${cpus().length} cores, Node ${process.version}, load average ${load.toFixed(1)}`;
}
