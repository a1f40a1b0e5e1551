/** What lies at the stand, what of it is promised, and at how many its unit is told. */
import { type Product, productBySlug, type Variant, variantById } from '../../shop/catalogue.ts';
import { available } from '../../shop/stock.ts';
import { audit } from '../admin/admin-only.ts';
import { type Flow, type Meaning, reply, type Scene, type Turn } from '../flow.ts';
import { readAmount } from '../understand/amounts.ts';
import { saysNoLevel } from '../understand/counter.ts';
import { isNeverMind } from '../understand/never-mind.ts';
import { choice, unitName, variantName, words } from '../wording.ts';
import { counterNeeds, keeperOnly } from './counter.ts';
import { stockedProducts } from './counter-questions.ts';

const MAX_LEVEL = 10_000;

interface Stocked {
  readonly product: Product;
  readonly variant: Variant;
}

function stockedVariants(scene: Pick<Scene, 'snapshot'>): Stocked[] {
  return stockedProducts(scene).flatMap((product) =>
    product.variants.map((variant) => ({ product, variant })),
  );
}

function listStock(scene: Scene, preface?: string): Turn {
  const { say } = scene;
  const lines = stockedVariants(scene).map(({ product, variant }) => {
    const level = scene.facts.stock.get(variant.id);
    return say('stock-line', {
      name: variantName(scene, product, variant),
      onHand: level?.onHand ?? 0,
      promised: level?.allocated ?? 0,
      left: available(level),
      low: level?.lowAt ?? 'none',
      unit: words(scene, product.saleUnit),
    });
  });
  const text = lines.length === 0 ? say('stock-list-none') : [say('stock-head'), ...lines].join('\n');
  return {
    ...reply([preface, text].filter(Boolean).join('\n\n'), {
      choices: [
        choice(say('counter-button-stock-take'), { do: 'stock-take' }),
        choice(say('counter-button-menu'), { do: 'counter-menu' }),
      ],
      inPlace: true,
    }),
    conversation: { asked: null },
  };
}

/* ── the level ── */

function askLevel(scene: Scene, { product, variant }: Stocked, preface?: string): Turn {
  const question = scene.say('level-ask', {
    name: variantName(scene, product, variant),
    unit: words(scene, product.saleUnit),
    maker: unitName(scene, product.unitId),
    low: scene.facts.stock.get(variant.id)?.lowAt ?? 'none',
  });
  return {
    ...reply([preface, question].filter(Boolean).join('\n\n')),
    conversation: { asked: { what: 'low-level', variant: variant.id } },
  };
}

function askWhich(scene: Scene, stocked: readonly Stocked[]): Turn {
  const choices = stocked.map(({ product, variant }) =>
    choice(variantName(scene, product, variant), { do: 'ask-level', variant: variant.id }),
  );
  return { ...reply(scene.say('level-ask-which'), { choices }), conversation: { asked: null } };
}

function setLevel(scene: Scene, found: Stocked, level: number | 'none'): Turn {
  const { product, variant } = found;
  if (level !== 'none' && (!Number.isInteger(level) || level < 0 || level > MAX_LEVEL))
    return askLevel(scene, found, scene.say('level-absurd', { max: MAX_LEVEL }));
  const before = scene.facts.stock.get(variant.id)?.lowAt ?? 'none';
  const said = {
    name: variantName(scene, product, variant),
    unit: words(scene, product.saleUnit),
    maker: unitName(scene, product.unitId),
    low: level,
  };
  const turn = { ...reply(scene.say('level-set', said)), conversation: { asked: null } };
  if (before === level) return turn;
  return {
    ...turn,
    effects: [
      { kind: 'low-level', variantId: variant.id, lowAt: level === 'none' ? null : level },
      audit('low level', `variant ${variant.id}`, String(before), String(level)),
    ],
  };
}

function levelInWords(scene: Scene, { words: said }: Extract<Meaning, { do: 'low-level' }>): Turn {
  const stocked = stockedVariants(scene);
  const [item] = said.items;
  const product = item?.product == null ? undefined : productBySlug(scene.snapshot, item.product);
  if (!product) return askWhich(scene, stocked);
  const own = stocked.filter((each) => each.product.id === product.id);
  if (own.length === 0) return reply(scene.say('counter-not-stocked', { name: words(scene, product.name) }));
  const meant = own.filter(({ variant }) => own.length === 1 || variant.slug === item?.variant);
  const [found] = meant;
  if (!found) return askWhich(scene, own);
  return said.level === null ? askLevel(scene, found) : setLevel(scene, found, said.level);
}

export function answerLevel(scene: Scene, variantId: number, text: string): Turn {
  const found = variantById(scene.snapshot, variantId);
  if (!found || isNeverMind(text)) return listStock(scene);
  const level = saysNoLevel(text) ? 'none' : readAmount(text);
  if (level === null) return askLevel(scene, found, scene.say('counter-amount-unclear'));
  return setLevel(scene, found, level);
}

export const stockListFlow: Flow<'stock-list' | 'ask-level' | 'low-level'> = {
  'stock-list': {
    needs: (_meaning, _view, snapshot) => counterNeeds(snapshot),
    turn: (scene) => keeperOnly(scene, () => listStock(scene)),
  },
  'ask-level': {
    needs: (_meaning, _view, snapshot) => counterNeeds(snapshot),
    turn: (scene, { variant }) =>
      keeperOnly(scene, () => {
        const found = variantById(scene.snapshot, variant);
        return found ? askLevel(scene, found) : listStock(scene);
      }),
  },
  'low-level': {
    needs: (_meaning, _view, snapshot) => counterNeeds(snapshot),
    turn: (scene, meaning) => keeperOnly(scene, () => levelInWords(scene, meaning)),
  },
};
