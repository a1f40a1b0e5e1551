/**
 * Runs before the tests: some of them need a Chromium. On a Debian machine of which we are root (a container of
 * CI), it is installed; anywhere else we stop at once and say what to type.
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, readFileSync, statSync } from 'node:fs';

const INSTALL = 'apt-get update && apt-get install -y --no-install-recommends chromium';
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

function install() {
  console.log(`Tests need Chromium: ${INSTALL}`);
  spawnSync('sh', ['-c', INSTALL], {
    stdio: 'inherit',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}

const mayInstall =
  !process.env.CHROMIUM && process.getuid?.() === 0 && isDebian() && canRun('/usr/bin/apt-get');
if (!canRun(CHROMIUM) && mayInstall) install();
if (!canRun(CHROMIUM)) {
  console.error(advice());
  process.exit(1);
}
