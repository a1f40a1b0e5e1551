/**
 * What a button does, packed into the id of its choice: `add 12 2`. It carries ids only and means the same
 * whenever it is pressed; whether it is allowed is decided when it is carried out.
 */
import { isDay } from '../shop/calendar.ts';
import { SALES_MODES, SELLING_STAGES } from '../shop/catalogue.ts';
import { REJECT_REASONS } from '../shop/fulfilment.ts';
import { ROLES } from '../shop/roles.ts';
import { QUESTION_SUBJECTS } from '../shop/talks.ts';
import { MAX_CHOICE_BYTES } from './message.ts';
import { INTENTS } from './understand/understanding.ts';

type Reader<T> = (text: string) => T | undefined;

const integer: Reader<number> = (text) => (/^-?\d{1,15}$/.test(text) ? Number(text) : undefined);
const word: Reader<string> = (text) => (/^[\w-]{1,40}$/.test(text) ? text : undefined);
const day: Reader<string> = (text) => (isDay(text) ? text : undefined);
const oneOf =
  <T extends string>(values: readonly T[]): Reader<T> =>
  (text) =>
    values.find((value) => value === text);

/** The parameters of each action, in their packed order. */
const PARAMETERS = {
  // browsing
  help: {},
  'list-products': {},
  'list-units': {},
  'list-unit': { unit: integer },
  'list-kinds': {},
  'list-kind': { kind: integer },
  'open-product': { product: integer },
  'tell-story': { product: integer },
  'tell-facts': { product: integer },
  'tell-place': {},
  'tell-hours': {},
  'tell-payment': {},
  'tell-delivery': {},
  // product 0: of all
  'ask-about': { product: integer, intent: oneOf(INTENTS) },
  language: { language: word },
  // the cart
  'choose-variant': { product: integer },
  'ask-quantity': { variant: integer },
  add: { variant: integer, qty: integer },
  'set-quantity': { variant: integer, qty: integer },
  'show-cart': {},
  'clear-cart': {},
  // the way to the confirmation
  checkout: {},
  'pick-up-now': { part: word },
  'pick-up-on': { part: word, day },
  'pick-up-when-ready': { part: word },
  'change-pick-up': {},
  'change-name': {},
  'change-phone': {},
  'use-known-name': {},
  'skip-phone': {},
  confirm: { cart: integer },
  // one's own orders
  'my-orders': {},
  'show-order': { code: word },
  'ask-cancel': { part: word },
  cancel: { part: word },
  'take-quote': { part: word, version: integer },
  'decline-quote': { part: word, version: integer },
  privacy: {},
  'my-data': {},
  'ask-erase': {},
  'erase-me': {},
  'connect-chat': {},
  connect: { code: word, cart: oneOf(['here', 'there', 'both'] as const) },
  // people instead of the bot; product 0: the stand itself
  'ask-staff': { product: integer, subject: oneOf(QUESTION_SUBJECTS) },
  'ask-person': {},
  'leave-talk': { talk: word },
  // the unit's staff
  'open-parts': {},
  'show-part': { part: word },
  'show-phone': { part: word },
  accept: { part: word },
  'accept-for': { part: word, day },
  'ask-reject': { part: word, version: integer },
  reject: { part: word, reason: oneOf(REJECT_REASONS), version: integer },
  made: { part: word },
  ready: { part: word },
  quote: { part: word },
  'quote-day': { part: word, day },
  'quote-valid': { part: word, days: integer },
  'answer-question': { question: word, number: integer },
  'keep-answer': { question: word, days: integer },
  'take-talk': { talk: word },
  'end-talk': { talk: word },
  // the keeper
  'show-slip': { code: word },
  collect: { part: word },
  pay: { code: word, method: oneOf(['cash', 'qris', 'unpaid'] as const) },
  'keeper-tasks': {},
  'task-done': { task: integer },
  // the admin
  'admin-menu': {},
  'all-orders': {},
  'invite-role': {},
  'invite-unit': { role: oneOf(ROLES) },
  invite: { role: oneOf(ROLES), unit: integer },
  'pick-product': { purpose: oneOf(['stock', 'price', 'mode'] as const) },
  'pick-variant': { purpose: oneOf(['stock', 'price'] as const), product: integer },
  'ask-stock': { variant: integer },
  'ask-price': { variant: integer },
  'ask-mode': { product: integer },
  'set-mode': { product: integer, mode: oneOf(SALES_MODES) },
  'pick-place': {},
  'ask-hours': { place: integer },
  'ask-stage': {},
  'set-stage': { stage: oneOf(SELLING_STAGES) },
  'whatsapp-page': {},
  'phone-views': {},
} as const;

type Parameters = typeof PARAMETERS;
export type Verb = keyof Parameters;

/** An action by its verb: `{ do: 'add', variant: 12, qty: 2 }`. */
export type Action<V extends Verb = Verb> = {
  [Each in V]: { readonly do: Each } & {
    readonly [P in keyof Parameters[Each]]: Parameters[Each][P] extends Reader<infer T> ? T : never;
  };
}[V];

/** @throws when the packed form is longer than any channel takes: a programming error. */
export function pack(action: Action): string {
  const values = Object.keys(PARAMETERS[action.do]).map((name) => String(Reflect.get(action, name)));
  const packed = [action.do, ...values].join(' ');
  if (new TextEncoder().encode(packed).length > MAX_CHOICE_BYTES) {
    throw new Error(`The action "${action.do}" packs to more than ${MAX_CHOICE_BYTES} bytes.`);
  }
  return packed;
}

/** The action of a choice id; undefined where it is not one (an old button, or forged). */
export function unpack(packed: string): Action | undefined {
  const [verb = '', ...values] = packed.split(' ');
  if (!Object.hasOwn(PARAMETERS, verb)) return undefined;
  const readers = Object.entries(PARAMETERS[verb as Verb]) as [string, Reader<unknown>][];
  if (values.length !== readers.length) return undefined;
  const action: Record<string, unknown> = { do: verb };
  for (const [index, [name, read]] of readers.entries()) {
    const value = read(values[index] ?? '');
    if (value === undefined) return undefined;
    action[name] = value;
  }
  return action as Action;
}
