/**
 * What a language model may not speak of, in the languages that it answers in. Wider than it need be: an answer that is
 * dropped costs the visitor nothing, for they read what they would have read without it.
 */

const MONEY = `
  rp rupiah idr usd dolar dollars? se?harga price\\p{L}* pricing costs? biaya\\p{L}* ongkir ongkos tarif fees? charge\\p{L}*
  ter?murah\\p{L}* murah\\p{L}* mahal\\p{L}* cheap\\p{L}* expensive affordable terjangkau gratis free cuma-cuma diskon\\p{L}*
  discount\\p{L}* promo\\p{L}* potongan vouchers? kupon coupons? cashback bonus ribu\\p{L}* juta\\p{L}* rb jt perak thousands?
  millions? worth nego\\p{L}* bargain\\p{L}*`;

const STOCK = `
  stok\\p{L}* stock\\p{L}* persediaan tersedia\\p{L}* ketersediaan available availability unavailable habis sold kosong sisa
  tersisa tinggal left remain\\p{L}* ready restock\\p{L}*`;

/** What only code and people may say: that something was done, or will be. */
const PROMISES = `
  (?:di|me|mem|ter)?pesan\\p{L}* pemesanan pre-?orders? orders? ordered ordering reserv\\p{L}* book(?:ed|ing|s)?
  (?:di|ter|men)?catat\\p{L}* recorded noted simpankan (?:di|me)?(?:ny|s)isihkan set.aside put.aside (?:ber)?janji\\p{L}*
  promis\\p{L}* guarant\\p{L}* (?:di|ter|men)?jamin\\p{L}* garansi warrant\\p{L}* refund\\p{L}* (?:di)?konfirmasi\\p{L}* confirm\\p{L}*
  (?:di)?batal\\p{L}* cancel\\p{L}* keranjang cart berhasil success\\p{L}* akan will shall (?:saya|kami).(?:sudah|telah|simpan)
  (?:sudah|telah).(?:saya|kami) i'?ve we'?ve i'?ll we'?ll i.have`;

/** What somebody would eat by, or sue for. */
const CLAIMS = `
  halal\\p{L}* haram bpom p-?irt mui sni iso (?:ber)?serti\\p{L}* certif\\p{L}* k[ae]dalu?\\p{L}* expir\\p{L}* best.before
  alerg\\p{L}* allerg\\p{L}* gluten vegan vegetarian diabet\\p{L}* obat (?:me)?nyembuhkan cures? sehat health\\p{L}* aman safe\\p{L}*
  organik organic pengawet preservatives? msg hamil pregnan\\p{L}* bayi bab(?:y|ies) teruji terbaik best`;

const PEOPLE = `
  napi narapidana tahanan inmates? prisoners? convict\\p{L}* criminals? kriminal penjara jail\\p{L}* kasus cases? (?:ter|di)?pidana
  vonis hukuman sentenc\\p{L}* crimes? narkoba drugs? sel cells? pembunuh\\p{L}* murder\\p{L}* pencuri\\p{L}* thie\\p{L}* thefts?
  korupsi corrupt\\p{L}* pelaku`;

const ELSEWHERE = `
  paspor pass?ports? visas? nik ktp whatsapp wa telegram telepon phones? email e-mail klik click\\p{L}* links? tautan website situs
  dotcom password sandi otp pin rekening transfer\\p{L}* (?:titik|dot).(?:com|id|net|org)`;

const ENDINGS = '(?:nya|ku|mu|lah|kah|pun)?';

function heard(...lists: readonly string[]): RegExp {
  const words = lists.flatMap((list) => list.trim().split(/\s+/));
  // "Rp15.000", "15rb": digits end a word.
  return new RegExp(`(?<!\\p{L})(?:${words.join('|')})${ENDINGS}(?!\\p{L})`, 'iu');
}

const MONEY_OR_STOCK = heard(MONEY, STOCK);
const ANYTHING = heard(MONEY, STOCK, PROMISES, CLAIMS, PEOPLE, ELSEWHERE);

/** What is not even told to it. */
export function speaksOfMoneyOrStock(text: string): boolean {
  return MONEY_OR_STOCK.test(unmarked(text));
}

export function speaksOfForbidden(text: string): boolean {
  return ANYTHING.test(unmarked(text));
}

/** "hàlal" is read as "halal". */
function unmarked(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').replaceAll('’', "'");
}
