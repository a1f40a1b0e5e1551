import { describe, test } from 'vitest';
import { openDialogue } from '../support/dialogue.ts';

describe('corrections', () => {
  test('numbers put right within a sentence, in the cart and at the summary', async () => {
    const { siti, turn } = await openDialogue();
    await turn(siti.says('kak beli kripik tempe 2 bks ya eh 3 deh'), { cart: 'keripik-tempe 3' });
    await turn(siti.says('gantungan kunci 5, eh salah, 4 maksudnya'), {
      cart: 'keripik-tempe 3, kerajinan/gantungan-kunci 4',
    });
    await turn(siti.says('keripiknya kurangin 1 ya'), {
      cart: 'keripik-tempe 2, kerajinan/gantungan-kunci 4',
    });
    await turn(siti.says('udah cukup'), { asked: 'pick-up' });
    await turn(siti.says('sekarang.. eh besok aja deh'), { asked: 'name' });
    await turn(siti.says('atas nama Siti Nurhaliza'), { asked: 'phone' });
    await turn(siti.says('gausah'), { asked: 'confirm' }, /Kamis, 26 November/, /Atas nama Siti Nurhaliza/);
    await turn(siti.says('eh ganci nya 2 aja ding'), {
      cart: 'keripik-tempe 2, kerajinan/gantungan-kunci 2',
      asked: null,
    });
    await turn(siti.presses('Lanjut pesan'), { asked: 'confirm' });
    await turn(siti.says('ambilnya senin aja deh'), {}, /Senin, 30 November/);
    await turn(siti.says('oke lanjut'), {
      cart: '',
      orders: ['Siti Nurhaliza: keripik-tempe 2, kerajinan/gantungan-kunci 2 ready'],
      asked: null,
    });
  });

  test('one product for another, one taken out and put back, and all of it begun anew', async () => {
    const { siti, turn } = await openDialogue();
    await turn(siti.says('mau miniatur kapal 2 sama tas 1'), {
      cart: 'kerajinan/miniatur-kapal 2, tas-sulam-pita 1',
    });
    await turn(siti.says('kapalnya ganti keripik aja, 4 bungkus'), {
      cart: 'keripik-tempe 4, tas-sulam-pita 1',
    });
    await turn(siti.says('tasnya gausah, mahal'), { cart: 'keripik-tempe 4' });
    await turn(siti.says('eh tasnya jadi deh satu'), { cart: 'keripik-tempe 4, tas-sulam-pita 1' });
    await turn(siti.says('hapus keripiknya dong'), { cart: 'tas-sulam-pita 1' });
    await turn(siti.says('ulang dari awal ya'), { asked: 'clear-cart' }, /Kosongkan keranjang/);
    await turn(siti.presses('Ya, kosongkan'), { cart: '', asked: null }, /dikosongkan/);
    await turn(siti.says('gantungan kunci tiga biji'), { cart: 'kerajinan/gantungan-kunci 3' });
    await turn(siti.says('bukan 3, 1 aja'), { cart: 'kerajinan/gantungan-kunci 1' });
    await turn(siti.says('dah itu doang'), { asked: 'pick-up' });
    await turn(siti.says('ah semuanya ga jadi deh'), { asked: 'clear-cart' }, /Kosongkan keranjang/);
    await turn(siti.says('iya'), { cart: '', asked: null }, /dikosongkan/);
  });

  test('“ga jadi” at the summary orders nothing, and the order that follows is cancelled', async () => {
    const { siti, turn } = await openDialogue('telegram');
    await turn(siti.says('keripik 3 bungkus'), { cart: 'keripik-tempe 3' });
    await turn(siti.says('checkout ya'), { asked: 'pick-up' });
    await turn(siti.says('skrg'), { asked: 'name' });
    await turn(siti.presses('Siti'), { asked: 'phone' });
    await turn(siti.says('skip'), { asked: 'confirm' });
    await turn(siti.says('ga jadi'), { asked: null }, /belum dipesan/);
    await turn(siti.says('tambah gantungan kunci 2'), {
      cart: 'keripik-tempe 3, kerajinan/gantungan-kunci 2',
    });
    await turn(siti.presses('Lanjut pesan'), { asked: 'confirm' });
    await turn(siti.says('bukan, keripiknya 5 bukan 3'), {
      cart: 'keripik-tempe 5, kerajinan/gantungan-kunci 2',
      asked: null,
    });
    await turn(siti.says('yaudah lanjut pesan'), { asked: 'confirm' });
    await turn(siti.says('y'), {
      cart: '',
      orders: ['Siti: keripik-tempe 5, kerajinan/gantungan-kunci 2 ready'],
      asked: null,
    });
    await turn(siti.says('eh ga jadi, batalin pesanannya'), { asked: 'cancel' }, /^Batalkan .* dari pesanan/);
    await turn(siti.says('iya batalin'), {
      orders: ['Siti: keripik-tempe 5, kerajinan/gantungan-kunci 2 cancelled'],
      asked: null,
    });
  });
});
