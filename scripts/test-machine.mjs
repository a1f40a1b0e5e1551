/**
 * Runs before the tests: some of them need a Chromium, and are done sooner with its headless shell, which not every
 * Debian has; what is printed is looked at with poppler's tools. On a Debian machine of which we are root (a container
 * of CI), they are installed; anywhere else we stop at once where one is missing, and say what to type.
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, readFileSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const GET = 'apt-get install -y --no-install-recommends';
const HEADLESS_SHELL = '/usr/bin/chromium-headless-shell';

const CHROMIUM = process.env.CHROMIUM || '/usr/bin/chromium';

function canRun(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

function isDebian() {
  try {
    // Not "like Debian": Ubuntu's package of this name only leads to a snap.
    return /^ID="?debian"?$/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
}

const NEEDS = [
  {
    name: 'Chromium',
    debian: 'chromium',
    elsewhere: 'Chromium or Chrome: CHROMIUM=/path/to/chromium npm test',
    isHere: () => canRun(CHROMIUM),
    isGiven: Boolean(process.env.CHROMIUM),
  },
  {
    name: 'poppler',
    debian: 'poppler-utils',
    elsewhere: 'pdftoppm and pdftotext of poppler, within the PATH',
    isHere: () => ['pdftoppm', 'pdftotext'].every(isInPath),
    isGiven: false,
  },
];

function isInPath(program) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => canRun(join(folder, program)));
}

/** What a person has to type here. */
function advice({ name, debian, elsewhere, isGiven }) {
  if (isGiven) return `CHROMIUM=${CHROMIUM} is not a program: CHROMIUM=/path/to/chromium npm test`;
  if (isDebian()) return `Tests need ${name}: sudo sh -c 'apt-get update && ${GET} ${debian}'`;
  return `Tests need ${elsewhere}`;
}

function install(why, command) {
  console.log(`${why}: ${command}`);
  spawnSync('sh', ['-c', command], {
    stdio: 'inherit',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}

/** Whether Debian's lists, as far as they are here, have a package of this name. */
function isKnown(name) {
  return spawnSync('apt-cache', ['show', name], { stdio: 'ignore' }).status === 0;
}

const mayInstall = process.getuid?.() === 0 && isDebian() && canRun('/usr/bin/apt-get');
const missing = NEEDS.filter(({ isHere }) => !isHere());
const toInstall = missing.filter(({ isGiven }) => mayInstall && !isGiven);
if (toInstall.length > 0) {
  const names = toInstall.map(({ name }) => name).join(' and ');
  const packages = toInstall.map(({ debian }) => debian).join(' ');
  install(`Tests need ${names}`, `apt-get update && ${GET} ${packages}`);
}
if (!canRun(HEADLESS_SHELL) && mayInstall && !process.env.CHROMIUM && isKnown('chromium-headless-shell')) {
  install('Most of them are quicker with its headless shell', `${GET} chromium-headless-shell`);
}
const stillMissing = NEEDS.filter(({ isHere }) => !isHere());
if (stillMissing.length > 0) {
  console.error(stillMissing.map(advice).join('\n'));
  process.exit(1);
}
