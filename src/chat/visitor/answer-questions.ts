/** Questions about products and the stand, answered from the catalogue alone. Unknown is said to be unknown. */
import { addDays, hoursOn, wallClock } from '../../shop/calendar.ts';
import { cartItems } from '../../shop/cart.ts';
import {
  type Attribute,
  openingOf,
  type Place,
  type Product,
  placeById,
  productById,
  productBySlug,
  type Texts,
} from '../../shop/catalogue.ts';
import type { QuestionSubject } from '../../shop/talks.ts';
import { reply, type Scene, type Turn } from '../flow.ts';
import { readAskedDay } from '../understand/days.ts';
import type { Intent, Understanding } from '../understand/understanding.ts';
import {
  capital,
  choice,
  dayText,
  hoursText,
  knownText,
  placeText,
  unitName,
  type Wording,
  words,
} from '../wording.ts';
import { askStaffChoice } from './ask-staff.ts';
import { availabilityText, orderChoices, pricesText } from './browse.ts';

/** What an attribute is asked as when only its intent was understood. */
const DEFAULT_ATTRIBUTE: Partial<Record<Intent, Attribute>> = {
  ask_spec: 'size',
  ask_ingredients: 'composition',
};

/** The products that the question is about: those named, else the one last spoken of. */
function askedProducts(scene: Scene, understood: Understanding): Product[] {
  const named = understood.items.flatMap((item) =>
    item.product ? (productBySlug(scene.snapshot, item.product) ?? []) : [],
  );
  if (named.length > 0) return [...new Set(named)];
  const topic =
    scene.conversation.topic === null ? undefined : productById(scene.snapshot, scene.conversation.topic);
  return topic ? [fittingTopic(scene, topic, askedAttribute(understood))] : [];
}

/** null: not known, or not any more. */
export function factKnown(product: Product, attribute: Attribute, now: number): Texts | null {
  const fact = product.facts.find((each) => each.attribute === attribute);
  return fact?.value && (fact.validUntil === null || fact.validUntil > now) ? fact.value : null;
}

/** "ini halal kan?" is about what can be halal: of the cart's products, where the last one spoken of has no such thing. */
function fittingTopic(scene: Scene, topic: Product, attribute: Attribute | 'variant' | null): Product {
  const hasIt = (product: Product) => product.facts.some((fact) => fact.attribute === attribute);
  if (attribute === null || attribute === 'variant' || hasIt(topic)) return topic;
  const fitting = cartItems(scene.view.cart.body, scene.snapshot).filter(({ product }) => hasIt(product));
  const [one, ...more] = [...new Set(fitting.map(({ product }) => product))];
  return one && more.length === 0 ? one : topic;
}

function factText(scene: Scene, product: Product, attribute: Attribute): string {
  const { say } = scene;
  const name = words(scene, product.name);
  const known = factKnown(product, attribute, scene.now);
  if (!known) return say('fact-not-known', { name, attribute });
  const value = knownText(scene, known);
  return say('fact-known', { name, attribute: say('attribute', { attribute }), value });
}

/** The attribute that is asked about; null where the question is not about one. */
function askedAttribute({ intent, attribute }: Understanding): Attribute | 'variant' | null {
  if (intent !== 'ask_spec' && intent !== 'ask_ingredients') return null;
  return attribute ?? DEFAULT_ATTRIBUTE[intent] ?? 'size';
}

/** What the staff can be asked where the catalogue does not tell; null where it does. */
function unknownOf(scene: Scene, product: Product, understood: Understanding): QuestionSubject | null {
  const attribute = askedAttribute(understood);
  if (attribute !== null && attribute !== 'variant')
    return factKnown(product, attribute, scene.now) ? null : attribute;
  const priced = product.variants.every(({ price }) => price.amount !== null);
  if (understood.intent === 'ask_price' && product.mode !== 'quote') return priced ? null : 'price';
  if (understood.intent === 'ask_photo') return product.photo ? null : 'photo';
  return understood.intent === 'ask_discount' ? 'discount' : null;
}

/** What is said of each variant begins on a line of its own. */
function ofEach(text: string): string {
  return text.includes('\n') ? `\n${text}` : text;
}

function aboutOne(scene: Scene, product: Product, understood: Understanding): string {
  const { say } = scene;
  const name = words(scene, product.name);
  switch (understood.intent) {
    case 'ask_price':
      return say('price-answer', { name, prices: ofEach(pricesText(scene, product)) });
    case 'ask_discount':
      return say('discount-answer', { name, prices: pricesText(scene, product) });
    case 'ask_stock':
      return say('stock-answer', {
        name,
        availability: ofEach(availabilityText(scene, product, scene.facts.stock)),
      });
    case 'ask_origin':
      return say('origin-answer', {
        name,
        unit: unitName(scene, product.unitId),
        story: words(scene, product.story),
      });
    case 'ask_photo':
      return say(product.photo ? 'photo-answer' : 'photo-none', { name });
    default: {
      const attribute = askedAttribute(understood) ?? 'size';
      return attribute === 'variant' ? variantsText(scene, product) : factText(scene, product, attribute);
    }
  }
}

/** "20 m² butuh berapa biji?" */
function inSaleUnits(scene: Scene, { items }: Understanding): string[] {
  return items.flatMap(({ product: slug, qty, unit = '' }) => {
    const product = slug === null ? undefined : productBySlug(scene.snapshot, slug);
    const size = product?.unitSizes[unit];
    if (!product || size === undefined || qty === null || qty <= 0) return [];
    return scene.say('converted', {
      qty,
      unit,
      pieces: Math.ceil(qty * size),
      name: words(scene, product.name),
      saleUnit: words(scene, product.saleUnit),
    });
  });
}

function variantsText(scene: Scene, product: Product): string {
  const names = product.variants.map((variant) => words(scene, variant.name)).join(', ');
  const key = product.variants.length > 1 ? 'variants-answer' : 'variants-one';
  return scene.say(key, { name: words(scene, product.name), names });
}

/** A question about goods. Without a product it is answered for all, or asked back. */
export function answerAboutProducts(scene: Scene, understood: Understanding): Turn {
  const products = askedProducts(scene, understood);
  const [first] = products;
  if (!first) return answerForAll(scene, understood);
  const photo = understood.intent === 'ask_photo' ? first.photo : null;
  const unknown = products.flatMap((product) => {
    const subject = unknownOf(scene, product, understood);
    return subject ? [askStaffChoice(scene, product, subject)] : [];
  });
  return {
    ...reply(
      [
        ...inSaleUnits(scene, understood),
        ...products.map((product) => aboutOne(scene, product, understood)),
      ].join('\n\n'),
      {
        choices: [
          // Two of them would look alike.
          ...(unknown.length === 1 ? unknown : []),
          ...(products.length === 1
            ? orderChoices(scene, first)
            : products.map((product) => openChoice(scene, product))),
        ],
        ...(photo ? { photo } : {}),
      },
    ),
    conversation: { topic: first.id },
  };
}

function openChoice(scene: Scene, product: Product) {
  return choice(words(scene, product.name), { do: 'open-product', product: product.id });
}

function answerForAll(scene: Scene, understood: Understanding): Turn {
  const { say, snapshot } = scene;
  const choices = snapshot.products.map((product) => openChoice(scene, product));
  if (understood.intent === 'ask_origin') {
    const units = snapshot.units
      .filter(({ id }) => snapshot.products.some(({ unitId }) => unitId === id))
      .map((unit) => `• ${words(scene, unit.name)}`)
      .join('\n');
    return reply(say('origin-all', { units }), { choices });
  }
  if (understood.intent === 'ask_price' || understood.intent === 'ask_stock') {
    const key = understood.intent === 'ask_price' ? 'price-answer' : 'stock-answer';
    const lines = snapshot.products.map((product) =>
      say(key, {
        name: words(scene, product.name),
        prices: ofEach(pricesText(scene, product)),
        availability: ofEach(availabilityText(scene, product, scene.facts.stock)),
      }),
    );
    return reply(lines.join('\n\n'), { choices });
  }
  return reply(say('which-product'), { choices });
}

/** Where the stand is, and where each unit's goods are picked up. */
export function tellPlace(scene: Scene): Turn {
  const { snapshot, say } = scene;
  const stand = placeById(snapshot, snapshot.stand.placeId);
  const others = snapshot.places.filter(
    (place) =>
      place.id !== snapshot.stand.placeId &&
      snapshot.products.some((product) => product.placeId === place.id),
  );
  const lines = others.map((place) => `• ${placeText(scene, place.id)}: ${words(scene, place.address)}`);
  const text = say('place-answer', {
    place: placeText(scene, snapshot.stand.placeId),
    address: stand ? words(scene, stand.address) : '',
  });
  return reply([text, ...(lines.length > 0 ? [say('place-others'), ...lines] : [])].join('\n'));
}

/** The hours at the stand: of the day that the question names, else of the next seven days, today first. */
export function tellHours(scene: Scene, text = ''): Turn {
  const { snapshot, say } = scene;
  const stand = placeById(snapshot, snapshot.stand.placeId);
  if (!stand) return reply(say('hours-unknown'));
  const today = wallClock(scene.now, snapshot.stand.timeZone).day;
  const asked = readAskedDay(text, today);
  if (asked) return tellHoursOn(scene, stand, asked);
  const lines = weekHours(scene, stand).map((line) => `• ${line}`);
  return reply([say('hours-answer', { place: placeText(scene, stand.id) }), ...lines].join('\n'));
}

/** A line for each of the next seven days, today first. */
export function weekHours(wording: Wording, place: Place): string[] {
  const today = wallClock(wording.now, wording.snapshot.stand.timeZone).day;
  const days = Array.from({ length: 7 }, (_, ahead) => addDays(today, ahead));
  return days.map((day) => `${dayText(wording, day)}: ${hoursText(wording, place, day)}`);
}

function tellHoursOn(scene: Scene, place: Place, day: string): Turn {
  const isClosed = hoursOn(openingOf(scene.snapshot, place), day).length === 0;
  const text = scene.say('hours-day', {
    day: capital(dayText(scene, day)),
    place: placeText(scene, place.id),
    hours: isClosed ? 'none' : hoursText(scene, place, day),
  });
  return reply(text, { choices: [choice(scene.say('button-hours'), { do: 'tell-hours' })] });
}

export function tellPayment(scene: Scene): Turn {
  const { payment } = scene.snapshot.stand;
  if (payment) return reply(knownText(scene, payment));
  return reply(scene.say('payment-unknown'), { choices: [askStaffChoice(scene, null, 'payment')] });
}

export function tellDelivery(scene: Scene): Turn {
  const { delivery } = scene.snapshot.stand;
  if (delivery) return reply(knownText(scene, delivery));
  return reply(scene.say('delivery-unknown'), { choices: [askStaffChoice(scene, null, 'delivery')] });
}
