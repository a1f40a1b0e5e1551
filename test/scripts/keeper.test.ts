import { describe, expect, test } from 'vitest';
import { FORGEABLE_CHANNELS, openStand, STAND_CHANNELS, type Stand } from '../support/stand.ts';
import { orders } from './ordering.ts';

const WOMEN = 'lapas-perempuan-2a-tangerang';

function payments(stand: Stand) {
  return stand.rows('SELECT status, method FROM payments ORDER BY id');
}

describe.each(STAND_CHANNELS)('the keeper on %s', (channel) => {
  test('opens a slip by its code, however it is typed, and hands over part by part', async () => {
    const stand = await openStand();
    const budi = await stand.keeper(channel);
    const rina = await stand.staffOf(WOMEN, channel);
    const siti = stand.visitorOn(channel, 'Siti');
    const code = await orders(siti, 'keripik 2 sama tas 1');
    await rina.presses('Terima');
    await rina.says('11 desember');
    await rina.presses('Selesai dibuat');

    await budi.says(code.toLowerCase().replace('-', ' '));
    const slip = await budi.hears(new RegExp(`Kode ${code}`), /siap diambil/, /selesai dibuat/);
    expect(slip.labels).toContain('Serahkan 2 × Keripik tempe');
    expect(slip.labels).toContain('Sudah tiba: 1 × Tas sulam pita');
    await budi.presses('Serahkan 2 × Keripik tempe');
    await budi.hears(/sudah diserahkan/);
    await siti.hears(/Terima kasih sudah mengambil 2 × Keripik tempe/);
    expect(await stand.rows('SELECT on_hand, allocated FROM stock WHERE variant_id = 1')).toEqual([
      { on_hand: 38, allocated: 0 },
    ]);

    await budi.presses('Sudah tiba: 1 × Tas sulam pita');
    await siti.hears(/siap diambil!/, /1 × Tas sulam pita/);
    await budi.says(code);
    await budi.presses('Serahkan 1 × Tas sulam pita');
    await siti.hears(/Terima kasih sudah mengambil 1 × Tas sulam pita/);
    expect(await stand.rows('SELECT state FROM fulfilments')).toEqual([
      { state: 'collected' },
      { state: 'collected' },
    ]);
    await budi.says(code);
    await budi.hears(/sudah dipakai.*diserahkan oleh Pak Budi pukul/);
    expect(await stand.rows(`SELECT kind, qty FROM movements WHERE kind <> 'delivery'`)).toEqual([
      { kind: 'hand-over', qty: -2 },
    ]);
  });

  test('finds a slip by name, and chooses between several', async () => {
    const stand = await openStand();
    const budi = await stand.keeper(channel);
    await orders(stand.visitorOn(channel, 'Siti'), 'keripik 2', 'Siti Aminah');
    await budi.says('siti');
    await budi.hears(/Atas nama Siti Aminah/);
    const other = await orders(stand.visitorOn(channel, 'Siti'), 'tas 1', 'Siti Rahma');
    await budi.says('Siti');
    await budi.hears(/Ada 2 pesanan atas nama “Siti”. Yang mana\?/, /Siti Aminah/, /Siti Rahma/);
    await budi.presses(new RegExp(other));
    await budi.hears(/Atas nama Siti Rahma/);
    await budi.says('Bambang');
    await budi.hears(/Tidak ada pesanan berjalan atas nama “Bambang”/);
    await budi.says('ACD-EFH');
    await budi.hears(/tidak ada di sini/);
  });

  test('records cash and QRIS, and takes back what was wrong by a counter-entry', async () => {
    const stand = await openStand();
    const budi = await stand.keeper(channel);
    const code = await orders(stand.visitorOn(channel, 'Siti'), 'keripik 2');
    await budi.says(code);
    const cash = await budi.hears(/Belum dibayar/).then(() => budi.choiceOf('Lunas tunai'));
    await budi.presses('Lunas tunai');
    await budi.hears(/Sudah dibayar tunai/);
    await budi.chooses(cash.replace('cash', 'qris'));
    await budi.hears(/Pembayarannya sudah tercatat/);
    await budi.presses('Batalkan catatan lunas');
    await budi.hears(/Belum dibayar/);
    await budi.presses('Lunas QRIS');
    await budi.hears(/Sudah dibayar lewat QRIS/);
    expect(await payments(stand)).toEqual([
      { status: 'paid', method: 'cash' },
      { status: 'unpaid', method: null },
      { status: 'paid', method: 'qris' },
    ]);
    await expect(stand.database.write([{ sql: 'DELETE FROM payments', args: [] }])).rejects.toThrow();
  });

  test('hands over once, however often it is pressed', async () => {
    const stand = await openStand();
    const budi = await stand.keeper(channel);
    const ani = await stand.keeper(channel, 'Bu Ani');
    const code = await orders(stand.visitorOn(channel, 'Siti'), 'keripik 2');
    await budi.says(code);
    await ani.says(code);
    await budi.pressesTwice(/^Serahkan/);
    await ani.presses(/^Serahkan/);
    await ani.hears(/Sudah diserahkan oleh Pak Budi/);
    expect(await stand.count('SELECT on_hand FROM stock WHERE variant_id = 1')).toBe(38);
    expect(await stand.count('SELECT allocated FROM stock WHERE variant_id = 1')).toBe(0);
  });

  test('is told whom to call when a visitor cannot be reached', async () => {
    const stand = await openStand();
    const budi = await stand.keeper(channel);
    const rina = await stand.staffOf(WOMEN, channel);
    const siti = stand.visitorOn('telegram', 'Siti');
    const code = await orders(siti, 'tas 1', 'Siti');
    await siti.telegram?.blocks();
    await rina.presses('Terima');
    await rina.says('11 desember');
    await stand.passes(60_000);
    await budi.says('/tugas');
    await budi.hears(/Mohon ditelepon/, new RegExp(`${code}(\\n +| · )Siti · tanpa nomor`));
    await budi.presses(`Sudah: ${code}`);
    await budi.hears(/Tidak ada pengunjung yang perlu ditelepon/);
    expect(await stand.count('SELECT count(*) FROM tasks WHERE done_at IS NOT NULL')).toBe(1);
  });
});

describe.each(FORGEABLE_CHANNELS)('a forged button of a keeper on %s', (channel) => {
  test('does nothing for visitors and units', async () => {
    const stand = await openStand();
    const budi = await stand.keeper(channel);
    const rina = await stand.staffOf(WOMEN, channel);
    const siti = stand.visitorOn(channel, 'Siti');
    const code = await orders(siti, 'keripik 2');
    await budi.says(code);
    await budi.hears(new RegExp(code));
    const [collect, pay] = [budi.choiceOf(/^Serahkan/), budi.choiceOf('Lunas tunai')];
    for (const other of [siti, rina]) {
      for (const choice of [collect, pay, `show-slip ${code}`, 'keeper-tasks']) {
        await other.chooses(choice);
        await other.hears(/hanya untuk petugas yang menanganinya/);
      }
    }
    expect(await payments(stand)).toEqual([]);
    expect(await stand.rows('SELECT state FROM fulfilments')).toEqual([{ state: 'ready' }]);
  });
});
