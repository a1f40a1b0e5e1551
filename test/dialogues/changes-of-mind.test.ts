import { describe, test } from 'vitest';
import { openDialogue } from '../support/dialogue.ts';

describe('changes of mind', () => {
  test('another number, one more, and one of them not at all', async () => {
    const { siti, turn } = await openDialogue();
    await turn(siti.says('keripik 2 sama gantungan kunci 1'), {
      cart: 'keripik-tempe 2, kerajinan/gantungan-kunci 1',
    });
    await turn(siti.says('eh keripiknya jadi 3 aja'), {
      cart: 'keripik-tempe 3, kerajinan/gantungan-kunci 1',
    });
    await turn(siti.says('tambah 1 lagi keripiknya'), {
      cart: 'keripik-tempe 4, kerajinan/gantungan-kunci 1',
    });
    await turn(siti.says('gantungan kuncinya ga jadi'), { cart: 'keripik-tempe 4' });
    await turn(siti.says('udah itu aja'), { asked: 'pick-up' });
    await turn(siti.presses('Sekarang'), { asked: 'name' });
    await turn(siti.says('Siti'), { asked: 'phone' });
    await turn(siti.says('ga usah'), { asked: 'confirm' });
    await turn(siti.says('eh bentar, keripiknya 2 aja'), { cart: 'keripik-tempe 2', asked: null });
    await turn(siti.presses('Lanjut pesan'), { asked: 'confirm' });
    await turn(siti.says('ya'), { cart: '', orders: ['Siti: keripik-tempe 2 ready'], asked: null });
  });
});

test('what is taken out goes, and what is named beside it stays or is asked about', async () => {
  const { siti, turn } = await openDialogue();
  await turn(siti.says('keripik 2, gantungan kunci 1'), {
    cart: 'keripik-tempe 2, kerajinan/gantungan-kunci 1',
  });
  await turn(siti.says('eh gantungan kuncinya kagak usah dah, keripik doang'), { cart: 'keripik-tempe 2' });
  await siti.hearsNothingOf(/Mau berapa/);
  await turn(
    siti.says('kripiknya ga jadi, tas aja'),
    { cart: '', asked: 'quantity' },
    /Mau berapa.*Tas sulam pita/,
  );
  await turn(siti.says('1'), { cart: 'tas-sulam-pita 1', asked: null });
  await turn(siti.says('kurangin tasnya jadi 1'), {});
});
