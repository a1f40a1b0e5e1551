import { describe, expect, test } from 'vitest';
import { FORGEABLE_CHANNELS, openStand, STAND_CHANNELS, type Stand } from '../support/stand.ts';
import { orders } from './ordering.ts';

const TANGERANG = 'lapas-kelas-1-tangerang';
const WOMEN = 'lapas-perempuan-2a-tangerang';

/** What moved since the sample stand was set up. */
function moved(stand: Stand) {
  return stand.rows(
    `SELECT m.kind, p.slug, m.qty FROM movements m JOIN variants v ON v.id = m.variant_id
     JOIN products p ON p.id = v.product_id WHERE m.actor IS NOT NULL ORDER BY m.id`,
  );
}

function money(stand: Stand) {
  return stand.rows(
    'SELECT unit_id AS unit, method, qty, amount, price_status AS status FROM money ORDER BY id',
  );
}

const onHand = (stand: Stand, variant = 1) =>
  stand.count(`SELECT on_hand FROM stock WHERE variant_id = ${variant}`);

/** The sample stand's prices are samples: these count. */
async function confirmPrices(stand: Stand): Promise<void> {
  await stand.database.write([
    { sql: `UPDATE variants SET price_status = 'confirmed' WHERE price IS NOT NULL`, args: [] },
    { sql: `UPDATE products SET version = version + 1`, args: [] },
    { sql: `UPDATE versions SET value = value + 1 WHERE name = 'catalogue'`, args: [] },
  ]);
}

describe.each(STAND_CHANNELS)('the counter on %s', (channel) => {
  test('sells in one line, with the price of that moment, and undoes by a counter-entry', async () => {
    const stand = await openStand();
    await confirmPrices(stand);
    const budi = await stand.keeper(channel);
    await budi.says('jual keripik 3 tunai');
    await budi.hears(/Terjual/, /3 × Keripik tempe.*Rp45\.000/, /Jumlah: Rp45\.000, tunai/, /oleh Pak Budi/);
    await budi.hears(/Sisa Keripik tempe: 37 bungkus/);
    expect(await moved(stand)).toEqual([{ kind: 'walk-in', slug: 'keripik-tempe', qty: -3 }]);
    expect(await money(stand)).toEqual([
      { unit: 1, method: 'cash', qty: 3, amount: 45_000, status: 'confirmed' },
    ]);
    // A price that changes later changes nothing that was sold.
    await stand.database.write([{ sql: 'UPDATE variants SET price = 99000 WHERE id = 1', args: [] }]);
    await budi.pressesTwice('Batalkan catatan ini');
    await budi.hears(/dibatalkan/);
    expect(await onHand(stand)).toBe(40);
    expect(await moved(stand)).toEqual([
      { kind: 'walk-in', slug: 'keripik-tempe', qty: -3 },
      { kind: 'walk-in', slug: 'keripik-tempe', qty: 3 },
    ]);
    expect(await stand.count('SELECT sum(amount) FROM money')).toBe(0);
    expect(await stand.count('SELECT count(*) FROM entries')).toBe(2);
    expect(await stand.count('SELECT count(*) FROM entries WHERE actor IS NULL')).toBe(0);
  });

  test('sells several things at once, and takes in, breakage and returns', async () => {
    const stand = await openStand();
    const budi = await stand.keeper(channel);
    await budi.says('jual keripik 2 sama gantungan kunci 1 qris');
    await budi.hears(/2 × Keripik tempe/, /1 × Gantungan kunci|1 × Kerajinan.*gantungan kunci/i, /QRIS/);
    await budi.says('terima keripik 20 dari lapas 1');
    await budi.hears(/Diterima/, /20 × Keripik tempe/);
    await budi.says('rusak keripik 1');
    await budi.hears(/Rusak/, /Sisa Keripik tempe: 57/);
    await budi.says('retur keripik 2 ke lapas 1');
    await budi.hears(/Dikembalikan ke UPT/);
    await budi.says('return chips 1 from customer cash');
    await budi.hears(/Retur dari pembeli/);
    expect(await moved(stand)).toEqual([
      { kind: 'walk-in', slug: 'keripik-tempe', qty: -2 },
      { kind: 'walk-in', slug: 'kerajinan', qty: -1 },
      { kind: 'delivery', slug: 'keripik-tempe', qty: 20 },
      { kind: 'breakage', slug: 'keripik-tempe', qty: -1 },
      { kind: 'return', slug: 'keripik-tempe', qty: -2 },
      { kind: 'return', slug: 'keripik-tempe', qty: 1 },
    ]);
    expect(await onHand(stand)).toBe(56);
    expect((await money(stand)).map((each) => (each as { qty: number }).qty)).toEqual([2, 1, -1]);
  });

  test('asks for what is missing, one thing after another, and books once', async () => {
    const stand = await openStand();
    const budi = await stand.keeper(channel);
    await budi.says('jual');
    await budi.hears(/Apa yang terjual\?/);
    await budi.presses('Kerajinan tangan');
    await budi.hears(/yang mana\?/);
    await budi.presses(/gantungan kunci/i);
    await budi.hears(/terjual berapa/);
    await budi.says('4');
    await budi.hears(/dibayar dengan apa\?/);
    expect(await moved(stand)).toEqual([]);
    const cash = budi.choiceOf('Tunai');
    await budi.pressesTwice('Tunai');
    await budi.hears(/Terjual/);
    if (channel !== 'whatsapp-web') await budi.chooses(cash.replace('cash', 'qris'));
    expect(await moved(stand)).toEqual([{ kind: 'walk-in', slug: 'kerajinan', qty: -4 }]);
    expect(await money(stand)).toHaveLength(1);

    await budi.says('rusak 1');
    await budi.hears(/1 dari apa yang rusak\?/);
    await budi.says('keripik');
    await budi.hears(/Rusak/, /1 × Keripik tempe/);
    await budi.says('retur keripik 1');
    await budi.hears(/retur ini bagaimana\?/);
    await budi.presses('Kembali ke UPT');
    await budi.hears(/Dikembalikan ke UPT/);
    await budi.says('jual keripik');
    await budi.hears(/terjual berapa/);
    await budi.says('batal');
    await budi.hears(/tidak ada yang dicatat/);
    expect(await onHand(stand)).toBe(38);
  });

  test('guesses nothing: other units, unknown words, other measures', async () => {
    const stand = await openStand();
    const budi = await stand.keeper(channel);
    await budi.says('terima keripik 20 dari rutan');
    await budi.hears(/buatan Lapas Kelas I Tangerang/);
    expect(await moved(stand)).toEqual([]);
    await budi.presses(/^Dari Lapas Kelas I/);
    await budi.hears(/Diterima/);
    await budi.says('jual keripik 1 sama bakso 2 tunai');
    await budi.hears(/“bakso” belum saya kenal/);
    await budi.presses('Batal');
    await budi.hears(/tidak ada yang dicatat/);
    await budi.says('terima keripik 1 dus');
    await budi.hears(/dihitung per bungkus|kira-kira/);
    await budi.says('batal');
    await budi.says('terima paving block 10');
    await budi.hears(/tidak dijual dari stok gerai/);
    await budi.says('batal');
    await budi.says('terima kasih');
    expect(await moved(stand)).toEqual([{ kind: 'delivery', slug: 'keripik-tempe', qty: 20 }]);
  });

  test('refuses absurd amounts, and never sells what is promised', async () => {
    const stand = await openStand();
    const budi = await stand.keeper(channel);
    await orders(stand.visitorOn(channel, 'Siti'), 'keripik 10');
    await budi.says('jual keripik 31 tunai');
    await budi.hears(/bebas tinggal 30 bungkus; 10 lagi sudah dijanjikan/);
    for (const amount of ['-3', '0', '1,5', '99999999']) {
      await budi.says(`jual keripik ${amount} tunai`);
      await budi.hears(/belum terbaca|besar sekali/);
      await budi.says(amount);
      await budi.hears(/belum terbaca|besar sekali/);
    }
    await budi.says('rusak keripik 31');
    await budi.hears(/bebas tinggal 30/);
    expect(await moved(stand)).toEqual([]);
    await budi.says('30');
    await budi.hears(/Rusak/);
    expect(await stand.rows('SELECT on_hand, allocated FROM stock WHERE variant_id = 1')).toEqual([
      { on_hand: 10, allocated: 10 },
    ]);
  });

  test('gives the last pack to one of two keepers, and tells the other kindly', async () => {
    const stand = await openStand();
    const budi = await stand.keeper(channel);
    const ani = await stand.keeper(channel, 'Bu Ani');
    await budi.says('rusak keripik 39');
    await budi.hears(/Rusak/);
    await Promise.all([budi.says('jual keripik 1 tunai'), ani.says('jual keripik 1 tunai')]);
    const said = await Promise.all([budi, ani].map(async (each) => (await each.heard()).at(-1)?.text ?? ''));
    expect(said.filter((text) => text.includes('Terjual'))).toHaveLength(1);
    expect(said.filter((text) => text.includes('tinggal 0 bungkus'))).toHaveLength(1);
    expect(await onHand(stand)).toBe(0);
  });

  test('does not undo a delivery that was sold since', async () => {
    const stand = await openStand();
    const budi = await stand.keeper(channel);
    await budi.says('terima keripik 5');
    const undo = await budi.hears(/Diterima/).then(() => budi.choiceOf('Batalkan catatan ini'));
    await budi.says('jual keripik 42 tunai');
    await budi.hears(/Terjual/);
    await budi.chooses(undo);
    await budi.hears(/Belum bisa dibatalkan/);
    expect(await onHand(stand)).toBe(3);
  });

  test('goes on while a visitor shows a code', async () => {
    const stand = await openStand();
    const budi = await stand.keeper(channel);
    const code = await orders(stand.visitorOn(channel, 'Siti'), 'keripik 2');
    await budi.says('jual keripik');
    await budi.hears(/terjual berapa/);
    await budi.says(code);
    await budi.hears(new RegExp(`Kode ${code}`));
    await budi.presses(/^Serahkan/);
    await budi.hears(/sudah diserahkan/);
    expect(await onHand(stand)).toBe(38);
  });

  test('is not for the staff of a unit, who are told whose it is', async () => {
    const stand = await openStand();
    const rina = await stand.staffOf(TANGERANG, channel);
    await rina.says('jual keripik 3 tunai');
    await rina.hears(/dicatat oleh petugas gerai/);
    expect(await moved(stand)).toEqual([]);
  });
});

describe.each(FORGEABLE_CHANNELS)('a forged button of the counter on %s', (channel) => {
  test('does nothing for visitors and units', async () => {
    const stand = await openStand();
    const budi = await stand.keeper(channel);
    const rina = await stand.staffOf(WOMEN, channel);
    const siti = stand.visitorOn(channel, 'Siti');
    await siti.says('halo');
    await budi.says('jual keripik 3 tunai');
    await budi.hears(/Terjual/);
    const undo = budi.choiceOf('Batalkan catatan ini');
    await budi.says('jual keripik 1');
    await budi.hears(/dibayar dengan apa/);
    const cash = budi.choiceOf('Tunai');
    for (const other of [siti, rina]) {
      for (const choice of [
        undo,
        cash,
        'cash-today',
        'stock-list',
        'stock-take',
        'book-stock-take',
        'new-order',
      ]) {
        await other.chooses(choice);
        await other.hears(/hanya untuk petugas|dicatat oleh petugas gerai/);
      }
    }
    expect(await moved(stand)).toEqual([{ kind: 'walk-in', slug: 'keripik-tempe', qty: -3 }]);
    await budi.chooses('counter-set nope 0 method cash');
    await budi.hears(/sudah tidak berlaku/);
    await budi.chooses('undo-entry nope');
    await budi.hears(/tidak saya temukan/);
  });
});

describe.each(STAND_CHANNELS)('money on %s', (channel) => {
  test('is a sum of entries, by unit and method, with what has no certain price told apart', async () => {
    const stand = await openStand();
    const budi = await stand.keeper(channel);
    await budi.says('kas hari ini');
    await budi.hears(/Belum ada uang yang tercatat/);
    await budi.says('jual keripik 1 tunai');
    await budi.hears(/Jumlah: harga belum pasti, tidak dihitung, tunai/);
    await confirmPrices(stand);
    const code = await orders(stand.visitorOn(channel, 'Siti'), 'keripik 2');
    await budi.says(code);
    await budi.presses('Lunas QRIS');
    await budi.hears(/Sudah dibayar lewat QRIS/, /• lunas QRIS, Pak Budi, pukul/);
    await budi.says('jual keripik 3 tunai');
    await budi.says('kas hari ini');
    await budi.hears(
      /Lapas Kelas I Tangerang\n *Tunai: Rp45\.000\n *QRIS: Rp30\.000\nDi luar hitungan: 1 dengan harga contoh \(tunai\)/,
    );
    await budi.says(code);
    await budi.presses('Batalkan catatan lunas');
    await budi.hears(/• lunas QRIS, Pak Budi, pukul [\d.]+\n• dibatalkan, Pak Budi, pukul/);
    await budi.says('kas hari ini');
    await budi.hears(/Tunai: Rp45\.000\n *QRIS: Rp0/);
    expect(
      await stand.rows(
        `SELECT payment_id IS NOT NULL AS paid, method, qty, amount, price_status AS status FROM money ORDER BY id`,
      ),
    ).toEqual([
      { paid: 0, method: 'cash', qty: 1, amount: 15_000, status: 'sample' },
      { paid: 1, method: 'qris', qty: 2, amount: 30_000, status: 'confirmed' },
      { paid: 0, method: 'cash', qty: 3, amount: 45_000, status: 'confirmed' },
      { paid: 1, method: 'qris', qty: -2, amount: -30_000, status: 'confirmed' },
    ]);
    for (const table of ['money', 'entries']) {
      await expect(stand.database.write([{ sql: `DELETE FROM ${table}`, args: [] }])).rejects.toThrow();
      await expect(stand.database.write([{ sql: `UPDATE ${table} SET at = 1`, args: [] }])).rejects.toThrow();
    }
    await stand.passes(24 * 3_600_000);
    await budi.says('kas hari ini');
    await budi.hears(/Belum ada uang yang tercatat/);
  });
});

describe.each(STAND_CHANNELS)('low stock on %s', (channel) => {
  test('tells the unit once, and again only after there was more', async () => {
    const stand = await openStand();
    const budi = await stand.keeper(channel);
    const rina = await stand.staffOf(TANGERANG, channel);
    const wati = await stand.staffOf(WOMEN, channel, 'Bu Wati');
    await budi.says('batas keripik 10');
    await budi.hears(/tinggal 10 bungkus atau kurang, Lapas Kelas I Tangerang kami kabari/);
    expect(await stand.rows(`SELECT what, before, after FROM audit WHERE what = 'low level'`)).toEqual([
      { what: 'low level', before: '5', after: '10' },
    ]);
    await rina.hearsNothingOf(/tinggal/);
    await budi.says('jual keripik 25 tunai');
    // What a visitor orders counts as well.
    await orders(stand.visitorOn(channel, 'Siti'), 'keripik 5');
    // Behind what is being sent to her: the dispatcher comes to it in its next round.
    await stand.passes(60_000);
    await rina.hears(/di gerai tinggal 10 bungkus/);
    await wati.hearsNothingOf(/tinggal/);
    const notices = () => stand.count(`SELECT count(*) FROM outbox WHERE key LIKE 'low %'`);
    expect(await notices()).toBe(1);
    await budi.says('jual keripik 4 tunai');
    expect(await notices()).toBe(1);
    await budi.says('terima keripik 20');
    await budi.says('jual keripik 26 tunai');
    await stand.passes(60_000);
    await rina.hears(/di gerai habis/);
    expect(await notices()).toBe(2);
    await budi.says('stok');
    await budi.hears(/Keripik tempe: ada 5, dijanjikan 5, bebas 0 bungkus \(batas 10\)/);
  });

  test('has a level that is asked for, and refuses what cannot be one', async () => {
    const stand = await openStand();
    const budi = await stand.keeper(channel);
    await budi.says('batas');
    await budi.hears(/Batas stok produk mana\?/);
    await budi.presses('Keripik tempe');
    await budi.hears(/Pada sisa berapa/);
    await budi.says('-3');
    await budi.hears(/dari 0 sampai/);
    await budi.says('tanpa batas');
    await budi.hears(/kini tanpa batas/);
    await budi.says('batas kerajinan 5');
    await budi.hears(/Batas stok produk mana\?/);
    await budi.presses(/gantungan kunci/i);
    await budi.says('7');
    await budi.hears(/tinggal 7/);
    expect(
      await stand.rows('SELECT variant_id AS id, low_at AS low FROM stock WHERE low_at IS NOT NULL'),
    ).toEqual([{ id: 2, low: 7 }]);
  });
});

describe.each(STAND_CHANNELS)('a stock-take on %s', (channel) => {
  test('shows no book before all is counted, and books the differences together', async () => {
    const stand = await openStand();
    const budi = await stand.keeper(channel);
    await budi.says('stok opname');
    await budi.hears(/1\/3 · Keripik tempe/);
    await budi.hearsNothingOf(/40/);
    await budi.says('38');
    await budi.hears(/2\/3/);
    await budi.says('banyak');
    await budi.hears(/jumlahnya belum terbaca/);
    await budi.says('26');
    await budi.hears(/3\/3/);
    await budi.hearsNothingOf(/25|40/);
    await budi.says('6');
    await budi.hears(/Selisihnya/, /dihitung 38, tercatat 40 bungkus \(kurang 2\)/, /\(lebih 1\)/);
    expect(await moved(stand)).toEqual([]);
    await budi.presses('Catat selisihnya');
    await budi.hears(/Stok sudah disesuaikan/, /kurang 2 × Keripik tempe/);
    expect(await moved(stand)).toEqual([
      { kind: 'correction', slug: 'keripik-tempe', qty: -2 },
      { kind: 'correction', slug: 'kerajinan', qty: 1 },
    ]);
    expect(await onHand(stand)).toBe(38);
    await budi.says('stok opname');
    await budi.hears(/1\/3/);
  });

  test('is left and gone on with, and asks again where something moved meanwhile', async () => {
    const stand = await openStand();
    const budi = await stand.keeper(channel);
    const ani = await stand.keeper(channel, 'Bu Ani');
    await budi.says('stok opname');
    await budi.says('39');
    await budi.hears(/2\/3/);
    await budi.says('nanti saja');
    await budi.hears(/hitungannya saya simpan/);
    await budi.says('jual gantungan kunci 1 tunai');
    await budi.hears(/Terjual/);
    await budi.says('stok opname');
    await budi.hears(/1 dari 3 sudah dihitung/, /2\/3/);
    await budi.says('lewati');
    await budi.hears(/Miniatur kapal/i);
    await budi.says('6');
    await budi.says('24');
    await budi.hears(/Selisihnya/, /kurang 1/);
    await ani.says('jual keripik 2 tunai');
    await ani.hears(/Terjual/);
    await budi.presses('Catat selisihnya');
    await budi.hears(
      /Ada yang keluar atau masuk sejak dihitung: Keripik tempe/,
      /Keripik tempe\n *Ada berapa/,
    );
    expect(await stand.count(`SELECT count(*) FROM movements WHERE kind = 'correction'`)).toBe(0);
    await budi.says('37');
    await budi.hears(/dihitung 37, tercatat 38/);
    await budi.presses('Catat selisihnya');
    await budi.hears(/disesuaikan/);
    expect(await onHand(stand)).toBe(37);
    expect(await onHand(stand, 2)).toBe(24);
  });

  test('never counts away what is promised', async () => {
    const stand = await openStand();
    const budi = await stand.keeper(channel);
    await orders(stand.visitorOn(channel, 'Siti'), 'keripik 5');
    await budi.says('stok opname');
    for (const count of ['4', '25', '6']) await budi.says(count);
    await budi.presses('Catat selisihnya');
    await budi.hears(/kurang dari yang dijanjikan/, /Keripik tempe/);
    expect(await onHand(stand)).toBe(40);
  });
});

describe.each(STAND_CHANNELS)('a slip on %s', (channel) => {
  test('is opened by its scanned link for a keeper, and tells a visitor nothing', async () => {
    const stand = await openStand();
    const budi = await stand.keeper(channel);
    const siti = stand.visitorOn(channel, 'Siti');
    const code = await orders(siti, 'keripik 2', 'Siti Aminah');
    await budi.opens(`slip_${code}`);
    await budi.hears(new RegExp(`Kode ${code}`), /Siti Aminah/);
    const other = stand.visitorOn(channel, 'Joko');
    await other.opens(`slip_${code}`);
    await other.hearsNothingOf(/Siti|Keripik|siap/);
    const rina = await stand.staffOf(WOMEN, channel);
    await rina.opens(`slip_${code}`);
    await rina.hearsNothingOf(/Siti|Keripik|siap/);
    await siti.opens(`slip_${code}`);
    await siti.hears(new RegExp(`Kode ${code}`));
  });

  test('tells wrong, used and foreign codes apart', async () => {
    const stand = await openStand();
    const budi = await stand.keeper(channel);
    const code = await orders(stand.visitorOn(channel, 'Siti'), 'keripik 2');
    await budi.says('ACD-EFH');
    await budi.hears(/tidak ada di sini/);
    await budi.says('R4K-7N0');
    await budi.hears(/bukan kode dari gerai ini/);
    await budi.opens('slip_garbage');
    await budi.hears(/bukan kode dari gerai ini/);
    await budi.says(`https://elsewhere.example/s/${code}`);
    await budi.hears(/Tautan itu dari gerai lain/);
    await budi.says(`https://gerai.example/s/${code}`);
    await budi.hears(new RegExp(`Kode ${code}`));
    await budi.presses(/^Serahkan/);
    await budi.says(code);
    await budi.hears(/sudah dipakai.*diserahkan oleh Pak Budi pukul/);
  });
});

describe.each(STAND_CHANNELS)('an order for somebody without a phone on %s', (channel) => {
  test("is taken by the keeper, is nobody else's, and is called about instead of written to", async () => {
    const stand = await openStand();
    const budi = await stand.keeper(channel);
    const rina = await stand.staffOf(WOMEN, channel);
    await budi.says('pesanan baru');
    await budi.hears(/Pesanan baru/);
    await budi.says('keripik 2 sama tas 1');
    await budi.presses(/Lanjut/i);
    for (let asks = 0; asks < 4; asks += 1) {
      const said = (await budi.heard()).at(-1)?.text ?? '';
      if (said.includes('nama pemesannya')) break;
      await budi.presses(/^(Sekarang|Hari ini|Besok|Kabari|Kalau sudah siap|\p{L}+, \d)/u);
    }
    await budi.hears(/nama pemesannya/);
    await budi.says('Bu Tini');
    await budi.hears(/Nomor HP pemesan/);
    await budi.says('lewati');
    await budi.hears(/Atas nama Bu Tini/, /Tolong sampaikan kepada pemesan/);
    await budi.presses(/^Ya, pesan|^Pesan/);
    await budi.hears(/Tuliskan kode/);
    const [order] = await stand.rows<{ code: string; person: string; reached: number | null; phone: null }>(
      `SELECT o.code, p.name AS person, c.address_id AS reached, o.phone FROM orders o
       JOIN persons p ON p.id = o.person_id JOIN chats c ON c.id = o.chat_id`,
    );
    expect(order).toMatchObject({ person: 'Bu Tini', reached: null, phone: null });
    // The keeper's own name and orders are as they were.
    expect(await stand.count(`SELECT count(*) FROM persons WHERE name = 'Bu Tini'`)).toBe(1);
    expect(
      await stand.count(`SELECT count(*) FROM fulfilment_steps WHERE version = 0 AND actor IS NULL`),
    ).toBe(0);
    await rina.presses('Terima');
    await rina.says('11 desember');
    await stand.settle();
    await budi.says('/tugas');
    await budi.hears(/Mohon ditelepon/, /Bu Tini/);
    expect(await stand.count(`SELECT count(*) FROM outbox WHERE key LIKE '% visitor'`)).toBe(0);
    await budi.says(order?.code ?? '');
    await budi.hears(/Atas nama Bu Tini/);
    await budi.presses(/^Serahkan 2/);
    await budi.hears(/sudah diserahkan/);
    expect(await onHand(stand)).toBe(38);
  });
});
