import { describe, expect, test } from 'vitest';
import { openStand, STAND_CHANNELS, type Stand } from '../support/stand.ts';

const MEN = 'lapas-kelas-1-tangerang';
const WOMEN = 'lapas-perempuan-2a-tangerang';

const factOf = (stand: Stand, attribute: string) =>
  stand.rows(
    `SELECT f.value, f.confirmed_by AS by, f.confirmed_at AS at, (f.valid_until - f.confirmed_at) / 86400000 AS days FROM facts f
     JOIN products p ON p.id = f.product_id WHERE p.slug = 'keripik-tempe' AND f.attribute = '${attribute}'`,
  );

const questions = (stand: Stand) =>
  stand.rows('SELECT number, subject, open, answer FROM questions ORDER BY id');

describe.each(STAND_CHANNELS)('what nobody has written down, on %s', (channel) => {
  test('is asked of the staff of the unit in the visitor’s own words, answered by a reply and kept as a fact', async () => {
    const stand = await openStand();
    const joko = await stand.staffOf(MEN, channel, 'Pak Joko');
    const rina = await stand.staffOf(WOMEN, channel);
    const siti = stand.visitorOn(channel, 'Siti');
    await siti.says('keripiknya halal ga ya?');
    await siti.hears(/belum punya keterangan yang pasti/);
    await siti.presses(/^Tanyakan .* ke petugas$/);
    await siti.hears(/Sudah saya tanyakan ke petugas Lapas Kelas I Tangerang/);
    await joko.hears(/Pertanyaan no. 1/, /status halal Keripik tempe/, /“keripiknya halal ga ya\?”/);
    await rina.hearsNothingOf(/Pertanyaan/);
    await joko.quotes(/Pertanyaan no. 1/, 'Sudah bersertifikat halal sejak Mei');
    const heard = await siti.hears(/Jawaban petugas Lapas Kelas I Tangerang soal status halal Keripik tempe/);
    expect(heard.text).toContain('Sudah bersertifikat halal sejak Mei');
    expect(heard.text).not.toMatch(/ditulis dalam/);
    await joko.hears(/sudah kami sampaikan/);
    expect(await factOf(stand, 'halal')).toMatchObject([{ value: null }]);
    await joko.presses('Simpan 30 hari');
    await joko.hears(/Tersimpan: status halal Keripik tempe. Berlaku sampai .*25 Desember/);
    expect(await factOf(stand, 'halal')).toEqual([
      {
        value: '{"id":"Sudah bersertifikat halal sejak Mei"}',
        by: 'Pak Joko',
        at: expect.closeTo(stand.now(), -5),
        days: 30,
      },
    ]);
    const next = stand.visitorOn(channel, 'Budi');
    await next.says('keripik tempe halal?');
    await next.hears(/Halal Keripik tempe: Sudah bersertifikat halal/);
    await stand.passes(31 * 86_400_000);
    await next.says('keripik tempe halal?');
    await next.hears(/belum punya keterangan/);
  });

  test('is answered by a press, or by the number and the answer; the second answer comes too late', async () => {
    const stand = await openStand();
    const joko = await stand.staffOf(MEN, channel, 'Pak Joko');
    const dewi = await stand.staffOf(MEN, channel, 'Bu Dewi');
    const siti = stand.visitorOn(channel, 'Siti');
    await siti.says('berat keripik tempe berapa gram?');
    await siti.presses(/^Tanyakan .* ke petugas$/);
    await siti.says('P-IRT keripik ada?');
    await siti.presses(/^Tanyakan .* ke petugas$/);
    await joko.hears(/no. 1/, /no. 2/);
    await joko.says('2 belum ada, sedang diurus');
    await siti.hears(/nomor P-IRT.*\n.*sedang diurus/);
    await dewi.presses('Jawab');
    await dewi.hears(/Sudah dijawab oleh Pak Joko pukul 10\.0\d:\nbelum ada, sedang diurus/);
    if (channel !== 'whatsapp-web') {
      await joko.chooses(joko.choiceOf('Jawab').replace(/\S+ \d+$/, 'tidak-ada 1'));
      await joko.hears(/hanya untuk petugas yang menanganinya/);
    }
    await joko.says('1   ');
    await joko.hearsNothingOf(/disampaikan/);
    expect(await questions(stand)).toEqual([
      { number: 1, subject: 'weight', open: 1, answer: null },
      { number: 2, subject: 'pirt', open: 0, answer: 'belum ada, sedang diurus' },
    ]);
  });

  test('in another language than the visitor’s is marked, also when the fact is read later', async () => {
    const stand = await openStand();
    const joko = await stand.staffOf(MEN, channel, 'Pak Joko');
    const amy = stand.visitorOn(channel, 'Amy', { language: 'en' });
    await amy.says('are the tempeh chips halal?');
    await amy.hears(/don.t have|not known|would rather not guess/i);
    await amy.presses(/^Ask the staff about/);
    await joko.presses('Jawab');
    await joko.hears(/Apa jawabannya soal status halal/);
    await joko.says('Iya, sudah ada sertifikatnya dari bulan lalu');
    await amy.hears(/Iya, sudah ada sertifikatnya dari bulan lalu \(written in Indonesian\)/);
    await joko.presses('Simpan seterusnya');
    await amy.says('are the tempeh chips halal?');
    await amy.hears(/sertifikatnya dari bulan lalu \(written in Indonesian\)/);
  });

  test('is asked once only while it waits, and not by the dozen', async () => {
    const stand = await openStand();
    await stand.staffOf(MEN, channel, 'Pak Joko');
    const siti = stand.visitorOn(channel, 'Siti');
    await siti.says('keripik halal ga?');
    await siti.pressesTwice(/^Tanyakan .* ke petugas$/);
    await siti.hears(/Sudah saya tanyakan|masih menunggu/);
    expect(await questions(stand)).toHaveLength(1);
    for (const text of ['P-IRT keripik ada?', 'keripik expired kapan?', 'berat keripik berapa gram?']) {
      await siti.says(text);
      await siti.presses(/^Tanyakan .* ke petugas$/);
    }
    await siti.hears(/beberapa pertanyaan yang menunggu/);
    expect(await questions(stand)).toHaveLength(3);
  });

  test('about the stand goes to its keeper; where nobody is registered, that is said', async () => {
    const stand = await openStand();
    const siti = stand.visitorOn(channel, 'Siti');
    await siti.says('bayarnya gimana?');
    await siti.presses(/^Tanyakan .* ke petugas$/);
    await siti.hears(/belum ada petugas yang bisa saya tanyai/);
    const budi = await stand.keeper(channel);
    await siti.says('bayarnya gimana?');
    await siti.presses(/^Tanyakan .* ke petugas$/);
    await budi.hears(/Pertanyaan no. 1.*cara bayar/);
    await budi.quotes(/no. 1/, 'tunai saat diambil');
    await budi.hears(/Terima kasih, jawabannya sudah kami sampaikan\.$/);
    await siti.hears(/Jawaban petugas gerai soal cara bayar:\ntunai saat diambil/);
  });

  test('can be asked in the middle of an order, which goes on', async () => {
    const stand = await openStand();
    await stand.staffOf(MEN, channel, 'Pak Joko');
    const siti = stand.visitorOn(channel, 'Siti');
    await siti.says('keripik 2');
    await siti.presses('Lanjut pesan');
    await siti.presses('Sekarang');
    await siti.says('eh ini halal ga?');
    await siti.presses(/^Tanyakan .* ke petugas$/);
    await siti.hears(/Sudah saya tanyakan/, /atas nama siapa/);
    await siti.says('Siti');
    await siti.hears(/Nomor HP/);
  });
});
