/**
 * What is known of the products in mind and of the stand, as data for a language model. Looked up by code, in the words
 * that visitors read. No price, no stock and nothing that would need a number to be believed: it may not speak of them.
 */
import { type Attribute, type Product, placeById, productById } from '../../shop/catalogue.ts';
import { factKnown, weekHours } from '../visitor/answer-questions.ts';
import { knownText, placeText, unitName, type Wording, words } from '../wording.ts';
import type { AdviceQuestion, AdviceWish, Known } from './advice.ts';
import { speaksOfMoneyOrStock } from './forbidden.ts';
import { maskPersonal } from './mask.ts';
import { isOrdinary, wordsKnown, wordsOf } from './vocabulary.ts';

/** Of more products than these at once, or of none, only what they are is told. */
const MOST_IN_FULL = 3;
/** A stand has few; a long list would cost more than it tells. */
const MOST_BY_NAME = 40;
/** Much more than a question needs. */
const MOST_WORDS = 500;

/** What a person may die of, or be sued for, is told by the catalogue alone. */
const NEVER_WORDED: readonly Attribute[] = ['halal', 'pirt', 'expiry', 'allergen'];

/** @param name how the one who asks is called, so that it can be masked; it is not sent. */
export function adviceQuestion(wording: Wording, wish: AdviceWish, name: string | null): AdviceQuestion {
  const known = knownAbout(wording, wish.about);
  const names = wording.snapshot.products.map((product) => words(wording, product.name));
  const stands = new Set([...wordsKnown(known), ...names.flatMap(wordsOf)]);
  const text = maskPersonal(wish.text.slice(0, MOST_WORDS), {
    name,
    isOrdinary: (word) => isOrdinary(word, stands),
  });
  return { text, language: wording.language, known };
}

function knownAbout(wording: Wording, about: readonly number[]): Known[] {
  const { products } = wording.snapshot;
  const named = about.flatMap((id) => productById(wording.snapshot, id) ?? []);
  const inFull = named.length > 0 && named.length <= MOST_IN_FULL;
  const ofProducts = inFull
    ? named.flatMap((product) => allOf(wording, product))
    : products.slice(0, MOST_BY_NAME).map((product) => whatItIs(wording, product));
  return [...ofProducts, ...ofStand(wording)].filter(
    ({ text }) => text !== '' && !speaksOfMoneyOrStock(text),
  );
}

function whatItIs(wording: Wording, product: Product): Known {
  const { snapshot } = wording;
  const kind = snapshot.kinds.find(({ id }) => id === product.kindId);
  const text = [kind && words(wording, kind.name), unitName(wording, product.unitId)];
  return {
    id: `p${product.id}`,
    of: words(wording, product.name),
    what: 'kind and maker',
    text: text.filter(Boolean).join(', '),
  };
}

function allOf(wording: Wording, product: Product): Known[] {
  const of = words(wording, product.name);
  const one = (what: string, text: string): Known => ({
    id: `p${product.id}.${what.replaceAll(' ', '-')}`,
    of,
    what,
    text,
  });
  const facts = product.facts
    .filter(({ attribute }) => !NEVER_WORDED.includes(attribute))
    .flatMap(({ attribute }) => {
      const value = factKnown(product, attribute, wording.now);
      return value ? [one(attribute, knownText(wording, value))] : [];
    });
  const variants = product.variants.map(({ name }) => words(wording, name));
  return [
    whatItIs(wording, product),
    ...(variants.length > 1 ? [one('variants', variants.join(', '))] : []),
    one('sale unit', words(wording, product.saleUnit)),
    one('how it is had', wording.say('advice-mode', { mode: product.mode })),
    ...(Object.keys(product.story).length > 0 ? [one('story', words(wording, product.story))] : []),
    ...facts,
  ];
}

function ofStand(wording: Wording): Known[] {
  const { stand } = wording.snapshot;
  const place = placeById(wording.snapshot, stand.placeId);
  const one = (what: string, text: string): Known => ({
    id: `stand.${what}`,
    of: words(wording, stand.name),
    what,
    text,
  });
  return [
    ...(place
      ? [
          one('place', `${placeText(wording, place.id)}, ${words(wording, place.address)}`),
          one('hours', weekHours(wording, place).join('; ')),
        ]
      : []),
    ...(stand.payment ? [one('payment', knownText(wording, stand.payment))] : []),
    ...(stand.delivery ? [one('delivery', knownText(wording, stand.delivery))] : []),
  ];
}
