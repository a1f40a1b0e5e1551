import { describe, expect, test } from 'vitest';
import { openStand, STAND_CHANNELS, type StandChannel } from '../support/stand.ts';
import { CODE, goesToSummary } from './ordering.ts';

const SATURDAY = '2026-11-28T10:00';

async function asksForName(channel: StandChannel, now?: string) {
  const stand = await openStand(now === undefined ? {} : { now });
  const siti = stand.visitorOn(channel, 'Siti');
  await siti.says('batako 500');
  await siti.presses('Lanjut pesan');
  await siti.hears(/atas nama siapa/);
  return { stand, siti };
}

test.each(['Pak Kapal', 'Ibu Paving'])('a name may sound like a product: %s', async (name) => {
  const { siti } = await asksForName('web');
  await siti.says(name);
  await siti.hears(/Nomor HP/);
  await siti.presses('Lewati');
  await siti.hears(/Ringkasan pesanan/, name);
});

describe.each(STAND_CHANNELS)('the way to an order on %s', (channel) => {
  test('the whole of it: pick-up, name, phone, summary, one code, a slip with every part', async () => {
    const stand = await openStand();
    const siti = stand.visitorOn(channel, 'Siti');
    await siti.says('keripik 2 sama gantungan kunci 1');
    await siti.says('tas sulam pita 1, paving block 100');
    await siti.presses('Lanjut pesan');
    await siti.hears(
      /2 × Keripik tempe, 1 × Kerajinan tangan – Gantungan kunci diambil di Gerai di ruang tunggu/,
    );
    await siti.presses('Sekarang');
    await siti.hears(/dibuat dulu di Lapas Perempuan.*sekitar 14 hari.*Rencananya ke sini lagi hari apa/s);
    await siti.says('15 desember');
    await siti.hears(/atas nama siapa/);
    await siti.says('nama saya Siti Aminah');
    await siti.hears(/Nomor HP.*Boleh dilewati/);
    await siti.says('0812-3456-7890');
    const summary = await siti.hears(/Ringkasan pesanan/);
    expect(summary.text).toMatch(/2 × Keripik tempe – Rp30\.000 \(contoh\)/);
    expect(summary.text).toMatch(/Ambil: sekarang, di Gerai di ruang tunggu \(contoh\)/);
    expect(summary.text).toMatch(/Ambil: Gerai di ruang tunggu \(contoh\), Selasa, 15 Desember/);
    expect(summary.text).toMatch(
      /Bengkel Lapas Kelas I Tangerang \(contoh\); harga dan harinya diberikan unit dulu/,
    );
    expect(summary.text).toMatch(/Jumlah: harga dikonfirmasi petugas/);
    expect(summary.text).toMatch(/Atas nama Siti Aminah, \+6281234567890/);
    expect(summary.text).toMatch(/Data Anda: .*Kantor Gerai Contoh/);
    expect(await stand.count('SELECT count(*) FROM orders')).toBe(0);

    await siti.presses('Ya, pesan');
    const slip = await siti.hears(CODE);
    expect(slip.text.match(/Kode/g)).toHaveLength(1);
    expect(slip.text).toMatch(
      /Lapas Perempuan Kelas IIA Tangerang\n.*\nAmbil: .*15 Desember\nStatus: menunggu jawaban unit/,
    );
    expect(slip.text).toMatch(/Belum dibayar/);

    expect(await stand.rows('SELECT code, name, phone, stage FROM orders')).toEqual([
      { code: CODE.exec(slip.text)?.[1], name: 'Siti Aminah', phone: '+6281234567890', stage: 'preorder' },
    ]);
    expect(
      await stand.rows(
        `SELECT u.slug AS unit, f.state, f.pickup_day AS day, f.pickup_now AS now, f.quote_first AS quote
         FROM fulfilments f JOIN units u ON u.id = f.unit_id ORDER BY f.id`,
      ),
    ).toEqual([
      { unit: 'lapas-kelas-1-tangerang', state: 'ready', day: null, now: 1, quote: 0 },
      { unit: 'lapas-perempuan-2a-tangerang', state: 'new', day: '2026-12-15', now: 0, quote: 0 },
      { unit: 'lapas-kelas-1-tangerang', state: 'new', day: null, now: 0, quote: 1 },
    ]);
    expect(await stand.rows('SELECT sum(allocated) AS allocated, sum(on_hand) AS held FROM stock')).toEqual([
      { allocated: 3, held: 71 },
    ]);
    expect(await stand.count(`SELECT json_array_length(body, '$.lines') FROM carts`)).toBe(0);
  });

  test('"sekarang" is offered while the stand is open, and not when it is closed', async () => {
    const stand = await openStand({ now: SATURDAY });
    const siti = stand.visitorOn(channel, 'Siti');
    await siti.says('keripik 1');
    await siti.presses('Lanjut pesan');
    const asked = await siti.hears(/Mau diambil kapan/);
    expect(asked.labels).not.toContain('Sekarang');
    expect(asked.labels[0]).toBe('Senin, 30 November');
    await siti.says('sekarang aja');
    await siti.hears(/sedang tutup/, /Mau diambil kapan/);
    await siti.says('besok');
    await siti.hears(/Paling cepat Senin, 30 November/);
    await siti.says('5 desember');
    await siti.hears(/tutup pada Sabtu, 5 Desember/);
    await siti.says('senin');
    await siti.hears(/atas nama siapa/);
  });

  test('a day before the goods can be made is refused with the earliest one', async () => {
    const stand = await openStand();
    const siti = stand.visitorOn(channel, 'Siti');
    await siti.says('tas 1');
    await siti.presses('Lanjut pesan');
    await siti.says('lusa');
    await siti.hears(/Paling cepat Rabu, 9 Desember/);
    await siti.says('kabari kalau sudah siap');
    await siti.hears(/atas nama siapa/);
  });

  test.each([
    ['0812 3456 7890', '+6281234567890'],
    ['+62 812-3456-7890', '+6281234567890'],
    ['62 812 3456 7890', '+6281234567890'],
    ['081234567890 ya kak', '+6281234567890'],
    ['+60 12-345 6789', '+60123456789'],
    ['+44 20 7946 0958', '+442079460958'],
    ['(021) 5551234', '+62215551234'],
  ])('the phone number "%s" is understood', async (said, kept) => {
    const { stand, siti } = await asksForName(channel);
    await siti.says('Siti');
    await siti.says(said);
    await siti.hears(new RegExp(`Atas nama Siti, \\${kept}`));
    await siti.presses('Ya, pesan');
    await siti.hears(CODE);
    expect(await stand.rows('SELECT phone FROM orders')).toEqual([{ phone: kept }]);
  });

  test('an incomplete number is asked for again, and none is taken as an answer too', async () => {
    const { stand, siti } = await asksForName(channel);
    await siti.says('Siti');
    await siti.says('0812');
    await siti.hears(/belum lengkap/);
    await siti.says('gak usah');
    await siti.hears(/Ringkasan pesanan/);
    await siti.presses('Ya, pesan');
    await siti.hears(CODE);
    expect(await stand.rows('SELECT phone FROM orders')).toEqual([{ phone: null }]);
  });

  test('questions in the middle are answered, and one goes on where one was', async () => {
    const { siti } = await asksForName(channel);
    await siti.says('buka jam berapa?');
    await siti.hears(/08\.00–15\.00/, /atas nama siapa/);
    await siti.says('Siti');
    await siti.says('bayarnya gimana?');
    await siti.hears(/masih disepakati/, /Nomor HP/);
    await siti.presses('Lewati');
    await siti.says('batako ukurannya berapa?');
    await siti.hears(/ukuran Batako, kami belum punya/, /masih menunggu konfirmasi/);
    await siti.says('ya');
    await siti.hears(CODE);
  });

  test('the summary can be changed, and what was said no to is not ordered', async () => {
    const stand = await openStand();
    const siti = stand.visitorOn(channel, 'Siti');
    await siti.says('keripik 1');
    await goesToSummary(siti, 'Siti');
    await siti.presses('Ubah nama');
    await siti.says('Aminah');
    await siti.hears(/Atas nama Aminah/);
    await siti.presses('Ubah waktu ambil');
    await siti.presses('Jumat, 27 November');
    await siti.hears(/Jumat, 27 November/, /Sudah benar\?/);
    await siti.says('keripiknya jadi 3');
    await siti.hears(/3 × Keripik tempe/);
    await siti.presses('Lanjut pesan');
    await siti.hears(/3 × Keripik tempe – Rp45\.000/, /Sudah benar\?/);
    await siti.says('tidak');
    await siti.hears(/belum dipesan/);
    expect(await stand.count('SELECT count(*) FROM orders')).toBe(0);
  });

  test('pressed twice, the confirmation makes one order', async () => {
    const stand = await openStand();
    const siti = stand.visitorOn(channel, 'Siti');
    await siti.says('keripik 1');
    await goesToSummary(siti, 'Siti');
    const confirm = siti.choiceOf('Ya, pesan');
    await siti.pressesTwice('Ya, pesan');
    await siti.hears(CODE);
    await siti.chooses(confirm);
    await siti.hears(/Tidak ada yang menunggu konfirmasi/);
    expect(await stand.count('SELECT count(*) FROM orders')).toBe(1);
    expect(await stand.count('SELECT sum(allocated) FROM stock')).toBe(1);
  });

  test('the name is asked once, and the notice on personal data is shown once', async () => {
    const stand = await openStand();
    const siti = stand.visitorOn(channel, 'Siti');
    await siti.says('keripik 1');
    expect((await goesToSummary(siti, 'Siti Aminah')).text).toMatch(/Data Anda:/);
    await siti.presses('Ya, pesan');
    await siti.says('keripik 2');
    const second = await goesToSummary(siti, 'nobody');
    expect(second.text).toMatch(/Atas nama Siti Aminah/);
    expect(second.text).not.toMatch(/Data Anda:/);
  });
});

test('on Telegram a number can be shared by its button, and somebody else’s card is not taken for it', async () => {
  const stand = await openStand();
  const siti = stand.visitorOn('telegram', 'Siti', { phone: '+6281211112222' });
  await siti.says('batako 500');
  await siti.presses('Lanjut pesan');
  await siti.presses('Siti');
  await siti.telegram?.sharesContact('+6281299998888', 4_711);
  await siti.hears(/belum bisa saya baca/);
  await siti.presses('Bagikan nomor saya');
  await siti.hears(/Atas nama Siti, \+6281211112222/);
  await siti.presses('Ya, pesan');
  await siti.hears(CODE);
  expect(await stand.rows('SELECT phone FROM orders')).toEqual([{ phone: '+6281211112222' }]);
});

test('the same over a remote database', async () => {
  const stand = await openStand({ database: 'hrana' });
  const siti = stand.visitorOn('web', 'Siti');
  await siti.says('keripik 2 sama tas 1');
  await goesToSummary(siti, 'Siti');
  await siti.presses('Ya, pesan');
  await siti.hears(CODE);
  expect(await stand.count('SELECT count(*) FROM orders')).toBe(1);
  expect(await stand.count('SELECT sum(allocated) FROM stock')).toBe(2);
});
