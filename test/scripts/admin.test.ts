import { describe, expect, test } from 'vitest';
import { FORGEABLE_CHANNELS, openStand, STAND_CHANNELS, type Stand } from '../support/stand.ts';
import { orders } from './ordering.ts';

/** What was written down last, by whom. */
async function trace(stand: Stand) {
  const [row] = await stand.rows(
    `SELECT a.what, a.before, a.after, r.name AS by
     FROM audit a LEFT JOIN roles r ON r.address_id = a.actor ORDER BY a.id DESC LIMIT 1`,
  );
  return row;
}

describe.each(STAND_CHANNELS)('the admin on %s', (channel) => {
  test('invites colleagues, who join by the link', async () => {
    const stand = await openStand();
    const sari = await stand.admin(channel);
    await sari.says('/admin');
    await sari.presses('Undang petugas');
    await sari.presses('Petugas UPT');
    await sari.presses('Rutan Kelas I Tangerang');
    await sari.says('Pak Tono');
    const { text } = await sari.hears(/Undangan untuk Pak Tono/, /berlaku 48 jam dan hanya sekali pakai/);
    expect(text).toMatch(/https:\/\/t\.me\/\w+\?start=inv_/);
    expect(text).toMatch(/https:\/\/gerai\.example\/\?seat=staff#start=inv_/);
    expect(await trace(stand)).toMatchObject({ what: 'invite', before: null, after: 'staff', by: 'Bu Sari' });
    const tono = stand.visitorOn(channel, 'Tono');
    await tono.opens(/start=(inv_[\w-]+)/.exec(text)?.[1] ?? '');
    await tono.hears(/Selamat bergabung, Pak Tono!/, /petugas Rutan Kelas I Tangerang/);
    expect(await trace(stand)).toMatchObject({ what: 'join', after: 'staff' });
  });

  test('sees all orders', async () => {
    const stand = await openStand();
    const sari = await stand.admin(channel);
    await sari.says('/admin');
    await sari.presses('Semua pesanan');
    await sari.hears(/Tidak ada pesanan yang berjalan/);
    const one = await orders(stand.visitorOn(channel, 'Siti'), 'keripik 2 sama tas 1');
    const two = await orders(stand.visitorOn(channel, 'Ali'), 'batako 100');
    await sari.says('/admin');
    await sari.presses('Semua pesanan');
    const list = await sari.hears(/Pesanan berjalan: 2/);
    expect(list.text).toMatch(
      new RegExp(`${one} · Siti\\n *• .*Keripik tempe \\(siap diambil\\)\\n *• .*menunggu jawaban`),
    );
    await sari.presses(`${two} · Ali`);
    await sari.hears(new RegExp(`Kode ${two}`));
  });

  test('corrects the stock by a movement', async () => {
    const stand = await openStand();
    const sari = await stand.admin(channel);
    await orders(stand.visitorOn(channel, 'Siti'), 'keripik 5');
    await sari.says('/admin');
    await sari.presses('Hitung stok');
    await sari.presses('Keripik tempe');
    await sari.hears(/tercatat 40 bungkus di gerai, 5 di antaranya sudah dipesan/);
    await sari.says('3');
    await sari.hears(/sudah dipesan 5 bungkus, jadi 3 belum bisa dicatat/);
    await sari.says('36 bungkus');
    await sari.hears(/dicatat 36 bungkus \(tadinya 40\)/);
    expect(await stand.rows(`SELECT qty FROM movements WHERE kind = 'correction'`)).toEqual([{ qty: -4 }]);
    expect(await stand.rows('SELECT on_hand, allocated FROM stock WHERE variant_id = 1')).toEqual([
      { on_hand: 36, allocated: 5 },
    ]);
    expect(await trace(stand)).toEqual({ what: 'stock', before: '40', after: '36', by: 'Bu Sari' });
    const ali = stand.visitorOn(channel, 'Ali');
    await ali.says('stok keripik?');
    await ali.hears(/31 bungkus/);
  });

  test('confirms a price, which then is no sample any more and enters totals', async () => {
    const stand = await openStand();
    const sari = await stand.admin(channel);
    await sari.says('/admin');
    await sari.presses('Ubah harga');
    await sari.presses('Keripik tempe');
    await sari.says('gratis');
    await sari.hears(/belum terbaca/);
    await sari.says('16rb');
    await sari.hears(/Harga Keripik tempe: Rp16\.000 \(tadinya Rp15\.000 \(contoh\)\)/);
    expect(await trace(stand)).toMatchObject({
      what: 'price',
      before: '15000 sample',
      after: '16000 confirmed',
      by: 'Bu Sari',
    });
    const siti = stand.visitorOn(channel, 'Siti');
    await siti.says('harga keripik?');
    expect((await siti.hears(/Rp16\.000 per bungkus/)).text).not.toContain('contoh');
    const code = await orders(siti, 'keripik 3 sama tas 1');
    await siti.says(code);
    await siti.hears(/Jumlah: Rp48\.000, ditambah yang harganya dikonfirmasi petugas/);
    expect(await stand.rows('SELECT price, price_status AS status FROM order_lines ORDER BY id')).toEqual([
      { price: 16_000, status: 'confirmed' },
      { price: 185_000, status: 'sample' },
    ]);
  });

  test('changes how something is sold, when a place is open, and what the stand is for', async () => {
    const stand = await openStand();
    const sari = await stand.admin(channel);
    const siti = stand.visitorOn(channel, 'Siti');
    await sari.says('/admin');
    await sari.presses('Ubah cara jual');
    await sari.presses('Sepatu');
    await sari.presses('Penawaran, harga dari UPT dulu');
    await sari.hears(/Sepatu kini lewat penawaran/);
    expect(await trace(stand)).toMatchObject({ what: 'mode', before: 'display', after: 'quote' });
    await siti.says('sepatu 1');
    await siti.hears(/1 × Sepatu/);

    await sari.says('/admin');
    await sari.presses('Ubah jam buka');
    await sari.presses(/^Gerai di ruang tunggu/);
    await sari.says('sabtu 09.00-12.00');
    await sari.hears(/Sabtu: 09\.00–12\.00/, /Senin: 08\.00–15\.00/);
    expect(await trace(stand)).toMatchObject({ what: 'hours' });
    await siti.says('sabtu buka jam berapa?');
    await siti.hears(/Sabtu, 28 November, Gerai.* buka 09\.00–12\.00/);

    await sari.says('/admin');
    await sari.presses('Ubah tahap gerai');
    await sari.presses('Berjualan');
    await sari.hears(/kini berjualan/);
    expect(await trace(stand)).toMatchObject({ what: 'stage', before: 'preorder', after: 'selling' });
  });

  test('lays a question aside, and does nothing by it', async () => {
    const stand = await openStand();
    const sari = await stand.admin(channel);
    await sari.says('/admin');
    await sari.presses('Ubah harga');
    await sari.presses('Batako');
    await sari.says('batal');
    await sari.hears(/Menu admin/);
    expect(await stand.count(`SELECT count(*) FROM audit WHERE what = 'price'`)).toBe(0);
  });
});

describe.each(FORGEABLE_CHANNELS)('a forged button of an admin on %s', (channel) => {
  test('does nothing for others, and the trace cannot be wiped', async () => {
    const stand = await openStand();
    const budi = await stand.keeper(channel);
    const siti = stand.visitorOn(channel, 'Siti');
    for (const other of [budi, siti]) {
      for (const choice of [
        'admin-menu',
        'all-orders',
        'set-stage selling',
        'set-mode 6 quote',
        'ask-price 1',
        'invite admin 0',
      ]) {
        await other.chooses(choice);
        await other.hears(/hanya untuk petugas yang menanganinya/);
      }
    }
    await siti.says('/admin');
    await siti.hearsNothingOf(/Menu admin/);
    expect(await stand.rows('SELECT stage FROM stands')).toEqual([{ stage: 'preorder' }]);
    for (const sql of ['DELETE FROM audit', `UPDATE audit SET what = 'nothing'`]) {
      await expect(stand.database.write([{ sql, args: [] }])).rejects.toThrow();
    }
  });
});
