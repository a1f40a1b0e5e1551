import { describe, test } from 'vitest';
import { openDialogue } from '../support/dialogue.ts';

const MEN = 'lapas-kelas-1-tangerang';
const WOMEN = 'lapas-perempuan-2a-tangerang';

describe('two units', () => {
  test('chips tomorrow, a bag in December and paving by a quote that is taken', async () => {
    const { stand, siti, turn } = await openDialogue();
    const joko = await stand.staffOf(MEN, 'web', 'Pak Joko');
    const rina = await stand.staffOf(WOMEN, 'telegram', 'Bu Rina');
    await turn(siti.says('keripik 2, tas 1 sama paving 100'), {
      cart: 'keripik-tempe 2, paving-block 100, tas-sulam-pita 1',
    });
    await turn(siti.says('udah itu aja'), { asked: 'pick-up' }, /Keripik tempe diambil di Gerai/);
    await turn(siti.says('besok'), {}, /dibuat dulu di Lapas Perempuan/);
    await turn(siti.says('15 desember'), { asked: 'name' });
    await turn(siti.says('Siti'), { asked: 'phone' });
    await turn(
      siti.says('081234567890'),
      { asked: 'confirm' },
      /26 November/,
      /15 Desember/,
      /Bengkel Lapas Kelas I Tangerang \(contoh\); harga dan harinya/,
    );
    await turn(siti.says('bener'), {
      cart: '',
      orders: ['Siti: keripik-tempe 2 ready; tas-sulam-pita 1 new; paving-block 100 new'],
      asked: null,
    });
    await turn(joko.presses('Beri harga'));
    await turn(joko.says('850rb'));
    await turn(joko.says('30 november'));
    await turn(
      joko.presses('7 hari'),
      { orders: ['Siti: keripik-tempe 2 ready; tas-sulam-pita 1 new; paving-block 100 quoted'] },
      /Harga seluruhnya: Rp850\.000/,
    );
    await turn(siti.says('oke setuju harganya'), {
      orders: ['Siti: keripik-tempe 2 ready; tas-sulam-pita 1 new; paving-block 100 accepted'],
    });
    await rina.presses('Terima');
    await turn(
      rina.says('14 desember'),
      { orders: ['Siti: keripik-tempe 2 ready; tas-sulam-pita 1 accepted; paving-block 100 accepted'] },
      /Perkiraan siap: Senin, 14 Desember/,
    );
  });

  test('the bags are cancelled in words, and the quote for the blocks is declined', async () => {
    const { stand, siti, turn } = await openDialogue('telegram');
    const joko = await stand.staffOf(MEN, 'telegram', 'Pak Joko');
    const rina = await stand.staffOf(WOMEN, 'web', 'Bu Rina');
    await turn(siti.says('mau batako 500 biji sama tas 2'), { cart: 'batako 500, tas-sulam-pita 2' });
    await turn(siti.says('lanjut'), { asked: 'pick-up' }, /ke sini lagi hari apa/);
    await turn(siti.says('kabarin aja kalo udah jadi'), { asked: 'name' });
    await turn(siti.says('Siti'), { asked: 'phone' });
    await turn(siti.says('ga punya'), { asked: 'confirm' });
    await turn(siti.says('ya'), {
      cart: '',
      orders: ['Siti: batako 500 new; tas-sulam-pita 2 new'],
      asked: null,
    });
    await turn(
      siti.says('tasnya ga jadi, tolong batalin ya'),
      { asked: 'cancel' },
      /Batalkan 2 × Tas sulam pita dari pesanan/,
    );
    await turn(siti.says('iya'), {
      orders: ['Siti: batako 500 new; tas-sulam-pita 2 cancelled'],
      asked: null,
    });
    await rina.hears(/dibatalkan pemesannya: 2 × Tas sulam pita/);
    await joko.presses('Beri harga');
    await joko.says('1,2 juta');
    await joko.says('senin');
    await turn(
      joko.presses('3 hari'),
      { orders: ['Siti: batako 500 quoted; tas-sulam-pita 2 cancelled'] },
      /Harga seluruhnya: Rp1\.200\.000/,
    );
    await turn(siti.says('waduh, bisa kurang ga harganya?'));
    await turn(siti.says('ya udah saya tolak aja penawarannya'), {
      orders: ['Siti: batako 500 cancelled; tas-sulam-pita 2 cancelled'],
    });
    await joko.hears(/ditolak pemesannya: 500 × Batako/);
  });

  test('shoes that are only shown give way to a bag, and the blocks become an order of their own', async () => {
    const { stand, siti, turn } = await openDialogue();
    const rina = await stand.staffOf(WOMEN, 'web', 'Bu Rina');
    await turn(siti.says('sepatu 1 pasang sama keripik 1'), { cart: 'keripik-tempe 1' }, /masih pajangan/);
    await turn(siti.says('yaudah sepatunya diganti tas aja 1'), {
      cart: 'keripik-tempe 1, tas-sulam-pita 1',
    });
    await turn(siti.says('lanjut pesan'), { asked: 'pick-up' });
    await turn(siti.says('sekarang'), {}, /ke sini lagi hari apa/);
    await turn(siti.says('lusa'), {}, /Paling cepat Rabu, 9 Desember/);
    await turn(siti.says('yaudah tgl 10 desember'), { asked: 'name' });
    await turn(siti.says('Siti'), { asked: 'phone' });
    await turn(siti.says('lewat aja'), { asked: 'confirm' });
    await turn(siti.says('iya betul'), {
      cart: '',
      orders: ['Siti: keripik-tempe 1 ready; tas-sulam-pita 1 new'],
      asked: null,
    });
    await turn(siti.says('mau batako 200 juga dong'), { cart: 'batako 200' });
    await turn(siti.presses('Lanjut pesan'), { asked: 'phone' });
    await turn(siti.says('skip lagi'), { asked: 'confirm' }, /Atas nama Siti/);
    await turn(siti.says('sip, pesan'), {
      cart: '',
      orders: ['Siti: keripik-tempe 1 ready; tas-sulam-pita 1 new', 'Siti: batako 200 new'],
      asked: null,
    });
    await rina.presses('Tolak');
    await turn(
      rina.presses('Bengkel sedang penuh'),
      { orders: ['Siti: keripik-tempe 1 ready; tas-sulam-pita 1 rejected', 'Siti: batako 200 new'] },
      /bengkelnya sedang penuh/,
    );
  });
});
