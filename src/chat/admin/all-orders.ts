/** Every open order of the stand, whole: each leads to its slip. */
import { isMoving } from '../../shop/fulfilment.ts';
import { hasRole } from '../../shop/roles.ts';
import type { OrderView } from '../facts.ts';
import type { Flow, Scene, Turn } from '../flow.ts';
import type { ListedChoice } from '../message.ts';
import { firstName } from '../staff/part-card.ts';
import { itemsText } from '../staff/part-work.ts';
import { choice, listed, unitName } from '../wording.ts';
import { adminOnly, choosing, closing } from './admin-only.ts';

const SHOWN_ORDERS = 12;

function orderChoice(scene: Scene, order: OrderView): ListedChoice {
  const { code } = order;
  const name = firstName(order.name);
  const parts = order.parts.map((part) =>
    scene.say('admin-order-part', {
      unit: unitName(scene, part.unitId),
      items: itemsText(scene, part),
      state: scene.say('staff-state', { state: part.state }),
    }),
  );
  return listed(choice(`${code} · ${name}`, { do: 'show-slip', code }), {
    line: ['', scene.say('admin-order', { code, name }), ...parts].join('\n'),
    more: parts.join('\n   '),
  });
}

function listOrders(scene: Scene): Turn {
  const { say } = scene;
  const open = scene.facts.orders.filter((order) => order.parts.some((part) => isMoving(part.state)));
  if (open.length === 0) return closing(scene, say('admin-orders-none'));
  const shown = open.slice(0, SHOWN_ORDERS);
  const rest = open.length - shown.length;
  const text = [
    say('admin-orders-head', { count: open.length }),
    ...(rest > 0 ? [say('admin-orders-more', { count: rest })] : []),
  ];
  return choosing(text.join('\n\n'), [
    ...shown.map((order) => orderChoice(scene, order)),
    choice(say('admin-button-menu'), { do: 'admin-menu' }),
  ]);
}

export const allOrdersFlow: Flow<'all-orders'> = {
  'all-orders': {
    needs: (_meaning, view) => (hasRole(view.roles, 'admin') ? { orders: { by: 'open', units: null } } : {}),
    turn: (scene) => adminOnly(scene, () => listOrders(scene)),
  },
};
