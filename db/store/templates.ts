/** What WhatsApp says of the message templates that it was given. */
import { sql } from 'drizzle-orm';
import type { Database } from '../database.ts';
import { templates } from '../schema.ts';
import { command, compiler, query } from '../statement.ts';

export interface TemplateStatus {
  /** As WhatsApp knows it. */
  readonly name: string;
  readonly language: string;
  /** In WhatsApp's own word. */
  readonly status: string;
  readonly reason: string | null;
}

const keep = command(
  compiler
    .insert(templates)
    .values({
      name: sql.placeholder('name'),
      language: sql.placeholder('language'),
      status: sql.placeholder('status'),
      reason: sql.placeholder('reason'),
      heardAt: sql.placeholder('heardAt'),
    })
    .onConflictDoUpdate({
      target: [templates.name, templates.language],
      set: { status: sql`excluded.status`, reason: sql`excluded.reason`, heardAt: sql`excluded.heard_at` },
    }),
);

const allQuery = query(compiler.select().from(templates));

/** @param at UTC milliseconds. */
export async function keepTemplates(
  database: Database,
  heard: readonly TemplateStatus[],
  at: number,
): Promise<void> {
  if (heard.length > 0) await database.write(heard.map((each) => keep({ ...each, heardAt: at })));
}

/** `heardAt`: UTC milliseconds. */
export async function loadTemplates(
  database: Database,
): Promise<(TemplateStatus & { readonly heardAt: number })[]> {
  const [rows] = await database.read([allQuery.with()]);
  return allQuery.rows(rows);
}
