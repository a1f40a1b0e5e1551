import { describe, expect, test } from 'vitest';
import { FORGEABLE_CHANNELS, openStand, STAND_CHANNELS } from '../support/stand.ts';
import { goesToSummary, orders } from './ordering.ts';

describe.each(STAND_CHANNELS)('what cannot be, on %s', (channel) => {
  test.each([
    ['0', /minimal satu/],
    ['-1', /minimal satu/],
    ['1.5', /per bungkus utuh/],
    ['51', /paling banyak 50 bungkus/],
    ['1000', /paling banyak 50 bungkus/],
    ['999999', /paling banyak 50 bungkus/],
    ['999999999999', /Mau berapa bungkus/],
    ['45', /tinggal 40 bungkus/],
  ])('%s packs are asked about again, and the next number is taken', async (quantity, question) => {
    const stand = await openStand();
    const siti = stand.visitorOn(channel, 'Siti');
    await siti.opens('keripik-tempe');
    await siti.presses('Pesan');
    await siti.hears(/Mau berapa bungkus/);
    await siti.says(quantity);
    await siti.hears(question);
    expect(await stand.count('SELECT count(*) FROM carts')).toBe(0);
    await siti.says('2');
    await siti.hears(/2 × Keripik tempe/);
  });

  test.each([
    ['keripik 0', /minimal satu/],
    ['keripik 1,5', /per bungkus utuh/],
    ['keripik 1000000 bungkus', /paling banyak 50 bungkus/],
  ])('"%s" in words puts nothing into the cart', async (wish, question) => {
    const stand = await openStand();
    const siti = stand.visitorOn(channel, 'Siti');
    await siti.says(wish);
    await siti.hears(question);
    await siti.says('/keranjang');
    await siti.hears(/Keranjang masih kosong/);
  });

  test('a message that is far too long is refused kindly, and the conversation goes on', async () => {
    const stand = await openStand();
    const siti = stand.visitorOn(channel, 'Siti');
    await siti.says('keripik 2');
    await siti.says(`keripik 3 ${'banget '.repeat(500)}`);
    await siti.hears(/terlalu panjang/);
    await siti.says('/keranjang');
    await siti.hears(/2 × Keripik tempe/);
  });

  test('a photo where a number was asked leaves the question open; its caption is read', async () => {
    const stand = await openStand();
    const siti = stand.visitorOn(channel, 'Siti');
    await siti.opens('keripik-tempe');
    await siti.presses('Pesan');
    await siti.sendsPhoto();
    await siti.hears(/belum bisa membaca gambar/);
    await siti.sendsPhoto('3');
    await siti.hears(/3 × Keripik tempe/);
  });

  test('a NIK or a passport number is not kept, and nothing else of its message is done', async () => {
    const stand = await openStand();
    const siti = stand.visitorOn(channel, 'Siti');
    for (const text of ['keripik 2, NIK saya 3671012345670001', 'paspor saya C1234567']) {
      await siti.says(text);
      await siti.hears(/NIK atau paspor tidak perlu/);
    }
    await siti.says('/keranjang');
    await siti.hears(/Keranjang masih kosong/);
    for (const table of ['chats', 'outbox', 'carts', 'persons', 'inbox', 'dead_letters']) {
      const kept = JSON.stringify(await stand.rows(`SELECT * FROM ${table}`));
      expect(kept, table).not.toMatch(/3671012345670001|C1234567/);
    }
  });

  test('a name that is none and a number that is none are asked for again', async () => {
    const stand = await openStand();
    const siti = stand.visitorOn(channel, 'Siti');
    await siti.says('keripik 2');
    await siti.presses('Lanjut pesan');
    await siti.presses('Sekarang');
    for (const name of ['????', 'x'.repeat(61), '12345']) {
      await siti.says(name);
      await siti.hears(/namanya belum terbaca/);
    }
    await siti.says('<b>Siti</b> & 🌸 Aminah');
    await siti.hears(/Nomor HP/);
    await siti.says('0812');
    await siti.hears(/sepertinya belum lengkap/);
    await siti.says('0812 3456 7890');
    await siti.hears(/Atas nama .*Siti.*Aminah, \+6281234567890/);
  });

  test('a confirmation that is pressed twice orders once, and the second press says so', async () => {
    const stand = await openStand();
    const siti = stand.visitorOn(channel, 'Siti');
    await siti.says('keripik 2');
    await goesToSummary(siti, 'Siti');
    const confirm = siti.choiceOf('Ya, pesan');
    await siti.pressesTwice('Ya, pesan');
    await siti.hears(/sudah tercatat/);
    expect(await stand.count('SELECT count(*) FROM orders')).toBe(1);
    await siti.chooses(confirm);
    await siti.hears(/Tidak ada yang menunggu konfirmasi/);
    expect(await stand.count('SELECT count(*) FROM orders')).toBe(1);
    expect(await stand.count('SELECT allocated FROM stock WHERE variant_id = 1')).toBe(2);
  });

  test('old buttons still mean what they meant: a card from before still orders', async () => {
    const stand = await openStand();
    const siti = stand.visitorOn(channel, 'Siti');
    await siti.opens('keripik-tempe');
    await siti.hears(/Stok di gerai/);
    const old = siti.choiceOf('Pesan');
    await siti.says('buka jam berapa?');
    await siti.says('tas 1');
    await siti.chooses(old);
    await siti.hears(/Mau berapa bungkus/);
    await siti.presses('2');
    await siti.hears(/1 × Tas sulam pita/, /2 × Keripik tempe/);
  });

  test('what means nothing is answered kindly, the second time with somebody to turn to', async () => {
    const stand = await openStand();
    const siti = stand.visitorOn(channel, 'Siti');
    await siti.says('asdfgh');
    await siti.hears(/belum menangkap maksudnya/);
    await siti.says('hmm gimana ya');
    await siti.hears(/Petugas gerai di lounge bisa membantu/);
    await siti.says('🙏🙏');
    expect((await siti.heard()).length).toBeGreaterThan(0);
  });
});

describe.each(FORGEABLE_CHANNELS)('what nobody was offered, on %s', (channel) => {
  test('a forged button does nothing but show what can be chosen', async () => {
    const stand = await openStand();
    const siti = stand.visitorOn(channel, 'Siti');
    await siti.opens('');
    for (const forged of ['add 1', 'add 1 zwei', 'delete-all', '__proto__', 'confirm 1 2', '💥']) {
      await siti.chooses(forged);
      expect((await siti.hears(/sudah tidak berlaku/)).labels).toContain('Lihat produk');
    }
    await siti.chooses('add 1 -5');
    await siti.hears(/minimal satu/);
    await siti.chooses('add 999 1');
    await siti.hears(/sudah tidak ada di gerai/);
    await siti.chooses('add 7 1');
    await siti.hears(/Sepatu masih pajangan, belum bisa dipesan/);
    expect(await stand.count('SELECT count(*) FROM orders')).toBe(0);
  });

  test('buttons of staff, keepers and admins are refused to a visitor who forges them', async () => {
    const stand = await openStand();
    const ali = stand.visitorOn(channel, 'Ali');
    const code = await orders(ali, 'tas 1, keripik 1', 'Ali');
    const parts = await stand.rows<{ id: string }>('SELECT public_id AS id FROM fulfilments');
    const before = await stand.rows('SELECT * FROM fulfilments');
    const siti = stand.visitorOn(channel, 'Siti');
    for (const { id } of parts) {
      for (const verb of [
        'accept',
        'reject',
        'made',
        'ready',
        'quote',
        'collect',
        'show-phone',
        'show-part',
      ]) {
        await siti.chooses(verb === 'reject' ? `reject ${id} capacity 1` : `${verb} ${id}`);
        await siti.hears(/hanya untuk petugas/);
      }
      for (const verb of ['cancel', 'ask-cancel']) {
        await siti.chooses(`${verb} ${id}`);
        await siti.hears(/tidak ada di obrolan ini/);
      }
    }
    for (const choice of [
      `show-slip ${code}`,
      `pay ${code} cash`,
      'admin-menu',
      'set-stage interest',
      'ask-price 1',
    ]) {
      await siti.chooses(choice);
      await siti.hears(/hanya untuk petugas/);
      await siti.hearsNothingOf(/Ali/);
    }
    await siti.chooses(`show-order ${code}`);
    await siti.hears(/tidak ada di obrolan ini/);
    expect(await stand.rows('SELECT * FROM fulfilments')).toEqual(before);
    expect(await stand.count('SELECT count(*) FROM payments')).toBe(0);
  });
});

describe('what only Telegram has', () => {
  test('voice, stickers and places are answered each in its own words, and ask nothing again', async () => {
    const stand = await openStand();
    const siti = stand.visitorOn('telegram', 'Siti');
    await siti.opens('keripik-tempe');
    await siti.presses('Pesan');
    await siti.telegram?.sendsVoice();
    await siti.hears(/pesan suara belum bisa saya dengarkan/);
    await siti.telegram?.sends({ sticker: { file_id: 's', file_unique_id: 's' } as never });
    await siti.hears(/Stikernya lucu/);
    await siti.telegram?.sends({ location: { latitude: -6.2, longitude: 106.6 } });
    await siti.hears(/Terima kasih lokasinya/);
    await siti.says('2');
    await siti.hears(/2 × Keripik tempe/);
  });

  test('an edited message changes nothing, and that is said', async () => {
    const stand = await openStand();
    const siti = stand.visitorOn('telegram', 'Siti');
    await siti.says('keripik 2');
    await siti.telegram?.edits('keripik 20');
    await siti.hears(/yang diubah tidak saya baca ulang/);
    await siti.says('/keranjang');
    await siti.hears(/2 × Keripik tempe/);
  });

  test('somebody else’s contact card is no phone number of the sender', async () => {
    const stand = await openStand();
    const siti = stand.visitorOn('telegram', 'Siti');
    await siti.telegram?.sharesContact('+628111111111', 4_711);
    await siti.hears(/belum bisa saya baca/);
    expect(await stand.count('SELECT count(*) FROM persons WHERE phone IS NOT NULL')).toBe(0);
  });

  test('who blocked the bot and is not reached becomes a call for the keeper', async () => {
    const stand = await openStand();
    const rina = await stand.staffOf('lapas-perempuan-2a-tangerang', 'web');
    const yanto = await stand.keeper('web');
    const siti = stand.visitorOn('telegram', 'Siti');
    const code = await orders(siti, 'tas 1');
    await siti.telegram?.blocks();
    await stand.settle();
    await rina.presses('Terima');
    await rina.says('1');
    await rina.hears(new RegExp(`${code} diterima`));
    await yanto.says('/tugas');
    await yanto.hears(/Mohon ditelepon/, new RegExp(code));
    expect(await stand.rows(`SELECT kind FROM tasks WHERE done_at IS NULL`)).toEqual([{ kind: 'call' }]);
    await siti.telegram?.unblocks();
    await siti.says('pesanan saya');
    await siti.hears(new RegExp(code));
  });
});

describe('what only WhatsApp has', () => {
  test('voice, stickers, places and calls are answered each in its own words, and ask nothing again', async () => {
    const stand = await openStand();
    const siti = stand.visitorOn('whatsapp-web', 'Siti');
    await siti.opens('keripik-tempe');
    await siti.presses('Pesan');
    await siti.whatsappWeb?.sends({ type: 'ptt' });
    await siti.hears(/pesan suara belum bisa saya dengarkan/);
    await siti.whatsappWeb?.sends({ type: 'sticker' });
    await siti.hears(/Stikernya lucu/);
    await siti.whatsappWeb?.sends({ type: 'location', body: '/9j/4AAQ' });
    await siti.hears(/Terima kasih lokasinya/);
    await siti.whatsappWeb?.calls();
    await siti.hears(/belum bisa menerima telepon/);
    await siti.says('2');
    await siti.hears(/2 × Keripik tempe/);
  });

  test('an edited message changes nothing, and that is said; one that was deleted says nothing', async () => {
    const stand = await openStand();
    const siti = stand.visitorOn('whatsapp-web', 'Siti');
    await siti.says('keripik 2');
    await siti.hears(/2 × Keripik tempe/);
    await siti.whatsappWeb?.edits('keripik 20');
    await siti.hears(/yang diubah tidak saya baca ulang/);
    const before = (await siti.heard()).length;
    await siti.whatsappWeb?.sends({ type: 'revoked' });
    expect((await siti.heard()).length).toBe(before);
    await siti.says('/keranjang');
    await siti.hears(/2 × Keripik tempe/);
  });
});
