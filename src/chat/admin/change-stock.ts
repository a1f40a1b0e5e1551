/** Counting what lies at the stand: the difference becomes a correction, the total is never overwritten. */
import { type Product, type Variant, variantById } from '../../shop/catalogue.ts';
import type { StockLevel } from '../../shop/stock.ts';
import { type Flow, reply, type Scene, type Turn } from '../flow.ts';
import { readAmount } from '../understand/amounts.ts';
import { variantName, words } from '../wording.ts';
import { adminOnly, audit, closing, gone } from './admin-only.ts';

const MAX_COUNT = 1_000_000;

interface Counted {
  readonly product: Product;
  readonly variant: Variant;
  readonly level: StockLevel;
  readonly name: string;
}

/** A turn about a variant that has stand stock; other goods are not counted here. */
function aboutStock(scene: Scene, variantId: number, turn: (counted: Counted) => Turn): Turn {
  const found = variantById(scene.snapshot, variantId);
  if (!found) return gone(scene);
  const level = scene.facts.stock.get(variantId);
  const name = variantName(scene, found.product, found.variant);
  if (!level) return closing(scene, scene.say('admin-stock-none-kept', { name }));
  return turn({ ...found, level, name });
}

/** Offers no choices: a bare number is the count, never a place in a list. */
function askStock(scene: Scene, { product, variant, level, name }: Counted, preface?: string): Turn {
  const question = scene.say('admin-ask-stock', {
    name,
    unit: words(scene, product.saleUnit),
    count: level.onHand,
    promised: level.allocated,
  });
  return {
    ...reply([preface, question].filter(Boolean).join('\n\n')),
    conversation: { asked: { what: 'stock', variant: variant.id } },
  };
}

const NONE_LEFT = /^(?:kosong|habis|nol|tidak ada|none|empty|zero)[.! ]*$/i;

/** "12", "12 bungkus", "kosong"; null where it is no whole count. */
function readCount(text: string): number | null {
  if (NONE_LEFT.test(text.trim())) return 0;
  const count = readAmount(text);
  return count !== null && count >= 0 && count <= MAX_COUNT ? count : null;
}

export function answerStock(scene: Scene, variantId: number, text: string): Turn {
  return aboutStock(scene, variantId, (counted) => {
    const { level, name, variant, product } = counted;
    const count = readCount(text);
    if (count === null) return askStock(scene, counted, scene.say('admin-stock-unclear'));
    const said = { name, count, unit: words(scene, product.saleUnit), promised: level.allocated };
    if (count === level.onHand) return closing(scene, scene.say('admin-stock-same', said));
    if (count < level.allocated) return askStock(scene, counted, scene.say('admin-stock-promised', said));
    return closing(scene, scene.say('admin-stock-changed', { ...said, before: level.onHand }), [
      {
        kind: 'movement',
        variantId: variant.id,
        movement: 'correction',
        qty: count - level.onHand,
        orderId: null,
      },
      audit('stock', `variant ${variant.id}`, String(level.onHand), String(count)),
    ]);
  });
}

export const changeStockFlow: Flow<'ask-stock'> = {
  'ask-stock': {
    needs: ({ variant }) => ({ stock: [variant] }),
    turn: (scene, { variant }) =>
      adminOnly(scene, () => aboutStock(scene, variant, (counted) => askStock(scene, counted))),
  },
};
