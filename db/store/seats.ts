/** Seats of the office page: who is signed in on which browser, their PIN, and whether it is open now. */
import { and, asc, eq, gt, inArray, isNull, lte, or, sql } from 'drizzle-orm';
import type { RoleGrant } from '../../src/shop/roles.ts';
import type { Database, Statement } from '../database.ts';
import { addresses, audit, chats, officeSeats, outbox, roles, talks } from '../schema.ts';
import { command, compiler, query } from '../statement.ts';

export interface Seat {
  readonly publicId: string;
  readonly external: string;
  readonly unlockedUntil: number | null;
  readonly waitUntil: number | null;
  readonly createdAt: number;
  /** Never empty: whoever has none has no seat. */
  readonly roles: readonly RoleGrant[];
}

/** Which seat, and who says so: the browser that it is on. */
export interface Claim {
  readonly publicId: string;
  readonly deskHash: string;
}

/** Every time somebody types a PIN. */
export type Try =
  /** It may be looked at. `failures` counts this one already. */
  { readonly kind: 'try'; readonly pin: string; readonly failures: number } | { readonly kind: 'refused' };

const deskHash = sql.placeholder('deskHash');
const publicId = sql.placeholder('publicId');
const now = sql.placeholder('now');

const insertSeat = command(
  compiler.insert(officeSeats).values({
    publicId,
    deskHash,
    external: sql.placeholder('external'),
    pin: sql.placeholder('pin'),
    createdAt: now,
  }),
);

const isThisSeat = and(
  eq(officeSeats.publicId, publicId),
  eq(officeSeats.deskHash, deskHash),
  isNull(officeSeats.endedAt),
);

const seatsQuery = query(
  compiler
    .select({
      publicId: officeSeats.publicId,
      external: officeSeats.external,
      unlockedUntil: officeSeats.unlockedUntil,
      waitUntil: officeSeats.waitUntil,
      createdAt: officeSeats.createdAt,
      role: roles.role,
      unitId: roles.unitId,
      name: roles.name,
    })
    .from(officeSeats)
    .innerJoin(addresses, and(eq(addresses.channel, 'web'), eq(addresses.external, officeSeats.external)))
    .innerJoin(roles, and(eq(roles.addressId, addresses.id), isNull(roles.endedAt)))
    .where(and(eq(officeSeats.deskHash, deskHash), isNull(officeSeats.endedAt)))
    .orderBy(asc(officeSeats.id), asc(roles.id)),
);

/**
 * A try is counted before the PIN is looked at, so that many at once are as many as one after the other. From the
 * fifth on each opens a wait, which only the right PIN takes away.
 */
const countTry = query(
  compiler
    .update(officeSeats)
    .set({
      failures: sql`${officeSeats.failures} + 1`,
      waitUntil: sql`CASE WHEN ${officeSeats.failures} + 1 >= ${sql.placeholder('free')}
        THEN ${now} + min(${sql.placeholder('longestMs')}, ${sql.placeholder('waitMs')} * (1 << min(20, ${officeSeats.failures} + 1 - ${sql.placeholder('free')}))) END`,
    })
    .where(and(isThisSeat, or(isNull(officeSeats.waitUntil), lte(officeSeats.waitUntil, now))))
    .returning({ pin: officeSeats.pin, failures: officeSeats.failures }),
);

const openSeat = command(
  compiler
    .update(officeSeats)
    .set({ failures: 0, waitUntil: null, unlockedUntil: sql`${sql.placeholder('until')}` })
    .where(isThisSeat),
);

const extendSeat = query(
  compiler
    .update(officeSeats)
    .set({ unlockedUntil: sql`${sql.placeholder('until')}` })
    .where(and(isThisSeat, gt(officeSeats.unlockedUntil, now)))
    .returning({ id: officeSeats.id }),
);

const isOpenQuery = query(
  compiler
    .select({ id: officeSeats.id })
    .from(officeSeats)
    .where(and(isThisSeat, gt(officeSeats.unlockedUntil, now))),
);

const lockSeat = command(compiler.update(officeSeats).set({ unlockedUntil: null }).where(isThisSeat));

const endSeat = command(
  compiler
    .update(officeSeats)
    .set({ unlockedUntil: null, endedAt: sql`${now}` })
    .where(isThisSeat),
);

const external = sql.placeholder('external');
const addressOfSeat = sql<number>`(SELECT ${addresses.id} FROM ${addresses} WHERE ${addresses.channel} = 'web' AND ${addresses.external} = ${external})`;
const chatOfSeat = sql<number>`(SELECT ${chats.id} FROM ${chats} WHERE ${chats.channel} = 'web' AND ${chats.external} = ${external})`;

const endRolesOfSeat = command(
  compiler
    .update(roles)
    .set({ endedAt: sql`${now}` })
    .where(and(eq(roles.addressId, addressOfSeat), isNull(roles.endedAt))),
);

/** A visitor who talked with whoever leaves is the bot's again. */
const freeVisitors = command(
  compiler
    .update(chats)
    .set({ version: sql`${chats.version} + 1` })
    .where(
      inArray(
        chats.id,
        compiler
          .select({ id: talks.chatId })
          .from(talks)
          .where(and(eq(talks.staffChatId, chatOfSeat), isNull(talks.endedAt))),
      ),
    ),
);
const releaseTalks = command(
  compiler
    .update(talks)
    .set({ version: sql`${talks.version} + 1`, staffChatId: null, takenBy: null, takenAt: null, until: null })
    .where(and(eq(talks.staffChatId, chatOfSeat), isNull(talks.endedAt))),
);

const recordEnd = command(
  compiler.insert(audit).values({
    at: now,
    actor: addressOfSeat,
    what: 'office-sign-out',
    subject: sql<string>`'address ' || ${addressOfSeat}`,
    before: null,
    after: sql`${sql.placeholder('why')}`,
  }),
);

export type Seats = ReturnType<typeof makeSeats>;

/** @throws StorageError, each of them. */
export function makeSeats(database: Database) {
  return {
    async save(seat: Claim & { readonly external: string; readonly pin: string }, at: number): Promise<void> {
      await database.write([insertSeat({ ...seat, now: at })]);
    },

    /** Those on this browser who have a role, in the order in which they came. */
    async of(desk: string): Promise<Seat[]> {
      const [rows] = await database.read([seatsQuery.with({ deskHash: desk })]);
      const found = new Map<string, Seat>();
      for (const { role, unitId, name, ...seat } of seatsQuery.rows(rows)) {
        const known = found.get(seat.publicId);
        found.set(seat.publicId, { ...seat, roles: [...(known?.roles ?? []), { role, unitId, name }] });
      }
      return [...found.values()];
    },

    async countTry(claim: Claim, at: number, limit: TryLimit): Promise<Try> {
      const [rows] = await database.write([countTry.with({ ...claim, ...limit, now: at })]);
      const [row] = countTry.rows(rows);
      return row ? { kind: 'try', ...row } : { kind: 'refused' };
    },

    async open(claim: Claim, until: number): Promise<void> {
      await database.write([openSeat({ ...claim, until })]);
    },

    /** Somebody is there. @returns false: it is locked, or not of this browser. */
    async extend(claim: Claim, at: number, until: number): Promise<boolean> {
      const [rows] = await database.write([extendSeat.with({ ...claim, now: at, until })]);
      return extendSeat.rows(rows).length > 0;
    },

    async isOpen(claim: Claim, at: number): Promise<boolean> {
      const [rows] = await database.read([isOpenQuery.with({ ...claim, now: at })]);
      return isOpenQuery.rows(rows).length > 0;
    },

    async lock(claim: Claim): Promise<void> {
      await database.write([lockSeat({ ...claim })]);
    },

    /** For good: the roles of its address end, too, since nothing that is told there would be read any more. */
    async end(
      { publicId: seat, external: chat }: Pick<Seat, 'publicId' | 'external'>,
      desk: string,
      at: number,
      why: 'signed-out' | 'replaced' | 'not-invited',
    ): Promise<void> {
      const values = { publicId: seat, deskHash: desk, external: chat, now: at };
      await database.write([
        endSeat(values),
        ...(why === 'not-invited' ? [] : [recordEnd({ ...values, why })]),
        endRolesOfSeat(values),
        freeVisitors(values),
        releaseTalks(values),
      ]);
    },
  };
}

export interface TryLimit {
  /** Tries before the first wait. */
  readonly free: number;
  readonly waitMs: number;
  readonly longestMs: number;
}

/* ── what was seen there ── */

const see = command(
  compiler
    .update(outbox)
    .set({ seenAt: sql`${now}` })
    .where(
      and(
        sql`${outbox.publicId} IN (SELECT value FROM json_each(${sql.placeholder('ids')}))`,
        eq(outbox.chatId, chatOfSeat),
        isNull(outbox.seenAt),
      ),
    ),
);

export function seenStatement(chat: string, ids: readonly string[], at: number): Statement {
  return see({ external: chat, ids: JSON.stringify(ids), now: at });
}
