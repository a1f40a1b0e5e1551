/** "ulang pesanan kemarin": the lines of the newest order, or of the one that is named, into the cart. */
import { type Snapshot, variantById } from '../../shop/catalogue.ts';
import type { Needs, OrderView } from '../facts.ts';
import { type Flow, reply, type Scene, type Turn } from '../flow.ts';
import type { UnderstoodItem } from '../understand/understanding.ts';
import { choice } from '../wording.ts';
import { productNeeds } from './fill-cart.ts';
import { beginningWith } from './one-reply.ts';
import { orderInWords } from './order-in-words.ts';

function itemsOf(scene: Scene, order: OrderView): UnderstoodItem[] {
  return order.parts.flatMap(({ lines }) =>
    lines.flatMap(({ variantId, qty }) => {
      const found = variantById(scene.snapshot, variantId);
      return found ? [{ product: found.product.slug, variant: found.variant.slug, qty }] : [];
    }),
  );
}

function repeat(scene: Scene): Turn {
  const order = scene.facts.orders.find(({ personId }) => personId === scene.view.person.id);
  if (!order) {
    return reply(scene.say('repeat-none'), {
      choices: [choice(scene.say('button-products'), { do: 'list-products' })],
    });
  }
  const items = itemsOf(scene, order);
  if (items.length === 0) return reply(scene.say('product-gone-sorry'));
  const again = orderInWords(scene, { language: null, intent: 'place_order', confidence: 1, items });
  return beginningWith(scene.say('repeated', { code: order.code }), again);
}

/** What was wanted once may be sold out now. */
function withStock(orders: NonNullable<Needs['orders']>, snapshot: Snapshot): Needs {
  return {
    orders,
    ...productNeeds(
      snapshot,
      snapshot.products.map(({ id }) => id),
    ),
  };
}

export const repeatOrder: Flow<'repeat-order' | 'order-again'> = {
  'repeat-order': {
    needs: (_meaning, _view, snapshot) => withStock({ by: 'me' }, snapshot),
    turn: repeat,
  },
  'order-again': {
    needs: ({ code }, _view, snapshot) => withStock({ by: 'code', code }, snapshot),
    turn: repeat,
  },
};
