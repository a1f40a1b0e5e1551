/** What a draft still lacks, asked with choices: nothing is ever guessed. */
import { type Product, productById, type Variant, variantById } from '../../shop/catalogue.ts';
import { goesIn, MAX_ENTERED } from '../../shop/counter.ts';
import { available } from '../../shop/stock.ts';
import { reply, type Scene, type Turn } from '../flow.ts';
import type { Choice } from '../message.ts';
import { choice, shortName, unitName, variantName, words } from '../wording.ts';
import type { CounterDraft, DraftItem, DraftQuestion } from './draft.ts';

export interface Lacking {
  readonly what: DraftQuestion;
  /** Which item, from 0. */
  readonly item: number;
  readonly text: string;
  readonly choices: readonly Choice[];
}

/** Goods that lie at the stand. */
export function stockedProducts(scene: Pick<Scene, 'snapshot'>): readonly Product[] {
  return scene.snapshot.products.filter(({ mode }) => mode === 'ready');
}

/** The first thing that is missing, or cannot be; null: the draft can be booked. */
export function lacking(scene: Scene, draft: CounterDraft): Lacking | null {
  for (const [index, item] of draft.items.entries()) {
    const missing = lackingOf(scene, draft, item, index);
    if (missing) return missing;
  }
  return (
    tooMany(scene, draft) ??
    lackingWay(scene, draft) ??
    lackingUnit(scene, draft) ??
    lackingRead(scene, draft) ??
    lackingMethod(scene, draft)
  );
}

function lackingOf(scene: Scene, draft: CounterDraft, item: DraftItem, index: number): Lacking | null {
  const product = item.product === null ? undefined : productById(scene.snapshot, item.product);
  if (!product) return askProduct(scene, draft, item, index);
  if (product.mode !== 'ready') {
    const name = words(scene, product.name);
    return askProduct(scene, draft, item, index, scene.say('counter-not-stocked', { name }));
  }
  const variant = product.variants.find(({ id }) => id === item.variant);
  if (!variant) return askVariant(scene, draft, product, index);
  return lackingAmount(scene, draft, { product, variant, item }, index);
}

const set = (draft: CounterDraft, item: number, what: DraftQuestion, value: string | number) =>
  ({ do: 'counter-set', draft: draft.id, item, what, value: String(value) }) as const;

function askProduct(
  scene: Scene,
  draft: CounterDraft,
  { qty }: DraftItem,
  item: number,
  preface?: string,
): Lacking {
  const question = scene.say('counter-ask-product', { kind: draft.kind, qty: qty ?? 'none' });
  return {
    what: 'product',
    item,
    text: [preface, question].filter(Boolean).join('\n\n'),
    choices: stockedProducts(scene).map((product) =>
      choice(words(scene, product.name), set(draft, item, 'product', product.id)),
    ),
  };
}

function askVariant(scene: Scene, draft: CounterDraft, product: Product, item: number): Lacking {
  return {
    what: 'variant',
    item,
    text: scene.say('counter-ask-variant', { name: words(scene, product.name) }),
    choices: product.variants.map((variant) =>
      choice(words(scene, variant.name), set(draft, item, 'variant', variant.id)),
    ),
  };
}

interface Named {
  readonly product: Product;
  readonly variant: Variant;
  readonly item: DraftItem;
}

function lackingAmount(scene: Scene, draft: CounterDraft, named: Named, index: number): Lacking | null {
  const { product, item } = named;
  const { qty, unit } = item;
  if (qty === null) return askAmount(scene, draft, named, index);
  if (!Number.isInteger(qty) || qty < 1)
    return askAmount(scene, draft, named, index, scene.say('counter-amount-unclear'));
  if (unit !== undefined) return askConverted(scene, draft, named, index, product.unitSizes[unit]);
  if (qty > MAX_ENTERED)
    return askAmount(scene, draft, named, index, scene.say('counter-amount-absurd', { max: MAX_ENTERED }));
  return null;
}

/** Its few choices are their own numbers, so that a number that is typed is the amount everywhere. */
function askAmount(
  scene: Scene,
  draft: CounterDraft,
  { product, variant }: Named,
  item: number,
  preface?: string,
): Lacking {
  const question = scene.say('counter-ask-amount', {
    kind: draft.kind,
    name: variantName(scene, product, variant),
    unit: words(scene, product.saleUnit),
  });
  return {
    what: 'qty',
    item,
    text: [preface, question].filter(Boolean).join('\n\n'),
    choices: [1, 2, 3].map((qty) => choice(String(qty), set(draft, item, 'qty', qty))),
  };
}

/** "2 dus": never read as two pieces. */
function askConverted(
  scene: Scene,
  draft: CounterDraft,
  named: Named,
  index: number,
  size: number | undefined,
): Lacking {
  const { product, variant, item } = named;
  const unit = words(scene, product.saleUnit);
  const asked = askAmount(scene, draft, named, index);
  const name = variantName(scene, product, variant);
  if (size === undefined) {
    const text = [scene.say('counter-other-unit', { name, unit }), asked.text].join('\n\n');
    return { ...asked, text };
  }
  const pieces = Math.ceil((item.qty ?? 0) * size);
  return {
    ...asked,
    text: scene.say('counter-converted', { qty: item.qty ?? 0, from: item.unit ?? '', pieces, unit, name }),
    choices: [choice(scene.say('counter-button-pieces', { pieces, unit }), set(draft, index, 'qty', pieces))],
  };
}

/** What is promised to orders is not there for anything else. */
function tooMany(scene: Scene, draft: CounterDraft): Lacking | null {
  if (draft.kind === 'delivery' || (draft.kind === 'return' && draft.way !== 'to-unit')) return null;
  for (const [index, item] of draft.items.entries()) {
    const found = item.variant === null ? undefined : variantById(scene.snapshot, item.variant);
    if (!found) continue;
    const wanted = draft.items
      .filter(({ variant }) => variant === item.variant)
      .reduce((sum, { qty }) => sum + (qty ?? 0), 0);
    const level = scene.facts.stock.get(found.variant.id);
    const left = Math.max(0, available(level));
    if (wanted <= left) continue;
    const problem = scene.say('counter-too-many', {
      name: variantName(scene, found.product, found.variant),
      left,
      promised: level?.allocated ?? 0,
      unit: words(scene, found.product.saleUnit),
    });
    return askAmount(scene, draft, { ...found, item }, index, problem);
  }
  return null;
}

function lackingWay(scene: Scene, draft: CounterDraft): Lacking | null {
  if (draft.kind !== 'return' || draft.way !== null) return null;
  return {
    what: 'way',
    item: 0,
    text: scene.say('counter-ask-way', { items: itemsText(scene, draft) }),
    choices: [
      choice(scene.say('counter-button-from-buyer'), set(draft, 0, 'way', 'from-buyer')),
      choice(scene.say('counter-button-to-unit'), set(draft, 0, 'way', 'to-unit')),
    ],
  };
}

/** What was said to come from elsewhere than from those who make it. */
function lackingUnit(scene: Scene, draft: CounterDraft): Lacking | null {
  const { units } = draft;
  if (units === null) return null;
  const strange = draft.items.findIndex(({ product }) => {
    const found = product === null ? undefined : productById(scene.snapshot, product);
    return found !== undefined && !units.includes(found.unitId);
  });
  const product = draft.items[strange]?.product;
  const found = product == null ? undefined : productById(scene.snapshot, product);
  if (!found) return null;
  const unit = unitName(scene, found.unitId);
  return {
    what: 'unit',
    item: 0,
    text: scene.say('counter-other-unit-said', { name: words(scene, found.name), unit }),
    choices: [choice(scene.say('counter-button-its-unit', { unit }), set(draft, 0, 'unit', found.unitId))],
  };
}

function lackingRead(scene: Scene, draft: CounterDraft): Lacking | null {
  if (draft.unread === null) return null;
  return {
    what: 'unread',
    item: 0,
    text: scene.say('counter-unread', { words: draft.unread, items: itemsText(scene, draft) }),
    choices: [choice(scene.say('counter-button-only-these'), set(draft, 0, 'unread', 'go'))],
  };
}

function lackingMethod(scene: Scene, draft: CounterDraft): Lacking | null {
  const { say } = scene;
  const isRefund = draft.kind === 'return' && draft.way === 'from-buyer';
  if (draft.kind !== 'walk-in' && !isRefund) return null;
  if (draft.method !== null || draft.withoutMoney) return null;
  return {
    what: 'method',
    item: 0,
    text: say(isRefund ? 'counter-ask-refund' : 'counter-ask-method', { items: itemsText(scene, draft) }),
    choices: [
      choice(say('counter-button-cash'), set(draft, 0, 'method', 'cash')),
      choice(say('counter-button-qris'), set(draft, 0, 'method', 'qris')),
      ...(isRefund ? [choice(say('counter-button-no-money'), set(draft, 0, 'method', 'none'))] : []),
    ],
  };
}

export function itemsText(scene: Scene, draft: CounterDraft): string {
  return draft.items
    .flatMap(({ variant, qty }) => {
      const found = variant === null ? undefined : variantById(scene.snapshot, variant);
      const name = found && shortName(scene, found.product, found.variant);
      return name === undefined ? [] : [scene.say('line', { qty: qty ?? 0, name })];
    })
    .join(', ');
}

/** The question, with the way out of it. An amount is given as a number: there it is only said in words. */
export function askLacking(scene: Scene, draft: CounterDraft, asked: Lacking, preface?: string): Turn {
  const drop = choice(scene.say('counter-button-drop'), { do: 'counter-drop', draft: draft.id });
  const choices = asked.what === 'qty' && scene.numbered ? asked.choices : [...asked.choices, drop];
  return {
    ...reply([preface, asked.text].filter(Boolean).join('\n\n'), { choices, inPlace: true }),
    conversation: { asked: { what: 'counter', draft } },
  };
}

export function signOf(draft: CounterDraft): 1 | -1 {
  return goesIn(draft.kind, draft.way) ? 1 : -1;
}
