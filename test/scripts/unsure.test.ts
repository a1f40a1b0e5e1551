import { describe, expect, test } from 'vitest';
import { openStand, STAND_CHANNELS } from '../support/stand.ts';
import { orders } from './ordering.ts';

describe.each(STAND_CHANNELS)('where it is not sure, the stand on %s', (channel) => {
  test('counts by the day what nobody makes, without the words', async () => {
    const stand = await openStand();
    const siti = stand.visitorOn(channel, 'Siti');
    await siti.says('ada sambal?');
    await siti.hears(/belum ada di gerai/);
    await siti.says('jual madu ga kak?');
    await siti.hears(/belum ada di gerai/);
    await stand.passes(24 * 3_600_000);
    await siti.says('ada kopi?');
    expect(await stand.rows('SELECT day, count FROM unmet_wishes ORDER BY day')).toEqual([
      { day: '2026-11-25', count: 2 },
      { day: '2026-11-26', count: 1 },
    ]);
    const kept = JSON.stringify([
      ...(await stand.rows('SELECT * FROM chats')),
      ...(await stand.rows('SELECT * FROM unmet_wishes')),
    ]);
    expect(kept).not.toMatch(/sambal|madu|kopi/);
  });

  test('asks back about square metres with their pieces, and orders on a yes only', async () => {
    const stand = await openStand();
    const siti = stand.visitorOn(channel, 'Siti');
    await siti.says('paving 20 meter persegi');
    await siti.hears(/20 m² Paving block kira-kira 894 buah/, /masukkan 894 × Paving block/);
    expect(await stand.count('SELECT count(*) FROM carts')).toBe(0);
    await siti.says('iya');
    await siti.hears(/Keranjang\n• 894 × Paving block/);
    await siti.says('batako 5 meter');
    await siti.hears(/dihitung|hitung per buah/);
    await siti.says('paving 500 m2');
    await siti.hears(/kira-kira 22\.350 buah/, /paling banyak 10\.000/);
  });

  test('shows pictures and buttons in English to whoever writes another script', async () => {
    const stand = await openStand();
    const mei = stand.visitorOn(channel, 'Mei');
    await mei.says('有什么卖的?');
    await mei.hears(/I can answer in English/);
    const shown = await mei.heard();
    expect(shown.filter(({ photo }) => photo)).toHaveLength(6);
    await mei.presses('Tempeh chips');
    await mei.hears(/Tempeh chips · no\. 1/);
  });

  test('reads a number for what is in the cart as so many in all, or so many more, when told which', async () => {
    const stand = await openStand();
    const siti = stand.visitorOn(channel, 'Siti');
    await siti.says('gantungan kunci 2');
    await siti.says('yang tadi 3');
    await siti.hears(/maksudnya yang mana/);
    await siti.presses('Jadi 3 saja');
    await siti.hears(/• 3 × Kerajinan tangan – Gantungan kunci/);
  });

  test('puts the newest order into the cart again', async () => {
    const stand = await openStand();
    const siti = stand.visitorOn(channel, 'Siti');
    await siti.says('ulang pesanan kemarin');
    await siti.hears(/Belum ada pesanan sebelumnya/);
    await orders(siti, 'tas 1, keripik 2');
    await siti.says('pesan lagi kayak kemarin dong');
    await siti.hears(/pesanan terakhir Anda/, /• 2 × Keripik tempe/, /• 1 × Tas sulam pita/);
  });

  test('takes two things that were spoken of together by "dua-duanya"', async () => {
    const stand = await openStand();
    const siti = stand.visitorOn(channel, 'Siti');
    await siti.says('keripik sama miniatur kapal berapa?');
    await siti.says('dua-duanya 1');
    await siti.hears(/• 1 × Keripik tempe.*\n• 1 × Kerajinan tangan – Miniatur kapal/);
  });

  test('answers a question behind an answer with what there is', async () => {
    const stand = await openStand();
    const siti = stand.visitorOn(channel, 'Siti');
    await siti.says('tas 1');
    await siti.presses('Lanjut pesan');
    await siti.says('10 desember. stok keripik masih ada?');
    await siti.hears(/Keripik tempe: Stok di gerai: 40 bungkus/, /atas nama siapa/);
  });

  test('answers two questions and a greeting in one reply', async () => {
    const stand = await openStand();
    const siti = stand.visitorOn(channel, 'Siti');
    await siti.says('halo kak, tas berapa ya? bisa dikirim ga?');
    const [only, ...more] = await siti.heard();
    expect(more).toEqual([]);
    expect(only?.text).toMatch(
      /^Halo!\n\nTas sulam pita: Rp185\.000.*\n\nUntuk saat ini pesanan diambil sendiri/s,
    );
  });
});
