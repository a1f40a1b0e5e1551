/** An office puts its own products in the samples' place. */
import { describe, expect, test } from 'vitest';
import { jpeg } from '../support/pictures.ts';
import { FORGEABLE_CHANNELS, openStand, type Person, STAND_CHANNELS, type Stand } from '../support/stand.ts';
import { orders } from './ordering.ts';

const PRODUCT = `SELECT p.id, p.slug, p.mode, p.shelf_number, p.lead_time_days, p.max_per_order, p.published_by, p.photo,
  p.removed_at IS NOT NULL AS off, u.slug AS unit, k.slug AS kind FROM products p
  JOIN units u ON u.id = p.unit_id JOIN kinds k ON k.id = p.kind_id WHERE p.sample = 0 ORDER BY p.id`;

async function begins(sari: Person, name = 'Tikar pandan'): Promise<void> {
  await sari.says('/kelola');
  await sari.presses('Tambah produk');
  await sari.presses('Rutan Kelas I Tangerang');
  await sari.presses('Kerajinan tangan');
  await sari.says(name);
  await sari.hears(new RegExp(`${name} tersimpan sebagai draf, nomor rak 7`));
}

async function curator(stand: Stand, channel: Person['channel'], name = 'Bu Wulan'): Promise<Person> {
  const person = stand.visitorOn(channel, name);
  await person.opens(await stand.invitation('curator', name));
  return person;
}

describe.each(['telegram', 'web'] as const)('own products on %s', (channel) => {
  test('a curator is guided from nothing to the shelf, past every stone', async () => {
    const stand = await openStand();
    const wulan = await curator(stand, channel);
    await wulan.says('/admin');
    await wulan.presses('Tambah produk');
    await wulan.presses('Unit baru');
    await wulan.says('Lapas Kelas II Serang');
    await wulan.presses('Jenis baru');
    await wulan.says('Anyaman');
    await wulan.sendsPhoto(undefined, jpeg());
    await wulan.hears(/yang sedang ditanyakan bukan foto/);
    await wulan.says('x'.repeat(80));
    await wulan.hears(/agak panjang: 80 huruf, paling banyak 60[\s\S]*Apa nama produknya/);
    await wulan.says('Tikar pandan');
    await wulan.hears(/Langkah 1 dari 12[\s\S]*dalam bahasa Inggris/);
    await wulan.presses('Lewati');
    await wulan.hears(/membaca nama Indonesianya[\s\S]*Kirim satu foto/);
    await wulan.says('besok');
    await wulan.hears(/Yang ditunggu foto/);
    await wulan.sendsPhoto('ini dia', new Uint8Array([1]));
    await wulan.hears(/bukan foto JPEG atau PNG/);
    await wulan.sendsPhoto('ini dia', jpeg({ size: 1_100_000 }));
    await wulan.hears(/lebih dari 1 MB/);
    await wulan.sendsPhoto('ini dia', jpeg());
    await wulan.hears(/Foto tersimpan[\s\S]*Bagaimana Tikar pandan dijual/);
    await wulan.says('terserah');
    await wulan.hears(/pilih salah satu/);
    await wulan.presses('Pre-order, dibuat dulu');
    await wulan.presses('Lewati');
    for (const [price, says] of [
      ['0', /lebih dari nol/],
      ['-5000', /lebih dari nol/],
      ['99999999999', /besar sekali/],
      ['mahal', /belum terbaca/],
    ] as const) {
      await wulan.says(price);
      await wulan.hears(says, /Berapa harga Tikar pandan/);
    }
    await wulan.sendsPhoto();
    await wulan.hears(/bukan foto[\s\S]*Berapa harga/);
    await wulan.says('45rb');
    await wulan.hears(/Harga tersimpan: Rp45\.000/);
    await wulan.presses('Kembali');
    await wulan.hears(/Berapa harga[\s\S]*Sekarang: Rp45\.000/);
    await wulan.presses('Lewati');
    await wulan.says('lembar');
    await wulan.says('sheet');
    await wulan.presses('Tempat baru');
    await wulan.presses('Bengkel unit');
    await wulan.says('Bengkel Lapas Serang');
    await wulan.says('Jalan Raya Pandeglang 1');
    await wulan.says('kapan-kapan');
    await wulan.hears(/jamnya belum terbaca/);
    await wulan.says('senin-kamis 9-14');
    // A number is the answer, not a place in the list below.
    await wulan.says('2');
    await wulan.hears(/Lama dibuat tersimpan: 2 hari/);
    await wulan.says('20');
    await wulan.says('1');
    await wulan.hears(/Nomor 1 sudah dipakai Keripik tempe. Yang kosong berikutnya: 8/);
    await wulan.says('12');
    await wulan.says('tikar, tikar anyam, mat');
    // Left, and resumed where it was.
    await wulan.presses('Nanti saja');
    await wulan.hears(/Tersimpan sebagai adanya/);
    const siti = stand.visitorOn(channel, 'Siti');
    await siti.says('tikar pandan 2');
    await siti.hearsNothingOf(/Tikar pandan/);
    await wulan.says('/kelola');
    await wulan.presses('Tikar pandan (draf)');
    await wulan.presses('Lanjutkan mengisi');
    await wulan.hears(/Bagaimana Tikar pandan dibuat/);
    await wulan.says('Dianyam oleh Siti Aminah.');
    await wulan.presses('Lewati');
    await wulan.presses('Ukuran');
    await wulan.says('90 x 180 cm');
    await wulan.presses('Lewati');
    await wulan.presses('Sudah cukup');
    await wulan.hears(
      /Beginilah pengunjung melihatnya/,
      /Tikar pandan · no\. 12/,
      /“oleh Siti Aminah”: nama orang\?/,
    );
    // What was not seen as doubtful cannot be published as if it were fine.
    const publish = wulan.choiceOf('Sudah saya baca, terbitkan');
    await wulan.chooses(publish.replace(/fine$/, 'none'));
    await wulan.hears(/“oleh Siti Aminah”: nama orang\?/);
    expect(
      await stand.count(
        "SELECT count(*) FROM products WHERE slug = 'tikar-pandan' AND published_at IS NOT NULL",
      ),
    ).toBe(0);
    await wulan.presses('Sudah saya baca, terbitkan');
    await wulan.hears(/Tikar pandan sudah terbit, nomor rak 12/);
    const [product] = await stand.rows<Record<string, unknown>>(PRODUCT);
    expect(product).toMatchObject({
      slug: 'tikar-pandan',
      mode: 'preorder',
      shelf_number: 12,
      lead_time_days: 2,
      max_per_order: 20,
      published_by: 'Bu Wulan',
      unit: 'lapas-kelas-ii-serang',
      kind: 'anyaman',
    });
    const [media] = await stand.rows<{ bytes: ArrayBuffer }>(
      `SELECT bytes FROM media WHERE hash = '${product?.photo}'`,
    );
    expect(Buffer.from(media?.bytes ?? new ArrayBuffer(0)).toString('latin1')).not.toMatch(
      /Exif|GPS|Rina|film/,
    );
    expect(
      await stand.rows(
        `SELECT a.what, a.before, a.after, r.name AS by FROM audit a JOIN roles r ON r.address_id = a.actor
         WHERE what IN ('publish', 'doubts-fine', 'product price', 'product story') ORDER BY a.id`,
      ),
    ).toEqual([
      { what: 'product price', before: 'unknown', after: '45000 confirmed', by: 'Bu Wulan' },
      // What stays for ever names nobody.
      { what: 'product story', before: null, after: 'Dianyam •••.', by: 'Bu Wulan' },
      { what: 'doubts-fine', before: null, after: 'name', by: 'Bu Wulan' },
      { what: 'publish', before: 'draft', after: 'published', by: 'Bu Wulan' },
    ]);
    // Shown and understood a second later.
    await siti.says('tikar anyam 2');
    await siti.hears(/2 × Tikar pandan/);
    expect((await stand.gerai.app.request('https://gerai.example/p/tikar-pandan')).status).toBe(200);
  });

  test('a published product is changed, loses a variant, is taken off and comes back', async () => {
    const stand = await openStand();
    const sari = await stand.admin(channel);
    await begins(sari);
    await sari.says('Pandan mat');
    await sari.presses('Lewati');
    await sari.presses('Pre-order, dibuat dulu');
    await sari.says('Kecil 45rb\nBesar 90.000\nUkuran 40');
    await sari.presses('Nanti saja');
    await sari.hears(/Kecil \(Rp45\.000\), Besar \(Rp90\.000\), Ukuran 40 \(harga dikonfirmasi petugas\)/);
    await sari.presses('Lihat & terbitkan');
    await sari.presses('Terbitkan');
    const siti = stand.visitorOn(channel, 'Siti');
    const code = await orders(siti, 'tikar pandan besar 1');
    await sari.says('/kelola');
    await sari.presses('Tikar pandan');
    await sari.presses('Pilihan');
    await sari.presses(/^Besar/);
    await sari.presses('Turunkan pilihan ini');
    await sari.hears(/Besar tidak ditawarkan lagi/);
    await siti.says(code);
    await siti.hears(/1 × Tikar pandan – Besar/);
    await siti.says('tikar pandan');
    await siti.hearsNothingOf(/Besar:/);
    // Text of what visitors see at once is read before it is shown.
    await sari.presses('Kembali');
    await sari.presses('Cerita');
    await sari.says('Resep Bapak Ahmad dari Blok C.');
    await sari.hears(/“Bapak Ahmad”: nama orang\?/, /“Blok C”: tentang seseorang/);
    expect(await stand.count(`SELECT count(*) FROM products WHERE story LIKE '%Ahmad%'`)).toBe(0);
    await sari.presses('Tulis ulang');
    await sari.says('Dianyam dari daun pandan.');
    await sari.presses('Biarkan saja');
    await siti.says('tikar pandan dibuatnya gimana?');
    await sari.presses('Turunkan');
    await sari.presses('Ya, turunkan');
    await sari.hears(/sudah diturunkan/);
    expect(await stand.rows(PRODUCT)).toMatchObject([{ off: 1, published_by: null }]);
    await siti.says('tikar pandan 1');
    await siti.hearsNothingOf(/1 × Tikar pandan/);
    await siti.says(code);
    await siti.hears(/1 × Tikar pandan – Besar/);
    await sari.presses('Kembalikan sebagai draf');
    expect(await stand.rows(PRODUCT)).toMatchObject([{ off: 0, published_by: null, shelf_number: 7 }]);
  });

  test('a draft that changed since it was seen is shown anew', async () => {
    const stand = await openStand();
    const sari = await stand.admin(channel);
    const wulan = await curator(stand, channel);
    await begins(sari);
    await sari.presses('Nanti saja');
    await sari.presses('Lihat & terbitkan');
    await sari.hears(/Terbitkan Tikar pandan sekarang/);
    const seen = sari.choiceOf('Terbitkan');
    await wulan.says('/kelola');
    await wulan.presses('Tikar pandan (draf)');
    await wulan.presses('Nama');
    await wulan.says('Tikar mendong');
    await sari.chooses(seen);
    await sari.hears(/baru saja berubah/, /Tikar mendong · no\. 7/);
    expect(await stand.rows(PRODUCT)).toMatchObject([{ published_by: null }]);
    await sari.presses('Terbitkan');
    await sari.hears(/sudah terbit, nomor rak 7/);
    expect(await stand.rows(PRODUCT)).toMatchObject([{ published_by: 'Bu Sari' }]);
    // Twice is once.
    await sari.chooses(seen);
    await sari.hears(/Sudah terbit, oleh Bu Sari/);
    expect(await stand.count(`SELECT count(*) FROM audit WHERE what = 'publish'`)).toBe(1);
  });

  test('the stand becomes the office’s own, and the samples go', async () => {
    const stand = await openStand();
    const sari = await stand.admin(channel);
    await sari.says('/admin');
    await sari.presses('Gerai kita');
    await sari.hears(/sebagian masih contoh/);
    await sari.presses('Isi satu per satu');
    await sari.says('Gerai Imigrasi Tangerang');
    await sari.presses('Lewati');
    await sari.says('Lantai 1, Kantor Imigrasi Tangerang');
    await sari.presses('Lewati');
    expect(await stand.count('SELECT sample FROM places WHERE id = 1')).toBe(1);
    await sari.presses('Sudah benar');
    expect(await stand.count('SELECT sample FROM places WHERE id = 1')).toBe(0);
    await sari.says('Tunai atau QRIS di gerai');
    await sari.says('Cash or QRIS at the stand');
    await sari.says('belum tahu');
    await sari.hears(/Siapa yang menyimpan nama/);
    expect(await stand.count('SELECT sample FROM stands')).toBe(1);
    await sari.says('Kantor Imigrasi Tangerang, hanya untuk pesanan.');
    await sari.presses('Lewati');
    await sari.presses('WITA');
    expect(await stand.rows('SELECT name, payment, delivery, time_zone, sample FROM stands')).toEqual([
      {
        name: '{"id":"Gerai Imigrasi Tangerang"}',
        payment: '{"id":"Tunai atau QRIS di gerai","en":"Cash or QRIS at the stand"}',
        delivery: null,
        time_zone: 'Asia/Makassar',
        sample: 0,
      },
    ]);
    const siti = stand.visitorOn(channel, 'Siti');
    await siti.says('bayarnya gimana?');
    await siti.hears(/Tunai atau QRIS di gerai/);
    const code = await orders(siti, 'keripik 2');
    await sari.presses('Hapus contoh');
    await sari.hears(new RegExp(`Keripik tempe · pesanan ${code}`));
    await sari.chooses('remove-samples none');
    await sari.hears(/Belum bisa dihapus/);
    expect(await stand.count('SELECT count(*) FROM products')).toBe(6);
    await sari.presses('Turunkan itu, hapus yang lain');
    await sari.hears(/Contoh sudah dihapus: .*Sepatu[\s\S]*Diturunkan saja: Keripik tempe/);
    expect(await stand.rows('SELECT slug, published_at FROM products')).toEqual([
      { slug: 'keripik-tempe', published_at: null },
    ]);
    await siti.says('ada apa aja');
    await siti.hearsNothingOf(/Batako|Keripik/);
  });
});

test('by WhatsApp’s Cloud API the photo arrives, by a paired phone it is said that it does not', async () => {
  const stand = await openStand();
  const cloud = await stand.admin('whatsapp-cloud');
  await begins(cloud);
  await cloud.presses('Lewati');
  await cloud.sendsPhoto(undefined, jpeg());
  await cloud.hears(/Foto tersimpan/);
  expect(await stand.rows(PRODUCT)).toMatchObject([{ photo: expect.stringMatching(/^[0-9a-f]{64}$/) }]);
  const paired = await stand.admin('whatsapp-web', 'Bu Rini');
  await paired.says('/kelola');
  await paired.presses('Tikar pandan (draf)');
  await paired.presses('Foto');
  await paired.sendsPhoto();
  await paired.hears(/Lewat WhatsApp ini fotonya tidak sampai/);
});

describe.each(STAND_CHANNELS)('a number on %s', (channel) => {
  test('answers a question that asks for one', async () => {
    const stand = await openStand();
    const sari = await stand.admin(channel);
    await begins(sari);
    await sari.presses('Nanti saja');
    await sari.presses('Nomor rak');
    await sari.says('2');
    await sari.hears(/Nomor 2 sudah dipakai Kerajinan tangan/);
    await sari.says('9');
    expect(await stand.rows(PRODUCT)).toMatchObject([{ shelf_number: 9 }]);
  });
});

describe.each(FORGEABLE_CHANNELS)('a forged button about products on %s', (channel) => {
  test('does nothing for others', async () => {
    const stand = await openStand();
    const wulan = await curator(stand, channel);
    const others = [await stand.keeper(channel), stand.visitorOn(channel, 'Siti')];
    for (const other of others) {
      for (const choice of [
        'products',
        'new-product',
        'take-off 1',
        'publish-product 1 1 none',
        'edit-field 1 name',
        'step-skip',
        'our-stand',
        'remove-samples take-off',
      ]) {
        await other.chooses(choice);
        await other.hears(/hanya untuk petugas yang menanganinya/);
      }
    }
    // A curator has products, and not the stand.
    for (const choice of [
      'our-stand',
      'stand-field name',
      'remove-samples take-off',
      'place-field 1 name',
      'set-stage selling',
    ]) {
      await wulan.chooses(choice);
      await wulan.hears(/hanya untuk petugas yang menanganinya/);
    }
    await wulan.chooses('edit-product 99999');
    await wulan.hears(/sudah tidak ada di gerai/);
    expect(await stand.count('SELECT count(*) FROM products WHERE published_at IS NOT NULL')).toBe(6);
  });
});
