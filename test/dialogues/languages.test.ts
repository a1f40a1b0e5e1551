import { describe, test } from 'vitest';
import { openDialogue } from '../support/dialogue.ts';

describe('languages', () => {
  test('an English visitor looks around, changes her mind and orders', async () => {
    const { siti, turn } = await openDialogue('telegram', { language: 'en' });
    await turn(siti.says('hi, what do you have here?'), {}, /Tempeh chips/);
    await turn(siti.says("i'll take three packs of the chips and a couple of key chains"), {
      cart: 'keripik-tempe 3, kerajinan/gantungan-kunci 2',
    });
    await turn(siti.says('make that four chips'), { cart: 'keripik-tempe 4, kerajinan/gantungan-kunci 2' });
    await turn(siti.says('drop the key chains pls'), { cart: 'keripik-tempe 4' });
    await turn(siti.says('how much is it all together?'), {}, /Rp60\.000/);
    await turn(siti.says('do u guys take credit cards?'), {}, /How to pay is still being agreed/);
    await turn(siti.says("that's all"), { asked: 'pick-up' });
    await turn(siti.says('where is that?'), {}, /Lounge of the immigration office/, /When would you like/);
    await turn(siti.says('tmrw'), { asked: 'name' });
    await turn(siti.says("it's for Amy"), { asked: 'phone' });
    await turn(siti.says('no thanks'), { asked: 'confirm' }, /Name: Amy/);
    await turn(siti.says('looks good'), { cart: '', orders: ['Amy: keripik-tempe 4 ready'], asked: null });
  });

  test('from Indonesian to English and back in the middle of an order', async () => {
    const { siti, turn } = await openDialogue();
    await turn(siti.says('keripik 2 ya'), { cart: 'keripik-tempe 2' }, /Keranjang/);
    await turn(siti.says('sorry, can we do this in english?'), {}, /English/);
    await turn(
      siti.says('add one ribbon bag'),
      { cart: 'keripik-tempe 2, tas-sulam-pita 1' },
      /Your cart/,
      /Ribbon-embroidered bag/,
    );
    await turn(siti.says('ok check out'), { asked: 'pick-up' }, /When would you like to pick it up/);
    await turn(siti.says('right now'), {}, /Are you coming back here/);
    await turn(siti.says('pakai bahasa indonesia aja deh'), {}, /ke sini lagi hari apa/);
    await turn(siti.says('kabari kalau udah siap'), { asked: 'name' }, /atas nama siapa/);
    await turn(siti.says('Siti'), { asked: 'phone' });
    await turn(siti.says("i don't have an indonesian number"), { asked: 'confirm' });
    await turn(siti.says('yes please'), {
      cart: '',
      orders: ['Siti: keripik-tempe 2 ready; tas-sulam-pita 1 new'],
      asked: null,
    });
  });

  test('Chinese, Arabic, Sundanese, Javanese and Betawi', async () => {
    const { siti, turn } = await openDialogue();
    await turn(siti.says('你好,请问有什么卖的?'), {}, /Indonesia.*Ingg|English and Indonesian/);
    await turn(siti.says('السلام عليكم'));
    await turn(siti.says('abdi hoyong meser keripik dua bungkus'), { cart: 'keripik-tempe 2' });
    await turn(siti.says('kulo pesen gantungan kunci tigo nggih'), {
      cart: 'keripik-tempe 2, kerajinan/gantungan-kunci 3',
    });
    await turn(siti.says('ane mau tas satu aje bang'), {
      cart: 'keripik-tempe 2, kerajinan/gantungan-kunci 3, tas-sulam-pita 1',
    });
    await turn(siti.says('kripike tambah siji maneh'), {
      cart: 'keripik-tempe 3, kerajinan/gantungan-kunci 3, tas-sulam-pita 1',
    });
    await turn(siti.says('gantungan kunci na teu jadi'), { cart: 'keripik-tempe 3, tas-sulam-pita 1' });
    await turn(siti.says('tasnye kagak jadi dah'), { cart: 'keripik-tempe 3' });
    await turn(siti.says('wis iku wae'), { asked: 'pick-up' });
    await turn(siti.says('sesuk'), { asked: 'name' });
    await turn(siti.says('jenengku Siti'), { asked: 'phone' });
    await turn(siti.says('ora usah'), { asked: 'confirm' }, /Kamis, 26 November/, /Atas nama Siti/);
    await turn(siti.says('nggih leres'), { cart: '', orders: ['Siti: keripik-tempe 3 ready'], asked: null });
  });
});
