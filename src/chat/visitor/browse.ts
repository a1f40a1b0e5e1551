/** Looking around: the stand, its units and kinds, one product with its picture, story and facts. */
import { type Product, productById, type Snapshot } from '../../shop/catalogue.ts';
import { available, type StockLevel } from '../../shop/stock.ts';
import type { Needs } from '../facts.ts';
import { type Flow, reply, type Scene, type Turn } from '../flow.ts';
import type { Choice, Message } from '../message.ts';
import {
  choice,
  knownText,
  listed,
  priceText,
  shortName,
  unitName,
  type Wording,
  words,
} from '../wording.ts';

function stockOf(product: Product): Needs {
  return product.mode === 'ready' ? { stock: product.variants.map((variant) => variant.id) } : {};
}

/** How it is had: stock left, lead time, quote or only to look at. */
export function availabilityText(
  wording: Wording,
  product: Product,
  stock: ReadonlyMap<number, StockLevel>,
): string {
  const unit = words(wording, product.saleUnit);
  if (product.mode === 'ready') {
    const lines = product.variants.map((variant) => {
      const qty = available(stock.get(variant.id));
      const name = product.variants.length > 1 ? words(wording, variant.name) : 'none';
      return wording.say('availability-ready', { qty, unit, name });
    });
    return lines.join('\n');
  }
  return wording.say(`availability-${product.mode}`, { days: product.leadTimeDays ?? 0 });
}

/** The price of each variant, on one line where there is only one. */
export function pricesText(wording: Wording, product: Product): string {
  if (product.mode === 'display') return wording.say('price-display');
  const unit = words(wording, product.saleUnit);
  const lines = product.variants.map((variant) => {
    const price = priceText(wording, variant.price);
    if (product.variants.length > 1)
      return wording.say('price-variant', { name: words(wording, variant.name), price });
    return variant.price.amount === null ? price : wording.say('price-per-unit', { price, unit });
  });
  return lines.join('\n');
}

export function orderChoices(scene: Wording, product: Product): Choice[] {
  if (product.mode === 'display') return [];
  const label = scene.say(scene.snapshot.stand.stage === 'interest' ? 'button-want' : 'button-order');
  const [only] = product.variants;
  return [
    product.variants.length === 1
      ? choice(label, { do: 'ask-quantity', variant: only.id })
      : choice(label, { do: 'choose-variant', product: product.id }),
  ];
}

export function productCard(scene: Scene, product: Product): Turn {
  const text = scene.say('product-card', {
    name: words(scene, product.name),
    number: product.shelfNumber,
    unit: unitName(scene, product.unitId),
    prices: pricesText(scene, product),
    availability: availabilityText(scene, product, scene.facts.stock),
  });
  return {
    replies: [
      {
        text,
        ...(product.photo ? { photo: product.photo } : {}),
        choices: [
          ...orderChoices(scene, product),
          ...(hasStory(product)
            ? [choice(scene.say('button-story'), { do: 'tell-story', product: product.id })]
            : []),
          ...(product.facts.length > 0
            ? [choice(scene.say('button-facts'), { do: 'tell-facts', product: product.id })]
            : []),
          choice(scene.say('button-products'), { do: 'list-products' }),
        ],
      },
    ],
    conversation: { topic: product.id },
  };
}

/** An office need not tell one. */
export function hasStory({ story }: Product): boolean {
  return Object.keys(story).length > 0;
}

/** The pictures that a newcomer without our languages is shown: more would be a flood. */
const SHOWN_PICTURES = 6;

/** Each product as a picture with its name and price, to be tapped. */
export function productPictures(scene: Scene): Message[] {
  return scene.snapshot.products.slice(0, SHOWN_PICTURES).map((product) => ({
    text: scene.say('price-answer', {
      name: words(scene, product.name),
      prices: shortPrice(scene, product),
    }),
    ...(product.photo ? { photo: product.photo } : {}),
    choices: [choice(words(scene, product.name), { do: 'open-product', product: product.id })],
  }));
}

function productList(scene: Scene, products: readonly Product[], head: string): Turn {
  const choices = products.map((product) => {
    const name = words(scene, product.name);
    const known = { prices: shortPrice(scene, product), unit: unitName(scene, product.unitId) };
    return listed(choice(name, { do: 'open-product', product: product.id }), {
      line: scene.say('product-line', { number: product.shelfNumber, name, ...known }),
      more: scene.say('product-more', known),
    });
  });
  return reply(head, { choices });
}

function shortPrice(wording: Wording, product: Product): string {
  if (product.mode === 'display') return wording.say('price-display');
  const [first] = product.variants;
  const price = priceText(wording, first.price);
  return product.variants.length > 1 ? wording.say('price-from', { price }) : price;
}

/** Turns about one product, which may have left the stand since its button was made. */
export function aboutProduct(scene: Scene, productId: number, turn: (product: Product) => Turn): Turn {
  const product = productById(scene.snapshot, productId);
  if (product) return turn(product);
  return reply(scene.say('product-gone-sorry'), {
    choices: [choice(scene.say('button-products'), { do: 'list-products' })],
  });
}

function stockNeeds(meaning: { product: number }, _view: unknown, snapshot: Snapshot): Needs {
  const product = productById(snapshot, meaning.product);
  return product ? stockOf(product) : {};
}

export function factsText(scene: Scene, product: Product): string {
  const lines = product.facts.map((fact) => {
    const known = fact.value && (fact.validUntil === null || fact.validUntil > scene.now);
    return scene.say('fact-line', {
      attribute: scene.say('attribute', { attribute: fact.attribute }),
      value: known && fact.value ? knownText(scene, fact.value) : scene.say('fact-unknown'),
    });
  });
  return [scene.say('facts-head', { name: words(scene, product.name) }), ...lines].join('\n');
}

export const browse: Flow<
  | 'list-products'
  | 'list-units'
  | 'list-unit'
  | 'list-kinds'
  | 'list-kind'
  | 'open-product'
  | 'tell-story'
  | 'tell-facts'
> = {
  'list-products': {
    turn: (scene) => {
      const turn = productList(scene, scene.snapshot.products, scene.say('products-head'));
      const ways = [
        choice(scene.say('button-by-unit'), { do: 'list-units' }),
        choice(scene.say('button-by-kind'), { do: 'list-kinds' }),
      ];
      return {
        replies: turn.replies.map((each) => ({ ...each, choices: [...(each.choices ?? []), ...ways] })),
      };
    },
  },
  'list-units': {
    turn: (scene) =>
      reply(scene.say('units-head'), {
        choices: scene.snapshot.units
          .filter(({ id }) => scene.snapshot.products.some(({ unitId }) => unitId === id))
          .map((unit) => choice(words(scene, unit.name), { do: 'list-unit', unit: unit.id })),
      }),
  },
  'list-unit': {
    turn: (scene, { unit }) => {
      const found = scene.snapshot.units.find((each) => each.id === unit);
      const products = scene.snapshot.products.filter((product) => product.unitId === unit);
      if (!found || products.length === 0) return reply(scene.say('nothing-here'));
      return productList(
        scene,
        products,
        scene.say('unit-head', { unit: words(scene, found.name), about: words(scene, found.about) }),
      );
    },
  },
  'list-kinds': {
    turn: (scene) =>
      reply(scene.say('kinds-head'), {
        choices: scene.snapshot.kinds
          .filter(({ id }) => scene.snapshot.products.some(({ kindId }) => kindId === id))
          .map((kind) => choice(words(scene, kind.name), { do: 'list-kind', kind: kind.id })),
      }),
  },
  'list-kind': {
    turn: (scene, { kind }) => {
      const found = scene.snapshot.kinds.find((each) => each.id === kind);
      const products = scene.snapshot.products.filter((product) => product.kindId === kind);
      if (!found || products.length === 0) return reply(scene.say('nothing-here'));
      return productList(scene, products, scene.say('kind-head', { kind: words(scene, found.name) }));
    },
  },
  'open-product': {
    needs: stockNeeds,
    turn: (scene, { product }) => aboutProduct(scene, product, (found) => productCard(scene, found)),
  },
  'tell-story': {
    turn: (scene, { product }) =>
      aboutProduct(scene, product, (found) => ({
        ...reply(
          hasStory(found)
            ? scene.say('story', { name: words(scene, found.name), story: words(scene, found.story) })
            : scene.say('story-none', { name: words(scene, found.name) }),
          {
            choices: [
              ...orderChoices(scene, found),
              choice(scene.say('button-facts'), { do: 'tell-facts', product }),
            ],
          },
        ),
        conversation: { topic: found.id },
      })),
  },
  'tell-facts': {
    turn: (scene, { product }) =>
      aboutProduct(scene, product, (found) => ({
        ...reply(factsText(scene, found), {
          choices: [
            ...orderChoices(scene, found),
            choice(scene.say('button-story'), { do: 'tell-story', product }),
          ],
        }),
        conversation: { topic: found.id },
      })),
  },
};

/** Which of a product's variants is meant; with a number that was already said, the choice puts it in. */
export function variantChoices(wording: Wording, product: Product, qty: number | null = null): Choice[] {
  return product.variants.map((variant) =>
    choice(
      shortName(wording, product, variant),
      qty === null ? { do: 'ask-quantity', variant: variant.id } : { do: 'add', variant: variant.id, qty },
    ),
  );
}
