/** Whether a statement writes what a view is made of, read off its SQL. What is not understood does. */
import type { Statement } from '../database.ts';

const TABLES: ReadonlySet<string> = new Set([
  'chats',
  'addresses',
  'persons',
  'carts',
  'roles',
  'versions',
  'talks',
]);

const WRITES = /^\s*(?:insert(?: or \w+)? into|replace into|update(?: or \w+)?|delete from)\s+["`]?(\w+)/i;

/** How a send ended is written into rows all the time, and no view shows it. */
const MARKS_OUTBOX = /^update "outbox" set (?:(?!"(?:about|message|chat_id)" = ).)*? where/;

const known = new Map<string, boolean>();
/** Statements are made in code, so that there are not many; those that are not compiled once do not fill the memory. */
const MAX_KNOWN = 1_000;

export function touchesViews({ sql }: Statement): boolean {
  const before = known.get(sql);
  if (before !== undefined) return before;
  const touches = readSql(sql);
  if (known.size >= MAX_KNOWN) known.clear();
  known.set(sql, touches);
  return touches;
}

function readSql(sql: string): boolean {
  if (/^\s*select\b/i.test(sql)) return false;
  const table = WRITES.exec(sql)?.[1]?.toLowerCase();
  if (table === undefined || TABLES.has(table)) return true;
  return table === 'outbox' && !MARKS_OUTBOX.test(sql);
}
