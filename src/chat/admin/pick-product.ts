/** Which product, and which of its variants, a change is about. */
import { type Product, productById } from '../../shop/catalogue.ts';
import type { Flow, Scene, Turn } from '../flow.ts';
import type { Choice } from '../message.ts';
import { choice, variantName, words } from '../wording.ts';
import { adminOnly, choosing, closing, gone } from './admin-only.ts';

type Purpose = 'stock' | 'price' | 'mode';

/** Only goods that lie at the stand are counted there. */
function productsFor(scene: Scene, purpose: Purpose): readonly Product[] {
  const { products } = scene.snapshot;
  return purpose === 'stock' ? products.filter(({ mode }) => mode === 'ready') : products;
}

function productChoice(scene: Scene, purpose: Purpose, product: Product): Choice {
  const label = words(scene, product.name);
  if (purpose === 'mode') return choice(label, { do: 'ask-mode', product: product.id });
  const [only] = product.variants;
  return product.variants.length > 1
    ? choice(label, { do: 'pick-variant', purpose, product: product.id })
    : variantChoice(label, purpose, only.id);
}

function variantChoice(label: string, purpose: 'stock' | 'price', variant: number): Choice {
  return choice(label, { do: purpose === 'stock' ? 'ask-stock' : 'ask-price', variant });
}

function pickProduct(scene: Scene, purpose: Purpose): Turn {
  const { say } = scene;
  const products = productsFor(scene, purpose);
  if (products.length === 0) return closing(scene, say('admin-no-products', { purpose }));
  return choosing(say('admin-pick-product', { purpose }), [
    ...products.map((product) => productChoice(scene, purpose, product)),
    choice(say('admin-button-menu'), { do: 'admin-menu' }),
  ]);
}

function pickVariant(scene: Scene, purpose: 'stock' | 'price', productId: number): Turn {
  const { say } = scene;
  const product = productById(scene.snapshot, productId);
  if (!product) return gone(scene);
  return choosing(say('admin-pick-variant', { name: words(scene, product.name) }), [
    ...product.variants.map((variant) =>
      variantChoice(variantName(scene, product, variant), purpose, variant.id),
    ),
    choice(say('admin-button-menu'), { do: 'admin-menu' }),
  ]);
}

export const pickProductFlow: Flow<'pick-product' | 'pick-variant'> = {
  'pick-product': {
    turn: (scene, { purpose }) => adminOnly(scene, () => pickProduct(scene, purpose)),
  },
  'pick-variant': {
    turn: (scene, { purpose, product }) => adminOnly(scene, () => pickVariant(scene, purpose, product)),
  },
};
