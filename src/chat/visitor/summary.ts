/** The summary that is read before an order is confirmed. */
import { type CartBody, type CartPart, cartItems, cartParts, type SeenVersions } from '../../shop/cart.ts';
import { type Snapshot, unitById } from '../../shop/catalogue.ts';
import { reply, type Scene, type Turn } from '../flow.ts';
import { choice, lineText, priceText, words } from '../wording.ts';
import { cartTotal } from './fill-cart.ts';
import { pickUpLine } from './pick-up.ts';

/** What the summary is made from: a confirmation holds for these versions only. */
export function seenVersions(snapshot: Snapshot, body: CartBody): SeenVersions {
  const products = cartItems(body, snapshot).map(
    ({ product }) => [String(product.id), product.version] as const,
  );
  return { stand: snapshot.stand.version, products: Object.fromEntries(products) };
}

function partSummary(scene: Scene, body: CartBody, part: CartPart): string {
  const unit = unitById(scene.snapshot, part.unitId);
  const lines = part.items.map(({ variant, qty }) => {
    const price =
      variant.price.amount === null
        ? variant.price
        : { ...variant.price, amount: variant.price.amount * qty };
    return `• ${scene.say('line-priced', { line: lineText(scene, { variantId: variant.id, qty }), price: priceText(scene, price) })}`;
  });
  const head = scene.say('part-head', { unit: unit ? words(scene, unit.name) : '' });
  if (scene.snapshot.stand.stage === 'interest') return [head, ...lines].join('\n');
  return [
    head,
    ...lines,
    scene.say('part-where', { where: pickUpLine(scene, part, body.pickups[part.key]) }),
  ].join('\n');
}

/** The summary to read before confirming. `cart` is the version that the cart has once this turn is stored. */
export function summary(scene: Scene, body: CartBody, cart: number, preface?: string): Turn {
  const { say, snapshot } = scene;
  const interest = snapshot.stand.stage === 'interest';
  const firstOrder = (body.guest || scene.view.person.noticeAt === null) && !interest;
  const text = [
    preface,
    say(interest ? 'summary-head-interest' : 'summary-head'),
    ...cartParts(body, snapshot).map((part) => partSummary(scene, body, part)),
    ...(interest
      ? []
      : [
          [
            cartTotal(scene, body),
            say('summary-name', { name: body.name ?? '', phone: body.phone ?? 'none' }),
          ].join('\n'),
        ]),
    ...(firstOrder
      ? [
          say(body.guest ? 'privacy-notice-of-guest' : 'privacy-notice', {
            keeper: words(scene, snapshot.stand.dataKeeper),
          }),
        ]
      : []),
    say(interest ? 'ask-confirm-interest' : 'ask-confirm'),
  ].filter(Boolean);
  const changes = interest
    ? []
    : [
        choice(say('button-change-pick-up'), { do: 'change-pick-up' }),
        choice(say('button-change-name'), { do: 'change-name' }),
        choice(say('button-change-phone'), { do: 'change-phone' }),
      ];
  return {
    ...reply(text.join('\n\n'), {
      choices: [
        choice(say(interest ? 'button-confirm-interest' : 'button-confirm'), { do: 'confirm', cart }),
        choice(say('button-change-cart'), { do: 'show-cart' }),
        ...changes,
        choice(say('button-clear'), { do: 'clear-cart' }),
      ],
    }),
    conversation: { asked: { what: 'confirm', cart } },
  };
}
