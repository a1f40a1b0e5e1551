/** A reply to one of our messages is about what that was about. */
import { variantById } from '../shop/catalogue.ts';
import { unpack } from './actions.ts';
import type { View } from './facts.ts';
import type { Readable, Reading } from './readable.ts';

/** "yang ini 3", said to a message about one product. */
export function quotedTopic({ inbound, view, snapshot }: Readable): number | undefined {
  if (inbound.body.kind !== 'text' || inbound.body.replyTo === undefined || !view.quoted) return undefined;
  const products = view.quoted.choices.flatMap(({ id }) => {
    const action = unpack(id);
    if (action && 'variant' in action) return variantById(snapshot, action.variant)?.product.id ?? [];
    return action && 'product' in action && action.product > 0 ? action.product : [];
  });
  const [one, ...others] = [...new Set(products)];
  return others.length === 0 ? one : undefined;
}

/** The chat as if what was quoted had just been spoken of. */
export function asQuoted(view: View, topic: number | undefined): View {
  if (topic === undefined) return view;
  return { ...view, chat: { ...view.chat, conversation: { ...view.chat.conversation, topic } } };
}

/** "yang ini 3", "mau ini", in reply to a product's message: what is wanted is plain. */
export function aboutQuoted(reading: Reading): Reading {
  const { meaning } = reading;
  if (meaning.do !== 'say') return reading;
  const { intent, items, likely = [intent] } = meaning.understood;
  const isNumber = items.length === 1 && items[0]?.product === null;
  const isWish = !intent.startsWith('ask_') && (isNumber || likely.includes('place_order'));
  if (!isWish || items.some(({ product }) => product !== null)) return reading;
  const understood = { ...meaning.understood, intent: 'place_order' as const, confidence: 0.8 };
  return { ...reading, meaning: { ...meaning, understood } };
}
