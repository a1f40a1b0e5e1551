/** The cart: putting in, changing, taking out, starting over. */
import { type CartBody, cartItems, EMPTY_CART, quantityOf, withQuantity } from '../../shop/cart.ts';
import { type Product, productById, type Snapshot, type Variant, variantById } from '../../shop/catalogue.ts';
import type { Effect } from '../../shop/effects.ts';
import { available } from '../../shop/stock.ts';
import type { Needs, View } from '../facts.ts';
import { type Flow, reply, type Scene, type Turn } from '../flow.ts';
import type { Message } from '../message.ts';
import { amountText, choice, lineText, priceText, shortName, variantName, words } from '../wording.ts';
import { aboutProduct, variantChoices } from './browse.ts';

/** The effect that makes this the cart, and the version that the cart then has. */
export function keepCart(view: View, body: CartBody): { effect: Effect; version: number } {
  return { effect: { kind: 'cart', version: view.cart.version, body }, version: view.cart.version + 1 };
}

export function cartMessage(scene: Scene, body: CartBody, preface?: string): Message {
  const { say } = scene;
  const items = cartItems(body, scene.snapshot);
  if (items.length === 0) {
    return {
      text: [preface, say('cart-empty')].filter(Boolean).join('\n\n'),
      choices: [choice(say('button-products'), { do: 'list-products' })],
      inPlace: true,
    };
  }
  const lines = items.map(({ variant, qty }) =>
    say('cart-line', {
      line: lineText(scene, { variantId: variant.id, qty }),
      price: priceText(
        scene,
        variant.price.amount === null
          ? variant.price
          : { ...variant.price, amount: variant.price.amount * qty },
      ),
    }),
  );
  const changes = items.flatMap(({ product, variant, qty }) => {
    const name = shortName(scene, product, variant);
    return [
      choice(say('button-less', { name }), { do: 'set-quantity', variant: variant.id, qty: qty - 1 }),
      choice(say('button-more', { name }), { do: 'set-quantity', variant: variant.id, qty: qty + 1 }),
    ];
  });
  return {
    text: [preface, [say('cart-head'), ...lines].join('\n')].filter(Boolean).join('\n\n'),
    choices: [
      choice(say('button-checkout'), { do: 'checkout' }),
      ...changes,
      choice(say('button-products'), { do: 'list-products' }),
      choice(say('button-clear'), { do: 'clear-cart' }),
    ],
    inPlace: true,
  };
}

/** What the cart comes to, as far as prices are known. */
export function cartTotal(scene: Scene, body: CartBody): string {
  const lines = cartItems(body, scene.snapshot).map(({ variant, qty }) => ({
    price: variant.price.amount,
    priceStatus: variant.price.status,
    qty,
  }));
  return amountText(scene, lines);
}

/** What is wrong with wanting this many, as a kind question; null where nothing is. */
export function quantityProblem(
  scene: Scene,
  product: Product,
  variant: Variant,
  qty: number,
): string | null {
  const { say } = scene;
  const name = variantName(scene, product, variant);
  if (product.mode === 'display') return say('only-display', { name });
  if (!Number.isInteger(qty)) return say('quantity-whole', { name, unit: words(scene, product.saleUnit) });
  if (qty < 1) return say('quantity-positive', { name });
  if (qty > product.maxPerOrder)
    return say('quantity-too-many', { name, max: product.maxPerOrder, unit: words(scene, product.saleUnit) });
  if (product.mode === 'ready' && scene.snapshot.stand.stage !== 'interest') {
    const left = available(scene.facts.stock.get(variant.id));
    if (left <= 0) return say('stock-none', { name });
    if (qty > left) return say('stock-short', { name, left, unit: words(scene, product.saleUnit) });
  }
  return null;
}

/** Puts exactly this many into the cart, or says kindly why not and asks again. */
function setQuantity(scene: Scene, variantId: number, qty: number): Turn {
  const found = variantById(scene.snapshot, variantId);
  if (!found) return reply(scene.say('product-gone-sorry'));
  const current = scene.view.cart.body;
  if (qty !== 0) {
    const problem = quantityProblem(scene, found.product, found.variant, qty);
    if (problem) return { ...reply(problem), conversation: askAgain(scene, found.product, found.variant) };
  }
  const body = { ...withQuantity(current, variantId, qty), summary: null };
  return afterCartChange(scene, body, found.product.id);
}

/** A button of a cart that was ordered or emptied since begins a new one, and says so. */
function setFromOldCart(scene: Scene, variantId: number, qty: number): Turn {
  const isOld = scene.view.cart.version > 0 && cartItems(scene.view.cart.body, scene.snapshot).length === 0;
  const turn = setQuantity(scene, variantId, qty);
  const [first, ...more] = turn.replies;
  if (!isOld || !turn.effects || !first) return turn;
  return {
    ...turn,
    replies: [{ ...first, text: [scene.say('cart-new'), first.text].join('\n\n'), inPlace: false }, ...more],
  };
}

/** Shows the changed cart, and asks about the next product that still waits for a number. */
export function afterCartChange(scene: Scene, body: CartBody, topic: number | null, preface?: string): Turn {
  const [next, ...waiting] = scene.conversation.waiting;
  const found = next === undefined ? undefined : variantById(scene.snapshot, next);
  const question = found && askQuantity(scene, found.product, found.variant);
  return {
    replies: [cartMessage(scene, body, preface), ...(question?.replies ?? [])],
    effects: [keepCart(scene.view, body).effect],
    conversation: { asked: null, topic, ...question?.conversation, waiting },
  };
}

/** After a quantity that cannot be, the question stays open where there can be another answer. */
export function askAgain(
  scene: Scene,
  product: Product,
  variant: Variant,
): { asked: Scene['conversation']['asked'] } {
  const soldOut = product.mode === 'ready' && available(scene.facts.stock.get(variant.id)) <= 0;
  if (product.mode === 'display' || soldOut) return { asked: null };
  return { asked: { what: 'quantity', variant: variant.id } };
}

export function askQuantity(scene: Scene, product: Product, variant: Variant): Turn {
  const text = scene.say('ask-quantity', {
    name: variantName(scene, product, variant),
    unit: words(scene, product.saleUnit),
  });
  const choices = [1, 2, 3].map((qty) => choice(String(qty), { do: 'add', variant: variant.id, qty }));
  return {
    ...reply(text, { choices }),
    conversation: { asked: { what: 'quantity', variant: variant.id }, topic: product.id },
  };
}

function askVariant(scene: Scene, product: Product): Turn {
  return {
    ...reply(scene.say('ask-variant', { name: words(scene, product.name) }), {
      choices: variantChoices(scene, product),
    }),
    conversation: { asked: null, topic: product.id },
  };
}

function variantStock(meaning: { variant: number }, _view: View, snapshot: Snapshot): Needs {
  const found = variantById(snapshot, meaning.variant);
  return found?.product.mode === 'ready' ? { stock: [meaning.variant] } : {};
}

export const fillCart: Flow<
  'choose-variant' | 'ask-quantity' | 'add' | 'set-quantity' | 'show-cart' | 'clear-cart'
> = {
  'choose-variant': {
    turn: (scene, { product }) => aboutProduct(scene, product, (found) => askVariant(scene, found)),
  },
  'ask-quantity': {
    needs: variantStock,
    turn: (scene, { variant }) => {
      const found = variantById(scene.snapshot, variant);
      if (!found) return reply(scene.say('product-gone-sorry'));
      const problem = quantityProblem(scene, found.product, found.variant, 1);
      return problem ? reply(problem) : askQuantity(scene, found.product, found.variant);
    },
  },
  add: {
    needs: variantStock,
    turn: (scene, { variant, qty }) => {
      if (qty < 1) return setQuantity(scene, variant, qty === 0 ? -1 : qty);
      return setQuantity(scene, variant, quantityOf(scene.view.cart.body, variant) + qty);
    },
  },
  'set-quantity': {
    needs: variantStock,
    turn: (scene, { variant, qty }) => setFromOldCart(scene, variant, qty),
  },
  'show-cart': {
    turn: (scene) => ({ replies: [{ ...cartMessage(scene, scene.view.cart.body), inPlace: false }] }),
  },
  'clear-cart': {
    turn: (scene) => ({
      replies: [{ ...cartMessage(scene, EMPTY_CART, scene.say('cart-cleared')), inPlace: true }],
      effects: scene.view.cart.version === 0 ? [] : [keepCart(scene.view, EMPTY_CART).effect],
      conversation: { asked: null, waiting: [] },
    }),
  },
};

/** A product by id with its stock needs, for flows that got it from words. */
export function productNeeds(snapshot: Snapshot, ids: readonly number[]): Needs {
  const stock = ids.flatMap((id) => {
    const product = productById(snapshot, id);
    return product?.mode === 'ready' ? product.variants.map((variant) => variant.id) : [];
  });
  return stock.length > 0 ? { stock } : {};
}
