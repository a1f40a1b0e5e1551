/** Fixed turns of speech on the way to an order, read by themselves: each says one thing and nothing else. */
import { LANGUAGES } from './words/index.ts';

const YES = 'ok(?:e|ay|ey)?|ya|iya|yaudah|ya ?udah|ya ?wis|sip|baik|nah|gas|yuk|alright|well';
const DONE =
  "(?:(?:u?dah|sudah|wis|wes|cukup|cekap)(?: (?:itu|iku|eta))?(?: (?:aja|saja|wae|doang|dulu|semua))?|(?:itu|iku|eta|segitu|sgitu)(?: (?:aja|saja|wae|doang|dulu))|check ?out|lanjut(?:kan|in)?(?: (?:pesan(?:an(?:nya)?)?|order|aja|saja))*|proses(?: aja)?|selesai|that'?s (?:all|it)(?: for now)?|that will be all|nothing else|go ahead)";
const TAIL =
  'ya|kak|kakak|min|bang|mas|mbak|aja|saja|deh|dong|dulu|doang|please|yuk|thanks|makasih|dah|kok|buruan|cepet|cepat|sekarang|now';
const ALL = new RegExp(`^(?:(?:${YES}|${DONE})[\\s,.]+)*${DONE}(?:[\\s,.]+(?:${TAIL}))*[.!\\s]*$`, 'i');

/** "udah itu aja", "lanjut pesan ya", "that's all": what is in the cart is to be ordered. */
export function saysThatIsAll(text: string): boolean {
  return ALL.test(text.trim());
}

/** "oke lanjut, atas nama Siti": what is said behind that; null where it is not said first, or alone. */
export function afterThatIsAll(text: string): string | null {
  const [first = '', ...more] = text.split(/[,.\n]+\s*/);
  const rest = more.join(', ').trim();
  return rest !== '' && saysThatIsAll(first) && !text.includes('?') ? rest : null;
}

const OFFER = /(?<!\p{L})(?:penawaran(?:nya)?|tawaran(?:nya)?|quote|offer)(?!\p{L})/iu;

/** Something about a unit's quote. */
export function speaksOfQuote(text: string): boolean {
  return OFFER.test(text);
}

const SUPPOSED =
  /(?<!\p{L})(?:seandainya|andai(?:kan)?|kalau|kalo|klo|kl|misal(?:nya|kan)?|if|suppose)(?!\p{L})/iu;

/** "kalau ga jadi, bisa batal?": a question about what would be. */
export function isSupposed(text: string): boolean {
  return SUPPOSED.test(text) && text.includes('?');
}

const YES_FIRST = /^(?:iya+|ya+|yup|yes|ok(?:e|ay)?|boleh|sip|siap|mau)(?!\p{L})/iu;

/** "iya, sama kripik 2": a yes before something else. */
export function beginsWithYes(text: string): boolean {
  return YES_FIRST.test(text.trim());
}

const TOTAL =
  /(?<!\p{L})(?:total(?:nya|an)?|(?:semua(?:nya)?|jumlah(?:nya)?) (?:jadi |itu )?(?:berapa|brp)|(?:berapa|brp) (?:semua|jadinya|total)|jadi(?:nya)? (?:berapa|brp)|(?:all )?together|in total|altogether)(?!\p{L})/iu;

/** "totalnya jadi brp?": of what is in the cart. */
export function asksTotal(text: string): boolean {
  return TOTAL.test(text);
}

const WHY =
  /(?<!\p{L})(?:buat apa|untuk apa|utk apa|bt apa|kenapa|knp|ngapain|wajib|harus|why|what for|required|necessary|mandatory)(?!\p{L})/iu;

/** "emang nomer hp buat apa?": why something is asked. */
export function asksWhy(text: string): boolean {
  return WHY.test(text);
}

/** How a language is wished for, around its name. */
const wishFor = (names: string) =>
  new RegExp(
    `^(?:${names})[.! ]*$|(?<!\\p{L})(?:(?:bahasa|boso|basa|speak|(?<!made )in|pake|pakai|gunakan|use|ganti(?: ke)?|switch(?: to)?)\\s+(?:${names})|(?:${names})\\s+(?:please|pls|language))(?!\\p{L})`,
    'iu',
  );
const WISHES = LANGUAGES.filter(({ names }) => names !== '').map(({ language, names }) => ({
  language,
  pattern: wishFor(names.split(' ').join('|')),
}));
const LONGEST_WISH = 60;

/** "bisa pakai bahasa inggris?", "english please": the language that is wished for; null where none is. */
export function readLanguageWish(text: string): string | null {
  if (text.length > LONGEST_WISH) return null;
  return WISHES.find(({ pattern }) => pattern.test(text.trim()))?.language ?? null;
}

const ELSEWHERE =
  /(?<!\p{L})(?:lanjut|pindah|sambung|hubung|connect|continue|switch|move|go on)(?:kan|in)?(?!\p{L}).{0,30}(?<!\p{L})(?:telegram|tele|whatsapp|wa|web|browser)(?:ku|nya)?(?!\p{L})/iu;

/** "lanjut di WA aja bisa?", "continue on Telegram": the same cart in another chat. */
export function asksToConnect(text: string): boolean {
  return text.length <= LONGEST_WISH && ELSEWHERE.test(text);
}

const NO = /(?<!\p{L})(?:ga|gak|nggak|ngga|tidak|tdk|belum|blm|not|don'?t)(?!\p{L})/iu;
const TAKES = /(?<!\p{L})(?:setuju|deal|terima|trima|accept|agree|sepakat|cocok)(?!\p{L})/iu;
const DECLINES = /(?<!\p{L})(?:tolak|nolak|ditolak|decline|reject|kemahalan|too expensive)(?!\p{L})/iu;

/** What is said to a unit's quote; null where it says nothing for certain. */
export function readQuoteAnswer(text: string): 'take' | 'decline' | null {
  if (text.includes('?')) return null;
  if (DECLINES.test(text)) return 'decline';
  if (!TAKES.test(text) || /(?<!\p{L})terima ?kasih/iu.test(text)) return null;
  return NO.test(text) ? 'decline' : 'take';
}
