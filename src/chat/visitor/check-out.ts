import { type CartBody, cartItems, cartParts, type Pickup } from '../../shop/cart.ts';
import { normalisePhone } from '../../shop/phone.ts';
import type { Asked } from '../conversation.ts';
import { type Flow, reply, type Scene, type Turn } from '../flow.ts';
import { namesDay } from '../understand/days.ts';
import { readName, splitNameAndPhone } from '../understand/names.ts';
import { declines } from '../understand/never-mind.ts';
import { choice } from '../wording.ts';
import { cartMessage, keepCart } from './fill-cart.ts';
import { askPickUp, missingPickUp, pickUpProblem, readPickUp } from './pick-up.ts';
import { seenVersions, summary } from './summary.ts';

export const MAX_NAME_LENGTH = 60;

function askName(scene: Scene, preface?: string): Turn {
  const { say, inbound } = scene;
  const { guest } = scene.view.cart.body;
  const shown = guest ? '' : cleanName(inbound.displayName ?? '');
  const choices = shown ? [choice(shown, { do: 'use-known-name' })] : [];
  return {
    ...reply([preface, say(guest ? 'ask-name-of-guest' : 'ask-name')].filter(Boolean).join('\n\n'), {
      choices,
    }),
    conversation: { asked: { what: 'name' } },
  };
}

function askPhone(scene: Scene, preface?: string): Turn {
  const { say } = scene;
  const { guest } = scene.view.cart.body;
  return {
    ...reply([preface, say(guest ? 'ask-phone-of-guest' : 'ask-phone')].filter(Boolean).join('\n\n'), {
      choices: [choice(say('button-skip'), { do: 'skip-phone' })],
      ...(guest ? {} : { contactButton: say('button-share-phone') }),
    }),
    conversation: { asked: { what: 'phone' } },
  };
}

/** The next question that the cart still needs, or the summary; stores the cart as it stands now. */
export function goOn(scene: Scene, body: CartBody, preface?: string): Turn {
  if (cartItems(body, scene.snapshot).length === 0) {
    return { replies: [cartMessage(scene, body, preface)], conversation: { asked: null } };
  }
  const { name, phone } = scene.view.person;
  const known: CartBody = body.guest
    ? body
    : { ...body, name: body.name ?? name, phone: body.phone ?? phone };
  const question = scene.snapshot.stand.stage === 'interest' ? null : openQuestion(scene, known, preface);
  if (question) {
    const kept = { ...known, summary: null };
    return unchanged(scene.view.cart.body, kept)
      ? question
      : { ...question, effects: [keepCart(scene.view, kept).effect] };
  }
  const { effect, version } = keepCart(scene.view, {
    ...known,
    summary: seenVersions(scene.snapshot, known),
  });
  return { ...summary(scene, known, version, preface), effects: [effect] };
}

function openQuestion(scene: Scene, body: CartBody, preface?: string): Turn | null {
  const part = missingPickUp(scene, body);
  if (part) return askPickUp(scene, part, preface);
  if (body.name === null) return askName(scene, preface);
  if (body.phone === null && !body.phoneAnswered) return askPhone(scene, preface);
  return null;
}

function unchanged(before: CartBody, after: CartBody): boolean {
  return JSON.stringify(before) === JSON.stringify(after);
}

/** The question of the way to the confirmation that is open, asked again after something in between. */
export function askOnceMore(scene: Scene, asked: Asked): Turn | null {
  const body = scene.view.cart.body;
  if (asked.what === 'pick-up') {
    const part = cartParts(body, scene.snapshot).find((each) => each.key === asked.part);
    return part ? askPickUp(scene, part) : null;
  }
  if (asked.what === 'name') return askName(scene);
  if (asked.what === 'phone') return askPhone(scene);
  return null;
}

function choosePickUp(scene: Scene, key: string, pickup: Pickup): Turn {
  const body = scene.view.cart.body;
  const part = cartParts(body, scene.snapshot).find((each) => each.key === key);
  if (!part) return goOn(scene, body);
  const problem = pickUpProblem(scene, part, pickup);
  if (problem) return askPickUp(scene, part, problem);
  return goOn(scene, { ...body, pickups: { ...body.pickups, [key]: pickup } });
}

/** A name as it may be kept: one line, no marks, a sensible length; empty where nothing is left. */
export function cleanName(text: string): string {
  const line = text
    .replaceAll(/[\p{C}\p{So}<>{}[\]|\\]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return /\p{L}/u.test(line) && line.length <= MAX_NAME_LENGTH ? line : '';
}

/** The answer to one of the questions of this flow. */
export function answerCheckOut(scene: Scene, asked: Asked, text: string): Turn | null {
  const body = scene.view.cart.body;
  switch (asked.what) {
    case 'pick-up': {
      const pickup = readPickUp(scene, asked.part, text);
      return pickup ? choosePickUp(scene, asked.part, pickup) : null;
    }
    case 'name': {
      const said = splitNameAndPhone(text);
      const name = nameIn(said.name);
      if (!name) return { ...askName(scene, scene.say('name-unclear', { max: MAX_NAME_LENGTH })) };
      return goOn(scene, { ...body, name, ...phoneIn(said.phone) });
    }
    case 'phone':
      return takePhone(scene, text);
    default:
      return null;
  }
}

/** A name that may be kept; empty where there is none. */
function nameIn(text: string): string {
  const name = cleanName(readName(text) ?? '');
  return namesDay(name) ? '' : name;
}

function phoneIn(text: string | null): Partial<CartBody> {
  const phone = text === null ? null : normalisePhone(text);
  return phone === null ? {} : { phone, phoneAnswered: true };
}

/** "oke lanjut, atas nama Siti", "…, diambilnya jumat": what was said along with going on is not asked again. */
function withAnswers(scene: Scene, body: CartBody, text: string): CartBody {
  const said = splitNameAndPhone(text);
  const introduced = /(?:atas nama|a\.?n\.?|nama(?:nya|ku)?|name|for)\s+/i.test(said.name);
  const name = introduced ? nameIn(said.name) : '';
  const part = missingPickUp(scene, body);
  const pickup = part && readPickUp(scene, part.key, text);
  const fits = part && pickup && pickUpProblem(scene, part, pickup) === null;
  return {
    ...body,
    ...(name ? { name } : {}),
    ...phoneIn(said.phone),
    ...(fits ? { pickups: { ...body.pickups, [part.key]: pickup } } : {}),
  };
}

function takePhone(scene: Scene, text: string): Turn {
  if (declines(text)) return goOn(scene, { ...scene.view.cart.body, phoneAnswered: true });
  const phone = normalisePhone(text);
  if (!phone) return askPhone(scene, scene.say('phone-unclear'));
  return goOn(scene, { ...scene.view.cart.body, phone, phoneAnswered: true });
}

export const checkOut: Flow<
  | 'checkout'
  | 'pick-up-now'
  | 'pick-up-on'
  | 'pick-up-when-ready'
  | 'change-pick-up'
  | 'change-name'
  | 'change-phone'
  | 'use-known-name'
  | 'skip-phone'
  | 'share-phone'
  | 'why-asked'
  | 'checkout-with'
> = {
  checkout: {
    turn: (scene) => {
      const turn = goOn(scene, scene.view.cart.body);
      return { ...turn, conversation: { ...turn.conversation, waiting: [] } };
    },
  },
  'checkout-with': { turn: (scene, { text }) => goOn(scene, withAnswers(scene, scene.view.cart.body, text)) },
  'pick-up-now': { turn: (scene, { part }) => choosePickUp(scene, part, { kind: 'now' }) },
  'pick-up-on': { turn: (scene, { part, day }) => choosePickUp(scene, part, { kind: 'day', day }) },
  'pick-up-when-ready': { turn: (scene, { part }) => choosePickUp(scene, part, { kind: 'when-ready' }) },
  'change-pick-up': { turn: (scene) => goOn(scene, { ...scene.view.cart.body, pickups: {} }) },
  'change-name': { turn: (scene) => askName(scene) },
  'change-phone': { turn: (scene) => askPhone(scene) },
  'use-known-name': {
    turn: (scene) => {
      const name = cleanName(scene.inbound.displayName ?? '');
      return name ? goOn(scene, { ...scene.view.cart.body, name }) : askName(scene);
    },
  },
  'skip-phone': { turn: (scene) => goOn(scene, { ...scene.view.cart.body, phoneAnswered: true }) },
  'why-asked': {
    turn: (scene, { asked }) => {
      const why = scene.say(asked.what === 'phone' ? 'why-phone' : 'why-name');
      return asked.what === 'phone' ? askPhone(scene, why) : askName(scene, why);
    },
  },
  'share-phone': {
    turn: (scene, { phone }) => {
      if (cartItems(scene.view.cart.body, scene.snapshot).length > 0) return takePhone(scene, phone);
      return reply(scene.say('phone-not-needed'));
    },
  },
};
