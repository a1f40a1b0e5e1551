/** One person on two channels: a code made in one chat and said in the other makes cart and orders the same in both. */
import { bothCarts, type CartBody, cartItems } from '../../shop/cart.ts';
import { connectCode } from '../../shop/code.ts';
import type { Effect } from '../../shop/effects.ts';
import type { ConnectView } from '../facts.ts';
import { type Flow, reply, type Scene, type Turn } from '../flow.ts';
import { connectLinks } from '../links.ts';
import { choice, lineText, wordingFor } from '../wording.ts';
import { cartMessage } from './fill-cart.ts';

/** As DESIGN has it: ten minutes. */
const VALID_MS = 600_000;

function offerCode(scene: Scene): Turn {
  const code = connectCode(scene.ids);
  const links = connectLinks(scene.reach, code);
  return {
    ...reply(scene.say('connect-code', { code, links: links.length > 0 ? links.join('\n') : 'none' })),
    effects: [{ kind: 'connect-code', code, expiresAt: scene.now + VALID_MS }],
  };
}

type Usable = { readonly ok: ConnectView } | { readonly not: Turn };

/** Whose code it is, or why it connects nothing. */
function usable(scene: Scene): Usable {
  const { say, facts, view } = scene;
  const found = facts.connect;
  if (!found?.code) return { not: reply(say('connect-unknown')) };
  if (found.person.id === view.person.id) {
    const key = found.chat.chatId === view.chat.id ? 'connect-own-code' : 'connect-already';
    return { not: reply(say(key)) };
  }
  if (found.code.used || scene.now > found.code.expiresAt) return { not: reply(say('connect-over')) };
  return { ok: found };
}

function contents(scene: Scene, cart: CartBody): string {
  return cartItems(cart, scene.snapshot)
    .map(({ variant, qty }) => lineText(scene, { variantId: variant.id, qty }))
    .join(', ');
}

/** Nobody is connected by a link that somebody else has sent: it is said whose chat it is, and asked. */
function askWhether(scene: Scene, code: string): Turn {
  const found = usable(scene);
  if ('not' in found) return found.not;
  const { say, view } = scene;
  const { chat, person, cart } = found.ok;
  const where = say(`channel-${chat.channel}`);
  const [here, there] = [contents(scene, view.cart.body), contents(scene, cart.body)];
  const both = here !== '' && there !== '';
  const connect = (key: string, which: 'here' | 'there' | 'both') =>
    choice(say(key, { where }), { do: 'connect', code, cart: which });
  const text = say('connect-ask', { where, name: person.name ?? 'none' });
  return reply(both ? `${text}\n\n${say('connect-two-carts', { where, here, there })}` : text, {
    choices: [
      ...(both
        ? [
            connect('connect-button-here', 'here'),
            connect('connect-button-there', 'there'),
            connect('connect-button-both', 'both'),
          ]
        : [connect('connect-button', 'both')]),
      choice(say('connect-button-not'), { do: 'help' }),
    ],
  });
}

function cartLeft(scene: Scene, there: CartBody, which: 'here' | 'there' | 'both'): CartBody {
  const here = scene.view.cart.body;
  if (which === 'both') return bothCarts(here, there);
  return { ...(which === 'here' ? here : there), summary: null };
}

function connect(scene: Scene, which: 'here' | 'there' | 'both'): Turn {
  const found = usable(scene);
  if ('not' in found) return found.not;
  const { say } = scene;
  const { chat, cart: theirs } = found.ok;
  const cart = cartLeft(scene, theirs.body, which);
  const said = say('connect-done', { where: say(`channel-${chat.channel}`) });
  return {
    replies: [
      cartItems(cart, scene.snapshot).length > 0
        ? { ...cartMessage(scene, cart, said), inPlace: false }
        : { text: said, choices: [choice(say('button-my-orders'), { do: 'my-orders' })] },
    ],
    effects: [...becomesOne(scene, found.ok, cart), tellThere(scene, found.ok)],
    conversation: { asked: null },
  };
}

function becomesOne({ view }: Scene, found: ConnectView, cart: CartBody): Effect[] {
  const { code, person, addressId } = found;
  return [
    {
      kind: 'connect',
      codeId: code?.id ?? null,
      rolesOf: code === null ? addressId : null,
      other: { personId: person.id, cartVersion: found.cart.version },
      cartVersion: view.cart.version,
      cart,
    },
    { kind: 'audit', what: 'connect', subject: `address ${addressId}`, before: null, after: null },
  ];
}

/** Whoever did not do it themselves should hear of it. */
function tellThere(scene: Scene, { code, chat }: ConnectView): Effect {
  const wording = wordingFor(scene, chat.language);
  const where = wording.say(`channel-${scene.inbound.channel}`);
  return {
    kind: 'notice',
    key: `connect ${code?.id}`,
    to: chat,
    about: null,
    message: {
      text: wording.say('connect-told', { where }),
      choices: [choice(wording.say('button-ask-person'), { do: 'ask-person' })],
    },
  };
}

/** The channel itself says so: nobody is asked, and what was in two carts is in one. */
function isAlso(scene: Scene): Turn {
  const found = scene.facts.connect;
  if (!found || found.person.id === scene.view.person.id) return { replies: [] };
  const cart = cartLeft(scene, found.cart.body, 'both');
  return { replies: [], effects: becomesOne(scene, found, cart) };
}

export const connectChats: Flow<'connect-chat' | 'connect-with' | 'connect' | 'is-also'> = {
  'connect-chat': { turn: offerCode },
  'connect-with': {
    needs: ({ code }) => ({ connect: { code } }),
    turn: (scene, { code }) => askWhether(scene, code),
  },
  connect: {
    needs: ({ code }) => ({ connect: { code } }),
    turn: (scene, { cart }) => connect(scene, cart),
  },
  'is-also': {
    needs: ({ channel, external }) => ({ connect: { channel, external } }),
    turn: isAlso,
  },
};
