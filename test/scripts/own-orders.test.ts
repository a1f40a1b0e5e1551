import { describe, expect, test } from 'vitest';
import { FORGEABLE_CHANNELS, openStand, STAND_CHANNELS } from '../support/stand.ts';
import { CODE, orders } from './ordering.ts';

describe.each(STAND_CHANNELS)('one’s own orders on %s', (channel) => {
  test('are listed, and found by their code however it is written', async () => {
    const stand = await openStand();
    const siti = stand.visitorOn(channel, 'Siti');
    await siti.says('/pesanan');
    await siti.hears(/Belum ada pesanan/);
    const first = await orders(siti, 'keripik 2');
    await siti.says('pesanan saya gimana?');
    await siti.hears(new RegExp(first), /siap diambil/);
    const second = await orders(siti, 'tas 1');
    await siti.says('/pesanan');
    await siti.hears(
      new RegExp(`${first}( – |\\n +)2 × Keripik tempe – siap diambil`),
      new RegExp(`${second}( – |\\n +)1 × Tas sulam pita – diproses`),
    );
    await siti.says(second.toLowerCase().replace('-', ''));
    await siti.hears(new RegExp(`Kode ${second}`), /menunggu jawaban unit/);
    await siti.presses('Pesanan saya').catch(() => siti.says('/pesanan'));
    await siti.presses(first);
    await siti.hears(new RegExp(`Kode ${first}`));
  });

  test('can be cancelled part by part, and what was promised is given back', async () => {
    const stand = await openStand();
    const siti = stand.visitorOn(channel, 'Siti');
    const code = await orders(siti, 'keripik 2 sama tas 1');
    await siti.says('/pesanan');
    await siti.presses('Batalkan (Lapas Kelas I Tangerang)');
    await siti.hears(`Batalkan 2 × Keripik tempe dari pesanan ${code}?`);
    await siti.presses('Tidak jadi batal');
    await siti.hears(CODE);
    expect(await stand.count('SELECT sum(allocated) FROM stock')).toBe(2);
    await siti.presses('Batalkan (Lapas Kelas I Tangerang)');
    await siti.presses('Ya, batalkan');
    await siti.hears(/sudah dibatalkan/);
    await siti.says(code);
    const slip = await siti.hears(/Status: dibatalkan/, /Status: menunggu jawaban unit/);
    expect(slip.text).not.toMatch(/sekarang, di Gerai/);
    expect(await stand.rows('SELECT state FROM fulfilments ORDER BY id')).toEqual([
      { state: 'cancelled' },
      { state: 'new' },
    ]);
    expect(await stand.count('SELECT sum(allocated) FROM stock')).toBe(0);
  });

  test('a yes in words cancels right after the question, and only then', async () => {
    const stand = await openStand();
    const siti = stand.visitorOn(channel, 'Siti');
    await orders(siti, 'keripik 2');
    await siti.says('/pesanan');
    for (const no of ['ga jadi', 'jangan']) {
      await siti.presses(/^Batalkan/);
      await siti.says(no);
      await siti.hearsNothingOf(/sudah dibatalkan/);
    }
    await siti.presses(/^Batalkan/);
    await siti.says('buka jam berapa?');
    await siti.says('ya');
    await siti.hearsNothingOf(/sudah dibatalkan/);
    expect(await stand.count('SELECT sum(allocated) FROM stock')).toBe(2);
    await siti.presses(/^Batalkan/);
    await siti.says('iya batalin aja');
    await siti.hears(/2 × Keripik tempe dari pesanan .* sudah dibatalkan/);
    expect(await stand.count('SELECT sum(allocated) FROM stock')).toBe(0);
  });

  test('/privasi says what is kept and who keeps it', async () => {
    const stand = await openStand();
    const siti = stand.visitorOn(channel, 'Siti');
    await siti.says('/privasi');
    await siti.hears(/Nama: tidak disimpan/, /Pesanan: 0/);
    await orders(siti, 'keripik 2', 'Siti Aminah');
    await siti.says('/privasi');
    await siti.hears(/Nama: Siti Aminah/, /Nomor HP: tidak disimpan/, /Pesanan: 1/, /Kantor Gerai Contoh/);
  });

  test('what visitors write is kept nowhere', async () => {
    const stand = await openStand();
    const siti = stand.visitorOn(channel, 'Siti');
    await siti.says('apakah lumbung padi di kebun raya masih berdiri tegak?');
    await siti.heard();
    await siti.says('NIK saya 3671 0123 4567 8901 tolong dicatat');
    await siti.hears(/NIK atau paspor tidak perlu dikirim/);
    const tables = await stand.rows<{ name: string }>(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`,
    );
    for (const { name } of tables) {
      const rows = JSON.stringify(await stand.rows(`SELECT * FROM "${name}"`));
      expect(rows, name).not.toMatch(/lumbung|3671/);
    }
  });
});

describe.each(FORGEABLE_CHANNELS)('a forged button about an order on %s', (channel) => {
  test('shows nobody else’s: a code that was overheard is as unknown as one that never was', async () => {
    const stand = await openStand();
    const siti = stand.visitorOn(channel, 'Siti');
    const code = await orders(siti, 'keripik 2');
    await siti.presses('Pesanan saya');
    await siti.hears(CODE);
    const cancel = siti.choiceOf(/^Batalkan/).replace('ask-cancel', 'cancel');
    const budi = stand.visitorOn(channel, 'Budi');
    await budi.says('ACD-EFH');
    const never = await budi.hears(/tidak ada di obrolan ini/);
    await budi.says(code);
    expect((await budi.hears(/tidak ada di obrolan ini/)).text).toBe(never.text);
    await budi.chooses(`show-slip ${code}`);
    await budi.hearsNothingOf(/Keripik/);
    await budi.chooses(cancel);
    await budi.hears(/tidak ada di obrolan ini/);
    expect(await stand.rows('SELECT state FROM fulfilments')).toEqual([{ state: 'ready' }]);
  });
});
