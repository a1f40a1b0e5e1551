/** Words: what was understood becomes the turn of the flow that it belongs to. */
import { cartItems } from '../../shop/cart.ts';
import {
  type Product,
  productById,
  productBySlug,
  type Snapshot,
  variantById,
} from '../../shop/catalogue.ts';
import { readOrderCode } from '../../shop/code.ts';
import { unpack } from '../actions.ts';
import { SURE_ENOUGH } from '../confidence.ts';
import type { Needs, OrderQuery, View } from '../facts.ts';
import { type Flow, reply, type Scene, type Turn } from '../flow.ts';
import type { Intent, Understanding } from '../understand/understanding.ts';
import { choice, lineText, words } from '../wording.ts';
import { answerAboutProducts, tellDelivery, tellHours, tellPayment, tellPlace } from './answer-questions.ts';
import { browse } from './browse.ts';
import { checkOut } from './check-out.ts';
import { cartMessage, fillCart, productNeeds, quantityProblem } from './fill-cart.ts';
import { myOrders } from './my-orders.ts';
import { thenOpenQuestion } from './open-question.ts';
import { orderInWords } from './order-in-words.ts';
import { confirmOrder } from './place-order.ts';
import { privacy } from './privacy.ts';
import { isTalk, notUnderstood, smallTalk, talk, welcome } from './small-talk.ts';
import { complain, talkNeeds, talkToPerson } from './talk.ts';

const ABOUT_PRODUCTS: readonly Intent[] = [
  'ask_price',
  'ask_stock',
  'ask_photo',
  'ask_discount',
  'ask_spec',
  'ask_ingredients',
  'ask_origin',
];

function stockInMind(understood: Understanding, view: View, snapshot: Snapshot): Needs {
  const { asked, topic } = view.chat.conversation;
  const named = understood.items.flatMap((item) =>
    item.product ? (productBySlug(snapshot, item.product)?.id ?? []) : [],
  );
  const inCart = cartItems(view.cart.body, snapshot).map(({ product }) => product.id);
  const open =
    asked?.what === 'quantity' || asked?.what === 'add'
      ? (variantById(snapshot, asked.variant)?.product.id ?? [])
      : [];
  const all = named.length === 0 && ABOUT_PRODUCTS.includes(understood.intent) && topic === null;
  const ids = all
    ? snapshot.products.map((product) => product.id)
    : [named, inCart, open, topic ?? []].flat();
  return productNeeds(snapshot, [...new Set(ids)]);
}

function ordersMeant(understood: Understanding): OrderQuery {
  const code = understood.code ? readOrderCode(understood.code) : null;
  return code ? { by: 'code', code } : { by: 'me' };
}

function needsOf(understood: Understanding, view: View, snapshot: Snapshot): Needs {
  switch (understood.intent) {
    case 'order_status':
    case 'cancel_order':
      return { orders: ordersMeant(understood), interests: true };
    case 'privacy_request':
      return { orders: { by: 'me' } };
    case 'talk_to_human':
      return talkNeeds;
    case 'complaint':
      return { ...talkNeeds, orders: ordersMeant(understood) };
    case 'confirm':
      if (view.chat.conversation.asked?.what === 'add') return stockInMind(understood, view, snapshot);
      return confirmOrder.confirm.needs?.({ do: 'confirm', cart: view.cart.version }, view, snapshot) ?? {};
    default:
      return stockInMind(understood, view, snapshot);
  }
}

function cancelInWords(scene: Scene, code: string | undefined): Turn {
  const { asked } = scene.conversation;
  if (code === undefined && (asked?.what === 'quantity' || asked?.what === 'add')) {
    return { ...reply(scene.say('all-right')), conversation: { asked: null, waiting: [] } };
  }
  if (code === undefined && cartItems(scene.view.cart.body, scene.snapshot).length > 0) {
    const question = reply(scene.say('ask-clear-cart'), {
      choices: [
        choice(scene.say('button-clear-sure'), { do: 'clear-cart' }),
        choice(scene.say('button-my-orders'), { do: 'my-orders' }),
        choice(scene.say('button-keep'), { do: 'show-cart' }),
      ],
    });
    return { ...question, conversation: { asked: null } };
  }
  return showOrders(scene, code);
}

function showOrders(scene: Scene, code: string | undefined): Turn {
  if (code === undefined) return myOrders['my-orders'].turn(scene, { do: 'my-orders' });
  return myOrders['show-order'].turn(scene, { do: 'show-order', code });
}

function confirmInWords(scene: Scene): Turn {
  const { asked } = scene.conversation;
  if (asked?.what === 'confirm') return confirmOrder.confirm.turn(scene, { do: 'confirm', cart: asked.cart });
  if (asked?.what === 'add')
    return fillCart.add.turn(scene, { do: 'add', variant: asked.variant, qty: asked.qty });
  return goOnWithCart(scene) ?? reply(scene.say('nothing-asked'));
}

/** "lanjut", "udah itu aja": with something in the cart and nothing asked, that is the way to the summary. */
function goOnWithCart(scene: Scene): Turn | null {
  const full = cartItems(scene.view.cart.body, scene.snapshot).length > 0;
  return full && scene.conversation.asked === null ? checkOut.checkout.turn(scene, { do: 'checkout' }) : null;
}

/** "gak usah": no to the summary changes nothing; no to the phone number is an answer, since it is optional. */
function denyInWords(scene: Scene): Turn {
  const { asked } = scene.conversation;
  if (asked?.what === 'phone') return checkOut['skip-phone'].turn(scene, { do: 'skip-phone' });
  if (asked?.what !== 'confirm')
    return { ...reply(scene.say('all-right')), conversation: { asked: null, waiting: [] } };
  const cart = cartMessage(scene, scene.view.cart.body, scene.say('not-confirmed'));
  return { replies: [{ ...cart, inPlace: false }], conversation: { asked: null } };
}

function sayTurn(scene: Scene, understood: Understanding, text: string): Turn {
  const { intent } = understood;
  if (ABOUT_PRODUCTS.includes(intent)) return answerAboutProducts(scene, understood);
  if (intent === 'goodbye') return goOnWithCart(scene) ?? talk(scene, intent);
  if (isTalk(intent)) return talk(scene, intent);
  switch (intent) {
    case 'greeting':
      return scene.conversation.asked ? reply(scene.say('hello-again')) : welcome(scene);
    case 'help':
      return smallTalk.help.turn(scene, { do: 'help' });
    case 'list_products':
      return browse['list-products'].turn(scene, { do: 'list-products' });
    case 'ask_location':
      return tellPlace(scene);
    case 'ask_hours':
      return tellHours(scene, text);
    case 'ask_delivery':
      return tellDelivery(scene);
    case 'ask_payment':
      return tellPayment(scene);
    case 'place_order':
    case 'change_order':
      return understood.confidence < SURE_ENOUGH
        ? askedBack(scene, understood)
        : orderInWords(scene, understood);
    case 'talk_to_human':
      return talkToPerson(scene, text, understood);
    case 'complaint':
      return complain(scene, text, understood);
    case 'cancel_order':
      return cancelInWords(scene, understood.code);
    case 'order_status':
      return showOrders(scene, understood.code);
    case 'confirm':
      return confirmInWords(scene);
    case 'deny':
      return denyInWords(scene);
    case 'privacy_request':
      return privacy.privacy.turn(scene, { do: 'privacy' });
    default:
      return askedBack(scene, understood);
  }
}

/** What is not sure changes nothing: the product that is named is shown, with its button to order. */
function askedBack(scene: Scene, understood: Understanding): Turn {
  return named(scene, understood) ?? offerToAdd(scene, understood) ?? notUnderstood(scene);
}

/** A product's name and nothing else: the variant that was just asked for, or else its card. */
function named(scene: Scene, understood: Understanding): Turn | null {
  const products = understood.items.flatMap((item) =>
    item.product === null ? [] : (productBySlug(scene.snapshot, item.product) ?? []),
  );
  const [first, ...more] = [...new Set(products)];
  if (!first) return null;
  if (more.length > 0) return whichProduct(scene, [first, ...more]);
  const slug = understood.items.find((item) => item.product === first.slug)?.variant;
  const variant = first.variants.find((each) => each.slug === slug);
  return (
    (variant && takeOffered(scene, variant.id)) ??
    browse['open-product'].turn(scene, { do: 'open-product', product: first.id })
  );
}

function whichProduct(scene: Scene, products: readonly Product[]): Turn {
  const choices = products.map((product) =>
    choice(words(scene, product.name), { do: 'open-product', product: product.id }),
  );
  return reply(scene.say('which-product'), { choices });
}

/** The variant, where the newest list offers it. */
function takeOffered(scene: Scene, variant: number): Turn | undefined {
  for (const { id } of scene.conversation.offered) {
    const action = unpack(id);
    if (action?.do === 'add' && action.variant === variant) return fillCart.add.turn(scene, action);
    if (action?.do === 'ask-quantity' && action.variant === variant)
      return fillCart['ask-quantity'].turn(scene, action);
  }
  return undefined;
}

/** "dua" after an answer about a product may be a wish; nothing is put in that was not confirmed. */
function offerToAdd(scene: Scene, understood: Understanding): Turn | null {
  const [item, ...more] = understood.items;
  const product =
    scene.conversation.topic === null ? undefined : productById(scene.snapshot, scene.conversation.topic);
  const [variant] = product?.variants ?? [];
  const bare = item !== undefined && more.length === 0 && item.product === null && item.unit === undefined;
  if (!bare || !product || !variant || product.variants.length > 1 || item.qty === null) return null;
  const problem = quantityProblem(scene, product, variant, item.qty);
  if (problem) return reply(problem);
  const line = lineText(scene, { variantId: variant.id, qty: item.qty });
  return {
    ...reply(scene.say('ask-add', { line }), {
      choices: [choice(scene.say('button-add'), { do: 'add', variant: variant.id, qty: item.qty })],
    }),
    conversation: { asked: { what: 'add', variant: variant.id, qty: item.qty } },
  };
}

/** What was not a plain question may have been a correction: the whole summary, before a "yes" is taken for it. */
function summaryAgain(scene: Scene, turn: Turn): Turn {
  const again = checkOut.checkout.turn(scene, { do: 'checkout' });
  return {
    ...turn,
    replies: [...turn.replies, ...again.replies],
    effects: [...(turn.effects ?? []), ...(again.effects ?? [])],
    conversation: { ...turn.conversation, ...again.conversation },
  };
}

function withQuestionAgain(scene: Scene, turn: Turn, intent: Intent): Turn {
  const { asked } = scene.conversation;
  const settled = turn.conversation !== undefined && 'asked' in turn.conversation;
  if (!asked || settled || turn.replies.length === 0) return turn;
  const isQuestion = intent.startsWith('ask_') || intent === 'greeting' || intent === 'thanks';
  if (asked.what === 'confirm' && !isQuestion) return summaryAgain(scene, turn);
  return thenOpenQuestion(scene, turn);
}

/** Where the staff can be asked, they read it in the visitor's own words. */
function rememberUnanswered(turn: Turn, text: string): Turn {
  const choices = turn.replies.flatMap((message) => message.choices ?? []);
  if (!choices.some(({ id }) => unpack(id)?.do === 'ask-staff')) return turn;
  return { ...turn, conversation: { ...turn.conversation, unanswered: text } };
}

export const hear: Flow<'say'> = {
  say: {
    needs: ({ understood }, view, snapshot) => needsOf(understood, view, snapshot),
    turn: (scene, { understood, text }) =>
      rememberUnanswered(withQuestionAgain(scene, sayTurn(scene, understood, text), understood.intent), text),
  },
};
