/** What Node reads from the disk and a Worker has in its bundle: copy, the page's files, pictures, migrations. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Asset } from '../web/app.tsx';

/** The project's folder, whether this runs from the sources or from the bundle. */
export const ROOT = findRoot(dirname(fileURLToPath(import.meta.url)));

function findRoot(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error('The project folder with its package.json cannot be found.');
  return findRoot(parent);
}

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** Fluent text by language: `id.ftl` is Indonesian. Indonesian stands first: it is the fallback. */
export function readCopy(): Map<string, string> {
  const folder = join(ROOT, 'src/chat/copy');
  const files = readdirSync(folder).filter((name) => name.endsWith('.ftl'));
  const languages = files.map((name) => name.replace(/\.ftl$/, '')).sort((one) => (one === 'id' ? -1 : 1));
  return new Map(
    languages.map((language) => [language, readFileSync(join(folder, `${language}.ftl`), 'utf8')]),
  );
}

export function readAssets(): Map<string, Asset> {
  const folder = join(ROOT, 'src/web/assets');
  return new Map(
    readdirSync(folder).flatMap((name): [string, Asset][] => {
      const type = TYPES[extname(name)];
      return type ? [[name, { type, body: readFileSync(join(folder, name), 'utf8') }]] : [];
    }),
  );
}

export const MIGRATIONS = join(ROOT, 'db/migrations');

export function readPicture(slug: string): Uint8Array {
  return readFileSync(join(ROOT, 'db/seed/pictures', `${slug}.png`));
}
