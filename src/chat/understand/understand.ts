/** Reading a message: rules and two small classifiers for what it wants and in which language, rules for what and how many. */
import { attributeOf, changeOf, type Meaning, meaningOf } from './intents.ts';
import { isOtherScript, showsLanguage } from './language.ts';
import { intentFeatures, languageFeatures } from './model/features.ts';
import type { Models } from './model/models.ts';
import { looksPriced } from './ordering.ts';
import { type Reading, read } from './reading.ts';
import type {
  DialogueState,
  Intent,
  MessageLanguage,
  Understand,
  Understanding,
  UnderstoodItem,
} from './understanding.ts';
import { everyWord } from './words/index.ts';

const FILLERS = everyWord('fillers');

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

/** What changes a cart: nothing does that on a likeness alone. */
const CHANGES_CART: ReadonlySet<Intent> = new Set<Intent>(['place_order', 'change_order']);
/** What a sure rule says of a cart is followed, unless the classifier has never heard the like. */
const RULE_IS_SURE = 0.8;
const HEARD = 0.03;
const LOST: ReadonlySet<Intent> = new Set<Intent>(['unclear', 'out_of_scope']);
/** What the rules do not see an order in has to sound very much like one. */
const VERY_LIKE = 0.6;
/** Words in which a number alone may be about what was just spoken of. */
const SHORT = 8;
/** A quantity, and no more. */
const ONLY = /# (?:saja|cuma|hanya|only)(?![^ ])/;
/** Meanings to choose from, and how likely each must be. */
const CHOICES = 3;
const POSSIBLE = 0.12;
/** Below what changes anything. */
const UNSURE = 0.45;

export function makeUnderstand(models: Models): Understand {
  return rememberingLast((text, state, snapshot) => {
    const reading = read(text, snapshot);
    const meaning = meaningFor(models, reading, state);
    return {
      language: languageOf(models, reading),
      ...meaning,
      items: itemsFor(reading, meaning.intent),
      ...(reading.code === undefined ? {} : { code: reading.code }),
    };
  });
}

/** One event asks for the same message again: whether it is a fragment, and what it means. */
function rememberingLast(understand: Understand): Understand {
  let last: { readonly of: Parameters<Understand>; readonly is: Understanding } | null = null;
  return (...of) => {
    if (!last?.of.every((each, index) => each === of[index])) last = { of, is: understand(...of) };
    return last.is;
  };
}

function meaningFor({ intents }: Models, reading: Reading, state: DialogueState | undefined): Meaning {
  const ruled = meaningOf(reading, state);
  if (reading.words.length === 0) return ruled;
  const shares = intents.classify(intentFeatures(reading, state, ruled));
  const ranked = intents.labels
    .map((intent, label): Guess => ({ intent, confidence: shares[label] ?? 0 }))
    .sort((one, other) => other.confidence - one.confidence);
  const { intent, confidence } = hedged(reading, decide(reading, state, ruled, ranked));
  const attribute =
    intent === 'ask_spec' || intent === 'ask_ingredients' ? attributeOf(reading, intent) : undefined;
  const change = intent === 'change_order' ? changeOf(reading) : onlyThatMany(reading, intent);
  const likely = ranked.slice(0, CHOICES).flatMap((each) => (each.confidence >= POSSIBLE ? each.intent : []));
  return { intent, confidence, likely, ...(attribute && { attribute }), ...(change && { change }) };
}

/** "keripiknya 2 aja": no more than that, whatever there was before. */
function onlyThatMany({ line }: Reading, intent: Intent): Meaning['change'] | undefined {
  return intent === 'place_order' && ONLY.test(line) ? 'set' : undefined;
}

interface Guess {
  readonly intent: Intent;
  readonly confidence: number;
}

/** The classifier proposes; where a cart or an order would change, the rules have to agree or the likeness be great. */
function decide(
  reading: Reading,
  state: DialogueState | undefined,
  ruled: Guess,
  ranked: readonly Guess[],
): Guess {
  const [first = ruled] = ranked;
  const sameAsRuled = ranked.find(({ intent }) => intent === ruled.intent);
  const ruleIsSure =
    CHANGES_CART.has(ruled.intent) &&
    ruled.confidence >= RULE_IS_SURE &&
    (namesOurs(reading) || first.intent === ruled.intent);
  if (ruleIsSure && sameAsRuled && sameAsRuled.confidence >= HEARD) {
    return { intent: ruled.intent, confidence: Math.max(sameAsRuled.confidence, ruled.confidence) };
  }
  if (first.intent === 'confirm') return yes(state, ruled, first);
  // "ya ga jadi deh" to "shall I order?" is a no to that.
  if (first.intent === 'cancel_order' && ruled.intent === 'deny' && state === 'asked_confirm') return ruled;
  // What is unlike anything heard is the answer that was asked for: names come in every shape.
  if (ruled.intent === 'provide_info' && state && first.confidence < VERY_LIKE) return ruled;
  if (LOST.has(first.intent) && ruled.intent === 'order_status' && reading.code) return ruled;
  if (!CHANGES_CART.has(first.intent) || first.intent === ruled.intent) return first;
  if (mayChangeCart(reading, first)) return first;
  const [other = first] = ranked.filter(({ intent }) => !CHANGES_CART.has(intent));
  return saysNoOrder(reading) ? other : { ...first, confidence: Math.min(first.confidence, UNSURE) };
}

/** A yes orders, too: where the rules heard a no, it is none, and where nothing was asked, it is a yes to nothing. */
function yes(state: DialogueState | undefined, ruled: Guess, guess: Guess): Guess {
  if (ruled.intent === 'deny') return ruled;
  return state === undefined ? { ...guess, confidence: Math.min(guess.confidence, 0.5) } : guess;
}

/** "… yg satu lagi …" in a long message that names nothing of ours changes nothing. */
function hedged(reading: Reading, guess: Guess): Guess {
  if (!CHANGES_CART.has(guess.intent) || namesOurs(reading) || reading.words.length <= SHORT) return guess;
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

/** "kemarin beli 2", "kalau ambil 5", "keripik 15.000", "mau order gofood": told, supposed, priced, or from elsewhere. */
function saysNoOrder(reading: Reading): boolean {
  const elsewhere = reading.says('elsewhere') && !namesOurs(reading);
  return reading.says('notNow') || looksPriced(reading) || elsewhere;
}

/** How sure it must be that a language shows: keyboards produce letters of every kind. */
const SHOWS = 0.5;

function languageOf({ languages }: Models, reading: Reading): MessageLanguage | null {
  if (!showsLanguage(reading.tokens)) return null;
  if (isOtherScript(reading.tokens)) return 'other';
  const likely = languages.classify(languageFeatures(reading));
  const most = Math.max(...likely);
  return most < SHOWS ? null : (languages.labels[likely.indexOf(most)] ?? null);
}

function itemsFor(reading: Reading, intent: Intent): UnderstoodItem[] {
  const items = reading.items.filter((item) => item.product !== null || COUNTING.has(intent));
  // "tebal 6 apa 8", "size 44": in a question about the thing itself a number counts nothing.
  const describes = intent === 'ask_spec' || intent === 'ask_ingredients';
  return describes ? items.map(({ unit: _, ...item }) => ({ ...item, qty: null })) : items;
}
