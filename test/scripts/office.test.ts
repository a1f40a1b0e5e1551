/** What nobody saw on the page of an office, and a unit that has more than the page. */
import { describe, expect, test } from 'vitest';
import { type OfficePc, officePc } from '../support/office.ts';
import { openStand, type Stand } from '../support/stand.ts';
import { orders } from './ordering.ts';

const WOMEN = 'lapas-perempuan-2a-tangerang';
const MINUTE = 60_000;
const GROUP = -4_001;

async function openOffice(options: Parameters<typeof openStand>[0] = {}) {
  const stand = await openStand(options);
  const pc = officePc(stand);
  const seat = await pc.comes(await stand.invitation('staff', 'Bu Rina', WOMEN));
  return { stand, pc, seat };
}

/** The page displayed all that it was given. */
async function seesAll(stand: Stand, pc: OfficePc, seat: string): Promise<void> {
  const ids = await stand.rows<{ id: string }>(
    'SELECT public_id AS id FROM outbox WHERE public_id IS NOT NULL',
  );
  await pc.opens(seat, '2580');
  const response = await pc.request(`${seat}/terlihat`, {
    method: 'POST',
    headers: { 'x-kantor': await pc.token(seat) },
    body: JSON.stringify({ ids: ids.map(({ id }) => id) }),
  });
  expect(response.status).toBe(200);
}

const passedOn = (stand: Stand) =>
  stand.count("SELECT count(*) FROM outbox WHERE key LIKE 'part % unseen %'");

describe.each(['file', 'hrana'] as const)('an order that nobody saw at the office (%s)', (database) => {
  test('goes to the keepers after ten minutes, once each, and can be answered there', async () => {
    const { stand } = await openOffice({ database });
    const budi = await stand.keeper('telegram');
    const ani = await stand.keeper('telegram', 'Bu Ani');
    const siti = stand.visitorOn('web', 'Siti');
    const code = await orders(siti, 'tas 1');
    await stand.passes(9 * MINUTE);
    await budi.hearsNothingOf(new RegExp(code));
    await stand.passes(MINUTE);
    for (const keeper of [budi, ani]) {
      const told = await keeper.hears(/Belum dilihat di kantor Lapas Perempuan/, new RegExp(code));
      expect(told.text).toContain('10 menit');
      expect(told.labels).toContain('Terima');
    }
    for (const _ of [1, 2, 3]) await stand.passes(30 * MINUTE);
    expect(await passedOn(stand)).toBe(2);
    await budi.presses('Terima');
    await budi.says('11 desember');
    await siti.hears(/diterima/);
  });

  test('goes nowhere when it was seen, or answered elsewhere meanwhile', async () => {
    const { stand, pc, seat } = await openOffice({ database });
    await stand.keeper('telegram');
    const siti = stand.visitorOn('web', 'Siti');
    await orders(siti, 'tas 1');
    await seesAll(stand, pc, seat);
    await stand.passes(60 * MINUTE);
    expect(await passedOn(stand)).toBe(0);
    const dewi = await stand.staffOf(WOMEN, 'telegram', 'Bu Dewi');
    await orders(siti, 'tas 2');
    await dewi.presses('Terima');
    await dewi.says('11 desember');
    await stand.passes(60 * MINUTE);
    expect(await passedOn(stand)).toBe(0);
  });
});

describe('an order that nobody saw at the office', () => {
  test('goes to another address of the unit that was not told, before the keepers', async () => {
    const { stand } = await openOffice();
    const budi = await stand.keeper('telegram');
    const code = await orders(stand.visitorOn('web', 'Siti'), 'tas 1');
    const dewi = await stand.staffOf(WOMEN, 'whatsapp-web', 'Bu Dewi');
    await stand.passes(10 * MINUTE);
    await dewi.hears(/Belum dilihat di kantor/, new RegExp(`${code}[\\s\\S]*1\\. Terima`));
    await stand.passes(60 * MINUTE);
    await budi.hearsNothingOf(new RegExp(code));
    expect(await passedOn(stand)).toBe(1);
    await dewi.says('1');
    await dewi.hears(/Kapan bisa diambil/);
  });

  test('goes on from page to page, and at last to the keepers', async () => {
    const { stand, pc } = await openOffice();
    const budi = await stand.keeper('telegram');
    const code = await orders(stand.visitorOn('web', 'Siti'), 'tas 1');
    const second = await pc.comes(await stand.invitation('staff', 'Bu Dewi', WOMEN), '7410');
    await stand.passes(10 * MINUTE);
    expect(await (await pc.request(`${second}/kabar`)).text()).toBe('{"unseen":1}');
    await budi.hearsNothingOf(new RegExp(code));
    await stand.passes(11 * MINUTE);
    await budi.hears(/Belum dilihat di kantor/, new RegExp(code));
    await stand.passes(60 * MINUTE);
    expect(await passedOn(stand)).toBe(2);
  });

  test('waits until the stand opens: nobody is called out of bed', async () => {
    const { stand } = await openOffice({ now: '2026-11-25T14:55' });
    const budi = await stand.keeper('telegram');
    const code = await orders(stand.visitorOn('web', 'Siti'), 'tas 1');
    await stand.passesTo('2026-11-25T23:00');
    await stand.passesTo('2026-11-26T08:05');
    expect(await passedOn(stand)).toBe(0);
    await stand.passesTo('2026-11-26T08:11');
    await budi.hears(/Belum dilihat di kantor/, new RegExp(code));
  });

  test('is not asked about where the goods lie at the stand already', async () => {
    const stand = await openStand();
    const pc = officePc(stand);
    await pc.comes(await stand.invitation('staff', 'Pak Joko', 'lapas-kelas-1-tangerang'));
    await stand.keeper('telegram');
    await orders(stand.visitorOn('web', 'Siti'), 'keripik 1');
    await stand.passes(60 * MINUTE);
    expect(await passedOn(stand)).toBe(0);
  });

  test('does not concern units whose staff have no page, as it was before', async () => {
    const stand = await openStand();
    await stand.staffOf(WOMEN, 'web');
    await stand.keeper('telegram');
    await orders(stand.visitorOn('web', 'Siti'), 'tas 1');
    await stand.passes(60 * MINUTE);
    expect(await passedOn(stand)).toBe(0);
  });
});

test('a unit’s group is told at once beside its office, and whoever is first has it', async () => {
  const { stand, pc, seat } = await openOffice();
  stand.telegram.group(GROUP, 'Petugas');
  const dewi = stand.inGroup(stand.visitorOn('telegram', 'Dewi'), GROUP);
  await dewi.opens(await stand.invitation('staff', 'Grup Perempuan', WOMEN));
  await dewi.hears(/Grup ini kini tersambung/);
  const siti = stand.visitorOn('web', 'Siti');
  const first = await orders(siti, 'tas 1');
  await dewi.hears(new RegExp(first));
  const accept = await pc.boardChoice(seat, 'accept');
  await pc.chats(seat, { choice: accept });
  await pc.chats(seat, { text: '11 desember' });
  await dewi.presses('Terima');
  await dewi.hears(/Sudah diterima oleh Bu Rina/);

  const second = await orders(siti, 'tas 2');
  await dewi.hears(new RegExp(second));
  const late = await pc.boardChoice(seat, 'accept');
  await dewi.presses('Terima');
  await dewi.presses(/11 Desember|Jumat/);
  await stand.settle();
  expect(await (await pc.chats(seat, { choice: late })).text()).toContain('Sudah diterima oleh Dewi');
  expect(await (await pc.request(`${seat}/papan`)).text()).toContain('Sudah diterima oleh Dewi');
});
