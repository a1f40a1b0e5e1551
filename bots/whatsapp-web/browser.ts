/** The browser's processes and files, as far as the library leaves them to us. */
import { accessSync, constants, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';

/** Where Chromium and Chrome are installed. */
const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** @returns null where there is none. */
export function findBrowser(): string | null {
  return PLACES.find(isExecutable) ?? null;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** By spaces, but for those between double quotes: `--a "--b=c d"`. */
export function splitArguments(text: string): string[] {
  return (text.match(/(?:[^\s"]|"[^"]*")+/g) ?? []).map((each) => each.replaceAll('"', ''));
}

const LOCKS = ['SingletonLock', 'SingletonCookie', 'SingletonSocket'];

/**
 * A browser that was killed leaves its lock behind, and the next one does not start: in a container the host's name in
 * it is another each time. The lock of a browser that lives is left alone.
 */
export async function removeStaleLocks(profile: string): Promise<void> {
  if (isAlive(profile)) return;
  await Promise.all(LOCKS.map((name) => rm(join(profile, name), { force: true })));
}

/** `SingletonLock` is a link to `<host>-<process>`. */
function isAlive(profile: string): boolean {
  try {
    const [, host, pid] = /^(.*)-(\d+)$/.exec(readlinkSync(join(profile, 'SingletonLock'))) ?? [];
    if (host !== hostname() || pid === undefined) return false;
    process.kill(Number(pid), 0);
    return commandOf(Number(pid))?.includes(profile) ?? true;
  } catch {
    return false;
  }
}

/** null where the system does not tell. */
function commandOf(pid: number): string | null {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return null;
  }
}

/**
 * kill -9 of the browser and all that it started. Puppeteer makes it the leader of a group; Debian's
 * `chromium-headless-shell` is a script that waits for the browser: killed alone, it would leave that behind.
 */
export function killGroup(leader: number): void {
  try {
    process.kill(process.platform === 'win32' ? leader : -leader, 'SIGKILL');
  } catch {
    // It has ended meanwhile.
  }
}

/**
 * Memory of a process and all that it started, in bytes, with shared pages counted once (PSS).
 * @returns null where the system does not tell (anything but Linux).
 */
export function memoryOf(root: number): number | null {
  try {
    const family = new Set([root]);
    const parents = parentsOf();
    // A child may have a smaller number than its parent, so until nothing is added.
    for (let before = 0; before !== family.size; ) {
      before = family.size;
      for (const [pid, parent] of parents) if (family.has(parent)) family.add(pid);
    }
    return [...family].reduce((sum, pid) => sum + pssOf(pid), 0);
  } catch {
    return null;
  }
}

function parentsOf(): Map<number, number> {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return new Map(pids.map((pid) => [Number(pid), parentOf(pid)]));
}

function parentOf(pid: string): number {
  try {
    // The name in brackets may itself contain brackets and spaces.
    return Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[1]);
  } catch {
    return 0;
  }
}

/** Of one process, in bytes; 0 where the system does not tell. */
export function pssOf(pid: number): number {
  try {
    const kilobytes = /^Pss:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1];
    return Number(kilobytes ?? 0) * 1_024;
  } catch {
    return 0;
  }
}
