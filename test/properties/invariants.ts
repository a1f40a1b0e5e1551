/** What holds whatever people say and press. */
import { expect } from 'vitest';
import { loadSnapshot } from '../../db/store/catalogue.ts';
import { makeStore } from '../../db/store/store.ts';
import { unpack } from '../../src/chat/actions.ts';
import { byLabel, byNumber } from '../../src/chat/choices.ts';
import type { Conversation } from '../../src/chat/conversation.ts';
import type { ChannelName, Inbound, InboundBody } from '../../src/chat/message.ts';
import { read } from '../../src/chat/read.ts';
import { readUnderstand } from '../../src/node/understand.ts';
import { isMoving } from '../../src/shop/fulfilment.ts';
import { moneyFlaws, stepFlaws, stockFlaws } from '../support/books.ts';
import type { Heard, Stand } from '../support/stand.ts';

const understand = readUnderstand();

/* ── the books ── */

export async function checkStock(stand: Stand): Promise<void> {
  expect(await stockFlaws(stand)).toEqual([]);
}

export async function checkSteps(stand: Stand): Promise<void> {
  expect(await stepFlaws(stand)).toEqual([]);
}

export async function checkMoney(stand: Stand): Promise<void> {
  expect(await moneyFlaws(stand)).toEqual([]);
}

/* ── what people read ── */

interface Costs {
  readonly amount: number;
  readonly open: boolean;
}

/** "Jumlah: Rp 30.000, ditambah …" as a number, and whether something is left open. */
function totalIn({ text }: Heard): Costs {
  const line = /^Jumlah: (.*)$/m.exec(text)?.[1] ?? '';
  const amount = /Rp\s*([\d.]+)/.exec(line)?.[1]?.replaceAll('.', '') ?? '0';
  return { amount: Number(amount), open: line.includes('dikonfirmasi') };
}

function sum(lines: readonly { readonly amount: number | null }[]): Costs {
  const known = lines.flatMap(({ amount }) => amount ?? []);
  return {
    amount: known.reduce((total, amount) => total + amount, 0),
    open: known.length < lines.length || known.length === 0,
  };
}

interface CostRow {
  readonly part: number;
  readonly state: string;
  readonly quote: number | null;
  readonly amount: number | null;
}

/** The slip of the order with this code says what its lines come to. */
export async function checkSlip(stand: Stand, code: string, slip: Heard): Promise<void> {
  const rows = await stand.rows<CostRow>(`
    SELECT fulfilments.id AS part, state, quote_amount AS quote,
      CASE price_status WHEN 'confirmed' THEN price * qty END AS amount
    FROM order_lines JOIN fulfilments ON fulfilments.id = fulfilment_id JOIN orders ON orders.id = order_id
    WHERE code = '${code}'`);
  const counted = rows.filter(({ state }) => isMoving(state as never) || state === 'collected');
  const quotes = new Map(
    counted.flatMap(({ part, quote }) => (quote === null ? [] : [[part, quote] as const])),
  );
  const lines = [
    ...counted.filter(({ part }) => !quotes.has(part)),
    ...[...quotes.values()].map((amount) => ({ amount })),
  ];
  expect(totalIn(slip), `${code}: ${slip.text}`).toEqual(sum(lines));
}

/** A summary says what the cart comes to that it was made from. */
export async function checkSummary(stand: Stand, name: string, summary: Heard): Promise<void> {
  const rows = await stand.rows<{ readonly amount: number | null }>(`
    SELECT CASE price_status WHEN 'confirmed' THEN price * (line.value ->> 'qty') END AS amount
    FROM carts JOIN json_each(body, '$.lines') AS line JOIN variants ON variants.id = line.value ->> 'variantId'
    WHERE body ->> 'name' = '${name}'`);
  expect(totalIn(summary), summary.text).toEqual(sum(rows));
}

/* ── choices ── */

interface ChatRow {
  readonly channel: ChannelName;
  readonly external: string;
  readonly conversation: string;
}

/** Questions that are answered with a number of their own. */
const NUMBER_ANSWERS = [
  'quantity',
  'ready-day',
  'reject-note',
  'quote-amount',
  'quote-day',
  'quote-valid',
  'counter',
  'low-level',
  'count',
  'stock',
  'price',
  'hours',
  'invite-name',
];

/** Each choice of the newest list means the same by its button, by its label, and by its number where that is one. */
export async function checkChoices(stand: Stand): Promise<void> {
  const snapshot = await loadSnapshot(stand.database);
  const store = makeStore(stand.database);
  for (const chat of await stand.rows<ChatRow>('SELECT channel, external, conversation FROM chats')) {
    const inbound = (body: InboundBody): Inbound => ({
      key: 'asked',
      channel: chat.channel,
      chat: chat.external,
      actor: chat.external,
      at: stand.now(),
      body,
    });
    const { view } = await store.loadView(inbound({ kind: 'choice', choice: '' }));
    if (!view) throw new Error(`The chat ${chat.external} cannot be loaded.`);
    const meaning = (body: InboundBody) =>
      read({ inbound: inbound(body), view, snapshot, understand, now: 0 }).meaning;
    const { offered, offeredAfter, asked } = JSON.parse(chat.conversation) as Conversation;
    // What a later notice offers as well is meant by its reader, or asked about.
    const later = view.openNotices.filter(({ id }) => id > offeredAfter);
    const isLater = (text: string) =>
      later.some((notice) => byLabel(text, notice.choices) ?? byNumber(text, notice));
    const isNumberTaken = asked === null || !NUMBER_ANSWERS.includes(asked.what);
    for (const [index, { id, label }] of offered.entries()) {
      const pressed = meaning({ kind: 'choice', choice: id });
      expect(pressed, id).toEqual(unpack(id));
      if (!isLater(label))
        expect(meaning({ kind: 'text', text: label }), `the label of ${id}`).toEqual(pressed);
      // What undoes an entry is chosen by its words only.
      if (id.startsWith('undo-entry ')) continue;
      if (!isNumberTaken || isLater(String(index + 1))) continue;
      const numeric = offered.some((each) => /^\d+$/.test(each.label));
      if (!numeric)
        expect(meaning({ kind: 'text', text: String(index + 1) }), `the number of ${id}`).toEqual(pressed);
    }
  }
}
