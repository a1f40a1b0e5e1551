/** Taking back in words: out of the cart first, and then out of what was ordered. */

import { cartItems } from '../../shop/cart.ts';
import { productBySlug, type Snapshot } from '../../shop/catalogue.ts';
import { SURE_ENOUGH } from '../confidence.ts';
import { reply, type Scene, type Turn } from '../flow.ts';
import type { Understanding } from '../understand/understanding.ts';
import { choice } from '../wording.ts';
import { cancelOrdered, showOrders } from './my-orders.ts';
import { orderInWords } from './order-in-words.ts';

/** "seandainya ga jadi, bisa batal?" only wants to know. */
export function tellCancelling(scene: Scene): Turn {
  return reply(scene.say('cancelling'), {
    choices: [choice(scene.say('button-my-orders'), { do: 'my-orders' })],
  });
}

/** What is in the cart is taken out or asked about first; then what was ordered. */
export function cancelInWords(scene: Scene, understood: Understanding): Turn {
  const { asked } = scene.conversation;
  const { code } = understood;
  if (code === undefined && (asked?.what === 'quantity' || asked?.what === 'add')) {
    return { ...reply(scene.say('all-right')), conversation: { asked: null, waiting: [] } };
  }
  const inCart = cartItems(scene.view.cart.body, scene.snapshot);
  const { refused = [] } = understood;
  const meant = refused.length > 0 ? { ...understood, items: refused } : understood;
  const named = namedIds(meant, scene.snapshot);
  if (inCart.some(({ product }) => named.includes(product.id)))
    return orderInWords(scene, { ...meant, refused: [], change: 'remove' });
  if (code === undefined && named.length === 0 && inCart.length > 0) {
    const question = reply(scene.say('ask-clear-cart'), {
      choices: [
        choice(scene.say('button-clear-sure'), { do: 'clear-cart' }),
        choice(scene.say('button-my-orders'), { do: 'my-orders' }),
        choice(scene.say('button-keep'), { do: 'show-cart' }),
      ],
    });
    return { ...question, conversation: { asked: { what: 'clear-cart' } } };
  }
  return cancelOrdered(scene, named) ?? showOrders(scene, code);
}

export function namedIds({ items }: Understanding, snapshot: Snapshot): number[] {
  return items.flatMap(({ product }) => (product && productBySlug(snapshot, product)?.id) || []);
}

/** Taken out of the cart, or, where it is not in there, out of what was ordered. */
export function changeInWords(scene: Scene, understood: Understanding): Turn {
  const inCart = cartItems(scene.view.cart.body, scene.snapshot);
  const named = namedIds(understood, scene.snapshot);
  const isOrdered =
    understood.change === 'remove' && !inCart.some(({ product }) => named.includes(product.id));
  return (isOrdered && named.length > 0 && cancelOrdered(scene, named)) || orderInWords(scene, understood);
}

/**
 * "kapalnya ga usah deh": what is refused and lies in the cart is taken out, whatever else the words sound like. "… tas
 * aja": what is named beside it without a number is asked about.
 */
export function refuseInWords(scene: Scene, understood: Understanding, text: string): Turn | null {
  const { intent, items, confidence, refused = [] } = understood;
  const inCart = cartItems(scene.view.cart.body, scene.snapshot).map(({ product }) => product.slug);
  const lies = refused.some(({ product }) => product !== null && inCart.includes(product));
  if (!lies || text.includes('?')) return null;
  if (items.length > 0) {
    const isCounted = items.some(({ qty }) => qty !== null);
    return isCounted || confidence >= SURE_ENOUGH ? null : orderInWords(scene, understood);
  }
  if (intent === 'place_order') return null;
  return orderInWords(scene, {
    language: null,
    intent: 'change_order',
    confidence: 1,
    items: refused,
    change: 'remove',
  });
}
