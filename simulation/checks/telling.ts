/** Nobody is told twice, and nobody never. */
import type { Stand } from '../../test/support/stand.ts';

/* ── never ── */

interface StepRow {
  readonly id: number;
  readonly part: string;
  readonly unit: number;
  /** The version that the part has after it. */
  readonly version: number;
  readonly from: string | null;
  readonly to: string;
  readonly at: number;
  /** Whose address took it; null: the stand itself. */
  readonly actor: number | null;
  readonly byVisitor: number;
  readonly fromStock: number;
  readonly quoteFirst: number;
}

interface StaffRow {
  readonly unit: number | null;
  readonly role: 'staff' | 'keeper' | 'admin';
  readonly address: number;
  readonly chat: number;
  readonly since: number;
}

/**
 * For each step: a row in the outbox for the visitor, unless they took it themselves, and one for each of those of whom the
 * step is news.
 */
export async function toldOfSteps(stand: Stand): Promise<string[]> {
  const steps = await stand.rows<StepRow>(`
    SELECT s.id, f.public_id AS part, f.unit_id AS unit, s.version + 1 AS version, s.from_state AS "from", s.to_state AS "to",
      s.at, s.actor, from_stock AS fromStock, quote_first AS quoteFirst,
      coalesce((SELECT person_id FROM addresses WHERE id = s.actor) = orders.person_id, 0) AS byVisitor
    FROM fulfilment_steps s JOIN fulfilments f ON f.id = s.fulfilment_id JOIN orders ON orders.id = f.order_id
    WHERE orders.stage = 'preorder'`);
  const staff = await stand.rows<StaffRow>(`
    SELECT unit_id AS unit, role, address_id AS address, chats.id AS chat, granted_at AS since
    FROM roles JOIN chats USING (address_id) WHERE ended_at IS NULL`);
  const rows = await stand.rows<{ key: string }>(`SELECT key FROM outbox WHERE kind = 'notice'`);
  const told = new Set(rows.map(({ key }) => key));
  const flaws: string[] = [];
  for (const step of steps)
    for (const key of mustBeTold(step, staff))
      if (!told.has(key)) flaws.push(`Nobody was told "${key}" (${step.from} → ${step.to}).`);
  return flaws;
}

function mustBeTold(step: StepRow, staff: readonly StaffRow[]): string[] {
  const { part, unit, version, from, to, actor, byVisitor, fromStock, quoteFirst, at } = step;
  const others = staff.filter(({ address, since }) => address !== actor && since <= at);
  const chatsOf = (...those: readonly StaffRow[][]) => [...new Set(those.flat().map(({ chat }) => chat))];
  const ofUnit = others.filter((each) => each.unit === unit);
  const keepers = others.filter(({ role }) => role === 'keeper');
  const visitor = (what: string) => `part ${part} ${what} visitor`;
  const each = (what: string, chats: readonly number[]) =>
    chats.map((chat) => `part ${part} ${what} ${chat}`);
  if (from === null) return each('new', chatsOf(ofUnit));
  if (byVisitor) return each(decision(step), chatsOf(ofUnit, fromStock ? keepers : []));
  switch (to) {
    case 'expired':
      return [
        visitor('expired'),
        ...each(`expired.${version - 1}`, chatsOf(ofUnit, from === 'ready' ? keepers : [])),
      ];
    case 'quoted':
      return [visitor(quoteFirst ? 'quoted' : `quoted.${version}`)];
    case 'made':
      return each('made', chatsOf(keepers));
    default:
      return [visitor(to)];
  }
}

/** What the visitor did, and to which version. */
function decision({ from, to, version }: StepRow): string {
  if (from !== 'quoted') return `cancel.${version - 1}`;
  return to === 'cancelled' ? `decline-quote.${version - 1}` : `take-quote.${version}`;
}

/* ── twice ── */

const SENDING = /^(send(?!chataction)|editmessage)/i;

/** Chat and message, as Telegram numbers them. */
type MessageId = string;

/**
 * Each message on Telegram is one that was owed there, and each that counts as sent is there, but for what was under way when
 * the power was cut: that may have arrived, and is sent again. On the web the page fetches what it has not got.
 */
export async function arrivals(stand: Stand, inDoubt: number): Promise<string[]> {
  const rows = await stand.rows<{
    key: string;
    state: string;
    channel: string;
    external: string;
    message: string | null;
    replaces: string | null;
  }>(`
    SELECT key, outbox.state AS state, channel, external, external_id AS message, replaces
    FROM outbox JOIN chats ON chats.id = chat_id`);
  const onTelegram = rows.filter(({ channel }) => channel === 'telegram');
  const calls = stand.telegram.log.filter(({ method }) => SENDING.test(method));
  const isNew = ({ method }: { readonly method: string }) => /^send/i.test(method);
  const arrived = new Set<MessageId>(
    calls.filter(isNew).map(({ chat, messageId }) => `${chat} ${messageId}`),
  );
  const sent = onTelegram.filter(({ state }) => state === 'sent');
  const claimed = new Map<MessageId, string[]>();
  for (const { external, message, replaces, key } of sent) {
    const id = `${external} ${message}`;
    if (replaces !== message) claimed.set(id, [...(claimed.get(id) ?? []), key]);
  }
  const unclaimed = [...arrived].filter((id) => !claimed.has(id));
  const edits = calls.filter((call) => !isNew(call)).length;
  const editsOwed = sent.filter(({ message, replaces }) => replaces === message).length;
  return [
    ...rows
      .filter(
        ({ state, channel }) =>
          state === 'failed' || state === 'dead' || (channel !== 'web' && state !== 'sent'),
      )
      .map(({ key, state }) => `"${key}" is ${state}.`),
    ...[...claimed]
      .filter(([id, keys]) => keys.length > 1 || !arrived.has(id))
      .map(([id, keys]) => `"${keys.join('", "')}" count as sent as ${id}, which is not there for each.`),
    ...(unclaimed.length > inDoubt
      ? [
          `${unclaimed.length} messages arrived that count as none; ${inDoubt} were in doubt: ${unclaimed.slice(0, 5)}.`,
        ]
      : []),
    // An edit that changes nothing is refused by Telegram, and counts as sent.
    ...(edits > editsOwed + inDoubt ? [`${edits} edits arrived, and ${editsOwed} were owed.`] : []),
  ];
}
