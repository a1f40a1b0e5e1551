/** Several short messages sent within seconds are one sentence: a piece of one waits a moment for the rest. */

import type { Snapshot } from '../shop/catalogue.ts';
import { SURE_ENOUGH } from './confidence.ts';
import type { Conversation } from './conversation.ts';
import { onlyIntroducesName } from './understand/names.ts';
import type { Understand } from './understand/understanding.ts';

/** How long a fragment waits. */
export const HOLD_MS = 1_500;

const ENDS_OPEN =
  /(?:,|\b(?:sama|dan|trus|terus|plus|and|with|dgn|dengan|utk|untuk|mau|pesan|pesen|psn|beli|order|want|tambah(?:in)?|add))\s*$/i;

/** Nothing that anybody would wait for an answer to. */
const OPENING =
  /^(?:halo+|hallo|hai|hi|hello|permisi|misi|min|kak|kakak|mas|mbak|pak|bu|punten|p|mau (?:tanya|nanya))[\s,.!]*(?:min|kak|kakak|mas|mbak|pak|bu)?[\s,.!]*$/i;

/**
 * A sentence that ends in the middle, an opening word, or a bare product with nothing said about it. While a
 * question is open, everything is taken as it comes.
 */
export function isFragment(
  text: string,
  conversation: Conversation,
  snapshot: Snapshot,
  understand: Understand,
): boolean {
  if (conversation.asked?.what === 'name') return onlyIntroducesName(text);
  if (conversation.asked !== null || text.length > 60) return false;
  if (ENDS_OPEN.test(text) || OPENING.test(text)) return true;
  if (/[?!.]\s*$/.test(text) || text.split(/\s+/).length > 3) return false;
  const { intent, items, confidence } = understand(text, undefined, snapshot);
  const bareProduct = items.length > 0 && items.every((item) => item.product !== null && item.qty === null);
  return bareProduct && intent !== 'ask_price' && (intent === 'unclear' || confidence < SURE_ENOUGH);
}
