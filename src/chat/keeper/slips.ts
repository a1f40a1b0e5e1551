/** The keeper at the stand: a visitor shows a code or says a name, and is given the goods. */
import { readOrderCode } from '../../shop/code.ts';
import { moneyOfParts } from '../../shop/counter.ts';
import type { Effect } from '../../shop/effects.ts';
import { canDo, type Fulfilment, orderState } from '../../shop/fulfilment.ts';
import { hasRole } from '../../shop/roles.ts';
import type { OrderView } from '../facts.ts';
import { type Flow, reply, type Scene, type Turn } from '../flow.ts';
import { isSlipLink } from '../links.ts';
import type { Choice } from '../message.ts';
import {
  aboutPart,
  afterStep,
  cardTurn,
  isPickedUpAtStand,
  mayHandOver,
  notYours,
  partNeeds,
  shortItemsText,
  stepEffect,
  tooLateText,
  whenText,
} from '../staff/part-work.ts';
import { tellCollected } from '../staff/tell.ts';
import { partChoices as guestChoices } from '../visitor/my-orders.ts';
import { choice, paymentText, slipText } from '../wording.ts';

const SHOWN_SLIPS = 12;

/** How colleagues know whoever writes. */
export function nameOfActor({ view }: Scene): string | null {
  return view.member?.name || (view.roles.find(({ role }) => role !== 'curator')?.name ?? null);
}

export function mayKeep(scene: Scene): boolean {
  return hasRole(scene.view.roles, 'keeper', 'admin');
}

/* ── the slip ────────────────────────────────────────────────────────────────────────────────────── */

function partChoices(scene: Scene, order: OrderView, part: Fulfilment): Choice[] {
  const items = shortItemsText(scene, part);
  const it = part.publicId;
  const arrived = isPickedUpAtStand(scene, part) ? 'keeper-button-arrived' : 'keeper-button-ready';
  return [
    ...(canDo(part, 'collect')
      ? [choice(scene.say('keeper-button-hand-over', { items }), { do: 'collect', part: it })]
      : []),
    ...(canDo(part, 'propose') && part.fromStock
      ? [
          choice(scene.say('keeper-button-fewer', { items }), {
            do: 'propose',
            part: it,
            version: part.version,
          }),
        ]
      : []),
    ...(order.visitor === null ? guestChoices(scene, order, part) : []),
    ...(canDo(part, 'ready') ? [choice(scene.say(arrived, { items }), { do: 'ready', part: it })] : []),
  ];
}

/** What was paid can only be taken back, what was not can be recorded; nothing is owed for an order without goods. */
function payChoices(scene: Scene, order: OrderView): Choice[] {
  const { say } = scene;
  const { code } = order;
  if (order.payment.status === 'paid')
    return [choice(say('keeper-button-unpaid'), { do: 'pay', code, method: 'unpaid' })];
  if (orderState(order.parts) === 'closed') return [];
  return [
    choice(say('keeper-button-cash'), { do: 'pay', code, method: 'cash' }),
    choice(say('keeper-button-qris'), { do: 'pay', code, method: 'qris' }),
  ];
}

/** Where something was taken back, all entries are shown: none is ever changed. */
function paymentHistory(scene: Scene, { payment: { history } }: OrderView): string | null {
  if (history.length === 0) return null;
  const lines = history.map(({ status, method, at, by }) =>
    scene.say('keeper-payment-entry', {
      status,
      method: method ?? 'none',
      when: whenText(scene, at),
      who: by ?? 'none',
    }),
  );
  return [scene.say('keeper-payment-history'), ...lines].join('\n');
}

function slipTurn(scene: Scene, order: OrderView, preface: string | null): Turn {
  const texts = [preface, slipText(scene, order), paymentHistory(scene, order)];
  return {
    ...reply(texts.filter(Boolean).join('\n\n'), {
      choices: [
        ...order.parts.flatMap((part) => partChoices(scene, order, part)),
        ...payChoices(scene, order),
      ],
      inPlace: true,
      slip: order.code,
    }),
    conversation: { asked: null },
  };
}

/** A code that was used, or ended otherwise, is told apart before the slip is shown. */
function endedText(scene: Scene, order: OrderView): string | null {
  const state = orderState(order.parts);
  if (state === 'closed') return scene.say('keeper-code-closed', { code: order.code });
  if (state !== 'done') return null;
  const [last] = order.parts
    .flatMap((part) => (part.state === 'collected' && part.lastStep ? [part.lastStep] : []))
    .sort((one, other) => other.at - one.at);
  if (!last) return scene.say('keeper-code-used', { code: order.code });
  return scene.say('keeper-code-used-when', {
    code: order.code,
    when: whenText(scene, last.at),
    who: last.by ?? 'none',
  });
}

function showSlip(scene: Scene, asked: string): Turn {
  if (!mayKeep(scene)) return notYours(scene);
  const code = readOrderCode(asked);
  const [order] = scene.facts.orders;
  if (!code || (order && order.standId !== scene.snapshot.stand.id))
    return reply(scene.say('keeper-code-foreign', { code: asked }));
  return order
    ? slipTurn(scene, order, endedText(scene, order))
    : reply(scene.say('keeper-code-unknown', { code }));
}

function findSlip(scene: Scene, name: string): Turn {
  if (!mayKeep(scene)) return notYours(scene);
  const found = scene.facts.orders;
  const [only] = found;
  if (!only) return reply(scene.say('keeper-name-unknown', { name }));
  if (found.length === 1) return slipTurn(scene, only, null);
  const shown = found.slice(0, SHOWN_SLIPS);
  const labels = shown.map((order) => {
    const [part] = order.parts;
    return `${order.code} · ${order.name}${part ? ` · ${shortItemsText(scene, part)}` : ''}`;
  });
  const rest = found.length - shown.length;
  return reply(
    [
      scene.say('keeper-name-several', { name, count: found.length }),
      ...labels.map((label) => `• ${label}`),
      ...(rest > 0 ? [scene.say('keeper-name-more', { count: rest })] : []),
    ].join('\n'),
    {
      choices: shown.map((order, index) =>
        choice(labels[index] ?? order.code, { do: 'show-slip', code: order.code }),
      ),
    },
  );
}

/* ── handing over ────────────────────────────────────────────────────────────────────────────────── */

/** The promise is taken back before the goods leave: what is promised may never exceed what lies there. */
function handOver(order: OrderView, part: Fulfilment): Effect[] {
  if (!part.fromStock) return [];
  return part.lines
    .filter(({ qty }) => qty > 0)
    .flatMap((line): Effect[] => [
      { kind: 'allocate', variantId: line.variantId, qty: -line.qty },
      {
        kind: 'movement',
        variantId: line.variantId,
        movement: 'hand-over',
        qty: -line.qty,
        orderId: order.id,
      },
    ]);
}

function collect(scene: Scene, order: OrderView, part: Fulfilment): Turn {
  if (!mayHandOver(scene, part)) return cardTurn(scene, order, part, scene.say('staff-keeper-confirms'));
  if (!canDo(part, 'collect')) return afterwards(scene, order, part, tooLateText(scene, part));
  const after = afterStep(part, 'collected');
  const shown = { ...order, parts: order.parts.map((each) => (each === part ? after : each)) };
  return {
    ...afterwards(scene, shown, after, scene.say('keeper-did-hand-over', { code: order.code })),
    effects: [stepEffect(part, 'collected'), ...handOver(order, part), ...tellCollected(scene, order, after)],
  };
}

/** A keeper goes on with the slip, the unit's staff with their card. */
function afterwards(scene: Scene, order: OrderView, part: Fulfilment, preface: string): Turn {
  return mayKeep(scene) ? slipTurn(scene, order, preface) : cardTurn(scene, order, part, preface);
}

/* ── paying ──────────────────────────────────────────────────────────────────────────────────────── */

function pay(scene: Scene, method: 'cash' | 'qris' | 'unpaid'): Turn {
  if (!mayKeep(scene)) return notYours(scene);
  const [order] = scene.facts.orders;
  if (!order) return reply(scene.say('keeper-payment-unknown'));
  const { payment } = order;
  const undo = method === 'unpaid';
  // An entry is never changed: what was recorded wrongly is taken back by a counter-entry first.
  if (undo !== (payment.status === 'paid')) {
    return slipTurn(scene, order, scene.say(undo ? 'keeper-not-paid' : 'keeper-paid-already'));
  }
  const entered = undo
    ? ({ status: 'unpaid', method: null } as const)
    : ({ status: 'paid', method } as const);
  const by = nameOfActor(scene);
  const history = [...payment.history, { ...entered, at: scene.now, by }];
  const after: OrderView = { ...order, payment: { ...entered, history } };
  return {
    ...slipTurn(scene, after, paymentText(scene, after)),
    effects: [
      {
        kind: 'payment',
        orderId: order.id,
        position: payment.history.length,
        ...entered,
        money: undo ? [] : moneyOfParts(order.parts),
      },
    ],
  };
}

export const slipsFlow: Flow<'show-slip' | 'slip-link' | 'find-slip' | 'collect' | 'pay'> = {
  'show-slip': {
    needs: ({ code }) => ({ orders: { by: 'code', code: readOrderCode(code) ?? code } }),
    turn: (scene, { code }) => showSlip(scene, code),
  },
  'slip-link': {
    needs: ({ code }) => ({ orders: { by: 'code', code: readOrderCode(code) ?? code } }),
    turn: (scene, { link, code }) =>
      !mayKeep(scene) || isSlipLink(scene.reach, link)
        ? showSlip(scene, code)
        : reply(scene.say('keeper-link-foreign')),
  },
  'find-slip': {
    needs: ({ name }) => ({ orders: { by: 'name', name } }),
    turn: (scene, { name }) => findSlip(scene, name),
  },
  collect: {
    needs: partNeeds,
    turn: (scene, { part }) => aboutPart(scene, part, (order, found) => collect(scene, order, found)),
  },
  pay: {
    needs: ({ code }) => ({ orders: { by: 'code', code: readOrderCode(code) ?? code } }),
    turn: (scene, { method }) => pay(scene, method),
  },
};
