import { describe, expect, test } from 'vitest';
import { CODE, orders } from '../scripts/ordering.ts';
import { openDialogue } from '../support/dialogue.ts';

const MEN = 'lapas-kelas-1-tangerang';
const HOUR = 3_600_000;

describe('people', () => {
  test('one of the staff takes the chat, the bot keeps silent, and takes the order when it has the chat again', async () => {
    const { stand, siti, turn } = await openDialogue();
    const joko = await stand.staffOf(MEN, 'web', 'Pak Joko');
    await turn(
      siti.says('kak ini yg bales bot ya? bisa ngobrol sama orang beneran ga'),
      {},
      /petugas sudah saya kabari/,
    );
    await joko.hears(/orang beneran/);
    await turn(siti.says('sambil nunggu, keripiknya 2 dulu deh'), { cart: 'keripik-tempe 2' });
    await turn(joko.presses('Balas pengunjung'), { owner: 'Pak Joko' }, /mengobrol dengan Pak Joko/);
    await turn(siti.says('pak saya mau gantungan kunci 3 buat oleh2, bisa dibungkus kado ga?'));
    expect(await siti.heard()).toEqual([]);
    await joko.hears(/dibungkus kado/);
    await turn(joko.says('Bisa bu, pakai pita. Keripiknya jadi 2?'), {}, /Pak Joko\nBisa bu, pakai pita/);
    await turn(siti.says('ya'));
    await turn(siti.says('eh keripiknya ga jadi deh'));
    expect(await siti.heard()).toEqual([]);
    await turn(joko.presses('Selesai'), { owner: null }, /Pak Joko sudah selesai/);
    await turn(siti.says('oke kak, tambah gantungan kunci 3 ya'), {
      cart: 'keripik-tempe 2, kerajinan/gantungan-kunci 3',
    });
    await turn(siti.says('cukup, lanjut'), { asked: 'pick-up' });
    await turn(siti.says('sekarang aja'), { asked: 'name' });
    await turn(siti.says('atas nama Siti'), { asked: 'phone' });
    await turn(siti.says('gausah'), { asked: 'confirm' }, /Ringkasan pesanan/);
    await turn(siti.says('udah bener'), {
      cart: '',
      orders: ['Siti: keripik-tempe 2, kerajinan/gantungan-kunci 3 ready'],
      asked: null,
    });
  });

  test('the visitor goes back to the bot by the button, and later an hour passes in silence', async () => {
    const { stand, siti, turn } = await openDialogue('telegram');
    const budi = await stand.keeper('telegram', 'Pak Budi');
    await turn(siti.says('tasnya 1 ya'), { cart: 'tas-sulam-pita 1' });
    await turn(siti.says('lanjut'), { asked: 'pick-up' }, /hari apa\?/);
    await turn(siti.says('bentar, mau nanya langsung ke petugasnya bisa?'), {}, /petugas sudah saya kabari/);
    await turn(budi.presses('Balas pengunjung'), { owner: 'Pak Budi' });
    await turn(siti.says('pak, tanggal 15 desember saya masih di bali'));
    await turn(budi.says('Tidak apa-apa bu, tasnya kami simpan'), {}, /tasnya kami simpan/);
    await turn(siti.presses('Kembali ke asisten'), { owner: null }, /kita lanjutkan/, /hari apa\?/);
    await turn(siti.says('kabarin aja kalo udah jadi'), { asked: 'name' });
    await turn(siti.says('Siti'), { asked: 'phone' });
    await turn(siti.says('tolong panggilin petugasnya lagi dong'), {}, /petugas sudah saya kabari/);
    await turn(budi.presses('Balas pengunjung'), { owner: 'Pak Budi' });
    await turn(stand.passes(HOUR + 60_000), { owner: null });
    await turn(
      siti.says('0812 3456 7890'),
      { asked: 'confirm' },
      /Pak Budi sudah tidak di obrolan ini/,
      /\+6281234567890/,
    );
    await turn(siti.presses('Ya, pesan'), {
      cart: '',
      orders: ['Siti: tas-sulam-pita 1 new'],
      asked: null,
    });
  });

  test('chips that were collected are complained about, and what the staff answer the next visitor hears at once', async () => {
    const { stand, siti, turn } = await openDialogue();
    const budi = await stand.keeper('web', 'Pak Budi');
    const joko = await stand.staffOf(MEN, 'web', 'Pak Joko');
    const code = await orders(siti, 'kripik tempe 3 bungkus');
    await turn(budi.says(code), { orders: ['Siti: keripik-tempe 3 ready'] });
    await turn(
      budi.presses(/^Serahkan/),
      { orders: ['Siti: keripik-tempe 3 collected'] },
      /Terima kasih sudah mengambil 3 × Keripik tempe/,
    );
    await turn(
      siti.says('kak keripiknya kok melempem semua ya, kecewa bgt'),
      {},
      new RegExp(`Mohon maaf.*${code}`),
    );
    await joko.hears(new RegExp(`Keluhan dari Siti soal pesanan ${code}`), /melempem/);
    await turn(joko.presses('Balas pengunjung'), { owner: 'Pak Joko' });
    await turn(siti.says('saya beli 3 bungkus loh pak, semuanya gitu'));
    await turn(joko.says('Mohon maaf bu, besok kami ganti 3 bungkus'), {}, /besok kami ganti/);
    await turn(joko.presses('Selesai'), { owner: null }, /Pak Joko sudah selesai/);
    await turn(siti.says('makasih ya. btw keripiknya tahan brp lama sih?'), {}, /belum punya keterangan/);
    await turn(siti.presses(/^Tanyakan .* ke petugas$/), {}, /Sudah saya tanyakan/);
    await turn(
      joko.quotes(/Pertanyaan no. 1/, '3 bulan asal belum dibuka'),
      {},
      /Jawaban petugas Lapas Kelas I Tangerang/,
      /3 bulan asal belum dibuka/,
    );
    await turn(joko.presses('Simpan 30 hari'));
    const andi = stand.visitorOn('web', 'Andi');
    await turn(andi.says('bang kripik tempe expirednya kapan'));
    await andi.hears(/3 bulan asal belum dibuka/);
    await turn(siti.says('pesanan saya mana?'), {}, CODE);
  });
});
