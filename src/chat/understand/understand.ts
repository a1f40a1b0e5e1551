/** The simple matching: word tables and ordered rules. */
import { meaningOf } from './intents.ts';
import { languageOf } from './language.ts';
import { type Reading, read } from './reading.ts';
import type { Intent, Understand, UnderstoodItem } from './understanding.ts';

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

export const understand: Understand = (text, state, snapshot) => {
  const reading = read(text, snapshot);
  const meaning = meaningOf(reading, state);
  return {
    language: languageOf(reading.tokens),
    ...meaning,
    items: itemsFor(reading, meaning.intent),
    ...(reading.code === undefined ? {} : { code: reading.code }),
  };
};

function itemsFor(reading: Reading, intent: Intent): UnderstoodItem[] {
  const items = reading.items.filter((item) => item.product !== null || COUNTING.has(intent));
  // "berat 1 batako": one of it is no number of pieces.
  const describes = intent === 'ask_spec' || intent === 'ask_ingredients';
  return describes
    ? items.map(({ unit, ...item }) =>
        item.qty === 1 ? { ...item, qty: null } : { ...item, ...(unit === undefined ? {} : { unit }) },
      )
    : items;
}
