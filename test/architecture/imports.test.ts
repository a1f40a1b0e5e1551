/** The walls of the house: who may import whom. Read from the sources themselves. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Every source file, by its path from the root. */
const SOURCES = ['src', 'bots', 'db'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(folder, name)),
);

interface Import {
  /** A path from the root, or a package. */
  readonly target: string;
  /** Only a type: nothing of it is there when the program runs. */
  readonly typeOnly: boolean;
}

const STATEMENT =
  /(?:import|export)\s+(type\s+)?(?:[\w*{}\s,$]+?\s+from\s+)?'([^']+)'|import\(\s*'([^']+)'\s*\)/g;

function importsOf(file: string): Import[] {
  const source = readFileSync(join(ROOT, file), 'utf8');
  return [...source.matchAll(STATEMENT)].map(([, type, from, dynamic]) => {
    const target = from ?? dynamic ?? '';
    const local = target.startsWith('.');
    return {
      target: local ? relative(ROOT, join(ROOT, dirname(file), target)) : target,
      typeOnly: type !== undefined,
    };
  });
}

function forbidden(
  files: (file: string) => boolean,
  allowed: (target: string, file: string) => boolean,
): string[] {
  return SOURCES.filter(files).flatMap((file) =>
    importsOf(file)
      .filter(({ target }) => !allowed(target, file))
      .map(({ target }) => `${file} imports ${target}`),
  );
}

const isLocal = (target: string) => /^(src|bots|db)\//.test(target);
const under =
  (...folders: string[]) =>
  (file: string) =>
    folders.some((folder) => file.startsWith(`${folder}/`));

/** All that is loaded when the entry runs. */
function reachable(entry: string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const queue = [entry];
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    if (found.has(file)) continue;
    const loaded = importsOf(file)
      .filter((each) => !each.typeOnly)
      .map((each) => each.target);
    found.set(file, loaded);
    queue.push(...loaded.filter((target) => SOURCES.includes(target)));
  }
  return found;
}

describe('the walls between the folders', () => {
  it('finds the sources and their imports', () => {
    expect(SOURCES.length).toBeGreaterThan(100);
    expect(importsOf('src/engine/engine.ts').map(({ target }) => target)).toContain('src/chat/read.ts');
  });

  it('keeps the conversation and the rules of the shop pure', () => {
    const libraries = ['@fluent/bundle', 'libphonenumber-js/min', 'fastest-levenshtein', 'zod'];
    const pure = under('src/chat', 'src/shop');
    expect(forbidden(pure, (target) => pure(target) || libraries.includes(target))).toEqual([]);
  });

  it('lets only db know drizzle and libSQL', () => {
    const isStorage = (target: string) => /^(drizzle-orm|@libsql)/.test(target);
    expect(
      forbidden(
        (file) => !under('db')(file),
        (target) => !isStorage(target),
      ),
    ).toEqual([]);
  });

  it('lets a channel know the conversation and what goes over the wire, and no other channel, database, engine or server', () => {
    const own = (target: string, file: string) => target.startsWith(`${dirname(file)}/`);
    const shared = (target: string) =>
      target === 'src/lanes.ts' || under('src/chat', 'src/wire', 'bots/common')(target);
    expect(
      forbidden(under('bots'), (target, file) => !isLocal(target) || own(target, file) || shared(target)),
    ).toEqual([]);
  });

  it('loads whatsapp-web.js in the bridge only, and there when it is wanted', () => {
    const client = 'bots/whatsapp-web/client.ts';
    const loaders = SOURCES.filter((file) =>
      importsOf(file).some(({ target }) => target === 'whatsapp-web.js'),
    );
    expect(loaders).toEqual([client]);
    expect(readFileSync(join(ROOT, client), 'utf8')).not.toMatch(/^import (?!type)[^;]*'whatsapp-web\.js'/m);
    const server = [...reachable('src/main.ts').keys()];
    expect(server.filter((file) => file.startsWith('bots/whatsapp-web/'))).toEqual([]);
  });

  it('loads pdfkit for what is printed only, and there when it is wanted', () => {
    const paper = 'src/print/paper.ts';
    const loaders = SOURCES.filter((file) => importsOf(file).some(({ target }) => target === 'pdfkit'));
    expect(loaders).toEqual([paper]);
    expect(readFileSync(join(ROOT, paper), 'utf8')).not.toMatch(/^import [^;]*'pdfkit'/m);
    // The bundle of the server must not take it in: a start would read it.
    expect(readFileSync(join(ROOT, 'scripts/build.mjs'), 'utf8')).toMatch(/external: \[[^\]]*'pdfkit'/);
    const worker = [...reachable('src/worker.ts').keys()];
    expect(worker.filter((file) => file.startsWith('src/print/'))).toEqual([]);
  });

  it('lets only the entries read the environment', () => {
    const entries = ['src/main.ts', 'src/cli.ts', 'src/bridge.ts', 'src/worker.ts'];
    const readers = SOURCES.filter((file) => /process\.env/.test(readFileSync(join(ROOT, file), 'utf8')));
    expect(readers.filter((file) => !entries.includes(file))).toEqual([]);
  });

  it('loads nothing in a Worker that a Worker does not have', () => {
    const loaded = reachable('src/worker.ts');
    const bad = [...loaded].flatMap(([file, targets]) =>
      targets
        .filter((target) => /^node:|^bots\/whatsapp-web\/|^@libsql\/client(\/sqlite3)?$|^pino$/.test(target))
        .map((target) => `${file} imports ${target}`),
    );
    expect(bad).toEqual([]);
    expect(loaded.size).toBeGreaterThan(50);
  });
});
