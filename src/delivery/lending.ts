/**
 * The messages of a channel whose sender is another program: it borrows what is due, sends it, and tells how that
 * ended. What it does not tell in time counts as uncertain.
 */
import type { Database } from '../../db/database.ts';
import { markUnreachable } from '../../db/store/groups.ts';
import { findLent, type Lent, lend, nextDueAt, recoverLent } from '../../db/store/outbox/lent.ts';
import { giveBackStatement, markStatement } from '../../db/store/outbox/marks.ts';
import { isOvertaken } from '../../db/store/talks.ts';
import { openTask, type Reachable } from '../../db/store/unreached.ts';
import type { SendOutcome } from '../chat/channel.ts';
import type { ChannelName } from '../chat/message.ts';
import { markOf } from './dispatcher.ts';
import type { DeliveryEvent } from './events.ts';
import { verdictOn } from './verdict.ts';

/**
 * How long the program has for what it borrowed: a few messages at the pace of a person, and 30 s for the
 * acknowledgement of the last one.
 */
export const LENT_MS = 90_000;

/** What was borrowed and not tried is lent again after this long. */
const UNTRIED_MS = 2_000;

export type LentOutcome = SendOutcome | { readonly kind: 'untried' };

export interface LendingDeps {
  readonly database: Database;
  readonly channel: ChannelName;
  readonly now: () => number;
  /** From 0 to 1. */
  readonly random: () => number;
  readonly reachable: Reachable;
  readonly onEvent: (event: DeliveryEvent) => void;
}

export interface Lending {
  /** At most so many, the oldest of each chat, in the order in which they were owed. @throws StorageError */
  lend(most: number): Promise<readonly Lent[]>;
  /** Whoever has borrowed anything is gone, and nobody knows what became of it. @throws StorageError */
  leftBehind(): Promise<void>;
  /** They never left: nobody was there to take them. */
  giveBack(rows: readonly Lent[]): Promise<void>;
  /** May be told again: what is known already changes nothing. @throws StorageError */
  settle(publicId: string, outcome: LentOutcome): Promise<void>;
}

export function makeLending({ database, channel, now, random, reachable, onEvent }: LendingDeps): Lending {
  const giveBack = async (rows: readonly Lent[], dueAt: number) => {
    if (rows.length > 0)
      await database.write([
        giveBackStatement(
          rows.map(({ id }) => id),
          dueAt,
        ),
      ]);
  };

  /** The bot keeps silent in a chat that a person has taken, also with what it had meant to say before. */
  async function withdrawn(row: Lent, at: number): Promise<boolean> {
    if (row.kind !== 'reply' || !(await isOvertaken(database, row, at))) return false;
    await end(row, { kind: 'rejected', reason: 'a person has taken the chat' });
    return true;
  }

  async function end(row: Lent, outcome: SendOutcome): Promise<void> {
    const at = now();
    const { id } = row;
    const verdict = verdictOn(row, outcome, { now: at, random: random(), pausedUntil: null });
    if (verdict.kind === 'again') {
      const { attempts, dueAt, reason } = verdict;
      await database.write([markStatement(id, { state: 'pending', dueAt, attempts, error: reason })]);
      onEvent({ kind: 'again', channel, id, attempts, reason, ms: dueAt - at });
      return;
    }
    const mark = markStatement(id, markOf(verdict, at));
    if (verdict.kind === 'sent') {
      await database.write([mark]);
      onEvent({ kind: 'sent', channel, id, ms: at - row.createdAt });
      return;
    }
    const instead = await openTask(database, row, reachable, at);
    const closed = verdict.unreachable ? markUnreachable(row, at) : [];
    await database.write([mark, ...closed, ...instead]);
    const { attempts, reason, state, unreachable } = verdict;
    onEvent({ kind: 'over', channel, id, attempts, reason, state, unreachable });
  }

  return {
    async lend(most) {
      const at = now();
      const dueAt = await nextDueAt(database, channel);
      if (dueAt === null || dueAt > at) return [];
      const rows = await lend(database, { channel, now: at, limit: most, leaseUntil: at + LENT_MS });
      const left: Lent[] = [];
      for (const row of rows) if (!(await withdrawn(row, at))) left.push(row);
      return left;
    },
    leftBehind: () => recoverLent(database, channel, now()),
    giveBack: (rows) => giveBack(rows, now()),
    async settle(publicId, outcome) {
      const [row] = await findLent(database, channel, [publicId]);
      if (!row || row.state === 'sent') return;
      // Whatever else was believed of it: a message that was sent was sent.
      if (row.state !== 'sending' && outcome.kind !== 'sent') return;
      if (outcome.kind === 'untried') await giveBack([row], now() + UNTRIED_MS);
      else await end(row, outcome);
    },
  };
}
