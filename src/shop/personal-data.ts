/**
 * Passages of a text for the shelf that may tell of a person: a name, a number, a case. Nothing of that may be shown, and
 * code cannot be sure of it: whoever publishes is shown each passage and says that it is fine. Rather one too many than
 * one too few, but not so many that nobody reads them.
 */
import { maskIdentityNumbers } from './identity.ts';

export const PERSONAL_KINDS = ['name', 'number', 'custody', 'contact'] as const;
export type PersonalKind = (typeof PERSONAL_KINDS)[number];

export interface Doubt {
  readonly kind: PersonalKind;
  /** As it stands in the text. */
  readonly passage: string;
}

/** In the order of the text, each passage once. */
export function doubtsIn(text: string): Doubt[] {
  const found = [...numbers(text), ...contacts(text), ...names(text), ...custody(text)];
  const sorted = found.toSorted(
    (one, other) => one.at - other.at || other.passage.length - one.passage.length,
  );
  const kept: Found[] = [];
  for (const each of sorted) {
    const last = kept.at(-1);
    const isWithin = last !== undefined && each.at < last.at + last.passage.length;
    const isKnown = kept.some(({ passage }) => passage.toLowerCase() === each.passage.toLowerCase());
    if (!isWithin && !isKnown) kept.push(each);
  }
  return kept.map(({ kind, passage }) => ({ kind, passage }));
}

/** The text without them, for what stays written for ever. */
export function withoutDoubts(text: string | null): string | null {
  if (text === null) return null;
  return doubtsIn(text).reduce((rest, { passage }) => rest.replaceAll(passage, '•••'), text);
}

interface Found extends Doubt {
  readonly at: number;
}

function all(kind: PersonalKind, text: string, pattern: RegExp): Found[] {
  return [...text.matchAll(pattern)].map((match) => ({ kind, passage: match[0].trim(), at: match.index }));
}

/* ── numbers ── */

const MANY_DIGITS = /(?<![\p{L}\d.,])\+?\(?\d(?:[\s().-]{0,2}\d){7,}(?![\p{L}\d])/gu;
const PASSPORT_LIKE = /(?<![\p{L}\d])[A-Z]{1,2}\d{6,7}(?![\p{L}\d])/gu;
/** Numbers of a product, not of a person. */
const OF_PRODUCT =
  /(?:p-?irt|bpom|sni|iso|halal|md|ml|no\.? izin|barcode|ean|rp|idr)[\s.:]*(?:(?:no|nomor|ri|mui|bpjph|id)[\s.:]*)*$/iu;

function numbers(text: string): Found[] {
  return [...all('number', text, MANY_DIGITS), ...all('number', text, PASSPORT_LIKE)].filter(
    ({ passage, at }) => !OF_PRODUCT.test(text.slice(0, at)) && isOfPerson(passage),
  );
}

/** A telephone number or an identity number; "1.250.000" is an amount. */
function isOfPerson(passage: string): boolean {
  if (maskIdentityNumbers(passage) !== passage) return true;
  if (/^\d{1,3}(?:\.\d{3})+$/.test(passage)) return false;
  const digits = passage.replaceAll(/\D/g, '');
  return /^(?:0|62)/.test(digits) ? digits.length >= 9 : digits.length >= 10;
}

const CONTACT = /[\w.+-]+@[\w-]+\.[\w.]+|(?<![\w.])@\w{3,}|\b(?:wa|t)\.me\/\S+/gu;

function contacts(text: string): Found[] {
  return all('contact', text, CONTACT);
}

/* ── names ── */

const TITLE =
  'bapak|pak|ibu|bu|saudara|saudari|sdr|sdri|tuan|nyonya|tn|ny|mas|mbak|bang|abang|kang|teh|haji|hajah|hj|ustadz|ustadzah|ustad|mr|mrs|ms|miss|kakek|nenek';
const NAME_WORD = String.raw`\p{Lu}[\p{Ll}'’]+|\p{Lu}\.`;
const TITLED = new RegExp(
  String.raw`(?<![\p{L}])(?:${capitals(TITLE)})\.?\s+((?:${NAME_WORD})(?:\s+(?:${NAME_WORD}))*)`,
  'gu',
);

/** What stands before whoever made it. */
const MAKER =
  'oleh|karya|dari tangan|tangan|pembuat|pembuatnya|perajin|pengrajin|penjahit|bernama|atas nama|a\\.n\\.|nama|by|named|maker|artisan|inisial|berinisial|initials';
const MADE_BY = new RegExp(
  String.raw`(?<![\p{L}])(?:${capitals(MAKER)})\s*:?\s+((?:\p{Lu}[\p{L}'’]*\.?)(?:\s+(?:\p{Lu}[\p{L}'’]*\.?))*)`,
  'gu',
);

/** A capital letter is written for these, too. */
const NO_PERSON = new Set(
  `warga binaan lapas rutan lpka bapas upt unit bengkel gerai kantor kementerian dinas direktorat koperasi umkm pt cv ukm
  perempuan kelas lembaga pemasyarakatan rumah tahanan negara anak bali banten bandung bogor jakarta jawa tangerang
  indonesia nusantara sumatra sumatera kalimantan sulawesi papua madura yogyakarta jogja semarang surabaya kota kabupaten
  barat timur tengah selatan utara pengunjung petugas imigrasi hamil pertiwi men women prison workshop unit lounge the our
  program produk kami tangan sendiri`
    .trim()
    .split(/\s+/),
);

/** Given names that many have: these show without anything before them, and small behind a title. */
const GIVEN =
  'ahmad achmad ahmed muhammad mohammad mohamad muhamad abdul abdullah agus aisyah ali andi andri anton ari arif arief asep bambang budi cecep dadang dedi dedy deni deny desi dewi dian didik dwi edi eko endang eni erni fajar fatimah ferry firman fitri hadi hasan hendra hendro heri hermawan hidayat husein imam indah ismail iwan jajang joko juwita kartini kurniawan lestari lina maman maria maya mulyadi mulyono nining nugroho nur nurul nyoman parman ponirah prasetyo purnomo putu rahmat ratna rahayu retno rina rini rizki rizky rudi rudy rusdi sari setiawan siti slamet soleh sri sugeng suharto sukarno sulastri sumarni supriyadi suryadi susanti susilo sutrisno suwarno taufik tono tri ujang umar untung usman wahyu wati wawan wayan widodo yanti yanto yati yudi yuli yuliana yusuf zainal john michael david maryam made ketut';
/** Also a word of its own, or a place: alone it does not show. */
const ALSO_WORDS = new Set(
  'sari indah dian fajar untung maya lestari made tri nur imam ari andi hidayat rahmat'.split(' '),
);
const ALONE = GIVEN.split(' ').filter((name) => !ALSO_WORDS.has(name));
const GIVEN_NAME = new RegExp(
  String.raw`(?<![\p{L}-])(?:${ALONE.map(capital).join('|')})(?:\s+\p{Lu}[\p{Ll}'’]+)*(?![\p{L}-])`,
  'gu',
);
const SMALL_TITLED = new RegExp(
  String.raw`(?<![\p{L}])(?:${capitals(TITLE)})\.?\s+(?:${GIVEN.split(' ').join('|')})(?![\p{L}])`,
  'gu',
);

/** Either way of beginning each word. */
function capitals(words: string): string {
  return words
    .split('|')
    .map((word) => `[${word.charAt(0).toUpperCase()}${word.charAt(0)}]${word.slice(1)}`)
    .join('|');
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function names(text: string): Found[] {
  return [
    ...all('name', text, SMALL_TITLED),
    ...all('name', text, GIVEN_NAME),
    ...named(text, TITLED),
    ...named(text, MADE_BY),
  ];
}

function named(text: string, pattern: RegExp): Found[] {
  return [...text.matchAll(pattern)].flatMap((match): Found[] => {
    const [first = ''] = (match[1] ?? '').split(/\s+/);
    if (NO_PERSON.has(first.replace('.', '').toLowerCase())) return [];
    return [{ kind: 'name', passage: match[0].trim().replace(/(?<=\p{L}{3})\.$/u, ''), at: match.index }];
  });
}

/* ── custody ── */

const CUSTODY = new RegExp(
  String.raw`(?<![\p{L}])(?:${[
    'ex-?\\s?napi|mantan (?:napi|narapidana)|napi|narapidana|residivis|terpidana|terdakwa|tersangka',
    '(?<!rumah )tahanan(?! (?:air|panas|karat|lama))|dipenjara|dibui|divonis|vonis|pidana|perkara|kasus\\p{L}*',
    'hukuman(?:nya)?|masa hukuman|kejahatan\\p{L}*|kriminal\\p{L}*|pembunuh\\p{L}*|pencuri\\p{L}*|perampok\\p{L}*|korupsi|koruptor',
    'pemerkosa\\p{L}*|penganiaya\\p{L}*|penipuan|narkoba|narkotika|sabu|ganja|teroris\\p{L}*|asusila|pasal \\d+',
    'sel(?: (?:tahanan|nomor|no\\.?|isolasi|\\d+|[A-Za-z]\\b))|di sel|kamar (?:tahanan|\\d+)|penghuni (?:blok|sel|kamar)[^.,\\n]{0,20}',
    '(?<!(?:paving|kon|con|bata|beton)[- ]?)blok (?:[A-Za-z]\\b|[A-Za-z]?-?\\d+|[IVX]+\\b|\\p{Lu}\\p{Ll}+|hunian)|di blok',
    'inmates?|prisoners?|convicts?|convicted|felons?|criminals?|crimes?|ex-?cons?|offenders?|sentenced|parole|murder\\p{L}*',
    'robber\\p{L}*|theft|thie(?:f|ves)|narcotics?|(?:drug|criminal|murder|court) cases?|(?:his|her|their) (?:case|sentence|cell|crime)',
    'cell ?blocks?|(?:prison|jail) cells?|cell (?:number )?\\d+|[Bb]lock [A-Z]\\b|[Bb]lock [A-Z]?\\d+',
  ].join('|')})(?![\p{L}])`,
  'giu',
);

/** "(di) blok" of a building, not of concrete, is written with a letter or a name behind it. */
function custody(text: string): Found[] {
  return all('custody', text, CUSTODY).filter(({ passage, at }) => {
    const before = text.slice(0, at).toLowerCase();
    const isConcrete = /(?:paving|concrete|building|conc?|hollow|wood|wooden)[- ]$/.test(before);
    return !(isConcrete && /^blo[ck]k?\b/i.test(passage));
  });
}
