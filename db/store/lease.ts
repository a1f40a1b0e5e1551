/** One row elects one process among those that share a database. */
import { sql } from 'drizzle-orm';
import type { Database } from '../database.ts';
import { leases } from '../schema.ts';
import { command, compiler, query } from '../statement.ts';

const holder = sql.placeholder('holder');

const claim = query(
  compiler
    .insert(leases)
    .values({ name: sql.placeholder('name'), holder, until: sql.placeholder('until') })
    .onConflictDoUpdate({
      target: leases.name,
      set: { holder: sql`excluded.holder`, until: sql`excluded.until` },
      setWhere: sql`${leases.holder} = excluded.holder OR ${leases.until} <= ${sql.placeholder('now')}`,
    })
    .returning({ holder: leases.holder }),
);

const release = command(
  compiler
    .delete(leases)
    .where(sql`${leases.name} = ${sql.placeholder('name')} AND ${leases.holder} = ${holder}`),
);

export interface Claim {
  readonly name: string;
  readonly holder: string;
  readonly now: number;
  readonly until: number;
}

/** Takes or renews it. @returns whether it is this holder's now. */
export async function claimLease(database: Database, wanted: Claim): Promise<boolean> {
  const [rows] = await database.write([claim.with({ ...wanted })]);
  return claim.rows(rows).length > 0;
}

export async function releaseLease(database: Database, name: string, holderId: string): Promise<void> {
  await database.write([release({ name, holder: holderId })]);
}
