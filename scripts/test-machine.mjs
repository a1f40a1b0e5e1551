/**
 * Runs before the tests: some of them need a Chromium, and are done sooner with its headless shell, which not every
 * Debian has. On a Debian machine of which we are root (a container of CI), they are installed; anywhere else we stop
 * at once where there is no Chromium, and say what to type.
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, readFileSync, statSync } from 'node:fs';

const GET = 'apt-get install -y --no-install-recommends';
const INSTALL = `apt-get update && ${GET} chromium`;
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

/** What a person has to type here. */
function advice() {
  if (process.env.CHROMIUM)
    return `CHROMIUM=${CHROMIUM} is not a program: CHROMIUM=/path/to/chromium npm test`;
  if (isDebian()) return `Tests need Chromium: sudo sh -c '${INSTALL}'`;
  return 'Tests need Chromium or Chrome: CHROMIUM=/path/to/chromium npm test';
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

const mayInstall =
  !process.env.CHROMIUM && process.getuid?.() === 0 && isDebian() && canRun('/usr/bin/apt-get');
if (!canRun(CHROMIUM) && mayInstall) install('Tests need Chromium', INSTALL);
if (!canRun(HEADLESS_SHELL) && mayInstall && isKnown('chromium-headless-shell')) {
  install('Most of them are quicker with its headless shell', `${GET} chromium-headless-shell`);
}
if (!canRun(CHROMIUM)) {
  console.error(advice());
  process.exit(1);
}
