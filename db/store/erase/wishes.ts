/** Who asked to be erased, and for whom that was done. */
import { sql } from 'drizzle-orm';
import type { Database, Statement } from '../../database.ts';
import { erasures } from '../../schema.ts';
import { command, compiler } from '../../statement.ts';
import type { Origin } from '../origin.ts';
import type { Erasure } from './erase.ts';

const ask = command(
  compiler
    .insert(erasures)
    .values({ personId: sql.placeholder('personId'), askedAt: sql.placeholder('now') })
    .onConflictDoNothing(),
);

export function askToErase({ personId, now }: Origin): Statement {
  return ask({ personId, now });
}

/** The wish of somebody who has a role now. */
export async function dropWish(database: Database, personId: number): Promise<void> {
  await database.write([
    { sql: 'DELETE FROM erasures WHERE person_id = ? AND done_at IS NULL', args: [personId] },
  ]);
}

/** Wishes that wait, oldest first. */
export interface WaitingErasure {
  readonly personId: number;
  /** Something for them is still on its way: the farewell. */
  readonly isTold: boolean;
  readonly askedAt: number;
}

export async function waitingErasures(database: Database): Promise<WaitingErasure[]> {
  const [result] = await database.read([
    {
      sql: `SELECT erasures.person_id, erasures.asked_at, NOT EXISTS (
          SELECT 1 FROM outbox JOIN chats ON chats.id = outbox.chat_id JOIN addresses ON addresses.id = chats.address_id
          WHERE addresses.person_id = erasures.person_id AND outbox.state IN ('pending', 'sending', 'uncertain')
        ) FROM erasures WHERE done_at IS NULL ORDER BY erasures.id LIMIT 50`,
      args: [],
    },
  ]);
  return (result?.rows ?? []).map((row) => ({
    personId: Number(row[0]),
    askedAt: Number(row[1]),
    isTold: Number(row[2]) === 1,
  }));
}

/** All that were done, for the list beside the backups. */
export async function listErasures(database: Database): Promise<Erasure[]> {
  const [result] = await database.read([
    {
      sql: 'SELECT person_id, public_ids, done_at FROM erasures WHERE done_at IS NOT NULL ORDER BY id',
      args: [],
    },
  ]);
  return (result?.rows ?? []).map((row) => ({
    person: Number(row[0]),
    publicIds: JSON.parse(String(row[1])) as string[],
    at: Number(row[2]),
  }));
}
