/** How many: the numbers of a message that count something, with their units. */
import type { Mention, Span } from './mention.ts';
import { wordsBetween } from './mention.ts';
import type { Token } from './normalise.ts';
import { numberAt, type ReadNumber } from './numbers.ts';
import { cueText, everyWord, LANGUAGES } from './words/index.ts';
import { meanings, wordSet } from './words/table.ts';

/** Tokens `[start, end)` that say a quantity. */
export interface Quantity {
  readonly start: number;
  readonly end: number;
  /** null: only a unit was said ("per meter"). */
  readonly qty: number | null;
  readonly unit?: string;
  /** A unit, a piece or a bundle was said with the number. */
  readonly counted: boolean;
  /** One that no number was said for: "sebungkus", "a bag". In a question it counts nothing. */
  readonly implied?: 'unit' | 'article';
}

const PIECES = everyWord('pieces');
const PAIRS = everyWord('pairs');
const UNITS = meanings(...LANGUAGES.map((table) => table.units));
const NUMBER_AFTER = everyWord('numberAfter');
const NUMBER_BEFORE = everyWord('numberBefore');
const PER = everyWord('per');
const EACH = everyWord('each');
const ARTICLES = everyWord('articles');
const SQUARE = /^(?:persegi|kuadrat|square|2)$/;
/** "4, bukan 13", "gajadi 12", "two instead of three": what is not meant counts nothing. */
const NOT_MEANT_BEFORE = new RegExp(`(?:^| )(?:${cueText('notMeantBefore')})$`);
const NOT_MEANT_AFTER = new RegExp(`^(?:${cueText('notMeantAfter')})(?: |$)`);
/** "yang satu", "the first one": not how many. */
const FOR = wordSet('untuk buat for');
const LEVELS = everyWord('levels');
const LEVEL_BEFORE = everyWord('levelBefore');
const PRONOUN_AFTER = everyWord('pronounAfter');
const PRONOUNS = everyWord('pronouns');
/** "the blue one", where it stands behind what it is about; "yang kapal satu" is one ship. */
const PRONOUNS_BEHIND = wordSet(
  ...LANGUAGES.flatMap((table) => (table.head === 'last' ? table.pronouns : [])),
);
/** "@ 15.000": with a sign for "each", what is no small number is a price. */
const PRICE = 500;

interface Message {
  readonly tokens: readonly Token[];
  readonly mentions: readonly Mention[];
  readonly starts: ReadonlySet<number>;
  word(at: number): string;
}

export interface Counts {
  readonly quantities: readonly Quantity[];
  /** Numbers that are said not to be meant: "bukan 13". */
  readonly unmeant: readonly Span[];
}

export function findQuantities(tokens: readonly Token[], mentions: readonly Mention[]): Counts {
  const starts = new Set(mentions.map(({ start }) => start));
  const word = (at: number): string => tokens[at]?.word ?? '';
  const message: Message = { tokens, mentions, starts, word };
  const quantities: Quantity[] = [];
  const unmeant: Span[] = [];
  for (let at = 0; at < tokens.length; ) {
    const mention = mentions.find((each) => each.start <= at && at < each.end);
    const read = mention ? undefined : quantityAt(message, at);
    if (read?.counts) quantities.push(read.quantity);
    else if (read && isUnmeant(tokens, read.quantity)) unmeant.push(read.quantity);
    at = mention?.end ?? read?.quantity.end ?? at + 1;
  }
  return { quantities, unmeant };
}

interface Read {
  readonly quantity: Quantity;
  readonly counts: boolean;
}

function quantityAt(message: Message, at: number): Read | undefined {
  return perUnit(message, at) ?? numbered(message, at) ?? article(message, at);
}

/** "per meter". */
function perUnit({ word }: Message, at: number): Read | undefined {
  const unit = PER.has(word(at)) ? UNITS.get(word(at + 1)) : undefined;
  if (unit === undefined) return undefined;
  return { quantity: { start: at, end: at + 2, qty: null, unit, counted: true }, counts: true };
}

/** A number with its unit, and whether it counts something. */
function numbered(message: Message, at: number): Read | undefined {
  const { tokens, word } = message;
  const start = word(at) === 'x' ? at + 1 : at;
  const number = numberAt(tokens, start);
  if (!number) return undefined;
  const times = word(number.end) === 'x' || start !== at;
  // "1500an biji": about so many.
  const about = word(number.end) === 'an' && unitAt(message, number.end + 1).piece;
  // "a couple of packets".
  const packed = number.bundled && word(number.end) === 'of' && unitAt(message, number.end + 1).piece;
  const { unit, end, piece } = unitAt(
    message,
    about || packed || word(number.end) === 'x' ? number.end + 1 : number.end,
  );
  const counted = piece || unit !== undefined || number.bundled;
  const inside = insideBox(tokens, end, unit);
  const quantity: Quantity = {
    start: at,
    end: inside?.end ?? end,
    qty: number.value * (inside?.value ?? 1) * (isTwo(message, end) ? 2 : 1),
    ...(unit === undefined || inside ? {} : { unit }),
    counted,
    ...(isImplied(message, start, end) ? { implied: 'unit' as const } : {}),
  };
  return { quantity, counts: counts(message, quantity, number, times) };
}

/** "a pair of keychains": two, where nothing is named that is sold in pairs. */
function isTwo({ mentions, word }: Message, end: number): boolean {
  const sold = (text: string): boolean => text.split(' ').some((each) => PAIRS.has(each));
  if (!PAIRS.has(word(end - 1)) || mentions.length === 0) return false;
  return !mentions.some(({ product }) => Object.values(product.saleUnit).some(sold));
}

/** "sebungkus", "one of those". */
function isImplied({ tokens, word }: Message, start: number, end: number): boolean {
  return tokens[start]?.implied === true || (PRONOUNS.has(word(start)) && word(end) === 'of');
}

function unitAt({ word, starts }: Message, at: number): { unit?: string; end: number; piece: boolean } {
  const unit = UNITS.get(word(at));
  if (unit !== undefined)
    return { unit, end: unit === 'm2' && SQUARE.test(word(at + 1)) ? at + 2 : at + 1, piece: false };
  const piece = PIECES.has(word(at)) && !starts.has(at);
  return { end: piece ? at + 1 : at, piece };
}

/** "1 dus isi 20": twenty. */
function insideBox(tokens: readonly Token[], at: number, unit: string | undefined): ReadNumber | undefined {
  return unit === 'dus' && tokens[at]?.word === 'isi' ? numberAt(tokens, at + 1) : undefined;
}

/** "2rb" is a price unless something is counted with it; "jam 2", "6 cm", "2 hari" count nothing. */
function counts(
  message: Message,
  { start, end, counted }: Quantity,
  number: ReadNumber,
  times: boolean,
): boolean {
  const { tokens, word, mentions } = message;
  if (isUnmeant(tokens, { start, end })) return false;
  if (counted) return true;
  const product = mentions.find((mention) => mention.end === start)?.product;
  const afterProduct = product !== undefined;
  // "keripik 15rb" is what it costs, "batako 1,5rb" so many.
  if (number.thousands && number.value > (product?.maxPerOrder ?? 0)) return false;
  if (isForMany(message, { start, end })) return false;
  if (isPronoun(message, start) || isPriceEach(message, start, number)) return false;
  if (!times && !afterProduct && NUMBER_AFTER.has(word(start - 1)) && !isLevel(message, start)) return false;
  return !NUMBER_BEFORE.has(word(end)) || isOfEach(message, end) || isOfProduct(message, end);
}

function isUnmeant(tokens: readonly Token[], { start, end }: Span): boolean {
  const before = wordsBetween(tokens, start - 3, start);
  return NOT_MEANT_BEFORE.test(before) || NOT_MEANT_AFTER.test(wordsBetween(tokens, end, end + 3));
}

function isPriceEach({ tokens }: Message, start: number, { value }: ReadNumber): boolean {
  return tokens[start - 1]?.raw === '@' && value >= PRICE;
}

function isPronoun({ word, mentions }: Message, at: number): boolean {
  if (!PRONOUNS.has(word(at))) return false;
  const named = PRONOUNS_BEHIND.has(word(at)) ? mentions.find(({ end }) => end === at) : undefined;
  if (named && mentions.length > 1) return false;
  return PRONOUN_AFTER.has(word(named ? named.start - 1 : at - 1));
}

/** "keripik 20 buat 25 tamu"; not "bikin 25". */
function isForMany({ tokens, starts }: Message, { start, end }: Span): boolean {
  const before = tokens[start - 1];
  return before !== undefined && FOR.has(before.word) && before.raw !== 'bikin' && !starts.has(end);
}

/** "turunin keripiknya ke 2". */
function isLevel({ tokens, word }: Message, start: number): boolean {
  return LEVEL_BEFORE.has(word(start - 1)) && tokens.slice(0, start).some((token) => LEVELS.has(token.word));
}

/** "two of each", "two of them". */
function isOfEach({ word }: Message, at: number): boolean {
  return word(at) === 'of' && (EACH.has(word(at + 1)) || word(at + 1) === 'them');
}

/** "40 of those blocks". */
function isOfProduct({ word, starts }: Message, at: number): boolean {
  return word(at) === 'of' && [1, 2, 3, 4].some((ahead) => starts.has(at + ahead));
}

/** "a bag", "another small ship", "a pack of chips". */
function article(message: Message, at: number): Read | undefined {
  const { word, starts } = message;
  if (!ARTICLES.has(word(at))) return undefined;
  const { unit, end, piece } = unitAt(message, at + 1);
  const named = starts.has(at + 1) || (starts.has(at + 2) && /^\p{L}{3,}$/u.test(word(at + 1)));
  const counted = piece || unit !== undefined;
  if (!counted && !named) return undefined;
  const qty = isTwo(message, end) ? 2 : 1;
  const quantity = { start: at, end: counted ? end : at + 1, qty, counted, implied: 'article' as const };
  return { quantity: unit === undefined ? quantity : { ...quantity, unit }, counts: true };
}
