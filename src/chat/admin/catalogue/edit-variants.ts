/** The variants of a product: flavours, sizes, colours, each with its own price and names. */
import { everyProduct, type Product, type Variant } from '../../../shop/catalogue.ts';
import type { Effect } from '../../../shop/effects.ts';
import { type AskedOfCurator, VARIANT_FIELDS, type VariantField } from '../../conversation.ts';
import { type Flow, reply, type Scene, type Turn } from '../../flow.ts';
import { choice, priceText, words } from '../../wording.ts';
import { audit, choosing, curatorOnly } from '../admin-only.ts';
import { byId, ofProduct } from './edit-product.ts';
import { productList } from './list.ts';
import { readAliasesOf, readPriceOf } from './product-fields.ts';
import {
  isProblem,
  languagesOf,
  MAX_NAME,
  nowLine,
  type Problem,
  questionText,
  readLine,
  withText,
} from './texts.ts';

type AskedVariant = Extract<AskedOfCurator, { what: 'variant' }>;

interface Found {
  readonly product: Product;
  readonly variant: Variant;
}

function ofVariant(scene: Scene, id: number, turn: (found: Found) => Turn): Turn {
  return curatorOnly(scene, () => {
    for (const product of everyProduct(scene.snapshot)) {
      const variant = product.variants.find((each) => each.id === id);
      if (variant) return turn({ product, variant });
    }
    return productList(scene, scene.say('admin-gone'));
  });
}

function variantList(scene: Scene, product: Product, preface?: string): Turn {
  const { say } = scene;
  const text = [preface, say('variant-list', { name: words(scene, product.name) })]
    .filter(Boolean)
    .join('\n\n');
  return choosing(text, [
    ...product.variants.map((variant) =>
      choice(`${words(scene, variant.name)} · ${priceText(scene, variant.price)}`, {
        do: 'edit-variant',
        variant: variant.id,
      }),
    ),
    choice(say('variant-button-new'), { do: 'edit-field', product: product.id, field: 'variants' }),
    choice(say('catalogue-button-back'), { do: 'edit-product', product: product.id }),
  ]);
}

function variantSheet(scene: Scene, { product, variant }: Found, preface?: string): Turn {
  const { say } = scene;
  const text = say('variant-sheet', {
    product: words(scene, product.name),
    name: words(scene, variant.name),
    price: priceText(scene, variant.price),
    aliases: variant.aliases.join(', ') || 'none',
  });
  return choosing([preface, text].filter(Boolean).join('\n\n'), [
    ...VARIANT_FIELDS.map((field) =>
      choice(say('variant-field', { field }), { do: 'variant-field', variant: variant.id, field }),
    ),
    choice(say('variant-button-drop'), { do: 'drop-variant', variant: variant.id }),
    choice(say('catalogue-button-back'), { do: 'edit-variants', product: product.id }),
  ]);
}

function valueNow(scene: Scene, { variant }: Found, field: VariantField): string {
  const { own, other } = languagesOf(scene);
  const values = {
    name: variant.name[own],
    'name-en': variant.name[other],
    price: priceText(scene, variant.price),
    aliases: variant.aliases.join(', '),
  };
  return values[field] || scene.say('catalogue-none');
}

function ask(scene: Scene, found: Found, field: VariantField, preface?: string): Turn {
  const question = scene.say('variant-ask', { field, name: words(scene, found.variant.name) });
  const now = nowLine(scene, valueNow(scene, found, field));
  return {
    ...reply(questionText(preface, null, question, now), {
      choices: [
        choice(scene.say('catalogue-button-keep'), { do: 'edit-variant', variant: found.variant.id }),
      ],
      inWords: true,
    }),
    conversation: { asked: { what: 'variant', variant: found.variant.id, field } },
  };
}

interface VariantRead {
  readonly effects: readonly Effect[];
  readonly before: string | null;
  readonly after: string | null;
}

function readVariantField(
  scene: Scene,
  { product, variant }: Found,
  field: VariantField,
  text: string,
): VariantRead | Problem {
  if (field === 'price') return readPriceOf(product, variant, text);
  if (field === 'aliases') return readAliasesOf(product, variant, text);
  const { own, other } = languagesOf(scene);
  const language = field === 'name' ? own : other;
  const read = readLine(text, MAX_NAME);
  if (isProblem(read)) return read;
  const name = withText(variant.name, language, read.text);
  return {
    effects: [{ kind: 'variant-changed', productId: product.id, variantId: variant.id, change: { name } }],
    before: variant.name[language] ?? null,
    after: read.text,
  };
}

export function answerVariant(scene: Scene, asked: AskedVariant, text: string): Turn {
  return ofVariant(scene, asked.variant, (found) => {
    const read = readVariantField(scene, found, asked.field, text);
    if (isProblem(read)) return ask(scene, found, asked.field, scene.say(read.problem, read.args));
    const { before, after, effects } = read;
    const said = scene.say('catalogue-noted', {
      what: scene.say('variant-field', { field: asked.field }),
      value: asked.field === 'price' ? (after ?? '') : (after ?? scene.say('catalogue-none')),
    });
    const turn = variantList(
      scene,
      found.product,
      asked.field === 'price' ? scene.say('variant-price-noted') : said,
    );
    return {
      ...turn,
      effects: [...effects, audit(`variant ${asked.field}`, `variant ${found.variant.id}`, before, after)],
    };
  });
}

export function askVariantAgain(scene: Scene, asked: AskedVariant, preface?: string): Turn {
  return ofVariant(scene, asked.variant, (found) => ask(scene, found, asked.field, preface));
}

function drop(scene: Scene, found: Found): Turn {
  const { product, variant } = found;
  if (product.variants.length === 1) return variantSheet(scene, found, scene.say('variant-is-only-one'));
  const left = product.variants.filter(({ id }) => id !== variant.id);
  const [first, ...more] = left;
  const after: Product = first ? { ...product, variants: [first, ...more] } : product;
  return {
    ...variantList(scene, after, scene.say('variant-dropped', { name: words(scene, variant.name) })),
    effects: [
      { kind: 'variant-changed', productId: product.id, variantId: variant.id, change: { removed: true } },
      audit('take-off', `variant ${variant.id}`, 'offered', 'off'),
    ],
  };
}

export const editVariantsFlow: Flow<'edit-variants' | 'edit-variant' | 'variant-field' | 'drop-variant'> = {
  'edit-variants': {
    turn: (scene, { product }) =>
      ofProduct(scene, byId(scene, product), (found) => variantList(scene, found)),
  },
  'edit-variant': {
    turn: (scene, { variant }) => ofVariant(scene, variant, (found) => variantSheet(scene, found)),
  },
  'variant-field': {
    turn: (scene, { variant, field }) => ofVariant(scene, variant, (found) => ask(scene, found, field)),
  },
  'drop-variant': {
    turn: (scene, { variant }) => ofVariant(scene, variant, (found) => drop(scene, found)),
  },
};
