/** What is not sure changes nothing: it is asked back, with what it may have meant as choices. */
import { quantityOf } from '../../shop/cart.ts';
import { type Product, productById, productBySlug } from '../../shop/catalogue.ts';
import { type Action, unpack } from '../actions.ts';
import { type Flow, reply, type Scene, type Turn } from '../flow.ts';
import type { Choice } from '../message.ts';
import type { Intent, Understanding } from '../understand/understanding.ts';
import { choice, lineText, words } from '../wording.ts';
import { advised } from './advised.ts';
import { answerAboutProducts } from './answer-questions.ts';
import { browse, productPictures } from './browse.ts';
import { askQuantity, fillCart, productNeeds, quantityProblem } from './fill-cart.ts';
import { impliedVariant, orderInWords, topicItem } from './order-in-words.ts';
import { notUnderstood, personChoice } from './small-talk.ts';

/** What a language model made of it, where there is one. Else the product that is named is shown; else the number is asked about, else what it may have meant. */
export function askBack(scene: Scene, understood: Understanding): Turn {
  return (
    advised(scene, understood) ??
    named(scene, understood) ??
    offerToAdd(scene, understood) ??
    wantsTopic(scene, understood) ??
    inOtherLanguage(scene, understood) ??
    whichMeaning(scene, understood) ??
    notUnderstood(scene)
  );
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
    (variant && understood.intent === 'place_order' ? askQuantity(scene, first, variant) : undefined) ??
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
  const implied = impliedVariant(scene);
  const bare = item !== undefined && more.length === 0 && item.product === null && item.unit === undefined;
  if (!bare || !implied?.variant || item.qty === null) return null;
  const { product, variant } = implied;
  const problem = quantityProblem(scene, product, variant, item.qty);
  if (problem) return reply(problem);
  const { qty } = item;
  const line = lineText(scene, { variantId: variant.id, qty });
  // With some in the cart, it may be so many more or so many in all.
  if (quantityOf(scene.view.cart.body, variant.id) > 0) {
    return reply(scene.say('ask-more-or-all', { line }), {
      choices: [
        choice(scene.say('button-in-all', { qty }), { do: 'set-quantity', variant: variant.id, qty }),
        choice(scene.say('button-that-many-more', { qty }), { do: 'add', variant: variant.id, qty }),
      ],
    });
  }
  return {
    ...reply(scene.say('ask-add', { line }), {
      choices: [choice(scene.say('button-add'), { do: 'add', variant: variant.id, qty })],
    }),
    conversation: { asked: { what: 'add', variant: variant.id, qty } },
  };
}

/** "mau ini": asked how many, nothing more. */
function wantsTopic(scene: Scene, understood: Understanding): Turn | null {
  if (understood.intent !== 'place_order' || understood.items.length > 0) return null;
  const items = topicItem(scene);
  return items.length > 0 ? orderInWords(scene, { ...understood, items }) : null;
}

/** In a language that there is no copy for: pictures and buttons say the most. */
function inOtherLanguage(scene: Scene, { language }: Understanding): Turn | null {
  const misses = scene.conversation.misses + 1;
  if (language !== 'other' || misses > 1) return null;
  return {
    replies: [{ text: scene.say('foreign') }, ...productPictures(scene)],
    conversation: { misses },
  };
}

/** What can be chosen as a meaning by itself; what is about a product needs one to be about. */
const MEANT: Partial<Record<Intent, Action>> = {
  help: { do: 'help' },
  list_products: { do: 'list-products' },
  ask_location: { do: 'tell-place' },
  ask_hours: { do: 'tell-hours' },
  ask_payment: { do: 'tell-payment' },
  ask_delivery: { do: 'tell-delivery' },
  order_status: { do: 'my-orders' },
  cancel_order: { do: 'my-orders' },
  change_order: { do: 'show-cart' },
  privacy_request: { do: 'privacy' },
  talk_to_human: { do: 'ask-person' },
  complaint: { do: 'ask-person' },
};

export const ABOUT_PRODUCTS = [
  'ask_price',
  'ask_stock',
  'ask_photo',
  'ask_discount',
  'ask_spec',
  'ask_ingredients',
  'ask_origin',
] as const satisfies readonly Intent[];

function meant(scene: Scene, intent: Intent): Choice[] {
  const { topic } = scene.conversation;
  const product = topic === null ? undefined : productById(scene.snapshot, topic);
  const about = ABOUT_PRODUCTS.find((each) => each === intent);
  const alone = MEANT[intent];
  const action: Action | undefined = about
    ? { do: 'ask-about', product: product?.id ?? 0, intent: about }
    : intent === 'place_order'
      ? product && { do: 'open-product', product: product.id }
      : alone;
  if (!action) return [];
  const name = product && (about || intent === 'place_order') ? words(scene, product.name) : 'none';
  return [choice(scene.say('meaning', { intent, name }), action)];
}

/** Two or three likely meanings; a second time in a row, a person beside them. */
function whichMeaning(scene: Scene, { likely = [] }: Understanding): Turn | null {
  const choices = likely.flatMap((intent) => meant(scene, intent));
  const different = [...new Map(choices.map((each) => [each.id, each])).values()];
  if (different.length < 2) return null;
  const misses = scene.conversation.misses + 1;
  return {
    ...reply(scene.say('which-meaning'), {
      choices: misses > 1 ? [...different, personChoice(scene)] : different,
    }),
    conversation: { misses },
  };
}

export const askedBack: Flow<'ask-about'> = {
  'ask-about': {
    needs: ({ product }, _view, snapshot) =>
      productNeeds(snapshot, product === 0 ? snapshot.products.map(({ id }) => id) : [product]),
    turn: (scene, { product, intent }) => {
      const slug = productById(scene.snapshot, product)?.slug;
      const items = slug === undefined ? [] : [{ product: slug, qty: null }];
      return answerAboutProducts(scene, { language: null, intent, confidence: 1, items });
    },
  },
};
