/** What runs on the machine, as Linux tells it: for tests that kill, and that look for what was left behind. */
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

export interface RunningProcess {
  readonly pid: number;
  readonly parent: number;
  /** With its arguments, each ended by a NUL. */
  readonly command: string;
}

/**
 * Processes that work in this folder, without what has ended and waits for its parent to notice. A test starts its
 * servers in a folder of its own; bridges, browsers and all that those start stay in it.
 */
export function processesIn(folder: string): RunningProcess[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => processIn(folder, Number(name)));
}

function processIn(folder: string, pid: number): RunningProcess[] {
  try {
    if (readlinkSync(`/proc/${pid}/cwd`) !== folder) return [];
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    // The name in brackets may itself contain brackets and spaces.
    const [state, parent] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    return state === 'Z' || command === '' ? [] : [{ pid, parent: Number(parent), command }];
  } catch {
    // It has ended meanwhile.
    return [];
  }
}

/** The processes of a stand whose server drives a phone, by what they are. */
export const PARTS = ['server', 'bridge', 'browser', 'renderer'] as const;
export type Part = (typeof PARTS)[number];

/** null: a helper of the browser's. */
export function partOf({ command }: RunningProcess): Part | null {
  if (/\/main\.js\0/.test(command)) return 'server';
  if (/\/bridge\.js\0/.test(command)) return 'bridge';
  if (/--type=renderer/.test(command)) return 'renderer';
  // Debian starts the headless shell by a script, which stays and waits for it.
  const isBrowser = /^(?!\/bin\/sh).*chrom.*--user-data-dir=/.test(command) && !/--type=/.test(command);
  return isBrowser ? 'browser' : null;
}

export function partsIn(folder: string, wanted: Part): number[] {
  return processesIn(folder)
    .filter((each) => partOf(each) === wanted)
    .map(({ pid }) => pid);
}
