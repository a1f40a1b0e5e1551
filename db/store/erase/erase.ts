/**
 * Nothing that tells who somebody was is left: rows that only tell of them go, rows that count or prove something stay
 * and tell of nobody. What refuses UPDATE refers to addresses by id, and what an address was is overwritten.
 */
import { newConversation } from '../../../src/chat/conversation.ts';
import type { Database, Statement } from '../../database.ts';
import { type Kept, loadKept, MOVING, OWN_CHATS } from './kept.ts';
import { maskElsewhere, rowsWith, writeInPieces } from './mentions.ts';

/** A line of the list that survives beside the backups: opaque ids and a time. */
export interface Erasure {
  /** Internal, for whoever reads the list. */
  readonly person: number;
  readonly publicIds: readonly string[];
  readonly at: number;
}

export type Outcome =
  | { readonly kind: 'erased'; readonly personId: number }
  /** Codes of orders that have to end first. */
  | { readonly kind: 'open-orders'; readonly codes: readonly string[] }
  /** Holds a role, which has to end first. */
  | { readonly kind: 'works' }
  | { readonly kind: 'unknown' };

export interface HowToErase {
  readonly now: number;
  /** Keeps the line beside the backups; resolves when it is on the disk, and the erasure is committed only then. */
  readonly record?: ((erasure: Erasure) => Promise<void>) | undefined;
}

/**
 * Its bytes are gone only after `forgetOld`, which is called once for all that are erased together.
 *
 * @throws ConstraintError where an order was placed meanwhile.
 */
export async function erasePerson(
  database: Database,
  personId: number,
  { now, record }: HowToErase,
): Promise<Outcome> {
  const kept = await loadKept(database, personId);
  if (!kept) return { kind: 'unknown' };
  if (kept.works) return { kind: 'works' };
  if (kept.open.length > 0) return { kind: 'open-orders', codes: kept.open };
  await record?.({ person: personId, publicIds: kept.publicIds, at: now });
  await forgetKeys(database, kept);
  await forgetWords(database, kept);
  await maskElsewhere(database, kept);
  await database.write(statements(kept, now));
  return { kind: 'erased', personId };
}

/** The ids of the outside in which the person, or the phone that they write from, can be read. */
function outsideIds({ addresses, chats, phones }: Kept): string[] {
  const externals = [...addresses, ...chats].map(({ external }) => external);
  const numbers = [...externals, ...phones].flatMap(
    (each) => /^\+?(\d{8,15})(?:@.*)?$/.exec(each)?.[1] ?? [],
  );
  return [...new Set([...externals, ...numbers, ...numbers.flatMap(insideBase64)])].filter(
    (each) => each.length > 3,
  );
}

/** WhatsApp's message ids carry the number in base64, at any of three alignments: the letters that all of them share. */
function insideBase64(digits: string): string[] {
  return [0, 1, 2].map((shift) => {
    const encoded = btoa(' '.repeat(shift) + digits);
    const from = Math.ceil((shift * 8) / 6);
    return encoded.slice(from, Math.floor(((shift + digits.length) * 8) / 6));
  });
}

/** Keys of events that say by whom they were, and events that were put aside. */
async function forgetKeys(database: Database, kept: Kept): Promise<void> {
  const ids = outsideIds(kept);
  for (const [table, column] of [
    ['inbox', 'key'],
    ['dead_letters', 'key'],
    ['dead_letters', 'event'],
  ] as const) {
    for await (const found of rowsWith(database, { table, column }, ids)) {
      const remove = found.map(({ id }) => ({ sql: `DELETE FROM ${table} WHERE rowid = ?`, args: [id] }));
      await writeInPieces(database, remove);
    }
  }
}

/** Empty, and still a message: whoever quotes it finds nothing in it. */
const EMPTY = '{"text":"","choices":[],"photo":null,"inPlace":false,"contactButton":null}';

/** What the person said to the staff, in the messages that told them, whose keys name the event. */
async function forgetWords(database: Database, kept: Kept): Promise<void> {
  const ownWords = kept.about.flatMap((publicId) =>
    ['question', 'talk'].map((about) => [`${about} ${publicId} `, `${about} ${publicId}!`]),
  );
  await writeInPieces(
    database,
    ownWords.map(([from = '', to = '']) => ({
      sql: `UPDATE outbox SET message = ?, key = 'erased ' || id, about = NULL,
        state = CASE WHEN state IN ('pending', 'sending', 'uncertain') THEN 'dead' ELSE state END
        WHERE key >= ? AND key < ? AND chat_id NOT IN (${OWN_CHATS.replace('?1', '?')})`,
      args: [EMPTY, from, to, kept.personId],
    })),
  );
}

/** Irreversible: nobody can tell what stood there. */
const PLACEHOLDER = "'erased-' || lower(hex(randomblob(12)))";

/** One batch. An order that was placed meanwhile refuses it. */
function statements({ personId, publicIds }: Kept, now: number): Statement[] {
  const own = (sql: string, ...args: (string | number)[]): Statement => ({ sql, args: [personId, ...args] });
  const ownAddresses = 'SELECT id FROM addresses WHERE person_id = ?1';
  return [
    own(
      `INSERT INTO erasures (person_id, asked_at, done_at, public_ids) VALUES (?1, ?2, ?2, ?3)
        ON CONFLICT (person_id) DO UPDATE SET done_at = ?2, public_ids = ?3`,
      now,
      JSON.stringify(publicIds),
    ),
    // NOT NULL refuses.
    own(
      `UPDATE erasures SET asked_at = CASE WHEN EXISTS (
          SELECT 1 FROM orders JOIN fulfilments ON fulfilments.order_id = orders.id
          WHERE orders.person_id = ?1 AND fulfilments.state IN ${MOVING}
        ) THEN NULL ELSE asked_at END WHERE person_id = ?1`,
    ),
    own(`DELETE FROM inbox WHERE key IN (SELECT cause FROM outbox WHERE chat_id IN (${OWN_CHATS}))`),
    own(`DELETE FROM outbox WHERE chat_id IN (${OWN_CHATS})`),
    own(`DELETE FROM connect_codes WHERE chat_id IN (${OWN_CHATS})`),
    own('DELETE FROM data_links WHERE person_id = ?1'),
    own('DELETE FROM carts WHERE person_id = ?1'),
    own(`UPDATE questions SET open = 0, answer = NULL WHERE chat_id IN (${OWN_CHATS})`),
    own(
      `UPDATE talks SET ended_at = ?2, version = version + 1 WHERE chat_id IN (${OWN_CHATS}) AND ended_at IS NULL`,
      now,
    ),
    own(
      `UPDATE tasks SET done_at = ?2
        WHERE done_at IS NULL AND order_id IN (SELECT id FROM orders WHERE person_id = ?1)`,
      now,
    ),
    own(`UPDATE orders SET name = '', phone = NULL WHERE person_id = ?1`),
    own(`UPDATE roles SET name = '' WHERE address_id IN (${ownAddresses})`),
    own(
      `UPDATE invitations SET name = ''
        WHERE id IN (SELECT invitation_id FROM acceptances WHERE address_id IN (${ownAddresses}))`,
    ),
    own(
      `UPDATE chats SET external = ${PLACEHOLDER}, conversation = ?2, version = version + 1, held_until = NULL, heard_at = NULL
        WHERE id IN (${OWN_CHATS})`,
      JSON.stringify(newConversation('id')),
    ),
    own(
      `UPDATE addresses SET external = ${PLACEHOLDER}, shown_name = NULL, unreachable_at = ?2 WHERE person_id = ?1`,
      now,
    ),
    own(
      `UPDATE persons SET public_id = ${PLACEHOLDER}, name = NULL, phone = NULL, language = NULL, notice_at = NULL,
        formerly = '[]' WHERE id = ?1`,
    ),
    own(`INSERT INTO audit (at, what, subject) VALUES (?2, 'erase', 'person ' || ?1)`, now),
  ];
}

/**
 * Erases anew those of the list whom the database still knows, as a backup of before does. Roles and open orders of
 * then do not hold it up: they had ended when it was done.
 *
 * @returns how many there were.
 */
export async function eraseAgain(database: Database, list: readonly Erasure[]): Promise<number> {
  let count = 0;
  const wanted = new Map(list.flatMap(({ publicIds, at }) => publicIds.map((publicId) => [publicId, at])));
  for (const [publicId, at] of wanted) {
    const [result] = await database.read([
      { sql: 'SELECT id FROM persons WHERE public_id = ?', args: [publicId] },
    ]);
    const personId = result?.rows[0]?.[0];
    if (typeof personId !== 'number') continue;
    await endAll(database, personId, at);
    const { kind } = await erasePerson(database, personId, { now: at });
    if (kind === 'erased') count += 1;
  }
  if (count > 0) await database.forgetOld?.();
  return count;
}

/** What moved when the backup was made had ended before the person was erased: how, the backup does not know. */
async function endAll(database: Database, personId: number, now: number): Promise<void> {
  const [open] = await database.read([
    {
      sql: `SELECT fulfilments.id, fulfilments.version, fulfilments.state, fulfilments.from_stock
        FROM fulfilments JOIN orders ON orders.id = fulfilments.order_id
        WHERE orders.person_id = ? AND fulfilments.state IN ${MOVING}`,
      args: [personId],
    },
  ]);
  const ends = (open?.rows ?? []).flatMap((row) => endPart(Number(row[0]), row, now));
  await database.write([
    ...ends,
    {
      sql: `UPDATE roles SET ended_at = ? WHERE ended_at IS NULL
        AND address_id IN (SELECT id FROM addresses WHERE person_id = ?)`,
      args: [now, personId],
    },
  ]);
}

/** As cancelled, which any state allows the shop, with the goods that were promised given back. */
function endPart(partId: number, row: ArrayLike<unknown>, now: number): Statement[] {
  const [version, state, fromStock] = [Number(row[1]), String(row[2]), Number(row[3]) === 1];
  return [
    {
      sql: `INSERT INTO fulfilment_steps (fulfilment_id, version, from_state, to_state, at) VALUES (?, ?, ?, 'cancelled', ?)`,
      args: [partId, version, state, now],
    },
    {
      sql: `UPDATE fulfilments SET state = 'cancelled', version = version + 1, updated_at = ? WHERE id = ?`,
      args: [now, partId],
    },
    ...(fromStock
      ? [
          {
            sql: `UPDATE stock SET allocated = allocated - (
                SELECT sum(qty) FROM order_lines WHERE fulfilment_id = ?1 AND order_lines.variant_id = stock.variant_id)
              WHERE variant_id IN (SELECT variant_id FROM order_lines WHERE fulfilment_id = ?1)`,
            args: [partId],
          },
        ]
      : []),
  ];
}
