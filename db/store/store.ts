/** The engine's store over a database. */
import { asc, eq, or, sql } from 'drizzle-orm';
import type { Owed } from '../../src/delivery/sender.ts';
import { heldKey } from '../../src/engine/holds.ts';
import type { Answer, Commit, OwnCommit, Store } from '../../src/engine/store.ts';
import { ConstraintError, type Database } from '../database.ts';
import { outbox } from '../schema.ts';
import { compiler, query } from '../statement.ts';
import { commit } from './commit.ts';
import { loadFacts } from './facts.ts';
import { introduce } from './introduce.ts';
import { loadOpenNumbers } from './open-numbers.ts';
import { loadView } from './view.ts';
import { withWarmViews } from './warm-views.ts';

const answersQuery = query(
  compiler
    .select({ id: outbox.id, publicId: outbox.publicId, message: outbox.message, replaces: outbox.replaces })
    .from(outbox)
    .where(or(eq(outbox.cause, sql.placeholder('cause')), eq(outbox.cause, sql.placeholder('held'))))
    .orderBy(asc(outbox.id)),
);

export function makeStore(database: Database): Store {
  return withWarmViews(database, coldStore);
}

function coldStore(database: Database): Store {
  return {
    loadView: (inbound) => loadView(database, inbound),
    introduce: (inbound, publicId, language, now) => introduce(database, inbound, publicId, language, now),
    loadFacts: (view, needs) => loadFacts(database, view, needs),
    openNumbers: (chats) => loadOpenNumbers(database, chats),
    commit: (decided) => tryCommit(database, decided),
    async answersTo(inboxKey) {
      const [result] = await database.read([answersQuery.with({ cause: inboxKey, held: heldKey(inboxKey) })]);
      return answersQuery.rows(result).map((row): Answer => ({ ...row, publicId: row.publicId ?? '' }));
    },
  };
}

async function tryCommit(
  database: Database,
  decided: Commit | OwnCommit,
): Promise<{ refused: string } | { owed: readonly Owed[] }> {
  try {
    const ids = await commit(database, decided);
    const { now } = decided.origin;
    return {
      owed: decided.messages.map(({ publicId: _p, cause: _c, about: _a, ...message }, index) => ({
        ...message,
        id: ids[index] ?? 0,
        attempts: 0,
        createdAt: now,
      })),
    };
  } catch (error) {
    if (error instanceof ConstraintError) return { refused: error.constraint };
    throw error;
  }
}
