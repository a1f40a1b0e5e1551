/** What a language brings to the matching: adding a language is adding one of these tables. */

/**
 * What can be heard in a message, each as alternatives of a regular expression over normalised words. In the text that
 * they read, `@` stands for a product, `~` for a refused one, `#` for a quantity and `0` for any other number.
 */
export type Cue =
  // What a whole message is about.
  | 'abuse'
  | 'injection'
  | 'elsewhere'
  | 'privacy'
  | 'inmate'
  | 'prison'
  | 'immigration'
  | 'complaint'
  | 'unsubscribe'
  | 'subscribe'
  | 'human'
  | 'status'
  | 'discount'
  | 'delivery'
  | 'payment'
  | 'photo'
  | 'origin'
  | 'stock'
  | 'price'
  | 'hours'
  | 'location'
  | 'list'
  | 'help'
  | 'thanks'
  | 'goodbye'
  | 'greeting'
  // Ordering and changing.
  | 'wish'
  | 'request'
  | 'notNow'
  | 'cancel'
  | 'add'
  | 'subtract'
  | 'remove'
  | 'set'
  | 'reschedule'
  // What a question asks about.
  | 'halal'
  | 'pirt'
  | 'expiry'
  | 'allergen'
  | 'spice'
  | 'composition'
  | 'size'
  | 'weight'
  | 'thickness'
  | 'colour'
  | 'material'
  | 'strength'
  | 'contents'
  | 'variant'
  // Small parts.
  | 'inStock'
  | 'ownOrder'
  | 'ourStand'
  | 'question'
  | 'yes'
  | 'no'
  | 'myName'
  | 'when';

/**
 * What keepers write at the counter, each as alternatives of a regular expression over the text in small letters. The
 * first four begin a line; `noLevel` stands where a number could.
 */
export type CounterCue =
  | 'sell'
  | 'deliver'
  | 'break'
  | 'return'
  | 'cash'
  | 'qris'
  | 'from'
  | 'fromBuyer'
  | 'toUnit'
  | 'fillers'
  | 'cashToday'
  | 'stockList'
  | 'stockTake'
  | 'lowLevel'
  | 'noLevel'
  | 'newOrder'
  | 'menu'
  | 'skip';

export interface LanguageTable {
  readonly language: string;
  /** What it is called, in any language: one word each. */
  readonly names: string;
  /** Lines of `meant: written written …`: how people type, and the one spelling that everything else reads. */
  readonly spellings: string;
  /** Endings that add nothing ("-nya"), and the words in which they are no ending. */
  readonly ending: { readonly pattern: RegExp; readonly keep: string } | null;
  /** What is done to a thing, by the roots that it is said with, and how these are bent ("dihilangin"). */
  readonly verbs: { readonly before: RegExp; readonly after: RegExp; readonly roots: string } | null;
  /** Words that show the language. */
  readonly markers: string;
  /** Words that carry no meaning of their own: an order may be wrapped in them. */
  readonly fillers: string;
  /** Everyday words that look like a misspelt product and are not. */
  readonly ordinary: string;
  /** Before what somebody asks whether there is it, or wants to have it. */
  readonly offers: string;
  /** Where the head of a name stands: "keripik tempe", "tempeh chips". */
  readonly head: 'first' | 'last';
  /** Lines of `number: written written …`. */
  readonly numbers: string;
  /** Words that add ten, multiply, or count in bundles. */
  readonly teen: string;
  readonly scales: string;
  readonly bundles: string;
  /** The sale unit, however it is called. */
  readonly pieces: string;
  /** Of those, what is two of all that is not sold in it: "a pair of keychains". */
  readonly pairs: string;
  /** Lines of `unit: written written …` for what is never to be read as pieces. */
  readonly units: string;
  /** Numbers after or before these words count nothing. */
  readonly numberAfter: string;
  readonly numberBefore: string;
  /** "turunin … ke 2": behind the first a number after the second counts. */
  readonly levels: string;
  readonly levelBefore: string;
  /** Beside a number: it is not the one meant ("bukan 13", "gajadi 12"). */
  readonly notMeantBefore: string;
  readonly notMeantAfter: string;
  /** "per meter"; "a bag"; "yang satu", "the blue one". */
  readonly per: string;
  readonly articles: string;
  readonly pronouns: string;
  readonly pronounAfter: string;
  /** "nomor 3": the number on the shelf; not after a word of the second list ("antrian nomor 3"); where a thing
   * lies, after one of the third ("tas di rak 3"). */
  readonly shelf: string;
  readonly otherNumbers: string;
  readonly placed: string;
  /** Some words further on a number is that of a house: "jl mawar no 5". */
  readonly addresses: string;
  /** Joins two products, takes back what was said, gives to each. */
  readonly joins: string;
  readonly corrections: string;
  /** Before a number: each of them has it. */
  readonly all: string;
  /** Right behind a correction: it only adds ("eh sama kapal 1"). */
  readonly additions: string;
  /** Before a number: what it comes to. */
  readonly sums: string;
  /** Behind a number: it is a part of several ("one for me, one for her"). */
  readonly shares: string;
  /** Before it: it counts those of a kind ("pedas 2, manis 1"). */
  readonly kinds: string;
  readonly each: string;
  /** The same as one word, on the text as it was typed: "dua-duanya". */
  readonly eachOfThem: string;
  /** Before a product: refused; the second list may stand between. Then what says so in several words. */
  readonly refusals: string;
  readonly refusalSteps: string;
  readonly refusedBefore: string;
  readonly refusedAfter: string;
  /** A bare no behind a product refuses it, unless one of these words stands before: then it asks. */
  readonly noAfter: string;
  readonly asking: string;
  readonly refusedTogether: string;
  /** "tadi kan pesan …", "tetap" behind a product: it is to stay as it is. The first says so beside something else. */
  readonly keptBefore: string;
  readonly keptAfter: string;
  /** Taken out again. */
  readonly struckBefore: string;
  readonly struckAfter: string;
  /** "ganti … jadi …": given for another. */
  readonly replaces: string;
  readonly replacedBy: string;
  /** Behind these a word that means something else, too, is a thing: "the ship", "buy ship". */
  readonly nounAfter: string;
  /** Words that may stand between those of a name: "tas yang ada pitanya". */
  readonly between: string;
  /** With a word of a name these mean another thing ("keripik pisang", "potato chips"), or one that somebody lost. */
  readonly otherThingsAfter: string;
  readonly otherThingsBefore: string;
  readonly lostAfter: string;
  readonly lostBefore: string;
  /** What may follow a terse order: "2 keripik untuk jumat". */
  readonly orderTail: string;
  /** What staff write at the start of a shift: alternatives of a regular expression, over the text in small letters. */
  readonly onDuty: string;
  readonly cues: Partial<Record<Cue, string>>;
  readonly counter: Partial<Record<CounterCue, string>>;
}

/** For a table that brings little. */
export const NO_WORDS: Omit<LanguageTable, 'language'> = {
  names: '',
  offers: '',
  spellings: '',
  ending: null,
  verbs: null,
  markers: '',
  fillers: '',
  ordinary: '',
  head: 'first',
  numbers: '',
  teen: '',
  scales: '',
  bundles: '',
  pieces: '',
  pairs: '',
  units: '',
  numberAfter: '',
  numberBefore: '',
  levels: '',
  levelBefore: '',
  notMeantBefore: '',
  notMeantAfter: '',
  per: '',
  articles: '',
  pronouns: '',
  pronounAfter: '',
  shelf: '',
  otherNumbers: '',
  placed: '',
  addresses: '',
  joins: '',
  corrections: '',
  all: '',
  additions: '',
  sums: '',
  shares: '',
  kinds: '',
  each: '',
  eachOfThem: '',
  refusals: '',
  refusalSteps: '',
  refusedBefore: '',
  refusedAfter: '',
  noAfter: '',
  asking: '',
  refusedTogether: '',
  keptBefore: '',
  keptAfter: '',
  struckBefore: '',
  struckAfter: '',
  replaces: '',
  replacedBy: '',
  nounAfter: '',
  between: '',
  otherThingsAfter: '',
  otherThingsBefore: '',
  lostAfter: '',
  lostBefore: '',
  orderTail: '',
  onDuty: '',
  cues: {},
  counter: {},
};

export function wordSet(...lists: readonly string[]): ReadonlySet<string> {
  return new Set(lists.flatMap((list) => list.split(/\s+/)).filter(Boolean));
}

/** Lines of `meant: written written …` as a map from what is written. */
export function meanings(...lists: readonly string[]): ReadonlyMap<string, string> {
  const map = new Map<string, string>();
  for (const line of lists.join('\n').split('\n')) {
    const [meant, written] = line.split(':');
    for (const word of written?.trim().split(/\s+/) ?? []) map.set(word, meant?.trim() ?? word);
  }
  return map;
}

/** Lines of `number: written written …` as a map from what is written. */
export function amounts(...lists: readonly string[]): ReadonlyMap<string, number> {
  return new Map([...meanings(...lists)].map(([word, amount]) => [word, Number(amount)]));
}
