import { describe, expect, test } from 'vitest';
import { saysOnDuty } from '../../../src/chat/understand/on-duty.ts';
import { orders } from '../../scripts/ordering.ts';
import { openStand, STAND_CHANNELS } from '../../support/stand.ts';

describe('the start of a shift', () => {
  test.each([
    'hadir',
    'Hadir.',
    'saya hadir',
    'Saya sudah hadir, Pak',
    'masuk',
    'saya masuk hari ini',
    'selamat pagi, saya hadir',
    'Pagi bu, hadir!',
    "assalamu'alaikum, saya mulai tugas",
    'piket',
    'here',
    "I'm here",
    'Good morning, on duty',
    'im on duty today',
  ])('is heard in "%s"', (text) => {
    expect(saysOnDuty(text)).toBe(true);
  });

  test.each([
    'halo',
    'pagi',
    'kapan gerai hadir di bandara?',
    'saya mau masuk ke gerai',
    'pesanan sudah masuk?',
    'hadirin',
    'is anyone here?',
    'here is my order',
    'tidak masuk',
    '',
  ])('is not heard in "%s"', (text) => {
    expect(saysOnDuty(text)).toBe(false);
  });
});

describe.each(STAND_CHANNELS)('"hadir" on %s', (channel) => {
  test('of staff is thanked for, with what waits; only where there is an end to it, it is told', async () => {
    const stand = await openStand();
    const rina = await stand.staffOf('lapas-perempuan-2a-tangerang', channel, 'Bu Rina');
    await rina.says('hadir');
    const { text } = await rina.hears(/Terima kasih sudah hadir, Bu Rina/);
    expect(/sampai besok, Kamis, 26 November pukul 10.00/.test(text)).toBe(channel === 'whatsapp-cloud');
    expect(text).toContain('Saat ini belum ada pesanan yang menunggu.');
    const siti = stand.visitorOn('telegram', 'Siti');
    const code = await orders(siti, 'tas 1');
    await rina.says('here');
    await rina.hears(/Pesanan yang masih berjalan: 1\./, code);
    await rina.presses(new RegExp(code));
    await rina.hears(/menunggu jawaban/);
  });

  test('of a visitor is just what they say', async () => {
    const stand = await openStand();
    const siti = stand.visitorOn(channel, 'Siti');
    await siti.says('hadir');
    await siti.hearsNothingOf(/Terima kasih sudah hadir/, /hanya untuk petugas/);
    expect(await siti.heard()).not.toEqual([]);
  });
});

test('"masuk" as the answer to a question is the answer', async () => {
  const stand = await openStand();
  const rina = await stand.staffOf('lapas-perempuan-2a-tangerang', 'telegram', 'Bu Rina');
  const siti = stand.visitorOn('telegram', 'Siti');
  await orders(siti, 'tas 1');
  await rina.presses('Tolak');
  await rina.presses('Alasan lain');
  await rina.says('masuk');
  await siti.hears(/Kata petugasnya: “masuk”/);
});
