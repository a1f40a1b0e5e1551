/** Words: what was understood becomes the turn of the flow that it belongs to. */
import { cartItems } from '../../shop/cart.ts';
import { productBySlug, type Snapshot, variantById } from '../../shop/catalogue.ts';
import { readOrderCode } from '../../shop/code.ts';
import { unpack } from '../actions.ts';
import { adviceWish } from '../advice/wish.ts';
import { SURE_ENOUGH } from '../confidence.ts';
import type { Needs, OrderQuery, View } from '../facts.ts';
import { type Flow, type Meaning, reply, type Scene, type Turn } from '../flow.ts';
import type { Message } from '../message.ts';
import { asksTotal, beginsWithYes, isSupposed } from '../understand/on-the-way.ts';
import type { Intent, Understanding } from '../understand/understanding.ts';
import { advised } from './advised.ts';
import { answerAboutProducts, tellDelivery, tellHours, tellPayment, tellPlace } from './answer-questions.ts';
import { ABOUT_PRODUCTS, askBack } from './ask-back.ts';
import { browse } from './browse.ts';
import { cancelInWords, changeInWords, namedIds, refuseInWords, tellCancelling } from './cancel-in-words.ts';
import { checkOut } from './check-out.ts';
import { cartMessage, cartTotal, productNeeds } from './fill-cart.ts';
import { showOrders } from './my-orders.ts';
import { beginningWith, inOneReply } from './one-reply.ts';
import { thenOpenQuestion } from './open-question.ts';
import { orderInWords } from './order-in-words.ts';
import { confirmOrder } from './place-order.ts';
import { privacy } from './privacy.ts';
import { isTalk, smallTalk, talk, unmetWish, welcome } from './small-talk.ts';
import { complain, talkNeeds, talkToPerson } from './talk.ts';
import { confirmInWords, denyInWords, goOnWithCart } from './yes-and-no.ts';

/** What asks for something; with nothing of ours in it, it may be something that nobody here makes. */
const MAY_BE_UNMET: readonly Intent[] = [
  'ask_stock',
  'ask_price',
  'ask_photo',
  'list_products',
  'place_order',
  'unclear',
  'out_of_scope',
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
  const all = named.length === 0 && isAboutProducts(understood.intent) && topic === null;
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
  const stock = stockInMind(understood, view, snapshot);
  switch (understood.intent) {
    case 'order_status':
    case 'cancel_order':
    case 'change_order':
      return { ...stock, orders: ordersMeant(understood), interests: true };
    case 'privacy_request':
      return { ...stock, orders: { by: 'me' } };
    case 'talk_to_human':
      return { ...stock, ...talkNeeds };
    case 'complaint':
      return { ...stock, ...talkNeeds, orders: ordersMeant(understood) };
    case 'confirm':
      if (view.chat.conversation.asked?.what === 'erase') return { ...stock, orders: { by: 'me' } };
      if (view.chat.conversation.asked?.what !== 'confirm') return stock;
      return confirmOrder.confirm.needs?.({ do: 'confirm', cart: view.cart.version }, view, snapshot) ?? {};
    default:
      return stock;
  }
}

/** What has to be known to answer all of these at once. */
export function sayNeeds(heard: readonly Understanding[], view: View, snapshot: Snapshot): Needs {
  const all = heard.map((each) => needsOf(each, view, snapshot));
  const stock = [...new Set(all.flatMap((each) => each.stock ?? []))];
  return Object.assign({}, ...all, { stock });
}

/** In a language that is not ours, guesses. */
const NOTHING_SAID: readonly Intent[] = ['out_of_scope', 'unclear', 'greeting', 'help', 'list_products'];

/** Answers to what was asked before, which only that makes sure or not. */
const ANSWERS: readonly Intent[] = ['confirm', 'deny', 'provide_info'];

function isAboutProducts(intent: Intent): boolean {
  return ABOUT_PRODUCTS.some((each) => each === intent);
}

/** "kerajinannya ada apa aja?" asks for the kinds of that one. */
function listInWords(scene: Scene, understood: Understanding): Turn {
  return namedIds(understood, scene.snapshot).length > 0
    ? answerAboutProducts(scene, { ...understood, intent: 'ask_spec', attribute: 'variant' })
    : browse['list-products'].turn(scene, { do: 'list-products' });
}

/** What the cart comes to; null where something else is asked. */
function totalInWords(scene: Scene, { intent, items, confidence }: Understanding, text: string): Turn | null {
  const { body } = scene.view.cart;
  const isPrice = intent === 'ask_price' || confidence < SURE_ENOUGH;
  if (!isPrice || items.length > 0 || cartItems(body, scene.snapshot).length === 0 || !asksTotal(text))
    return null;
  const cart = cartMessage(scene, body);
  return { replies: [{ ...cart, text: `${cart.text}\n\n${cartTotal(scene, body)}`, inPlace: false }] };
}

/** "iya, sama kripik 2": what was offered is wanted, too. */
function withOffered(scene: Scene, understood: Understanding, text: string): Understanding {
  const { asked } = scene.conversation;
  const found = asked?.what === 'add' ? variantById(scene.snapshot, asked.variant) : undefined;
  if (asked?.what !== 'add' || !found || !beginsWithYes(text)) return understood;
  const { product, variant } = found;
  const item = { product: product.slug, ...(variant.slug && { variant: variant.slug }), qty: asked.qty };
  return {
    ...understood,
    items: [...understood.items.filter((each) => each.product !== product.slug), item],
  };
}

/** What one understanding is answered with. */
export function sayTurn(scene: Scene, understood: Understanding, text: string): Turn {
  const { intent } = understood;
  const other = totalInWords(scene, understood, text) ?? refuseInWords(scene, understood, text);
  if (other) return other;
  if (understood.confidence < SURE_ENOUGH && !ANSWERS.includes(intent)) return askBack(scene, understood);
  if (understood.language === 'other' && NOTHING_SAID.includes(intent)) return askBack(scene, understood);
  if (isAboutProducts(intent)) return answerAboutProducts(scene, understood);
  if (intent === 'goodbye') return goOnWithCart(scene) ?? talk(scene, intent);
  if (intent === 'out_of_scope') return advised(scene, understood) ?? talk(scene, intent);
  if (isTalk(intent)) return talk(scene, intent);
  switch (intent) {
    case 'greeting':
      return scene.conversation.asked ? reply(scene.say('hello-again')) : welcome(scene);
    case 'help':
      return smallTalk.help.turn(scene, { do: 'help' });
    case 'list_products':
      return listInWords(scene, understood);
    case 'ask_location':
      return tellPlace(scene);
    case 'ask_hours':
      return tellHours(scene, text);
    case 'ask_delivery':
      return tellDelivery(scene);
    case 'ask_payment':
      return tellPayment(scene);
    case 'place_order':
      return orderInWords(scene, withOffered(scene, understood, text));
    case 'change_order':
      return changeInWords(scene, withOffered(scene, understood, text));
    case 'talk_to_human':
      return talkToPerson(scene, text, understood);
    case 'complaint':
      return complain(scene, text, understood);
    case 'cancel_order':
      return isSupposed(text) ? tellCancelling(scene) : cancelInWords(scene, understood);
    case 'order_status':
      return showOrders(scene, understood.code);
    case 'confirm':
      return confirmInWords(scene);
    case 'deny':
      return denyInWords(scene);
    case 'privacy_request':
      return privacy.privacy.turn(scene, { do: 'privacy' });
    default:
      return askBack(scene, understood);
  }
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

/** Things named at once, or one after the other, can be spoken of together. */
function rememberTogether(scene: Scene, turn: Turn, heard: readonly Understanding[]): Turn {
  const named = heard.flatMap(({ items }) =>
    items.flatMap(({ product, variant }) => (product === null ? [] : [{ product, variant }])),
  );
  if (named.length === 0) return turn;
  const { together: before } = scene.conversation;
  const known = named.length > 1 ? named : [...before.slice(-1), ...named];
  const together = [...new Map(known.map((each) => [`${each.product} ${each.variant}`, each])).values()];
  return { ...turn, conversation: { ...turn.conversation, together } };
}

/** What is not in doubt stands beside an order: whom to ask. The rest of what could be pressed is ordered already. */
function besideOrder(turn: Turn): Turn {
  const askStaff = (message: Message) =>
    (message.choices ?? []).filter(({ id }) => unpack(id)?.do === 'ask-staff');
  return { ...turn, replies: turn.replies.map((message) => ({ ...message, choices: askStaff(message) })) };
}

function isUnmet({ understood: { intent, confidence }, beside }: Said): boolean {
  return beside.unmet && (confidence < SURE_ENOUGH || MAY_BE_UNMET.includes(intent));
}

function wishFor(said: Said, view: View, snapshot: Snapshot): Pick<Needs, 'advice'> {
  const { text, understood, beside } = said;
  const advice = isUnmet(said) ? null : adviceWish({ text, understood, also: beside.also }, view, snapshot);
  return advice ? { advice } : {};
}

function hearAll(scene: Scene, said: Said): Turn {
  const { understood, text, beside } = said;
  const { also, greets } = beside;
  const { intent } = understood;
  const main = isUnmet(said) ? unmetWish(scene) : sayTurn(scene, understood, text);
  const others = also.map((each) => sayTurn(scene, each, text));
  const orders = intent === 'place_order' || intent === 'change_order';
  const turn = inOneReply(orders ? [...others.map(besideOrder), main] : [main, ...others]);
  const greeted = greets && turn.replies.length > 0 ? beginningWith(scene.say('hello'), turn) : turn;
  const remembered = rememberTogether(scene, greeted, [understood, ...also]);
  return rememberUnanswered(withQuestionAgain(scene, remembered, intent), text);
}

type Said = Extract<Meaning, { do: 'say' }>;

export const hear: Flow<'say'> = {
  say: {
    needs: (said, view, snapshot) => ({
      ...sayNeeds([said.understood, ...said.beside.also], view, snapshot),
      ...wishFor(said, view, snapshot),
    }),
    turn: hearAll,
  },
};
