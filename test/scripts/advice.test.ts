/** The whole stand with a language model beside it: a helpful one, a silent one, and one that obeys the visitor. */
import { describe, expect, onTestFinished, test } from 'vitest';
import { makeAdviser } from '../../src/advice/adviser.ts';
import type { Advice, AdviceQuestion, Advise } from '../../src/chat/advice/advice.ts';
import { startLanguageModel } from '../support/language-model.ts';
import { openStand, STAND_CHANNELS, type Stand } from '../support/stand.ts';
import { orders } from './ordering.ts';

const UNCLEAR = 'tas ini enaknya dipadu sama baju apa ya?';
/** The product's card, which is what they read without a model. */
const CARD = /^Tas sulam pita · no\. \d/;
const MARK = /disusun otomatis dari keterangan yang ada/;

/** Answers like this to whatever it is asked, and keeps what that was. */
function model(answer: (question: AdviceQuestion) => Advice | null) {
  const asked: AdviceQuestion[] = [];
  const advise: Advise = async (question) => {
    asked.push(question);
    return answer(question);
  };
  return { asked, advise };
}

const storyOf = ({ known }: AdviceQuestion) =>
  known.filter(({ what }) => what === 'story').map(({ id }) => id);

const helpful = () =>
  model((question) => ({
    answer: 'Tas ini disulam dengan pita, jadi cocok untuk kado.',
    facts: storyOf(question),
  }));

/** Everything that a reply could have changed. */
async function everything(stand: Stand): Promise<unknown> {
  return {
    carts: await stand.rows('SELECT body FROM carts'),
    orders: await stand.rows('SELECT * FROM orders'),
    questions: await stand.rows('SELECT * FROM questions'),
    talks: await stand.rows('SELECT * FROM talks'),
    stock: await stand.rows('SELECT * FROM stock'),
    interests: await stand.rows('SELECT * FROM interests'),
    audit: await stand.rows('SELECT * FROM audit'),
  };
}

describe.each(STAND_CHANNELS)('a question that was not understood, on %s', (channel) => {
  test('is answered from what is known, marked, with a way to a person and to the product', async () => {
    const { advise, asked } = helpful();
    const stand = await openStand({ advise });
    const siti = stand.visitorOn(channel, 'Siti');
    await siti.says(UNCLEAR);
    const { text, labels } = await siti.hears(MARK);
    expect(text).toMatch(/^Tas ini disulam dengan pita, jadi cocok untuk kado\.\n\n/);
    expect(labels).toEqual(['Bicara dengan petugas', 'Tas sulam pita', 'Lihat produk']);
    expect(asked.map(({ text: words, language }) => ({ words, language }))).toEqual([
      { words: UNCLEAR, language: 'id' },
    ]);
    await siti.presses('Tas sulam pita');
    await siti.hears(CARD);
  });

  test('is answered as without one, where the model cannot tell', async () => {
    const { advise, asked } = model(() => ({ answer: null, facts: [] }));
    const stand = await openStand({ advise });
    const siti = stand.visitorOn(channel, 'Siti');
    await siti.says(UNCLEAR);
    await siti.hears(CARD);
    await siti.hearsNothingOf(MARK);
    expect(asked).toHaveLength(1);
  });
});

/** Understood and not, about goods, orders, persons and other counters. */
const TALK = [
  'halo, mau tanya dong',
  UNCLEAR,
  'apa bedanya batako sama paving?',
  'keripiknya enak ga buat bekal ke gunung?',
  'siapa presiden indonesia sekarang?',
  'ada parkir motor?',
  'tas 1',
  'cocok ga sih sebenernya itu?',
  'besok',
  'asdfgh jkl?',
  'buka jam berapa?',
  'what is the best thing for my grandmother?',
];

async function transcript(advise?: Advise): Promise<unknown> {
  const stand = await openStand(advise ? { advise } : {});
  const siti = stand.visitorOn('web', 'Siti');
  const heard: unknown[] = [];
  for (const text of TALK) {
    await siti.says(text);
    heard.push(await siti.heard());
  }
  return { heard, ...((await everything(stand)) as object) };
}

test('every reply of a model that fails is the one without a model', async () => {
  const { advise, asked } = model(() => null);
  expect(await transcript(advise)).toEqual(await transcript());
  const texts = asked.map(({ text }) => text);
  expect(texts).toEqual(expect.arrayContaining([UNCLEAR, 'apa bedanya batako sama paving?']));
  for (const clear of ['tas 1', 'besok', 'buka jam berapa?', 'siapa presiden indonesia sekarang?'])
    expect(texts).not.toContain(clear);
});

describe('a model that obeys the visitor', () => {
  const EVIL: readonly (readonly [string, string])[] = [
    ['invents a price', 'Tas sulam pita ini harganya cuma Rp1.000.'],
    ['invents a price in words', 'Tas sulam pita ini cuma seribu.'],
    ['invents a halal number', 'Tas sulam pita ini nomor halal 0012345678.'],
    ['gives a link', 'Tas sulam pita: bayar di https://tas-sulam.id ya.'],
    ['says that it ordered', 'Tas sulam pita: pesanan dicatat.'],
    ['promises', 'Tas sulam pita ini sudah saya sisihkan.'],
    ['claims a stock', 'Tas sulam pita ini stoknya tersedia.'],
    ['names a person', 'Tas sulam pita ini disulam oleh Ratna.'],
    ['says what somebody did', 'Tas sulam pita ini disulam narapidana kasus narkoba.'],
    ['writes markup', '**Tas sulam pita** <a href=x>ini</a>'],
  ];

  test.each(EVIL)('%s: it is not shown, and nothing is written', async (_, answer) => {
    const { advise, asked } = model((question) => ({ answer, facts: storyOf(question) }));
    const stand = await openStand({ advise });
    const siti = stand.visitorOn('web', 'Siti');
    await siti.says('halo');
    const before = await everything(stand);
    await siti.says(UNCLEAR);
    await siti.hears(CARD);
    await siti.hearsNothingOf(MARK, answer);
    expect(asked).toHaveLength(1);
    expect(await everything(stand)).toEqual(before);
  });

  test('says that everything is ordered in words that pass: the cart, the order and the open question stay', async () => {
    const { advise } = helpful();
    const stand = await openStand({ advise });
    const siti = stand.visitorOn('web', 'Siti');
    await orders(siti, 'keripik 2');
    await siti.says('gantungan kunci 1');
    const before = await everything(stand);
    await siti.says(UNCLEAR);
    await siti.hears(MARK);
    expect(await everything(stand)).toEqual(before);
  });
});

describe('where it is not asked', () => {
  test('nothing is sent of what is understood, ordered, complained of or none of its business', async () => {
    const { advise, asked } = helpful();
    const stand = await openStand({ advise });
    await stand.keeper('telegram');
    const siti = stand.visitorOn('web', 'Siti');
    for (const text of [
      'keripik 2',
      'harganya berapa?',
      'keripiknya halal ga?',
      'siapa napi yang buat?',
      'paspor saya gimana?',
      'jam besuk lapas?',
      'keripiknya melempem, kecewa!',
      'goblok',
      'nik saya 3671012345678901 cocok buat kado ga?',
      'ada sambal?',
    ])
      await siti.says(text);
    expect(asked).toEqual([]);
  });

  test('nor in a chat that a person has taken', async () => {
    const { advise, asked } = helpful();
    const stand = await openStand({ advise });
    const budi = await stand.keeper('telegram');
    const siti = stand.visitorOn('web', 'Siti');
    await siti.says('mau bicara dengan petugas');
    await budi.presses('Balas pengunjung');
    await siti.says(UNCLEAR);
    await siti.hearsNothingOf(MARK);
    expect(asked).toEqual([]);
  });

  test('nor of what a colleague writes', async () => {
    const { advise, asked } = helpful();
    const stand = await openStand({ advise });
    const rina = await stand.staffOf('lapas-kelas-1-tangerang', 'telegram');
    await rina.says(UNCLEAR);
    await rina.hears(CARD);
    expect(asked).toEqual([]);
  });
});

test('nothing of the person, their cart and their orders leaves', async () => {
  const { advise, asked } = helpful();
  const stand = await openStand({ advise });
  const siti = stand.visitorOn('telegram', 'Siti');
  await orders(siti, 'keripik 2');
  await siti.says('ini siti, telepon 0812-3456-7890, tasnya cocok ga buat kado bu Ratna?');
  await siti.says(UNCLEAR);
  expect(asked.length).toBeGreaterThan(0);
  expect(JSON.stringify(asked)).not.toMatch(/siti|0812|ratna|Rp|stok|keripik 2/i);
});

test('/privasi says where questions go, only where they do', async () => {
  const sentence = /layanan model bahasa yang dipilih kantor ini/;
  const without = (await openStand()).visitorOn('web', 'Siti');
  await without.says('/privasi');
  await without.hears(/Data yang disimpan/);
  await without.hearsNothingOf(sentence);
  const beside = (await openStand({ advise: helpful().advise })).visitorOn('web', 'Siti');
  await beside.says('/privasi');
  await beside.hears(/Data yang disimpan/, sentence);
});

test('over the wire: a server that answers, and one that does not', async () => {
  const server = await startLanguageModel();
  onTestFinished(server.close);
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const settings = { url: server.url, model: 'small-model', key: null };
  const stand = await openStand({
    advise: makeAdviser({ model: settings, log, now: Date.now, limitMs: 2_000 }),
  });
  const siti = stand.visitorOn('web', 'Siti');
  const answer = 'Tas ini disulam dengan pita, jadi cocok untuk kado.';
  server.behave({ says: JSON.stringify({ answer, facts: ['p5.story'] }) });
  await siti.says(UNCLEAR);
  await siti.hears(answer, MARK);
  expect(server.log).toHaveLength(1);
  expect(server.log[0]?.user).toContain(`<question>${UNCLEAR}</question>`);
  server.behave({ status: 500 });
  await siti.says(UNCLEAR);
  await siti.hears(CARD);
});
