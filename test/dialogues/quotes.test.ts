import { describe, test } from 'vitest';
import { openDialogue } from '../support/dialogue.ts';
import type { Person } from '../support/stand.ts';

const MEN = 'lapas-kelas-1-tangerang';

/** The unit's answer to the newest card. */
async function gives(staff: Person, price: string, day: string, valid: string): Promise<void> {
  await staff.presses('Beri harga');
  await staff.says(price);
  await staff.says(day);
  await staff.says(valid);
  await staff.hears(/^Penawaran/);
}

describe('quotes', () => {
  test('batako for a wall: asked about, taken in words, and nearly cancelled', async () => {
    const { stand, siti, turn } = await openDialogue();
    const joko = await stand.staffOf(MEN, 'web', 'Pak Joko');
    await turn(siti.says('mau batako 500 biji dong pak buat tembok belakang'), { cart: 'batako 500' });
    await turn(siti.says('harganya brp ya?'), {}, /harga dikonfirmasi petugas/);
    await turn(siti.says('oke lanjut aja'), { asked: 'name' });
    await turn(siti.says('Siti'), { asked: 'phone' });
    await turn(siti.says('ga usah'), { asked: 'confirm' });
    await turn(siti.says('iya bener'), { cart: '', orders: ['Siti: batako 500 new'], asked: null });
    await turn(siti.says('pesenan sy udah sampe mana?'), {}, /menunggu jawaban unit|diproses/);
    await turn(
      gives(joko, '1,75 juta', 'senin', '3 hari'),
      { orders: ['Siti: batako 500 quoted'] },
      /Penawaran untuk pesanan/,
      /Rp1\.750\.000/,
    );
    await turn(siti.says('itu udah sama ongkir blm?'), {}, /pengiriman/i);
    await turn(
      siti.says('oke deh saya setuju'),
      { orders: ['Siti: batako 500 accepted'] },
      /penawarannya diterima/,
    );
    await joko.hears(/diterima: 500 × Batako/);
    await turn(siti.says('batalin pesanan batakonya dong'), { asked: 'cancel' }, /Batalkan 500 × Batako/);
    await turn(siti.says('eh ga jadi, biarin aja'), { asked: null });
    await turn(siti.says('jadi siapnya kapan tuh batakonya?'), {}, /dikerjakan|Senin/);
  });

  test('paving by the square metre turns out too dear; then the chips are cancelled too', async () => {
    const { stand, siti, turn } = await openDialogue('telegram');
    const joko = await stand.staffOf(MEN, 'telegram', 'Pak Joko');
    await turn(siti.says('pesen paving utk 10 m2'), { asked: 'add' }, /447 buah/);
    await turn(siti.says('iya, sama kripik 2 sekalian'), {
      cart: 'keripik-tempe 2, paving-block 447',
      asked: null,
    });
    await turn(siti.says('udah, checkout'), { asked: 'pick-up' });
    await turn(siti.says('besok pagi'), { asked: 'name' });
    await turn(siti.says('Siti'), { asked: 'phone' });
    await turn(siti.says('081234567890'), { asked: 'confirm' });
    await turn(siti.says('gas'), {
      cart: '',
      orders: ['Siti: keripik-tempe 2 ready; paving-block 447 new'],
      asked: null,
    });
    await turn(
      gives(joko, '2 juta', 'senin', '7 hari'),
      { orders: ['Siti: keripik-tempe 2 ready; paving-block 447 quoted'] },
      /Harga seluruhnya: Rp2\.000\.000/,
    );
    await turn(siti.says('buset mahal amat, ga bisa kurang?'));
    await turn(
      siti.says('tolak aja penawarannya'),
      { orders: ['Siti: keripik-tempe 2 ready; paving-block 447 cancelled'] },
      /ditolak/,
    );
    await joko.hears(/ditolak pemesannya/);
    await turn(siti.says('tapi keripiknya masih jadi kan?'), {}, /Keripik tempe/);
    await turn(siti.says('batalin aja deh keripiknya jg'), { asked: 'cancel' }, /Batalkan 2 × Keripik tempe/);
    await siti.hearsNothingOf(/habis/);
    await turn(siti.says('iya'), {
      orders: ['Siti: keripik-tempe 2 cancelled; paving-block 447 cancelled'],
      asked: null,
    });
  });

  test('an offer lapses, the visitor comes too late, orders the same again and takes the new offer', async () => {
    const { stand, siti, turn } = await openDialogue();
    const joko = await stand.staffOf(MEN, 'web', 'Pak Joko');
    await turn(siti.says('paving 300 sm batako 100 ya bang'), { cart: 'paving-block 300, batako 100' });
    await turn(siti.presses('Lanjut pesan'), { asked: 'name' });
    await turn(siti.says('Siti'), { asked: 'phone' });
    await turn(siti.presses('Lewati'), { asked: 'confirm' });
    await turn(siti.presses('Ya, pesan'), {
      cart: '',
      orders: ['Siti: paving-block 300, batako 100 new'],
      asked: null,
    });
    await turn(
      gives(joko, '1.800.000', 'senin depan', '3 hari'),
      { orders: ['Siti: paving-block 300, batako 100 quoted'] },
      /Rp1\.800\.000/,
    );
    await turn(siti.says('tanya suami dulu ya, penawarannya berlaku sampe kapan?'), {}, /28 November/);
    await turn(stand.passesTo('2026-11-30T09:00'), {
      orders: ['Siti: paving-block 300, batako 100 expired'],
    });
    await turn(siti.presses(/^Terima penawaran/), {}, /sudah tidak bisa/);
    await turn(siti.says('yah telat. ulang pesanan yang tadi aja deh'), {
      cart: 'paving-block 300, batako 100',
    });
    await turn(siti.says('lanjut'), { asked: 'phone' });
    await turn(siti.says('ga usah'), { asked: 'confirm' });
    await turn(siti.says('ya pesan'), {
      cart: '',
      orders: ['Siti: paving-block 300, batako 100 expired', 'Siti: paving-block 300, batako 100 new'],
      asked: null,
    });
    await turn(
      gives(joko, '1,9 juta', 'kamis', '3 hari'),
      {
        orders: ['Siti: paving-block 300, batako 100 expired', 'Siti: paving-block 300, batako 100 quoted'],
      },
      /Rp1\.900\.000/,
    );
    await turn(siti.presses(/^Terima penawaran/), {
      orders: ['Siti: paving-block 300, batako 100 expired', 'Siti: paving-block 300, batako 100 accepted'],
    });
  });
});
