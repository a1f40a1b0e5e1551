import { describe, test } from 'vitest';
import { openDialogue } from '../support/dialogue.ts';

describe('what words point back to', () => {
  test('both of them, the red one, that is all, the first, and the same again', async () => {
    const { siti, turn } = await openDialogue();
    await turn(siti.says('gantungan kunci harganya brp?'), {}, /Rp10\.000/);
    await turn(siti.says('kalo miniatur kapal?'), {}, /Rp150\.000/);
    await turn(siti.says('mau dua-duanya deh, masing2 1'), {
      cart: 'kerajinan/gantungan-kunci 1, kerajinan/miniatur-kapal 1',
    });
    await turn(siti.says('yang kapal ga jadi, kemahalan'), { cart: 'kerajinan/gantungan-kunci 1' });
    await turn(siti.says('gantungannya yang merah ada ga?'), {}, /Gantungan kunci/);
    await turn(siti.says('yaudah itu aja'), { asked: 'pick-up' });
    await turn(siti.says('yang pertama'), { asked: 'name' });
    await turn(siti.says('Siti'), { asked: 'phone' });
    await turn(siti.says('ga usah'), { asked: 'confirm' });
    await turn(siti.says('yoi'), {
      cart: '',
      orders: ['Siti: kerajinan/gantungan-kunci 1 ready'],
      asked: null,
    });
    await turn(siti.says('eh temen mau juga, pesan yang kayak tadi lagi'), {
      cart: 'kerajinan/gantungan-kunci 1',
    });
    await turn(siti.says('itu jadi 2 aja'), { cart: 'kerajinan/gantungan-kunci 2' });
  });

  test('a list is answered by its number and by a word, and older messages are replied to', async () => {
    const { siti, turn } = await openDialogue('telegram');
    await turn(siti.says('jual apa aja kak'), {}, /Keripik tempe/, /Sepatu/);
    await turn(siti.says('yg kedua'), {}, /Kerajinan tangan · no\. 2/);
    await turn(siti.says('mau pesan yang itu'), {}, /Kerajinan tangan yang mana\?/);
    await turn(siti.says('yg kapal'), { asked: 'quantity' });
    await turn(siti.says('2'), { cart: 'kerajinan/miniatur-kapal 2', asked: null });
    await turn(siti.says('keripik tempe harganya brp?'), {}, /Rp15\.000/);
    await turn(siti.says('kalo tas sulam pita?'), {}, /Rp185\.000/);
    await turn(siti.quotes(/Keripik tempe: Rp15\.000/, 'yang ini 3 ya'), {
      cart: 'keripik-tempe 3, kerajinan/miniatur-kapal 2',
    });
    await turn(siti.quotes(/Tas sulam pita: Rp185\.000/, 'ini ready ga?'), {}, /Dibuat dulu/);
    await turn(siti.quotes(/Keripik tempe: Rp15\.000/, 'jadi 1 aja'), {
      cart: 'keripik-tempe 1, kerajinan/miniatur-kapal 2',
    });
    await turn(siti.quotes(/Tas sulam pita: Rp185\.000/, 'mau ini'), { asked: 'quantity' }, /Tas sulam pita/);
    await turn(siti.says('satu'), {
      cart: 'keripik-tempe 1, kerajinan/miniatur-kapal 2, tas-sulam-pita 1',
      asked: null,
    });
    await turn(siti.says('kapalnya ga usah deh'), { cart: 'keripik-tempe 1, tas-sulam-pita 1' });
  });

  test('short messages make one sentence, yesterday’s order comes again, and both become two', async () => {
    const { stand, siti, turn } = await openDialogue();
    await turn(siti.saysQuickly('kak', 'mau pesen', 'kripik', '3 bungkus'), { cart: 'keripik-tempe 3' });
    await turn(siti.saysQuickly('udah', 'itu aja'), { asked: 'pick-up' });
    await turn(siti.says('1'), { asked: 'name' });
    await turn(siti.saysQuickly('atas nama', 'Siti'), { asked: 'phone' });
    await turn(siti.says('skip'), { asked: 'confirm' });
    await turn(siti.says('iya betul'), {
      cart: '',
      orders: ['Siti: keripik-tempe 3 ready'],
      asked: null,
    });
    await turn(stand.passesTo('2026-11-26T10:00'));
    await turn(siti.says('pagi kak, ulang pesanan kemarin ya'), { cart: 'keripik-tempe 3' });
    await turn(siti.saysQuickly('eh', 'tambahin', 'tas', '1'), { cart: 'keripik-tempe 3, tas-sulam-pita 1' });
    await turn(siti.says('tasnya yang biru ada ga?'), {}, /Tas sulam pita/);
    await turn(siti.says('dua-duanya jadi 2 deh'), { cart: 'keripik-tempe 2, tas-sulam-pita 2' });
    await turn(siti.says('yang tas ga jadi'), { cart: 'keripik-tempe 2' });
    await turn(siti.says('itu aja'), { asked: 'pick-up' });
  });
});
