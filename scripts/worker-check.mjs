/** Bundles the Worker as a deployment would, without a login or a network, and says how large it is. */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const FOLDER = 'dist/worker';

/** A free account takes 3 MB; what is far below that starts sooner. A third of it are sentences and words of two languages. */
const LIMIT_KB = 440;

rmSync(FOLDER, { recursive: true, force: true });
const { status, stdout, stderr } = spawnSync('npx', ['wrangler', 'deploy', '--dry-run', '--outdir', FOLDER], {
  encoding: 'utf8',
  env: { ...process.env, WRANGLER_SEND_METRICS: 'false', CI: 'true' },
});
if (status !== 0 || /\[WARNING\]|✘/.test(stdout + stderr)) {
  console.error(stdout + stderr);
  console.error('The Worker cannot be bundled cleanly.');
  process.exit(1);
}

// The weights of the understanding are data: they are read, not compiled.
const files = readdirSync(FOLDER).filter((name) => !/\.(?:map|bin)$|^README/.test(name));
const sizes = files.map((name) => {
  const bytes = readFileSync(join(FOLDER, name));
  return { raw: bytes.length, gzipped: gzipSync(bytes).length };
});
const total = (which) => sizes.reduce((sum, size) => sum + size[which], 0) / 1024;
console.log(
  `Worker: ${files.length} files, ${total('raw').toFixed(0)} KB, ${total('gzipped').toFixed(0)} KB gzipped, without weights.`,
);
if (total('gzipped') > LIMIT_KB) {
  console.error(`That is more than ${LIMIT_KB} KB gzipped.`);
  process.exit(1);
}
