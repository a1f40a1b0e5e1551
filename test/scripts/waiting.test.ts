import { describe, expect, test } from 'vitest';
import { openStand, type Stand } from '../support/stand.ts';
import { orders } from './ordering.ts';

const WOMEN = 'lapas-perempuan-2a-tangerang';
const MEN = 'lapas-kelas-1-tangerang';

/** How each part stands, what was told of it, and who took its steps. */
async function parts(stand: Stand) {
  return stand.rows<{ state: string; told: string | null }>(
    'SELECT state, told FROM fulfilments ORDER BY id',
  );
}

async function toldAbout(stand: Stand, what: string): Promise<number> {
  return stand.count(`SELECT count(*) FROM outbox WHERE key LIKE 'part % ${what}.%'`);
}

describe.each(['telegram', 'web'] as const)('nothing waits in silence on %s', (channel) => {
  test('an unanswered part: the unit is told again, then the admins and the visitor, then it ends', async () => {
    const stand = await openStand();
    const rina = await stand.staffOf(WOMEN, channel);
    const sari = await stand.admin(channel);
    const siti = stand.visitorOn(channel, 'Siti');
    const code = await orders(siti, 'tas 1');
    await siti.hears(
      /Lapas Perempuan Kelas IIA Tangerang menjawab paling lambat besok, Kamis, 26 November pukul 11\.00/,
    );
    await rina.says('/pesanan');
    await stand.passesTo('2026-11-25T13:30');
    await rina.hearsNothingOf(/masih menunggu jawaban/);
    await stand.passesTo('2026-11-25T14:10');
    const again = await rina.hears(new RegExp(`${code} dari Siti untuk .* masih menunggu jawaban`));
    expect(again.labels).toEqual(['Terima', 'Tolak']);
    await sari.hearsNothingOf(new RegExp(code));
    await siti.hearsNothingOf(/belum sempat dijawab/);
    expect(await parts(stand)).toEqual([{ state: 'new', told: 'remind' }]);

    await stand.passesTo('2026-11-26T11:10');
    await siti.hears(new RegExp(`pesanan ${code} .* belum sempat dijawab Lapas Perempuan`));
    const helpless = await sari.hears(new RegExp(`${code} dari Siti belum juga dijawab`));
    expect(helpless.labels).toEqual(['Terima', 'Tolak']);
    expect(await parts(stand)).toEqual([{ state: 'new', told: 'escalate' }]);

    await stand.passesTo('2026-11-30T08:10');
    await siti.hears(new RegExp(`sampai batas waktunya .* belum menjawab pesanan ${code}`), /Pesan lagi/);
    await rina.hears(new RegExp(`Pesanan ${code} \\(Siti\\) tidak terjawab`));
    expect(await parts(stand)).toEqual([{ state: 'expired', told: null }]);
    expect(await stand.rows('SELECT actor, to_state FROM fulfilment_steps ORDER BY id DESC LIMIT 1')).toEqual(
      [{ actor: null, to_state: 'expired' }],
    );

    await rina.presses('Terima');
    await rina.hears(/Waktunya sudah habis/);
    await siti.presses('Pesan lagi');
    await siti.hears(/1 × Tas sulam pita/);
    await stand.passesTo('2026-12-20T10:00');
    expect(await parts(stand)).toEqual([{ state: 'expired', told: null }]);
  });

  test('whoever answers in time hears nothing more', async () => {
    const stand = await openStand();
    const rina = await stand.staffOf(WOMEN, channel);
    const siti = stand.visitorOn(channel, 'Siti');
    await orders(siti, 'tas 1');
    await rina.presses('Terima');
    await rina.says('11 desember');
    await stand.passesTo('2026-12-10T10:00');
    await rina.hearsNothingOf(/masih menunggu/);
    await siti.hearsNothingOf(/belum sempat/);
    expect(await parts(stand)).toEqual([{ state: 'accepted', told: null }]);
    expect(await stand.count("SELECT count(*) FROM inbox WHERE key LIKE 'deadline %'")).toBe(0);
  });

  test('an offer: its visitor is told again and can take it there, then the admins; then it lapses', async () => {
    const stand = await openStand();
    const joko = await stand.staffOf(MEN, channel, 'Pak Joko');
    const sari = await stand.admin(channel);
    const siti = stand.visitorOn(channel, 'Siti');
    const ali = stand.visitorOn(channel, 'Ali');
    for (const [visitor, wish] of [
      [siti, 'paving 200'],
      [ali, 'batako 100'],
    ] as const) {
      await orders(visitor, wish);
      await joko.presses('Beri harga');
      await joko.says('1,5 juta');
      await joko.says('senin');
      await joko.says('3 hari');
    }
    // The workshop is open from 8.30 to 14.00.
    await stand.passesTo('2026-11-26T08:40');
    await siti.hears(/masih menunggu jawaban Anda/, /Harga seluruhnya: Rp1\.500\.000/);
    await siti.presses(/^Terima penawaran/);
    await siti.hears(/penawarannya diterima/);
    await stand.passesTo('2026-11-26T13:00');
    await sari.hears(/Penawaran Lapas Kelas I Tangerang untuk .* belum dijawab pemesannya: 100 × Batako/);
    await sari.hearsNothingOf(/200 × Paving/);
    await stand.passesTo('2026-11-30T09:00');
    await ali.hears(/sudah lewat masa berlakunya/, /Pesan lagi/);
    await joko.hears(/lewat masa berlakunya tanpa jawaban/);
    expect((await parts(stand)).map(({ state }) => state)).toEqual(['accepted', 'expired']);
  });

  test('goods that nobody collects: the visitor is called once, then they go back to the stock', async () => {
    const stand = await openStand();
    const joko = await stand.staffOf(MEN, channel, 'Pak Joko');
    const budi = await stand.keeper(channel);
    const siti = stand.visitorOn(channel, 'Siti');
    const code = await orders(siti, 'keripik 3');
    expect(await stand.count('SELECT allocated FROM stock WHERE variant_id = 1')).toBe(3);
    await stand.passesTo('2026-11-27T10:10');
    await siti.hears(
      new RegExp(`${code}.* masih menunggu Anda`),
      /paling lambat .*Senin, 30 November pukul 08\.00/,
    );
    await stand.passesTo('2026-11-29T20:00');
    expect((await parts(stand)).map(({ state }) => state)).toEqual(['ready']);
    await stand.passesTo('2026-11-30T08:10');
    await siti.hears(new RegExp(`${code} .*tidak diambil sampai batas waktunya`), /Pesan lagi/);
    await joko.hears(/Barangnya kembali ke stok gerai/);
    await budi.hears(/Barangnya kembali ke stok gerai/);
    expect(await parts(stand)).toEqual([{ state: 'expired', told: null }]);
    expect(await stand.rows('SELECT on_hand, allocated FROM stock WHERE variant_id = 1')).toEqual([
      { on_hand: 40, allocated: 0 },
    ]);
    expect(await toldAbout(stand, 'last-call')).toBe(1);
    await budi.says(code);
    await budi.hears(/sudah ditutup, tidak ada yang diserahkan/);
  });

  test('what is paid for does not end: the keepers are told', async () => {
    const stand = await openStand();
    const budi = await stand.keeper(channel);
    const siti = stand.visitorOn(channel, 'Siti');
    const code = await orders(siti, 'keripik 3');
    await budi.says(code);
    await budi.presses('Lunas tunai');
    await stand.passesTo('2026-11-27T10:10');
    await siti.hears(/sudah dibayar. Mohon diambil/);
    await stand.passesTo('2026-12-20T10:00');
    await budi.hears(new RegExp(`${code} \\(Siti\\) sudah dibayar, tetapi belum diambil`));
    expect(await parts(stand)).toEqual([{ state: 'ready', told: 'escalate' }]);
    expect(await stand.count('SELECT allocated FROM stock WHERE variant_id = 1')).toBe(3);
  });

  test('a question: whoever was asked is told again, then the admins, and the visitor that it takes longer', async () => {
    const stand = await openStand();
    const rina = await stand.staffOf(WOMEN, channel);
    const sari = await stand.admin(channel);
    const siti = stand.visitorOn(channel, 'Siti');
    await siti.says('tas sulam pita ukurannya berapa?');
    await siti.presses(/^Tanya/);
    await stand.passesTo('2026-11-25T14:10');
    await rina.hears(/Pertanyaan nomor 1 tentang .* masih menunggu jawaban/);
    await stand.passesTo('2026-11-26T11:10');
    await sari.hears(/Pertanyaan nomor 1 .* belum juga dijawab Lapas Perempuan/);
    await siti.hears(/belum sempat dijawab petugas/);
    await stand.passesTo('2026-12-20T10:00');
    expect(await stand.rows('SELECT open, told, due_at FROM questions')).toEqual([
      { open: 1, told: 'escalate', due_at: null },
    ]);
    await sari.presses('Jawab');
    await sari.says('Panjangnya 30 cm');
    await siti.hears(/Panjangnya 30 cm/);
  });

  test('a machine that slept says what still makes sense, and not all that it missed', async () => {
    const stand = await openStand();
    const rina = await stand.staffOf(WOMEN, channel);
    const sari = await stand.admin(channel);
    const siti = stand.visitorOn(channel, 'Siti');
    const code = await orders(siti, 'tas 1');
    await orders(siti, 'keripik 1');
    await rina.says('/pesanan');
    await stand.passesTo('2026-12-08T10:00');
    const heard = (await siti.heard())
      .map(({ text }) => text)
      .filter((text) => /belum sempat|masih menunggu Anda|kami tutup\. Kalau/.test(text));
    expect(heard).toHaveLength(2);
    await siti.hears(new RegExp(`${code} .*belum sempat dijawab`), /masih menunggu Anda/);
    await rina.hears(/masih menunggu jawaban/);
    await sari.hears(/belum juga dijawab/);
    // Nothing ended unheard, and now there is time to act.
    expect((await parts(stand)).map(({ state }) => state)).toEqual(['new', 'ready']);
    await rina.presses('Terima');
    await rina.says('11 desember');
    await siti.hears(/diterima/);
    await stand.passesTo('2026-12-09T10:00');
    expect((await parts(stand)).map(({ state }) => state)).toEqual(['accepted', 'expired']);
  });

  test('an admin notes days off and changes the waits, in words; others cannot', async () => {
    const stand = await openStand();
    const sari = await stand.admin(channel);
    const rina = await stand.staffOf(WOMEN, channel);
    const siti = stand.visitorOn(channel, 'Siti');
    await sari.says('libur 26-27 november');
    await sari.hears(/gerai libur: besok, Kamis, 26 November sampai Jumat, 27 November/);
    expect(await stand.rows('SELECT * FROM days_off ORDER BY day')).toEqual([
      { day: '2026-11-26', closed: 1 },
      { day: '2026-11-27', closed: 1 },
    ]);
    await orders(siti, 'tas 1');
    await siti.hears(/paling lambat Senin, 30 November pukul 11\.00/);
    await siti.says('besok buka?');
    await siti.hears(/tutup/i);
    await sari.says('buka 27 november');
    await sari.hears(/tidak libur: Jumat, 27 November/);
    await sari.says('libur kemarin');
    await sari.says('libur 1 desember sampai 30 november 2027');
    await sari.hears(/Paling banyak 31 hari/);
    await siti.says('libur 30 november');
    await rina.says('libur 30 november');
    expect(await stand.rows('SELECT * FROM days_off WHERE closed = 1')).toEqual([
      { day: '2026-11-26', closed: 1 },
    ]);
    await sari.says('/admin');
    await sari.presses('Hari libur');
    await sari.hears(/Besok, Kamis, 26 November/, /Jumat, 25 Desember/);

    await sari.says('/admin');
    await sari.presses('Batas waktu');
    await sari.presses(/^Diingatkan/);
    for (const [said, answer] of [
      ['segera', /belum terbaca/],
      ['0', /1 sampai 720/],
      ['99999', /1 sampai 720/],
      ['1', /Sudah diubah\. Diingatkan: 1 jam kerja/],
    ] as const) {
      await sari.says(said);
      await sari.hears(answer);
    }
    expect(await stand.count('SELECT remind_hours FROM stands')).toBe(1);
    // It holds for what waits already.
    await stand.passesTo('2026-11-25T11:10');
    await rina.hears(/masih menunggu jawaban/);
  });

  test('a visitor whom nothing reaches is called by the keeper, who reads what to say', async () => {
    const stand = await openStand();
    const budi = await stand.keeper(channel);
    const siti = stand.visitorOn('telegram', 'Siti');
    const code = await orders(siti, 'keripik 3');
    await siti.telegram?.blocks();
    await stand.passesTo('2026-11-30T08:10');
    await stand.passesTo('2026-12-01T08:10');
    await budi.says('/tugas');
    await budi.hears(
      new RegExp(`${code} · Siti`),
      /Sampaikan: Lapas Kelas I Tangerang – berakhir karena lewat waktu/,
    );
    expect(await stand.count('SELECT count(*) FROM tasks')).toBe(1);
  });
});

test('deadlines hold on a remote database, too', async () => {
  const stand = await openStand({ database: 'hrana' });
  const rina = await stand.staffOf(WOMEN, 'telegram');
  const siti = stand.visitorOn('telegram', 'Siti');
  await orders(siti, 'tas 1');
  await stand.passesTo('2026-11-25T14:10');
  await rina.hears(/masih menunggu jawaban/);
  await stand.passesTo('2026-11-30T08:10');
  await stand.passesTo('2026-12-01T08:10');
  await siti.hears(/belum menjawab pesanan/);
  expect(await parts(stand)).toEqual([{ state: 'expired', told: null }]);
});
