/** What of the products and numbers in a message is meant, now that it is known what the message wants. */
import type { Mention } from './mention.ts';
import { pair, refusedItems } from './pairing.ts';
import type { Quantity } from './quantities.ts';
import type { Reading } from './reading.ts';
import type { DialogueState, Intent, Understanding, UnderstoodItem } from './understanding.ts';

/** Where a bare quantity belongs to what is being talked about; elsewhere it is just a number. */
const COUNTING: ReadonlySet<Intent> = new Set<Intent>([
  'ask_price',
  'ask_stock',
  'ask_discount',
  'place_order',
  'change_order',
  'provide_info',
  'complaint',
  'unclear',
]);

/** To other questions a number is an answer of another kind: a name, a phone, a time. */
const ASKS_NUMBER: ReadonlySet<DialogueState> = new Set<DialogueState>([
  'asked_quantity',
  'offered_choices',
  'asked_confirm',
]);

/** What may refuse a product beside what it wants. */
const REFUSES: ReadonlySet<Intent> = new Set<Intent>([
  'place_order',
  'change_order',
  'cancel_order',
  'deny',
  'unclear',
  'ask_price',
]);

/** In rupiah little costs less, and few ask for the price of so many. */
const PRICE = 1_000;

export function itemsFor(
  reading: Reading,
  intent: Intent,
  state: DialogueState | undefined,
): Pick<Understanding, 'items' | 'refused'> {
  const quantities = reading.quantities.filter((quantity) => countsIn(reading, intent, state, quantity));
  const mentions = reading.mentions.filter((mention) => !choosesByNumber(mention, state));
  const all = quantities.length === reading.quantities.length && mentions.length === reading.mentions.length;
  const items: readonly UnderstoodItem[] = all ? reading.items : pair({ ...reading, mentions, quantities });
  const refused = REFUSES.has(intent) ? refusedItems(mentions, items) : [];
  return {
    items: items.filter((item) => item.product !== null || COUNTING.has(intent)),
    ...(refused.length > 0 ? { refused } : {}),
  };
}

/** "yang nomor 3" of what was just offered: which of that, not which shelf. */
function choosesByNumber({ shelf }: Mention, state: DialogueState | undefined): boolean {
  return shelf && state === 'offered_choices';
}

/** Whether a number counts something in a message that wants this. */
function countsIn(
  { mentions }: Reading,
  intent: Intent,
  state: DialogueState | undefined,
  { start, end, counted, implied, qty }: Quantity,
): boolean {
  // "tebal 6 apa 8", "size 44": in a question about the thing itself a number counts nothing.
  if (intent === 'ask_spec' || intent === 'ask_ingredients') return false;
  // "keripik sebungkus berapa?": the price of one is the price.
  if (intent.startsWith('ask_') && mentions.length > 0 && implied) return false;
  // "batako berapa? di pasar 3500".
  const beside = mentions.some((mention) => mention.end === start || mention.start === end);
  if (intent === 'ask_price' && !counted && !beside && (qty ?? 0) >= PRICE) return false;
  // "saya bayar 5, dapat cuma 3".
  if (intent === 'complaint') return counted || mentions.length > 0;
  return intent !== 'provide_info' || state === undefined || ASKS_NUMBER.has(state);
}
