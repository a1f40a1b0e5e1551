import { describe, expect, test } from 'vitest';
import { openStand, STAND_CHANNELS } from '../support/stand.ts';

describe.each(STAND_CHANNELS)('a stand that only collects interest, on %s', (channel) => {
  test('says so, records what was wanted, asks for no name and makes no order', async () => {
    const stand = await openStand();
    const admin = await stand.admin('telegram');
    await admin.says('/admin');
    await admin.presses('Ubah tahap gerai');
    await admin.presses('Pamer dan catat minat');
    await admin.hears(/kini memamerkan produk dan mencatat minat/);

    const siti = stand.visitorOn(channel, 'Siti');
    await siti.says('halo');
    await siti.hears(/mencatatkan minat. Produknya belum dijual/);
    await siti.opens('keripik-tempe');
    await siti.hears(/Keripik tempe/);
    await siti.presses('Saya berminat');
    await siti.presses('3');
    await siti.presses('Lanjut pesan');
    await siti.hears(/Minat Anda/, /3 × Keripik tempe/, /hanya dicatat sebagai minat/);
    await siti.hearsNothingOf(/atas nama|Nomor HP|Ambil:/);
    await siti.presses('Ya, catat minat');
    await siti.hears(/minatnya sudah dicatat.*belum ada yang dipesan/);
    await siti.says('/pesanan');
    await siti.hears(/Minat yang tercatat/, /3 × Keripik tempe/);

    expect(await stand.count('SELECT count(*) FROM orders')).toBe(0);
    expect(await stand.rows('SELECT variant_id, qty FROM interests')).toEqual([{ variant_id: 1, qty: 3 }]);
    expect(await stand.count('SELECT sum(allocated) FROM stock')).toBe(0);
  });
});
