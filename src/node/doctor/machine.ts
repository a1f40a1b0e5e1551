/** The machine: Node, clock, disk, who may read the secrets, the browser for a paired phone. */
import { existsSync, statSync } from 'node:fs';
import { mkdtemp, rmdir, statfs } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { findBrowser } from '../../../bots/whatsapp-web/browser.ts';
import { databaseFile, isEmbedded } from '../../../db/database-url.ts';
import type { Config } from '../../config.ts';
import { SECRET_PART } from '../backup/manifest.ts';
import { type Check, type DoctorContext, type Finding, ok, problem, warning } from './finding.ts';

/** As `package.json` says it. */
const NODE = [20, 19] as const;

export const checkNode: Check = async () => {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const isOld = major < NODE[0] || (major === NODE[0] && minor < NODE[1]);
  if (!isOld) return [ok('Node', `Version ${process.versions.node}.`)];
  return [problem('Node', `Version ${process.versions.node} is too old.`, 'Install Node 20.19 or later.')];
};

/** The bridge's requests are signed with the time, and count for a minute. */
const CLOCK_PROBLEM_MS = 60_000;
const CLOCK_WARNING_MS = 15_000;

/** After those that asked over the network: what they heard is compared. */
export const checkClock: Check = async ({ clocks }) => {
  const [heard] = clocks;
  if (!heard) return [ok('clock', 'Not compared with another: nobody was asked over the network.')];
  const off = heard.here - heard.there;
  const seconds = Math.round(Math.abs(off) / 1_000);
  const text = `${seconds} s ${off > 0 ? 'ahead of' : 'behind'} the clock of ${heard.whose}.`;
  if (Math.abs(off) < CLOCK_WARNING_MS) return [ok('clock', `Right, beside the clock of ${heard.whose}.`)];
  const remedy = 'Let the machine set its clock by itself: `sudo timedatectl set-ntp true`.';
  return [(Math.abs(off) < CLOCK_PROBLEM_MS ? warning : problem)('clock', text, remedy)];
};

const MB = 1_048_576;
const LITTLE_MB = 1_024;
const TOO_LITTLE_MB = 200;

export const checkDisk: Check = async ({ config }) => {
  const folders = new Map<string, string>();
  if (isEmbedded(config.DATABASE_URL)) {
    folders.set('disk of the database', dirname(resolve(databaseFile(config.DATABASE_URL))));
  }
  if (config.backup.folder !== null) folders.set('disk of the backups', resolve(config.backup.folder));
  const findings: Finding[] = [];
  for (const [about, folder] of folders) findings.push(await checkFolder(about, folder));
  return findings;
};

async function checkFolder(about: string, folder: string): Promise<Finding> {
  const there = nearest(folder);
  try {
    await rmdir(await mkdtemp(join(there, '.gerai-doctor-')));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    const remedy = `Give ${there} to the user that runs Gerai (\`chown\`), or make room on its disk.`;
    return problem(about, `${folder} cannot be written to (${code}).`, remedy);
  }
  const { bsize, bavail } = await statfs(there);
  const free = Math.floor((bsize * bavail) / MB);
  const text = `${free} MB are free for ${folder}.`;
  const remedy = 'Remove what is not needed from the disk, or move Gerai to a larger one.';
  if (free < TOO_LITTLE_MB) return problem(about, text, remedy);
  return free < LITTLE_MB ? warning(about, text, remedy) : ok(about, text);
}

/** The folder, or what is there of the way to it. */
function nearest(folder: string): string {
  return existsSync(folder) ? folder : nearest(dirname(folder));
}

/** Of user, group and others. */
const OTHERS = 0o077;

export const checkSecrets: Check = async (context) => {
  if (process.platform === 'win32') return [];
  const files = secretFiles(context).filter((file) => existsSync(file));
  const open = files.filter((file) => (statSync(file).mode & OTHERS) !== 0);
  if (open.length === 0) return [ok('secrets', 'Readable by their owner only.')];
  return open.map((file) =>
    problem('secrets', `Others on this machine may read ${file}.`, `Run \`chmod 600 ${file}\`.`),
  );
};

function secretFiles({ config, folder }: DoctorContext): string[] {
  const env = join(folder, '.env');
  if (!isEmbedded(config.DATABASE_URL)) return [env];
  const data = dirname(resolve(databaseFile(config.DATABASE_URL)));
  return [env, join(data, SECRET_PART), join(data, 'owner.json')];
}

export const checkBrowser: Check = async ({ config }) => {
  if (config.WHATSAPP !== 'web') return [];
  const found = browserOf(config);
  if (found !== null) return [ok('browser', `${found} drives the paired phone.`)];
  const text =
    config.WHATSAPP_WEB_BROWSER === undefined
      ? 'No Chromium or Chrome was found.'
      : 'WHATSAPP_WEB_BROWSER is not a file.';
  return [
    problem(
      'browser',
      text,
      'Install Chromium (`sudo apt install chromium`), or set WHATSAPP_WEB_BROWSER to its path.',
    ),
  ];
};

function browserOf({ WHATSAPP_WEB_BROWSER: set }: Config): string | null {
  if (set === undefined) return findBrowser();
  return existsSync(set) ? set : null;
}
