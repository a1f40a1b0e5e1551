/** A yes or a no in words, to whatever was just asked. */
import { cartItems } from '../../shop/cart.ts';
import { unpack } from '../actions.ts';
import { reply, type Scene, type Turn } from '../flow.ts';
import { checkOut } from './check-out.ts';
import { cartMessage, fillCart } from './fill-cart.ts';
import { eraseMe } from './own-data.ts';
import { confirmOrder } from './place-order.ts';

export function confirmInWords(scene: Scene): Turn {
  const { asked } = scene.conversation;
  if (asked?.what === 'confirm') return confirmOrder.confirm.turn(scene, { do: 'confirm', cart: asked.cart });
  if (asked?.what === 'add') {
    const { variant, qty, inAll } = asked;
    return inAll
      ? fillCart['set-quantity'].turn(scene, { do: 'set-quantity', variant, qty })
      : fillCart.add.turn(scene, { do: 'add', variant, qty });
  }
  if (asked?.what === 'clear-cart') return fillCart['clear-cart'].turn(scene, { do: 'clear-cart' });
  if (asked?.what === 'erase') return eraseMe(scene);
  return quoteWaiting(scene) ?? goOnWithCart(scene) ?? reply(scene.say('nothing-asked'));
}

/** A yes to nothing in particular, while a unit's quote waits: it may be one to that. */
function quoteWaiting(scene: Scene): Turn | null {
  const quote = scene.view.openNotices.find(({ choices }) =>
    choices.some(({ id }) => unpack(id)?.do === 'take-quote'),
  );
  return quote ? reply(scene.say('quote-waits'), { choices: quote.choices }) : null;
}

/** "lanjut", "udah itu aja": with something in the cart and nothing asked, that is the way to the summary. */
export function goOnWithCart(scene: Scene): Turn | null {
  const full = cartItems(scene.view.cart.body, scene.snapshot).length > 0;
  return full && scene.conversation.asked === null ? checkOut.checkout.turn(scene, { do: 'checkout' }) : null;
}

/** "gak usah": no to the summary changes nothing; no to the phone number is an answer, since it is optional. */
export function denyInWords(scene: Scene): Turn {
  const { asked } = scene.conversation;
  if (asked?.what === 'phone') return checkOut['skip-phone'].turn(scene, { do: 'skip-phone' });
  if (asked?.what !== 'confirm')
    return { ...reply(scene.say('all-right')), conversation: { asked: null, waiting: [] } };
  const cart = cartMessage(scene, scene.view.cart.body, scene.say('not-confirmed'));
  return { replies: [{ ...cart, inPlace: false }], conversation: { asked: null } };
}
