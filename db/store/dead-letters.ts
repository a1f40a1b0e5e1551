/** Events that could not be handled, put aside with what went wrong. They are kept for seven days. */
import { lt } from 'drizzle-orm';
import type { ChannelName } from '../../src/chat/message.ts';
import type { Database } from '../database.ts';
import { deadLetters } from '../schema.ts';
import { compiler, once } from '../statement.ts';

const KEPT_MS = 7 * 24 * 3_600_000;

export interface DeadLetter {
  readonly key: string;
  readonly channel: ChannelName;
  /** As it came, as JSON. */
  readonly event: string;
  readonly error: string;
  readonly at: number;
}

export async function putAside(database: Database, letter: DeadLetter): Promise<void> {
  await database.write([
    once(compiler.delete(deadLetters).where(lt(deadLetters.at, letter.at - KEPT_MS))),
    once(compiler.insert(deadLetters).values(letter).onConflictDoNothing()),
  ]);
}
