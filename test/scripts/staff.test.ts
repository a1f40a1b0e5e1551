import { describe, expect, test } from 'vitest';
import { FORGEABLE_CHANNELS, openStand, STAND_CHANNELS, type Stand } from '../support/stand.ts';
import { orders } from './ordering.ts';

const WOMEN = 'lapas-perempuan-2a-tangerang';
const MEN = 'lapas-kelas-1-tangerang';

async function states(stand: Stand): Promise<string[]> {
  const rows = await stand.rows<{ state: string }>('SELECT state FROM fulfilments ORDER BY id');
  return rows.map(({ state }) => state);
}

/** Who took each step, by the name of their invitation. */
function steps(stand: Stand) {
  return stand.rows(
    `SELECT s.from_state AS "from", s.to_state AS "to", r.name AS by
     FROM fulfilment_steps s LEFT JOIN roles r ON r.address_id = s.actor ORDER BY s.id`,
  );
}

describe.each(STAND_CHANNELS)('the staff of a unit on %s', (channel) => {
  test('join by an invitation that opens once, for two days', async () => {
    const stand = await openStand();
    const code = await stand.invitation('staff', 'Bu Rina', WOMEN);
    const rina = stand.visitorOn(channel, 'Rina');
    await rina.opens(code);
    await rina.hears(/Selamat bergabung, Bu Rina!/, /petugas Lapas Perempuan Kelas IIA Tangerang/);
    await rina.opens(code);
    await rina.hears(/sudah terdaftar/);
    const thief = stand.visitorOn(channel, 'Maling');
    await thief.opens(code);
    await thief.hears(/sudah dipakai/);
    await thief.opens('inv_0123456789abcdef01234567');
    await thief.hears(/tidak kami kenal/);
    const late = await stand.invitation('staff', 'Bu Dewi', WOMEN);
    await stand.passes(49 * 3_600_000);
    await thief.opens(late);
    await thief.hears(/lewat masa berlakunya/);
    expect(await stand.rows('SELECT role, name FROM roles')).toEqual([{ role: 'staff', name: 'Bu Rina' }]);
    expect(JSON.stringify(await stand.rows('SELECT * FROM invitations'))).not.toContain(code);
  });

  test('hear of a new part at once, and those of other units do not', async () => {
    const stand = await openStand();
    const rina = await stand.staffOf(WOMEN, channel);
    const joko = await stand.staffOf(MEN, channel, 'Pak Joko');
    const siti = stand.visitorOn(channel, 'Siti');
    const code = await orders(siti, 'tas 2', 'Siti Aminah');
    const notice = await rina.hears(new RegExp(`Pesanan baru ${code} dari Siti untuk Lapas Perempuan`));
    expect(notice.text).not.toContain('Aminah');
    expect(notice.text).toContain('2 × Tas sulam pita');
    expect(notice.labels).toEqual(['Terima', 'Tolak']);
    await joko.hearsNothingOf(new RegExp(code));
    const shared = await orders(siti, 'tas 1, batako 100');
    await rina.hears(new RegExp(shared));
    await joko.hears(new RegExp(`${shared}.*Lapas Kelas I Tangerang\\n• 100 × Batako`));
    await rina.hearsNothingOf(/Batako/);
    await joko.hearsNothingOf(/Tas sulam/);
  });

  test('are informed of stand stock, and not asked', async () => {
    const stand = await openStand();
    const joko = await stand.staffOf(MEN, channel, 'Pak Joko');
    await orders(stand.visitorOn(channel, 'Siti'), 'keripik 2');
    const notice = await joko.hears(/Sekadar info, tidak perlu dijawab/, /2 × Keripik tempe/);
    expect(notice.labels).toEqual([]);
    expect(await states(stand)).toEqual(['ready']);
  });

  test('accept with a day, make, and the keeper says when it is there: the visitor hears of each', async () => {
    const stand = await openStand();
    const rina = await stand.staffOf(WOMEN, channel);
    const budi = await stand.keeper(channel);
    const siti = stand.visitorOn(channel, 'Siti');
    const code = await orders(siti, 'tas 1');
    await rina.presses('Terima');
    await rina.hears(/Kapan bisa diambil\?/);
    await rina.says('sabtu 12 desember');
    await rina.hears(/tutup pada hari itu/);
    await rina.says('11 desember');
    await rina.hears(new RegExp(`Pesanan ${code} diterima. Siap: Jumat, 11 Desember`));
    await siti.hears(/diterima/, /Perkiraan siap: Jumat, 11 Desember/, /Tempat ambil: Gerai di ruang tunggu/);
    await rina.presses('Selesai dibuat');
    await rina.hears(/selesai dibuat. Petugas gerai kami kabari/);
    await budi.hears(new RegExp(`${code}.*akan diantar ke Gerai di ruang tunggu`));
    expect(await states(stand)).toEqual(['made']);
    await stand.passesTo('2026-12-11T09:00');
    // WhatsApp would carry a template only to somebody who has not written for a day.
    await siti.says('jam buka gerai?');
    await budi.presses('Sudah tiba dan siap');
    await siti.hears(
      new RegExp(`Pesanan ${code} siap diambil!`),
      /hari ini, Jumat, 11 Desember, 08\.00–15\.00/,
    );
    expect(await steps(stand)).toEqual([
      { from: null, to: 'new', by: null },
      { from: 'new', to: 'accepted', by: 'Bu Rina' },
      { from: 'accepted', to: 'made', by: 'Bu Rina' },
      { from: 'made', to: 'ready', by: 'Pak Budi' },
    ]);
  });

  test('reject with a reason, or in words of their own', async () => {
    const stand = await openStand();
    const rina = await stand.staffOf(WOMEN, channel);
    const siti = stand.visitorOn(channel, 'Siti');
    await orders(siti, 'tas 1');
    await rina.presses('Tolak');
    await rina.hears(/Apa alasannya\?/);
    await rina.presses('Bahan tidak ada');
    await rina.hears(/ditolak/);
    await siti.hears(/Mohon maaf.*karena bahannya sedang tidak ada/);
    const code = await orders(siti, 'tas 2');
    await rina.hears(new RegExp(code));
    await rina.presses('Tolak');
    await rina.presses('Alasan lain');
    await rina.says('Mesin jahitnya sedang diperbaiki sampai bulan depan');
    await siti.hears(/Kata petugasnya: “Mesin jahitnya sedang diperbaiki sampai bulan depan”/);
    expect(await states(stand)).toEqual(['rejected', 'rejected']);
  });

  test('quote: the visitor accepts one and declines another', async () => {
    const stand = await openStand();
    const joko = await stand.staffOf(MEN, channel, 'Pak Joko');
    const siti = stand.visitorOn(channel, 'Siti');
    const code = await orders(siti, 'paving 200');
    await joko.presses('Beri harga');
    await joko.says('empat ribu');
    await joko.hears(/belum terbaca/);
    await joko.says('1,5 juta');
    await joko.presses('Senin, 30 November');
    await joko.presses('7 hari');
    await joko.hears(/Penawaran Rp1\.500\.000/);
    await siti.hears(new RegExp(`Penawaran untuk pesanan ${code}`), /Harga seluruhnya: Rp1\.500\.000/);
    await siti.presses('Terima penawaran (Lapas Kelas I Tangerang)');
    await siti.hears(/penawarannya diterima/, /Jumlah: Rp1\.500\.000/);
    await joko.hears(/diterima: 200 × Paving block. Silakan dikerjakan/);
    expect(await states(stand)).toEqual(['accepted']);

    const second = await orders(siti, 'batako 100');
    await joko.hears(new RegExp(`Pesanan baru ${second}`));
    await joko.presses('Beri harga');
    await joko.says('Rp 400.000');
    await joko.says('besok');
    await joko.says('3 hari');
    const decline = await siti.hears(/Penawaran untuk pesanan/).then(() => siti.choiceOf(/^Tolak penawaran/));
    await siti.presses(/^Tolak penawaran/);
    await siti.hears(new RegExp(`penawaran untuk pesanan ${second} ditolak`));
    await joko.hears(/ditolak pemesannya/);
    await siti.chooses(decline.replace('decline', 'take'));
    await siti.hears(/sudah tidak bisa/);
    expect(await states(stand)).toEqual(['accepted', 'cancelled']);
  });

  test('a quote that has run out is not taken any more', async () => {
    const stand = await openStand();
    const joko = await stand.staffOf(MEN, channel, 'Pak Joko');
    const siti = stand.visitorOn(channel, 'Siti');
    await orders(siti, 'paving 200');
    await joko.presses('Beri harga');
    await joko.says('1,5 juta');
    await joko.says('senin');
    await joko.presses('3 hari');
    await siti.hears(/Penawaran/);
    await stand.passesTo('2026-11-29T08:00');
    await siti.presses(/^Terima penawaran/);
    await siti.hears(/sudah tidak berlaku/);
    expect(await states(stand)).toEqual(['quoted']);
  });

  test('a second press, a late one and a colleague’s are told what happened and by whom', async () => {
    const stand = await openStand();
    const rina = await stand.staffOf(WOMEN, channel);
    const dewi = await stand.staffOf(WOMEN, channel, 'Bu Dewi');
    await orders(stand.visitorOn(channel, 'Siti'), 'tas 1');
    await dewi.hears(/Pesanan baru/);
    const accept = rina.choiceOf('Terima');
    await rina.presses('Terima');
    await rina.says('11 desember');
    await rina.hears(/diterima/);
    await dewi.presses('Terima');
    await dewi.hears(/Sudah diterima oleh Bu Rina pukul 10\.00/);
    await rina.chooses(accept);
    await rina.hears(/Sudah diterima oleh Bu Rina/);
    const beside = stand.telegram.log.filter(({ method }) => /answerCallbackQuery/i.test(method)).at(-1);
    if (channel === 'telegram') expect(beside?.params.text).toMatch(/Sudah diterima oleh Bu Rina/);
    expect(await stand.rows('SELECT state, ready_day FROM fulfilments')).toEqual([
      { state: 'accepted', ready_day: '2026-12-11' },
    ]);
  });

  test('an old card rejects nothing that a colleague has accepted', async () => {
    const stand = await openStand();
    const rina = await stand.staffOf(WOMEN, channel);
    const dewi = await stand.staffOf(WOMEN, channel, 'Bu Dewi');
    await orders(stand.visitorOn(channel, 'Siti'), 'tas 1');
    await dewi.hears(/Pesanan baru/);
    await rina.presses('Terima');
    await rina.says('11 desember');
    await rina.hears(/diterima/);
    await dewi.presses('Tolak');
    await dewi.hears(/Sudah diterima oleh Bu Rina/);
    expect(await states(stand)).toEqual(['accepted']);
    await dewi.presses('Tolak');
    await dewi.presses('Bengkel sedang penuh');
    expect(await states(stand)).toEqual(['rejected']);
  });

  test('both at the same moment: one is first', async () => {
    const stand = await openStand();
    const rina = await stand.staffOf(WOMEN, channel);
    const dewi = await stand.staffOf(WOMEN, channel, 'Bu Dewi');
    await orders(stand.visitorOn(channel, 'Siti'), 'tas 1');
    await rina.presses('Terima');
    await dewi.presses('Terima');
    await dewi.hears(/Kapan bisa diambil/);
    await Promise.all([rina.says('11 desember'), dewi.says('14 desember')]);
    const said = [...(await rina.heard()), ...(await dewi.heard())].map(({ text }) => text).join('\n');
    expect(said).toMatch(/Sudah diterima oleh Bu (Rina|Dewi) pukul/);
    expect(await stand.count('SELECT count(*) FROM fulfilment_steps')).toBe(2);
  });

  test('/pesanan lists what is open, and a number opens it', async () => {
    const stand = await openStand();
    const rina = await stand.staffOf(WOMEN, channel);
    await rina.says('/pesanan');
    await rina.hears(/Tidak ada pesanan yang menunggu/);
    const first = await orders(stand.visitorOn(channel, 'Siti'), 'tas 1');
    const second = await orders(stand.visitorOn(channel, 'Ali'), 'tas 2');
    await rina.says('/pesanan');
    const list = await rina.hears(/Menunggu jawaban/);
    // Under a number the name has a line of its own.
    expect(list.text).toMatch(new RegExp(`${first} · (Siti: )?1 × Tas sulam pita(\\n +Siti)?\\n`));
    expect(list.text).toMatch(new RegExp(`${second} · (Ali: )?2 × Tas sulam pita(\\n +Ali)?$`));
    await rina.says('2');
    await rina.hears(new RegExp(`${second} · Ali`));
    await rina.presses('Terima');
    await rina.hears(new RegExp(`${second}.*\\nKapan bisa diambil`));
  });

  test('a word that several notices offer is asked about', async () => {
    const stand = await openStand();
    const rina = await stand.staffOf(WOMEN, channel);
    const first = await orders(stand.visitorOn(channel, 'Siti'), 'tas 1');
    const second = await orders(stand.visitorOn(channel, 'Ali'), 'tas 2');
    await rina.says('terima');
    await rina.hears(/Untuk pesanan yang mana\?/);
    const text = JSON.stringify(await rina.heard());
    expect(text).toContain(first);
    expect(text).toContain(second);
    await rina.quotes(new RegExp(`Pesanan baru ${first}`), 'terima');
    await rina.hears(new RegExp(`${first}.*\\nKapan bisa diambil`));
  });

  test('see the phone number on a tap, which is recorded', async () => {
    const stand = await openStand();
    const rina = await stand.staffOf(WOMEN, channel);
    const siti = stand.visitorOn(channel, 'Siti');
    await siti.says('tas 1');
    await siti.presses('Lanjut pesan');
    await siti.says('kabari aja');
    await siti.says('Siti');
    await siti.says('081234567890');
    await siti.presses('Ya, pesan');
    expect((await rina.hears(/Pesanan baru/)).text).not.toContain('81234567890');
    await rina.presses('Nomor pemesan');
    await rina.hears(/\+6281234567890/);
    expect(await stand.count(`SELECT count(*) FROM audit WHERE what = 'see-phone'`)).toBe(1);
  });

  test('shop too: what answers no notice goes to the shop', async () => {
    const stand = await openStand();
    const rina = await stand.staffOf(WOMEN, channel);
    await rina.says('keripik 1');
    await rina.hears(/1 × Keripik tempe/);
  });
});

describe.each(FORGEABLE_CHANNELS)('a forged button on %s', (channel) => {
  test('does not let staff answer for another unit', async () => {
    const stand = await openStand();
    const rina = await stand.staffOf(WOMEN, channel);
    const joko = await stand.staffOf(MEN, channel, 'Pak Joko');
    const siti = stand.visitorOn(channel, 'Siti');
    await orders(siti, 'tas 1');
    await rina.hears(/Pesanan baru/);
    const accept = rina.choiceOf('Terima');
    for (const other of [joko, siti]) {
      await other.chooses(accept);
      await other.hears(/hanya untuk petugas yang menanganinya/);
    }
    expect(await states(stand)).toEqual(['new']);
  });
});
