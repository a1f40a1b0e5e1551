import { describe, expect, test } from 'vitest';
import { openStand, type Person, STAND_CHANNELS, type Stand } from '../support/stand.ts';
import { goesToSummary, orders } from './ordering.ts';

/** Siti reads her summary; then something happens at the stand. */
async function sitiReadsHerSummary(stand: Stand, channel: Person['channel'], wish: string): Promise<Person> {
  const siti = stand.visitorOn(channel, 'Siti');
  await siti.says(wish);
  await goesToSummary(siti, 'Siti');
  return siti;
}

async function changesStage(admin: Person, stage: string): Promise<void> {
  await admin.says('/admin');
  await admin.presses('Ubah tahap gerai');
  await admin.presses(stage);
}

const orderCount = (stand: Stand) => stand.count('SELECT count(*) FROM orders');

describe.each(STAND_CHANNELS)('between the summary and the confirmation on %s', (channel) => {
  test('a new price is shown in a new summary, and only that one orders', async () => {
    const stand = await openStand();
    const admin = await stand.admin('telegram');
    const siti = await sitiReadsHerSummary(stand, channel, 'keripik 2');
    await siti.hears(/2 × Keripik tempe – Rp30\.000 \(contoh\)/, /Jumlah: harga dikonfirmasi petugas/);
    await admin.says('/admin');
    await admin.presses('Ubah harga');
    await admin.presses('Keripik tempe');
    await admin.says('20rb');
    await admin.hears(/Rp20\.000/);

    await siti.presses('Ya, pesan');
    await siti.hears(/Ada yang berubah di gerai/, /2 × Keripik tempe – Rp40\.000/, /Jumlah: Rp40\.000/);
    await siti.hearsNothingOf(/sudah tercatat/);
    expect(await orderCount(stand)).toBe(0);
    expect(await stand.count('SELECT sum(allocated) FROM stock')).toBe(0);

    await siti.presses('Ya, pesan');
    await siti.hears(/sudah tercatat/, /Jumlah: Rp40\.000/);
    expect(await stand.rows('SELECT qty, price, price_status FROM order_lines')).toEqual([
      { qty: 2, price: 20_000, price_status: 'confirmed' },
    ]);
  });

  test('a price of something else changes nothing for this order', async () => {
    const stand = await openStand();
    const admin = await stand.admin('telegram');
    const siti = await sitiReadsHerSummary(stand, channel, 'keripik 2');
    await admin.says('/admin');
    await admin.presses('Ubah harga');
    await admin.presses('Batako');
    await admin.says('4500');
    await siti.presses('Ya, pesan');
    await siti.hears(/sudah tercatat/);
    expect(await orderCount(stand)).toBe(1);
  });

  test('a new stage is shown in a new summary, also where the old one is said yes to in words', async () => {
    const stand = await openStand();
    const admin = await stand.admin('telegram');
    const siti = await sitiReadsHerSummary(stand, channel, 'keripik 2');
    await changesStage(admin, 'Berjualan');
    await siti.says('ya');
    await siti.hears(/Ada yang berubah di gerai/, /Ringkasan pesanan/);
    expect(await orderCount(stand)).toBe(0);
    await siti.says('ya');
    await siti.hears(/sudah tercatat/);
    expect(await stand.rows('SELECT stage FROM orders')).toEqual([{ stage: 'selling' }]);
  });

  test('a stand that stops taking orders records interest instead, and says so first', async () => {
    const stand = await openStand();
    const admin = await stand.admin('telegram');
    const siti = await sitiReadsHerSummary(stand, channel, 'keripik 2');
    await changesStage(admin, 'Pamer dan catat minat');
    await siti.presses('Ya, pesan');
    await siti.hears(/Ada yang berubah di gerai/, /Minat Anda/, /hanya dicatat sebagai minat/);
    expect(await stand.count('SELECT count(*) FROM interests')).toBe(0);
    await siti.presses('Ya, catat minat');
    await siti.hears(/minatnya sudah dicatat/);
    expect(await orderCount(stand)).toBe(0);
    expect(await stand.rows('SELECT variant_id, qty FROM interests')).toEqual([{ variant_id: 1, qty: 2 }]);
  });

  test('what is only on display by now is left out of the new summary', async () => {
    const stand = await openStand();
    const admin = await stand.admin('telegram');
    const siti = await sitiReadsHerSummary(stand, channel, 'keripik 2, tas 1');
    await admin.says('/admin');
    await admin.presses('Ubah cara jual');
    await admin.presses('Tas sulam pita');
    await admin.presses('Pajangan');
    await siti.presses('Ya, pesan');
    const summary = await siti.hears(/Ada yang berubah di gerai/, /2 × Keripik tempe/);
    expect(summary.text).not.toContain('Tas');
    await siti.presses('Ya, pesan');
    await siti.hears(/sudah tercatat/);
    expect(await stand.rows('SELECT variant_id, qty FROM order_lines')).toEqual([{ variant_id: 1, qty: 2 }]);
  });

  test('the button of a summary that was read before the cart changed orders nothing', async () => {
    const stand = await openStand();
    const siti = await sitiReadsHerSummary(stand, channel, 'keripik 2');
    const old = siti.choiceOf('Ya, pesan');
    await siti.says('tambah gantungan kunci 1');
    await siti.presses('Lanjut pesan');
    await siti.chooses(old);
    await siti.hears(/sudah berubah sejak ringkasan itu/, /1 × .*Gantungan kunci/);
    expect(await orderCount(stand)).toBe(0);
    await siti.presses('Ya, pesan');
    expect(await stand.count('SELECT count(*) FROM order_lines')).toBe(2);
  });

  test('goods that somebody else took are not promised twice: what is left is offered', async () => {
    const stand = await openStand();
    const siti = await sitiReadsHerSummary(stand, channel, 'miniatur kapal 4');
    const ali = stand.visitorOn('web', 'Ali');
    await orders(ali, 'miniatur kapal 5');
    await siti.presses('Ya, pesan');
    await siti.hears(/tinggal 1 buah/, /Belum ada yang dipesan/);
    expect(await orderCount(stand)).toBe(1);
    await siti.presses(/^Ambil 1 saja/);
    await goesToSummary(siti, 'Siti');
    await siti.presses('Ya, pesan');
    await siti.hears(/sudah tercatat/);
    expect(await stand.rows('SELECT on_hand, allocated FROM stock WHERE variant_id = 3')).toEqual([
      { on_hand: 6, allocated: 6 },
    ]);
  });

  test('two who confirm the last of it at once: one gets it, the other hears so', async () => {
    const stand = await openStand();
    const siti = await sitiReadsHerSummary(stand, channel, 'miniatur kapal 4');
    const ali = stand.visitorOn(channel, 'Ali');
    await ali.says('miniatur kapal 4');
    await goesToSummary(ali, 'Ali');
    await Promise.all([siti.presses('Ya, pesan'), ali.presses('Ya, pesan')]);
    const said = await Promise.all([siti.heard(), ali.heard()]);
    const texts = said.map((heard) => heard.map(({ text }) => text).join('\n'));
    expect(texts.filter((text) => text.includes('sudah tercatat'))).toHaveLength(1);
    expect(texts.filter((text) => text.includes('tinggal 2 buah'))).toHaveLength(1);
    expect(await stand.count('SELECT allocated FROM stock WHERE variant_id = 3')).toBe(4);
  });
});
