import { describe, test } from 'vitest';
import { openDialogue } from '../support/dialogue.ts';

describe('amounts', () => {
  test('none, fewer than none, one and a half, a million and more than there is', async () => {
    const { siti, turn } = await openDialogue();
    await turn(siti.says('keripik 0'), { asked: 'quantity' }, /minimal satu/);
    await turn(siti.says('-3'), {}, /minimal satu/);
    await turn(siti.says('1,5'), {}, /utuh/);
    await turn(siti.says('satu juta bungkus wkwk'), {}, /paling banyak 50 bungkus/);
    await turn(siti.says('seribu keripik deh'), {}, /paling banyak 50 bungkus/);
    await turn(siti.says('45'), {}, /tinggal 40 bungkus/);
    await turn(siti.says('ya udah 40'), { cart: 'keripik-tempe 40', asked: null });
    await turn(siti.says('tambah 5 lagi keripiknya'), { asked: 'quantity' }, /tinggal 40 bungkus/);
    await turn(siti.says('setengah lusin aja deh keripiknya'), { cart: 'keripik-tempe 6', asked: null });
    await turn(siti.says('tas 11'), { asked: 'quantity' }, /paling banyak 10 buah/);
    await turn(siti.says('sekodi?'), {}, /paling banyak 10 buah/);
    await turn(siti.says('dua aja kalo gitu'), { cart: 'keripik-tempe 6, tas-sulam-pita 2', asked: null });
  });

  test('dozens, scores, thousands and square metres', async () => {
    const { siti, turn } = await openDialogue('telegram');
    await turn(siti.says('gantungan kunci 2 lusin'), { cart: 'kerajinan/gantungan-kunci 24' });
    await turn(siti.says('keripik setengah lusin'), {
      cart: 'keripik-tempe 6, kerajinan/gantungan-kunci 24',
    });
    await turn(siti.says('paving buat halaman 20 m2'), { asked: 'add' }, /894 buah/);
    await turn(siti.says('boleh'), {
      cart: 'keripik-tempe 6, kerajinan/gantungan-kunci 24, paving-block 894',
      asked: null,
    });
    await turn(siti.says('batako 1 kodi'), {
      cart: 'keripik-tempe 6, kerajinan/gantungan-kunci 24, paving-block 894, batako 20',
    });
    await turn(siti.says('batakonya jadi 1.500'), {
      cart: 'keripik-tempe 6, kerajinan/gantungan-kunci 24, paving-block 894, batako 1500',
    });
    await turn(siti.says('pavingnya seribu biji aja'), {
      cart: 'keripik-tempe 6, kerajinan/gantungan-kunci 24, paving-block 1000, batako 1500',
    });
    await turn(siti.says('gantungan kuncinya kurangi setengah lusin'), {
      cart: 'keripik-tempe 6, kerajinan/gantungan-kunci 18, paving-block 1000, batako 1500',
    });
    await turn(siti.says('keripiknya jadi selusin'), {
      cart: 'keripik-tempe 12, kerajinan/gantungan-kunci 18, paving-block 1000, batako 1500',
    });
    await turn(siti.says('batakonya tambah 500 lagi'), {
      cart: 'keripik-tempe 12, kerajinan/gantungan-kunci 18, paving-block 1000, batako 2000',
    });
    await turn(siti.says('pavingnya jadi 25 m2 aja'), { asked: 'add' }, /1\.118/);
    await turn(siti.says('iya'), {
      cart: 'keripik-tempe 12, kerajinan/gantungan-kunci 18, paving-block 1118, batako 2000',
      asked: null,
    });
  });

  test('a queue number, prices, a time, a date, a size and a phone number are not how many', async () => {
    const { siti, turn } = await openDialogue();
    await turn(siti.says('antrian saya nomor 27, masih lama ga ya'));
    await turn(siti.says('keripik yang 15 ribu itu 2 ya'), { cart: 'keripik-tempe 2' });
    await turn(siti.says('mau gantungan kunci yg 10rb itu'), { asked: 'quantity' }, /Gantungan kunci/);
    await turn(siti.says('kalo uang saya 50 ribu cukup ga?'), {}, /Mau berapa/);
    await turn(siti.says('3'), { cart: 'keripik-tempe 2, kerajinan/gantungan-kunci 3', asked: null });
    await turn(siti.says('jam 2 siang masih buka?'), {}, /08\.00–15\.00/);
    await turn(siti.says('sepatu ukuran 42 ada?'));
    await turn(siti.says('pesen tas 1 buat tgl 21 desember'), {
      cart: 'keripik-tempe 2, kerajinan/gantungan-kunci 3, tas-sulam-pita 1',
    });
    await turn(siti.says('udah itu aja'), { asked: 'pick-up' });
    await turn(siti.says('hari ini jam 11'), {}, /ke sini lagi hari apa/);
    await turn(siti.says('21/12'), { asked: 'name' });
    await turn(siti.says('Siti'), { asked: 'phone' });
    await turn(siti.says('wa 0812 3333 4444'), { asked: 'confirm' }, /21 Desember/, /\+6281233334444/);
    await turn(siti.says('ya'), {
      cart: '',
      orders: ['Siti: keripik-tempe 2, kerajinan/gantungan-kunci 3 ready; tas-sulam-pita 1 new'],
      asked: null,
    });
  });
});
