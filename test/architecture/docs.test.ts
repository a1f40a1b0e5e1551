/** Documentation that is tested: what it names exists, and what exists is named. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readCommand } from '../../src/chat/commands.ts';
import { readCounterCommand, readCounterLine, readLevelWords } from '../../src/chat/understand/counter.ts';
import { readDaysOff } from '../../src/chat/understand/days-off.ts';
import { saysOnDuty } from '../../src/chat/understand/on-duty.ts';
import { DATABASE_COMMANDS } from '../../src/commands/database-commands.ts';
import { SETTINGS } from '../../src/config.ts';
import { ROLES } from '../../src/shop/roles.ts';
import { sampleSnapshot } from '../support/catalogue.ts';

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

/** The guides for those who work with it; what is bold there is a button or a heading of a page. */
const GUIDES = PAGES.filter((page) => page.includes('panduan-'));

/** What a person can read on a button: a whole sentence of the copy, or a whole variant of one; "…" is what differs. */
const LABELS = new Set(
  read('src/chat/copy/id.ftl')
    .split('\n')
    .map((line) => line.replace(/^(?:[a-z][\w-]* =|\s*\*?\[[\w-]+\])\s*/, '').trim())
    .map((words) => words.replaceAll(/\{ \$\w+ \}/g, '…')),
);

function quoted(pattern: RegExp): string[] {
  const text = GUIDES.map((page) => read(page).replaceAll(/```[\s\S]*?```/g, '')).join('\n');
  return [...new Set([...text.matchAll(pattern)].map(([, said]) => (said ?? '').replaceAll(/\s+/g, ' ')))];
}

describe('the guides', () => {
  it('name only buttons that exist', () => {
    const buttons = quoted(/\*\*([^*]+)\*\*/g);
    expect(buttons.length).toBeGreaterThan(50);
    expect(buttons.filter((label) => !LABELS.has(label))).toEqual([]);
  });

  it('name only commands that are understood', () => {
    const works = ROLES.map((role) => ({ role, unitId: role === 'staff' ? 1 : null, name: role }));
    const inGroups = ['/lepas'];
    const pages = ['/kantor'];
    const commands = quoted(/`(\/[a-z]+)`/g).filter(
      (each) => !inGroups.includes(each) && !pages.includes(each),
    );
    expect(commands).toContain('/meja');
    expect(commands.filter((command) => !readCommand(command, works))).toEqual([]);
  });

  it('show only lines of the counter that are read in full', () => {
    const lines = quoted(/`((?:jual|terima|rusak|retur) [^`]+)`/g);
    expect(lines.length).toBeGreaterThan(4);
    const isRead = (line: string) => {
      const counterLine = readCounterLine(line, sampleSnapshot());
      return counterLine !== null && counterLine.items.length > 0 && counterLine.unread === null;
    };
    expect(lines.filter((line) => !isRead(line))).toEqual([]);
    const levels = quoted(/`(batas [^`]+)`/g);
    expect(levels.map((line) => readLevelWords(line, sampleSnapshot())?.level)).toEqual([5, 'none']);
    const words = ['stok', 'stok opname', 'kas hari ini', 'pesanan baru'];
    expect(words.filter((each) => !quoted(/`([^`]+)`/g).includes(each) || !readCounterCommand(each))).toEqual(
      [],
    );
    expect(saysOnDuty('hadir')).toBe(true);
    const days = quoted(/`((?:libur|buka) [^`]+)`/g);
    expect(days.map((line) => readDaysOff(line, '2026-11-24')?.how)).toEqual(['closed', 'open']);
  });
});
