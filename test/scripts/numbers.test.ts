/** Where there are no buttons: numbers, words and replies name what was offered, and of open notices which order. */
import { describe, expect, test } from 'vitest';
import { openStand, type Person, type Stand } from '../support/stand.ts';
import { readNumbers } from '../support/whatsapp-text.ts';
import { CODE, goesToSummary, orders } from './ordering.ts';

const WOMEN = 'lapas-perempuan-2a-tangerang';
const channel = 'whatsapp-web';

const numbersIn = (text: string) => readNumbers(text).choices.map(({ number }) => number);

/** The numbers that stand under each notice of a new order, by the order's code. */
async function noticed(person: Person): Promise<[string, number[]][]> {
  return (await person.heard()).flatMap(({ text }) => {
    const code = /^Pesanan baru (\S+)/.exec(text)?.[1];
    return code === undefined ? [] : [[code, numbersIn(text)] as [string, number[]]];
  });
}

const states = (stand: Stand) =>
  stand.rows<{ code: string; state: string }>(
    'SELECT o.code, f.state FROM fulfilments f JOIN orders o ON o.id = f.order_id ORDER BY f.id',
  );

describe('the numbers of open notices', () => {
  test('run on, so that a bare number says which order is meant', async () => {
    const stand = await openStand();
    const rina = await stand.staffOf(WOMEN, channel);
    const first = await orders(stand.visitorOn(channel, 'Siti'), 'tas 1');
    const second = await orders(stand.visitorOn(channel, 'Ali'), 'tas 2');
    expect(await noticed(rina)).toEqual([
      [first, [1, 2]],
      [second, [3, 4]],
    ]);
    await rina.says('3');
    await rina.hears(new RegExp(`^${second}: 2 × Tas`), /Kapan bisa diambil/);
    await rina.says('1');
    await rina.hears(new RegExp(`Pesanan ${second} diterima`));
    await rina.quotes(new RegExp(`Pesanan baru ${first}`), '2');
    await rina.hears(new RegExp(`${first}[^]*Apa alasannya`));
    await rina.says('yang pertama');
    await rina.hears(new RegExp(`Pesanan ${first} ditolak`));
    expect((await states(stand)).map(({ state }) => state)).toEqual(['rejected', 'accepted']);
  });

  test('are free again once they are answered, and begin at 1 when nothing is open', async () => {
    const stand = await openStand();
    const rina = await stand.staffOf(WOMEN, channel);
    const siti = stand.visitorOn(channel, 'Siti');
    await orders(siti, 'tas 1');
    const second = await orders(siti, 'tas 2');
    await rina.says('1');
    await rina.says('1');
    await rina.hears(/diterima/);
    const third = await orders(siti, 'tas 3');
    expect(await noticed(rina)).toEqual([[third, [5, 6]]]);
    for (const code of [second, third]) {
      await rina.quotes(new RegExp(`Pesanan baru ${code}`), 'tolak');
      await rina.says('Bahan tidak ada');
      await rina.hears(new RegExp(`Pesanan ${code} ditolak`));
    }
    const fourth = await orders(siti, 'tas 4');
    expect(await noticed(rina)).toEqual([[fourth, [1, 2]]]);
  });

  test('do not overlap either where visitors order at the same moment', async () => {
    const stand = await openStand();
    const rina = await stand.staffOf(WOMEN, channel);
    const visitors = ['Siti', 'Ali', 'Budi', 'Ani', 'Eko', 'Dian', 'Tono', 'Wati'].map((name) =>
      stand.visitorOn(channel, name),
    );
    for (const visitor of visitors) {
      await visitor.says('tas 1');
      await goesToSummary(visitor, visitor.name);
    }
    await Promise.all(visitors.map((visitor) => visitor.presses('Ya, pesan')));
    for (const visitor of visitors) await visitor.hears(CODE);
    const numbers = (await noticed(rina)).flatMap(([, each]) => each);
    expect(numbers.sort((one, other) => one - other)).toEqual(Array.from({ length: 16 }, (_, n) => n + 1));
  });

  test('that come into an open question are asked about, not mistaken for its answer', async () => {
    const stand = await openStand();
    const rina = await stand.staffOf(WOMEN, channel);
    const siti = stand.visitorOn(channel, 'Siti');
    const first = await orders(siti, 'tas 1');
    await rina.says('1');
    await rina.hears(/Kapan bisa diambil/);
    const second = await orders(siti, 'tas 2');
    expect(await noticed(rina)).toEqual([[second, [3, 4]]]);
    await rina.says('3');
    const which = await rina.hears(/Untuk pesanan yang mana\?/);
    expect(which.labels).toEqual([
      `${first} · 1 × Tas sulam pita – Jumat, 11 Desember`,
      `${second} · 2 × Tas sulam pita – Terima`,
    ]);
    expect((await states(stand)).map(({ state }) => state)).toEqual(['new', 'new']);
    await rina.says('1');
    await rina.hears(new RegExp(`Pesanan ${first} diterima. Siap: Jumat, 11 Desember`));
  });

  test('still say who was quicker', async () => {
    const stand = await openStand();
    const rina = await stand.staffOf(WOMEN, channel);
    const dewi = await stand.staffOf(WOMEN, channel, 'Bu Dewi');
    const siti = stand.visitorOn(channel, 'Siti');
    await orders(siti, 'tas 1');
    await orders(siti, 'tas 2');
    await rina.says('3');
    await rina.says('1');
    await rina.hears(/diterima/);
    await dewi.says('4');
    await dewi.hears(/Sudah diterima oleh Bu Rina pukul 10\.00/);
    await dewi.says('2');
    await dewi.hears(/Apa alasannya/);
    expect((await states(stand)).map(({ state }) => state)).toEqual(['new', 'accepted']);
  });
});

describe('a number of a visitor', () => {
  test('means the newest list, and in a reply the list that is replied to', async () => {
    const stand = await openStand();
    const siti = stand.visitorOn(channel, 'Siti');
    await siti.says('ada apa aja?');
    await siti.says('8');
    await siti.hears(/jenis/);
    await siti.says('2');
    await siti.hears(/Paving block|Gantungan|Kerajinan/);
    await siti.quotes(/Produk di gerai/, '5');
    await siti.hears(/Tas sulam pita · no\. 5/);
    await siti.quotes(/Produk di gerai/, 'yang pertama');
    await siti.hears(/Keripik tempe · no\. 1/);
  });

  test('means a quote that came after the list, and the order that is replied to', async () => {
    const stand = await openStand();
    const joko = await stand.staffOf('lapas-kelas-1-tangerang', channel, 'Pak Joko');
    const siti = stand.visitorOn(channel, 'Siti');
    const first = await orders(siti, 'paving 200');
    const second = await orders(siti, 'batako 100');
    for (const code of [first, second]) {
      await joko.quotes(new RegExp(`Pesanan baru ${code}`), 'beri harga');
      await joko.says('400rb');
      await joko.says('1');
      await joko.hears(/Berlaku berapa hari/);
      await joko.says('1');
      await joko.hears(/Berlaku sampai: Rabu, 2 Desember/);
    }
    const offered = (await siti.heard()).filter(({ text }) => text.startsWith('Penawaran'));
    expect(offered.map(({ text }) => numbersIn(text))).toEqual([
      [1, 2],
      [3, 4],
    ]);
    await siti.quotes(
      new RegExp(`Penawaran untuk pesanan ${first}`),
      'tolak penawaran (lapas kelas i tangerang)',
    );
    await siti.hears(new RegExp(`penawaran untuk pesanan ${first} ditolak`));
    await siti.says('3');
    await siti.hears(/penawarannya diterima/, new RegExp(second));
    expect((await states(stand)).map(({ state }) => state)).toEqual(['cancelled', 'accepted']);
  });

  test('is one list for all that came in one answer', async () => {
    const stand = await openStand();
    const siti = stand.visitorOn(channel, 'Siti');
    await siti.says('你好，这里有什么？');
    const pictures = (await siti.heard()).filter(({ photo }) => photo);
    expect(pictures.flatMap(({ text }) => numbersIn(text))).toEqual([1, 2, 3, 4, 5, 6]);
    await siti.says('5');
    await siti.hears(/no\. 5/);
  });
});
