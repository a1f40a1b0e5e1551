/** Links to the page on which the stand's phone is paired, and what was done there. */
import { eq, sql } from 'drizzle-orm';
import type { Database, Statement } from '../database.ts';
import { audit, pairingLinks } from '../schema.ts';
import { compiler, once, query } from '../statement.ts';
import { hashCode } from './hash-code.ts';

export interface NewPairingLink {
  /** Kept as its hash only. */
  readonly key: string;
  /** The address of whoever asked for it; null: the terminal. */
  readonly createdBy: number | null;
  readonly now: number;
  readonly expiresAt: number;
}

export async function pairingLinkStatement({
  key,
  createdBy,
  now,
  expiresAt,
}: NewPairingLink): Promise<Statement> {
  const row = { keyHash: await hashCode(key), createdBy, createdAt: now, expiresAt };
  return once(compiler.insert(pairingLinks).values(row));
}

export async function savePairingLink(database: Database, made: NewPairingLink): Promise<void> {
  await database.write([await pairingLinkStatement(made)]);
}

const keyHash = sql.placeholder('keyHash');
const now = sql.placeholder('now');

/** The row changes for one caller only, whichever process asks. */
const useQuery = query(
  compiler
    .update(pairingLinks)
    .set({ usedAt: sql`${now}` })
    .where(
      sql`${pairingLinks.keyHash} = ${keyHash} AND ${pairingLinks.usedAt} IS NULL AND ${pairingLinks.expiresAt} > ${now}`,
    )
    .returning({ createdBy: pairingLinks.createdBy }),
);

const usedAtQuery = query(
  compiler
    .select({ usedAt: pairingLinks.usedAt })
    .from(pairingLinks)
    .where(eq(pairingLinks.keyHash, keyHash)),
);

export type LinkUse =
  /** By whom it was asked for; null: the terminal. */
  | { readonly kind: 'opened'; readonly createdBy: number | null }
  | { readonly kind: 'used' | 'expired' | 'unknown' };

export async function usePairingLink(database: Database, key: string, at: number): Promise<LinkUse> {
  const values = { keyHash: await hashCode(key), now: at };
  const [rows] = await database.write([useQuery.with(values)]);
  const [opened] = useQuery.rows(rows);
  if (opened) return { kind: 'opened', createdBy: opened.createdBy };
  const [known] = await database.read([usedAtQuery.with(values)]);
  const [row] = usedAtQuery.rows(known);
  if (!row) return { kind: 'unknown' };
  return { kind: row.usedAt === null ? 'expired' : 'used' };
}

/** Who sent the bridge a command. */
export async function recordBridgeCommand(
  database: Database,
  { command, actor, at }: { readonly command: string; readonly actor: number | null; readonly at: number },
): Promise<void> {
  const row = { at, actor, what: 'whatsapp', subject: 'bridge', after: command };
  await database.write([once(compiler.insert(audit).values(row))]);
}
