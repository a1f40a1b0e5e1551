/** What must hold when the days are over. Each check gives sentences about what does not. */
import { ARROWS } from '../src/shop/fulfilment.ts';
import type { Stand } from '../test/support/stand.ts';

export async function whatIsBroken(stand: Stand, inDoubt: number): Promise<string[]> {
  const all = [stock, steps, payments, letters, undelivered, (on: Stand) => repeated(on, inDoubt)];
  const found: string[] = [];
  for (const check of all) found.push(...(await check(stand)));
  return found;
}

/** What lies at the stand is what came and went, and what is promised lies there. */
async function stock(stand: Stand): Promise<string[]> {
  const rows = await stand.rows<Record<'variant' | 'onHand' | 'allocated' | 'moved' | 'promised', number>>(`
    SELECT variant_id AS variant, on_hand AS onHand, allocated,
      (SELECT coalesce(sum(qty), 0) FROM movements WHERE variant_id = stock.variant_id) AS moved,
      (SELECT coalesce(sum(qty), 0) FROM order_lines JOIN fulfilments ON fulfilments.id = fulfilment_id
        WHERE variant_id = stock.variant_id AND from_stock AND state = 'ready') AS promised
    FROM stock`);
  return rows
    .filter((row) => row.onHand !== row.moved || row.allocated !== row.promised || row.allocated > row.onHand)
    .map(
      (row) => `Stock of variant ${row.variant} does not agree with its movements: ${JSON.stringify(row)}.`,
    );
}

const ALLOWED = new Set(
  Object.values(ARROWS).flatMap(({ from, to }) => from.map((state) => `${state} → ${to}`)),
);

/** Parts moved along their arrows, from where the step before had left them. */
async function steps(stand: Stand): Promise<string[]> {
  const rows = await stand.rows<{ part: number; from: string | null; to: string; state: string }>(`
    SELECT fulfilment_id AS part, from_state AS "from", to_state AS "to", state
    FROM fulfilment_steps JOIN fulfilments ON fulfilments.id = fulfilment_id
    ORDER BY fulfilment_id, fulfilment_steps.version`);
  const at = new Map<number, string>();
  const wrong: string[] = [];
  for (const { part, from, to } of rows) {
    if (from !== null && (!ALLOWED.has(`${from} → ${to}`) || at.get(part) !== from))
      wrong.push(`Part ${part} went from ${from} to ${to}, and was ${at.get(part)} before.`);
    at.set(part, to);
  }
  for (const { part, state } of rows)
    if (at.get(part) !== state) wrong.push(`Part ${part} is ${state}; its last step led to ${at.get(part)}.`);
  return wrong;
}

/** Entries follow one another without a gap, and none repeats the one before. */
async function payments(stand: Stand): Promise<string[]> {
  const rows = await stand.rows<{ id: number; position: number; before: number; same: number }>(`
    SELECT id, position, row_number() OVER (PARTITION BY order_id ORDER BY id) - 1 AS before,
      coalesce(lag(status) OVER (PARTITION BY order_id ORDER BY id) = status, 0) AS same
    FROM payments`);
  return rows
    .filter(({ position, before, same }) => position !== before || same === 1)
    .map(({ id }) => `Payment ${id} does not follow the one before.`);
}

/** Everything that came in was understood by somebody. */
async function letters(stand: Stand): Promise<string[]> {
  const rows = await stand.rows<{ key: string; error: string }>('SELECT key, error FROM dead_letters');
  return rows.map(({ key, error }) => `Event ${key} was put aside: ${error}.`);
}

/** Nobody closed their chat here: what is owed was sent, or waits for a page to be opened. */
async function undelivered(stand: Stand): Promise<string[]> {
  const rows = await stand.rows<{ key: string; state: string }>(`
    SELECT key, outbox.state AS state FROM outbox JOIN chats ON chats.id = chat_id
    WHERE outbox.state IN ('failed', 'dead') OR (channel <> 'web' AND outbox.state IN ('pending', 'sending'))`);
  return rows.map(({ key, state }) => `"${key}" is ${state}.`);
}

const SENDING = new Set([
  'sendmessage',
  'sendphoto',
  'editmessagetext',
  'editmessagecaption',
  'editmessagemedia',
]);

/**
 * What arrived on Telegram is what was owed there, but for what was under way when the power was cut. An edit that
 * changes nothing is refused by Telegram, and counts as sent.
 */
async function repeated(stand: Stand, inDoubt: number): Promise<string[]> {
  const arrived = stand.telegram.log.filter(({ method }) => SENDING.has(method.toLowerCase())).length;
  const owed = await stand.count(`
    SELECT count(*) FROM outbox JOIN chats ON chats.id = chat_id WHERE channel = 'telegram' AND outbox.state = 'sent'`);
  const { refused } = stand.telegram.counts;
  if (arrived <= owed + inDoubt && arrived + refused >= owed - inDoubt) return [];
  return [
    `${arrived} messages arrived on Telegram (${refused} refused), ${owed} were owed, and ${inDoubt} in doubt.`,
  ];
}
