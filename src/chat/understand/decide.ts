/**
 * What a message wants, when the rules say one thing and the classifier another. The classifier proposes; where a cart
 * or an order would change, the rules have to agree or the likeness be great.
 */
import { SURE_ENOUGH } from '../confidence.ts';
import { looksPriced } from './ordering.ts';
import type { Reading } from './reading.ts';
import type { DialogueState, Intent } from './understanding.ts';
import { everyWord } from './words/index.ts';

export interface Guess {
  readonly intent: Intent;
  readonly confidence: number;
}

/** All that is known when it is decided; `ranked` is the classifier's, the likeliest first. */
export interface Evidence {
  readonly reading: Reading;
  readonly state: DialogueState | undefined;
  readonly ruled: Guess;
  readonly ranked: readonly Guess[];
}

const FILLERS = everyWord('fillers');

/** What changes a cart: nothing does that on a likeness alone. */
const CHANGES_CART: ReadonlySet<Intent> = new Set<Intent>(['place_order', 'change_order']);
/** To these a number alone is an answer, if a poor one. */
const ASKS_OTHER: ReadonlySet<DialogueState> = new Set<DialogueState>([
  'asked_name',
  'asked_phone',
  'asked_pickup',
]);
const COURTESIES: ReadonlySet<Intent> = new Set<Intent>(['thanks', 'goodbye', 'greeting']);
const LOST: ReadonlySet<Intent> = new Set<Intent>(['unclear', 'out_of_scope']);

/** The rules' own word for "this is said outright": a wish, or a product with its number and nothing else. */
const RULE_IS_SURE = 0.8;
/** Four times of five it is something else, whatever the rule saw: "pesen 3 kok dapet 2" is no order. */
const HEARD = 0.2;
/** Right four times of five: the price of an order that no rule sees being none. */
const VERY_LIKE = 0.8;
/** More often wrong than right: what was asked for, or a sure rule, is the better guess. */
const UNLIKE = 0.5;
/** Is asked back rather than done, whoever says it. */
const UNSURE = SURE_ENOUGH - 0.05;
/** Words in which a number alone may be about what was just spoken of. */
const SHORT = 8;

export function decide(evidence: Evidence): Guess {
  const guess = bySureRule(evidence) ?? byQuestionAsked(evidence) ?? byLikeness(evidence);
  return hedged(evidence.reading, guess);
}

/** What a sure rule says of a cart is followed, unless the classifier has never heard the like. */
function bySureRule({ reading, ruled, ranked }: Evidence): Guess | undefined {
  if (!CHANGES_CART.has(ruled.intent) || ruled.confidence < RULE_IS_SURE) return undefined;
  if (!namesOurs(reading) && ranked[0]?.intent !== ruled.intent) return undefined;
  // "kalau nambah 2 lagi masih bisa?" changes nothing yet.
  if (ruled.intent === 'change_order' && reading.says('notNow')) return undefined;
  const likeness = ranked.find(({ intent }) => intent === ruled.intent)?.confidence ?? 0;
  if (likeness < HEARD) return undefined;
  const [first = ruled] = ranked;
  // Whether it is a new order or changes one, shows in the whole message.
  const intent = CHANGES_CART.has(first.intent) ? first.intent : ruled.intent;
  return { intent, confidence: Math.max(likeness, ruled.confidence) };
}

/** Answers: a yes, a no, and what is given when it was asked for. */
function byQuestionAsked({ reading, state, ruled, ranked }: Evidence): Guess | undefined {
  const [first = ruled] = ranked;
  if (first.intent === 'confirm') return saysHowMany(reading) ? corrects(state) : yes(state, ruled, first);
  // "ya bener, makasih" to "shall I order?" is a yes.
  if (COURTESIES.has(first.intent) && ruled.intent === 'confirm' && state === 'asked_confirm') return ruled;
  // "ya ga jadi deh" to "shall I order?" is a no to that.
  if (first.intent === 'cancel_order' && ruled.intent === 'deny' && state === 'asked_confirm') return ruled;
  // What is unlike anything heard is the answer that was asked for: names come in every shape.
  if (ruled.intent === 'provide_info' && state && first.confidence < VERY_LIKE) return ruled;
  return LOST.has(first.intent) && ruled.intent === 'order_status' && reading.code ? ruled : undefined;
}

/** In words alone it may be another: "네" is yes, and four. */
function saysHowMany({ items, quantities, tokens }: Reading): boolean {
  const inDigits = quantities.some(({ start }) => tokens[start]?.number !== undefined);
  return items.some(({ product, qty }) => qty !== null && (product !== null || inDigits));
}

/** "yes, but only one bag" to the summary: that many, and the summary once more, before anything is ordered. */
function corrects(state: DialogueState | undefined): Guess {
  return { intent: 'change_order', confidence: state === 'asked_confirm' ? SURE_ENOUGH : UNSURE };
}

/** A yes orders, too: where the rules heard a no, it is none, and where nothing was asked, it is a yes to nothing. */
function yes(state: DialogueState | undefined, ruled: Guess, guess: Guess): Guess {
  if (ruled.intent === 'deny') return ruled;
  return state === undefined ? { ...guess, confidence: Math.min(guess.confidence, SURE_ENOUGH) } : guess;
}

/** The likeliest; an order that only the classifier hears has to be very like one and name what is ordered. */
function byLikeness({ reading, state, ruled, ranked }: Evidence): Guess {
  const [first = ruled] = ranked;
  if (first.intent === ruled.intent && !CHANGES_CART.has(first.intent)) return surer(first, ruled);
  if (isBetterRuled(ruled, first)) return { ...ruled, confidence: SURE_ENOUGH };
  if (!CHANGES_CART.has(first.intent)) return first;
  if (first.intent === ruled.intent)
    return reading.says('notNow') ? { ...first, confidence: Math.min(first.confidence, UNSURE) } : first;
  if (mayChangeCart(reading, first)) return first;
  const [other = first] = ranked.filter(({ intent }) => !CHANGES_CART.has(intent));
  const answers = state !== undefined && ASKS_OTHER.has(state) && !namesOurs(reading);
  return answers || saysNoOrder(reading)
    ? other
    : { ...first, confidence: Math.min(first.confidence, UNSURE) };
}

/** What both say on their own is as sure as the surer of them. */
function surer(one: Guess, other: Guess): Guess {
  return one.confidence >= other.confidence ? one : other;
}

/** What the classifier only guesses at, and a rule is sure of. Never an order: that has been decided before. */
function isBetterRuled(ruled: Guess, first: Guess): boolean {
  return first.confidence < UNLIKE && ruled.confidence >= RULE_IS_SURE && !CHANGES_CART.has(ruled.intent);
}

/** "… yg satu lagi …" in a long message that names nothing of ours changes nothing. */
function hedged(reading: Reading, guess: Guess): Guess {
  if (!CHANGES_CART.has(guess.intent)) return guess;
  // "one less bag, one more ship": whichever is done to both is wrong for one.
  const bothWays = reading.says('subtract') && reading.says('add') && reading.items.length > 1;
  if (!bothWays && (namesOurs(reading) || reading.words.length <= SHORT)) return guess;
  return { ...guess, confidence: Math.min(guess.confidence, UNSURE) };
}

function namesOurs({ mentions, code }: Reading): boolean {
  return mentions.some(({ refused }) => !refused) || code !== undefined;
}

function mayChangeCart(reading: Reading, { confidence }: Guess): boolean {
  if (!namesOurs(reading) || saysNoOrder(reading) || onlyNames(reading)) return false;
  return confidence >= VERY_LIKE;
}

/** "keripik tempe": shown rather than sold. */
function onlyNames({ words }: Reading): boolean {
  return words.every((word) => word === '@' || word === ',' || FILLERS.has(word));
}

/** "kemarin beli 2", "kalau ambil 5", "keripik 15.000", "mau order gofood", "2 gosong": no wish to have any. */
function saysNoOrder(reading: Reading): boolean {
  const elsewhere = reading.says('elsewhere') && !namesOurs(reading);
  return reading.says('notNow') || looksPriced(reading) || elsewhere;
}
