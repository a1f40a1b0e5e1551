/** Which of the products named are not wanted: refused, taken out again, given for another, or only to stay. */
import { type Mention, wordsBetween } from './mention.ts';
import type { Token } from './normalise.ts';
import { isNumberWord } from './numbers.ts';
import { cueText, everyWord } from './words/index.ts';

const REFUSALS = everyWord('refusals');
const REFUSAL_STEPS = everyWord('refusalSteps');
const PIECES = everyWord('pieces');
const EACH = everyWord('each');
const ARTICLES = everyWord('articles');
const REPLACED_BY = everyWord('replacedBy');
/** "tas sama sepatu tidak perlu": what is refused together. */
const TOGETHER = everyWord('refusedTogether');

const startsWith = (source: string) => new RegExp(`^(?:${source})(?: |$)`);
const endsWith = (source: string) => new RegExp(`(?:^| )(?:${source})$`);
/** "sepatu ngga" refuses; "bisa kirim gambar sepatu ngga" asks. */
const NO_AFTER = startsWith(cueText('noAfter'));
const ASKING = everyWord('asking');
const KEPT_BEFORE = endsWith(cueText('keptBefore'));
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
  const said = refused.map((mention) =>
    mention.refused ? { refused: true, kept: mention.kept } : undefined,
  );
  const all = together(said, refused, tokens).map(
    (each, index) => ({ ...refused[index], ...each }) as Mention,
  );
  const given = all.map((mention, index) => {
    const next = all[index + 1];
    return next && isReplaced(mention, next, tokens) ? { ...mention, refused: true } : mention;
  });
  return lastWord(strike(given, tokens));
}

/** "keripiknya 2, … ga jadi deh keripiknya": what is refused in the end is not wanted. */
function lastWord(mentions: readonly Mention[]): Mention[] {
  return mentions.map((mention, at) => {
    const last = mentions.slice(at + 1).findLast((each) => isSame(each, mention));
    return last?.refused && !last.kept ? { ...mention, refused: true } : mention;
  });
}

function isSame(one: Mention, other: Mention): boolean {
  return one.product === other.product && one.variant === other.variant;
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
  if (refusesNumber(mention, tokens)) return mention;
  const after = wordsAfter(mention, tokens);
  const kept = KEPT_AFTER.test(after);
  const refused =
    kept ||
    REFUSED_AFTER.test(after) ||
    REFUSED_BEFORE.test(wordsBefore(mention, tokens)) ||
    (NO_AFTER.test(after) && !tokens.slice(0, mention.start).some((token) => ASKING.has(token.word)));
  return refused ? { ...mention, refused, kept } : mention;
}

/** "kripiknya jangan dua, empat", "batako 1500 jangan 2rb": not the thing, but a number of it. */
function refusesNumber({ end }: Mention, tokens: readonly Token[]): boolean {
  const from = isCount(tokens[end]?.word) ? end + 1 : end;
  return REFUSALS.has(tokens[from]?.word ?? '') && isCount(tokens[from + 1]?.word);
}

/** Without the number that may stand there: "tas 1 ga jadi". */
function wordsAfter({ end }: Mention, tokens: readonly Token[]): string {
  let from = end;
  while (from < end + 2 && (isCount(tokens[from]?.word) || tokens[from]?.word === '-')) from += 1;
  return wordsBetween(tokens, from, from + REACH);
}

function wordsBefore({ start }: Mention, tokens: readonly Token[]): string {
  let to = start;
  while (to > start - 2 && isCount(tokens[to - 1]?.word)) to -= 1;
  return wordsBetween(tokens, to - REACH, to);
}

function isCount(word = ''): boolean {
  return word === '0' || ARTICLES.has(word) || PIECES.has(word) || isNumberWord(word);
}

/** "tukar kapal sama 2 tas", "tasnya ganti kapal": the first is given for the second. */
function isReplaced(mention: Mention, next: Mention, tokens: readonly Token[]): boolean {
  if (mention.refused || next.refused || isSame(mention, next)) return false;
  // "ubah dong, tas sama keripik masing2 jadi 3".
  if (EACH.has(tokens[next.end]?.word ?? '')) return false;
  const between = wordsBetween(tokens, mention.end, next.start).split(' ');
  if (REPLACED.test(between.filter((word) => !isCount(word)).join(' '))) return true;
  const [by = '', ...rest] = between;
  return (
    REPLACED_BY.has(by) &&
    rest.every((word) => isCount(word)) &&
    REPLACES.test(wordsBetween(tokens, mention.start - REACH, mention.start))
  );
}

/** "tas dan sepatu tidak perlu", "tanpa tas dan sepatu": what one is, the other is. */
function together<Said>(
  said: readonly (Said | undefined)[],
  mentions: readonly Mention[],
  tokens: readonly Token[],
): (Said | undefined)[] {
  const joined = (one: Mention | undefined, other: Mention | undefined): boolean =>
    one !== undefined &&
    other !== undefined &&
    TOGETHER.has(wordsBetween(tokens, one.end, other.start)) &&
    [one, other].every(({ start, end }) => !isCount(tokens[start - 1]?.word) && !isCount(tokens[end]?.word));
  return mentions.map((mention, index) => {
    const [before, after] = [mentions[index - 1], mentions[index + 1]];
    if (said[index] !== undefined) return said[index];
    return (
      (joined(mention, after) ? said[index + 1] : undefined) ??
      (joined(before, mention) ? said[index - 1] : undefined)
    );
  });
}

function isCounted({ start, end }: Mention, tokens: readonly Token[]): boolean {
  return isCount(tokens[start - 1]?.word) || isCount(tokens[end]?.word);
}

/** "tasnya coret, kapal 1": where something else is wanted, what is taken out is not. Alone it is what is spoken of. */
function strike(mentions: readonly Mention[], tokens: readonly Token[]): Mention[] {
  const isStruck = (mention: Mention): boolean =>
    STRUCK_AFTER.test(wordsAfter(mention, tokens)) || STRUCK_BEFORE.test(wordsBefore(mention, tokens));
  const said = mentions.map((mention) => (isStruck(mention) ? true : undefined));
  const struck = together(said, mentions, tokens);
  const kept = mentions.map(
    (mention) =>
      mentions.length > 1 && !isCounted(mention, tokens) && KEPT_BEFORE.test(wordsBefore(mention, tokens)),
  );
  const others = mentions.some(({ refused }, index) => !struck[index] && (!refused || kept[index]));
  return mentions.map((mention, index) => {
    if (kept[index]) return { ...mention, refused: true, kept: true };
    return struck[index] && others ? { ...mention, refused: true } : mention;
  });
}
