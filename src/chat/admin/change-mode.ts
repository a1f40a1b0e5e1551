/** How a product is had: to look at, from stand stock, made first, or priced first. */
import { productById, SALES_MODES, type SalesMode } from '../../shop/catalogue.ts';
import type { Flow, Scene, Turn } from '../flow.ts';
import { choice, words } from '../wording.ts';
import { adminOnly, audit, choosing, closing, gone } from './admin-only.ts';

function askMode(scene: Scene, productId: number): Turn {
  const { say } = scene;
  const product = productById(scene.snapshot, productId);
  if (!product) return gone(scene);
  return choosing(say('admin-ask-mode', { name: words(scene, product.name), mode: product.mode }), [
    ...SALES_MODES.filter((mode) => mode !== product.mode).map((mode) =>
      choice(say('admin-mode', { mode }), { do: 'set-mode', product: product.id, mode }),
    ),
    choice(say('admin-button-menu'), { do: 'admin-menu' }),
  ]);
}

function setMode(scene: Scene, productId: number, mode: SalesMode): Turn {
  const { say } = scene;
  const product = productById(scene.snapshot, productId);
  if (!product) return gone(scene);
  const said = { name: words(scene, product.name), mode };
  if (product.mode === mode) return closing(scene, say('admin-mode-same', said));
  return closing(scene, say('admin-mode-changed', said), [
    { kind: 'mode', productId: product.id, mode },
    audit('mode', `product ${product.id}`, product.mode, mode),
  ]);
}

export const changeModeFlow: Flow<'ask-mode' | 'set-mode'> = {
  'ask-mode': { turn: (scene, { product }) => adminOnly(scene, () => askMode(scene, product)) },
  'set-mode': {
    turn: (scene, { product, mode }) => adminOnly(scene, () => setMode(scene, product, mode)),
  },
};
