/** A database for the time of one command. */
import { openDatabase } from '../../db/connect.ts';
import type { Database } from '../../db/database.ts';
import { databaseFile, isEmbedded } from '../../db/database-url.ts';
import { claim } from '../../db/owner.ts';
import type { Config } from '../config.ts';

/** An embedded file is claimed for the time of the work. @throws AlreadyRunning */
export async function withDatabase<T>(config: Config, work: (database: Database) => Promise<T>): Promise<T> {
  const { DATABASE_URL: url, DATABASE_AUTH_TOKEN: authToken } = config;
  const ownership = isEmbedded(url) ? await claim(databaseFile(url)) : null;
  try {
    const database = await openDatabase({ url, authToken });
    try {
      return await work(database);
    } finally {
      await database.close();
    }
  } finally {
    await ownership?.release();
  }
}
