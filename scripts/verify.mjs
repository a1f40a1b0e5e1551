// Everything that has to hold before a change lands: what everybody and CI runs.
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';

const REPORT = 'test-results/report.json';

const STEPS = [
  ['format and lint', 'npx', ['biome', 'check', '--error-on-warnings', '.']],
  ['types', 'npx', ['tsc', '--noEmit']],
  ['worker bundle', 'npm', ['run', '-s', 'worker:check']],
  ['tests', 'npm', ['test', '--silent']],
];

rmSync(REPORT, { force: true });
let failed = false;
for (const [name, command, args] of STEPS) {
  console.log(`\n── ${name}`);
  const { status } = spawnSync(command, args, { stdio: 'inherit' });
  if (status !== 0) {
    console.error(`── ${name}: not clean`);
    failed = true;
  }
}

console.log(`\n${summary()}`);
process.exit(failed ? 1 : 0);

/** The counts of the test runner's own report; no report means that nothing ran. */
function summary() {
  try {
    const report = JSON.parse(readFileSync(REPORT, 'utf8'));
    // A file that cannot even be set up has no failed test to count.
    const broken = report.testResults.filter(({ status, assertionResults }) => {
      return status === 'failed' && assertionResults.every((each) => each.status !== 'failed');
    });
    return `${report.numPassedTests} passed, ${report.numFailedTests + broken.length} failed`;
  } catch {
    return '0 passed, 1 failed';
  }
}
