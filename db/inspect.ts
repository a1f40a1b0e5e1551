/** Looks into an embedded file from beside its owner: reading only, and nothing of it is kept open. Node only. */
import type { Database } from './database.ts';
import { openNative } from './native.ts';

const BUSY_MS = 5_000;

/** @throws what the driver throws: not a database, no right to read it. */
export async function lookInto<T>(
  file: string,
  look: (database: Pick<Database, 'read'>) => Promise<T>,
): Promise<T> {
  const connection = openNative(file, { busyTimeoutMs: BUSY_MS });
  try {
    return await look({ read: async (statements) => connection.batch(statements, 'read') });
  } finally {
    connection.close();
  }
}
