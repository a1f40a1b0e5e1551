/**
 * What a button does, packed into the id of its choice: `add 12 2`. It carries ids only and means the same
 * whenever it is pressed; whether it is allowed is decided when it is carried out.
 */
import { isDay } from '../shop/calendar.ts';
import { ATTRIBUTES, SALES_MODES, SELLING_STAGES, WAITS } from '../shop/catalogue.ts';
import { REJECT_REASONS } from '../shop/fulfilment.ts';
import { ROLES } from '../shop/roles.ts';
import { QUESTION_SUBJECTS } from '../shop/talks.ts';
import { PLACE_FIELDS, PRODUCT_FIELDS, STAND_FIELDS, UNIT_FIELDS, VARIANT_FIELDS } from './conversation.ts';
import { DRAFT_QUESTIONS } from './keeper/draft.ts';
import { MAX_CHOICE_BYTES } from './message.ts';
import { DRAFT_KINDS } from './understand/counter.ts';
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
  'order-again': { code: word },
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
  propose: { part: word, version: integer },
  'propose-line': { part: word, variant: integer },
  'propose-on': { part: word, variant: integer, qty: integer, day },
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
  'counter-menu': {},
  'counter-start': { kind: oneOf(DRAFT_KINDS) },
  // item: which of the draft, from 0
  'counter-set': { draft: word, item: integer, what: oneOf(DRAFT_QUESTIONS), value: word },
  'counter-drop': { draft: word },
  'undo-entry': { entry: word },
  'cash-today': {},
  'stock-list': {},
  'ask-level': { variant: integer },
  'stock-take': {},
  'stock-take-again': {},
  'count-later': { variant: integer },
  'stock-take-leave': {},
  'book-stock-take': {},
  'new-order': {},
  'order-for-guest': { cart: oneOf(['keep', 'clear'] as const) },
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
  'pick-wait': {},
  'ask-wait': { wait: oneOf(WAITS) },
  'days-off': {},
  'set-days-off': { from: day, to: day, how: oneOf(['closed', 'open'] as const) },
  'ask-stage': {},
  'set-stage': { stage: oneOf(SELLING_STAGES) },
  'whatsapp-page': {},
  // products, units and the stand itself; what is being asked is in the conversation
  products: {},
  'new-product': {},
  'choose-unit': { unit: integer },
  'choose-kind': { kind: integer },
  'name-new': { what: oneOf(['unit', 'kind'] as const) },
  'edit-product': { product: integer },
  'edit-field': { product: integer, field: oneOf(PRODUCT_FIELDS) },
  'edit-fact': { product: integer, attribute: oneOf(ATTRIBUTES) },
  'guide-product': { product: integer },
  'put-mode': { product: integer, mode: oneOf(SALES_MODES) },
  'put-place': { product: integer, place: integer },
  'put-kind': { product: integer, kind: integer },
  'put-unit': { product: integer, unit: integer },
  'step-skip': {},
  'step-back': {},
  'step-leave': {},
  'keep-doubted': {},
  'edit-variants': { product: integer },
  'edit-variant': { variant: integer },
  'variant-field': { variant: integer, field: oneOf(VARIANT_FIELDS) },
  'drop-variant': { variant: integer },
  'preview-product': { product: integer },
  // the version that was seen, and whether its doubtful passages were
  'publish-product': { product: integer, version: integer, doubts: oneOf(['none', 'fine'] as const) },
  'ask-take-off': { product: integer },
  'take-off': { product: integer },
  'bring-back': { product: integer },
  units: {},
  'new-unit': {},
  'edit-unit': { unit: integer },
  'unit-field': { unit: integer, field: oneOf(UNIT_FIELDS) },
  places: {},
  'new-place': { product: integer },
  'place-kind': { kind: oneOf(['workshop', 'agreement'] as const) },
  'edit-place': { place: integer },
  'place-field': { place: integer, field: oneOf(PLACE_FIELDS) },
  'our-stand': {},
  'guide-stand': {},
  'stand-field': { field: oneOf(STAND_FIELDS) },
  'stand-zone': { zone: oneOf(['wib', 'wita', 'wit'] as const) },
  'ask-remove-samples': {},
  'remove-samples': { touched: oneOf(['none', 'take-off'] as const) },
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
