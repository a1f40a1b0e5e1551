/** How sends of owed messages ended, and what no longer holds of them. */
import { and, eq, sql } from 'drizzle-orm';
import type { Statement } from '../../database.ts';
import { outbox } from '../../schema.ts';
import { command, compiler } from '../../statement.ts';
import { asSent, asUnsent, externalId, id, idList } from './rows.ts';

/** How a send ended, as the row keeps it. `pending`: it is to be tried again when it is due. */
export type Mark =
  | { readonly state: 'sent'; readonly externalId: string | null; readonly sentAt: number }
  | {
      readonly state: 'pending';
      readonly dueAt: number;
      readonly attempts: number;
      readonly error: string;
    }
  | { readonly state: 'failed' | 'dead'; readonly attempts: number; readonly error: string };

/**
 * Whatever else was believed of it: a message that was sent was sent. Unless its channel has said meanwhile that this
 * very message failed after all, which is when a row that is not sent has its id.
 */
const markSent = command(
  compiler
    .update(outbox)
    .set(asSent)
    .where(
      and(
        eq(outbox.id, id),
        sql`(${outbox.externalId} IS NULL OR ${outbox.state} = 'sent' OR ${outbox.externalId} IS NOT ${externalId})`,
      ),
    ),
);

/** Everything else is recorded by whoever has it in hand: a confirmation that came late is not overwritten. */
const markUnsent = command(
  compiler
    .update(outbox)
    .set(asUnsent)
    .where(and(eq(outbox.id, id), eq(outbox.state, 'sending'))),
);

const giveBackRows = command(
  compiler
    .update(outbox)
    .set({ state: 'pending', dueAt: sql`${sql.placeholder('dueAt')}` })
    .where(and(idList, eq(outbox.state, 'sending'))),
);

const forgetAbout = command(
  compiler
    .update(outbox)
    .set({ about: null })
    .where(eq(outbox.about, sql.placeholder('about'))),
);

export function markStatement(rowId: number, mark: Mark): Statement {
  return mark.state === 'sent'
    ? markSent({ id: rowId, externalId: mark.externalId, sentAt: mark.sentAt })
    : markUnsent({ dueAt: null, ...mark, id: rowId });
}

/** Rows that were taken and not tried: they are as they were, and due then. */
export function giveBackStatement(ids: readonly number[], dueAt: number): Statement {
  return giveBackRows({ ids: JSON.stringify(ids), dueAt });
}

/** What was offered with a notice about this can be taken no more. */
export function closeNotices(about: string): Statement {
  return forgetAbout({ about });
}
