/** The price of a variant: what an admin sets is confirmed, and it can be unknown. */
import { type Price, type Product, type Variant, variantById } from '../../shop/catalogue.ts';
import { type Flow, reply, type Scene, type Turn } from '../flow.ts';
import { readAmount } from '../understand/amounts.ts';
import { priceText, variantName, words } from '../wording.ts';
import { adminOnly, audit, closing, gone } from './admin-only.ts';

const MAX_PRICE = 1e9;

export const UNKNOWN =
  /^(?:(?:belum|tidak|tak|blm|gak|nggak) (?:tahu|tau|diketahui|pasti|ada)|unknown|not known(?: yet)?)[.! ]*$/i;

function askPrice(scene: Scene, found: { product: Product; variant: Variant }, preface?: string): Turn {
  const question = scene.say('admin-ask-price', {
    name: variantName(scene, found.product, found.variant),
    unit: words(scene, found.product.saleUnit),
    price: priceText(scene, found.variant.price),
  });
  return {
    ...reply([preface, question].filter(Boolean).join('\n\n')),
    conversation: { asked: { what: 'price', variant: found.variant.id } },
  };
}

/** The price that was typed, or the sentence that asks for it again. */
export function readPrice(text: string): Price | string {
  if (UNKNOWN.test(text.trim())) return { amount: null, status: 'unknown' };
  const amount = readAmount(text.replace(/(?:\/|\bper\b)\s*\p{L}+\s*$/u, ''));
  if (amount === null) return 'admin-price-unclear';
  if (amount <= 0) return 'admin-price-positive';
  return amount > MAX_PRICE ? 'admin-price-absurd' : { amount, status: 'confirmed' };
}

export function auditText({ amount, status }: Price): string {
  return amount === null ? status : `${amount} ${status}`;
}

export function answerPrice(scene: Scene, variantId: number, text: string): Turn {
  const found = variantById(scene.snapshot, variantId);
  if (!found) return gone(scene);
  const price = readPrice(text);
  if (typeof price === 'string') return askPrice(scene, found, scene.say(price));
  const { product, variant } = found;
  const said = { name: variantName(scene, product, variant), price: priceText(scene, price) };
  if (auditText(price) === auditText(variant.price))
    return closing(scene, scene.say('admin-price-same', said));
  return closing(
    scene,
    scene.say('admin-price-changed', { ...said, before: priceText(scene, variant.price) }),
    [
      {
        kind: 'price',
        variantId: variant.id,
        productId: product.id,
        price: price.amount,
        status: price.status,
      },
      audit('price', `variant ${variant.id}`, auditText(variant.price), auditText(price)),
    ],
  );
}

export const changePriceFlow: Flow<'ask-price'> = {
  'ask-price': {
    turn: (scene, { variant }) =>
      adminOnly(scene, () => {
        const found = variantById(scene.snapshot, variant);
        return found ? askPrice(scene, found) : gone(scene);
      }),
  },
};
