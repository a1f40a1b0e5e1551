/** Documentation that is tested: what it names exists, and what exists is named. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { DATABASE_COMMANDS } from '../../src/commands/database-commands.ts';
import { SETTINGS } from '../../src/config.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

const PAGES = [
  'README.md',
  ...readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
];
const README = read('README.md');
const ALL = PAGES.map(read).join('\n');
const PACKAGE: { scripts: Record<string, string> } = JSON.parse(read('package.json'));

/** Commands of the command line: those on the database, and those that the entry itself defines. */
const COMMANDS = [
  ...DATABASE_COMMANDS.keys(),
  ...[...read('src/cli.ts').matchAll(/^ {4}'([a-z]+)',$/gm)].map(([, name]) => name ?? ''),
];

function named(pattern: RegExp): string[] {
  return [...new Set([...ALL.matchAll(pattern)].map(([, name]) => name ?? ''))];
}

describe('the docs', () => {
  it('name every setting, and no setting that does not exist', () => {
    const settings = Object.keys(SETTINGS.shape);
    expect(settings.filter((name) => !README.includes(`\`${name}\``))).toEqual([]);
    const inCode = named(/`([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)`/g);
    expect(inCode.filter((name) => !settings.includes(name))).toEqual([]);
  });

  it('name every command, and no command that does not exist', () => {
    expect(COMMANDS).toContain('understand');
    expect(COMMANDS.filter((name) => !README.includes(`\`${name}\``))).toEqual([]);
    const used = named(/gerai -- ([a-z-]+)/g);
    expect(used.filter((name) => !COMMANDS.includes(name))).toEqual([]);
  });

  it('name only scripts that exist', () => {
    const scripts = named(/npm run (?:-s )?([\w:]+)/g);
    expect(scripts.filter((name) => !(name in PACKAGE.scripts))).toEqual([]);
  });

  it('link only to files that exist', () => {
    const broken = PAGES.flatMap((page) =>
      [...read(page).matchAll(/(?:\]\(|src=")(?!https?:|#)([^)"#]+)/g)]
        .map(([, path]) => join(page, '..', path ?? ''))
        .filter((path) => !existsSync(join(ROOT, path))),
    );
    expect(broken).toEqual([]);
  });
});
