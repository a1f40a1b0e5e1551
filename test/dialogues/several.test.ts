import { describe, test } from 'vitest';
import { openDialogue } from '../support/dialogue.ts';

describe('several things in one message', () => {
  test('a greeting, a question and an order; two questions; three products; the name with going on; thanks and a question', async () => {
    const { siti, turn } = await openDialogue();
    await turn(
      siti.says('halo kak, kripiknya halal ga? kalo gantungan kunci 2 ya'),
      { cart: 'kerajinan/gantungan-kunci 2' },
      /halal Keripik tempe/,
    );
    await turn(siti.says('gantungannya bahannya apa trus ukurannya segimana?'), {}, /bahan/, /ukuran/);
    await turn(siti.says('oke. keripik 2 tas 1 sama paving 50 biji sekalian'), {
      cart: 'keripik-tempe 2, kerajinan/gantungan-kunci 2, paving-block 50, tas-sulam-pita 1',
    });
    await turn(
      siti.says('bukanya jam brp dan tempatnya di mana ya?'),
      {},
      /08\.00–15\.00/,
      /Ruang tunggu kantor imigrasi/,
    );
    await turn(
      siti.says('pavingnya ga jadi. tasnya bisa dikirim ga?'),
      {
        cart: 'keripik-tempe 2, kerajinan/gantungan-kunci 2, tas-sulam-pita 1',
      },
      /pengiriman/,
    );
    await turn(siti.says('oke lanjut, atas nama Siti ya'), { asked: 'pick-up' });
    await turn(siti.says('sekarang. btw bayarnya gimana?'), {}, /Cara pembayarannya/, /hari apa\?/);
    await turn(siti.says('kabari aja kalau sudah siap'), { asked: 'phone' });
    await turn(siti.says('lewati'), { asked: 'confirm' }, /Atas nama Siti/);
    await turn(siti.says('ya'), {
      cart: '',
      orders: ['Siti: keripik-tempe 2, kerajinan/gantungan-kunci 2 ready; tas-sulam-pita 1 new'],
      asked: null,
    });
    await turn(siti.says('makasih ya kak, oh iya besok tutup jam berapa?'), {}, /08\.00–15\.00/);
  });

  test('an order with its day, and name and number in one', async () => {
    const { siti, turn } = await openDialogue('telegram');
    await turn(siti.says('siang min, mau ambil keripik 4 buat besok, bs?'), { cart: 'keripik-tempe 4' });
    await turn(
      siti.says('tambah kapal 1, kapalnya dari kayu bukan?'),
      {
        cart: 'keripik-tempe 4, kerajinan/miniatur-kapal 1',
      },
      /bahan/,
    );
    await turn(siti.says('oke lanjut, diambilnya jumat'), { asked: 'name' });
    await turn(
      siti.says('Siti, no hp 081234567890'),
      { asked: 'confirm' },
      /Jumat, 27 November/,
      /Atas nama Siti, \+6281234567890/,
    );
    await turn(siti.says('eh keripiknya 2 aja trus gantungan kunci 3'), {
      cart: 'keripik-tempe 2, kerajinan/gantungan-kunci 3, kerajinan/miniatur-kapal 1',
      asked: null,
    });
    await turn(siti.says('udah, lanjut'), { asked: 'confirm' }, /Jumat, 27 November/);
    await turn(siti.says('ya bener, makasih'), {
      cart: '',
      orders: ['Siti: keripik-tempe 2, kerajinan/gantungan-kunci 3, kerajinan/miniatur-kapal 1 ready'],
      asked: null,
    });
    await turn(siti.says('makasih min, pesanan saya udah bisa diambil blm?'), {}, /siap diambil/);
  });

  test('what would be if is only answered, until it is meant', async () => {
    const { siti, turn } = await openDialogue();
    await turn(siti.says('misal ambil 10 keripik dapet diskon ga?'), {}, /sama untuk semua/);
    await turn(siti.says('kalo 3 keripik sama 1 tas totalnya jadi brp?'), {}, /45\.000|15\.000/, /185\.000/);
    await turn(siti.says('andai pesen tasnya sekarang, jadinya kapan?'));
    await turn(siti.says('kemarin temen saya beli 3 keripik di sini, katanya enak'));
    await turn(siti.says('rencananya mau ambil 10 gantungan kunci tp blm pasti'));
    await turn(siti.says('blm jadi pesen ya, nanya2 dulu'));
    await siti.hearsNothingOf(/belum ada di gerai/);
    await turn(siti.says('oke jadi deh, 3 keripik sama 1 tas'), {
      cart: 'keripik-tempe 3, tas-sulam-pita 1',
    });
    await turn(siti.says('kalau nambah 2 tas lagi masih bisa?'));
    await turn(siti.says('paving buat 20 m2 kira2 butuh brp biji?'), {}, /894|44,7/);
    await turn(siti.says('seandainya ga jadi ambil, bisa batal?'));
    await turn(siti.says('oke, lanjut'), { asked: 'pick-up' });
    await turn(siti.says('kalau besok buka ga?'), {}, /08\.00–15\.00/);
    await turn(siti.says('besok aja'));
    await turn(siti.says('kabari aja'), { asked: 'name' });
  });
});
