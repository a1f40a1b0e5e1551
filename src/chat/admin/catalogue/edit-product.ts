/** One product: its sheet, the questions about it one after another or one alone, and their answers. */
import {
  ATTRIBUTES,
  type Attribute,
  everyProduct,
  isPublished,
  isTakenOff,
  type Product,
  SALES_MODES,
} from '../../../shop/catalogue.ts';
import type { Effect } from '../../../shop/effects.ts';
import { doubtsIn, withoutDoubts } from '../../../shop/personal-data.ts';
import type { AskedOfCurator, ProductField } from '../../conversation.ts';
import { type Flow, reply, type Scene, type Turn } from '../../flow.ts';
import type { Choice, ListedChoice } from '../../message.ts';
import { capital, choice, placeText, words } from '../../wording.ts';
import { audit, choosing, curatorOnly } from '../admin-only.ts';
import { asksOfCurator } from './asked.ts';
import { productList } from './list.ts';
import { type FieldChange, fieldValue, guideFor, readField } from './product-fields.ts';
import { previewProduct } from './publish.ts';
import { askCuratorAgain } from './steps.ts';
import { doubtLines, isProblem, languagesOf, nowLine, type Problem, questionText } from './texts.ts';

type AskedProduct = Extract<AskedOfCurator, { what: 'product' }>;

export function bySlug(scene: Scene, slug: string): Product | undefined {
  return everyProduct(scene.snapshot).find((each) => each.slug === slug);
}

export function byId(scene: Scene, id: number): Product | undefined {
  return everyProduct(scene.snapshot).find((each) => each.id === id);
}

/** A turn about a product, published or not, that may be gone since its button was made. */
export function ofProduct(scene: Scene, product: Product | undefined, turn: (found: Product) => Turn): Turn {
  return curatorOnly(scene, () => (product ? turn(product) : productList(scene, scene.say('admin-gone'))));
}

/* ── the sheet ── */

const ON_SHEET: readonly ProductField[] = [
  'name',
  'unit',
  'kind',
  'photo',
  'mode',
  'price',
  'variants',
  'sale-unit',
  'place',
  'lead',
  'most',
  'shelf',
  'aliases',
  'story',
  'facts',
];

function onSheet(product: Product): readonly ProductField[] {
  const has = guideFor(product);
  return ON_SHEET.filter((field) => !['price', 'lead', 'most'].includes(field) || has.includes(field));
}

/** Everything that is known, a line each, and what can be done with it. */
export function productSheet(scene: Scene, product: Product, preface?: string): Turn {
  const { say } = scene;
  const { other } = languagesOf(scene);
  const lines = onSheet(product).map((field) => {
    const value = shortened(fieldValue(scene, product, field));
    return say('product-sheet-line', { field, value });
  });
  const isOurs = isPublished(product) && !product.sample;
  const state = isTakenOff(product) ? 'off' : product.sample ? 'sample' : isOurs ? 'published' : 'draft';
  const text = [
    ...(preface ? [preface, ''] : []),
    say('product-sheet-head', { name: words(scene, product.name), state, by: product.publishedBy ?? '' }),
    ...lines,
    ...(product.name[other] === undefined ? [say('product-sheet-no-english')] : []),
  ];
  return choosing(text.join('\n'), sheetChoices(scene, product, isOurs));
}

function sheetChoices(scene: Scene, product: Product, isOurs: boolean): Choice[] {
  const { say } = scene;
  const { id } = product;
  const menu = choice(say('admin-button-products'), { do: 'products' });
  if (isTakenOff(product))
    return [choice(say('product-button-bring-back'), { do: 'bring-back', product: id }), menu];
  return [
    ...(isOurs
      ? [choice(say('product-button-look'), { do: 'preview-product', product: id })]
      : [
          choice(say('product-button-publish'), { do: 'preview-product', product: id }),
          choice(say('product-button-go-on'), { do: 'guide-product', product: id }),
        ]),
    ...onSheet(product).map((field) =>
      field === 'variants' && product.variants.length > 1
        ? choice(say('product-field', { field }), { do: 'edit-variants', product: id })
        : choice(say('product-field', { field }), { do: 'edit-field', product: id, field }),
    ),
    choice(say('product-button-take-off'), { do: 'ask-take-off', product: id }),
    menu,
  ];
}

const SHORT = 120;

function shortened(text: string): string {
  return text.length <= SHORT ? text : `${text.slice(0, SHORT - 1).trimEnd()}…`;
}

/* ── a question ── */

interface Asking {
  readonly guided: boolean;
  readonly attribute?: Attribute | undefined;
  readonly preface?: string | undefined;
}

/** The question about one field. Where nothing is to be typed, what can be chosen stands under it. */
export function askField(
  scene: Scene,
  product: Product,
  field: ProductField,
  { guided, attribute, preface }: Asking,
): Turn {
  const { say } = scene;
  const steps = guideFor(product);
  const at = steps.indexOf(field);
  const mark = guided && at >= 0 ? say('catalogue-step', { step: at + 1, steps: steps.length }) : null;
  const shownNow = fieldValue(scene, product, field, attribute);
  const question = say('product-ask', {
    field,
    name: words(scene, product.name),
    value: shownNow,
    attribute: attribute ? say('attribute', { attribute }) : '',
    unit: words(scene, product.saleUnit),
  });
  const now = field === 'shelf' ? null : nowLine(scene, shownNow);
  const text = questionText(preface, mark, question, now);
  const choices = [...fieldChoices(scene, product, field), ...navigation(scene, product, field, guided)];
  const isTyped = fieldChoices(scene, product, field).length === 0;
  const open: AskedProduct = {
    what: 'product',
    product: product.slug,
    field,
    guided,
    ...(attribute ? { attribute } : {}),
  };
  return {
    ...reply(text, { choices, ...(isTyped ? { inWords: true } : {}) }),
    conversation: { asked: open, ...(guided ? { left: { product: product.slug, field } } : {}) },
  };
}

function fieldChoices(scene: Scene, product: Product, field: ProductField): ListedChoice[] {
  const { say, snapshot } = scene;
  const { id } = product;
  switch (field) {
    case 'mode':
      return SALES_MODES.map((mode) =>
        choice(say('admin-mode', { mode }), { do: 'put-mode', product: id, mode }),
      );
    case 'place':
      return [
        ...snapshot.places.map((place) =>
          choice(placeText(scene, place.id), { do: 'put-place', product: id, place: place.id }),
        ),
        choice(say('place-button-new'), { do: 'new-place', product: id }),
      ];
    case 'kind':
      return snapshot.kinds.map((kind) =>
        choice(words(scene, kind.name), { do: 'put-kind', product: id, kind: kind.id }),
      );
    case 'unit':
      return snapshot.units.map((unit) =>
        choice(words(scene, unit.name), { do: 'put-unit', product: id, unit: unit.id }),
      );
    case 'facts':
      return ATTRIBUTES.map((attribute) =>
        choice(say('attribute', { attribute }), { do: 'edit-fact', product: id, attribute }),
      );
    default:
      return [];
  }
}

/** What a question can be passed over with. */
function navigation(scene: Scene, product: Product, field: ProductField, guided: boolean): Choice[] {
  const { say } = scene;
  const skip = choice(say('catalogue-button-skip', { field, guided: guided ? 'yes' : 'no' }), {
    do: 'step-skip',
  });
  if (!guided) return [skip];
  const isFirst = guideFor(product)[0] === field;
  return [
    skip,
    ...(isFirst ? [] : [choice(say('catalogue-button-back'), { do: 'step-back' })]),
    choice(say('catalogue-button-leave'), { do: 'step-leave' }),
  ];
}

/* ── from one question to the next ── */

function next(scene: Scene, product: Product, asked: AskedProduct, preface?: string): Turn {
  const { field, guided, attribute } = asked;
  if (field === 'fact') return askField(scene, product, 'fact-en', { guided, attribute, preface });
  if (field === 'fact-en') return askField(scene, product, 'facts', { guided, preface });
  if (guided) {
    const steps = guideFor(product);
    const following = steps[steps.indexOf(field) + 1];
    return following
      ? askField(scene, product, following, { guided, preface })
      : previewProduct(scene, product, preface);
  }
  const english = ENGLISH[field];
  if (english) return askField(scene, product, english, { guided, preface });
  return productSheet(scene, product, preface);
}

/** Whoever changes a text is asked for the other language right after it. */
const ENGLISH: Partial<Readonly<Record<ProductField, ProductField>>> = {
  name: 'name-en',
  story: 'story-en',
  'sale-unit': 'sale-unit-en',
};

/** Passed over: what there is stays. */
export function skipProductStep(scene: Scene, asked: AskedProduct, product: Product): Turn {
  const isEnglish = asked.field === 'name-en';
  const there = product.name[languagesOf(scene).other] !== undefined;
  return next(scene, product, asked, isEnglish && !there ? scene.say('product-no-english-name') : undefined);
}

export function stepBackInProduct(scene: Scene, asked: AskedProduct, product: Product): Turn {
  const { field, guided, attribute, doubted } = asked;
  // What was doubted is written anew.
  if (doubted !== undefined) return askField(scene, product, field, { guided, attribute });
  if (field === 'fact-en') return askField(scene, product, 'fact', { guided, attribute });
  if (field === 'fact') return askField(scene, product, 'facts', { guided });
  const steps = guideFor(product);
  const before = guided ? steps[steps.indexOf(field) - 1] : undefined;
  return before ? askField(scene, product, before, { guided }) : productSheet(scene, product);
}

/** Where it was left, or at the first that says nothing yet. */
function goOn(scene: Scene, product: Product): Turn {
  const { left } = scene.conversation;
  const steps = guideFor(product);
  const isHere = left?.product === product.slug && steps.includes(left.field);
  const empty = steps.find((field) => fieldValue(scene, product, field) === scene.say('catalogue-none'));
  const field = isHere && left ? left.field : empty;
  return field ? askField(scene, product, field, { guided: true }) : previewProduct(scene, product);
}

/* ── answers ── */

/** Said of a new draft: its fields as they are after the answer. */
function changed(
  scene: Scene,
  product: Product,
  asked: AskedProduct,
  change: FieldChange,
  more: readonly Effect[] = [],
): Turn {
  const { before, after, effects } = change;
  const same = before === after && asked.field !== 'variants';
  const isLong = ['photo', 'variants', 'aliases', 'story', 'story-en'].includes(asked.field);
  const preface = scene.say(same ? 'catalogue-same' : isLong ? 'catalogue-noted-short' : 'catalogue-noted', {
    what: whatIsChanged(scene, asked),
    value: fieldValue(scene, change.product, asked.field, asked.attribute),
  });
  const turn = next(scene, change.product, asked, preface);
  if (same) return turn;
  const what = asked.attribute ? `fact ${asked.attribute}` : `product ${asked.field}`;
  return {
    ...turn,
    effects: [
      ...effects,
      ...more,
      audit(what, `product ${product.id}`, withoutDoubts(before), withoutDoubts(after)),
      ...(turn.effects ?? []),
    ],
  };
}

function whatIsChanged(scene: Scene, { field, attribute }: AskedProduct): string {
  return attribute ? scene.say('attribute', { attribute }) : capital(scene.say('product-field', { field }));
}

export function answerProduct(scene: Scene, asked: AskedProduct, text: string): Turn {
  return ofProduct(scene, bySlug(scene, asked.product), (product) => {
    const read = readField(scene, product, asked.field, text, asked.attribute);
    if (isProblem(read)) return askAgain(scene, product, asked, read);
    const doubts = read.text && isPublished(product) ? doubtsIn(read.text) : [];
    if (doubts.length === 0) return changed(scene, product, asked, read);
    return {
      ...reply(scene.say('catalogue-doubts', { passages: doubtLines(scene, doubts) }), {
        choices: [
          choice(scene.say('catalogue-button-fine'), { do: 'keep-doubted' }),
          choice(scene.say('catalogue-button-rewrite'), { do: 'step-back' }),
        ],
      }),
      conversation: { asked: { ...asked, doubted: text } },
    };
  });
}

export function askAgain(
  scene: Scene,
  product: Product,
  asked: AskedProduct,
  { problem, args }: Problem,
): Turn {
  const { field, guided, attribute } = asked;
  return askField(scene, product, field, { guided, attribute, preface: scene.say(problem, args) });
}

/** The publisher says that the passages tell of nobody. */
export function keepDoubted(scene: Scene, asked: AskedProduct, product: Product): Turn {
  const { doubted, ...plain } = asked;
  const read =
    doubted === undefined ? null : readField(scene, product, asked.field, doubted, asked.attribute);
  if (read === null || isProblem(read)) return productSheet(scene, product);
  const kinds = doubtsIn(read.text ?? '').map(({ kind }) => kind);
  const fine = audit('doubts-fine', `product ${product.id}`, null, `${asked.field}: ${kinds.join(', ')}`);
  return changed(scene, product, plain, read, [fine]);
}

/** A picture, to whatever is asked. */
function takePicture(scene: Scene, asked: AskedOfCurator): Turn {
  if (asked.what !== 'product') return askCuratorAgain(scene, asked, scene.say('catalogue-not-a-photo'));
  return ofProduct(scene, bySlug(scene, asked.product), (product) => {
    if (asked.field !== 'photo') return askAgain(scene, product, asked, { problem: 'catalogue-not-a-photo' });
    const { picture } = scene.facts;
    if (picture === null || typeof picture === 'string') {
      const why =
        picture === 'not-fetched' && scene.inbound.channel === 'whatsapp-web' ? 'not-here' : picture;
      return askAgain(scene, product, asked, {
        problem: 'product-photo-problem',
        args: { why: why ?? 'none' },
      });
    }
    return changed(scene, product, asked, {
      effects: [
        { kind: 'picture', picture },
        { kind: 'product-changed', productId: product.id, change: { photo: picture.hash } },
      ],
      product: { ...product, photo: picture.hash },
      before: product.photo,
      after: picture.hash,
    });
  });
}

/** The question about it, once more. */
export function askProductAgain(scene: Scene, asked: AskedProduct, preface?: string): Turn {
  const { field, guided, attribute } = asked;
  return ofProduct(scene, bySlug(scene, asked.product), (product) =>
    askField(scene, product, field, { guided, attribute, preface }),
  );
}

/** A new place for it, by its name; null: there is none after all. */
export function afterPlace(
  scene: Scene,
  slug: string,
  name: string | null,
  guided: boolean,
  preface?: string,
): Turn {
  return ofProduct(scene, bySlug(scene, slug), (product) => {
    const asked: AskedProduct = { what: 'product', product: slug, field: 'place', guided };
    if (name === null) return askField(scene, product, 'place', { guided });
    const turn = next(scene, product, asked, preface);
    return {
      ...turn,
      effects: [
        { kind: 'product-changed', productId: product.id, change: { place: { name } } },
        audit('product place', `product ${product.id}`, placeText(scene, product.placeId), name),
      ],
    };
  });
}

/* ── buttons ── */

/** Chosen from a list; outside of the question it is one answer alone. */
function put(
  scene: Scene,
  product: Product,
  field: 'mode' | 'place' | 'kind' | 'unit',
  change: FieldChange,
): Turn {
  const { asked } = scene.conversation;
  const isAsked = asked?.what === 'product' && asked.product === product.slug && asked.field === field;
  const here: AskedProduct = isAsked
    ? asked
    : { what: 'product', product: product.slug, field, guided: false };
  return changed(scene, product, here, change);
}

function isAskedGuided(scene: Scene, product: Product): boolean {
  const { asked } = scene.conversation;
  return asked?.what === 'product' && asked.product === product.slug && asked.guided;
}

export const editProductFlow: Flow<
  | 'edit-product'
  | 'edit-field'
  | 'edit-fact'
  | 'guide-product'
  | 'put-mode'
  | 'put-place'
  | 'put-kind'
  | 'put-unit'
  | 'picture-for'
> = {
  'edit-product': {
    turn: (scene, { product }) =>
      ofProduct(scene, byId(scene, product), (found) => productSheet(scene, found)),
  },
  'edit-field': {
    turn: (scene, { product, field }) =>
      ofProduct(scene, byId(scene, product), (found) => askField(scene, found, field, { guided: false })),
  },
  'edit-fact': {
    turn: (scene, { product, attribute }) =>
      ofProduct(scene, byId(scene, product), (found) =>
        askField(scene, found, 'fact', { guided: isAskedGuided(scene, found), attribute }),
      ),
  },
  'guide-product': {
    turn: (scene, { product }) => ofProduct(scene, byId(scene, product), (found) => goOn(scene, found)),
  },
  'put-mode': {
    turn: (scene, { product, mode }) =>
      ofProduct(scene, byId(scene, product), (found) =>
        put(scene, found, 'mode', {
          effects: [{ kind: 'product-changed', productId: found.id, change: { mode } }],
          product: { ...found, mode },
          before: found.mode,
          after: mode,
        }),
      ),
  },
  'put-place': {
    turn: (scene, { product, place }) =>
      ofProduct(scene, byId(scene, product), (found) => {
        if (!scene.snapshot.places.some(({ id }) => id === place)) return productSheet(scene, found);
        return put(scene, found, 'place', {
          effects: [{ kind: 'product-changed', productId: found.id, change: { place: { id: place } } }],
          product: { ...found, placeId: place },
          before: placeText(scene, found.placeId),
          after: placeText(scene, place),
        });
      }),
  },
  'put-kind': {
    turn: (scene, { product, kind }) =>
      ofProduct(scene, byId(scene, product), (found) => {
        const chosen = scene.snapshot.kinds.find(({ id }) => id === kind);
        if (!chosen) return productSheet(scene, found);
        return put(scene, found, 'kind', {
          effects: [{ kind: 'product-changed', productId: found.id, change: { kind: chosen.slug } }],
          product: { ...found, kindId: kind },
          before: fieldValue(scene, found, 'kind'),
          after: words(scene, chosen.name),
        });
      }),
  },
  'put-unit': {
    turn: (scene, { product, unit }) =>
      ofProduct(scene, byId(scene, product), (found) => {
        const chosen = scene.snapshot.units.find(({ id }) => id === unit);
        if (!chosen) return productSheet(scene, found);
        return put(scene, found, 'unit', {
          effects: [{ kind: 'product-changed', productId: found.id, change: { unit: chosen.slug } }],
          product: { ...found, unitId: unit },
          before: fieldValue(scene, found, 'unit'),
          after: words(scene, chosen.name),
        });
      }),
  },
  'picture-for': {
    needs: () => ({ picture: true }),
    turn: (scene) => {
      const { asked } = scene.conversation;
      return curatorOnly(scene, () =>
        asksOfCurator(asked) ? takePicture(scene, asked) : productList(scene),
      );
    },
  },
};
