/** Whether a message orders. The first rule: never order what was not asked for. */
import type { Reading } from './reading.ts';
import { cue, everyWord, SCALES } from './words/index.ts';

const FILLERS = everyWord('fillers');
const JOINS = everyWord('joins');
const TAIL = everyWord('orderTail');
const EACH = everyWord('each');
const CORRECTIONS = everyWord('corrections');

const VERBS = /^(?:pesan|order|beli|po|buy)$/;
/** "ready? butuh 50 meter": said with a question, a need is the reason for asking. */
const NEED = /(?<![^ ])(?:butuh|need)(?![^ ])/;

/** Cues that make a message with a wish a question about it. */
const ASKING = [
  'price',
  'stock',
  'discount',
  'delivery',
  'payment',
  'photo',
  'contents',
  'size',
  'strength',
  'halal',
  'expiry',
] as const;

/** How sure it is that the message orders one of our products; 0: it does not. */
export function wish(reading: Reading): number {
  const wanted = reading.mentions.some((mention) => !mention.refused);
  if (!wanted) return 0;
  // "kripik sekodi berapa lama? saya order ya": what is wished in a clause of its own is wished.
  const clauses = reading.line.split(/ ?(?<![^ ])[,?](?![^ ]) ?/);
  const questions = clauses.filter((clause, index) => isQuestion(clause) || endsAsking(reading, index));
  const plain = clauses.filter((clause) => !questions.includes(clause) && !cue('notNow').test(clause));
  const conditional = cue('notNow').test(reading.line);
  const wishes = plain.filter(
    (clause) => cue('wish').test(clause) && !(questions.length > 0 && NEED.test(clause)),
  );
  if (!conditional && wishes.length > 0) return 0.9;
  if (conditional || reading.says(...ASKING))
    return isTerse(reading) && !conditional && !reading.says('question') ? 0.85 : 0;
  if (reading.says('request')) return reading.quantities.length > 0 ? 0.8 : 0.6;
  return isTerse(reading) ? 0.85 : 0;
}

/** "mau pesan kak": the wish alone, in nothing but fillers. */
export function isPlainWish(reading: Reading): boolean {
  const rest = reading.words.filter((word) => !FILLERS.has(word) && word !== ',' && word !== '#');
  return (
    rest.length === 1 &&
    VERBS.test(rest[0] ?? '') &&
    !reading.says('notNow', 'question') &&
    reading.mentions.length === 0
  );
}

function isQuestion(clause: string): boolean {
  return cue('question').test(clause);
}

/** Whether the mark behind this clause is a question mark. */
function endsAsking(reading: Reading, index: number): boolean {
  return reading.words.filter((word) => word === ',' || word === '?')[index] === '?';
}

/** "keripik 10", "2 keripik, 1 kapal ya, diambil jumat": products and quantities first, then when or for whom. */
function isTerse(reading: Reading): boolean {
  if (!reading.items.some((item) => item.product !== null && item.qty !== null)) return false;
  if (looksPriced(reading)) return false;
  const seen = new Set<string>();
  for (const word of reading.words) {
    if (TAIL.has(word) && seen.has('@') && seen.has('#')) return true;
    if (!isTerseWord(word)) return false;
    seen.add(word);
  }
  return true;
}

const THOUSANDS = [...SCALES.keys()].filter((word) => (SCALES.get(word) ?? 0) >= 1_000);
/** Thousands that count nothing. */
const SUM = new RegExp(`(?<![^ ])0 (?:${THOUSANDS.join('|')})(?![^ ])`);

/** "keripik 15rb", "keripik 15.000": a bare round thousand beyond what one may order is what it costs. */
export function looksPriced({ quantities, mentions, tokens, line }: Reading): boolean {
  if (quantities.length === 0 && SUM.test(line)) return true;
  const most = Math.max(...mentions.map(({ product }) => product.maxPerOrder));
  return quantities.some(({ qty, end }) => {
    const bare = tokens[end - 1]?.number !== undefined;
    return bare && qty !== null && qty >= 1_000 && qty % 500 === 0 && qty > most;
  });
}

function isTerseWord(word: string): boolean {
  return (
    '@#~,-:'.includes(word) ||
    VERBS.test(word) ||
    FILLERS.has(word) ||
    JOINS.has(word) ||
    CORRECTIONS.has(word) ||
    EACH.has(word)
  );
}
