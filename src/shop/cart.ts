/** The cart of a person, with what was answered on the way to the confirmation. */
import type { Place, PriceStatus, Product, SalesMode, Snapshot, Variant } from './catalogue.ts';
import { placeById, variantById } from './catalogue.ts';

export interface CartLine {
  readonly variantId: number;
  readonly qty: number;
}

export type Pickup =
  /** "sekarang": the visitor stands in the lounge. */
  | { readonly kind: 'now' }
  /** `YYYY-MM-DD`. */
  | { readonly kind: 'day'; readonly day: string }
  /** When it is ready: the shop calls. */
  | { readonly kind: 'when-ready' };

export interface CartBody {
  readonly lines: readonly CartLine[];
  /** By part key (see `partKey`). */
  readonly pickups: Readonly<Record<string, Pickup>>;
  readonly name: string | null;
  /** E.164; null: not given. */
  readonly phone: string | null;
  /** The phone number was asked for and given or declined. */
  readonly phoneAnswered: boolean;
  /** What the summary that the visitor last read was made from; null: none was shown. */
  readonly summary: SeenVersions | null;
  /** A keeper orders for somebody at the counter who has no chat with us. */
  readonly guest?: boolean;
}

/** The versions of the stand and of each product, by id: a confirmation holds only for what was read. */
export interface SeenVersions {
  readonly stand: number;
  readonly products: Readonly<Record<string, number>>;
}

export const EMPTY_CART: CartBody = {
  lines: [],
  pickups: {},
  name: null,
  phone: null,
  phoneAnswered: false,
  summary: null,
};

/** A cart line with what the catalogue says of it today. */
export interface CartItem {
  readonly product: Product;
  readonly variant: Variant;
  readonly qty: number;
}

/** What one unit will answer for together: same unit, same place, same sales mode. */
export interface CartPart {
  readonly key: string;
  readonly unitId: number;
  readonly place: Place;
  readonly mode: SalesMode;
  readonly items: readonly CartItem[];
}

/** The lines whose products are still on the stand and for sale. */
export function cartItems(cart: CartBody, snapshot: Snapshot): CartItem[] {
  return cart.lines.flatMap((line) => {
    const found = variantById(snapshot, line.variantId);
    return found && found.product.mode !== 'display' ? [{ ...found, qty: line.qty }] : [];
  });
}

function partKey(product: Product): string {
  return `${product.unitId}-${product.placeId}-${product.mode}`;
}

/** The parts that a confirmation would make, in the order of the lines. */
export function cartParts(cart: CartBody, snapshot: Snapshot): CartPart[] {
  const parts = new Map<string, CartPart & { items: CartItem[] }>();
  for (const item of cartItems(cart, snapshot)) {
    const key = partKey(item.product);
    const place = placeById(snapshot, item.product.placeId);
    if (!place) continue;
    const part = parts.get(key) ?? {
      key,
      unitId: item.product.unitId,
      place,
      mode: item.product.mode,
      items: [],
    };
    part.items.push(item);
    parts.set(key, part);
  }
  return [...parts.values()];
}

/** The cart with this many of a variant; zero takes the line out. */
export function withQuantity(cart: CartBody, variantId: number, qty: number): CartBody {
  const others = cart.lines.filter((line) => line.variantId !== variantId);
  if (qty <= 0) return { ...cart, lines: others };
  const known = cart.lines.some((line) => line.variantId === variantId);
  const lines = known
    ? cart.lines.map((line) => (line.variantId === variantId ? { variantId, qty } : line))
    : [...cart.lines, { variantId, qty }];
  return { ...cart, lines };
}

export function quantityOf(cart: CartBody, variantId: number): number {
  return cart.lines.find((line) => line.variantId === variantId)?.qty ?? 0;
}

/** What is in either, for somebody who had two; what was answered on the way stands as in the first. */
export function bothCarts(first: CartBody, second: CartBody): CartBody {
  const all = second.lines.reduce(
    (cart, { variantId, qty }) => withQuantity(cart, variantId, quantityOf(cart, variantId) + qty),
    first,
  );
  return {
    ...all,
    pickups: { ...second.pickups, ...first.pickups },
    name: first.name ?? second.name,
    phone: first.phone ?? second.phone,
    phoneAnswered: first.phoneAnswered || second.phoneAnswered,
    summary: null,
  };
}

/** Something that costs: a price for one, and how many. */
export interface Priced {
  readonly price: number | null;
  readonly priceStatus: PriceStatus;
  readonly qty: number;
}

/** A total of what has a confirmed price, and whether anything is left to be confirmed by staff. */
export interface Total {
  readonly amount: number;
  readonly open: boolean;
}

/** Sample and unknown prices never enter a total. */
export function totalOf(lines: readonly Priced[]): Total {
  let amount = 0;
  let open = false;
  for (const line of lines) {
    if (line.priceStatus === 'confirmed' && line.price !== null) amount += line.price * line.qty;
    else open = true;
  }
  return { amount, open };
}
