/** The folder of backups: their names, which is the newest, and which go. */
import { existsSync, readdirSync } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** `nightly`: by the server itself; `manual`: by the command; `update`: before a migration. */
export const KINDS = ['nightly', 'manual', 'update'] as const;
export type Kind = (typeof KINDS)[number];

export interface Kept {
  readonly name: string;
  readonly kind: Kind;
  /** When it was begun, UTC milliseconds. */
  readonly at: number;
}

const NAME = /^gerai-(nightly|manual|update)-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z\.tar\.gz(?:\.age)?$/;

/** A draft is none yet: whatever breaks it off leaves no file that looks like a backup. */
const DRAFT = /^\.gerai-.*(?:\.draft|-draft-\w+)$/;
/** One that has not grown for so long belongs to a process that is gone. */
const DEAD_DRAFT_MS = 6 * 3_600_000;

export function backupName(kind: Kind, at: number, isSealed: boolean): string {
  const time = new Date(at).toISOString().replaceAll(/[-:]|\.\d{3}/g, '');
  return `gerai-${kind}-${time}.tar.gz${isSealed ? '.age' : ''}`;
}

export function draftName(name: string): string {
  return `.${name}.${process.pid}.draft`;
}

function parse(name: string): Kept | null {
  const [, kind, year, month, day, hour, minute, second] = NAME.exec(name) ?? [];
  if (kind === undefined) return null;
  const at = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(at) ? null : { name, kind: kind as Kind, at };
}

/** The newest first; a folder that is not there has none. */
export function keptIn(folder: string): Kept[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .flatMap((name) => parse(name) ?? [])
    .sort((one, other) => other.at - one.at);
}

/** UTC milliseconds; null: there is none, or the folder cannot be read. */
export function newestIn(folder: string): number | null {
  try {
    return keptIn(folder)[0]?.at ?? null;
  } catch {
    return null;
  }
}

export async function makeFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
}

/** So many of each kind stay: a server that fails at each start must not push the nightly ones out. */
export async function dropOld(folder: string, keep: number): Promise<string[]> {
  const all = keptIn(folder);
  const old = KINDS.flatMap((kind) => all.filter((each) => each.kind === kind).slice(keep));
  for (const { name } of old) await rm(join(folder, name), { force: true });
  return old.map(({ name }) => name);
}

/** What processes left behind that were killed. */
export async function dropDeadDrafts(folder: string, now: number): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!DRAFT.test(name)) continue;
    const path = join(folder, name);
    const changed = await stat(path).then(
      ({ mtimeMs }) => mtimeMs,
      () => now,
    );
    if (now - changed > DEAD_DRAFT_MS) await rm(path, { recursive: true, force: true });
  }
}
