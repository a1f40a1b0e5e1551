/**
 * Whether a database has the schema of this code. Free of `node:`, so that a Worker can ask as well; the migrations
 * themselves run in `migrate.ts`, before a deployment.
 */
import type { Database } from './database.ts';

/** `migrations/meta/_journal.json`, as far as it is needed here. */
export interface Journal {
  readonly entries: readonly { readonly tag: string; readonly when: number }[];
}

/** Where drizzle's migrator keeps what it has applied; `created_at` is the `when` of the journal. */
export const MIGRATIONS_TABLE = '__drizzle_migrations';

/** Tags of the migrations that the database still lacks, oldest first. */
export async function pendingMigrations(
  database: Pick<Database, 'read'>,
  journal: Journal,
): Promise<string[]> {
  const applied = await appliedMigrations(database);
  return journal.entries.filter((entry) => !applied.has(entry.when)).map((entry) => entry.tag);
}

/** As the journal's `when`. */
export async function appliedMigrations(database: Pick<Database, 'read'>): Promise<ReadonlySet<number>> {
  const [tables] = await database.read([
    { sql: "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?", args: [MIGRATIONS_TABLE] },
  ]);
  if (tables === undefined || tables.rows.length === 0) {
    return new Set();
  }
  const [applied] = await database.read([{ sql: `SELECT created_at FROM ${MIGRATIONS_TABLE}`, args: [] }]);
  return new Set(applied?.rows.map((row) => Number(row.created_at)));
}
