/** A snapshot of the sample stand: six products of three units (docs: the vocabulary of the shop). */
import type {
  Attribute,
  Fact,
  Place,
  Price,
  Product,
  SalesMode,
  Snapshot,
  Stand,
  Texts,
  Unit,
  Variant,
} from '../../src/shop/catalogue.ts';
import { DEFAULT_WAITS } from '../../src/shop/catalogue.ts';

const LOUNGE_HOURS = [{ from: 8 * 60, to: 15 * 60 }];
const HOURS = [LOUNGE_HOURS, LOUNGE_HOURS, LOUNGE_HOURS, LOUNGE_HOURS, LOUNGE_HOURS, [], []];

export const samplePrice = (amount: number): Price => ({ amount, status: 'sample' });
export const unknownPrice: Price = { amount: null, status: 'unknown' };

function text(id: string, en: string): Texts {
  return { id, en };
}

function fact(attribute: Attribute, value: Texts | null = null): Fact {
  return { attribute, value, confirmedBy: null, confirmedAt: null, validUntil: null };
}

const units: readonly Unit[] = [
  ['lapas-kelas-1', 'Lapas Kelas I Tangerang'],
  ['lapas-perempuan', 'Lapas Perempuan Kelas IIA Tangerang'],
  ['rutan-kelas-1', 'Rutan Kelas I Tangerang'],
].map(([slug = '', name = ''], index) => ({
  id: index + 1,
  slug,
  name: text(name, name),
  about: text('Bengkel kerja Warga Binaan (contoh).', 'A workshop of Warga Binaan (sample).'),
}));

const places: readonly Place[] = [
  {
    id: 1,
    kind: 'stand',
    name: text('Gerai di lobi', 'The stand in the lobby'),
    address: text('Alamat contoh', 'Sample address'),
    hours: HOURS,
    sample: true,
  },
  {
    id: 2,
    kind: 'workshop',
    name: text('Bengkel Lapas Kelas I', 'Workshop of Lapas Kelas I'),
    address: text('Alamat contoh', 'Sample address'),
    hours: HOURS,
    sample: true,
  },
];

const stand: Stand = {
  id: 1,
  slug: 'contoh',
  name: text('Gerai contoh', 'Sample stand'),
  stage: 'preorder',
  timeZone: 'Asia/Jakarta',
  defaultLanguage: 'id',
  version: 1,
  placeId: 1,
  payment: null,
  delivery: null,
  dataKeeper: text('Pengelola gerai (contoh)', 'The keeper of the stand (sample)'),
  waits: DEFAULT_WAITS,
  sample: true,
};

interface ProductSeed {
  readonly slug: string;
  readonly unitId: number;
  readonly kindId: number;
  readonly placeId: number;
  readonly mode: SalesMode;
  readonly name: Texts;
  readonly saleUnit: Texts;
  readonly aliases: readonly string[];
  readonly facts: readonly Fact[];
  readonly price: Price;
  readonly variants?: readonly Pick<Variant, 'slug' | 'name' | 'price' | 'aliases'>[];
}

const SEEDS: readonly ProductSeed[] = [
  {
    slug: 'keripik-tempe',
    unitId: 1,
    kindId: 1,
    placeId: 1,
    mode: 'ready',
    name: text('Keripik Tempe', 'Tempeh chips'),
    saleUnit: text('bungkus', 'pack'),
    aliases: ['keripik', 'tempe', 'tempe chips', 'tempe crackers', 'tempeh', 'tempeh crackers'],
    facts: [fact('composition'), fact('halal'), fact('pirt'), fact('expiry'), fact('weight')],
    price: samplePrice(15_000),
  },
  {
    slug: 'kerajinan',
    unitId: 1,
    kindId: 2,
    placeId: 1,
    mode: 'ready',
    name: text('Kerajinan Tangan', 'Handicraft'),
    saleUnit: text('buah', 'piece'),
    aliases: ['kerajinan', 'handicrafts', 'handmade', 'suvenir kayu'],
    facts: [fact('material'), fact('size')],
    price: samplePrice(25_000),
    variants: [
      {
        slug: 'gantungan-kunci',
        name: text('Gantungan Kunci', 'Keychain'),
        price: samplePrice(10_000),
        aliases: ['key chain', 'key ring', 'ganci'],
      },
      {
        slug: 'miniatur-kapal',
        name: text('Miniatur Kapal', 'Ship miniature'),
        price: samplePrice(150_000),
        aliases: ['kapal', 'model ship', 'miniature ship'],
      },
    ],
  },
  {
    slug: 'paving-block',
    unitId: 1,
    kindId: 3,
    placeId: 2,
    mode: 'quote',
    name: text('Paving Block', 'Paving block'),
    saleUnit: text('buah', 'piece'),
    aliases: ['paving', 'paving blok', 'konblok', 'conblock', 'paving stone'],
    facts: [fact('size'), fact('thickness'), fact('strength'), fact('contents')],
    price: unknownPrice,
  },
  {
    slug: 'batako',
    unitId: 1,
    kindId: 3,
    placeId: 2,
    mode: 'quote',
    name: text('Batako', 'Concrete block'),
    saleUnit: text('buah', 'piece'),
    aliases: ['bata press', 'bata beton', 'concrete brick'],
    facts: [fact('size'), fact('weight'), fact('strength')],
    price: unknownPrice,
  },
  {
    slug: 'tas-sulam-pita',
    unitId: 2,
    kindId: 2,
    placeId: 1,
    mode: 'preorder',
    name: text('Tas Sulam Pita', 'Ribbon-embroidered bag'),
    saleUnit: text('buah', 'piece'),
    aliases: ['tas', 'tas sulam', 'tas pita', 'bag', 'tas rajut'],
    facts: [fact('colour'), fact('size'), fact('material')],
    price: samplePrice(200_000),
  },
  {
    slug: 'sepatu',
    unitId: 3,
    kindId: 2,
    placeId: 1,
    mode: 'display',
    name: text('Sepatu', 'Shoes'),
    saleUnit: text('pasang', 'pair'),
    aliases: ['sepatu kulit', 'shoe'],
    facts: [fact('size'), fact('colour'), fact('material')],
    price: unknownPrice,
  },
];

function productOf(seed: ProductSeed, index: number): Product {
  const { variants, price, ...given } = seed;
  const id = index + 1;
  const [first, ...rest] = (variants ?? [{ slug: '', name: seed.name, price, aliases: [] }]).map(
    (variant, at) => ({ ...variant, id: id * 10 + at, productId: id }),
  );
  if (!first) throw new Error(`${seed.slug} has no variant`);
  return {
    ...given,
    id,
    shelfNumber: id,
    version: 1,
    unitSizes: {},
    story: text('Dibuat Warga Binaan (contoh).', 'Made by Warga Binaan (sample).'),
    leadTimeDays: seed.mode === 'preorder' ? 7 : null,
    maxPerOrder: seed.mode === 'quote' ? 5_000 : 50,
    photo: null,
    sample: true,
    variants: [first, ...rest],
  };
}

export function sampleSnapshot(change: Partial<Snapshot> = {}): Snapshot {
  return {
    version: 1,
    stand,
    units,
    kinds: [
      { id: 1, slug: 'makanan', name: text('Makanan', 'Food') },
      { id: 2, slug: 'kerajinan', name: text('Kerajinan', 'Crafts') },
      { id: 3, slug: 'beton', name: text('Beton', 'Concrete') },
    ],
    places,
    daysOff: [],
    products: SEEDS.map(productOf),
    ...change,
  };
}
