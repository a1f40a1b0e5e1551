/** Brings a database to the schema of this code. Node only: it reads the migrations from a folder. */
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Client } from '@libsql/client';
import { createClient } from '@libsql/client/sqlite3';
import { drizzle } from 'drizzle-orm/libsql';
import { migrate as applyMigrations } from 'drizzle-orm/libsql/migrator';
import * as z from 'zod';
import type { Database } from './database.ts';
import { databaseFile, isEmbedded } from './database-url.ts';
import { appliedMigrations, type Journal, MIGRATIONS_TABLE, pendingMigrations } from './journal.ts';
import { openRemote } from './remote.ts';

const journalFile = z.object({
  entries: z.array(z.object({ tag: z.string(), when: z.number() })),
});

export function readJournal(folder: string): Journal {
  return journalFile.parse(JSON.parse(readFileSync(join(folder, 'meta', '_journal.json'), 'utf8')));
}

/**
 * Applies what is missing, all of it or nothing, and returns the tags of what it applied. Of an embedded file the
 * caller is the owner (`owner.ts`), and has not opened it yet.
 */
export async function migrateDatabase(
  { url, authToken }: { readonly url: string; readonly authToken?: string | undefined },
  folder: string,
): Promise<string[]> {
  const client = isEmbedded(url) ? openFile(url) : openRemote({ url, authToken });
  try {
    return await migrate(client, folder);
  } finally {
    client.close();
  }
}

/** What an embedded file lacks; null: it is a new one, which has nothing to lose. Its caller is the owner, too. */
export async function pendingInFile(url: string, folder: string): Promise<string[] | null> {
  if (!existsSync(databaseFile(url))) return null;
  const client = openFile(url);
  try {
    const database: Pick<Database, 'read'> = { read: (statements) => client.batch([...statements], 'read') };
    const applied = await appliedMigrations(database);
    return applied.size === 0 ? null : await pendingMigrations(database, readJournal(folder));
  } finally {
    client.close();
  }
}

export async function migrate(client: Client, folder: string): Promise<string[]> {
  const journal = readJournal(folder);
  const database: Pick<Database, 'read'> = { read: (statements) => client.batch([...statements], 'read') };
  const before = await pendingMigrations(database, journal);
  if (before.length > 0) {
    await applyMigrations(drizzle(client), { migrationsFolder: folder, migrationsTable: MIGRATIONS_TABLE });
  }
  // drizzle passes over a migration that is dated before the newest applied one, without a word: two branches, merged.
  const left = await pendingMigrations(database, journal);
  if (left.length > 0) {
    throw new Error(`Not applied, because a newer migration was applied before: ${left.join(', ')}.`);
  }
  return before;
}

function openFile(url: string): Client {
  mkdirSync(dirname(databaseFile(url)), { recursive: true });
  return createClient({ url, concurrency: 1 });
}
