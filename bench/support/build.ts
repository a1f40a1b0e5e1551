/** Bundles the servers of the benchmark as the project bundles its own, so that none of them starts with a handicap. */
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** Inside of the project: there the bundles find its packages, and its own server its files. */
export const OUT = `${ROOT}dist/bench`;

/** The project's own server with some of its modules exchanged. */
function exchanging(modules: Readonly<Record<string, string>>): Plugin {
  return {
    name: 'exchange',
    setup(building) {
      for (const [from, to] of Object.entries(modules)) {
        const path = `${ROOT}bench/servers/${to}`;
        building.onResolve({ filter: new RegExp(`/${from}$`) }, ({ importer }) =>
          importer === path ? null : { path },
        );
      }
    },
  };
}

const UNPACED = { 'rate-plan.ts': 'unpaced.ts' };

export async function buildServers(): Promise<void> {
  mkdirSync(OUT, { recursive: true });
  const main = `${ROOT}src/main.ts`;
  await Promise.all([
    bundle(`${ROOT}bench/servers/bot-api.ts`, 'bot-api'),
    bundle(`${ROOT}bench/servers/floor.ts`, 'floor'),
    bundle(`${ROOT}bench/servers/shop.ts`, 'shop'),
    bundle(`${ROOT}bench/servers/bridge.ts`, 'bridge'),
    bundle(`${ROOT}bench/servers/plain-client.ts`, 'plain-client'),
    bundle(`${ROOT}src/cli.ts`, 'cli'),
    bundle(main, 'gerai', UNPACED),
    bundle(main, 'gerai-singly', { ...UNPACED, 'write-queue.ts': 'singly.ts' }),
  ]);
}

async function bundle(entry: string, name: string, modules: Readonly<Record<string, string>> = {}) {
  await build({
    entryPoints: { [name]: entry },
    outdir: OUT,
    bundle: true,
    external: ['libsql', 'grammy', 'whatsapp-web.js'],
    banner: {
      js: "import { createRequire as makeRequire } from 'node:module';\nconst require = makeRequire(import.meta.url);",
    },
    platform: 'node',
    target: 'node20',
    format: 'esm',
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
    sourcemap: true,
    logLevel: 'warning',
    plugins: [exchanging(modules)],
  });
}
