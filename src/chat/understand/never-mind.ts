/** Words that lay an open question aside, and say nothing else. */
const NEVER_MIND =
  /^(?:batal|batalkan|(?:ga|gak|nggak|ngga|tidak|tdk|enggak) jadi|nanti (?:saja|aja)|cancel|never ?mind|not now|stop)[.! ]*$/;

export function isNeverMind(text: string): boolean {
  return NEVER_MIND.test(text.trim().toLowerCase());
}
