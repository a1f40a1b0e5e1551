/**
 * What is personal is masked before a question leaves the house. Numbers and codes are all found; names as far as they
 * show: by the person's own name, by what introduces one ("atas nama …", "bu …"), and by a capital letter. One in small
 * letters that nothing points to is not seen.
 */
import { readOrderCode } from '../../shop/code.ts';
import { maskIdentityNumbers } from '../../shop/identity.ts';

const MASK = '•••';

const ADDRESS = /\S+@\S+|(?<!\S)@\w+|\bhttps?:\/\/\S+|\bwww\.\S+|\b(?:t|wa)\.me\/\S+/giu;
/** Phone numbers, accounts and what else has many digits, however they are grouped. */
const MANY_DIGITS = /\+?\d(?:[\s().-]{0,2}\d){4,}/g;
const CODE = /#?(?<![\p{L}\d])[A-Z\d]{3}-?[A-Z\d]{3}(?![\p{L}\d])/giu;
const SPACED_CODE = /#?(?<![\p{L}\d])[A-Z\d]{3} [A-Z\d]{3}(?![\p{L}\d])/gu;

/** What stands before a name, and cannot be meant otherwise. */
const INTRODUCES =
  /(?<!\p{L})(?:atas nama|a\.?n\.|nama(?:nya|ku| saya| aku)|bernama|panggil(?: saya| aku)?|(?:my |his |her |the )?name(?:'s| is)|named|call me)[\s:,]+(?:adalah |is )?$/iu;
/** Before a name, or how the bot itself is addressed: then it stands first. */
const TITLE = /(?<!\p{L})(?:bu|ibu|pak|bapak|mas|mbak|kak|bang|haji|ustadz?|mr|mrs|ms|miss|sir)\.? +$/iu;
const WORD = /\p{L}[\p{L}\p{M}'’-]*/gu;
const NEXT_WORD = /^ \p{L}[\p{L}\p{M}'’-]*/u;
const BEGINS_SENTENCE = /(?:^|[.!?\n:"“(])\s*$/u;

export interface Masking {
  /** How the person is called, where it is known. */
  readonly name: string | null;
  /** Whether a word is known to be no name. */
  readonly isOrdinary: (word: string) => boolean;
}

export function maskPersonal(text: string, masking: Masking): string {
  // Where all is in capitals they say nothing.
  const tells = /\p{Ll}/u.test(text);
  /** "kertak" could be one, and is a word. */
  const isCode = (found: string) =>
    readOrderCode(found) !== null && (/[-\d]/.test(found) || (tells && found === found.toUpperCase()));
  const plain = maskIdentityNumbers(text)
    .replaceAll(ADDRESS, MASK)
    .replaceAll(CODE, (found) => (isCode(found) ? MASK : found))
    .replaceAll(SPACED_CODE, (found) => (isCode(found) ? MASK : found))
    .replaceAll(MANY_DIGITS, MASK);
  return maskNames(plain, tells, masking).replaceAll(/•{4,}/g, MASK);
}

function maskNames(text: string, tells: boolean, { name, isOrdinary }: Masking): string {
  const own = new Set(name?.toLowerCase().split(/\s+/) ?? []);
  const isCapital = (word: string) => tells && /^\p{Lu}/u.test(word);
  const looksLikeName = (word: string) => isCapital(word) && !isOrdinary(word);
  let introduced = false;
  return text.replaceAll(WORD, (word: string, at: number) => {
    if (own.has(word.toLowerCase())) return MASK;
    const before = text.slice(0, at);
    const [next = ''] = text.slice(at + word.length).match(NEXT_WORD) ?? [];
    introduced = !isOrdinary(word) && (introduced || INTRODUCES.test(before));
    // A sentence begins with a capital letter, too: there it takes two names to show.
    const shows = looksLikeName(word) && (!BEGINS_SENTENCE.test(before) || looksLikeName(next.trim()));
    return introduced || shows || isTitled(word, before, isCapital(word), isOrdinary) ? MASK : word;
  });
}

function isTitled(
  word: string,
  before: string,
  isCapital: boolean,
  isOrdinary: Masking['isOrdinary'],
): boolean {
  return TITLE.test(before) && !isOrdinary(word) && (isCapital || !isAddress(before));
}

/** "Pak, …" and "halo bu …" speak to whoever reads; "punya bu …" speaks of somebody. */
function isAddress(before: string): boolean {
  return before.trim().split(/\s+/).length <= 2;
}
