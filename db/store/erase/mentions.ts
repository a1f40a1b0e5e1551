/** Where somebody is named in what was written to others: staff read names, numbers and words of visitors. */
import type { Database, Statement } from '../../database.ts';
import type { Kept } from './kept.ts';

/** Rows looked through at once: some megabytes at most. */
const ROWS_AT_ONCE = 2_000;
/** Rows written at once. */
export const WRITES_AT_ONCE = 200;
/** What stands in the place of a name or number. */
export const ERASED = '•••';

/** Gives the JSON text without what tells of the person, or null where nothing in it does. */
export type Mask = (json: string) => string | null;

/** Names as they were written, whole and the first of them, and the number in each way of writing it. */
export function maskOf({ names, phones }: Pick<Kept, 'names' | 'phones'>): {
  /** As they stand in JSON. */
  readonly needles: readonly string[];
  readonly mask: Mask;
} {
  const words = names.flatMap((name) => [name, name.split(' ')[0] ?? '']);
  const told = [...new Set([...words, ...phones.flatMap(waysToWrite)])].filter((each) => each.length > 1);
  const needles = told.map((each) => JSON.stringify(each).slice(1, -1));
  // The longest first: a full name before the first name that it begins with.
  const parts = told.toSorted((one, other) => other.length - one.length).map(escaped);
  if (parts.length === 0) return { needles, mask: () => null };
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${parts.join('|')})(?![\\p{L}\\p{N}])`, 'gu');
  return {
    needles,
    mask(json) {
      const masked = JSON.stringify(masking(JSON.parse(json), pattern));
      return masked === json ? null : masked;
    },
  };
}

/** What a machine reads of a message: somebody may be called like a verb. */
const NOT_WORDS = new Set(['id', 'as', 'photo', 'language', 'product', 'what', 'part', 'key']);

function masking(value: unknown, pattern: RegExp): unknown {
  if (typeof value === 'string') return value.replaceAll(pattern, ERASED);
  if (Array.isArray(value)) return value.map((each) => masking(each, pattern));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, each]): [string, unknown] => [
    name,
    NOT_WORDS.has(name) && typeof each === 'string' ? each : masking(each, pattern),
  ]);
  return Object.fromEntries(entries);
}

/** `+62812…` is also typed `62812…` and `0812…`. */
function waysToWrite(phone: string): string[] {
  const digits = phone.replace(/^\+/, '');
  return [phone, digits, ...(digits.startsWith('62') ? [`0${digits.slice(2)}`, digits.slice(2)] : [])];
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

export interface Found {
  readonly id: number;
  readonly text: string;
  /** Whatever else the row is chosen by. */
  readonly more: string | null;
}

/** Rows of a table with one of these strings in a column, read in pieces so that nobody waits for long. */
export async function* rowsWith(
  database: Database,
  {
    table,
    column,
    more = 'NULL',
  }: { readonly table: string; readonly column: string; readonly more?: string },
  needles: readonly string[],
): AsyncGenerator<Found[]> {
  if (needles.length === 0) return;
  const [ends] = await database.read([{ sql: `SELECT max(rowid) FROM ${table}`, args: [] }]);
  const last = Number(ends?.rows[0]?.[0] ?? 0);
  const [begins] = await database.read([{ sql: `SELECT min(rowid) FROM ${table}`, args: [] }]);
  for (let from = Number(begins?.rows[0]?.[0] ?? 1) - 1; from < last; from += ROWS_AT_ONCE) {
    const [result] = await database.read([
      {
        sql: `SELECT rowid, ${column}, ${more} FROM ${table} WHERE rowid > ? AND rowid <= ?
          AND EXISTS (SELECT 1 FROM json_each(?) needle WHERE instr(${table}.${column}, needle.value) > 0)`,
        args: [from, from + ROWS_AT_ONCE, JSON.stringify(needles)],
      },
    ]);
    const found = (result?.rows ?? []).map((row) => ({
      id: Number(row[0]),
      text: String(row[1]),
      more: row[2] === null || row[2] === undefined ? null : String(row[2]),
    }));
    if (found.length > 0) yield found;
  }
}

/** In pieces, so that the write queue takes others in between. */
export async function writeInPieces(database: Database, statements: readonly Statement[]): Promise<void> {
  for (let from = 0; from < statements.length; from += WRITES_AT_ONCE) {
    await database.write(statements.slice(from, from + WRITES_AT_ONCE));
  }
}

/**
 * Messages to others and what their chats remember, with the person masked. A notice that somebody can still act on is
 * left alone unless it is about the person's own: it names somebody else who is called the same.
 */
export async function maskElsewhere(database: Database, kept: Kept): Promise<void> {
  const { needles, mask } = maskOf(kept);
  const own = new Set(kept.about);
  const messages = {
    table: 'outbox',
    column: 'message',
    more: `CASE WHEN about IS NULL AND state NOT IN ('pending', 'sending', 'uncertain') THEN NULL ELSE coalesce(about, key) END`,
  };
  for await (const found of rowsWith(database, messages, needles)) {
    const statements = found.flatMap(({ id, text, more }) => {
      const masked = more === null || isAbout(more, own) ? mask(text) : null;
      return masked === null
        ? []
        : [{ sql: 'UPDATE outbox SET message = ? WHERE id = ?', args: [masked, id] }];
    });
    await writeInPieces(database, statements);
  }
  const ownChats = new Set(kept.chats.map(({ id }) => id));
  for await (const found of rowsWith(
    database,
    { table: 'chats', column: 'conversation', more: 'version' },
    needles,
  )) {
    const statements = found.flatMap(({ id, text, more }) => {
      const masked = ownChats.has(id) ? null : mask(text);
      // What its chat decides meanwhile is decided anew.
      return masked === null
        ? []
        : [
            {
              sql: 'UPDATE chats SET conversation = ?, version = version + 1 WHERE id = ? AND version = ?',
              args: [masked, id, Number(more)],
            },
          ];
    });
    await writeInPieces(database, statements);
  }
}

/** The public id that a notice is about, or its key: `part <public id> …`. */
function isAbout(about: string, own: ReadonlySet<string>): boolean {
  return about.split(' ').some((word) => own.has(word));
}
