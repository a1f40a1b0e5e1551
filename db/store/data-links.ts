/** One-time links to the file with all that is kept about a person. */
import { eq, sql } from 'drizzle-orm';
import type { Effect } from '../../src/shop/effects.ts';
import type { Database, Statement } from '../database.ts';
import { dataLinks } from '../schema.ts';
import { compiler, once, query } from '../statement.ts';
import { hashCode } from './hash-code.ts';
import type { Origin } from './origin.ts';

export async function saveDataLink(
  { key, expiresAt }: Extract<Effect, { kind: 'data-link' }>,
  { personId }: Origin,
): Promise<Statement> {
  return once(compiler.insert(dataLinks).values({ keyHash: await hashCode(key), personId, expiresAt }));
}

/** The row goes for one caller only, whichever process asks. */
const take = query(
  compiler
    .delete(dataLinks)
    .where(eq(dataLinks.keyHash, sql.placeholder('keyHash')))
    .returning({ personId: dataLinks.personId, expiresAt: dataLinks.expiresAt }),
);

/** @returns whose data it opens; null where it was used, ran out, or never was one. */
export async function useDataLink(database: Database, key: string, now: number): Promise<number | null> {
  const [rows] = await database.write([take.with({ keyHash: await hashCode(key) })]);
  const [link] = take.rows(rows);
  return link && link.expiresAt > now ? link.personId : null;
}
