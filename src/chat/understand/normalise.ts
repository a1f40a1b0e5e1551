/** From what somebody typed to words that the tables know, one spelling each. */
import { spellNumber } from './number-words.ts';
import { BUNDLES, cueText, everyWord, LANGUAGES, NUMBERS, SPELLINGS } from './words/index.ts';
import { meanings, wordSet } from './words/table.ts';

export interface Token {
  /** The spelling that rules and products read; punctuation is one of `, ? + - :`. */
  readonly word: string;
  /** As it was typed, in lower case: shows the language. */
  readonly raw: string;
  /** Set for digits; "1.500" is 1500. */
  readonly number?: number;
  /** One that was said within the unit: "sebungkus". */
  readonly implied?: boolean;
}

export interface Normalised {
  readonly tokens: readonly Token[];
  /** An order code, as it was written. */
  readonly code?: string;
  /** A phone number stood in the text. */
  readonly phone: boolean;
}

/** Longer texts are no orders; what is said is said in the beginning. */
const LONGEST = 1_000;

const PIECES = everyWord('pieces');
const OTHER_UNITS = meanings(...LANGUAGES.map((table) => table.units));
/** "sebungkus", in Minangkabau and Javanese "sabungkuih", "sakbungkus". */
const ONE_OF = ['se', 'sa', 'sak'] as const;
const ENDINGS = LANGUAGES.flatMap(({ ending }) =>
  ending ? [{ pattern: ending.pattern, keep: wordSet(ending.keep) }] : [],
);

const LOOSE_ENDINGS = wordSet('nya ny na');
const VERBS = LANGUAGES.flatMap(({ verbs }) => (verbs ? [{ ...verbs, roots: meanings(verbs.roots) }] : []));

const CODE_LETTERS = 'ACDEFHJKMNPRTUVWXY34679';
const OWN_CODE = new RegExp(`(?<![\\w-])([${CODE_LETTERS}]{3})([- ]?)([${CODE_LETTERS}]{3})(?![\\w-])`, 'gi');
/** Codes of other making, only where the text says that one comes: "pesanan no 0123", "cek order #A-0042". */
const NAMED_CODE =
  /(?:pesanan|pesenan|orderan|order|status|kode|code)(?:\s+(?:no|nomor|nomer|number|id|saya|sy|my|dong))*[\s.:]*((?:#\s?[a-z]{0,4}-?|[a-z]{1,4}-|0)\d{2,8})(?![\w-])/i;
const NUMBERED_CODE =
  /(?:(?:pesanan|pesenan|order)\s+(?:no|nomor|nomer|number)|(?:kode|code|status)(?:\s+(?:pesanan|order))?)[\s.:#]*(\d{2,8})(?![\w-])/i;

/** Written without spaces between words: each sign is one. */
const UNSPACED = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}]/gu;
/** Arabic, Persian and Thai digits end in their value. */
const OTHER_DIGITS = /[٠-٩۰-۹๐-๙]/g;

const FRACTION = /(\d+\s?)?([½¼¾])/g;
const PARTS: Readonly<Record<string, number>> = { '½': 0.5, '¼': 0.25, '¾': 0.75 };
/** "dua-duanya": each of the two. */
const EACH_OF_THEM = new RegExp(`(?<!\\p{L})(?:${cueText('eachOfThem')})(?!\\p{L})`, 'gu');
/** "dua-dua": two of each. */
const SO_MANY_EACH = new RegExp(`(?<!\\p{L})(${[...NUMBERS.keys()].join('|')})\\s?-\\s?\\1(?!\\p{L})`, 'gu');

const LINK = /https?:\/\/\S+|www\.\S+/gi;
const PHONE = /(?<![\w.])(?:\+?\d[\s().-]?){8,15}\d(?!\w)/g;
const SIZE = /\d+(?:[.,]\d+)?\s*[x×*]\s*\d+(?:[.,]\d+)?(?:\s*[x×*]\s*\d+(?:[.,]\d+)?)?/g;
const SQUARE_METRES =
  /\b(?:square\s*(?:met(?:er|re)s?|mtrs?|m)|sq\.?\s*m(?:et(?:er|re)s?|trs?)?|met(?:er|re)s?\s+squared?)\b/g;
const CLOCK = /\d{1,2}:\d{2}|(?<=(?:jam|jm|pukul|pkl)\s?)\d{1,2}\.\d{2}/g;
const DATE = /\d{1,2}[/-]\d{1,2}(?:[/-]\d{2,4})?/g;
const SHARE = /\d+(?:[.,]\d+)?\s?%/g;
/** A dash before a digit is a sign within a line and a list mark at its start. */
const PIECE =
  /\p{L}+(?:'\p{L}+)*\d*|(?:(?<=[^\S\n])-|^\s*-(?=\d+\s*$))?\d+(?:[.,]\d+)*|[,;.!?\n+&:@-]|\p{Extended_Pictographic}/gu;

export function normalise(text: string): Normalised {
  const start = text
    .slice(0, LONGEST)
    .replace(FRACTION, (_, whole = '0', sign = '') => ` ${Number(whole) + (PARTS[sign] ?? 0)}`)
    .normalize('NFKC')
    .replace(/[’‘`´]/g, "'");
  const code = findCode(start);
  let rest = code === undefined ? start : start.replace(code, ' ');
  const withoutLinks = rest.replace(LINK, ' httplink ');
  rest = withoutLinks.replace(PHONE, (found) => (isPhone(found) ? ' ' : found));
  const tokens = tokenise(rest);
  return { tokens, phone: rest !== withoutLinks, ...(code === undefined ? {} : { code }) };
}

/** The words of a name, an alias or a slug, spelt as messages are. */
export function normaliseName(name: string): string[] {
  return tokenise(name.replaceAll('-', ' ')).map((token) => token.word);
}

/** Plural and singular are one to the matching. */
export function stem(word: string): string {
  return word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}

function findCode(text: string): string | undefined {
  for (const [found, first = '', separator, last = ''] of text.matchAll(OWN_CODE)) {
    const digits = /\d/.test(found);
    if (separator === '-' && (digits || first.toLowerCase() !== last.toLowerCase())) return found;
    // Without a dash a word beside a number must not pass for a code: digits and letters stand mixed.
    if (mixes(first) || mixes(last)) return found;
  }
  return NAMED_CODE.exec(text)?.[1] ?? NUMBERED_CODE.exec(text)?.[1];
}

function mixes(half: string): boolean {
  return /\d/.test(half) && /[a-z]/i.test(half);
}

/** "12.500.000" is money and 1000000000 an absurd wish; these are somebody's phone or identity number. */
function isPhone(found: string): boolean {
  return /^(?:\+|0|62|8)/.test(found) ? !/^\d{1,3}(?:\.\d{3})+$/.test(found) : /^\d{12,}$/.test(found);
}

function tokenise(text: string): Token[] {
  const plain = text
    .toLowerCase()
    .replace(/\p{M}|\p{Cf}/gu, '')
    .replace(UNSPACED, ' $& ')
    .replace(OTHER_DIGITS, (digit) => String((digit.codePointAt(0) ?? 0) & 15))
    .replace(/(?<!\d)1\/2(?![\d/])/g, ' setengah ')
    .replace(/(?<=\p{L}ty)-(?=\p{L})/gu, ' ')
    .replace(EACH_OF_THEM, ' masing ')
    .replace(SO_MANY_EACH, ' masing $1 ')
    .replace(/(?<!\p{L})(?:rp|idr)\.?(?=\d)/gu, 'rp ')
    .replace(/p-?irt/g, 'pirt')
    .replace(/\bm\s?2\b|m²/g, 'm2 ')
    .replace(SQUARE_METRES, 'm2 ')
    .replace(/\bse-(?=\p{L})/gu, 'se')
    .replace(SIZE, (found) => (/^\d+\s*x\s+\d{4}/.test(found) ? found : ' ukuran '))
    .replace(CLOCK, ' jam ')
    .replace(DATE, ' tanggal ')
    .replace(SHARE, ' ');
  const tokens: Token[] = [];
  for (const [piece] of plain.matchAll(PIECE)) push(tokens, piece);
  return tokens;
}

function push(tokens: Token[], piece: string): void {
  const digits = piece.trim();
  if (/^-?\d/.test(digits)) {
    tokens.push({ word: '0', raw: digits, number: readDigits(digits) });
  } else if (/^[;.!\n]$/.test(piece)) {
    tokens.push({ word: ',', raw: piece });
  } else if (piece === '@') {
    tokens.push({ word: 'masing', raw: piece });
  } else {
    for (const word of splitWord(piece, tokens.at(-1)?.number !== undefined)) {
      const digits = /^\d+$/.test(word);
      if (digits && piece.includes(word)) tokens.push({ word: '0', raw: word, number: Number(word) });
      else if (digits) tokens.push({ word: '0', raw: piece, number: Number(word), implied: true });
      else tokens.push({ word, raw: piece });
    }
  }
}

/** "1.500" and "1,500" are thousands; "1.5" and "1,5" are not. */
function readDigits(written: string): number {
  if (/^-?\d{1,3}(?:[.,]\d{3})+$/.test(written)) return Number(written.replace(/[.,]/g, ''));
  return Number(written.replace(',', '.').replace(/(\..*)[.,].*/, '$1'));
}

function splitWord(piece: string, afterNumber: boolean): string[] {
  const [, letters = piece, digits = ''] = /^(\p{L}[\p{L}']*?)(\d+)$/u.exec(piece) ?? [];
  if (digits === '') return spell(piece, afterNumber);
  if (letters === 'x') return ['x', digits];
  if (piece === 'm2') return [piece];
  // "k300", "a12": a grade, a queue number, never a count.
  if (letters.length < 3) return [piece];
  // "oleh2" says the word twice.
  const words = spell(letters, afterNumber);
  return digits === '2' ? [...words, ...words] : [...words, digits];
}

function spell(written: string, afterNumber: boolean): string[] {
  // After a number "g" is grams and "jt" a million, not "tidak".
  if (afterNumber && written.length <= 2) return [written];
  const word = written
    .replace(/(\p{L})\1{2,}/gu, '$1')
    .replace(/([^lsefodgz])\1$/u, '$1')
    .replace(/^(a)'(n)$/, '$1 $2');
  const known = SPELLINGS.get(word) ?? bundled(word) ?? bent(word) ?? spellNumber(word);
  if (known !== undefined) return known.split(' ');
  const bare = word.replaceAll("'", '');
  for (const { pattern, keep } of ENDINGS) {
    const inner = keep.has(bare) ? undefined : pattern.exec(bare)?.[1];
    if (inner !== undefined) return (SPELLINGS.get(inner) ?? bundled(inner) ?? inner).split(' ');
  }
  // Standing alone it adds nothing.
  return LOOSE_ENDINGS.has(bare) ? [] : [bare];
}

/** "dihilangin", "batalkan": what is done to the thing. */
function bent(word: string): string | undefined {
  for (const { before, after, roots } of VERBS) {
    const stripped = word.replace(before, '');
    const forms = [stripped, word.replace(after, ''), stripped.replace(after, '')];
    const meant = forms.map((form) => (form === word ? undefined : roots.get(form))).find(Boolean);
    if (meant !== undefined) return meant;
  }
  return undefined;
}

/** "sebungkus", "selusin": one of it. */
function bundled(word: string): string | undefined {
  const unit = ONE_OF.filter((prefix) => word.startsWith(prefix))
    .map((prefix) => SPELLINGS.get(word.slice(prefix.length)) ?? word.slice(prefix.length))
    .find((rest) => PIECES.has(rest) || OTHER_UNITS.has(rest) || BUNDLES.has(rest));
  return unit === undefined ? undefined : `1 ${unit}`;
}
