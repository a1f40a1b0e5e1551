/** What an admin can do, on one card. */
import { hasRole } from '../../shop/roles.ts';
import type { Flow, Scene, Turn } from '../flow.ts';
import { choice } from '../wording.ts';
import { adminOnly, choosing } from './admin-only.ts';
import { productList } from './catalogue/list.ts';

export function adminMenu(scene: Scene): Turn {
  const { say, snapshot, reach } = scene;
  const text = say('admin-menu', { stage: snapshot.stand.stage, products: snapshot.products.length });
  return choosing(text, [
    choice(say('admin-button-orders'), { do: 'all-orders' }),
    choice(say('admin-button-products'), { do: 'products' }),
    choice(say('admin-button-stand'), { do: 'our-stand' }),
    choice(say('admin-button-stock'), { do: 'pick-product', purpose: 'stock' }),
    choice(say('admin-button-price'), { do: 'pick-product', purpose: 'price' }),
    choice(say('admin-button-mode'), { do: 'pick-product', purpose: 'mode' }),
    choice(say('admin-button-hours'), { do: 'pick-place' }),
    choice(say('admin-button-days-off'), { do: 'days-off' }),
    choice(say('admin-button-waits'), { do: 'pick-wait' }),
    choice(say('admin-button-stage'), { do: 'ask-stage' }),
    choice(say('admin-button-invite'), { do: 'invite-role' }),
    choice(say('admin-button-phone-views'), { do: 'phone-views' }),
    ...(reach.pairing ? [choice(say('admin-button-whatsapp'), { do: 'whatsapp-page' })] : []),
  ]);
}

export const menuFlow: Flow<'admin-menu'> = {
  'admin-menu': {
    // A curator has products only.
    turn: (scene) =>
      hasRole(scene.view.roles, 'curator') && !hasRole(scene.view.roles, 'admin')
        ? productList(scene)
        : adminOnly(scene, () => adminMenu(scene)),
  },
};
