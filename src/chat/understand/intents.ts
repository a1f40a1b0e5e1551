/** What a message wants. Rules are tried in order; what needs something done comes before what asks. */
import type { Attribute } from '../../shop/catalogue.ts';
import { isPlainWish, wish } from './ordering.ts';
import type { Reading } from './reading.ts';
import { answerTo, bareName } from './states.ts';
import type { DialogueState, Intent, Understanding } from './understanding.ts';
import type { Cue } from './words/index.ts';
import { cue, everyWord } from './words/index.ts';

export type Meaning = Pick<Understanding, 'intent' | 'confidence' | 'attribute' | 'change' | 'likely'>;

const FILLERS = everyWord('fillers');
const SURE = 0.9;
const LIKELY = 0.75;
const GUESS = 0.4;

/** With more telling words than this and no product of ours, a message only sounds as if it were for us. */
const SHORT = 6;

export function meaningOf(reading: Reading, state: DialogueState | undefined): Meaning {
  if (reading.words.length === 0) {
    return reading.phone ? { intent: 'provide_info', confidence: SURE } : codeOrNothing(reading);
  }
  return (
    answerTo(reading, state) ??
    aboutSomethingElse(reading) ??
    somethingToDo(reading) ??
    somethingAsked(reading) ??
    courtesy(reading, state) ??
    bareName(reading, state) ??
    notUnderstood(reading)
  );
}

/** Insults, other counters, other topics; a complaint wins over what follows. */
function aboutSomethingElse(reading: Reading): Meaning | undefined {
  const ours = reading.mentions.length > 0;
  if (reading.says('injection')) return { intent: 'out_of_scope', confidence: SURE };
  // Whoever orders with an insult orders.
  if (reading.says('abuse') && wish(reading) === 0 && !changeWish(reading))
    return { intent: 'abuse', confidence: SURE };
  if (reading.says('prison')) return { intent: 'oos_prison', confidence: SURE };
  if (reading.says('inmate')) return { intent: 'inmate_info', confidence: SURE };
  if (reading.says('privacy')) return { intent: 'privacy_request', confidence: SURE };
  if (reading.says('immigration') && !reading.says('ourStand') && !(ours && reading.says('payment'))) {
    return { intent: 'oos_immigration', confidence: SURE };
  }
  if (reading.says('elsewhere') && !ours) return { intent: 'out_of_scope', confidence: LIKELY };
  return undefined;
}

function somethingToDo(reading: Reading): Meaning | undefined {
  if (complains(reading)) return { intent: 'complaint', confidence: certainty(reading, LIKELY) };
  if (reading.says('unsubscribe')) return { intent: 'unsubscribe', confidence: SURE };
  if (reading.says('subscribe')) return { intent: 'subscribe', confidence: certainty(reading, LIKELY) };
  if (reading.says('human')) return { intent: 'talk_to_human', confidence: certainty(reading, SURE) };
  if (reading.says('status') && !reading.says('cancel', 'reschedule')) {
    return { intent: 'order_status', confidence: certainty(reading, SURE) };
  }
  const change = changeWish(reading);
  if (change) return change;
  if (reading.says('cancel')) return { intent: 'cancel_order', confidence: certainty(reading, SURE) };
  const confidence = wish(reading);
  if (confidence > 0) return { intent: 'place_order', confidence };
  return namesOrder(reading) ? { intent: 'order_status', confidence: certainty(reading, LIKELY) } : undefined;
}

function codeOrNothing(reading: Reading): Meaning {
  if (reading.code === undefined) return { intent: 'unclear', confidence: GUESS };
  return { intent: 'order_status', confidence: SURE };
}

/** An order is named and nothing else is asked about it. */
function namesOrder(reading: Reading): boolean {
  if (reading.says('payment', 'delivery', 'location', 'hours', 'photo')) return false;
  return reading.code !== undefined || reading.says('ownOrder');
}

/** "jangan yang rusak ya": how it shall not be. */
const NOT_BROKEN = /(?<![^ ])(?:jangan|asal tidak)(?: yang| sampai)? \S+/g;

/** "pecah ga?" about a product not yet bought asks how strong it is. */
function complains(reading: Reading): boolean {
  const line = reading.line.replaceAll(NOT_BROKEN, ' ');
  return cue('complaint').test(line) && !(reading.says('strength', 'expiry') && reading.says('question'));
}

function changeWish(reading: Reading): Meaning | undefined {
  if (reading.says('reschedule')) return { intent: 'change_order', confidence: LIKELY };
  // "ubah jadi 5 berapa?" and "bisa kurang?" ask for a price.
  if (reading.says('price', 'discount', 'delivery', 'payment') && !reading.code) return undefined;
  const change = changeOf(reading);
  return change && { intent: 'change_order', confidence: certainty(reading, SURE), change };
}

/** How the cart is to change, where a change is wanted. */
export function changeOf(reading: Reading): Meaning['change'] | undefined {
  if (reading.says('remove')) return 'remove';
  if (reading.says('subtract')) return 'subtract';
  if (reading.items.length === 0) return undefined;
  if (reading.says('set')) return 'set';
  return reading.says('add') ? 'add' : undefined;
}

/** Questions with an attribute, the more particular first. */
const ATTRIBUTE_CUES = {
  ask_ingredients: ['halal', 'pirt', 'expiry', 'allergen', 'spice', 'composition'],
  ask_spec: ['thickness', 'strength', 'size', 'weight', 'contents', 'colour', 'variant', 'material'],
} as const satisfies Partial<Record<Intent, readonly (Cue & (Attribute | 'variant'))[]>>;

const QUESTION_CUES: readonly (readonly [Intent, Cue])[] = [
  ['ask_discount', 'discount'],
  ['ask_delivery', 'delivery'],
  ['ask_payment', 'payment'],
];

const PRODUCT_CUES: readonly (readonly [Intent, Cue])[] = [
  ['ask_photo', 'photo'],
  ['ask_stock', 'stock'],
  ['ask_hours', 'hours'],
  ['help', 'help'],
  ['ask_location', 'location'],
  ['ask_origin', 'origin'],
  ['list_products', 'list'],
  ['ask_price', 'price'],
];

/** "what do you sell", "oleh-oleh ada?": without a product, the whole stand is asked for. */
const STAND_CUES: readonly (readonly [Intent, Cue])[] = [
  ['ask_photo', 'photo'],
  ['help', 'help'],
  ['ask_origin', 'origin'],
  ['list_products', 'list'],
  ...PRODUCT_CUES,
];

function somethingAsked(reading: Reading): Meaning | undefined {
  const first = byCue(reading, QUESTION_CUES) ?? byAttribute(reading);
  if (first) return first;
  return byCue(reading, reading.mentions.length > 0 ? PRODUCT_CUES : STAND_CUES);
}

function byCue(reading: Reading, cues: readonly (readonly [Intent, Cue])[]): Meaning | undefined {
  const found = cues.find(([, name]) => reading.says(name));
  return found && { intent: found[0], confidence: certainty(reading, SURE) };
}

function isFood({ mentions }: Reading): boolean {
  return mentions.some(({ product }) => product.facts.some((fact) => fact.attribute === 'composition'));
}

/** What of the product is asked about, where it is known that something of this kind is. */
export function attributeOf(
  reading: Reading,
  intent: 'ask_ingredients' | 'ask_spec',
): Meaning['attribute'] | undefined {
  const attribute = ATTRIBUTE_CUES[intent].find((name) => reading.says(name));
  return attribute ?? (intent === 'ask_ingredients' ? 'composition' : undefined);
}

function byAttribute(reading: Reading): Meaning | undefined {
  const priced = reading.says('price') && /(?<![^ ])(?:harga|price|how much)(?![^ ])/.test(reading.line);
  const food = isFood(reading);
  for (const intent of ['ask_ingredients', 'ask_spec'] as const) {
    const attribute = ATTRIBUTE_CUES[intent].find((name) => reading.says(name));
    if (!attribute || priced) continue;
    // "ready ukuran 42?" asks whether there is one.
    if (intent === 'ask_spec' && reading.says('inStock')) continue;
    const confidence = certainty(reading, SURE);
    if (attribute === 'material' && food)
      return { intent: 'ask_ingredients', confidence, attribute: 'composition' };
    return { intent, confidence, attribute };
  }
  return undefined;
}

function courtesy(reading: Reading, state: DialogueState | undefined): Meaning | undefined {
  if (isPlainWish(reading)) return { intent: 'place_order', confidence: LIKELY };
  // With a product or an unknown word beside it, there is something to answer.
  if (reading.mentions.length > 0) return undefined;
  for (const intent of ['thanks', 'goodbye', 'greeting'] as const) {
    if (reading.says(intent)) return { intent, confidence: certainty(reading, SURE) };
  }
  if (reading.says('yes', 'no') && reading.words.every(isYesNoWord)) {
    return { intent: reading.says('no') ? 'deny' : 'confirm', confidence: state ? SURE : 0.5 };
  }
  return undefined;
}

function isYesNoWord(word: string): boolean {
  return FILLERS.has(word) || word === ',' || cue('yes').test(word) || cue('no').test(word);
}

function notUnderstood(reading: Reading): Meaning {
  if (reading.mentions.length > 0) return { intent: 'unclear', confidence: 0.5 };
  if (reading.says('myName')) return { intent: 'provide_info', confidence: 0.5 };
  const foreignScript = /[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u.test(reading.line);
  const unknown = reading.words.filter((word) => /^\p{L}/u.test(word) && !FILLERS.has(word));
  return { intent: foreignScript || unknown.length >= 3 ? 'out_of_scope' : 'unclear', confidence: GUESS };
}

/** A long message without a product of ours is only a guess. */
function certainty(reading: Reading, confidence: number): number {
  const ours = reading.mentions.length > 0 || reading.code !== undefined || reading.says('ourStand');
  if (ours) return confidence;
  const telling = reading.words.filter((word) => /^\p{L}/u.test(word) && !FILLERS.has(word));
  return telling.length <= SHORT ? confidence : Math.min(confidence, GUESS);
}
