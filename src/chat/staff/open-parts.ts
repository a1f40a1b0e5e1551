/** What is open for a unit, and one part of it on a card. Keepers and admins see every unit. */
import { type Fulfilment, type FulfilmentState, isMoving } from '../../shop/fulfilment.ts';
import { hasRole, type RoleGrant } from '../../shop/roles.ts';
import type { Needs, OrderView, View } from '../facts.ts';
import { type Flow, reply, type Scene, type Turn } from '../flow.ts';
import type { ListedChoice } from '../message.ts';
import { choice, listed, unitName } from '../wording.ts';
import { firstName, maySeePart } from './part-card.ts';
import { aboutPart, cardTurn, itemsText, notYours, partNeeds, shortItemsText } from './part-work.ts';

export const SHOWN_PARTS = 12;

/** What waits for the unit first, then what waits for others. */
export const GROUPS: readonly FulfilmentState[] = ['new', 'accepted', 'made', 'quoted', 'ready'];

/** The units whose parts somebody sees; null: all. */
export function visibleUnits(roles: readonly RoleGrant[]): readonly number[] | null {
  if (hasRole(roles, 'keeper', 'admin')) return null;
  return roles.flatMap((grant) => (grant.role === 'staff' && grant.unitId !== null ? [grant.unitId] : []));
}

export interface OpenPart {
  readonly order: OrderView;
  readonly part: Fulfilment;
}

/** By state, and within a state oldest first. */
export function openParts(roles: readonly RoleGrant[], orders: readonly OrderView[]): OpenPart[] {
  return orders
    .flatMap((order) => order.parts.map((part) => ({ order, part })))
    .filter(({ part }) => isMoving(part.state) && maySeePart(roles, part))
    .sort(
      (one, other) =>
        GROUPS.indexOf(one.part.state) - GROUPS.indexOf(other.part.state) ||
        one.order.createdAt - other.order.createdAt,
    );
}

function openLine(scene: Scene, { order, part }: OpenPart): string {
  return scene.say(seesManyUnits(scene) ? 'staff-open-line-of' : 'staff-open-line', {
    code: order.code,
    name: firstName(order.name),
    items: itemsText(scene, part),
    unit: unitName(scene, part.unitId),
  });
}

function listParts(scene: Scene): Turn {
  if (!hasRole(scene.view.roles, 'staff', 'keeper', 'admin')) return notYours(scene);
  const open = openPartsTurn(scene);
  return open?.turn ?? { ...reply(scene.say('staff-open-none')), conversation: { asked: null } };
}

/** How many are open, and the list of them; null: none is. */
export function openPartsTurn(scene: Scene): { readonly count: number; readonly turn: Turn } | null {
  const { say } = scene;
  const all = openParts(scene.view.roles, scene.facts.orders);
  if (all.length === 0) return null;
  const shown = all.slice(0, SHOWN_PARTS);
  const rest = all.length - shown.length;
  const turn: Turn = {
    ...reply(rest > 0 ? say('staff-open-more', { count: rest }) : '', {
      choices: shown.map((each, index) => openChoice(scene, each, shown[index - 1])),
    }),
    conversation: { asked: null },
  };
  return { count: all.length, turn };
}

export const openPartsNeeds = ({ roles }: View): Needs =>
  hasRole(roles, 'staff', 'keeper', 'admin') ? { orders: { by: 'open', units: visibleUnits(roles) } } : {};
function openChoice(scene: Scene, open: OpenPart, before: OpenPart | undefined): ListedChoice {
  const { order, part } = open;
  const label = `${order.code} · ${shortItemsText(scene, part)}`;
  const { state } = part;
  return listed(choice(label, { do: 'show-part', part: part.publicId }), {
    line: openLine(scene, open),
    more: openMore(scene, open),
    ...(before?.part.state === state ? {} : { head: scene.say('staff-open-state', { state }) }),
  });
}

/** What the label leaves out. */
function openMore(scene: Scene, { order, part }: OpenPart): string {
  return [
    firstName(order.name),
    ...(part.lines.length > 1 ? [itemsText(scene, part)] : []),
    ...(seesManyUnits(scene) ? [unitName(scene, part.unitId)] : []),
  ].join(' · ');
}

/** Then it has to be said whose a part is. */
export function seesManyUnits({ view }: { readonly view: Pick<View, 'roles'> }): boolean {
  return visibleUnits(view.roles)?.length !== 1;
}

export const openPartsFlow: Flow<'open-parts' | 'show-part'> = {
  'open-parts': {
    needs: (_meaning, view) => openPartsNeeds(view),
    turn: listParts,
  },
  'show-part': {
    needs: partNeeds,
    turn: (scene, { part }) => aboutPart(scene, part, (order, found) => cardTurn(scene, order, found)),
  },
};
