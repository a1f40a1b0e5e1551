import { describe, test } from 'vitest';
import { openDialogue } from '../support/dialogue.ts';

describe('digressions', () => {
  test('hours, payment, a price and halal are asked on the way, and nothing is asked twice', async () => {
    const { siti, turn } = await openDialogue();
    await turn(siti.says('halo min'), {}, /Selamat datang/);
    await turn(siti.says('keripik tempe 2 ya'), { cart: 'keripik-tempe 2' });
    await turn(siti.says('lanjut'), { asked: 'pick-up' });
    await turn(siti.says('bukanya sampe jam brp?'), {}, /08\.00–15\.00/, /Mau diambil kapan/);
    await turn(siti.says('besok pagi deh'), { asked: 'name' });
    await turn(siti.says('bayarnya gmn, bisa qris?'), {}, /masih disepakati/, /atas nama siapa/);
    await turn(siti.says('Siti'), { asked: 'phone' });
    await turn(siti.says('emang nomer hp buat apa?'), {}, /Nomor HP/);
    await siti.hearsNothingOf(/belum menangkap/);
    await turn(siti.says('gantungan kunci brp harganya?'), {}, /Rp10\.000/, /Nomor HP/);
    await turn(siti.says('0812-9876-5432'), { asked: 'confirm' }, /\+6281298765432/);
    await turn(siti.says('ini halal kan?'), {}, /halal Keripik tempe/, /menunggu konfirmasi/);
    await turn(siti.says('totalnya jadi brp ya?'), {}, /Rp30\.000/);
    await turn(siti.says('oke pesan'), { cart: '', orders: ['Siti: keripik-tempe 2 ready'], asked: null });
  });

  test('a visitor who asks about everything before choosing which and how many', async () => {
    const { siti, turn } = await openDialogue('telegram');
    await turn(siti.says('mau beli kerajinan dong'), {}, /Kerajinan tangan yang mana/);
    await turn(siti.says('emang kerajinannya ada apa aja?'), {}, /Gantungan kunci/, /Miniatur kapal/);
    await turn(siti.says('kapal brp harganya'), {}, /Rp150\.000/);
    await turn(siti.says('yg kapal aja'), { asked: 'quantity' }, /Miniatur kapal/);
    await turn(siti.says('stoknya masih ada berapa?'), {}, /6 buah/, /Mau berapa/);
    await turn(siti.says('dibuatnya di mana sih?'), {}, /Lapas Kelas I Tangerang/, /Mau berapa/);
    await turn(siti.says('2'), { cart: 'kerajinan/miniatur-kapal 2', asked: null });
    await turn(siti.says('gerainya sebelah mana ya'), {}, /Ruang tunggu/i);
    await turn(siti.says('lanjut'), { asked: 'pick-up' });
    await turn(siti.says('sekarang'), { asked: 'name' });
    await turn(siti.says('toiletnya di mana?'), {}, /atas nama siapa/);
    await turn(siti.says('Siti'), { asked: 'phone' });
    await turn(siti.says('lewati'), { asked: 'confirm' });
    await turn(siti.says('ya'), {
      cart: '',
      orders: ['Siti: kerajinan/miniatur-kapal 2 ready'],
      asked: null,
    });
  });

  test('a passport, the post, an inmate, colours and a discount come up while a bag is ordered', async () => {
    const { siti, turn } = await openDialogue();
    await turn(siti.says('tas sulam pita 1'), { cart: 'tas-sulam-pita 1' });
    await turn(siti.says('checkout'), { asked: 'pick-up' }, /ke sini lagi hari apa/);
    await turn(siti.says('paspor saya udah jadi belum ya'), {}, /loket/, /ke sini lagi hari apa/);
    await turn(siti.says('bisa dikirim ke rumah ga?'), {}, /diambil sendiri/, /ke sini lagi hari apa/);
    await turn(siti.says('tgl 15 desember'), { asked: 'name' }, /atas nama siapa/);
    await turn(
      siti.says('yang bikin napi siapa namanya?'),
      {},
      /tidak bisa kami sampaikan/,
      /atas nama siapa/,
    );
    await turn(siti.says('Ratna'), { asked: 'phone' });
    await turn(siti.says('warnanya apa aja'), {}, /warna Tas sulam pita/, /Nomor HP/);
    await turn(siti.says('ga usah'), { asked: 'confirm' }, /Atas nama Ratna/);
    await turn(siti.says('kalo 2 dapet diskon ga?'), {}, /sama untuk semua/, /menunggu konfirmasi/);
    await turn(siti.says('sip'), { cart: '', orders: ['Ratna: tas-sulam-pita 1 new'], asked: null });
  });
});
