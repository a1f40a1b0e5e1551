/** What every channel has to pass, whatever it looks like. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Action, pack, unpack, type Verb } from '../../src/chat/actions.ts';
import type { Capabilities } from '../../src/chat/channel.ts';
import {
  PLACE_FIELDS,
  PRODUCT_FIELDS,
  STAND_FIELDS,
  UNIT_FIELDS,
  VARIANT_FIELDS,
} from '../../src/chat/conversation.ts';
import { DRAFT_QUESTIONS } from '../../src/chat/keeper/draft.ts';
import { BOLD_END, BOLD_START, type Choice, type InboundBody, type Message } from '../../src/chat/message.ts';
import { DRAFT_KINDS } from '../../src/chat/understand/counter.ts';
import { INTENTS } from '../../src/chat/understand/understanding.ts';
import { ATTRIBUTES, SALES_MODES, SELLING_STAGES, WAITS } from '../../src/shop/catalogue.ts';
import { REJECT_REASONS } from '../../src/shop/fulfilment.ts';
import { ROLES } from '../../src/shop/roles.ts';
import { QUESTION_SUBJECTS } from '../../src/shop/talks.ts';
import { readNumbers } from '../support/whatsapp-text.ts';

/** A message as a person sees it. */
export interface Seen {
  readonly text: string;
  /** null: the channel shows nothing in bold. */
  readonly bold: readonly string[] | null;
  readonly choices: readonly Choice[];
  readonly photo: boolean;
}

/** One person's end of the channel. */
export interface Line {
  /** A hash under which there is a picture. */
  readonly picture: string;
  /** Carries the message there; what the person then sees, in order. */
  carry(message: Message): Promise<readonly Seen[]>;
  /** What the stand is told when the person presses this choice of what was carried. */
  press(choice: string): Promise<InboundBody | undefined>;
}

export interface ChannelUnderTest {
  readonly name: string;
  readonly can: Capabilities;
  open(): Promise<Line>;
}

/** The choices whose numbers stand in the text, counted from one over all that was carried. */
export function numberedChoices(text: string, offered: readonly Choice[]): Pick<Seen, 'text' | 'choices'> {
  const numbers = readNumbers(text);
  if (offered.length === 0 || numbers.choices.length === 0) return { text, choices: [] };
  const choices = numbers.choices.map(({ number, label }) => ({ id: offered[number - 1]?.id ?? '', label }));
  return { text: numbers.text, choices };
}

const bold = (text: string) => `${BOLD_START}${text}${BOLD_END}`;

const HALF_CHARACTER = /\p{Surrogate}/u;

/** Everything but white space, which may go where a text is cut. */
const letters = (text: string) => text.replaceAll(/[\s\uE000\uE001]/g, '');

/** What the messages say; one that only carries more choices says nothing. */
const said = (seen: readonly Seen[]) => seen.map(({ text }) => (text === '…' ? '' : text)).join('');

const numbered = (count: number) =>
  Array.from({ length: count }, (_, n): Choice => ({ id: `open-product ${n}`, label: `No. ${n}` }));

/** Fills two and a half of the channel's longest messages. */
function longText(can: Capabilities): string {
  const count = Math.ceil((can.textLength * 2.5) / 40);
  return Array.from({ length: count }, (_, n) => `Kalimat ${n} <b> & "itu" > ini, cukup panjang.`).join(' ');
}

export function channelContract({ name, can, open }: ChannelUnderTest): void {
  describe(`what ${name} carries`, () => {
    it.each([1, 3, 30, 130, 250])('drops none of %i choices, and keeps their order', async (count) => {
      const choices = numbered(count);
      const seen = await (await open()).carry({ text: 'Pilih:', choices });
      expect(seen.flatMap((each) => each.choices)).toEqual(choices);
      expect(seen[0]?.text).toBe('Pilih:');
      // Where there are no buttons or lists, and where they are too many for a list, the text has them as numbers.
      const most = can.lists ? count : (can.buttons?.max ?? count);
      for (const each of seen) expect(each.choices.length).toBeLessThanOrEqual(most);
    });

    it('shows a picture with its words and choices, also where they are too long for a caption', async () => {
      const line = await open();
      for (const text of ['Ini fotonya', 'Keripik <tempe>, enak. '.repeat(60).trim(), longText(can)]) {
        const seen = await line.carry({ text, photo: line.picture, choices: numbered(30) });
        expect(seen.map((each) => each.photo)).toEqual([true, ...seen.slice(1).map(() => false)]);
        expect(letters(said(seen))).toBe(letters(text));
        expect(seen.flatMap((each) => each.choices)).toEqual(numbered(30));
      }
    });

    it('splits a long text without losing a letter, and puts the choices under its end', async () => {
      const text = longText(can);
      const choices = [{ id: 'help', label: 'Bantuan' }];
      const seen = await (await open()).carry({ text, choices });
      expect(seen.length).toBeGreaterThan(2);
      expect(seen.map((each) => letters(each.text)).join('')).toBe(letters(text));
      for (const each of seen) expect(each.text.length).toBeLessThanOrEqual(can.textLength);
      expect(seen.map((each) => each.choices.length)).toEqual([...seen.slice(1).map(() => 0), 1]);
    });

    it('cuts no character in two, though there is no space to cut at', async () => {
      const text = `a${'🌸'.repeat(can.textLength)}`;
      const seen = await (await open()).carry({ text });
      expect(seen.map((each) => each.text).join('')).toBe(text);
      for (const each of seen) expect(each.text).not.toMatch(HALF_CHARACTER);
    });

    it('shortens a long label without cutting a character in two, and keeps what it does', async () => {
      for (const start of ['', 'a']) {
        const choices = [{ id: 'help', label: `${start}${'🌸'.repeat(can.buttons?.labelLength ?? 30)}` }];
        const [seen] = await (await open()).carry({ text: 'Pilih:', choices });
        expect(seen?.choices[0]?.id).toBe('help');
        expect(seen?.choices[0]?.label).not.toMatch(HALF_CHARACTER);
        // In a list the whole label stands below its beginning.
        const most = can.lists?.descriptionLength ?? can.buttons?.labelLength ?? can.textLength;
        expect(seen?.choices[0]?.label.length).toBeLessThanOrEqual(most);
      }
    });

    it('takes every character for itself, whatever the channel makes of it', async () => {
      const text = 'a < b & c > d, <b>tebal</b> &lt; *bintang* _garis_ `kode` [x](y)';
      const [seen] = await (await open()).carry({ text });
      expect(seen?.text).toBe(text);
      expect(seen?.bold ?? []).toEqual([]);
    });

    it('sets in bold what is marked, also where a cut runs through it', async () => {
      const long = Array.from({ length: Math.ceil(can.textLength / 5) }, (_, n) => `& ${n} kata`).join(' ');
      const seen = await (await open()).carry({ text: `Awal ${bold(long)} akhir ${bold('<i>')}` });
      expect(seen.length).toBeGreaterThan(1);
      expect(letters(said(seen))).toBe(letters(`Awal ${long} akhir <i>`));
      if (seen.every((each) => each.bold === null)) return;
      expect(letters(seen.flatMap((each) => each.bold ?? []).join(''))).toBe(letters(`${long}<i>`));
    });

    it('carries any text and any choices', async () => {
      const line = await open();
      await fc.assert(
        fc.asyncProperty(anyText, anyChoices, async (text, choices) => {
          const seen = await line.carry({ text, choices });
          expect(letters(said(seen))).toBe(letters(text));
          expect(seen.flatMap((each) => each.choices)).toEqual(choices);
        }),
        { numRuns: 60, seed: 1 },
      );
    });

    it('gives a pressed choice back as it was offered', async () => {
      const line = await open();
      await fc.assert(
        fc.asyncProperty(anyAction, async (action) => {
          const id = pack(action);
          await line.carry({ text: 'Pilih:', choices: [{ id, label: 'Ini' }] });
          const body = await line.press(id);
          expect(body).toMatchObject({ kind: 'choice', choice: id });
          expect(body?.kind === 'choice' && unpack(body.choice)).toEqual(action);
        }),
        { numRuns: 60, seed: 2 },
      );
    });
  });
}

/* ── what is carried ── */

const WORDS = [
  'keripik',
  'Rp 15.000',
  '<b>',
  '</b>',
  '&amp;',
  '&',
  '<',
  '🌸',
  '“tanda”',
  'a_b*c',
  '\n',
  '\n\n',
  '•',
];
const piece = fc.constantFrom(...WORDS);

const anyText = fc
  .tuple(fc.array(fc.oneof(piece, piece.map(bold)), { maxLength: 1_500 }))
  .map(([pieces]) => `Mulai ${pieces.join(' ')} selesai`);

const anyChoices = fc
  .array(fc.constantFrom('Pesan', '− <b>', '+ & 🌸', '1'), { maxLength: 130, size: 'max' })
  .map((labels) => labels.map((label, n): Choice => ({ id: `open-product ${n}`, label })));

/* ── actions ── */

const integer = fc.integer({ min: -999_999_999_999_999, max: 999_999_999_999_999 });
/** Opaque ids of the system have twelve letters, codes seven. */
const opaque = fc.stringMatching(/^[\w-]{1,12}$/);
const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const none = fc.constant({});
const talk = fc.record({ talk: opaque });
const part = fc.record({ part: opaque });
const product = fc.record({ product: integer });
const variant = fc.record({ variant: integer });
const code = fc.record({ code: opaque });
const amount = fc.record({ variant: integer, qty: integer });
const seen = fc.record({ part: opaque, version: integer });
const partDay = fc.record({ part: opaque, day });

/** Every action there is: a new one that is missing here does not compile. */
const PARAMETERS: { readonly [V in Verb]: fc.Arbitrary<Omit<Action<V>, 'do'>> } = {
  help: none,
  'tell-delivery': none,
  'ask-about': fc.record({ product: integer, intent: fc.constantFrom(...INTENTS) }),
  'ask-staff': fc.record({ product: integer, subject: fc.constantFrom(...QUESTION_SUBJECTS) }),
  'ask-person': none,
  'leave-talk': talk,
  'take-talk': talk,
  'end-talk': talk,
  'answer-question': fc.record({ question: opaque, number: integer }),
  'keep-answer': fc.record({ question: opaque, days: integer }),
  'list-products': none,
  'list-units': none,
  'list-unit': fc.record({ unit: integer }),
  'list-kinds': none,
  'list-kind': fc.record({ kind: integer }),
  'open-product': product,
  'tell-story': product,
  'tell-facts': product,
  'tell-place': none,
  'tell-hours': none,
  'tell-payment': none,
  language: fc.record({ language: fc.constantFrom('id', 'en') }),
  'choose-variant': product,
  'ask-quantity': variant,
  add: amount,
  'set-quantity': amount,
  'show-cart': none,
  'clear-cart': none,
  checkout: none,
  'pick-up-now': part,
  'pick-up-on': partDay,
  'pick-up-when-ready': part,
  'change-pick-up': none,
  'change-name': none,
  'change-phone': none,
  'use-known-name': none,
  'skip-phone': none,
  confirm: fc.record({ cart: integer }),
  'my-orders': none,
  'connect-chat': none,
  connect: fc.record({
    code: opaque,
    cart: fc.constantFrom('here' as const, 'there' as const, 'both' as const),
  }),
  'show-order': code,
  'order-again': code,
  propose: seen,
  'propose-line': fc.record({ part: opaque, variant: integer }),
  'propose-on': fc.record({ part: opaque, variant: integer, qty: fc.nat(99_999), day }),
  'ask-cancel': part,
  cancel: part,
  'take-quote': seen,
  'decline-quote': seen,
  privacy: none,
  'open-parts': none,
  'show-part': part,
  'show-phone': part,
  accept: part,
  'accept-for': partDay,
  'ask-reject': seen,
  reject: fc.record({ part: opaque, reason: fc.constantFrom(...REJECT_REASONS), version: integer }),
  made: part,
  ready: part,
  quote: part,
  'quote-day': partDay,
  'quote-valid': fc.record({ part: opaque, days: integer }),
  'show-slip': code,
  collect: part,
  pay: fc.record({ code: opaque, method: fc.constantFrom('cash', 'qris', 'unpaid') }),
  'keeper-tasks': none,
  'task-done': fc.record({ task: integer }),
  'counter-menu': none,
  'counter-start': fc.record({ kind: fc.constantFrom(...DRAFT_KINDS) }),
  'counter-set': fc.record({
    draft: opaque,
    item: fc.nat({ max: 19 }),
    what: fc.constantFrom(...DRAFT_QUESTIONS),
    value: fc.stringMatching(/^\w{1,12}$/),
  }),
  'counter-drop': fc.record({ draft: opaque }),
  'undo-entry': fc.record({ entry: opaque }),
  'cash-today': none,
  'stock-list': none,
  'ask-level': variant,
  'stock-take': none,
  'stock-take-again': none,
  'count-later': variant,
  'stock-take-leave': none,
  'book-stock-take': none,
  'new-order': none,
  'order-for-guest': fc.record({ cart: fc.constantFrom('keep' as const, 'clear' as const) }),
  'admin-menu': none,
  'all-orders': none,
  'invite-role': none,
  'invite-unit': fc.record({ role: fc.constantFrom(...ROLES) }),
  invite: fc.record({ role: fc.constantFrom(...ROLES), unit: integer }),
  'pick-product': fc.record({ purpose: fc.constantFrom('stock', 'price', 'mode') }),
  'pick-variant': fc.record({ purpose: fc.constantFrom('stock', 'price'), product: integer }),
  'ask-stock': variant,
  'ask-price': variant,
  'ask-mode': product,
  'set-mode': fc.record({ product: integer, mode: fc.constantFrom(...SALES_MODES) }),
  'pick-place': none,
  'ask-hours': fc.record({ place: integer }),
  'pick-wait': none,
  'ask-wait': fc.record({ wait: fc.constantFrom(...WAITS) }),
  'days-off': none,
  'set-days-off': fc.record({ from: day, to: day, how: fc.constantFrom('closed', 'open') }),
  'ask-stage': none,
  'set-stage': fc.record({ stage: fc.constantFrom(...SELLING_STAGES) }),
  'whatsapp-page': none,
  products: none,
  'new-product': none,
  'choose-unit': fc.record({ unit: integer }),
  'choose-kind': fc.record({ kind: integer }),
  'name-new': fc.record({ what: fc.constantFrom('unit' as const, 'kind' as const) }),
  'edit-product': product,
  'edit-field': fc.record({ product: integer, field: fc.constantFrom(...PRODUCT_FIELDS) }),
  'edit-fact': fc.record({ product: integer, attribute: fc.constantFrom(...ATTRIBUTES) }),
  'guide-product': product,
  'put-mode': fc.record({ product: integer, mode: fc.constantFrom(...SALES_MODES) }),
  'put-place': fc.record({ product: integer, place: integer }),
  'put-kind': fc.record({ product: integer, kind: integer }),
  'put-unit': fc.record({ product: integer, unit: integer }),
  'step-skip': none,
  'step-back': none,
  'step-leave': none,
  'keep-doubted': none,
  'edit-variants': product,
  'edit-variant': variant,
  'variant-field': fc.record({ variant: integer, field: fc.constantFrom(...VARIANT_FIELDS) }),
  'drop-variant': variant,
  'preview-product': product,
  'publish-product': fc.record({
    product: integer,
    version: integer,
    doubts: fc.constantFrom('none' as const, 'fine' as const),
  }),
  'ask-take-off': product,
  'take-off': product,
  'bring-back': product,
  units: none,
  'new-unit': none,
  'edit-unit': fc.record({ unit: integer }),
  'unit-field': fc.record({ unit: integer, field: fc.constantFrom(...UNIT_FIELDS) }),
  places: none,
  'new-place': product,
  'place-kind': fc.record({ kind: fc.constantFrom('workshop' as const, 'agreement' as const) }),
  'edit-place': fc.record({ place: integer }),
  'place-field': fc.record({ place: integer, field: fc.constantFrom(...PLACE_FIELDS) }),
  'our-stand': none,
  'guide-stand': none,
  'stand-field': fc.record({ field: fc.constantFrom(...STAND_FIELDS) }),
  'stand-zone': fc.record({ zone: fc.constantFrom('wib' as const, 'wita' as const, 'wit' as const) }),
  'ask-remove-samples': none,
  'remove-samples': fc.record({ touched: fc.constantFrom('none' as const, 'take-off' as const) }),
  'phone-views': none,
  'my-data': none,
  'ask-erase': none,
  'erase-me': none,
};

export const anyAction: fc.Arbitrary<Action> = fc.oneof(
  ...Object.entries(PARAMETERS).map(([verb, parameters]) =>
    (parameters as fc.Arbitrary<object>).map((values) => ({ ...values, do: verb }) as Action),
  ),
);
