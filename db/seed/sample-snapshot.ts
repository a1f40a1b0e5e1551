/** The sample stand as a snapshot, without a database: what messages are understood against by default. */
import {
  ATTRIBUTES,
  DEFAULT_WAITS,
  type Fact,
  type Product,
  type Snapshot,
  type Variant,
} from '../../src/shop/catalogue.ts';
import {
  type SampleProduct,
  sampleKinds,
  samplePlaces,
  sampleProducts,
  sampleStand,
  sampleUnits,
} from './sample-stand.ts';

function numbered<T extends { readonly slug: string }>(list: readonly T[]): (T & { readonly id: number })[] {
  return list.map((each, index) => ({ ...each, id: index + 1 }));
}

function idOf(list: readonly { readonly slug: string }[], slug: string): number {
  return list.findIndex((each) => each.slug === slug) + 1;
}

function factsOf(product: SampleProduct): Fact[] {
  return ATTRIBUTES.flatMap((attribute): Fact[] => {
    const value = product.facts[attribute];
    if (value === undefined) return [];
    return [{ attribute, value, confirmedBy: null, confirmedAt: null, validUntil: null }];
  });
}

/** Variants are numbered through all products, as the seed numbers them. */
function variantsOf(product: SampleProduct, productId: number, before: number): [Variant, ...Variant[]] {
  const [first, ...others] = product.variants.map(
    ({ openingStock: _, ...variant }, index): Variant => ({ ...variant, id: before + index + 1, productId }),
  );
  if (!first) throw new Error(`The sample product ${product.slug} has no variant.`);
  return [first, ...others];
}

export function sampleSnapshot(): Snapshot {
  const { place, expiryHours, ...stand } = sampleStand;
  let variants = 0;
  return {
    version: 1,
    stand: {
      ...stand,
      id: 1,
      version: 1,
      placeId: idOf(samplePlaces, place),
      waits: { ...DEFAULT_WAITS, expire: expiryHours },
    },
    units: numbered(sampleUnits),
    kinds: numbered(sampleKinds),
    places: numbered(samplePlaces),
    daysOff: [],
    products: sampleProducts.map((product, index): Product => {
      const { unit, kind, place: at, facts: _, variants: __, ...rest } = product;
      const own = variantsOf(product, index + 1, variants);
      variants += own.length;
      return {
        unitSizes: {},
        ...rest,
        id: index + 1,
        unitId: idOf(sampleUnits, unit),
        kindId: idOf(sampleKinds, kind),
        placeId: idOf(samplePlaces, at),
        version: 1,
        photo: null,
        sample: true,
        variants: own,
        facts: factsOf(product),
      };
    }),
  };
}
