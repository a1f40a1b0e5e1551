/** From a draft to the shelf and back: shown as visitors will see it, published by a name, taken off again. */
import {
  everyProduct,
  isPublished,
  isTakenOff,
  type Product,
  type Snapshot,
} from '../../../shop/catalogue.ts';
import { nextShelfNumber } from '../../../shop/catalogue-changes.ts';
import type { Doubt } from '../../../shop/personal-data.ts';
import type { ProductField } from '../../conversation.ts';
import type { Needs, View } from '../../facts.ts';
import { type Flow, reply, type Scene, type Turn } from '../../flow.ts';
import type { Message } from '../../message.ts';
import { factsText, productCard } from '../../visitor/browse.ts';
import { choice, words } from '../../wording.ts';
import { audit, choosing, closing } from '../admin-only.ts';
import { byId, ofProduct, productSheet } from './edit-product.ts';
import { curatorName, fieldValue, guideFor } from './product-fields.ts';
import { doubtLines, doubtsOf, languagesOf } from './texts.ts';

/** Everything of it that a visitor can read. */
export function productDoubts(product: Product): Doubt[] {
  const aliases = [...product.aliases, ...product.variants.flatMap((variant) => variant.aliases)];
  return doubtsOf([
    product.name,
    product.story,
    product.saleUnit,
    { aliases: aliases.join(', ') },
    ...product.variants.map(({ name }) => name),
    ...product.facts.map(({ value }) => value),
  ]);
}

/** The card, and what is behind its buttons, as a visitor of this language reads it. */
function asSeen(scene: Scene, product: Product, language: string, withPhoto: boolean): Message[] {
  const seen: Scene = { ...scene, language, say: scene.copy.in(language) };
  const [card] = productCard(seen, product).replies;
  const story = words(seen, product.story);
  const more = [
    ...(story === '' ? [] : [seen.say('story', { name: words(seen, product.name), story })]),
    ...(product.facts.length === 0 ? [] : [factsText(seen, product)]),
  ];
  const photo = withPhoto && product.photo ? { photo: product.photo } : {};
  return [{ text: card?.text ?? '', ...photo }, ...(more.length > 0 ? [{ text: more.join('\n\n') }] : [])];
}

export function previewProduct(scene: Scene, product: Product, preface?: string): Turn {
  const { say } = scene;
  const { own, other } = languagesOf(scene);
  const hasOther = [product.name, product.story].some((texts) => texts[other] !== undefined);
  const shown = [
    ...asSeen(scene, product, own, true),
    ...(hasOther ? asSeen(scene, product, other, false) : []),
  ];
  const head = [preface, say('product-preview-head')].filter(Boolean).join('\n\n');
  return {
    replies: [{ text: head }, ...shown, decision(scene, product)],
    conversation: { asked: null, left: null },
  };
}

/** What is still missing, what is doubtful, and the word that puts it on the shelf. */
function decision(scene: Scene, product: Product): Message {
  const { say } = scene;
  const { own, other } = languagesOf(scene);
  const doubts = productDoubts(product);
  const empty = guideFor(product).filter((field) => isEmpty(scene, product, field));
  const missing = empty.map((field) => say('product-field', { field })).join(', ');
  const isOurs = isPublished(product) && !product.sample;
  const english = [product.name, product.story, product.saleUnit].some(
    (texts) => texts[own] !== undefined && texts[other] === undefined,
  );
  const text = [
    ...(isOurs ? [say('product-is-published', { by: product.publishedBy ?? '' })] : []),
    ...(missing === '' ? [] : [say('product-missing', { missing })]),
    ...(english ? [say('product-no-english')] : []),
    ...(doubts.length > 0 ? [say('catalogue-doubts', { passages: doubtLines(scene, doubts) })] : []),
    ...(isOurs ? [] : [say('product-ask-publish', { name: words(scene, product.name) })]),
  ];
  const { id, version } = product;
  const publish = choice(
    say(doubts.length > 0 ? 'product-button-publish-fine' : 'product-button-publish-now'),
    {
      do: 'publish-product',
      product: id,
      version,
      doubts: doubts.length > 0 ? 'fine' : 'none',
    },
  );
  return {
    text: text.join('\n\n'),
    choices: [
      ...(isOurs ? [] : [publish]),
      choice(say('product-button-change'), { do: 'edit-product', product: id }),
      choice(say('admin-button-products'), { do: 'products' }),
    ],
  };
}

/** A field may be empty on purpose: it is said, and keeps nothing up. */
function isEmpty(scene: Scene, product: Product, field: ProductField): boolean {
  if (['variants', 'aliases', 'name-en', 'story-en', 'sale-unit-en'].includes(field)) return false;
  const value = fieldValue(scene, product, field);
  return (
    value === scene.say('catalogue-none') || (field === 'price' && product.variants[0].price.amount === null)
  );
}

function publish(scene: Scene, product: Product, version: number, saw: 'none' | 'fine'): Turn {
  const { say } = scene;
  const name = words(scene, product.name);
  if (isTakenOff(product)) return productSheet(scene, product);
  const isOurs = isPublished(product) && !product.sample;
  if (isOurs) return closing(scene, say('product-is-published', { by: product.publishedBy ?? '' }));
  if (product.version !== version) return previewProduct(scene, product, say('product-changed-meanwhile'));
  const doubts = productDoubts(product);
  if (doubts.length > 0 && saw !== 'fine') return previewProduct(scene, product);
  const by = curatorName(scene);
  const subject = `product ${product.id}`;
  const before = product.sample ? 'sample' : 'draft';
  return {
    ...reply(say('product-published', { name, number: product.shelfNumber, mode: product.mode }), {
      choices: [
        choice(say('product-button-new'), { do: 'new-product' }),
        choice(say('admin-button-products'), { do: 'products' }),
      ],
    }),
    effects: [
      { kind: 'product-changed', productId: product.id, change: { publishedBy: by } },
      // Which kinds, not which words: what is written here stays.
      ...(doubts.length > 0
        ? [audit('doubts-fine', subject, null, doubts.map(({ kind }) => kind).join(', '))]
        : []),
      audit('publish', subject, before, 'published'),
    ],
    conversation: { asked: null, left: null },
  };
}

function askTakeOff(scene: Scene, product: Product): Turn {
  const { say } = scene;
  return choosing(say('product-ask-take-off', { name: words(scene, product.name) }), [
    choice(say('product-button-take-off-yes'), { do: 'take-off', product: product.id }),
    choice(say('catalogue-button-keep'), { do: 'edit-product', product: product.id }),
  ]);
}

function takeOff(scene: Scene, product: Product): Turn {
  const { say } = scene;
  const name = words(scene, product.name);
  if (isTakenOff(product)) return productSheet(scene, product);
  return {
    ...reply(say('product-taken-off', { name }), {
      choices: [
        choice(say('product-button-bring-back'), { do: 'bring-back', product: product.id }),
        choice(say('admin-button-products'), { do: 'products' }),
      ],
    }),
    effects: [
      { kind: 'product-changed', productId: product.id, change: { removed: true } },
      audit('take-off', `product ${product.id}`, isPublished(product) ? 'published' : 'draft', 'off'),
    ],
    conversation: { asked: null },
  };
}

/** As a draft, with the next free number. */
function bringBack(scene: Scene, product: Product): Turn {
  if (!isTakenOff(product)) return productSheet(scene, product);
  const shelfNumber = nextShelfNumber(scene.snapshot);
  const draft: Product = { ...product, removedAt: null, shelfNumber };
  const turn = productSheet(scene, draft, scene.say('product-brought-back', { number: shelfNumber }));
  return {
    ...turn,
    effects: [
      { kind: 'product-changed', productId: product.id, change: { removed: false, shelfNumber } },
      audit('bring-back', `product ${product.id}`, 'off', 'draft'),
    ],
  };
}

function stockNeeds({ product }: { product: number }, _view: View, snapshot: Snapshot): Needs {
  const found = everyProduct(snapshot).find(({ id }) => id === product);
  return found ? { stock: found.variants.map(({ id }) => id) } : {};
}

export const publishFlow: Flow<
  'preview-product' | 'publish-product' | 'ask-take-off' | 'take-off' | 'bring-back'
> = {
  'preview-product': {
    needs: stockNeeds,
    turn: (scene, { product }) =>
      ofProduct(scene, byId(scene, product), (found) => previewProduct(scene, found)),
  },
  'publish-product': {
    needs: stockNeeds,
    turn: (scene, { product, version, doubts }) =>
      ofProduct(scene, byId(scene, product), (found) => publish(scene, found, version, doubts)),
  },
  'ask-take-off': {
    turn: (scene, { product }) => ofProduct(scene, byId(scene, product), (found) => askTakeOff(scene, found)),
  },
  'take-off': {
    turn: (scene, { product }) => ofProduct(scene, byId(scene, product), (found) => takeOff(scene, found)),
  },
  'bring-back': {
    turn: (scene, { product }) => ofProduct(scene, byId(scene, product), (found) => bringBack(scene, found)),
  },
};
