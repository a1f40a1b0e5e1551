/** A made-up catalogue as large as is wanted, the same for the same seed. */
import { sampleSnapshot } from '../../db/seed/sample-snapshot.ts';
import type { Product, Snapshot } from '../../src/shop/catalogue.ts';
import { seeded } from '../../training/random.ts';

const SEED = 20_261_124;

/** A hundred things and a hundred words that tell them apart make 10,000 names. */
const THINGS =
  'abon agar amplang anyaman asbak bakpia bakul bandana bangku bantal baskom batik bingkai bolu bros bubuk bumbu celana celengan cangkir cobek dendeng dodol dompet emping gamis gelang gelas getuk guci hiasan ikat jaket jamu jilbab kacang kain kalung kaos karpet keranjang kemeja kendi kerupuk keset kipas klepon kopi kotak kue kursi kendang lampu lemari lemper lilin lukisan madu manisan mainan mangkuk meja mukena nampan opak pajangan payung peci peyek piring pisau pot rak rempeyek rengginang rok sabun sajadah sambal sandal sapu sarung selendang selimut serbet sirup stik syal talenan tampah tatakan teh tenun tikar topi toples vas wajik wayang wingko'.split(
    ' ',
  );
const KINDS =
  'alami anggrek apel arang asin asri balado bambu bangka banten batu bawang bening berkah betawi biru bulat bunga cabai cendana cengkih ceria cokelat dahlia damar delima durian emas empuk gading garut gurih hijau hitam indah jagung jahe jambu jati jepara jingga kates kayu kelapa kemiri kenanga kencur kuning ketan lada lebar lembut lestari lontar madura mahoni mangga manis mawar mekar melati merah mutiara nanas nangka nila nusantara oranye padi pala pandan panjang pedas perak pisang putih rajut renyah rotan rumput sagu salak sawo segar sejuk sekar serut sirsak sutra susu tebal tebu teratai tipis udang ulir ungu wangi wortel zaitun'.split(
    ' ',
  );

/** The sample stand with made-up products beside its own. */
export function madeUpSnapshot(size: number): Snapshot {
  const snapshot = sampleSnapshot();
  const own = snapshot.products.length;
  const names = shuffled(THINGS.flatMap((thing) => KINDS.map((kind) => `${thing} ${kind}`)));
  const products = names.slice(0, size - own).map((name, index) => madeUpProduct(name, own + index + 1));
  return { ...snapshot, products: [...snapshot.products, ...products] };
}

/** Everything but its names is as with the first sample product; its number is also that on the shelf. */
export function madeUpProduct(name: string, id: number): Product {
  const [sample] = sampleSnapshot().products;
  if (!sample) throw new Error('There is no sample product.');
  const [thing = '', kind = ''] = name.split(' ');
  const [variant] = sample.variants;
  return {
    ...sample,
    id,
    slug: `${thing}-${kind}`,
    shelfNumber: id,
    name: { id: `${capital(thing)} ${capital(kind)}` },
    // As people say it: "kunci gantungan", "ganci".
    aliases: [`${kind} ${thing}`, `${thing.slice(0, 3)}${kind.slice(-3)}`],
    variants: [{ ...variant, id: 10_000 + id, productId: id, slug: '', aliases: [] }],
  };
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function shuffled<T>(list: readonly T[]): T[] {
  const random = seeded(SEED);
  return list
    .map((each) => ({ each, at: random() }))
    .sort((one, other) => one.at - other.at)
    .map(({ each }) => each);
}
