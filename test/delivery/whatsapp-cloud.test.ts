/** What WhatsApp says of messages after it has taken them, in the whole stand. */
import { describe, expect, test } from 'vitest';
import { StorageError } from '../../db/database.ts';
import { markStatement } from '../../db/store/outbox/marks.ts';
import { loadReported } from '../../db/store/outbox/reports.ts';
import { makeCopy } from '../../src/chat/copy/copy.ts';
import { makeReports, referenceOf } from '../../src/delivery/reports.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { readCopy } from '../../src/node/files.ts';
import { whatsappCloudLine } from '../../src/whatsapp-cloud.ts';
import { orders } from '../scripts/ordering.ts';
import { startGraphApi } from '../support/graph-api.ts';
import { openStand, type Person, type Stand } from '../support/stand.ts';
import { addChat, addRow, openFile, select } from './world.ts';

const DAY_MS = 24 * 3_600_000;

const lastOf = (stand: Stand) => stand.whatsapp.log.at(-1)?.id ?? '';
const newestRow = async (stand: Stand) =>
  (await stand.rows('SELECT state, attempts, error FROM outbox ORDER BY id DESC LIMIT 1'))[0];
const unreachable = (stand: Stand) =>
  stand.count('SELECT count(*) FROM addresses WHERE unreachable_at IS NOT NULL');

/** An order of somebody on WhatsApp, and the staff who will answer it on Telegram. */
async function ordered(stand: Stand): Promise<{ siti: Person; rina: Person }> {
  const rina = await stand.staffOf('lapas-perempuan-2a-tangerang', 'telegram', 'Rina');
  const siti = stand.visitorOn('whatsapp-cloud', 'Siti');
  const code = await orders(siti, 'tas 1');
  await rina.hears(code);
  return { siti, rina };
}

async function accept(rina: Person): Promise<void> {
  await rina.presses('Terima');
  await rina.says('11 desember');
}

describe.each(['refused', 'reported'] as const)('when the window is closed (%s)', (window) => {
  test('the keeper has to call, and nothing is sent over and over', async () => {
    const stand = await openStand({ window });
    const { rina } = await ordered(stand);
    await stand.passes(2 * DAY_MS);
    await accept(rina);
    await stand.settle();
    await expectSoon(stand, async () => (await stand.count('SELECT count(*) FROM tasks')) === 1);
    expect(
      await stand.rows("SELECT state, error FROM outbox WHERE key LIKE 'part % accepted visitor'"),
    ).toEqual([{ state: 'failed', error: expect.stringContaining('window closed') }]);
    // They can be written to again as soon as they write.
    expect(await unreachable(stand)).toBe(0);
  });
});

/** What the double says by itself comes a moment after its answer. */
async function expectSoon(stand: Stand, done: () => Promise<boolean>): Promise<void> {
  for (let turns = 0; turns < 200 && !(await done()); turns += 1) {
    await new Promise((resolve) => setTimeout(resolve, 5));
    await stand.settle();
  }
  expect(await done()).toBe(true);
}

describe('a message that was taken', () => {
  test('and cannot be delivered closes the address, until something arrives there', async () => {
    const stand = await openStand();
    const siti = stand.visitorOn('whatsapp-cloud', 'Siti');
    await siti.says('halo');
    await stand.settle();
    const first = lastOf(stand);
    expect((await stand.whatsapp.report(first, 'failed', 131026)).status).toBe(200);
    expect(await newestRow(stand)).toMatchObject({
      state: 'failed',
      error: expect.stringContaining('131026'),
    });
    expect(await unreachable(stand)).toBe(1);
    await siti.says('buka jam berapa?');
    await stand.settle();
    await stand.whatsapp.report(lastOf(stand), 'sent');
    expect(await unreachable(stand)).toBe(1);
    await stand.whatsapp.report(lastOf(stand), 'read');
    expect(await unreachable(stand)).toBe(0);
    // "delivered" of the one that failed, late, changes nothing.
    await stand.whatsapp.report(first, 'delivered');
    expect(await stand.count("SELECT count(*) FROM outbox WHERE state = 'failed'")).toBe(1);
  });

  test('and failed by a fault that passes is sent again, as itself', async () => {
    const stand = await openStand();
    const siti = stand.visitorOn('whatsapp-cloud', 'Siti');
    await siti.says('halo');
    await stand.settle();
    const before = stand.whatsapp.log.length;
    const first = lastOf(stand);
    await stand.whatsapp.report(first, 'failed', 131056);
    await stand.whatsapp.report(first, 'failed', 131056);
    expect(await newestRow(stand)).toMatchObject({ state: 'pending', attempts: 1 });
    await stand.passes(10_000);
    expect(await newestRow(stand)).toMatchObject({ state: 'sent' });
    expect(stand.whatsapp.log).toHaveLength(before + 1);
    // Of the copy that went before; the row is the other one's now.
    await stand.whatsapp.report(first, 'failed', 131026);
    expect(await newestRow(stand)).toMatchObject({ state: 'sent' });
  });

  test('whose answer got lost is not sent twice when its status says that it was sent', async () => {
    const stand = await openStand();
    const siti = stand.visitorOn('whatsapp-cloud', 'Siti');
    stand.whatsapp.fail({ path: 'messages', how: 'cut' });
    await siti.whatsapp?.says('berapa harga batako?');
    for (let turns = 0; turns < 200 && stand.whatsapp.log.length === 0; turns += 1) {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    await stand.whatsapp.report(lastOf(stand), 'sent');
    await stand.passes(60_000);
    expect(await newestRow(stand)).toMatchObject({ state: 'sent' });
    expect(stand.whatsapp.log).toHaveLength(1);
  });
});

describe('an event', () => {
  test('that is posted again is one event', async () => {
    const stand = await openStand();
    const message = {
      from: '628111',
      id: 'wamid.X',
      timestamp: '1',
      type: 'text',
      text: { body: 'berapa harga batako?' },
    };
    for (let n = 0; n < 3; n += 1) {
      expect((await stand.whatsapp.post({ messages: [message] })).status).toBe(200);
    }
    await stand.settle();
    expect(await stand.rows('SELECT key FROM inbox')).toEqual([{ key: 'whatsapp:wamid.X' }]);
    expect(stand.whatsapp.log).toHaveLength(1);
  });

  test('is not taken from somebody else, in a size that nobody sends, or before it is asked for', async () => {
    const stand = await openStand();
    expect((await stand.whatsapp.postRaw('{}', 'sha256=00')).status).toBe(401);
    expect((await stand.whatsapp.postRaw(`"${'x'.repeat(3 * 1024 * 1024)}"`)).status).toBe(413);
    const path = '/webhooks/whatsapp?hub.mode=subscribe&hub.challenge=5&hub.verify_token=';
    expect((await stand.gerai.app.request(`${path}wrong`)).status).toBe(403);
    const right = await stand.gerai.app.request(`${path}${stand.whatsapp.verifyToken}`);
    expect([right.status, await right.text()]).toEqual([200, '5']);
  });

  test('shows in the health of the channel, which is listed from the start', async () => {
    const stand = await openStand();
    const channels = async () => (await (await stand.gerai.app.request('/readyz')).json()).channels;
    expect((await channels())['whatsapp-cloud']).toEqual({ lastInbound: null, lastConfirmedSend: null });
    await stand.visitorOn('whatsapp-cloud', 'Siti').says('halo');
    await stand.settle();
    expect((await channels())['whatsapp-cloud']).toEqual({
      lastInbound: expect.any(String),
      lastConfirmedSend: expect.any(String),
    });
  });
});

describe('a reply that quotes a message with numbers', () => {
  test('chooses from that message', async () => {
    const stand = await openStand();
    const siti = stand.visitorOn('whatsapp-cloud', 'Siti');
    await siti.says('ada apa aja?');
    await siti.says('jam buka gerai?');
    await siti.quotes(/Keripik tempe/, '4');
    await siti.hears(/Batako · no\. 4/);
  });
});

describe('a late report', () => {
  test('that comes before its answer was written down is not overwritten by it', async () => {
    const database = await openFile();
    await addChat(database, { person: 1, channel: 'whatsapp-cloud', external: '628111' });
    const owed = await addRow(database, { text: 'siap', state: 'sending' });
    const report = makeReports({
      database,
      reachable: {},
      now: () => 5,
      random: () => 0.5,
      onEvent: () => undefined,
      onDue: () => undefined,
    });
    const about = { externalId: 'wamid.A', reference: referenceOf(owed), isThere: false };
    await report('whatsapp-cloud', [{ ...about, outcome: { kind: 'rejected', reason: 'window closed' } }]);
    const sent = (externalId: string) => markStatement(owed.id, { state: 'sent', externalId, sentAt: 6 });
    await database.write([sent('wamid.A')]);
    expect(await select(database, 'SELECT state, error FROM outbox')).toEqual([
      { state: 'failed', error: 'window closed' },
    ]);
    // Of a row that had this id in another database.
    const other = { ...about, reference: referenceOf({ ...owed, createdAt: owed.createdAt - 1 }) };
    await report('whatsapp-cloud', [
      { ...other, isThere: true, outcome: { kind: 'sent', externalId: 'wamid.A' } },
    ]);
    // Another copy that was sent is another message.
    await database.write([sent('wamid.B')]);
    expect(await select(database, 'SELECT state FROM outbox')).toEqual([{ state: 'sent' }]);
    // Nor does one channel say anything of the messages of another.
    expect(await loadReported(database, 'telegram', [owed.id])).toEqual([]);
  });
});

describe('when nothing can be stored', () => {
  test('Meta is to come again, and whoever wrote is told once', async () => {
    const double = await startGraphApi();
    const copy = makeCopy(readCopy());
    const database = await openFile();
    const { token, phoneId, appSecret, verifyToken, url: apiRoot } = double;
    const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
    const background: Promise<unknown>[] = [];
    const line = whatsappCloudLine({
      settings: { token, phoneId, appSecret, verifyToken, apiRoot },
      database,
      copy,
      log,
      now: Date.now,
      background: (work) => void background.push(work),
    });
    let isDown = true;
    const engine: Engine = {
      async handle() {
        if (isDown) throw new StorageError('full');
        return { status: 'handled', answers: [], toast: null, heldUntil: null };
      },
    };
    double.deliverTo(line.webhook({ engine, takeReports: async () => undefined }));
    const [siti, budi] = [double.person('628111'), double.person('628222')];
    expect(await siti.says('halo')).toBe(503);
    expect(await siti.says('halo?')).toBe(503);
    expect(await budi.says('halo')).toBe(503);
    await Promise.all(background);
    const apology = /sedang tidak bisa mencatat/;
    expect(siti.inbox().map(({ text }) => text)).toEqual([expect.stringMatching(apology)]);
    expect(budi.inbox()).toHaveLength(1);
    isDown = false;
    expect(await siti.says('halo')).toBe(200);
    isDown = true;
    expect(await siti.says('halo')).toBe(503);
    await Promise.all(background);
    expect(siti.inbox()).toHaveLength(2);
    await double.close();
  });
});
