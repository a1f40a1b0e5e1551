/** WhatsApp's 24 hours in the whole stand: who may be written to freely, and how the others hear of it all the same. */
import { describe, expect, test } from 'vitest';
import { whatsappTemplates } from '../../src/commands/whatsapp-templates.ts';
import { orders } from '../scripts/ordering.ts';
import { openStand, type Person, type Stand, type StandOptions } from '../support/stand.ts';

const HOUR_MS = 3_600_000;
const UNIT = 'lapas-perempuan-2a-tangerang';

/** The office hands the templates in, and somebody at Meta approves them. */
async function approveTemplates(stand: Stand): Promise<void> {
  const { token, businessId, url: apiRoot } = stand.whatsapp;
  const context = {
    database: stand.database,
    reach: () => ({ web: null, telegram: null, whatsapp: null }),
    now: stand.now,
    templates: { token, businessId, apiRoot },
  };
  await whatsappTemplates.run(context, { submit: 'true' });
  await stand.whatsapp.review(/./, 'APPROVED');
}

async function open(options: StandOptions = {}): Promise<Stand> {
  const stand = await openStand({ window: 'refused', ...options });
  await approveTemplates(stand);
  return stand;
}

/** An order of Siti on WhatsApp, and the staff who answer it on Telegram. */
async function ordered(stand: Stand): Promise<{ siti: Person; rina: Person; code: string }> {
  const rina = await stand.staffOf(UNIT, 'telegram', 'Rina');
  const siti = stand.visitorOn('whatsapp-cloud', 'Siti');
  const code = await orders(siti, 'tas 1');
  await rina.hears(code);
  return { siti, rina, code };
}

async function accept(rina: Person): Promise<void> {
  await rina.presses('Terima');
  await rina.says('11 desember');
}

const kinds = (stand: Stand) => stand.whatsapp.log.map(({ message }) => message.type);
const tasks = (stand: Stand) => stand.count('SELECT count(*) FROM tasks');
const notice = (stand: Stand) =>
  stand.rows("SELECT state, error FROM outbox WHERE key LIKE 'part % accepted visitor' ORDER BY id");
const heardAt = (stand: Stand) =>
  stand.count("SELECT heard_at FROM chats WHERE channel = 'whatsapp-cloud' ORDER BY id LIMIT 1");

/** What the double says by itself comes a moment after its answer. */
async function soon(stand: Stand, done: () => Promise<boolean> | boolean): Promise<void> {
  for (let turns = 0; turns < 200 && !(await done()); turns += 1) {
    await new Promise((resolve) => setTimeout(resolve, 5));
    await stand.settle();
  }
  expect(await done()).toBe(true);
}

describe('a visitor', () => {
  test('who wrote within 24 hours is told in free words', async () => {
    const stand = await open();
    const { rina, siti, code } = await ordered(stand);
    await stand.passes(23 * HOUR_MS);
    await accept(rina);
    const { text } = await siti.hears(code);
    expect(text).toMatch(/^Pesanan .* diterima\./);
    expect(kinds(stand)).not.toContain('template');
  });

  test('who has not is told by a template, with what matters in it', async () => {
    const stand = await open();
    const { rina, siti, code } = await ordered(stand);
    await stand.passes(25 * HOUR_MS);
    await accept(rina);
    const { text } = await siti.hears(code);
    expect(text).toMatch(/^Ada kabar tentang pesanan Anda dengan kode/);
    expect(text).toMatch(/1 × Tas sulam pita/i);
    expect(text).toContain('11 Desember');
    expect(kinds(stand).at(-1)).toBe('template');
    expect(await notice(stand)).toEqual([{ state: 'sent', error: null }]);
    expect(await tasks(stand)).toBe(0);
  });

  test('who has not reads it in their own language', async () => {
    const stand = await open();
    const { rina, siti, code } = await ordered(stand);
    await stand.database.write([{ sql: `UPDATE orders SET language = 'en'`, args: [] }]);
    await stand.passes(25 * HOUR_MS);
    await accept(rina);
    expect((await siti.hears(code)).text).toMatch(/There is news about your order/);
  });

  test('who answers a template opens the window again', async () => {
    const stand = await open();
    const { rina, siti, code } = await ordered(stand);
    await stand.passes(25 * HOUR_MS);
    await accept(rina);
    await siti.hears(code);
    await siti.says('terima kasih');
    await stand.settle();
    await rina.presses('Tolak');
    await rina.presses('Stok habis');
    expect((await siti.hears(code)).text).toMatch(/^Mohon maaf, .* belum bisa memenuhi pesanan/);
  });

  test('hears of a price, and takes it with the button of the template', async () => {
    const stand = await open();
    const rina = await stand.staffOf('lapas-kelas-1-tangerang', 'telegram', 'Rina');
    const siti = stand.visitorOn('whatsapp-cloud', 'Siti');
    const code = await orders(siti, 'paving block 100');
    await rina.hears(code);
    await stand.passes(25 * HOUR_MS);
    await rina.presses('Beri harga');
    await rina.says('450 ribu');
    await rina.presses('Senin, 30 November');
    await rina.presses('7 hari');
    const { text } = await siti.hears(/Penawaran untuk pesanan dengan kode/);
    expect(text).toContain('Rp450.000');
    await siti.presses('Terima penawaran');
    await rina.hears(/diterima: 100 × Paving block/);
    expect(await stand.rows('SELECT state FROM fulfilments')).toEqual([{ state: 'accepted' }]);
  });
});

describe('without an approved template', () => {
  test.each(['PENDING', 'REJECTED', 'PAUSED', 'DISABLED'])('(%s) the keeper has to call', async (status) => {
    const stand = await open();
    const { rina } = await ordered(stand);
    await stand.whatsapp.review(/changed/, status, { reason: 'INVALID_FORMAT' });
    await stand.passes(25 * HOUR_MS);
    const before = stand.whatsapp.log.length;
    await accept(rina);
    expect(await tasks(stand)).toBe(1);
    expect(await notice(stand)).toEqual([
      { state: 'failed', error: expect.stringContaining(`gerai_changed_v1 (id) is ${status}`) },
    ]);
    // Meta was not even asked.
    expect(stand.whatsapp.log).toHaveLength(before);
    expect(stand.whatsapp.counts.refused).toBe(0);
  });

  test('the notice goes to another address of the person', async () => {
    const stand = await openStand({ window: 'refused' });
    const { rina, code } = await ordered(stand);
    const again = stand.visitorOn('telegram', 'Siti');
    await again.says('halo');
    await stand.settle();
    await stand.database.write([
      {
        sql: `UPDATE addresses SET person_id = (SELECT person_id FROM orders)
              WHERE id = (SELECT max(id) FROM addresses WHERE channel = 'telegram')`,
        args: [],
      },
    ]);
    await stand.passes(25 * HOUR_MS);
    await accept(rina);
    expect((await again.hears(code)).text).toMatch(/^Pesanan .* diterima\./);
    expect(await tasks(stand)).toBe(0);
  });

  test('nobody has to call for thanks', async () => {
    const stand = await openStand({ window: 'refused' });
    const budi = await stand.keeper('telegram', 'Pak Budi');
    const siti = stand.visitorOn('whatsapp-cloud', 'Siti');
    const code = await orders(siti, 'keripik tempe 1');
    await stand.passes(25 * HOUR_MS);
    await budi.says(code);
    await budi.presses(/Serahkan/);
    expect(await stand.rows('SELECT state FROM fulfilments')).toEqual([{ state: 'collected' }]);
    expect(await stand.rows("SELECT state FROM outbox WHERE key LIKE 'part % collected visitor'")).toEqual([
      { state: 'failed' },
    ]);
    expect(await tasks(stand)).toBe(0);
  });

  test('that Meta pauses at the very moment is noticed, and not sent again', async () => {
    const stand = await open();
    const { rina } = await ordered(stand);
    await stand.passes(25 * HOUR_MS);
    stand.whatsapp.fail({ how: { status: 400, code: 132015 } });
    await accept(rina);
    expect(await tasks(stand)).toBe(1);
    await stand.settle();
    expect(
      await stand.rows("SELECT status FROM templates WHERE name = 'gerai_changed_v1' AND language = 'id'"),
    ).toEqual([{ status: 'PAUSED' }]);
  });
});

describe.each(['refused', 'reported'] as const)('when Meta says that the window is closed (%s)', (window) => {
  /** Our clock believes that Siti has just written. */
  const believe = (stand: Stand) =>
    stand.database.write([{ sql: 'UPDATE chats SET heard_at = ?', args: [stand.now()] }]);

  test('and ours does not, the notice goes by its template', async () => {
    const stand = await open({ window });
    const { rina, siti } = await ordered(stand);
    await stand.passes(25 * HOUR_MS);
    await believe(stand);
    await accept(rina);
    await soon(stand, () => kinds(stand).at(-1) === 'template');
    expect(siti.whatsapp?.inbox().at(-1)?.text).toMatch(/^Ada kabar tentang pesanan/);
    expect(await notice(stand)).toMatchObject([{ state: 'sent' }]);
    expect(await heardAt(stand)).toBe(0);
  });

  test('and there is no template, the keeper has to call', async () => {
    const stand = await openStand({ window });
    const { rina } = await ordered(stand);
    await stand.passes(25 * HOUR_MS);
    await believe(stand);
    await accept(rina);
    await soon(stand, async () => (await tasks(stand)) === 1);
    expect(await notice(stand)).toMatchObject([{ state: 'failed' }]);
  });
});

describe('staff', () => {
  test('who have not written hear of an order by a template, and accept it there', async () => {
    const stand = await open();
    const rina = await stand.staffOf(UNIT, 'whatsapp-cloud', 'Rina');
    await stand.passes(25 * HOUR_MS);
    const siti = stand.visitorOn('telegram', 'Siti');
    const code = await orders(siti, 'tas 1');
    const { text } = await rina.hears(code);
    expect(text).toMatch(/^Ada pesanan baru dengan kode .* dari Siti untuk /);
    await rina.presses('Terima');
    await rina.says('11 desember');
    expect((await siti.hears(code)).text).toContain('11 Desember');
  });

  test('are asked a question by a template, and answer it there', async () => {
    const stand = await open();
    const rina = await stand.staffOf('lapas-kelas-1-tangerang', 'whatsapp-cloud', 'Rina');
    await stand.passes(25 * HOUR_MS);
    const siti = stand.visitorOn('telegram', 'Siti');
    await siti.says('keripik tempenya halal?');
    await siti.presses(/Tanya/);
    await rina.hears(/Ada pertanyaan pengunjung gerai, nomor 1/);
    await rina.presses('Jawab');
    await rina.says('Belum bersertifikat.');
    await siti.hears('Belum bersertifikat.');
  });

  test('who write "hadir" hear until when all comes here, and what waits', async () => {
    const stand = await openStand({ window: 'refused' });
    const rina = await stand.staffOf(UNIT, 'whatsapp-cloud', 'Rina');
    await stand.passesTo('2026-11-27T07:15');
    const siti = stand.visitorOn('telegram', 'Siti');
    const first = await orders(siti, 'tas 1');
    await rina.hearsNothingOf(first);
    await rina.says('Pagi, saya hadir');
    const { text } = await rina.hears(/Terima kasih sudah hadir, Rina/);
    expect(text).toContain('sampai besok, Sabtu, 28 November pukul 07.15');
    expect(text).toContain('Pesanan yang masih berjalan: 1.');
    expect(text).toContain(first);
    const second = await orders(siti, 'tas 2');
    await rina.hears(second);
  });
});

describe('when somebody last wrote', () => {
  test('is kept with what they wrote, and nothing else changes it', async () => {
    const stand = await openStand();
    const siti = stand.visitorOn('whatsapp-cloud', 'Siti');
    await siti.says('halo');
    const at = Math.floor(stand.now() / 1_000) * 1_000;
    expect(await heardAt(stand)).toBeLessThanOrEqual(at);
    await siti.says('saya mau');
    const wrote = await heardAt(stand);
    // Read by a timer of ours, later.
    await stand.passes(10_000);
    expect(await heardAt(stand)).toBe(wrote);
    // What comes late does not turn the clock back.
    const message = { from: siti.whatsapp?.id, id: 'wamid.L', timestamp: '1', type: 'text' };
    await stand.whatsapp.post({ messages: [{ ...message, text: { body: 'jam buka?' } }] });
    expect(await heardAt(stand)).toBe(wrote);
  });

  test('is not known of chats from before: then it is tried', async () => {
    const stand = await open();
    const { rina, siti, code } = await ordered(stand);
    await stand.database.write([{ sql: 'UPDATE chats SET heard_at = NULL', args: [] }]);
    await accept(rina);
    expect((await siti.hears(code)).text).toMatch(/^Pesanan .* diterima\./);
  });
});
