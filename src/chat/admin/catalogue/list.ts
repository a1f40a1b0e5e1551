/** All products, published and not, and the way to a new one: whose it is, what kind, its name. */
import { everyProduct, isPublished, isTakenOff, type Product, unitById } from '../../../shop/catalogue.ts';
import { type NewProduct, nextShelfNumber, slugFor } from '../../../shop/catalogue-changes.ts';
import type { Effect } from '../../../shop/effects.ts';
import { hasRole } from '../../../shop/roles.ts';
import type { AskedOfCurator } from '../../conversation.ts';
import { type Flow, reply, type Scene, type Turn } from '../../flow.ts';
import type { Choice } from '../../message.ts';
import { choice, words } from '../../wording.ts';
import { audit, choosing, curatorOnly } from '../admin-only.ts';
import { askField } from './edit-product.ts';
import { isProblem, languagesOf, MAX_NAME, readLine } from './texts.ts';

type AskedNew = Extract<AskedOfCurator, { what: 'new-product' }>;

/** Of a new draft, until somebody says otherwise. */
const USUAL_MOST = 50;

/** Drafts first: they wait for somebody. */
export function productList(scene: Scene, preface?: string): Turn {
  const { say, snapshot } = scene;
  const all = everyProduct(snapshot);
  const drafts = all.filter((each) => !isPublished(each) && !isTakenOff(each));
  const off = all.filter(isTakenOff);
  const head = say('product-list', { published: snapshot.products.length, drafts: drafts.length });
  const open = (product: Product, state: 'draft' | 'published' | 'off' | 'sample'): Choice =>
    choice(say('product-list-entry', { name: words(scene, product.name), state }), {
      do: 'edit-product',
      product: product.id,
    });
  return choosing([preface, head].filter(Boolean).join('\n\n'), [
    choice(say('product-button-new'), { do: 'new-product' }),
    ...drafts.map((each) => open(each, 'draft')),
    ...snapshot.products.map((each) => open(each, each.sample ? 'sample' : 'published')),
    ...off.map((each) => open(each, 'off')),
    choice(say('admin-button-units'), { do: 'units' }),
    ...(hasRole(scene.view.roles, 'admin') ? [choice(say('admin-button-menu'), { do: 'admin-menu' })] : []),
  ]);
}

/* ── a new one ── */

const NEW: AskedNew = { what: 'new-product', unit: null, kind: null, naming: null };

/** What is still to be said of it. */
function askNew(scene: Scene, asked: AskedNew, preface?: string): Turn {
  const { say, snapshot } = scene;
  const leave = choice(say('catalogue-button-cancel'), { do: 'step-leave' });
  const back = choice(say('catalogue-button-back'), { do: 'step-back' });
  const step = asked.naming ?? (asked.unit === null ? 'unit' : asked.kind === null ? 'kind' : 'name');
  const question = say('product-new', { step, naming: asked.naming === null ? 'no' : 'yes' });
  const list: Choice[] =
    asked.naming !== null || step === 'name'
      ? []
      : step === 'unit'
        ? [
            ...snapshot.units.map((unit) =>
              choice(words(scene, unit.name), { do: 'choose-unit', unit: unit.id }),
            ),
            choice(say('unit-button-new'), { do: 'name-new', what: 'unit' }),
          ]
        : [
            ...snapshot.kinds.map((kind) =>
              choice(words(scene, kind.name), { do: 'choose-kind', kind: kind.id }),
            ),
            choice(say('kind-button-new'), { do: 'name-new', what: 'kind' }),
          ];
  const isFirst = asked.unit === null && asked.naming === null;
  return {
    ...reply([preface, question].filter(Boolean).join('\n\n'), {
      choices: [...list, ...(isFirst ? [] : [back]), leave],
      ...(list.length === 0 ? { inWords: true } : {}),
    }),
    conversation: { asked },
  };
}

export function stepBackNew(scene: Scene, asked: AskedNew): Turn {
  if (asked.naming !== null) return askNew(scene, { ...asked, naming: null });
  if (asked.kind !== null) return askNew(scene, { ...asked, kind: null });
  return askNew(scene, NEW);
}

export function askNewAgain(scene: Scene, asked: AskedNew, preface?: string): Turn {
  return askNew(scene, asked, preface);
}

export function answerNew(scene: Scene, asked: AskedNew, text: string): Turn {
  const isTyped = asked.naming !== null || (asked.unit !== null && asked.kind !== null);
  if (!isTyped) return askNew(scene, asked, scene.say('catalogue-choose'));
  const read = readLine(text, MAX_NAME);
  if (isProblem(read)) return askNew(scene, asked, scene.say(read.problem, read.args));
  if (asked.naming === 'unit') return nameUnit(scene, asked, read.text);
  if (asked.naming === 'kind') return nameKind(scene, asked, read.text);
  return addDraft(scene, asked, read.text);
}

function nameUnit(scene: Scene, asked: AskedNew, name: string): Turn {
  const { units } = scene.snapshot;
  const there = units.find((each) => words(scene, each.name).toLowerCase() === name.toLowerCase());
  if (there) return askNew(scene, { ...asked, unit: there.slug, naming: null });
  const { slug, effects } = newUnit(scene, name);
  return { ...askNew(scene, { ...asked, unit: slug, naming: null }), effects };
}

export function newUnit(scene: Scene, name: string): { slug: string; effects: readonly Effect[] } {
  const { own } = languagesOf(scene);
  const slug = slugFor(
    name,
    scene.snapshot.units.map((each) => each.slug),
  );
  return {
    slug,
    effects: [
      { kind: 'unit-added', slug, name: { [own]: name }, about: {} },
      audit('unit', `unit ${slug}`, null, name),
    ],
  };
}

function nameKind(scene: Scene, asked: AskedNew, name: string): Turn {
  const { own } = languagesOf(scene);
  const { kinds } = scene.snapshot;
  const there = kinds.find((each) => words(scene, each.name).toLowerCase() === name.toLowerCase());
  if (there) return askNew(scene, { ...asked, kind: there.slug, naming: null });
  const slug = slugFor(
    name,
    kinds.map((each) => each.slug),
  );
  return {
    ...askNew(scene, { ...asked, kind: slug, naming: null }),
    effects: [{ kind: 'kind-added', slug, name: { [own]: name } }, audit('kind', `kind ${slug}`, null, name)],
  };
}

/** From here on it is a draft that can be left and taken up again. */
function addDraft(scene: Scene, { unit, kind }: AskedNew, text: string): Turn {
  const { snapshot, say } = scene;
  const { own, other } = languagesOf(scene);
  const all = everyProduct(snapshot);
  const there = all.find(
    (each) => !isTakenOff(each) && words(scene, each.name).toLowerCase() === text.toLowerCase(),
  );
  if (there || unit === null || kind === null) {
    return askNew(
      scene,
      { what: 'new-product', unit, kind, naming: null },
      say('product-name-taken', { name: text }),
    );
  }
  const name = { [own]: text };
  const slug = slugFor(
    text,
    all.map((each) => each.slug),
  );
  const product: NewProduct = {
    slug,
    unit,
    kind,
    place: { id: snapshot.stand.placeId },
    shelfNumber: nextShelfNumber(snapshot),
    mode: 'display',
    name,
    story: {},
    saleUnit: { [own]: scene.copy.in(own)('product-piece'), [other]: scene.copy.in(other)('product-piece') },
    leadTimeDays: null,
    maxPerOrder: USUAL_MOST,
    photo: null,
    aliases: [],
    variants: [{ slug: '', name, price: null, status: 'unknown', aliases: [] }],
    facts: [],
    publishedBy: null,
  };
  const turn = askField(scene, provisional(scene, product), 'name-en', {
    guided: true,
    preface: say('product-added', { name: text, number: product.shelfNumber }),
  });
  return {
    ...turn,
    effects: [{ kind: 'product-added', product }, audit('product', `product ${slug}`, null, text)],
  };
}

/** As the first question about it needs it: its numbers come with the commit. */
function provisional(scene: Scene, product: NewProduct): Product {
  const { unit: _, kind: __, place: ___, variants, facts: ____, ...rest } = product;
  const [{ name, slug, aliases }] = variants;
  return {
    ...rest,
    id: 0,
    unitId: 0,
    kindId: 0,
    placeId: scene.snapshot.stand.placeId,
    version: 1,
    unitSizes: {},
    sample: false,
    variants: [{ id: 0, productId: 0, slug, name, aliases, price: { amount: null, status: 'unknown' } }],
    facts: [],
  };
}

/** What was begun with a press long ago is begun anew. */
function begun(scene: Scene): AskedNew {
  const { asked } = scene.conversation;
  return asked?.what === 'new-product' ? asked : NEW;
}

export const productListFlow: Flow<'products' | 'new-product' | 'choose-unit' | 'choose-kind' | 'name-new'> =
  {
    products: { turn: (scene) => curatorOnly(scene, () => productList(scene)) },
    'new-product': { turn: (scene) => curatorOnly(scene, () => askNew(scene, NEW)) },
    'choose-unit': {
      turn: (scene, { unit }) =>
        curatorOnly(scene, () => {
          const found = unitById(scene.snapshot, unit);
          return askNew(scene, { ...begun(scene), unit: found?.slug ?? null, naming: null });
        }),
    },
    'choose-kind': {
      turn: (scene, { kind }) =>
        curatorOnly(scene, () => {
          const found = scene.snapshot.kinds.find(({ id }) => id === kind);
          return askNew(scene, { ...begun(scene), kind: found?.slug ?? null, naming: null });
        }),
    },
    'name-new': {
      turn: (scene, { what }) => curatorOnly(scene, () => askNew(scene, { ...begun(scene), naming: what })),
    },
  };
