import { describe, expect, test } from 'vitest';
import { openStand, type Person, type Stand, type StandChannel } from '../support/stand.ts';
import { CODE, goesToSummary, orders } from './ordering.ts';

const CONNECT = /\b(\w{3}(?:-\w{3}){3})\b/;
const MINUTE = 60_000;

async function codeOf(person: Person, asks = '/sambung'): Promise<string> {
  await person.says(asks);
  const { text } = await person.hears(CONNECT);
  return CONNECT.exec(text)?.[1] ?? '';
}

const persons = (stand: Stand) => stand.count('SELECT count(*) FROM persons');
const carts = (stand: Stand) =>
  stand.rows<{ lines: string }>(
    `SELECT json_extract(body, '$.lines') AS lines FROM carts ORDER BY person_id`,
  );

describe.each([
  ['web', 'telegram'],
  ['telegram', 'whatsapp-cloud'],
  ['whatsapp-cloud', 'web'],
] as const satisfies readonly (readonly [StandChannel, StandChannel])[])(
  'one person on %s and %s',
  (from, to) => {
    test('keeps cart and orders by a code that works once', async () => {
      const stand = await openStand();
      const first = stand.visitorOn(from, 'Siti');
      const ordered = await orders(first, 'keripik 2');
      await first.says('gantungan kunci 3');
      await first.hears(/Keranjang/);
      const code = await codeOf(first, 'lanjut di WA aja bisa?');
      const second = stand.visitorOn(to, 'Siti');
      await second.says('halo');
      await second.says(code.toLowerCase());
      await second.hears(/atas nama Siti/, /Lanjutkan hanya kalau itu obrolan Anda sendiri/);
      expect(await persons(stand)).toBe(2);
      await second.presses('Ya, sambungkan');
      await second.hears(/Sudah tersambung/, /3 × .*gantungan kunci/i);
      await first.hears(/sekarang tersambung/);
      expect(await persons(stand)).toBe(1);
      await second.says('pesanan saya');
      await second.hears(new RegExp(ordered));
      await goesToSummary(second, 'Siti');
      await second.presses('Ya, pesan');
      const { text } = await second.hears(/sudah tercatat/, CODE);
      await first.says('pesanan saya');
      await first.hears(new RegExp(CODE.exec(text)?.[1] ?? 'none'));
      await second.says('/privasi');
      await second.hears(/Pesanan: 2/, /Obrolan: .+, .+/);
      const third = stand.visitorOn(from, 'Andi');
      await third.says(code);
      await third.hears(/sudah dipakai/);
      expect(await persons(stand)).toBe(2);
    });
  },
);

describe('the code', () => {
  async function both(stand: Stand): Promise<{ first: Person; second: Person }> {
    const first = stand.visitorOn('web', 'Siti');
    await first.says('keripik 2');
    await first.hears(/Keranjang/);
    const second = stand.visitorOn('telegram', 'Siti');
    await second.says('keripik 1, gantungan kunci 1');
    await second.hears(/Keranjang/);
    return { first, second };
  }

  test.each([
    ['Keranjang di sini', 'keripik 1, kunci 1', [1, 1]],
    ['Keranjang di web', 'keripik 2', [2]],
    ['Gabungkan keduanya', 'keripik 3, kunci 1', [3, 1]],
  ])('lets the person choose between two carts: %s leaves %s', async (label, _what, quantities) => {
    const stand = await openStand();
    const { first, second } = await both(stand);
    await second.says(await codeOf(first));
    await second.hears(/di sini: 1 × Keripik tempe, 1 × /, /di web: 2 × Keripik tempe/);
    await second.presses(label);
    await second.hears(/Sudah tersambung/);
    const [left, ...more] = await carts(stand);
    expect(more).toEqual([]);
    const lines: { qty: number }[] = JSON.parse(left?.lines ?? '[]');
    expect(lines.map(({ qty }) => qty)).toEqual(quantities);
  });

  test('asks anew where the other cart has changed since', async () => {
    const stand = await openStand();
    const { first, second } = await both(stand);
    await second.says(await codeOf(first));
    await second.hears(/di web: 2 × Keripik tempe/);
    await first.says('keripik jadi 5');
    await first.hears(/5 × Keripik tempe/);
    await second.presses('Keranjang di web');
    await second.hears(/Sudah tersambung/, /5 × Keripik tempe/);
  });

  test('confirms no summary of before: what is in the cart is shown first', async () => {
    const stand = await openStand();
    const { first, second } = await both(stand);
    await goesToSummary(first, 'Siti');
    const confirm = first.choiceOf('Ya, pesan');
    await second.says(await codeOf(first));
    await second.presses('Gabungkan keduanya');
    await first.chooses(confirm);
    await first.hears(/Ringkasan pesanan/, /3 × Keripik tempe/);
    expect(await stand.count('SELECT count(*) FROM orders')).toBe(0);
  });

  test('is over after ten minutes, says so, and a strange one is not known', async () => {
    const stand = await openStand();
    const { first, second } = await both(stand);
    const code = await codeOf(first);
    await stand.passes(10 * MINUTE + 1_000);
    await second.says(code);
    await second.hears(/sudah lewat sepuluh menit/);
    await second.says('AAA-AAA-AAA-AAA');
    await second.hears(/tidak saya kenal/);
    expect(await persons(stand)).toBe(2);
  });

  test('does nothing in its own chat, and nothing when it is not wanted', async () => {
    const stand = await openStand();
    const { first, second } = await both(stand);
    const code = await codeOf(first);
    await first.says(code);
    await first.hears(/dibuat di sini/);
    await second.says(code);
    await second.presses('Bukan, jangan');
    expect(await persons(stand)).toBe(2);
    await second.says(code);
    await second.pressesTwice('Gabungkan keduanya');
    await second.hears(/Sudah tersambung|sudah tersambung/);
    expect(await persons(stand)).toBe(1);
  });

  test('is stored as a hash only', async () => {
    const stand = await openStand();
    const { first } = await both(stand);
    const code = await codeOf(first);
    const [row] = await stand.rows<{ kept: string }>('SELECT code_hash AS kept FROM connect_codes');
    expect(row?.kept).toMatch(/^[0-9a-f]{64}$/);
    expect(row?.kept).not.toContain(code);
  });

  test('leaves roles with the address that has them', async () => {
    const stand = await openStand();
    const keeper = await stand.keeper('telegram', 'Pak Budi');
    const web = stand.visitorOn('web', 'Budi');
    await web.says('halo');
    await web.says(await codeOf(keeper));
    await web.presses('Ya, sambungkan');
    await web.hears(/Sudah tersambung/);
    await web.says('/tugas');
    await web.hears(/Yang bisa saya bantu/);
    await keeper.says('/tugas');
    await keeper.hearsNothingOf(/Yang bisa saya bantu/);
  });
});
