/** Whether somebody may be written to freely, where their channel asks how long ago they wrote. */
import { and, eq, sql } from 'drizzle-orm';
import type { Database, Statement } from '../database.ts';
import { chats, templates } from '../schema.ts';
import { command, compiler, query } from '../statement.ts';

const wayQuery = query(
  compiler
    .select({ heardAt: chats.heardAt, status: templates.status })
    .from(chats)
    .leftJoin(
      templates,
      and(eq(templates.name, sql.placeholder('name')), eq(templates.language, sql.placeholder('language'))),
    )
    .where(eq(chats.id, sql.placeholder('chatId'))),
);

const close = command(
  compiler
    .update(chats)
    .set({ heardAt: 0 })
    .where(eq(chats.id, sql.placeholder('chatId'))),
);

export interface Way {
  /** When somebody last wrote in the chat, UTC milliseconds; null: not known. */
  readonly heardAt: number | null;
  /** What WhatsApp says of the template; null: nothing yet. */
  readonly status: string | null;
}

/** @param template as WhatsApp knows it; null: there is none for what is to be said. */
export async function loadWay(
  database: Database,
  chatId: number,
  template: { readonly name: string; readonly language: string } | null,
): Promise<Way> {
  const { name, language } = template ?? { name: '', language: '' };
  const [rows] = await database.read([wayQuery.with({ chatId, name, language })]);
  return wayQuery.rows(rows)[0] ?? { heardAt: null, status: null };
}

/** The channel says that nobody wrote there for too long. */
export function closeWindow(chatId: number): Statement {
  return close({ chatId });
}
