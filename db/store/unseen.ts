/** Orders that nobody has seen on the page of their unit's office, and who can be told of them instead. */
import { and, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm';
import type { RoleRecipient } from '../../src/chat/facts.ts';
import type { Fitted } from '../../src/chat/render.ts';
import type { Database, Statement } from '../database.ts';
import { chats, fulfilments, officeSeats, outbox } from '../schema.ts';
import { compiler, query } from '../statement.ts';
import { recipientsQuery } from './facts.ts';

/** A part that waits for its unit, and whose notice nobody has seen. */
export interface Unseen {
  /** Public id of the part. */
  readonly about: string;
  readonly unitId: number;
  /** The newest notice of it on a page of the office. */
  readonly source: { readonly id: number; readonly key: string; readonly message: Fitted };
  /** When the last page was told, UTC milliseconds. */
  readonly since: number;
  /** Who comes next: one of the unit, or else all keepers. Never empty. */
  readonly next: readonly RoleRecipient[];
}

/** What marks the key of a notice that was passed on. */
const PASSED_ON = ' unseen ';

/** Open notices about parts that are the unit's to move, on pages of offices. */
const unseenParts = compiler
  .select({ about: outbox.about })
  .from(officeSeats)
  .innerJoin(chats, and(eq(chats.channel, 'web'), eq(chats.external, officeSeats.external)))
  .innerJoin(outbox, and(eq(outbox.chatId, chats.id), isNotNull(outbox.about), isNull(outbox.seenAt)))
  .innerJoin(fulfilments, eq(fulfilments.publicId, outbox.about))
  .where(
    and(
      isNull(officeSeats.endedAt),
      eq(outbox.kind, 'notice'),
      eq(fulfilments.fromStock, false),
      inArray(fulfilments.state, ['new', 'accepted']),
    ),
  );

const toldQuery = query(
  compiler
    .select({
      id: outbox.id,
      key: outbox.key,
      about: sql<string>`${outbox.about}`,
      message: outbox.message,
      chatId: outbox.chatId,
      createdAt: outbox.createdAt,
      seenAt: outbox.seenAt,
      unitId: fulfilments.unitId,
      seat: officeSeats.id,
    })
    .from(outbox)
    .innerJoin(fulfilments, eq(fulfilments.publicId, outbox.about))
    .innerJoin(chats, eq(chats.id, outbox.chatId))
    .leftJoin(
      officeSeats,
      and(eq(chats.channel, 'web'), eq(officeSeats.external, chats.external), isNull(officeSeats.endedAt)),
    )
    .where(and(inArray(outbox.about, unseenParts), eq(outbox.kind, 'notice')))
    .orderBy(outbox.id),
);

type Told = ReturnType<typeof toldQuery.rows>[number];

/** @param isReached whether somebody can be told on the channel. */
export async function loadUnseen(
  database: Database,
  isReached: (channel: RoleRecipient['channel']) => boolean,
): Promise<Unseen[]> {
  const [toldRows] = await database.read([toldQuery.with()]);
  const told = toldQuery.rows(toldRows);
  if (told.length === 0) return [];
  const units = [...new Set(told.map(({ unitId }) => unitId))];
  const lists = { units: JSON.stringify(units), roles: JSON.stringify(['keeper', 'admin']) };
  const [recipientRows] = await database.read([recipientsQuery.with(lists)]);
  const recipients = (recipientsQuery.rows(recipientRows) as RoleRecipient[]).filter(({ channel }) =>
    isReached(channel),
  );
  return [...new Set(told.map(({ about }) => about))].flatMap((part) =>
    unseenOf(
      part,
      told.filter(({ about }) => about === part),
      recipients,
    ),
  );
}

function unseenOf(about: string, rows: readonly Told[], recipients: readonly RoleRecipient[]): Unseen[] {
  const onPages = rows.filter(({ seat }) => seat !== null);
  const source = onPages.at(-1);
  // One of them is the unit's eye; what was passed on to a telephone can show nobody's.
  if (!source || onPages.some(({ seenAt }) => seenAt !== null)) return [];
  const staff = recipients.filter(({ role, unitId }) => role === 'staff' && unitId === source.unitId);
  const isStaffPage = ({ chatId, seat }: Told) =>
    seat !== null && staff.some((each) => each.chatId === chatId);
  if (rows.some((row) => row.key.includes(PASSED_ON) && !isStaffPage(row))) return [];
  const next = nextOf(rows, staff, recipients);
  return next.length === 0 ? [] : [{ about, unitId: source.unitId, source, since: source.createdAt, next }];
}

/** A telephone rings before a page does; of several, the newest. */
function nextOf(
  rows: readonly Told[],
  staff: readonly RoleRecipient[],
  recipients: readonly RoleRecipient[],
): RoleRecipient[] {
  const untold = ({ chatId }: RoleRecipient) => rows.every((row) => row.chatId !== chatId);
  const [first] = staff
    .filter(untold)
    .toSorted(
      (one, other) =>
        Number(one.channel === 'web') - Number(other.channel === 'web') || other.chatId - one.chatId,
    );
  if (first) return [first];
  const keepers = recipients.filter(({ role }) => role === 'keeper');
  const admins = recipients.filter(({ role }) => role === 'admin');
  const others = (keepers.length > 0 ? keepers : admins).filter(untold);
  return [...new Map(others.map((each) => [each.chatId, each])).values()];
}

/** A notice in the form of who gets it. */
export interface PassedOn {
  readonly publicId: string | null;
  readonly message: Fitted;
}

/**
 * Only while the first notice is open and unseen, and once for each chat.
 *
 * @returns whether it was written now.
 * @throws ConstraintError where another notice took the numbers of its choices.
 */
export async function passOn(
  database: Database,
  { source }: Unseen,
  to: RoleRecipient,
  pieces: readonly PassedOn[],
  now: number,
): Promise<boolean> {
  const [, what = source.key] = /^(part \S+ \S+) /.exec(source.key) ?? [];
  const key = `${what}${PASSED_ON}${to.chatId}`;
  const results = await database.write(
    pieces.map((piece, index) =>
      passOnStatement(source.id, index === 0 ? key : `${key} ${index}`, to, piece, now),
    ),
  );
  return results.some(({ rowsAffected }) => rowsAffected > 0);
}

function passOnStatement(
  sourceId: number,
  key: string,
  { chatId }: RoleRecipient,
  { publicId, message }: PassedOn,
  now: number,
): Statement {
  const about = message.choices.length > 0 ? 'about' : 'NULL';
  return {
    sql: `INSERT INTO outbox (key, public_id, chat_id, kind, about, message, state, attempts, due_at, created_at)
      SELECT ?, ?, ?, 'notice', ${about}, ?, 'pending', 0, ?, ? FROM outbox
      WHERE id = ? AND about IS NOT NULL AND seen_at IS NULL
      ON CONFLICT (key) DO NOTHING`,
    args: [key, publicId, chatId, JSON.stringify(message), now, now, sourceId],
  };
}
