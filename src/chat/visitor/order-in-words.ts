/** "keripik 2 sama gantungan kunci 1": what was said to be wanted, put into the cart or asked back. */
import { type CartBody, cartItems, quantityOf, withQuantity } from '../../shop/cart.ts';
import { type Product, productById, productBySlug, type Variant, variantById } from '../../shop/catalogue.ts';
import { reply, type Scene, type Turn } from '../flow.ts';
import type { Understanding, UnderstoodItem } from '../understand/understanding.ts';
import { choice, lineText, variantName, words } from '../wording.ts';
import { variantChoices } from './browse.ts';
import { afterCartChange, askAgain, askQuantity, cartMessage, quantityProblem } from './fill-cart.ts';

interface Wanted {
  readonly product: Product;
  /** null: the product has several and none was named. */
  readonly variant: Variant | null;
  readonly item: UnderstoodItem;
}

/** The product that an item without one is about: the open question's, the only one in the cart, or the topic. */
export function impliedVariant(scene: Scene): { product: Product; variant: Variant | null } | undefined {
  const { asked, topic } = scene.conversation;
  if (asked?.what === 'quantity') return variantById(scene.snapshot, asked.variant);
  const product = topic === null ? undefined : productById(scene.snapshot, topic);
  const items = cartItems(scene.view.cart.body, scene.snapshot);
  const [only] = items;
  if (only && items.length === 1 && (!product || only.product.id === product.id)) return only;
  return product && { product, variant: product.variants.length === 1 ? product.variants[0] : null };
}

function findWanted(scene: Scene, item: UnderstoodItem, change: Understanding['change']): Wanted | undefined {
  if (item.product === null) {
    const implied = impliedVariant(scene);
    return implied && { ...implied, item };
  }
  const product = productBySlug(scene.snapshot, item.product);
  if (!product) return undefined;
  const named = product.variants.find((variant) => variant.slug === item.variant);
  // What is changed is what lies in the cart; what is wanted anew may be another one.
  const inCart = product.variants.filter(
    (variant) => change !== undefined && quantityOf(scene.view.cart.body, variant.id) > 0,
  );
  const only = product.variants.length === 1 ? product.variants[0] : undefined;
  return { product, variant: named ?? only ?? (inCart.length === 1 ? (inCart[0] ?? null) : null), item };
}

/** How many of the variant the cart holds after this item. */
function quantityAfter(
  body: CartBody,
  variant: Variant,
  qty: number,
  change: Understanding['change'],
): number {
  const current = quantityOf(body, variant.id);
  if (change === 'set') return qty;
  if (change === 'subtract') return Math.max(0, current - qty);
  return current + qty;
}

interface Outcome {
  readonly body: CartBody;
  readonly problems: readonly string[];
  /** Variants that have to be chosen first, with the number that was said. */
  readonly choose: readonly Wanted[];
  /** Wanted without a number. */
  readonly waiting: readonly { readonly product: Product; readonly variant: Variant }[];
  /** Wanted in another unit that the product knows: asked about in the sale unit. */
  readonly converted: readonly Converted[];
  readonly changed: boolean;
}

interface Converted {
  readonly product: Product;
  readonly variant: Variant;
  readonly qty: number;
  readonly unit: string;
  /** Sale units. */
  readonly pieces: number;
  /** So many in all, whatever there is already. */
  readonly inAll: boolean;
}

function convert(
  { product, item: { qty, unit = '' } }: Wanted,
  variant: Variant,
  inAll: boolean,
): Converted | null {
  const size = product.unitSizes[unit];
  if (size === undefined || qty === null || qty <= 0) return null;
  return { product, variant, qty, unit, pieces: Math.ceil(qty * size), inAll };
}

function take(scene: Scene, outcome: Outcome, wanted: Wanted, change: Understanding['change']): Outcome {
  const { product, variant, item } = wanted;
  const problem = (text: string): Outcome => ({ ...outcome, problems: [...outcome.problems, text] });
  const name = variant ? variantName(scene, product, variant) : words(scene, product.name);
  if (product.mode === 'display') return problem(scene.say('only-display', { name }));
  if (!variant) return { ...outcome, choose: [...outcome.choose, wanted] };
  if (change === 'remove') {
    return { ...outcome, body: withQuantity(outcome.body, variant.id, 0), changed: true };
  }
  if (item.unit !== undefined) {
    const converted = convert(wanted, variant, change === 'set');
    if (converted) return { ...outcome, converted: [...outcome.converted, converted] };
    return problem(scene.say('quantity-other-unit', { name, unit: words(scene, product.saleUnit) }));
  }
  if (item.qty === null) return { ...outcome, waiting: [...outcome.waiting, { product, variant }] };
  if (item.qty <= 0 || !Number.isInteger(item.qty))
    return problem(quantityProblem(scene, product, variant, item.qty) ?? '');
  const current = quantityOf(outcome.body, variant.id);
  if (change === 'subtract' && item.qty > current)
    return problem(scene.say('cart-has-fewer', { name, qty: current, unit: words(scene, product.saleUnit) }));
  const after = quantityAfter(outcome.body, variant, item.qty, change);
  const refused = after > 0 ? quantityProblem(scene, product, variant, after) : null;
  if (refused) return problem(refused);
  return { ...outcome, body: withQuantity(outcome.body, variant.id, after), changed: true };
}

/** The cart without what the message says is not wanted ("tasnya jangan, kapal 1 aja"). */
function withoutRefused(scene: Scene, { refused = [] }: Understanding): CartBody {
  const { body } = scene.view.cart;
  return refused
    .flatMap((item) => findWanted(scene, item, 'remove')?.variant ?? [])
    .filter(({ id }) => quantityOf(body, id) > 0)
    .reduce((rest, { id }) => withQuantity(rest, id, 0), body);
}

/** "tasnya ga usah, keripik aja": so many as there are. */
function staysAsItIs(rest: CartBody, { variant, item }: Wanted): boolean {
  return item.qty === null && variant !== null && quantityOf(rest, variant.id) > 0;
}

/** "mau pesan yang itu": what was just spoken of, where it is not in the cart yet. */
export function topicItem(scene: Scene): UnderstoodItem[] {
  const { topic } = scene.conversation;
  const product = topic === null ? undefined : productById(scene.snapshot, topic);
  const inCart = cartItems(scene.view.cart.body, scene.snapshot).some((item) => item.product === product);
  return product && !inCart ? [{ product: product.slug, qty: null }] : [];
}

/** The turn for wanting, or changing, these items. */
export function orderInWords(scene: Scene, understood: Understanding): Turn {
  const { items, change } = understood;
  const meantItems = items.length > 0 || change !== undefined ? items : topicItem(scene);
  const named = meantItems.flatMap((item) => findWanted(scene, item, change) ?? []);
  if (named.length === 0) return askWhat(scene, understood);
  const body = withoutRefused(scene, understood);
  const wanted = body === scene.view.cart.body ? named : named.filter((each) => !staysAsItIs(body, each));
  const start: Outcome = {
    body,
    problems: [],
    choose: [],
    waiting: [],
    converted: [],
    changed: body !== scene.view.cart.body,
  };
  // Said instead of a yes to the summary, it corrects what stands there.
  const meant = change ?? (scene.conversation.asked?.what === 'confirm' ? 'set' : undefined);
  const outcome = wanted.reduce((sofar, each) => take(scene, sofar, each, meant), start);
  return outcomeTurn(scene, outcome, wanted);
}

function outcomeTurn(scene: Scene, outcome: Outcome, wanted: readonly Wanted[]): Turn {
  const preface = outcome.problems.join('\n');
  const topic = wanted[0]?.product.id ?? null;
  const [choose] = outcome.choose;
  const [converted] = outcome.converted;
  const before = scene.conversation.waiting.filter((id) => wanted.every(({ variant }) => variant?.id !== id));
  const waiting = [...outcome.waiting.map(({ variant }) => variant.id), ...before];
  if (outcome.changed) {
    const inMind = { ...scene, conversation: { ...scene.conversation, waiting } };
    const turn = afterCartChange(inMind, { ...outcome.body, summary: null }, topic, preface || undefined);
    const question = choose ? chooseVariant(scene, choose) : converted && askConverted(scene, converted);
    return question ? withMore(turn, question) : turn;
  }
  if (converted && !choose) {
    const question = askConverted(scene, converted);
    return { ...withPreface(question, preface), conversation: { ...question.conversation, waiting } };
  }
  if (choose) {
    const question = chooseVariant(scene, choose);
    return { ...withPreface(question, preface), conversation: { ...question.conversation, waiting } };
  }
  const [first] = outcome.waiting;
  if (first) {
    const question = askQuantity(scene, first.product, first.variant);
    return {
      ...withPreface(question, preface),
      conversation: { ...question.conversation, waiting: waiting.slice(1) },
    };
  }
  return { ...reply(preface), conversation: { topic, ...stillAsking(scene, wanted[0]) } };
}

/** A number that cannot be leaves its question open. */
function stillAsking(scene: Scene, wanted: Wanted | undefined): { asked: Scene['conversation']['asked'] } {
  return wanted?.variant ? askAgain(scene, wanted.product, wanted.variant) : { asked: null };
}

function chooseVariant(scene: Scene, wanted: Wanted): Turn {
  const name = words(scene, wanted.product.name);
  const qty =
    wanted.item.qty !== null && Number.isInteger(wanted.item.qty) && wanted.item.qty > 0
      ? wanted.item.qty
      : null;
  return {
    ...reply(scene.say('ask-variant', { name }), { choices: variantChoices(scene, wanted.product, qty) }),
    conversation: { asked: null, topic: wanted.product.id },
  };
}

/** "20 m² are about 894 pieces": ordered only when that is wanted. */
function askConverted(scene: Scene, { product, variant, qty, unit, pieces, inAll }: Converted): Turn {
  const problem = quantityProblem(scene, product, variant, pieces);
  const name = variantName(scene, product, variant);
  const sum = scene.say('converted', { qty, unit, pieces, name, saleUnit: words(scene, product.saleUnit) });
  if (problem) return { ...reply(`${sum}\n${problem}`), conversation: askAgain(scene, product, variant) };
  const line = lineText(scene, { variantId: variant.id, qty: pieces });
  return {
    ...reply(`${sum} ${scene.say('ask-add', { line })}`, {
      choices: [
        choice(scene.say('button-add'), {
          do: inAll ? 'set-quantity' : 'add',
          variant: variant.id,
          qty: pieces,
        }),
      ],
    }),
    conversation: { asked: { what: 'add', variant: variant.id, qty: pieces, inAll }, topic: product.id },
  };
}

function withPreface(turn: Turn, preface: string): Turn {
  if (!preface) return turn;
  const [first, ...rest] = turn.replies;
  if (!first) return turn;
  return { ...turn, replies: [{ ...first, text: `${preface}\n\n${first.text}` }, ...rest] };
}

function withMore(turn: Turn, more: Turn): Turn {
  return {
    ...turn,
    replies: [...turn.replies, ...more.replies],
    conversation: { ...turn.conversation, ...more.conversation },
  };
}

/** Something is wanted, but not said what. */
function askWhat(scene: Scene, understood: Understanding): Turn {
  if (understood.change !== undefined && understood.change !== 'add') {
    return {
      replies: [{ ...cartMessage(scene, scene.view.cart.body, scene.say('change-what')), inPlace: false }],
    };
  }
  const choices = scene.snapshot.products
    .filter((product) => product.mode !== 'display')
    .map((product) => choice(words(scene, product.name), { do: 'open-product', product: product.id }));
  return reply(scene.say('order-what'), { choices });
}

/** The answer to "how many?": a number, or a kind question again. */
export function answerQuantity(scene: Scene, variantId: number, understood: Understanding): Turn | null {
  const found = variantById(scene.snapshot, variantId);
  const item = understood.items[0];
  if (!found || !item || item.qty === null) return null;
  const own: UnderstoodItem = { ...item, product: found.product.slug, variant: found.variant.slug };
  const turn = orderInWords(scene, { ...understood, items: [own], change: 'add' });
  return turn.effects
    ? turn
    : { ...turn, conversation: { ...turn.conversation, asked: stillAskingFor(scene, found) } };
}

function stillAskingFor(
  scene: Scene,
  found: { product: Product; variant: Variant },
): Scene['conversation']['asked'] {
  const problem = quantityProblem(scene, found.product, found.variant, 1);
  return problem ? null : { what: 'quantity', variant: found.variant.id };
}
