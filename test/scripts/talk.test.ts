import { describe, expect, test } from 'vitest';
import { openStand, STAND_CHANNELS, type Stand } from '../support/stand.ts';
import { orders } from './ordering.ts';

const MEN = 'lapas-kelas-1-tangerang';
const WOMEN = 'lapas-perempuan-2a-tangerang';
const HOUR = 3_600_000;

/** Who owns the visitor's chat, and until when, for each talk that there was. */
const owners = (stand: Stand) =>
  stand.rows(
    `SELECT r.name AS owner, t.until, t.ended_at IS NOT NULL AS ended, t.reason FROM talks t
     LEFT JOIN roles r ON r.address_id = t.taken_by ORDER BY t.id`,
  );

describe.each(STAND_CHANNELS)('a visitor on %s who wants a person', (channel) => {
  test('talks with whoever takes the chat, and the bot is silent until it is handed back', async () => {
    const stand = await openStand();
    const budi = await stand.keeper(channel, 'Pak Budi');
    const joko = await stand.staffOf(MEN, channel, 'Pak Joko');
    const siti = stand.visitorOn(channel, 'Siti');
    await siti.says('mau ngomong sama orangnya langsung dong');
    await siti.hears(/petugas sudah saya kabari/);
    await budi.hears(/ingin bicara dengan petugas/, /“mau ngomong sama orangnya langsung dong”/);
    await siti.says('keripik berapa?');
    await siti.hears(/Rp15\.000/);
    await budi.presses('Balas pengunjung');
    await budi.hears(/Anda sekarang mengobrol/);
    await siti.hears(/Anda sekarang mengobrol dengan Pak Budi/);
    await joko.presses('Balas pengunjung');
    await joko.hears(/sedang ditangani Pak Budi/);
    await siti.says('keripik 2');
    await budi.hears(/keripik 2/);
    expect(await siti.heard()).toEqual([]);
    await budi.says('1 atau 2 bungkus, bu?');
    await siti.hears(/Pak Budi\n1 atau 2 bungkus, bu\?/);
    await siti.says('NIK saya 3671012345678901');
    const masked = await budi.hears(/NIK saya/);
    expect(masked.text).not.toContain('3671012345678901');
    await siti.sendsPhoto();
    await budi.hears(/mengirim foto/);
    expect(await siti.heard()).toEqual([]);
    await budi.presses('Selesai');
    await siti.hears(/Pak Budi sudah selesai/);
    await siti.says('keripik 2');
    await siti.hears(/Keranjang\n• 2 × Keripik tempe/);
    expect(await owners(stand)).toMatchObject([{ owner: 'Pak Budi', ended: 1 }]);
    expect(await stand.count(`SELECT count(*) FROM carts WHERE body LIKE '%"qty":2%'`)).toBe(1);
  });

  test('has the bot again after an hour in which nobody said anything', async () => {
    const stand = await openStand();
    const budi = await stand.keeper(channel, 'Pak Budi');
    const siti = stand.visitorOn(channel, 'Siti');
    await siti.says('bisa bicara dengan petugas?');
    await budi.presses('Balas pengunjung');
    await stand.passes(HOUR - 60_000);
    await budi.says('sebentar ya bu');
    await siti.hears(/sebentar ya bu/);
    await stand.passes(HOUR - 60_000);
    await siti.says('jadi gimana?');
    await budi.hears(/jadi gimana/);
    expect(await siti.heard()).toEqual([]);
    await stand.passes(2 * 60_000);
    await siti.says('keripik berapa?');
    await siti.hears(/Pak Budi sudah tidak di obrolan ini, jadi saya lanjutkan/, /Rp15\.000/);
    await budi.says('maaf baru sempat');
    await siti.hearsNothingOf(/baru sempat/);
    await budi.hearsNothingOf(/mengobrol/);
  });

  test('whose owner writes too late: it is not sent, and can be taken again', async () => {
    const stand = await openStand();
    const budi = await stand.keeper(channel, 'Pak Budi');
    const siti = stand.visitorOn(channel, 'Siti');
    await siti.says('bisa bicara dengan petugas?');
    await budi.presses('Balas pengunjung');
    await stand.passes(HOUR + 60_000);
    await budi.says('maaf lama');
    await budi.hears(/lebih dari satu jam.*tidak terkirim/);
    await siti.hearsNothingOf(/maaf lama/);
    await budi.presses('Balas pengunjung');
    await budi.says('maaf lama ya');
    await siti.hears(/maaf lama ya/);
    expect(await owners(stand)).toMatchObject([{ owner: 'Pak Budi', ended: 0 }]);
  });

  test('is not mistaken for a question with a number that waits', async () => {
    const stand = await openStand();
    const joko = await stand.staffOf(MEN, channel, 'Pak Joko');
    const andi = stand.visitorOn(channel, 'Andi');
    await andi.says('keripik halal ga?');
    await andi.presses(/^Tanyakan/);
    const siti = stand.visitorOn(channel, 'Siti');
    await siti.says('bisa bicara dengan petugas?');
    await joko.presses('Balas pengunjung');
    await joko.says('1 jam lagi saya ke gerai, bu');
    await siti.hears(/1 jam lagi saya ke gerai/);
    await andi.hearsNothingOf(/1 jam|saya ke gerai/);
    await joko.quotes(/Pertanyaan no. 1/, 'sudah halal');
    await andi.hears(/sudah halal/);
    await siti.hearsNothingOf(/sudah halal/);
  });

  test('goes back to the bot by a press, and its owner hears of it', async () => {
    const stand = await openStand();
    const budi = await stand.keeper(channel, 'Pak Budi');
    const siti = stand.visitorOn(channel, 'Siti');
    await siti.says('bisa bicara dengan petugas?');
    await budi.presses('Balas pengunjung');
    await siti.presses('Kembali ke asisten');
    await siti.hears(/kita lanjutkan/);
    await budi.hears(/kembali ke asisten/);
    await budi.says('halo?');
    await siti.hearsNothingOf(/halo\?/);
    // Where there is no button, one replies to the message that had it.
    if (channel === 'whatsapp-web') await siti.quotes(/Anda sekarang mengobrol/, 'Kembali ke asisten');
    else await siti.presses('Kembali ke asisten');
    await siti.hears(/memang sudah selesai/);
  });

  test('is one of many: an owner finishes one talk before the next', async () => {
    const stand = await openStand();
    const budi = await stand.keeper(channel, 'Pak Budi');
    const siti = stand.visitorOn(channel, 'Siti');
    const andi = stand.visitorOn(channel, 'Andi');
    await siti.says('bisa bicara dengan petugas?');
    await budi.presses('Balas pengunjung');
    await andi.says('min, mau ngobrol sama petugasnya');
    // A number would be said to the visitor.
    if (channel === 'whatsapp-web') await budi.says('Balas pengunjung');
    else await budi.presses('Balas pengunjung');
    await budi.hears(/masih mengobrol dengan pengunjung lain/);
    await budi.says('ada yang bisa dibantu?');
    await siti.hears(/ada yang bisa dibantu/);
    await andi.hearsNothingOf(/dibantu/);
  });

  test('two who take it at once: one has it', async () => {
    const stand = await openStand();
    const budi = await stand.keeper(channel, 'Pak Budi');
    const ani = await stand.keeper(channel, 'Bu Ani');
    const siti = stand.visitorOn(channel, 'Siti');
    await siti.says('bisa bicara dengan petugas?');
    await budi.hears(/ingin bicara/);
    await Promise.all([budi.presses('Balas pengunjung'), ani.presses('Balas pengunjung')]);
    const heard = [...(await budi.heard()), ...(await ani.heard())].map(({ text }) => text);
    expect(heard.filter((text) => text.includes('Anda sekarang mengobrol'))).toHaveLength(1);
    expect(heard.filter((text) => text.includes('sedang ditangani'))).toHaveLength(1);
    expect(await owners(stand)).toHaveLength(1);
  });

  test('with a complaint: it reaches the staff with the order that it concerns', async () => {
    const stand = await openStand();
    const budi = await stand.keeper(channel, 'Pak Budi');
    const rina = await stand.staffOf(WOMEN, channel, 'Bu Rina');
    const joko = await stand.staffOf(MEN, channel, 'Pak Joko');
    const siti = stand.visitorOn(channel, 'Siti');
    const bag = await orders(siti, 'tas 1', 'Siti Aminah');
    await orders(siti, 'keripik 1', 'Siti Aminah');
    await siti.says('tasnya jahitannya lepas, kecewa saya');
    await siti.hears(new RegExp(`Mohon maaf.*${bag}`));
    const told = await rina.hears(
      new RegExp(`Keluhan dari Siti soal pesanan ${bag}: 1 × Tas sulam pita`),
      /jahitannya lepas/,
    );
    expect(told.text).not.toContain('Aminah');
    await budi.hears(new RegExp(`Keluhan dari Siti soal pesanan ${bag}`));
    await joko.hearsNothingOf(/Keluhan/);
    await rina.presses('Balas pengunjung');
    await rina.says('mohon maaf, kami jahit ulang');
    await siti.hears(/Bu Rina\nmohon maaf, kami jahit ulang/);
    expect(await owners(stand)).toMatchObject([{ owner: 'Bu Rina', reason: 'complaint' }]);
  });

  test('where nobody is registered is told where people are', async () => {
    const stand = await openStand();
    const siti = stand.visitorOn(channel, 'Siti');
    await siti.says('bisa bicara dengan petugas?');
    await siti.hears(/ada di lounge pada jam buka/);
    expect(await owners(stand)).toEqual([]);
  });

  test('after two messages that nobody can make out is offered one', async () => {
    const stand = await openStand();
    const budi = await stand.keeper(channel, 'Pak Budi');
    const siti = stand.visitorOn(channel, 'Siti');
    await siti.says('qwe rty');
    await siti.says('zxc vbn');
    await siti.presses('Bicara dengan petugas');
    await siti.hears(/petugas sudah saya kabari/);
    await budi.hears(/ingin bicara dengan petugas/);
  });
});
