/**
 * Reading: what an event means, given the chat that it came into. Pure; says nothing yet about what follows.
 */

import { cartItems } from '../shop/cart.ts';
import { productByShelfNumber, productBySlug, type Snapshot, variantById } from '../shop/catalogue.ts';
import { readOrderCode } from '../shop/code.ts';
import { maskIdentityNumbers } from '../shop/identity.ts';
import { hasRole } from '../shop/roles.ts';
import { isOwned } from '../shop/talks.ts';
import { type Action, unpack } from './actions.ts';
import { byLabel, resolveChoice } from './choices.ts';
import { readCommand } from './commands.ts';
import { SURE_ENOUGH } from './confidence.ts';
import type { Asked, Conversation } from './conversation.ts';
import type { View } from './facts.ts';
import type { Meaning } from './flow.ts';
import { isFragment } from './fragments.ts';
import type { Choice, Inbound } from './message.ts';
import { readForOwner, readStaffAnswer } from './read-talks.ts';
import { readSummaryChange, readTurnOfSpeech } from './read-turns.ts';
import { readDay, saysWhenReady } from './understand/days.ts';
import { readName } from './understand/names.ts';
import { declines, saysCancelIndeed } from './understand/never-mind.ts';
import { beginsWithGreeting, read as readWordsOf } from './understand/reading.ts';
import { saysAgain, saysBoth, saysInAll, withoutBoth } from './understand/references.ts';
import { asksClearly, clausesOf, readSeveral } from './understand/several.ts';
import type { DialogueState, Intent, Understand, Understanding } from './understand/understanding.ts';
import { asksForUnknown } from './understand/unmet.ts';

/** Longer than anything that one would say to a stand; Telegram itself allows 4,096. */
export const MAX_TEXT_LENGTH = 2_000;

export const INVITATION_PREFIX = 'inv_';

export interface Reading {
  readonly meaning: Meaning;
  /** The product that the quoted message was about; undefined: none was quoted. */
  readonly topic?: number;
  /** What was understood, where there were words. */
  readonly understood: Understanding | null;
}

export interface Readable {
  readonly inbound: Inbound;
  readonly view: View;
  readonly snapshot: Snapshot;
  readonly understand: Understand;
  readonly now: number;
}

/** Questions whose answers are free words: nearly everything typed answers them. */
const FREE_ANSWERS: readonly Asked['what'][] = [
  'ready-day',
  'reject-note',
  'answer',
  'quote-amount',
  'quote-day',
  'quote-valid',
  'stock',
  'price',
  'hours',
  'invite-name',
];

/** What only a visitor in the middle of an order would say instead of an answer. */
const ANSWERS: readonly Intent[] = ['provide_info', 'unclear', 'out_of_scope'];

/** Said of an earlier order without wanting it again. */
const NEVER_AGAIN: readonly Intent[] = ['complaint', 'cancel_order', 'abuse', 'deny'];

/** "dua-duanya" alone, or with a number, wants to have them. */
const WANTS_BOTH: readonly Intent[] = ['place_order', 'provide_info', 'unclear', 'confirm', 'out_of_scope'];

const STATES: Partial<Record<Asked['what'], DialogueState>> = {
  quantity: 'asked_quantity',
  'pick-up': 'asked_pickup',
  name: 'asked_name',
  phone: 'asked_phone',
  confirm: 'asked_confirm',
  add: 'asked_confirm',
  'clear-cart': 'asked_confirm',
  cancel: 'asked_confirm',
};

function dialogueState(conversation: Conversation): DialogueState | undefined {
  if (conversation.asked) return STATES[conversation.asked.what];
  return conversation.offered.length > 0 ? 'offered_choices' : undefined;
}

export function read(given: Readable): Reading {
  const topic = quotedTopic(given);
  if (topic === undefined) return readEvent(given);
  return { ...aboutQuoted(readEvent({ ...given, view: asQuoted(given.view, topic) })), topic };
}

/** "yang ini 3", "mau ini", in reply to a product's message: what is wanted is plain. */
function aboutQuoted(reading: Reading): Reading {
  const { meaning } = reading;
  if (meaning.do !== 'say') return reading;
  const { intent, items, likely = [intent] } = meaning.understood;
  const isNumber = items.length === 1 && items[0]?.product === null;
  const isWish = !intent.startsWith('ask_') && (isNumber || likely.includes('place_order'));
  if (!isWish || items.some(({ product }) => product !== null)) return reading;
  const understood = { ...meaning.understood, intent: 'place_order' as const, confidence: 0.8 };
  return { ...reading, meaning: { ...meaning, understood } };
}

/** The chat as if what was quoted had just been spoken of. */
export function asQuoted(view: View, topic: number | undefined): View {
  if (topic === undefined) return view;
  return { ...view, chat: { ...view.chat, conversation: { ...view.chat.conversation, topic } } };
}

/** "yang ini 3", said to a message about one product. */
function quotedTopic({ inbound, view, snapshot }: Readable): number | undefined {
  if (inbound.body.kind !== 'text' || inbound.body.replyTo === undefined || !view.quoted) return undefined;
  const products = view.quoted.choices.flatMap(({ id }) => {
    const action = unpack(id);
    if (action && 'variant' in action) return variantById(snapshot, action.variant)?.product.id ?? [];
    return action && 'product' in action && action.product > 0 ? action.product : [];
  });
  const [one, ...others] = [...new Set(products)];
  return others.length === 0 ? one : undefined;
}

function readEvent(from: Readable): Reading {
  const { body } = from.inbound;
  if (isOwned(from.view.talk, from.now)) {
    const forOwner = readForOwner(from);
    if (forOwner) return only(forOwner);
  }
  switch (body.kind) {
    case 'choice':
      return only(unpack(body.choice) ?? { do: 'old-button' });
    case 'start':
      return only(readStart(body.payload, from.snapshot));
    case 'contact':
      return only({ do: 'share-phone', phone: body.phone });
    case 'photo':
      return body.caption.trim() === '' ? only({ do: 'photo' }) : readText(from, body.caption);
    case 'edited':
      return only({ do: 'edited' });
    case 'unsupported':
      return only({ do: 'unsupported' });
    case 'reachable':
      return only({ do: 'reachable', reachable: body.reachable });
    case 'held':
      return readHeld(from, body.key);
    case 'text':
      return readText(from, body.text);
  }
}

function only(meaning: Meaning): Reading {
  return { meaning, understood: null };
}

function readStart(payload: string, snapshot: Snapshot): Meaning {
  if (payload.startsWith(INVITATION_PREFIX)) return { do: 'accept-invitation', code: payload };
  const product = productBySlug(snapshot, payload);
  return product ? { do: 'open-product', product: product.id } : { do: 'welcome' };
}

/** The moment has passed: the fragments are read as they are, unless more came in between. */
function readHeld(from: Readable, key: string): Reading {
  const { held } = from.view.chat.conversation;
  if (held?.key !== key) return only({ do: 'nothing' });
  return readWords(from, held.text);
}

function readText(from: Readable, typed: string): Reading {
  const { held } = from.view.chat.conversation;
  const text = (held ? `${held.text}\n${typed}` : typed).trim();
  if (text.length > MAX_TEXT_LENGTH) return only({ do: 'too-long' });
  if (maskIdentityNumbers(text) !== text) return only({ do: 'identity-number' });
  const start = /^\/start(?:@\w+)?(?:\s+(\S+))?$/.exec(text);
  if (start) return only(readStart(start[1] ?? '', from.snapshot));
  const command = readCommand(text, from.view.roles);
  if (command !== null) return only(command ?? { do: 'help' });
  const chosen = readChoice(from, text) ?? readStaffAnswer(from, text);
  if (chosen) return only(chosen);
  if (from.view.talkingTo && !isAskedFreely(from.view.chat.conversation)) {
    return only({ do: 'tell-visitor', text });
  }
  if (isFragment(text, from.view.chat.conversation, from.snapshot, from.understand))
    return only({ do: 'hold', text });
  return readWords(from, text);
}

function isAskedFreely({ asked }: Conversation): boolean {
  return asked !== null && FREE_ANSWERS.includes(asked.what);
}

/** Words that name an offered choice: of the quoted message, of the newest list, of an open notice. */
function readChoice({ inbound, view }: Readable, text: string): Meaning | null {
  const quotes = inbound.body.kind === 'text' && inbound.body.replyTo !== undefined;
  const quoted = quotes && view.quoted ? resolveChoice(text, view.quoted.choices) : undefined;
  if (quoted) return action(quoted);
  const { asked, offered } = view.chat.conversation;
  // A number may be said to the visitor, or be the answer.
  const numberIsAnswer =
    view.talkingTo !== null || asked?.what === 'quantity' || isAskedFreely(view.chat.conversation);
  const own = numberIsAnswer ? byLabel(text, offered) : resolveChoice(text, offered);
  const noticed = view.openNotices.flatMap((notice) => byLabel(text, notice.choices) ?? []);
  if (own) return action(own);
  const [first] = noticed;
  if (first && noticed.length === 1) return action(first);
  return first ? { do: 'which-notice', choices: noticed } : null;
}

function action(choice: Choice): Action | { do: 'old-button' } {
  return unpack(choice.id) ?? { do: 'old-button' };
}

function readWords(from: Readable, text: string): Reading {
  const { view, snapshot, understand } = from;
  const { conversation } = view.chat;
  const { asked } = conversation;
  const state = dialogueState(conversation);
  const whole = understand(text, state, snapshot);
  if (asked && isAskedFreely(conversation))
    return { meaning: { do: 'answer', asked, text, understood: whole }, understood: null };
  if (saysAgain(text) && !NEVER_AGAIN.includes(whole.intent))
    return { meaning: { do: 'repeat-order' }, understood: whole };
  const understood = bothOf(from, text, state) ?? inAll(text, asked, whole);
  const said = readTurnOfSpeech(from, text, understood) ?? readSummaryChange(from, text, understood);
  if (said) return { meaning: said, understood };
  if (asked?.what === 'cancel' && saysCancelIndeed(text))
    return { meaning: { do: 'cancel', part: asked.part }, understood };
  // Some codes are six digits; to "how many?" those are a number.
  const isCount = asked?.what === 'quantity' && /^\d+$/.test(text);
  const code = isCount ? null : readOrderCode(text);
  if (code && asked?.what !== 'name') return { meaning: codeMeaning(view, code), understood: null };
  const answered = asked && (answerAndMore(from, asked, text, state) ?? plainAnswer(asked, text, understood));
  if (answered) return { meaning: answered, understood };
  const shelf = /^\d{1,4}$/.test(text) ? productByShelfNumber(snapshot, Number(text)) : undefined;
  if (shelf) return { meaning: { do: 'open-product', product: shelf.id }, understood };
  if (looksForSlip(view, understood)) return { meaning: { do: 'find-slip', name: text }, understood: null };
  const { main, also } = readSeveral(text, understood, snapshot, understand);
  const reading = readWordsOf(text, snapshot);
  const beside = {
    also,
    greets: main.intent !== 'greeting' && beginsWithGreeting(reading),
    unmet: main.items.length === 0 && asksForUnknown(reading),
  };
  return { meaning: { do: 'say', text, understood: main, beside }, understood };
}

/** "itu jadi 2 aja" after a list: no choice of it, but so many. */
function inAll(text: string, asked: Asked | null, understood: Understanding): Understanding {
  const [item, ...more] = understood.items;
  const isNumber = item?.product === null && item.qty !== null && more.length === 0;
  if (asked !== null || understood.intent !== 'provide_info' || !isNumber || !saysInAll(text))
    return understood;
  return { ...understood, intent: 'change_order', change: 'set', confidence: 0.8 };
}

/** "dua-duanya 2": of the products that were spoken of together. */
function bothOf({ view, snapshot, understand }: Readable, text: string, state: DialogueState | undefined) {
  if (!saysBoth(text)) return undefined;
  const together = spokenOfTogether(view, snapshot);
  if (together.length < 2) return undefined;
  const rest = understand(withoutBoth(text), state, snapshot);
  const [said] = rest.items;
  const qty = said?.product === null && said.unit === undefined ? said.qty : null;
  const items = together.map(({ product, variant }) => ({ product, ...(variant && { variant }), qty }));
  if (rest.intent === 'change_order' && qty !== null) return { ...rest, confidence: 0.8, items };
  if (!WANTS_BOTH.includes(rest.intent)) return { ...rest, items };
  const change = saysInAll(text) ? ('set' as const) : undefined;
  return { ...rest, intent: 'place_order' as const, confidence: 0.8, items, ...(change && { change }) };
}

function plainAnswer(asked: Asked, text: string, understood: Understanding): Meaning | null {
  return isAnswer(asked, text, understood) ? { do: 'answer', asked, text, understood } : null;
}

/** "sekarang. btw bayarnya gimana?": the answer, and a question behind it. */
function answerAndMore(
  { snapshot, understand }: Readable,
  asked: Asked,
  text: string,
  state: DialogueState | undefined,
): Meaning | null {
  const [first = '', ...more] = clausesOf(text);
  if (more.length === 0 || STATES[asked.what] === 'asked_confirm') return null;
  const understood = understand(first, state, snapshot);
  const also = more.map((clause) => understand(clause, undefined, snapshot)).filter(asksClearly);
  if (also.length !== more.length || asksClearly(understood)) return null;
  return isAnswer(asked, first, understood) ? { do: 'answer', asked, text: first, understood, also } : null;
}

/** What was named last, or else the two things in the cart. */
function spokenOfTogether({ chat, cart }: View, snapshot: Snapshot): Conversation['together'] {
  const { together } = chat.conversation;
  const inCart = cartItems(cart.body, snapshot);
  if (together.length > 1 || inCart.length !== 2) return together;
  return inCart.map(({ product, variant }) => ({
    product: product.slug,
    variant: variant.slug || undefined,
  }));
}

/** A keeper who types a code wants the slip; a visitor their own order. */
function codeMeaning(view: View, code: string): Action {
  return hasRole(view.roles, 'keeper', 'admin') ? { do: 'show-slip', code } : { do: 'show-order', code };
}

/** What a keeper types that means nothing else is a name to look for. */
function looksForSlip(view: View, understood: Understanding): boolean {
  const lost =
    understood.intent === 'unclear' ||
    understood.intent === 'out_of_scope' ||
    understood.intent === 'provide_info' ||
    (understood.confidence < SURE_ENOUGH && understood.items.length === 0);
  return lost && hasRole(view.roles, 'keeper', 'admin');
}

/** Any will do where only is asked whether there is one. */
const ANY_DAY = '2000-01-01';

/** What a day may be said with that answers "on which day?". */
const WITH_A_DAY: readonly Intent[] = [
  'provide_info',
  'confirm',
  'deny',
  'greeting',
  'thanks',
  'goodbye',
  'subscribe',
  'unclear',
  'out_of_scope',
];

/** Whether the words answer the open question: a clear question or order in between does not. */
function isAnswer(asked: Asked, text: string, understood: Understanding): boolean {
  // "kabari aja kalau udah siap" would be a wish for news anywhere else.
  if (asked.what === 'pick-up' && understood.intent === 'subscribe' && saysWhenReady(text)) return true;
  if (STATES[asked.what] === 'asked_confirm') return false;
  if (asked.what === 'phone' && declines(text)) return true;
  if (asked.what === 'pick-up' && readDay(text, ANY_DAY) !== null && !text.includes('?'))
    return understood.confidence < SURE_ENOUGH || WITH_A_DAY.includes(understood.intent);
  if (asked.what === 'name' && readName(text) === null)
    return (
      ANSWERS.includes(understood.intent) && understood.intent !== 'out_of_scope' && !/\p{L}.*\?/su.test(text)
    );
  if (asked.what === 'quantity') {
    const [item] = understood.items;
    const bareNumber = item !== undefined && item.product === null && item.qty !== null;
    return bareNumber && [...ANSWERS, 'place_order', 'confirm'].includes(understood.intent);
  }
  return ANSWERS.includes(understood.intent);
}
