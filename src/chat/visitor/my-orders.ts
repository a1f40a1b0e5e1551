/** One's own orders: how they stand, cancelling, and answering a unit's quote. */

import { readOrderCode } from '../../shop/code.ts';
import type { Effect } from '../../shop/effects.ts';
import { canDo, type Fulfilment, isProposed, orderState, takenState } from '../../shop/fulfilment.ts';
import { hasRole } from '../../shop/roles.ts';
import { giveBack } from '../../shop/stock.ts';
import { findPart, type Needs, type OrderView, type RoleRecipient } from '../facts.ts';
import { type Flow, reply, type Scene, type Turn } from '../flow.ts';
import type { Choice, ListedChoice } from '../message.ts';
import { firstName, onePerChat, staffNews, unitRecipients } from '../staff/part-card.ts';
import { afterStep, shortItemsText } from '../staff/part-work.ts';
import { choice, lineText, listed, slipText, stateText, unitName, wordingFor } from '../wording.ts';

const SHOWN_ORDERS = 5;

/** Named by its unit, or by its goods where the unit has another part in the order. */
export function partChoices(scene: Scene, order: OrderView, part: Fulfilment): Choice[] {
  const alone = order.parts.filter((each) => each.unitId === part.unitId).length === 1;
  const unit = alone ? unitName(scene, part.unitId) : shortItemsText(scene, part);
  const { publicId, version } = part;
  return [
    ...(canDo(part, 'take-quote')
      ? [
          choice(scene.say(isProposed(part) ? 'button-take-proposal' : 'button-take-quote', { unit }), {
            do: 'take-quote',
            part: publicId,
            version,
          }),
          choice(scene.say(isProposed(part) ? 'button-decline-proposal' : 'button-decline-quote', { unit }), {
            do: 'decline-quote',
            part: publicId,
            version,
          }),
        ]
      : []),
    ...(canDo(part, 'cancel') && part.state !== 'quoted'
      ? [choice(scene.say('button-cancel', { unit }), { do: 'ask-cancel', part: publicId })]
      : []),
  ];
}

function showSlip(scene: Scene, order: OrderView, preface?: string): Turn {
  const text = [preface, slipText(scene, order)].filter(Boolean).join('\n\n');
  return reply(text, {
    choices: order.parts.flatMap((part) => partChoices(scene, order, part)),
    slip: order.code,
  });
}

function listOrders(scene: Scene): Turn {
  const own = scene.facts.orders.filter((order) => order.personId === scene.view.person.id);
  const interest = scene.facts.interests.map((line) => `• ${lineText(scene, line)}`);
  const interestText = interest.length > 0 ? [scene.say('my-interests'), ...interest].join('\n') : undefined;
  const products = choice(scene.say('button-products'), { do: 'list-products' });
  const [first] = own;
  if (!first) return reply(interestText ?? scene.say('no-orders'), { choices: [products] });
  if (own.length === 1 && !interestText) return showSlip(scene, first);
  const shown = own.slice(0, SHOWN_ORDERS);
  return reply([interestText, scene.say('my-orders-head')].filter(Boolean).join('\n\n'), {
    choices: shown.map((order) => orderChoice(scene, order)),
  });
}

function orderChoice(scene: Scene, { code, parts }: OrderView): ListedChoice {
  const known = {
    state: orderState(parts),
    items: parts.flatMap((part) => part.lines.map((line) => lineText(scene, line))).join(', '),
  };
  return listed(choice(code, { do: 'show-order', code }), {
    line: scene.say('order-line', { code, ...known }),
    more: scene.say('order-more', known),
  });
}

/** One's own; or of somebody who has no chat with us and came to the keeper who writes. */
function isMine({ view }: Scene, order: OrderView): boolean {
  if (order.visitor === null) return hasRole(view.roles, 'keeper', 'admin');
  return order.personId === view.person.id;
}

/** A turn about one's own part; somebody else's is as unknown as one that never was. */
function aboutOwnPart(
  scene: Scene,
  publicId: string,
  turn: (order: OrderView, part: Fulfilment) => Turn,
): Turn {
  const found = findPart(scene.facts, publicId);
  if (!found || !isMine(scene, found.order)) return reply(scene.say('order-unknown'));
  return turn(found.order, found.part);
}

const partNeeds = ({ part }: { part: string }): Needs => ({ orders: { by: 'part', part } });
const partAndStaffNeeds = ({ part }: { part: string }): Needs => ({
  orders: { by: 'part', part },
  recipients: { units: [], roles: ['staff', 'keeper', 'admin'] },
});

const TOLD = {
  cancel: { sentence: 'unit-cancelled', news: 'news-cancelled' },
  'take-quote': { sentence: 'unit-quote-taken', news: 'news-quote-taken' },
  'decline-quote': { sentence: 'unit-quote-declined', news: 'news-quote-declined' },
} as const;

/** What lay on the shelf was counted by the keepers; else the unit, of which all of it hears. */
function whoOffered(scene: Scene, part: Fulfilment): RoleRecipient[] {
  const { recipients } = scene.facts;
  const unit = unitRecipients(recipients, part.unitId);
  const keepers = part.fromStock ? recipients.filter(({ role }) => role === 'keeper') : [];
  return onePerChat([...keepers, ...unit]);
}

/** What the unit hears when its visitor decided something. */
function tellUnit(scene: Scene, order: OrderView, part: Fulfilment, what: keyof typeof TOLD): Effect[] {
  return whoOffered(scene, part).map((to) => {
    const wording = wordingFor(scene, to.language);
    const { sentence, news } = TOLD[what];
    const about = {
      code: order.code,
      name: firstName(order.name),
      items: part.lines.map((line) => lineText(wording, line)).join(', '),
    };
    const text = wording.say(sentence, { ...about, from: part.fromStock ? 'stock' : 'made' });
    const from = part.fromStock ? 'stock' : 'made';
    const template = staffNews(wording, { ...about, news: wording.say(news, { from }) }, part);
    const choices =
      what === 'take-quote' && !part.fromStock
        ? [choice(wording.say('button-made'), { do: 'made', part: part.publicId })]
        : [];
    return {
      kind: 'notice',
      // What was proposed can be taken more than once.
      key: `part ${part.publicId} ${what}.${part.version} ${to.chatId}`,
      to,
      about: part.publicId,
      message: { text, choices, template },
    };
  });
}

function step(part: Fulfilment, to: Fulfilment['state']): Effect {
  return {
    kind: 'step',
    part: { id: part.id, publicId: part.publicId, version: part.version },
    from: part.state,
    to,
    change: {},
  };
}

function cancelPart(scene: Scene, order: OrderView, part: Fulfilment): Turn {
  if (!canDo(part, 'cancel')) return cannotNow(scene, part);
  const items = part.lines.map((line) => lineText(scene, line)).join(', ');
  return {
    ...reply(scene.say('cancelled', { code: order.code, items })),
    conversation: { asked: null },
    effects: [step(part, 'cancelled'), ...giveBack(part), ...tellUnit(scene, order, part, 'cancel')],
  };
}

function askCancel(scene: Scene, order: OrderView, part: Fulfilment): Turn {
  const items = part.lines.map((line) => lineText(scene, line)).join(', ');
  return {
    ...reply(scene.say('ask-cancel', { code: order.code, items }), {
      choices: [
        choice(scene.say('button-cancel-sure'), { do: 'cancel', part: part.publicId }),
        choice(scene.say('button-keep'), { do: 'show-order', code: order.code }),
      ],
    }),
    conversation: { asked: { what: 'cancel', part: part.publicId } },
  };
}

/** The one part that can be meant, among those with a product that is named; null where there are several or none. */
export function cancelOrdered(scene: Scene, named: readonly number[]): Turn | null {
  const own = scene.facts.orders.filter(({ personId }) => personId === scene.view.person.id);
  const candidates = own.flatMap((order) =>
    order.parts
      .filter((part) => canDo(part, 'cancel'))
      .filter(({ lines }) => named.length === 0 || lines.some(({ productId }) => named.includes(productId)))
      .map((part) => ({ order, part })),
  );
  const [one, ...more] = candidates;
  return one && more.length === 0 ? askCancel(scene, one.order, one.part) : null;
}

function cannotNow(scene: Scene, part: Fulfilment): Turn {
  return reply(scene.say('cannot-now', { status: stateText(scene, part) }));
}

/** The quote is the one that was read, and still stands. */
function quoteHolds(scene: Scene, part: Fulfilment, version: number): boolean {
  return canDo(part, 'take-quote') && part.version === version && (part.quoteValidUntil ?? 0) > scene.now;
}

export const myOrders: Flow<
  'my-orders' | 'show-order' | 'ask-cancel' | 'cancel' | 'take-quote' | 'decline-quote'
> = {
  'my-orders': {
    needs: () => ({ orders: { by: 'me' }, interests: true }),
    turn: listOrders,
  },
  'show-order': {
    needs: ({ code }) => ({ orders: { by: 'code', code: readOrderCode(code) ?? code } }),
    turn: (scene) => {
      const order = scene.facts.orders.find((each) => isMine(scene, each));
      if (order) return showSlip(scene, order);
      return reply(scene.say('order-unknown'), {
        choices: [choice(scene.say('button-my-orders'), { do: 'my-orders' })],
      });
    },
  },
  'ask-cancel': {
    needs: partNeeds,
    turn: (scene, { part }) =>
      aboutOwnPart(scene, part, (order, found) => {
        if (!canDo(found, 'cancel')) return cannotNow(scene, found);
        return askCancel(scene, order, found);
      }),
  },
  cancel: {
    needs: partAndStaffNeeds,
    turn: (scene, { part }) => aboutOwnPart(scene, part, (order, found) => cancelPart(scene, order, found)),
  },
  'take-quote': {
    needs: partAndStaffNeeds,
    turn: (scene, { part, version }) =>
      aboutOwnPart(scene, part, (order, found) => {
        if (!canDo(found, 'take-quote')) return cannotNow(scene, found);
        if (!quoteHolds(scene, found, version)) return reply(scene.say('quote-lapsed'));
        const accepted = afterStep(found, takenState(found));
        const shown = { ...order, parts: order.parts.map((each) => (each === found ? accepted : each)) };
        return {
          ...showSlip(scene, shown, scene.say('quote-taken', { from: found.fromStock ? 'stock' : 'made' })),
          effects: [step(found, takenState(found)), ...tellUnit(scene, order, accepted, 'take-quote')],
        };
      }),
  },
  'decline-quote': {
    needs: partAndStaffNeeds,
    turn: (scene, { part, version }) =>
      aboutOwnPart(scene, part, (order, found) => {
        if (!canDo(found, 'take-quote') || found.version !== version) return cannotNow(scene, found);
        return {
          ...reply(scene.say('quote-declined', { code: order.code })),
          effects: [
            step(found, 'cancelled'),
            ...giveBack(found),
            ...tellUnit(scene, order, found, 'decline-quote'),
          ],
        };
      }),
  },
};

/** All of one's own, or the one with this code. */
export function showOrders(scene: Scene, code: string | undefined): Turn {
  if (code === undefined) return myOrders['my-orders'].turn(scene, { do: 'my-orders' });
  return myOrders['show-order'].turn(scene, { do: 'show-order', code });
}
