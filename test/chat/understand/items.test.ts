import { describe, expect, it } from 'vitest';
import { sampleSnapshot } from '../../../db/seed/sample-snapshot.ts';
import { SURE_ENOUGH } from '../../../src/chat/confidence.ts';
import { readUnderstand } from '../../../src/node/understand.ts';

const understand = readUnderstand();

const snapshot = sampleSnapshot();

/** "keripik-tempe 2, kerajinan/gantungan-kunci 1". */
function itemsIn(text: string, state?: 'asked_quantity'): string {
  return understand(text, state, snapshot)
    .items.map(({ product, variant, qty, unit }) =>
      [variant ? `${product}/${variant}` : product, qty, unit].filter((part) => part !== undefined).join(' '),
    )
    .join(', ');
}

describe('products are found', () => {
  it.each([
    ['berapa harga keripik tempe', 'keripik-tempe '],
    ['kripiknya masih ada?', 'keripik-tempe '],
    ['ada kerpik tempe?', 'keripik-tempe '],
    ['gantungankunci ada?', 'kerajinan/gantungan-kunci '],
    ['handicraft keychain how much', 'kerajinan/gantungan-kunci '],
    ['the paving bloks price', 'paving-block '],
    ['pesan nomor 3', 'paving-block '],
    ['yang di rak 4 itu berapa', 'batako '],
    ['tas-sulam-pita ada?', 'tas-sulam-pita '],
    ['berapa harga sepatu', 'sepatu '],
  ])('by name, alias, slug, misspelling, shelf: %s', (text, expected) => {
    expect(itemsIn(text)).toBe(expected);
  });

  it.each([
    'batas waktunya kapan',
    'seratus lima puluh',
    'having a nice day',
    'antrian nomor 3',
    'gabungan berapa',
    'tempat duduknya di mana',
  ])('and not in words that only look alike: %s', (text) => {
    expect(understand(text, undefined, snapshot).items.filter((item) => item.product)).toEqual([]);
  });

  it.each([
    ['bukan batako, paving 100', 'paving-block 100'],
    ['mau keripik 2, batakonya jangan', 'keripik-tempe 2'],
    ['pesan keripik 1 tanpa gantungan kunci', 'keripik-tempe 1'],
    ['not the bag, two keychains please', 'kerajinan/gantungan-kunci 2'],
  ])('but not where they are refused: %s', (text, expected) => {
    expect(itemsIn(text)).toBe(expected);
  });
});

describe('each quantity goes to its product', () => {
  it.each([
    ['keripik 2 sama gantungan kunci 1', 'keripik-tempe 2, kerajinan/gantungan-kunci 1'],
    ['2 keripik, 1 kapal', 'keripik-tempe 2, kerajinan/miniatur-kapal 1'],
    ['2 keripik 1 kapal', 'keripik-tempe 2, kerajinan/miniatur-kapal 1'],
    ['keripik 2 kapal 1', 'keripik-tempe 2, kerajinan/miniatur-kapal 1'],
    ['keripik dan batako masing-masing 3', 'keripik-tempe 3, batako 3'],
    ['beli keripik 2 eh 3 deh', 'keripik-tempe 3'],
    ['beli 2 keripik, eh batako 5', 'batako 5'],
    ['keripik 2 untuk saya, keripik 3 untuk ibu', 'keripik-tempe 5'],
    ['keripik x3', 'keripik-tempe 3'],
    ['2x keripik', 'keripik-tempe 2'],
  ])('%s', (text, expected) => {
    expect(itemsIn(text)).toBe(expected);
  });

  it.each([
    ['pesan keripik dua puluh lima bungkus', 'keripik-tempe 25'],
    ['pesan batako seratus lima puluh biji', 'batako 150'],
    ['pesan batako 1.500', 'batako 1500'],
    ['pesan batako 2rb biji', 'batako 2000'],
    ['pesan keripik selusin', 'keripik-tempe 12'],
    ['pesan keripik setengah lusin', 'keripik-tempe 6'],
    ['pesan keripik sekodi', 'keripik-tempe 20'],
    ['order half a dozen tempeh chips', 'keripik-tempe 6'],
    ['order two hundred batako', 'batako 200'],
    ['pesan keripik 1 dus isi 20', 'keripik-tempe 20'],
    ['pesan paving 30 meter persegi', 'paving-block 30 m2'],
    ['pesan paving 50m2', 'paving-block 50 m2'],
    ['pesan keripik 2 dus', 'keripik-tempe 2 dus'],
    ['mau sekilo keripik', 'keripik-tempe 1 kg'],
  ])('as it was counted: %s', (text, expected) => {
    expect(itemsIn(text)).toBe(expected);
  });

  it.each([
    ['keripik ada yang 10rb?', 'keripik-tempe '],
    ['pesan keripik, saya ambil jam 2', 'keripik-tempe '],
    ['pesan keripik untuk tanggal 17', 'keripik-tempe '],
    ['pesan keripik, wa 0812-3456-7890', 'keripik-tempe '],
    ['pesan keripik lagi seperti pesanan no 0123', 'keripik-tempe '],
    ['paving 6cm ada?', 'paving-block '],
    ['paving 10x20x6 ada?', 'paving-block '],
    ['keripik tahan 30 hari?', 'keripik-tempe '],
    ['oleh2 keripik ada?', 'keripik-tempe '],
    ['berat 1 batako berapa kg', 'batako '],
    ['antrian A12 mau keripik', 'keripik-tempe '],
    ['anak saya 2, mau keripik', 'keripik-tempe '],
  ])('and a number that counts nothing is none: %s', (text, expected) => {
    expect(itemsIn(text)).toBe(expected);
  });

  it.each([
    ['pesan 0 keripik', 'keripik-tempe 0'],
    ['pesan keripik -2', 'keripik-tempe -2'],
    ['pesan keripik 1,5', 'keripik-tempe 1.5'],
    ['pesan keripik 99999 bungkus', 'keripik-tempe 99999'],
  ])('an impossible number is passed on: %s', (text, expected) => {
    expect(itemsIn(text)).toBe(expected);
  });

  it('stands alone where no product is named', () => {
    expect(itemsIn('1000000000', 'asked_quantity')).toBe(' 1000000000');
    expect(itemsIn('2 eh 3 deh', 'asked_quantity')).toBe(' 3');
  });
});

describe('products described rather than named', () => {
  it.each([
    ['yg kriuk2 tempe itu 3 bungkus dong', 'keripik-tempe 3'],
    ['yang buat ngemil itu ambil 2 ya', 'keripik-tempe 2'],
    ['pesen bata buat pager 300 biji', 'batako 300'],
    ['butuh bata buat tembok 150', 'batako 150'],
    ['conblok buat halaman 20 meter persegi', 'paving-block 20 m2'],
    ['tas yang ada pitanya satu', 'tas-sulam-pita 1'],
    ['tas yg ada bunganya 2 warna biru', 'tas-sulam-pita 2'],
    ['gw mo 2 yg kriuk sama 1 yg pita', 'keripik-tempe 2, tas-sulam-pita 1'],
    ['the crunchy ones, 3 packs', 'keripik-tempe 3'],
  ])('%s', (text, expected) => {
    expect(itemsIn(text)).toBe(expected);
  });
});

describe('products in English', () => {
  it.each([
    ['three little ships please', 'kerajinan/miniatur-kapal 3'],
    ['can I have 4 bags of tempeh chips', 'keripik-tempe 4'],
    ['five packs of tempe crackers and one bag', 'keripik-tempe 5, tas-sulam-pita 1'],
    ['100 concrete bricks and 20 sqm of pavers', 'batako 100, paving-block 20 m2'],
    ['could you ship 2 bags to Bandung?', 'tas-sulam-pita 2'],
    ['do you ship to Singapore?', ''],
    ['can you ship the keychains', 'kerajinan/gantungan-kunci '],
    [
      'two tempeh chips, three keychains and a bag',
      'keripik-tempe 2, kerajinan/gantungan-kunci 3, tas-sulam-pita 1',
    ],
    ['I want a couple of key chains', 'kerajinan/gantungan-kunci 2'],
    ['do you have any of those ribbon bags', 'tas-sulam-pita '],
    ['may I get 50 pavers and 100 concrete blocks', 'paving-block 50, batako 100'],
  ])('%s', (text, expected) => {
    expect(itemsIn(text)).toBe(expected);
  });
});

describe('products in other scripts', () => {
  it.each([
    ['我要两个钥匙扣', 'kerajinan/gantungan-kunci 2'],
    ['请给我十包天贝脆片', 'keripik-tempe 10'],
    ['バッグを2つお願いします', 'tas-sulam-pita 2'],
    ['가방 2개 주세요', 'tas-sulam-pita 2'],
  ])('%s', (text, expected) => {
    expect(itemsIn(text)).toBe(expected);
  });
});

describe('another thing by a word of ours', () => {
  it.each([
    ['keripik singkong 2 bungkus', ''],
    ['kapal laut ke batam jam berapa', ''],
    ['sepatu roda anak ada?', ''],
    ['tas saya ketinggalan di kursi', ''],
    ['potato chips 2 please', ''],
    ['cruise ship tickets', ''],
    ['keripik pisang 2 sama keripik tempe 3', 'keripik-tempe 3'],
    ['tas plastik 1 ya buat bungkus', ''],
    ['kopi 2 keripik 1', 'keripik-tempe 1'],
  ])('%s', (text, expected) => {
    expect(itemsIn(text)).toBe(expected);
  });
});

describe('what is taken back, and what is given for another', () => {
  it.each([
    ['gajadi 5, 3 aja keripiknya', 'keripik-tempe 3'],
    ['keripiknya tadinya 3 jadi 2', 'keripik-tempe 2'],
    ['ga usah selusin, 4 aja gantungan kuncinya', 'kerajinan/gantungan-kunci 4'],
    ['keripiknya 5 kebanyakan, 2 aja', 'keripik-tempe 2'],
    ['tuker keripik sama gantungan kunci 2', 'kerajinan/gantungan-kunci 2'],
    ['ganti tas jadi kapal 1', 'kerajinan/miniatur-kapal 1'],
    ['batakonya diganti paving 100 aja', 'paving-block 100'],
    ['swap the bag for two keychains', 'kerajinan/gantungan-kunci 2'],
    ['change the ship to a keychain', 'kerajinan/gantungan-kunci 1'],
    ['tasnya coret ya, tambah keripik 2', 'keripik-tempe 2'],
    ['tas sama sepatu ga jadi, keripik 1 aja', 'keripik-tempe 1'],
    ['kapalnya ga usah deh, keripik 3 sama ganci 2', 'keripik-tempe 3, kerajinan/gantungan-kunci 2'],
    ['tas 1, keripik 2 eh keripiknya 4', 'tas-sulam-pita 1, keripik-tempe 4'],
    ['2 chips instead of the bag', 'keripik-tempe 2'],
    ['maksud saya 2 kapal bukan 2 tas', 'kerajinan/miniatur-kapal 2'],
    ['sori typo, keripik 12 bukan 21', 'keripik-tempe 12'],
    ['eh salah, bukan 3 tapi 5 bungkus keripiknya', 'keripik-tempe 5'],
    ['yg tas jadi 2, keripiknya tetep 3', 'tas-sulam-pita 2, keripik-tempe 3'],
  ])('%s', (text, expected) => {
    expect(itemsIn(text)).toBe(expected);
  });
});

describe('one number for several, and lists', () => {
  it.each([
    ['keripik sama ganci masing2 4', 'keripik-tempe 4, kerajinan/gantungan-kunci 4'],
    ['keripik, ganci, kapal @2', 'keripik-tempe 2, kerajinan/gantungan-kunci 2, kerajinan/miniatur-kapal 2'],
    ['batako dan paving dua-duanya 50', 'batako 50, paving-block 50'],
    ['keripik sama ganci dua2nya 3 ya', 'keripik-tempe 3, kerajinan/gantungan-kunci 3'],
    ['gua pesen kripik ama ganci atu atu', 'keripik-tempe 1, kerajinan/gantungan-kunci 1'],
    ['3 each of the chips and the keychains', 'keripik-tempe 3, kerajinan/gantungan-kunci 3'],
    ['chips and bags, 2 each', 'keripik-tempe 2, tas-sulam-pita 2'],
    ['1. keripik 2\n2. kapal 1', 'keripik-tempe 2, kerajinan/miniatur-kapal 1'],
    [
      'pesanan saya:\n1) batako 100\n2) paving 50 m2\n3) keripik 3',
      'batako 100, paving-block 50 m2, keripik-tempe 3',
    ],
    ['- keripik 3\n- tas 1', 'keripik-tempe 3, tas-sulam-pita 1'],
    ['• ganci x2\n• kapal x1', 'kerajinan/gantungan-kunci 2, kerajinan/miniatur-kapal 1'],
  ])('%s', (text, expected) => {
    expect(itemsIn(text)).toBe(expected);
  });
});

describe('numbers that count nothing beside those that do', () => {
  it.each([
    ['keripik 2 buat 4 orang', 'keripik-tempe 2'],
    ['mau keripik yg 15 ribu 3 bungkus', 'keripik-tempe 3'],
    ['keripik 2 bayar pake uang 50rb', 'keripik-tempe 2'],
    ['keripik 3 diambil jam 10.30 tgl 5/12', 'keripik-tempe 3'],
    ['saya antrian nomor 45, keripik 2 ya', 'keripik-tempe 2'],
    ['keripik 10 bungkus dibagi 2 kantong', 'keripik-tempe 10'],
    ['kirim ke jl mawar no 5, paving 40 m2', 'paving-block 40 m2'],
    ['rumah saya blok C no 12, batako 200', 'batako 200'],
    ['umur anak saya 5 tahun, mau gantungan kunci 2', 'kerajinan/gantungan-kunci 2'],
    ['keripik sebungkusnya berapa', 'keripik-tempe '],
    ['gantungan kunci sebiji berapaan', 'kerajinan/gantungan-kunci '],
  ])('%s', (text, expected) => {
    expect(itemsIn(text)).toBe(expected);
  });
});

describe('units, bundles and fractions', () => {
  it.each([
    ['mau setengah kilo keripik', 'keripik-tempe 0.5 kg'],
    ['keripik ½ kg', 'keripik-tempe 0.5 kg'],
    ['batako 2 sak', 'batako 2 sak'],
    ['gantungan kunci 2 kodi', 'kerajinan/gantungan-kunci 40'],
    ['gantungan kunci 1 gross', 'kerajinan/gantungan-kunci 144'],
    ['keripik 2,5 bungkus', 'keripik-tempe 2.5'],
    ['batako 1000000', 'batako 1000000'],
    ['batako 1500an biji', 'batako 1500'],
    ['dua tas ya sist sama kripiknye tige', 'tas-sulam-pita 2, keripik-tempe 3'],
    ['kalih kripik, setunggal tas', 'keripik-tempe 2, tas-sulam-pita 1'],
    ['mas, batako sewu telung atus piro?', 'batako 1300'],
  ])('%s', (text, expected) => {
    expect(itemsIn(text)).toBe(expected);
  });
});

describe('an order code', () => {
  it.each([
    ['pesanan saya R4K-7NP sudah siap?', 'R4K-7NP'],
    ['r4k7np', 'r4k7np'],
    ['r4k 7np gimana kak', 'r4k 7np'],
    ['cek order dong #A-0042', '#A-0042'],
    ['status pesanan 0123', '0123'],
  ])('is reported as it was written: %s', (text, code) => {
    const understood = understand(text, undefined, snapshot);
    expect(understood).toMatchObject({ code, intent: 'order_status', items: [] });
  });

  it.each(['apa-apa boleh', 'order 100 paving', 'ada 374', 'pesan dua-dua'])('is not seen in: %s', (text) => {
    expect(understand(text, undefined, snapshot).code).toBeUndefined();
  });
});

describe('numbers as they are said around Tangerang', () => {
  it.each([
    ['batako cepek bang', 'batako 100'],
    ['pesen batako gopek biji', 'batako 500'],
    ['kripik tempe telung bungkus', 'keripik-tempe 3'],
    ['pesen kripike sedoso bungkus', 'keripik-tempe 10'],
    ['keripik 3 ya, tiga lho bukan 13', 'keripik-tempe 3'],
    ['kripik 5, bukan, 4 aja ding', 'keripik-tempe 4'],
    ['make it four keychains instead of two', 'kerajinan/gantungan-kunci 4'],
    ['one tempeh chips for me, make it two', 'keripik-tempe 2'],
    ['ambil tas sulam pita satu aja, sepatu ngga', 'tas-sulam-pita 1'],
    ['batako buat bangun pager 200 biji', 'batako 200'],
  ])('%s', (text, expected) => {
    expect(itemsIn(text)).toBe(expected);
  });
});

describe('words without their vowels', () => {
  it.each([
    ['gntngn knci 3', 'kerajinan/gantungan-kunci 3'],
    ['mau pvng blck 80', 'paving-block 80'],
    ['ktp saya mana', ''],
  ])('%s', (text, expected) => {
    expect(itemsIn(text)).toBe(expected);
  });
});

describe('what stays as it is, and the last word on a thing', () => {
  it.each([
    ['tasnya 2 saja, sepatunya tidak diubah', 'tas-sulam-pita 2'],
    ['swap the bag for 2 keychains, keep the chips', 'kerajinan/gantungan-kunci 2'],
    ['batako 20, keripik 2, batakonya.. ga jadi deh batako', 'keripik-tempe 2'],
    ['tadi kan udah pesen tas, tambahin kapal satu', 'kerajinan/miniatur-kapal 1'],
    ['batako 200 pak, ternyata butuhnya 250', 'batako 250'],
    ['batako 1500 ya, jangan 2000', 'batako 1500'],
    ['scratch the shoes, keep the bag', ''],
    ['sandalnya salah, tas sama kapal masing2 jadi 2', 'tas-sulam-pita 2, kerajinan/miniatur-kapal 2'],
  ])('%s', (text, expected) => {
    expect(itemsIn(text)).toBe(expected);
  });
});

describe('more ways of saying how many', () => {
  it.each([
    ['70 square metres of paving', 'paving-block 70 m2'],
    ['keripik selusin setengah', 'keripik-tempe 18'],
    ['batako saratus', 'batako 100'],
    ['keripik duo puluah', 'keripik-tempe 20'],
    ['keripik sama ganci tiga-tiga', 'keripik-tempe 3, kerajinan/gantungan-kunci 3'],
    ['a couple of packs of chips', 'keripik-tempe 2'],
    ['the shoes in a 42, one pair', 'sepatu 1'],
    ['mau yang kapal satu', 'kerajinan/miniatur-kapal 1'],
    ['make the chips six bags', 'keripik-tempe 6'],
    ['chips and two bags', 'keripik-tempe , tas-sulam-pita 2'],
    ['keychains and ships, three of each', 'kerajinan/gantungan-kunci 3, kerajinan/miniatur-kapal 3'],
    ['bag two, ship one, please', 'tas-sulam-pita 2, kerajinan/miniatur-kapal 1'],
    ['can you ship 2 packs of chips?', 'keripik-tempe 2'],
  ])('%s', (text, expected) => {
    expect(itemsIn(text)).toBe(expected);
  });
});

describe('several numbers of one thing', () => {
  it.each([
    ['keripik 2, satu buat saya satu buat ibu', 'keripik-tempe 2'],
    ['2 bags, one for me and one for my aunt', 'tas-sulam-pita 2'],
    ['6 keripik, 4 pedas 2 original', 'keripik-tempe 6'],
    ['keripik 3 buat kakak, 1 buat saya', 'keripik-tempe 4'],
    ['keripik pedas 2, manis 1', 'keripik-tempe 3'],
    ['keripik 4 buat ibu 4 buat adik, total 8', 'keripik-tempe 8'],
    ['keripik 2, kapal 1, total 3', 'keripik-tempe 2, kerajinan/miniatur-kapal 1'],
    ['keripik sama ganci, 3 sama 2', 'keripik-tempe 3, kerajinan/gantungan-kunci 2'],
    ['keripik, tas, kapal, semuanya 2', 'keripik-tempe 2, tas-sulam-pita 2, kerajinan/miniatur-kapal 2'],
    ['keripik 10 bungkus dibagi jadi 2 kantong', 'keripik-tempe 10'],
    ['keripik 2 eh sama kapal 1', 'keripik-tempe 2, kerajinan/miniatur-kapal 1'],
    ['pesen ganci 20 buat wisuda, angkatan 2022', 'kerajinan/gantungan-kunci 20'],
    ['sepatu dua pasang, 38 sama 40', 'sepatu 2'],
  ])('%s', (text, expected) => {
    expect(itemsIn(text)).toBe(expected);
  });
});

describe('numbers in words', () => {
  it.each([
    ['keripik delapn', 'keripik-tempe 8'],
    ['keripik smbilan bungkus', 'keripik-tempe 9'],
    ['keripik duapuluh lima', 'keripik-tempe 25'],
    ['twenty-five keychains', 'kerajinan/gantungan-kunci 25'],
    ['keripik dua lima', 'keripik-tempe 25'],
    ['batako wolung atus seket', 'batako 850'],
    ['batako dua setengah ratus', 'batako 250'],
    ['batako 1,5rb', 'batako 1500'],
    ['keripik 15rb', 'keripik-tempe '],
    ['sepasang gantungan kunci', 'kerajinan/gantungan-kunci 2'],
    ['sepasang sepatu', 'sepatu 1'],
    ['buat temen sekelas, keripik 3', 'keripik-tempe 3'],
  ])('%s', (text, expected) => {
    expect(itemsIn(text)).toBe(expected);
  });
});

describe('a number that says where or which', () => {
  it.each([
    ['tas yang di rak 3, mau satu', 'tas-sulam-pita 1'],
    ['keripik 2 sama nomor 3', 'keripik-tempe 2, paving-block '],
    ['keripik 2, saya di kursi no 4', 'keripik-tempe 2'],
  ])('%s', (text, expected) => {
    expect(itemsIn(text)).toBe(expected);
  });

  it('is no shelf where choices were offered', () => {
    expect(understand('yang nomor 3', 'offered_choices', snapshot).items).toEqual([]);
    expect(itemsIn('yang nomor 3')).toBe('paving-block ');
  });
});

describe('which way a number changes the cart', () => {
  it.each([
    ['kurangi batakonya jadi 50', 'set'],
    ['kurangi batakonya 50', 'subtract'],
    ['reduce the paving to 40', 'set'],
    ['turunin keripiknya ke 2', 'set'],
    ['sepuluh deh keripiknya ga jadi delapan', 'set'],
    ['hilangin kapalnya', 'remove'],
    ['remove one keychain', 'subtract'],
    ['take the ship out please', 'remove'],
    ['only 3 packs of chips please', 'set'],
  ])('%s: %s', (text, change) => {
    expect(understand(text, undefined, snapshot).change).toBe(change);
  });

  it('is asked where two things go different ways', () => {
    const { confidence } = understand('one less bag, one more keychain', undefined, snapshot);
    expect(confidence).toBeLessThan(SURE_ENOUGH);
  });

  it('is taken from a yes that names another number, and the yes is none then', () => {
    const { intent, items } = understand('ya tapi tasnya 1 aja', 'asked_confirm', snapshot);
    expect(intent).not.toBe('confirm');
    expect(items).toMatchObject([{ product: 'tas-sulam-pita', qty: 1 }]);
  });
});

it('says what is not wanted beside what is', () => {
  const { items, refused } = understand('tasnya coret aja, ganti kapal 1', undefined, snapshot);
  expect(items).toEqual([{ product: 'kerajinan', variant: 'miniatur-kapal', qty: 1 }]);
  expect(refused).toEqual([{ product: 'tas-sulam-pita', qty: null }]);
});
