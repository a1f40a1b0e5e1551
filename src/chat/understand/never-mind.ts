/** Words that lay an open question aside, and say nothing else. */
const NEVER_MIND =
  /^(?:batal|batalkan|(?:ga|gak|nggak|ngga|tidak|tdk|enggak) jadi|nanti (?:saja|aja)|cancel|never ?mind|not now|stop)[.! ]*$/;

export function isNeverMind(text: string): boolean {
  return NEVER_MIND.test(text.trim().toLowerCase());
}

const CANCEL_INDEED =
  /^(?:(?:ya|iya|y|yes|yup|yoi|ok|oke|okay|betul|benar|bener|jadi)[\s,]*)*(?:(?:di)?batal(?:kan|in|kn)?|cancel(?: it)?)?[\s,]*(?:aja|saja|kak|min|deh|please|tolong)?[.! ]*$/;

/** Yes to "shall it be cancelled?": there, "batal" is a yes too. */
export function saysCancelIndeed(text: string): boolean {
  return CANCEL_INDEED.test(text.trim().toLowerCase()) && /\p{L}/u.test(text);
}

const NO =
  'ga|gak|kaga|kagak|ngga|nggak|engga|enggak|tidak|tdk|gausah|jangan|no|nope|skip|lewat|lewati|nanti|ntar|rahasia|-';
/** A few words of any kind may follow: "ga usah, repot", "skip lagi". A number is an answer. */
const DECLINES = new RegExp(`^(?:${NO})(?:[\\s,]+\\p{L}+){0,4}[.!\\s]*$`, 'u');

/** "gak usah", "lewati aja", "no thanks": no answer is wanted to be given. */
export function declines(text: string): boolean {
  return DECLINES.test(text.trim().toLowerCase());
}
