/** What an admin can do, on one card. */
import type { Flow, Scene, Turn } from '../flow.ts';
import { choice } from '../wording.ts';
import { adminOnly, choosing } from './admin-only.ts';

export function adminMenu(scene: Scene): Turn {
  const { say, snapshot, reach } = scene;
  const text = say('admin-menu', { stage: snapshot.stand.stage, products: snapshot.products.length });
  return choosing(text, [
    choice(say('admin-button-orders'), { do: 'all-orders' }),
    choice(say('admin-button-stock'), { do: 'pick-product', purpose: 'stock' }),
    choice(say('admin-button-price'), { do: 'pick-product', purpose: 'price' }),
    choice(say('admin-button-mode'), { do: 'pick-product', purpose: 'mode' }),
    choice(say('admin-button-hours'), { do: 'pick-place' }),
    choice(say('admin-button-stage'), { do: 'ask-stage' }),
    choice(say('admin-button-invite'), { do: 'invite-role' }),
    choice(say('admin-button-phone-views'), { do: 'phone-views' }),
    ...(reach.pairing ? [choice(say('admin-button-whatsapp'), { do: 'whatsapp-page' })] : []),
  ]);
}

export const menuFlow: Flow<'admin-menu'> = {
  'admin-menu': { turn: (scene) => adminOnly(scene, () => adminMenu(scene)) },
};
