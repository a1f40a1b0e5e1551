/** Words that point back to what was spoken of. */
import { cartItems } from '../shop/cart.ts';
import type { Snapshot } from '../shop/catalogue.ts';
import type { Asked, Conversation } from './conversation.ts';
import type { View } from './facts.ts';
import type { Readable } from './readable.ts';
import { saysBoth, saysInAll, withoutBoth } from './understand/references.ts';
import type { DialogueState, Intent, Understanding } from './understand/understanding.ts';

/** With what "dua-duanya" and "itu jadi 2" point to. */
export function withReferences(
  from: Readable,
  text: string,
  state: DialogueState | undefined,
  understood: Understanding,
): Understanding {
  return bothOf(from, text, state) ?? inAll(text, from.view.chat.conversation.asked, understood);
}

/** "dua-duanya 2": of the products that were spoken of together. */
function bothOf({ view, snapshot, understand }: Readable, text: string, state: DialogueState | undefined) {
  if (!saysBoth(text)) return undefined;
  const together = spokenOfTogether(view, snapshot);
  if (together.length < 2) return undefined;
  const rest = understand(withoutBoth(text), state, snapshot);
  const [said] = rest.items;
  const qty = said?.product === null && said.unit === undefined ? said.qty : null;
  const items = together.map(({ product, variant }) => ({ product, ...(variant && { variant }), qty }));
  if (rest.intent === 'change_order' && qty !== null) return { ...rest, confidence: 0.8, items };
  if (!WANTS_BOTH.includes(rest.intent)) return { ...rest, items };
  const change = saysInAll(text) ? ('set' as const) : undefined;
  return { ...rest, intent: 'place_order' as const, confidence: 0.8, items, ...(change && { change }) };
}

/** "itu jadi 2 aja" after a list: no choice of it, but so many. */
function inAll(text: string, asked: Asked | null, understood: Understanding): Understanding {
  const [item, ...more] = understood.items;
  const isNumber = item?.product === null && item.qty !== null && more.length === 0;
  if (asked !== null || understood.intent !== 'provide_info' || !isNumber || !saysInAll(text))
    return understood;
  return { ...understood, intent: 'change_order', change: 'set', confidence: 0.8 };
}

/** What was named last, or else the two things in the cart. */
function spokenOfTogether({ chat, cart }: View, snapshot: Snapshot): Conversation['together'] {
  const { together } = chat.conversation;
  const inCart = cartItems(cart.body, snapshot);
  if (together.length > 1 || inCart.length !== 2) return together;
  return inCart.map(({ product, variant }) => ({
    product: product.slug,
    variant: variant.slug || undefined,
  }));
}

/** "dua-duanya" alone, or with a number, wants to have them. */
const WANTS_BOTH: readonly Intent[] = ['place_order', 'provide_info', 'unclear', 'confirm', 'out_of_scope'];
