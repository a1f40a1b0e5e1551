import { describe, expect, test } from 'vitest';
import { openStand, STAND_CHANNELS, tellsLanguage } from '../support/stand.ts';

describe.each(STAND_CHANNELS)('looking around on %s', (channel) => {
  test('a newcomer is welcomed, told that this is a sample, and sees everything there is', async () => {
    const stand = await openStand();
    const siti = stand.visitorOn(channel, 'Siti');
    await siti.says('halo kak');
    const welcome = await siti.hears(/Selamat datang di Gerai contoh/, /belum berlaku/, /memesan dulu/);
    expect(welcome.labels).toContain('Lihat produk');
    await siti.presses('Lihat produk');
    const list = await siti.hears(/Produk di gerai/);
    for (const name of [
      'Keripik tempe',
      'Kerajinan tangan',
      'Paving block',
      'Batako',
      'Tas sulam pita',
      'Sepatu',
    ]) {
      expect(list.text).toContain(name);
      expect(list.labels).toContain(name);
    }
    expect(await stand.count('SELECT count(*) FROM carts')).toBe(0);
  });

  test('goods are found by unit and by kind', async () => {
    const stand = await openStand();
    const siti = stand.visitorOn(channel, 'Siti');
    await siti.says('ada apa aja?');
    await siti.presses('Menurut unit');
    await siti.presses('Lapas Perempuan Kelas IIA Tangerang');
    const unit = await siti.hears(/menjahit dan menyulam/);
    expect(unit.labels).toEqual(['Tas sulam pita']);
    await siti.says('ada apa aja?');
    await siti.presses('Menurut jenis');
    await siti.presses('Bahan bangunan');
    expect((await siti.hears(/Bahan bangunan/)).labels).toEqual(['Paving block', 'Batako']);
  });

  test('a product opens by its button, its name, its shelf number and its link', async () => {
    const stand = await openStand();
    const siti = stand.visitorOn(channel, 'Siti');
    const chips = [/Keripik tempe · no\. 1/, /Lapas Kelas I Tangerang/, /Rp15\.000 \(contoh\) per bungkus/];
    await siti.says('5');
    await siti.hears(/Tas sulam pita · no\. 5/, /Rp185\.000 \(contoh\)/, /sekitar 14 hari/);
    await siti.says('keripik tempe');
    await siti.hears(...chips, /Stok di gerai: 40 bungkus/);
    // Above a list of choices, WhatsApp has room for no picture: it comes by itself.
    expect((await siti.heard()).map(({ photo }) => photo)).toContain(true);
    await siti.presses('Lihat produk');
    await siti.presses('Keripik tempe');
    await siti.hears(...chips);
    await siti.opens('keripik-tempe');
    await siti.hears(...chips);
    await siti.presses('Lihat produk');
    await siti.says('yang keempat');
    await siti.hears(/Batako · no\. 4/, /penawaran/, /harga dikonfirmasi petugas/);
  });

  test('its story is told, and its facts, with what is not known said to be so', async () => {
    const stand = await openStand();
    const siti = stand.visitorOn(channel, 'Siti');
    await siti.opens('keripik-tempe');
    await siti.presses('Cara dibuat');
    await siti.hears(/digoreng pelan-pelan/, /Warga Binaan/);
    await siti.presses('Keterangan');
    await siti.hears(
      /Komposisi: Bahan dasarnya tempe kedelai/,
      /Halal: belum diketahui/,
      /P-IRT: belum diketahui/,
    );
  });

  test('what is only shown cannot be ordered, and says so', async () => {
    const stand = await openStand();
    const siti = stand.visitorOn(channel, 'Siti');
    await siti.says('sepatu');
    expect((await siti.hears(/Sepatu · no\. 6/, /pajangan/)).labels).not.toContain('Pesan');
    await siti.says('pesan sepatu 2');
    await siti.hears(/masih pajangan, belum bisa dipesan/);
    expect(await stand.count('SELECT count(*) FROM carts')).toBe(0);
  });

  test.each([
    ['harga keripik berapa kak?', /Keripik tempe: Rp15\.000 \(contoh\) per bungkus/],
    ['brp harga kerajinan', /Gantungan kunci: Rp10\.000 \(contoh\)\nMiniatur kapal: Rp150\.000 \(contoh\)/],
    ['stok keripik masih ada?', /Stok di gerai: 40 bungkus/],
    ['ukuran paving block berapa?', /ukuran Paving block, kami belum punya keterangan yang pasti/],
    ['keripiknya halal gak?', /halal Keripik tempe, kami belum punya.*Mau saya tanyakan ke petugasnya/],
    ['komposisi keripik tempe apa?', /Komposisi Keripik tempe: Bahan dasarnya tempe kedelai/],
    ['siapa yang bikin tas sulam pita?', /dibuat oleh Warga Binaan di Lapas Perempuan Kelas IIA Tangerang/],
    ['lokasinya dimana ya', /Ruang tunggu kantor imigrasi, Tangerang \(alamat contoh\)/],
    ['buka jam berapa?', /hari ini, Rabu, 25 November: 08\.00–15\.00/],
    ['minggu buka?', /^Minggu, 29 November, Gerai di ruang tunggu \(contoh\) tutup\.$/m],
    ['besok buka jam berapa?', /^Besok, Kamis, 26 November, Gerai.* buka 08\.00–15\.00\.$/m],
    ['bayarnya gimana?', /masih disepakati/],
    ['bisa dikirim ke rumah?', /diambil sendiri/],
    ['napi yang bikin siapa namanya?', /Mohon maaf, soal pribadi Warga Binaan/],
    ['paspor saya kapan jadi?', /loket informasi imigrasi/],
  ])('"%s" is answered', async (question, answer) => {
    const stand = await openStand();
    const siti = stand.visitorOn(channel, 'Siti');
    await siti.says(question);
    await siti.hears(answer);
    expect(await stand.count('SELECT count(*) FROM carts')).toBe(0);
  });

  test('a question without a product is about the one last spoken of', async () => {
    const stand = await openStand();
    const siti = stand.visitorOn(channel, 'Siti');
    await siti.opens('tas-sulam-pita');
    await siti.says('berapa harganya?');
    await siti.hears(/Tas sulam pita: Rp185\.000 \(contoh\) per buah/);
    await siti.says('warnanya apa?');
    await siti.hears(/warna Tas sulam pita, kami belum punya/);
  });

  test('the language follows the visitor, and stays where it was chosen', async () => {
    const stand = await openStand();
    const siti = stand.visitorOn(channel, 'Siti');
    await siti.says('how much are the tempeh chips?');
    await siti.hears(/Tempeh chips: Rp15\.000 \(sample\) per pack/);
    await siti.says('stok tas masih ada?');
    await siti.hears(/Tas sulam pita: Dibuat dulu setelah dipesan/);
    await siti.says('/english');
    await siti.hears(/we'll use English/);
    await siti.says('stok keripik masih ada?');
    await siti.hears(/In stock at the stand: 40/);
    const john = stand.visitorOn(channel, 'John', { language: 'en-GB' });
    if (!tellsLanguage(channel)) await john.says('/english');
    await john.opens('');
    await john.hears(/Welcome to Sample stand/, /pre-order, without paying now/);
    expect(await stand.rows('SELECT language FROM persons ORDER BY id')).toEqual([
      { language: 'en' },
      { language: 'en' },
    ]);
  });
});
