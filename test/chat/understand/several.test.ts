import { describe, expect, it } from 'vitest';
import { sampleSnapshot } from '../../../db/seed/sample-snapshot.ts';
import { SURE_ENOUGH } from '../../../src/chat/confidence.ts';
import { readSeveral } from '../../../src/chat/understand/several.ts';
import { readUnderstand } from '../../../src/node/understand.ts';

const understand = readUnderstand();
const snapshot = sampleSnapshot();

/** What is heard, each as "intent: products and quantities". */
function heard(text: string): string[] {
  const { main, also } = readSeveral(text, understand(text, undefined, snapshot), snapshot, understand);
  return [main, ...also].map(({ intent, items }) => {
    const goods = items.map(({ product, variant, qty }) =>
      [variant ?? product, qty].filter(Boolean).join(' '),
    );
    return [intent, goods.join(', ')].filter(Boolean).join(': ');
  });
}

describe('several things in one message', () => {
  it.each([
    ['keripik berapa? buka sampai jam berapa?', ['ask_price: keripik-tempe', 'ask_hours: keripik-tempe']],
    ['tas harganya berapa? bisa dikirim ga?', ['ask_price: tas-sulam-pita', 'ask_delivery: tas-sulam-pita']],
    ['lokasinya di mana trus bayarnya gimana?', ['ask_location', 'ask_payment']],
    [
      'pesan keripik 2. buka sampai jam berapa?',
      ['place_order: keripik-tempe 2', 'ask_hours: keripik-tempe'],
    ],
    [
      'how much is the bag? and where is the stand?',
      ['ask_price: tas-sulam-pita', 'ask_location: tas-sulam-pita'],
    ],
    [
      'keripik halal ga? gantungan kunci 2 ya',
      ['place_order: gantungan-kunci 2', 'ask_ingredients: keripik-tempe'],
    ],
  ])('"%s" is all of it', (text, expected) => {
    expect(heard(text)).toEqual(expected);
  });

  it.each([
    'keripik 2 bungkus, berapa jadinya?',
    'kalau halal, keripik 2',
    'kalo ada diskon, saya ambil 10 tas. ada ga?',
    'misalnya beli batako 100, berapa totalnya?',
    'if it is halal, 2 tempeh chips please. is it?',
    'rencananya mau ambil 10 gantungan kunci tp blm pasti',
    'suami saya mungkin mau 3 keripik',
    'kemarin temen saya beli 3 keripik',
    'kalau nambah 2 tas lagi masih bisa?',
    'keripik Rp30.000',
    'keripik tempe 2 gosong',
    'maybe 3 bags, not sure yet',
  ])('"%s" orders nothing', (text) => {
    const { main } = readSeveral(text, understand(text, undefined, snapshot), snapshot, understand);
    expect(/_order/.test(main.intent) && main.confidence >= SURE_ENOUGH, JSON.stringify(main)).toBe(false);
  });

  it.each(['keripik 2, kapal 1, tas 1', 'halo kak, mau keripik 2 ya', 'keripik berapa?'])(
    '"%s" is one thing',
    (text) => {
      expect(heard(text)).toHaveLength(1);
    },
  );
});
