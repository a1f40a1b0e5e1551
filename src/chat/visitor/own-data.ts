/** All that is kept about the person who asks, read out and as a file, and having it erased. */
import { cartItems } from '../../shop/cart.ts';
import { canDo, type Fulfilment, isMoving } from '../../shop/fulfilment.ts';
import type { Needs, OrderView } from '../facts.ts';
import { type Flow, reply, type Scene, type Turn } from '../flow.ts';
import { dataLink } from '../links.ts';
import type { Choice } from '../message.ts';
import { choice, dayOf, lineText, stateText, unitName, words } from '../wording.ts';

/** How long the link to the file can be opened. */
const LINK_MS = 900_000;

const accountNeeds: Needs = { orders: { by: 'me' }, interests: true, account: true };
const orderNeeds: Needs = { orders: { by: 'me' } };

function ownOrders({ facts, view }: Scene): OrderView[] {
  return facts.orders.filter(({ personId }) => personId === view.person.id);
}

function orderText(scene: Scene, { code, createdAt, name, phone, parts }: OrderView): string {
  const lines = parts.map((part) => {
    const items = part.lines.map((line) => lineText(scene, line)).join(', ');
    return `${items} (${stateText(scene, part)})`;
  });
  const told = [name, phone].filter(Boolean).join(', ');
  return scene.say('account-order', {
    code,
    date: dayOf(scene, createdAt),
    name: told === '' ? scene.say('not-kept') : told,
    items: lines.join('; '),
  });
}

/** Nobody writes down a web page's session: what is kept of it is a hash. */
function chatText(scene: Scene, { channel, external }: { channel: string; external: string }): string {
  const name = scene.say(`channel-${channel}`);
  return channel === 'web' ? name : `${name} (${external.replace(/@.*/, '')})`;
}

function accountText(scene: Scene): string {
  const { say, view, facts, snapshot, language } = scene;
  const { account } = facts;
  if (!account) return say('order-unknown');
  const cart = cartItems(view.cart.body, snapshot).map(({ variant, qty }) =>
    lineText(scene, { variantId: variant.id, qty }),
  );
  const list = (items: readonly string[]) => (items.length > 0 ? items.join(', ') : say('not-kept'));
  const orders = ownOrders(scene).map((order) => `• ${orderText(scene, order)}`);
  return [
    say('account', {
      name: view.person.name ?? say('not-kept'),
      phone: view.person.phone ?? say('not-kept'),
      language,
      since: dayOf(scene, account.since),
      chats: list(account.addresses.map((each) => chatText(scene, each))),
      cart: list(cart),
      interests: list(facts.interests.map((line) => lineText(scene, line))),
      questions: account.questions,
      talks: account.talks,
      messages: account.messages,
      orders: orders.length,
    }),
    ...orders,
  ].join('\n');
}

function tellAccount(scene: Scene): Turn {
  const { say, reach, ids, now } = scene;
  const key = `${ids.opaque()}${ids.opaque()}`;
  const link = dataLink(reach, key);
  const text = [
    accountText(scene),
    ...(link === null ? [] : [say('account-file', { link, minutes: LINK_MS / 60_000 })]),
  ];
  return {
    ...reply(text.join('\n\n'), {
      choices: [
        choice(say('button-erase'), { do: 'ask-erase' }),
        choice(say('button-my-orders'), { do: 'my-orders' }),
      ],
    }),
    ...(link === null ? {} : { effects: [{ kind: 'data-link', key, expiresAt: now + LINK_MS } as const] }),
  };
}

/* ── being forgotten ── */

function openParts(scene: Scene): { order: OrderView; part: Fulfilment }[] {
  return ownOrders(scene).flatMap((order) =>
    order.parts.filter(({ state }) => isMoving(state)).map((part) => ({ order, part })),
  );
}

function cancelChoices(scene: Scene): Choice[] {
  return openParts(scene)
    .filter(({ part }) => canDo(part, 'cancel'))
    .map(({ order, part }) =>
      choice(scene.say('erase-button-cancel', { code: order.code, unit: unitName(scene, part.unitId) }), {
        do: 'ask-cancel',
        part: part.publicId,
      }),
    );
}

/** What keeps it from being done; null where nothing does. */
function heldUp(scene: Scene): Turn | null {
  const { say, view } = scene;
  if (view.roles.length > 0) return reply(say('erase-works'));
  const open = openParts(scene);
  if (open.length === 0) return null;
  const lines = open.map(
    ({ order, part }) => `• ${order.code} · ${unitName(scene, part.unitId)}: ${stateText(scene, part)}`,
  );
  return {
    ...reply([say('erase-open-orders'), ...lines].join('\n'), {
      choices: [...cancelChoices(scene), choice(say('button-ask-person'), { do: 'ask-person' })],
    }),
    conversation: { asked: null },
  };
}

function askErase(scene: Scene): Turn {
  const { say, snapshot } = scene;
  return (
    heldUp(scene) ?? {
      ...reply(say('erase-ask', { keeper: words(scene, snapshot.stand.dataKeeper) }), {
        choices: [
          choice(say('button-erase-sure'), { do: 'erase-me' }),
          choice(say('button-erase-not'), { do: 'help' }),
        ],
      }),
      conversation: { asked: { what: 'erase' } },
    }
  );
}

export function eraseMe(scene: Scene): Turn {
  return (
    heldUp(scene) ?? {
      ...reply(scene.say('erase-done')),
      effects: [{ kind: 'erase-request' }],
      conversation: { asked: null },
    }
  );
}

export const ownData: Flow<'my-data' | 'ask-erase' | 'erase-me'> = {
  'my-data': { needs: () => accountNeeds, turn: tellAccount },
  'ask-erase': { needs: () => orderNeeds, turn: askErase },
  'erase-me': { needs: () => orderNeeds, turn: eraseMe },
};
