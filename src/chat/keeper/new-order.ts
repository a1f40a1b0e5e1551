/**
 * An order for somebody at the counter who has no phone: the way is the visitor's, in the keeper's chat, and the order is
 * that of a person who has no chat with us.
 */
import { type CartBody, cartItems, EMPTY_CART } from '../../shop/cart.ts';
import { type Flow, reply, type Scene, type Turn } from '../flow.ts';
import { cartMessage, keepCart } from '../visitor/fill-cart.ts';
import { choice, words } from '../wording.ts';
import { keeperOnly } from './counter.ts';

function newOrder(scene: Scene): Turn {
  const { body } = scene.view.cart;
  if (cartItems(body, scene.snapshot).length === 0) return begin(scene, EMPTY_CART);
  // Nobody's cart is emptied without being asked.
  const { say } = scene;
  return {
    ...reply(say(body.guest ? 'new-order-goes-on' : 'new-order-cart-full'), {
      choices: [
        choice(say('new-order-button-keep'), { do: 'order-for-guest', cart: 'keep' }),
        choice(say('new-order-button-clear'), { do: 'order-for-guest', cart: 'clear' }),
      ],
    }),
    conversation: { asked: null },
  };
}

function begin(scene: Scene, body: CartBody): Turn {
  const guest: CartBody = { ...EMPTY_CART, lines: body.lines, guest: true };
  const { effect } = keepCart(scene.view, guest);
  const cart = cartItems(guest, scene.snapshot).length > 0 ? [cartMessage(scene, guest)] : [];
  const ready = scene.snapshot.products.filter(({ mode }) => mode !== 'display');
  const ask = reply(scene.say('new-order-ask'), {
    choices: ready.map((product) =>
      choice(words(scene, product.name), { do: 'open-product', product: product.id }),
    ),
  });
  return {
    replies: [...ask.replies, ...cart],
    effects: [effect],
    conversation: { asked: null, waiting: [] },
  };
}

export const newOrderFlow: Flow<'new-order' | 'order-for-guest'> = {
  'new-order': { turn: (scene) => keeperOnly(scene, () => newOrder(scene)) },
  'order-for-guest': {
    turn: (scene, { cart }) =>
      keeperOnly(scene, () => begin(scene, cart === 'keep' ? scene.view.cart.body : EMPTY_CART)),
  },
};
