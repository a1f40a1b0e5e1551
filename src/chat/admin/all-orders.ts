/** Every open order of the stand, whole: each leads to its slip. */
import { isMoving } from '../../shop/fulfilment.ts';
import { hasRole } from '../../shop/roles.ts';
import type { OrderView } from '../facts.ts';
import type { Flow, Scene, Turn } from '../flow.ts';
import { firstName } from '../staff/part-card.ts';
import { itemsText } from '../staff/part-work.ts';
import { choice, unitName } from '../wording.ts';
import { adminOnly, choosing, closing } from './admin-only.ts';

const SHOWN_ORDERS = 12;

function orderText(scene: Scene, order: OrderView): string {
  const parts = order.parts.map((part) =>
    scene.say('admin-order-part', {
      unit: unitName(scene, part.unitId),
      items: itemsText(scene, part),
      state: scene.say('staff-state', { state: part.state }),
    }),
  );
  return [scene.say('admin-order', { code: order.code, name: firstName(order.name) }), ...parts].join('\n');
}

function listOrders(scene: Scene): Turn {
  const { say } = scene;
  const open = scene.facts.orders.filter((order) => order.parts.some((part) => isMoving(part.state)));
  if (open.length === 0) return closing(scene, say('admin-orders-none'));
  const shown = open.slice(0, SHOWN_ORDERS);
  const rest = open.length - shown.length;
  const text = [
    say('admin-orders-head', { count: open.length }),
    ...shown.map((order) => orderText(scene, order)),
    ...(rest > 0 ? [say('admin-orders-more', { count: rest })] : []),
  ];
  return choosing(text.join('\n\n'), [
    ...shown.map((order) =>
      choice(`${order.code} · ${firstName(order.name)}`, { do: 'show-slip', code: order.code }),
    ),
    choice(say('admin-button-menu'), { do: 'admin-menu' }),
  ]);
}

export const allOrdersFlow: Flow<'all-orders'> = {
  'all-orders': {
    needs: (_meaning, view) => (hasRole(view.roles, 'admin') ? { orders: { by: 'open', units: null } } : {}),
    turn: (scene) => adminOnly(scene, () => listOrders(scene)),
  },
};
