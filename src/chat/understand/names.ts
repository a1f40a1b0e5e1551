/** The name in an answer to "on whose name?", out of the words around it. */

const INTRODUCTION =
  /^(?:(?:ya|oke|ok|hmm)[\s,]+)?(?:(?:(?:pake|pakai|pk|tulis|ketik|buat|untuk)\s+)?(?:atas\s+)?(?:nama(?:ku|nya)?|jeneng(?:ku)?|asma|ngaran)(?:\s+(?:saya|aku|gue|gw|kulo|abdi|suami|istri|ibu|bapak|anak|temen|teman|adik|kakak)){0,2}(?:\s+(?:adalah|aja|saja|jadi))?|a\.?n\.?|panggil(?:\s+(?:aja|saja))?|saya|aku|gue|gw|kulo|abdi|dengan|my name(?:'s|\s+is)|(?:the\s+)?name(?:'s|\s+is)?|i am|i'm|im|(?:it'?s|this is|put it|under)(?:\s+(?:for|under))?|for|call me)[\s:,]+/i;

const ENDING = /[\s,.!]+(?:aja|saja|ya|yah|deh|kak|kakak|min|mas|mbak|dong|please|pls|thanks|thx|makasih)$/i;

/** What is said instead of a name: a question, a moment's patience, a refusal. */
const NO_NAME =
  /(?<!\p{L})(?:ada|apa|apaan|mana|dimana|gimana|bagaimana|kapan|kenapa|knp|berapa|brp|bisa|boleh|mau|belum|blm|sudah|udah|bentar|sebentar|tunggu|nanti|ntar|lewat|lewati|skip|batal|ga|gak|nggak|ngga|tidak|jangan|pesan|what|where|when|how|why|can|could|wait|later|not|no)(?!\p{L})/iu;

/** Longer ones are sentences. */
const MOST_WORDS = 5;

/** Nothing but the words before a name: it comes with the next message. */
export function onlyIntroducesName(text: string): boolean {
  return /^(?:atas nama|a\.?n\.?|nama(?: saya| aku)?|saya|my name is|it'?s)[:,\s]*$/i.test(text.trim());
}

const PHONE_TOO =
  /[\s,;:/-]*(?:no(?:mor|mer)?\.?\s*)?(?:hp|wa|telp|telepon|whatsapp|phone)?[\s.:]*(?=\+?\d[\d\s().-]{7,})/iu;

/** "Siti, no hp 0812…": the name, and the number that stands behind it. */
export function splitNameAndPhone(text: string): { readonly name: string; readonly phone: string | null } {
  const at = PHONE_TOO.exec(text);
  if (!at) return { name: text, phone: null };
  return { name: text.slice(0, at.index), phone: text.slice(at.index + at[0].length).trim() };
}

/** Without marks and introduction; null where this is no name but something else that was said. */
export function readName(text: string): string | null {
  let name = text.trim().replace(INTRODUCTION, '');
  for (let shorter = name.replace(ENDING, ''); shorter !== name; shorter = name.replace(ENDING, ''))
    name = shorter;
  const isSentence = /[?]/.test(name) || name.split(/\s+/).length > MOST_WORDS || NO_NAME.test(name);
  return name === '' || isSentence ? null : name;
}
