/**
 * The sample stand: what a new installation shows until real data takes its place, and the catalogue that
 * understanding is measured against.
 *
 * Prices, hours, addresses and stock are invented and marked as samples. What only a unit can know (halal,
 * P-IRT, expiry, sizes, weights, …) is left unknown on purpose: a sample must not teach anybody a wrong fact.
 */
import type {
  Attribute,
  Kind,
  Place,
  Product,
  Stand,
  Texts,
  Unit,
  UnitSizes,
  Variant,
} from '../../src/shop/catalogue.ts';

export type SamplePlace = Omit<Place, 'id'> & { readonly slug: string };
export type SampleUnit = Omit<Unit, 'id'>;
export type SampleKind = Omit<Kind, 'id'>;

export interface SampleVariant extends Omit<Variant, 'id' | 'productId'> {
  /** Delivered to the stand before it opens; null: not sold from stand stock. */
  readonly openingStock: number | null;
  /** At so many left the unit is told; left out: it is not. */
  readonly lowAt?: number;
}

export interface SampleProduct
  extends Omit<
    Product,
    | 'id'
    | 'unitId'
    | 'kindId'
    | 'placeId'
    | 'version'
    | 'photo'
    | 'sample'
    | 'variants'
    | 'facts'
    | 'unitSizes'
  > {
  readonly unitSizes?: UnitSizes;
  readonly unit: SampleUnitSlug;
  readonly kind: SampleKindSlug;
  readonly place: SamplePlaceSlug;
  readonly variants: readonly [SampleVariant, ...SampleVariant[]];
  /** null: not known yet. None is confirmed by anybody: it is a sample. */
  readonly facts: Readonly<Partial<Record<Attribute, Texts | null>>>;
}

export interface SampleStand extends Omit<Stand, 'id' | 'version' | 'placeId' | 'waits'> {
  readonly place: SamplePlaceSlug;
  readonly expiryHours: number;
}

const OFFICE_DAY = [{ from: 8 * 60, to: 15 * 60 }];
const WORKSHOP_DAY = [{ from: 8 * 60 + 30, to: 14 * 60 }];

export const samplePlaces = [
  {
    slug: 'gerai',
    kind: 'stand',
    name: { id: 'Gerai di ruang tunggu', en: 'Lounge stand' },
    address: {
      id: 'Ruang tunggu kantor imigrasi, Tangerang (alamat contoh)',
      en: 'Lounge of the immigration office, Tangerang (sample address)',
    },
    hours: [OFFICE_DAY, OFFICE_DAY, OFFICE_DAY, OFFICE_DAY, OFFICE_DAY, [], []],
    sample: true,
  },
  {
    slug: 'bengkel-lapas-kelas-1',
    kind: 'workshop',
    name: { id: 'Bengkel Lapas Kelas I Tangerang', en: 'Workshop of Lapas Kelas I Tangerang' },
    address: {
      id: 'Lapas Kelas I Tangerang, Kota Tangerang (alamat contoh)',
      en: 'Lapas Kelas I Tangerang, City of Tangerang (sample address)',
    },
    hours: [WORKSHOP_DAY, WORKSHOP_DAY, WORKSHOP_DAY, WORKSHOP_DAY, [], [], []],
    sample: true,
  },
  {
    slug: 'sesuai-janji',
    kind: 'agreement',
    name: { id: 'Sesuai janji', en: 'By agreement' },
    address: {
      id: 'Tempat dan waktunya disepakati dengan petugas',
      en: 'Place and time are agreed with the staff',
    },
    hours: [[], [], [], [], [], [], []],
    sample: true,
  },
] as const satisfies readonly SamplePlace[];
export type SamplePlaceSlug = (typeof samplePlaces)[number]['slug'];

export const sampleStand: SampleStand = {
  slug: 'contoh',
  name: { id: 'Gerai contoh', en: 'Sample stand' },
  stage: 'preorder',
  timeZone: 'Asia/Jakarta',
  defaultLanguage: 'id',
  place: 'gerai',
  payment: null,
  delivery: null,
  dataKeeper: {
    id: 'Nama dan nomor Anda disimpan Kantor Gerai Contoh (nama contoh), hanya untuk mengurus pesanan. Mau melihat atau menghapusnya? Tanya petugas gerai.',
    en: 'Your name and number are kept by the Sample Stand Office (a sample name), only to handle your order. To see or delete them, ask the staff at the stand.',
  },
  expiryHours: 72,
  sample: true,
};

export const sampleUnits = [
  {
    slug: 'lapas-kelas-1-tangerang',
    name: { id: 'Lapas Kelas I Tangerang', en: 'Lapas Kelas I Tangerang' },
    about: {
      id: 'Di bengkelnya Warga Binaan belajar mengolah makanan ringan, membuat kerajinan tangan, dan mencetak beton bermerek Jawara Beton.',
      en: 'A men’s prison. In its workshops Warga Binaan (people serving a sentence) learn to make snacks, handicraft, and concrete goods under the brand Jawara Beton.',
    },
  },
  {
    slug: 'lapas-perempuan-2a-tangerang',
    name: { id: 'Lapas Perempuan Kelas IIA Tangerang', en: 'Lapas Perempuan Kelas IIA Tangerang' },
    about: {
      id: 'Di sini Warga Binaan berlatih menjahit dan menyulam. Salah satu hasilnya tas dengan sulaman pita.',
      en: 'A women’s prison. Warga Binaan (people serving a sentence) train in sewing and embroidery here; bags embroidered with ribbon are one of the results.',
    },
  },
  {
    slug: 'rutan-kelas-1-tangerang',
    name: { id: 'Rutan Kelas I Tangerang', en: 'Rutan Kelas I Tangerang' },
    about: {
      id: 'Di bengkelnya Warga Binaan belajar membuat sepatu, dari pola sampai terpasang solnya.',
      en: 'A detention house. In its workshop Warga Binaan (people in its care) learn to make shoes, from the pattern to the sole.',
    },
  },
] as const satisfies readonly SampleUnit[];
export type SampleUnitSlug = (typeof sampleUnits)[number]['slug'];

export const sampleKinds = [
  { slug: 'makanan-ringan', name: { id: 'Makanan ringan', en: 'Snacks' } },
  { slug: 'kerajinan-tangan', name: { id: 'Kerajinan tangan', en: 'Handicraft' } },
  { slug: 'bahan-bangunan', name: { id: 'Bahan bangunan', en: 'Building materials' } },
  { slug: 'tas', name: { id: 'Tas', en: 'Bags' } },
  { slug: 'sepatu', name: { id: 'Sepatu', en: 'Shoes' } },
] as const satisfies readonly SampleKind[];
export type SampleKindSlug = (typeof sampleKinds)[number]['slug'];

const PIECE = { id: 'buah', en: 'piece' };
const UNKNOWN_PRICE = { amount: null, status: 'unknown' } as const;

export const sampleProducts: readonly SampleProduct[] = [
  {
    slug: 'keripik-tempe',
    unit: 'lapas-kelas-1-tangerang',
    kind: 'makanan-ringan',
    place: 'gerai',
    shelfNumber: 1,
    mode: 'ready',
    name: { id: 'Keripik tempe', en: 'Tempeh chips' },
    story: {
      id: 'Tempe kedelai diiris setipis mungkin, lalu digoreng pelan-pelan sampai kering dan renyah. Setelah ditiriskan dan dingin, keripiknya segera dibungkus rapat supaya tetap kriuk sampai di rumah. Semuanya dikerjakan Warga Binaan dalam program kemandirian di Lapas Kelas I Tangerang.',
      en: 'Soybean tempeh is sliced as thin as it will go and fried slowly until it is dry and crisp. Drained and cooled, the chips are sealed at once, so they still crunch when you get home. All of it is done by Warga Binaan in the work training of Lapas Kelas I Tangerang.',
    },
    saleUnit: { id: 'bungkus', en: 'pack' },
    leadTimeDays: null,
    maxPerOrder: 50,
    aliases: [
      'keripik',
      'kripik',
      'kripik tempe',
      'keripik tempeh',
      'kripik tempeh',
      'camilan tempe',
      'cemilan tempe',
      'tempe',
      'tempeh',
      'chips',
      'tempe chips',
      'tempeh chips',
      'tempe crisps',
      'tempeh crisps',
      'tempe crackers',
      'tempeh crackers',
      'tempe kering',
      'kriuk',
      'kriuk kriuk',
      'kriuk-kriuk',
      'buat nyemil',
      'buat ngemil',
      'buat cemilan',
      'buat camilan',
      'cemilan',
      'camilan',
      'soybean chips',
      'crisps',
      'crunchy',
      'yang kriuk',
      'crackers',
      'karipiak',
      '天贝脆片',
      '天贝片',
      '丹贝脆片',
      '豆豉脆片',
      '脆片',
      'テンペチップス',
      'チップス',
      '템페칩',
      '템페',
      '과자',
      'رقائق',
      'تيمبيه',
      'เทมเป้',
    ],
    variants: [
      {
        slug: '',
        name: { id: 'Keripik tempe', en: 'Tempeh chips' },
        price: { amount: 15_000, status: 'sample' },
        aliases: [],
        openingStock: 40,
        lowAt: 5,
      },
    ],
    facts: {
      composition: { id: 'Bahan dasarnya tempe kedelai', en: 'The base is soybean tempeh' },
      halal: null,
      pirt: null,
      expiry: null,
      allergen: null,
      spice: null,
      weight: null,
      contents: null,
    },
  },
  {
    slug: 'kerajinan',
    unit: 'lapas-kelas-1-tangerang',
    kind: 'kerajinan-tangan',
    place: 'gerai',
    shelfNumber: 2,
    mode: 'ready',
    name: { id: 'Kerajinan tangan', en: 'Handicraft' },
    story: {
      id: 'Bagian-bagian kecil dipotong, dihaluskan, lalu dirangkai satu per satu dengan tangan. Karena bukan keluaran mesin, tiap buah punya rupa yang sedikit berbeda. Lewat kerajinan ini Warga Binaan di Lapas Kelas I Tangerang melatih ketelitian dan kesabaran.',
      en: 'Small parts are cut, smoothed and put together one by one, by hand. No machine turns them out, so each piece looks a little different. This is how Warga Binaan at Lapas Kelas I Tangerang train a steady hand and patience.',
    },
    saleUnit: PIECE,
    leadTimeDays: null,
    maxPerOrder: 50,
    aliases: [
      'kerajinan',
      'hasil kerajinan',
      'handicraft',
      'handicrafts',
      'handcraft',
      'handcrafts',
      'crafts',
      'pajangan',
      'hasil karya',
      'buah tangan',
      '手工艺品',
      '工艺品',
      '手工芸品',
      '공예품',
      'مصنوعات يدوية',
    ],
    variants: [
      {
        slug: 'gantungan-kunci',
        name: { id: 'Gantungan kunci', en: 'Key chain' },
        price: { amount: 10_000, status: 'sample' },
        aliases: [
          'gantungan',
          'gantungan kunci',
          'ganci',
          'keychain',
          'keychains',
          'key chain',
          'key chains',
          'keyring',
          'key ring',
          'key holder',
          'gantelan kunci',
          'gantelan konci',
          'gantungan konci',
          'gantungan kontak',
          'llavero',
          'sleutelhanger',
          'porte-clés',
          'schlüsselanhänger',
          '钥匙扣',
          '钥匙链',
          'キーホルダー',
          '열쇠고리',
          '키링',
          'ميدالية مفاتيح',
          'พวงกุญแจ',
        ],
        openingStock: 25,
      },
      {
        slug: 'miniatur-kapal',
        name: { id: 'Miniatur kapal', en: 'Ship miniature' },
        price: { amount: 150_000, status: 'sample' },
        aliases: [
          'kapal',
          'kapal-kapalan',
          'kapal mini',
          'kapal layar',
          'miniatur',
          'miniatur perahu',
          'perahu',
          'pinisi',
          'ship',
          'model ship',
          'miniature ship',
          'ship model',
          'miniature boat',
          'boat',
          'little ship',
          'toy boat',
          'bateau',
          'barco',
          'schip',
          'schiff',
          '船',
          '船模型',
          '模型船',
          '배 모형',
          'سفينة',
          'เรือ',
        ],
        openingStock: 6,
      },
    ],
    facts: { material: null, size: null, weight: null, colour: null },
  },
  {
    slug: 'paving-block',
    unit: 'lapas-kelas-1-tangerang',
    kind: 'bahan-bangunan',
    place: 'bengkel-lapas-kelas-1',
    shelfNumber: 3,
    mode: 'quote',
    name: { id: 'Paving block', en: 'Paving block' },
    story: {
      id: 'Semen, pasir, dan air diaduk, dipadatkan dalam cetakan, lalu dibiarkan mengeras sampai siap diinjak. Paving block ini dicetak Warga Binaan di bengkel beton Lapas Kelas I Tangerang yang mereknya Jawara Beton. Dari bengkel itu, langsung ke halaman Anda.',
      en: 'Cement, sand and water are mixed, pressed into moulds and left to harden until they are ready to be walked on. Warga Binaan cast these paving blocks in the concrete workshop of Lapas Kelas I Tangerang, whose brand is Jawara Beton. From there they find their way to your yard.',
    },
    saleUnit: PIECE,
    leadTimeDays: null,
    // About 44.7 pieces cover a square metre (Jawara Beton, from public reporting).
    unitSizes: { m2: 44.7 },
    // 200 m² are close to nine thousand pieces.
    maxPerOrder: 10_000,
    aliases: [
      'paving',
      'paving blok',
      'pavingblok',
      'pavingblock',
      'paping',
      'paping blok',
      'conblock',
      'con block',
      'conblok',
      'konblok',
      'kon blok',
      'bata paving',
      'paving stone',
      'paving brick',
      'paver',
      'pavers',
      'alas halaman',
      'lantai halaman',
      'buat halaman',
      'lantai carport',
      'alas carport',
      'bata lantai',
      '铺路砖',
      '地砖',
      '보도블록',
    ],
    variants: [
      {
        slug: '',
        name: { id: 'Paving block', en: 'Paving block' },
        price: UNKNOWN_PRICE,
        aliases: [],
        openingStock: null,
      },
    ],
    facts: {
      contents: { id: '1 m² sekitar 44,7 buah', en: '1 m² is about 44.7 pieces' },
      material: { id: 'Beton', en: 'Concrete' },
      size: null,
      thickness: null,
      strength: null,
      weight: null,
      colour: null,
    },
  },
  {
    slug: 'batako',
    unit: 'lapas-kelas-1-tangerang',
    kind: 'bahan-bangunan',
    place: 'bengkel-lapas-kelas-1',
    shelfNumber: 4,
    mode: 'quote',
    name: { id: 'Batako', en: 'Concrete block (batako)' },
    story: {
      id: 'Adukan semen dan pasir dipadatkan dalam cetakan, dilepas hati-hati, lalu dibiarkan mengeras pelan-pelan sampai kuat disusun jadi dinding. Batako ini dicetak Warga Binaan di bengkel beton yang sama dengan paving block: Jawara Beton, Lapas Kelas I Tangerang.',
      en: 'A mix of cement and sand is packed into a mould, released with care and left to harden slowly, until it is strong enough for a wall. Warga Binaan cast these blocks in the same concrete workshop as the paving: Jawara Beton, Lapas Kelas I Tangerang.',
    },
    saleUnit: PIECE,
    leadTimeDays: null,
    maxPerOrder: 10_000,
    aliases: [
      'batako beton',
      'batako press',
      'bata beton',
      'bata press',
      'bata pres',
      'bata semen',
      'concrete block',
      'concrete blocks',
      'concrete brick',
      'concrete bricks',
      'cement block',
      'cement brick',
      'cinder block',
      'hollow block',
      'building block',
      'hollow concrete block',
      'hollow brick',
      'buat tembok',
      'buat dinding',
      'buat pager',
      'buat pagar',
      'bata tembok',
      'bata dinding',
      'bata pager',
      'bata pagar',
      'bata bolong',
      '水泥砖',
      '混凝土砖',
      '空心砖',
      'コンクリートブロック',
      '벽돌',
    ],
    variants: [
      {
        slug: '',
        name: { id: 'Batako', en: 'Concrete block (batako)' },
        price: UNKNOWN_PRICE,
        aliases: [],
        openingStock: null,
      },
    ],
    facts: {
      material: { id: 'Beton', en: 'Concrete' },
      size: null,
      thickness: null,
      strength: null,
      weight: null,
    },
  },
  {
    slug: 'tas-sulam-pita',
    unit: 'lapas-perempuan-2a-tangerang',
    kind: 'tas',
    place: 'gerai',
    shelfNumber: 5,
    mode: 'preorder',
    name: { id: 'Tas sulam pita', en: 'Ribbon-embroidered bag' },
    story: {
      id: 'Bunga di tas ini bukan gambar, tapi sulaman pita: dilipat, ditarik, dan dijahit helai demi helai sampai mekar jadi kelopak. Tasnya dijahit dan disulam Warga Binaan di Lapas Perempuan Kelas IIA Tangerang. Tiap tas punya rangkaian bunganya sendiri.',
      en: 'The flowers on this bag are not printed. They are ribbon, folded, drawn and stitched strand by strand until it opens into petals. Warga Binaan at Lapas Perempuan Kelas IIA Tangerang sew and embroider the bags, and each has a bouquet of its own.',
    },
    saleUnit: PIECE,
    leadTimeDays: 14,
    maxPerOrder: 10,
    aliases: [
      'tas',
      'tas sulam',
      'tas pita',
      'tas bordir',
      'tas bordir pita',
      'tas bunga',
      'sulam pita',
      'bag',
      'bags',
      'handbag',
      'ribbon bag',
      'embroidered bag',
      'embroidery bag',
      'ribbon embroidery',
      'pita-pita',
      'yang pita',
      'bunga pita',
      'bunga-bunga pita',
      'cangklong',
      'cangklongan',
      'tas cangklong',
      'tas bahu',
      'sac',
      'sac brodé',
      'bolsa',
      'bolso',
      'handtasche',
      'tasche',
      '刺绣包',
      '丝带绣花包',
      '绣花包',
      '包包',
      '刺繍バッグ',
      'バッグ',
      '가방',
      'حقيبة',
      'กระเป๋า',
    ],
    variants: [
      {
        slug: '',
        name: { id: 'Tas sulam pita', en: 'Ribbon-embroidered bag' },
        price: { amount: 185_000, status: 'sample' },
        aliases: [],
        openingStock: null,
      },
    ],
    facts: { material: null, size: null, colour: null, weight: null },
  },
  {
    slug: 'sepatu',
    unit: 'rutan-kelas-1-tangerang',
    kind: 'sepatu',
    place: 'gerai',
    shelfNumber: 6,
    mode: 'display',
    name: { id: 'Sepatu', en: 'Shoes' },
    story: {
      id: 'Pola digambar dan dipotong, bagian atas dijahit, lalu dibentuk dan disatukan dengan solnya. Begitulah sepasang demi sepasang selesai di bengkel Rutan Kelas I Tangerang, tempat Warga Binaan belajar jadi pembuat sepatu.',
      en: 'The pattern is drawn and cut, the upper is sewn, then shaped and joined to its sole. Pair by pair they are finished in the workshop of Rutan Kelas I Tangerang, where Warga Binaan learn the trade of shoemaking.',
    },
    saleUnit: { id: 'pasang', en: 'pair' },
    leadTimeDays: null,
    maxPerOrder: 5,
    aliases: [
      'spatu',
      'sepatu kulit',
      'sepatu rutan',
      'shoe',
      'shoes',
      'leather shoes',
      'footwear',
      'chaussures',
      'zapatos',
      'schoenen',
      'schuhe',
      '鞋子',
      '鞋',
      '靴',
      '신발',
      '구두',
      'حذاء',
      'รองเท้า',
    ],
    variants: [
      {
        slug: '',
        name: { id: 'Sepatu', en: 'Shoes' },
        price: UNKNOWN_PRICE,
        aliases: [],
        openingStock: null,
      },
    ],
    facts: { material: null, size: null, colour: null },
  },
];
