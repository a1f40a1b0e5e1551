/** The confirmation: the one moment at which a cart becomes an order. */
import { type CartBody, type CartPart, cartItems, cartParts, EMPTY_CART } from '../../shop/cart.ts';
import { answeredBy } from '../../shop/deadlines.ts';
import type { Effect, NewPart, OrderGuards } from '../../shop/effects.ts';
import type { Fulfilment, OrderLine } from '../../shop/fulfilment.ts';
import { available } from '../../shop/stock.ts';
import type { Needs, OrderView, View } from '../facts.ts';
import { type Flow, reply, type Scene, type Turn } from '../flow.ts';
import type { Choice } from '../message.ts';
import { newPartNotice, unitRecipients } from '../staff/part-card.ts';
import { choice, momentText, slipText, unitName, variantName, words } from '../wording.ts';
import { goOn } from './check-out.ts';
import { keepCart } from './fill-cart.ts';
import { seenVersions } from './summary.ts';

function frozenLines(part: CartPart): OrderLine[] {
  return part.items.map(({ product, variant, qty }) => ({
    productId: product.id,
    variantId: variant.id,
    mode: product.mode,
    qty,
    price: variant.price.amount,
    priceStatus: variant.price.status,
  }));
}

function newPart(scene: Scene, body: CartBody, part: CartPart): NewPart {
  const pickup = body.pickups[part.key];
  return {
    publicId: scene.ids.opaque(),
    unitId: part.unitId,
    placeId: part.place.id,
    state: part.mode === 'ready' ? 'ready' : 'new',
    fromStock: part.mode === 'ready',
    quoteFirst: part.mode === 'quote',
    pickupDay: pickup?.kind === 'day' ? pickup.day : null,
    pickupNow: pickup?.kind === 'now',
    lines: frozenLines(part),
  };
}

/** The part as it will be read back, for the slip and the notices of this very turn. */
function asFulfilment(part: NewPart): Fulfilment {
  return {
    ...part,
    id: 0,
    orderId: 0,
    version: 1,
    readyDay: null,
    quoteAmount: null,
    quoteValidUntil: null,
    rejectReason: null,
    rejectNote: null,
    lastStep: null,
  };
}

function guardsFor(scene: Scene, body: CartBody): OrderGuards {
  const { stand } = scene.snapshot;
  const products = new Map(
    cartItems(body, scene.snapshot).map(({ product }) => [product.id, product.version]),
  );
  return {
    stand: { id: stand.id, version: stand.version },
    products: [...products].map(([id, version]) => ({ id, version })),
  };
}

/** Lines that want more than there is left, as choices to take what is left; null where all is there. */
function shortOfStock(scene: Scene, body: CartBody): Turn | null {
  const short = cartItems(body, scene.snapshot).filter(
    ({ product, variant, qty }) =>
      product.mode === 'ready' && available(scene.facts.stock.get(variant.id)) < qty,
  );
  if (short.length === 0) return null;
  const lines = short.map(({ product, variant }) => {
    const left = Math.max(0, available(scene.facts.stock.get(variant.id)));
    const name = variantName(scene, product, variant);
    return left === 0
      ? scene.say('stock-none', { name })
      : scene.say('stock-short', { name, left, unit: words(scene, product.saleUnit) });
  });
  const choices = short.map(({ product, variant }) => {
    const left = Math.max(0, available(scene.facts.stock.get(variant.id)));
    const label = left === 0 ? 'button-take-out' : 'button-take-left';
    return choice(scene.say(label, { name: variantName(scene, product, variant), left }), {
      do: 'set-quantity',
      variant: variant.id,
      qty: left,
    });
  });
  return {
    ...reply([...lines, scene.say('nothing-ordered-yet')].join('\n'), {
      choices: [...choices, choice(scene.say('button-cart'), { do: 'show-cart' })],
    }),
    conversation: { asked: null },
  };
}

function sameVersions(scene: Scene, body: CartBody): boolean {
  return JSON.stringify(body.summary) === JSON.stringify(seenVersions(scene.snapshot, body));
}

function placeOrder(scene: Scene, body: CartBody): Turn {
  const code = scene.ids.code();
  const parts = cartParts(body, scene.snapshot).map((part) => newPart(scene, body, part));
  const order = {
    code,
    name: body.name ?? '',
    phone: body.phone,
    parts: parts.map(asFulfilment),
    payment: { status: 'unpaid', method: null, history: [] },
  } as const;
  const effects: Effect[] = [
    {
      kind: 'order',
      code,
      stage: scene.snapshot.stand.stage,
      language: scene.language,
      name: order.name,
      phone: body.phone,
      parts,
      guards: guardsFor(scene, body),
      ...(body.guest ? { guest: scene.ids.opaque() } : {}),
    },
    keepCart(scene.view, EMPTY_CART).effect,
    ...(body.guest ? [] : [ownDetails(scene, body)]),
    ...parts.flatMap((part) => newPartNotices(scene, order, part)),
  ];
  const placed = scene.say(body.guest ? 'order-placed-for-guest' : 'order-placed', {
    slip: slipText(scene, { ...order, ...slipRest(scene) }),
    code,
  });
  return {
    ...reply([placed, ...answerTimes(scene, parts)].join('\n\n'), {
      choices: [nextChoice(scene, body, code)],
      slip: code,
    }),
    effects,
    conversation: { asked: null },
  };
}

/** By when each unit answers that is asked. */
function answerTimes(scene: Scene, parts: readonly NewPart[]): string[] {
  const asked = parts.filter(({ state }) => state === 'new');
  const lines = asked.map(({ unitId, placeId }) =>
    scene.say('answered-by', {
      unit: unitName(scene, unitId),
      by: momentText(scene, answeredBy(scene.snapshot, placeId, scene.now)),
    }),
  );
  return lines.length > 0 ? [[...new Set(lines)].join('\n')] : [];
}

function nextChoice(scene: Scene, { guest }: CartBody, code: string): Choice {
  return guest
    ? choice(scene.say('keeper-button-slip'), { do: 'show-slip', code })
    : choice(scene.say('button-my-orders'), { do: 'my-orders' });
}

/** What is asked only once of somebody. */
function ownDetails({ view, now }: Scene, { name, phone }: CartBody): Effect {
  return {
    kind: 'person',
    name: name ?? '',
    phone,
    ...(view.person.noticeAt === null ? { noticeAt: now } : {}),
  };
}

/** What a slip does not show but an order has. */
function slipRest(scene: Scene): Omit<OrderView, 'code' | 'name' | 'phone' | 'parts' | 'payment'> {
  return {
    id: 0,
    standId: scene.snapshot.stand.id,
    personId: scene.view.person.id,
    visitor: {
      chatId: scene.view.chat.id,
      channel: scene.inbound.channel,
      external: scene.inbound.chat,
      language: scene.language,
    },
    stage: scene.snapshot.stand.stage,
    createdAt: scene.now,
  };
}

function newPartNotices(
  scene: Scene,
  order: Pick<OrderView, 'code' | 'name' | 'phone'>,
  part: NewPart,
): Effect[] {
  return unitRecipients(scene.facts.recipients, part.unitId).map((to) => ({
    kind: 'notice',
    key: `part ${part.publicId} new ${to.chatId}`,
    to,
    about: part.publicId,
    message: newPartNotice(scene, to.language, order, asFulfilment(part)),
  }));
}

function recordInterest(scene: Scene, body: CartBody): Turn {
  return {
    ...reply(scene.say('interest-recorded'), {
      choices: [choice(scene.say('button-products'), { do: 'list-products' })],
    }),
    effects: [
      {
        kind: 'interest',
        lines: cartItems(body, scene.snapshot).map(({ variant, qty }) => ({ variantId: variant.id, qty })),
        guards: guardsFor(scene, body),
      },
      keepCart(scene.view, EMPTY_CART).effect,
    ],
    conversation: { asked: null },
  };
}

/** Pressed again after the order was placed, or with nothing in the cart. */
function nothingToConfirm(scene: Scene): Turn {
  return reply(scene.say('nothing-to-confirm'), {
    choices: [
      choice(scene.say('button-my-orders'), { do: 'my-orders' }),
      choice(scene.say('button-products'), { do: 'list-products' }),
    ],
  });
}

export const confirmOrder: Flow<'confirm'> = {
  confirm: {
    needs: (_meaning, view: View, snapshot): Needs => {
      const items = cartItems(view.cart.body, snapshot);
      const units = [...new Set(items.map(({ product }) => product.unitId))];
      return {
        stock: items.filter(({ product }) => product.mode === 'ready').map(({ variant }) => variant.id),
        recipients: { units, roles: ['keeper', 'admin'] },
      };
    },
    turn: (scene, { cart }) => {
      const { body, version } = scene.view.cart;
      if (cartItems(body, scene.snapshot).length === 0) return nothingToConfirm(scene);
      if (!body.summary) return goOn(scene, body);
      if (!sameVersions(scene, body)) return goOn(scene, body, scene.say('changed-meanwhile'));
      if (cart !== version) return goOn(scene, body, scene.say('summary-newer'));
      if (scene.snapshot.stand.stage === 'interest') return recordInterest(scene, body);
      return shortOfStock(scene, body) ?? placeOrder(scene, body);
    },
  },
};
