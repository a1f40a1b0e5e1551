/** What the Worker weighs, as it would be deployed. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { ROOT } from '../support/build.ts';
import { dataFolder, removeFolder } from '../support/processes.ts';

/** @returns kilobytes gzipped, without the weights; null while there is no Worker. */
export function workerBundle(): number | null {
  if (!existsSync(join(ROOT, 'src/worker.ts'))) return null;
  const folder = dataFolder();
  const { status, stderr } = spawnSync('npx', ['wrangler', 'deploy', '--dry-run', '--outdir', folder], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, WRANGLER_SEND_METRICS: 'false' },
  });
  if (status !== 0) throw new Error(`The Worker cannot be bundled: ${stderr}`);
  const files = readdirSync(folder).filter((name) => !/\.(map|md|bin)$/.test(name));
  const bytes = files.reduce((sum, name) => sum + gzipSync(readFileSync(join(folder, name))).length, 0);
  removeFolder(folder);
  return bytes / 1_024;
}
