/** Which of the products named are not wanted: refused, taken out again, given for another, or only to stay. */
import { type Mention, wordsBetween } from './mention.ts';
import type { Token } from './normalise.ts';
import { isNumberWord } from './numbers.ts';
import { cueText, everyWord } from './words/index.ts';

const REFUSALS = everyWord('refusals');
const REFUSAL_STEPS = everyWord('refusalSteps');
const PIECES = everyWord('pieces');
const REPLACED_BY = everyWord('replacedBy');
/** "tas sama sepatu tidak perlu": what is refused together. */
const TOGETHER = everyWord('refusedTogether');

const startsWith = (source: string) => new RegExp(`^(?:${source})(?: |$)`);
const endsWith = (source: string) => new RegExp(`(?:^| )(?:${source})$`);
/** "sepatu ngga" refuses; "bisa kirim gambar sepatu ngga" asks. */
const NO_AFTER = startsWith(cueText('noAfter'));
const ASKING = everyWord('asking');
const KEPT_AFTER = startsWith(cueText('keptAfter'));
const REFUSED_AFTER = startsWith(cueText('refusedAfter'));
const REFUSED_BEFORE = endsWith(cueText('refusedBefore'));
const STRUCK_AFTER = startsWith(cueText('struckAfter'));
const STRUCK_BEFORE = endsWith(cueText('struckBefore'));
const REPLACES = new RegExp(`(?:^| )(?:${cueText('replaces')})(?= |$)`);
/** "ganti": alone, or with one word before and few behind it. */
const REPLACED = new RegExp(`^(?:[^ ,]+ )?(?:${cueText('replaces')})(?: [^ ,]+){0,3}$`);

/** How far a word that refuses reaches. */
const REACH = 4;

export function withRefusals(mentions: readonly Mention[], tokens: readonly Token[]): Mention[] {
  const refused: Mention[] = [];
  for (const mention of mentions) refused.push(refuse(mention, tokens, refused.at(-1)?.end ?? 0));
  const all = together(refused, tokens);
  const given = all.map((mention, index) => {
    const next = all[index + 1];
    return next && isReplaced(mention, next, tokens) ? { ...mention, refused: true } : mention;
  });
  return strike(given, tokens);
}

/** A refusal before ("bukan yang batako") becomes part of the mention, one after ("batakonya jangan") does not. */
function refuse(mention: Mention, tokens: readonly Token[], from: number): Mention {
  let before = mention.start - 1;
  while (before >= from && REFUSAL_STEPS.has(tokens[before]?.word ?? '')) before -= 1;
  const stepped = before < mention.start - 1;
  const word = before >= from ? (tokens[before]?.word ?? '') : '';
  // "tidak mau batako" refuses; "tidak ada batako?" asks.
  if (REFUSALS.has(word) || (word === 'tidak' && stepped))
    return { ...mention, start: before, refused: true };
  const after = wordsAfter(mention, tokens);
  const kept = KEPT_AFTER.test(after);
  const refused =
    kept ||
    REFUSED_AFTER.test(after) ||
    REFUSED_BEFORE.test(wordsBefore(mention, tokens)) ||
    (NO_AFTER.test(after) && !tokens.slice(0, mention.start).some((token) => ASKING.has(token.word)));
  return refused ? { ...mention, refused, kept } : mention;
}

/** Without the number that may stand there: "tas 1 ga jadi". */
function wordsAfter({ end }: Mention, tokens: readonly Token[]): string {
  let from = end;
  while (from < end + 2 && isCount(tokens[from]?.word ?? '')) from += 1;
  return wordsBetween(tokens, from, from + REACH);
}

function wordsBefore({ start }: Mention, tokens: readonly Token[]): string {
  let to = start;
  while (to > start - 2 && isCount(tokens[to - 1]?.word ?? '')) to -= 1;
  return wordsBetween(tokens, to - REACH, to);
}

function isCount(word: string): boolean {
  return word === '0' || PIECES.has(word) || isNumberWord(word);
}

/** "tukar kapal sama 2 tas", "tasnya ganti kapal": the first is given for the second. */
function isReplaced(mention: Mention, next: Mention, tokens: readonly Token[]): boolean {
  const same = mention.product === next.product && mention.variant === next.variant;
  if (mention.refused || next.refused || same) return false;
  const between = wordsBetween(tokens, mention.end, next.start).split(' ');
  if (REPLACED.test(between.filter((word) => !isCount(word)).join(' '))) return true;
  const [by = '', ...rest] = between;
  return (
    REPLACED_BY.has(by) &&
    rest.every(isCount) &&
    REPLACES.test(wordsBetween(tokens, mention.start - REACH, mention.start))
  );
}

/** "tas dan sepatu tidak perlu", "tanpa tas dan sepatu". */
function together(mentions: readonly Mention[], tokens: readonly Token[]): Mention[] {
  const joined = (one: Mention | undefined, other: Mention | undefined): boolean =>
    one !== undefined && other !== undefined && TOGETHER.has(wordsBetween(tokens, one.end, other.start));
  return mentions.map((mention, index) => {
    const [before, after] = [mentions[index - 1], mentions[index + 1]];
    const counted =
      isCount(tokens[mention.end]?.word ?? '') || isCount(tokens[mention.start - 1]?.word ?? '');
    if (mention.refused || counted) return mention;
    if (after?.refused && joined(mention, after)) return { ...mention, refused: true, kept: after.kept };
    return before?.refused && joined(before, mention)
      ? { ...mention, refused: true, kept: before.kept }
      : mention;
  });
}

/** "tasnya coret, kapal 1": where something else is wanted, what is taken out is not. Alone it is what is spoken of. */
function strike(mentions: readonly Mention[], tokens: readonly Token[]): Mention[] {
  const isStruck = (mention: Mention): boolean =>
    STRUCK_AFTER.test(wordsAfter(mention, tokens)) || STRUCK_BEFORE.test(wordsBefore(mention, tokens));
  const others = mentions.some((mention) => !mention.refused && !isStruck(mention));
  if (!others) return [...mentions];
  return mentions.map((mention) => (isStruck(mention) ? { ...mention, refused: true } : mention));
}
