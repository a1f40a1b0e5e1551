/** The name in an answer to "on whose name?", out of the words around it. */

const INTRODUCTION =
  /^(?:(?:ya|oke|ok|hmm)[\s,]+)?(?:(?:(?:pake|pakai|pk|tulis|ketik|buat|untuk)\s+)?(?:atas\s+)?(?:nama(?:ku|nya)?|jeneng(?:ku)?|asma|ngaran)(?:\s+(?:saya|aku|gue|gw|kulo|abdi|suami|istri|ibu|bapak|anak|temen|teman|adik|kakak)){0,2}(?:\s+(?:adalah|aja|saja|jadi))?|a\.?n\.?|panggil(?:\s+(?:aja|saja))?|saya|aku|gue|gw|kulo|abdi|dengan|my name(?:'s|\s+is)|(?:the\s+)?name(?:'s|\s+is)?|i am|i'm|im|(?:it'?s|this is|put it|under)(?:\s+(?:for|under))?|for|call me)[\s:,]+/i;

const ENDING = /[\s,.!]+(?:aja|saja|ya|yah|deh|kak|kakak|min|mas|mbak|dong|please|pls|thanks|thx|makasih)$/i;

/** What is said instead of a name: a question, a moment's patience, a refusal. */
const NO_NAME =
  /(?<!\p{L})(?:ada|apa|apaan|mana|dimana|gimana|bagaimana|kapan|kenapa|knp|berapa|brp|bisa|boleh|mau|belum|blm|sudah|udah|bentar|sebentar|tunggu|nanti|ntar|lewat|lewati|skip|batal|ga|gak|nggak|ngga|tidak|jangan|pesan|what|where|when|how|why|can|could|wait|later|not|no)(?!\p{L})/iu;

/** Longer ones are sentences. */
const MOST_WORDS = 5;

/** Without marks and introduction; null where this is no name but something else that was said. */
export function readName(text: string): string | null {
  let name = text.trim().replace(INTRODUCTION, '');
  for (let shorter = name.replace(ENDING, ''); shorter !== name; shorter = name.replace(ENDING, ''))
    name = shorter;
  const isSentence = /[?]/.test(name) || name.split(/\s+/).length > MOST_WORDS || NO_NAME.test(name);
  return name === '' || isSentence ? null : name;
}
