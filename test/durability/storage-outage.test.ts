/** Nothing can be stored for a while: a full disk, a database server that is away. */
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import type { Database } from '../../db/database.ts';
import { fileUrl } from '../../db/database-url.ts';
import { embeddedDatabase } from '../../db/embedded.ts';
import { migrateDatabase } from '../../db/migrate.ts';
import { openRemote, remoteDatabase } from '../../db/remote.ts';
import { seedSampleStand } from '../../db/seed/seed.ts';
import { MIGRATIONS, readPicture } from '../../src/node/files.ts';
import { type BotApi, startBotApi } from '../support/bot-api.ts';
import { type Hrana, startHrana } from '../support/hrana.ts';
import { type ChatAnswer, openStand, prepareOnWeb, type StandInProcess, sessionOf } from './in-process.ts';
import { PATIENCE_MS, pause, prepareOrder, SLIP, temporaryFolder, until, WEBHOOK_SECRET } from './support.ts';

const WEB_VISITORS = 24;
const KIND = /sedang tidak bisa mencatat/;

let double: BotApi;
beforeEach(async () => {
  double = await startBotApi({ resendMs: 50 });
});
afterEach(() => double.close());

async function select(database: Database, sql: string): Promise<Record<string, unknown>[]> {
  const [result] = await database.read([{ sql, args: [] }]);
  return (result?.rows ?? []).map((row) => ({ ...row }));
}

/** Orders that lack a part, a line or the first step, and what is promised without an order. */
async function halves(database: Database): Promise<Record<string, unknown>[]> {
  return select(
    database,
    `SELECT 'order without part' AS what, id FROM orders WHERE id NOT IN (SELECT order_id FROM fulfilments)
     UNION ALL SELECT 'part without line', id FROM fulfilments WHERE id NOT IN (SELECT fulfilment_id FROM order_lines)
     UNION ALL SELECT 'part without step', id FROM fulfilments WHERE id NOT IN (SELECT fulfilment_id FROM fulfilment_steps)
     UNION ALL SELECT 'promised', variant_id FROM stock WHERE allocated <> (SELECT coalesce(sum(qty), 0) FROM order_lines l WHERE l.variant_id = stock.variant_id)
     UNION ALL SELECT 'order without slip', o.id FROM orders o WHERE NOT EXISTS (SELECT 1 FROM outbox WHERE chat_id = o.chat_id AND message LIKE '%' || o.code || '%')`,
  );
}

/** What Telegram was answered, beside what it does with that. */
function watched(stand: StandInProcess): number[] {
  const statuses: number[] = [];
  double.deliverTo(async (request) => {
    const response = await stand.gerai.app.fetch(request);
    statuses.push(response.status);
    return response;
  }, WEBHOOK_SECRET);
  return statuses;
}

describe('on a full disk', () => {
  /** The pages that the file may have; null: as many as it likes. */
  let pages: number | null = null;
  let url = '';
  beforeEach(async () => {
    pages = null;
    url = fileUrl(join(temporaryFolder(), 'gerai.db'));
    await migrateDatabase({ url }, MIGRATIONS);
  });
  const open = () =>
    embeddedDatabase({
      url,
      pragmas: () => (pages === null ? [] : [`PRAGMA max_page_count=${pages}`]),
    });

  /** What is short still fits when what is long does not: until nothing fits any more. */
  async function fillUp(stand: StandInProcess): Promise<void> {
    for (let refused = 0, message = 0; refused < 10; message += 1) {
      const { status } = await stand.chat(sessionOf(message % WEB_VISITORS), { text: 'terima kasih' });
      refused = status === 503 ? refused + 1 : 0;
    }
  }

  test('visitors are told, nothing is stored by halves, and everything goes on when there is room', {
    timeout: 120_000,
  }, async () => {
    const roomy = await open();
    await seedSampleStand(roomy, Date.now(), readPicture);
    const before = await openStand(roomy, double);
    const confirms: string[] = [];
    for (let visitor = 0; visitor < WEB_VISITORS; visitor += 1) {
      confirms.push(await prepareOnWeb(before.chat, sessionOf(visitor), 'pesan 1 keripik tempe', 'Siti'));
    }
    const known = double.user({ id: 7, firstName: 'Budi', languageCode: 'id' });
    await prepareOrder(known, 'pesan 1 keripik tempe', 'Budi');
    const [size] = await select(roomy, 'PRAGMA page_count');
    await before.close();

    pages = Number(size?.page_count) + 4;
    const database = await open();
    const stand = await openStand(database, double);
    onTestFinished(() => stand.close());
    const confirm = (visitor: number) =>
      stand.chat(sessionOf(visitor), { choice: confirms[visitor] ?? '', id: `confirm-${visitor}` });
    const first: ChatAnswer[] = [];
    for (let visitor = 0; visitor < WEB_VISITORS; visitor += 1) first.push(await confirm(visitor));
    const refused = first.filter(({ status }) => status === 503);
    expect(first.map(({ status }) => status).filter((status) => status !== 200 && status !== 503)).toEqual(
      [],
    );
    expect(refused.length).toBeGreaterThan(0);
    for (const { text } of refused) expect(text).toMatch(KIND);
    expect(await halves(database)).toEqual([]);
    const stored = await select(database, 'SELECT count(*) AS n FROM orders');
    expect(stored).toEqual([{ n: WEB_VISITORS - refused.length }]);
    expect(refused.length).toBeLessThan(WEB_VISITORS);

    await fillUp(stand);
    const statuses = watched(stand);
    const newcomer = double.user({ id: 8, firstName: 'Sari', languageCode: 'en' });
    const pressed = known.presses('Ya, pesan');
    const asked = newcomer.opens();
    await known.hears(KIND, PATIENCE_MS);
    await newcomer.hears('cannot store anything', PATIENCE_MS);
    await until(() => statuses.length >= 6, 'both were delivered again and again');
    expect(statuses.every((status) => status === 503)).toBe(true);
    expect(known.inbox().filter(({ text }) => KIND.test(text))).toHaveLength(1);
    expect(newcomer.inbox()).toHaveLength(1);
    expect(await select(database, 'SELECT count(*) AS n FROM orders')).toEqual(stored);
    expect(await halves(database)).toEqual([]);

    pages = null;
    await Promise.all([pressed, asked]);
    expect((await known.hears(SLIP, PATIENCE_MS)).text).toContain('Budi');
    await until(() => newcomer.inbox().length > 1, 'the newcomer is answered');
    const last = await Promise.all(confirms.map((_, visitor) => confirm(visitor)));
    for (const { status, text } of last) expect([status, SLIP.test(text)]).toEqual([200, true]);
    expect(await halves(database)).toEqual([]);
    expect(await select(database, 'SELECT count(*) AS n FROM orders')).toEqual([{ n: WEB_VISITORS + 1 }]);
    expect(await select(database, 'SELECT count(*) AS n FROM dead_letters')).toEqual([{ n: 0 }]);
  });
});

describe('while a remote database is away', () => {
  let hrana: Hrana;
  let stand: StandInProcess;
  let database: Database;
  beforeEach(async () => {
    hrana = await startHrana(join(temporaryFolder(), 'server.db'));
    await migrateDatabase({ url: hrana.url }, MIGRATIONS);
    database = remoteDatabase(openRemote({ url: hrana.url }));
    await seedSampleStand(database, Date.now(), readPicture);
    stand = await openStand(database, double);
  });
  afterEach(async () => {
    await stand.close();
    await hrana.close();
  });

  test.each(['cut-before', 503] as const)(
    '(%s) visitors are told, and later everything goes on',
    {
      timeout: 120_000,
    },
    async (how) => {
      const session = sessionOf(1);
      const confirm = await prepareOnWeb(stand.chat, session, 'pesan 1 keripik tempe', 'Siti');
      const statuses = watched(stand);
      const user = double.user({ id: 7, firstName: 'Budi', languageCode: 'id' });
      await prepareOrder(user, 'pesan 1 keripik tempe', 'Budi');
      expect(statuses.every((status) => status === 200)).toBe(true);

      hrana.fail(how, { times: 12 });
      const pressed = user.presses('Ya, pesan');
      await user.hears(KIND, PATIENCE_MS);
      const answers = [];
      do {
        answers.push(await stand.chat(session, { choice: confirm, id: 'confirm' }));
        await pause(20);
      } while (answers.at(-1)?.status === 503);
      await pressed;
      await user.hears(SLIP, PATIENCE_MS);

      expect(answers.length).toBeGreaterThan(1);
      for (const { status, text } of answers.slice(0, -1))
        expect([status, KIND.test(text)]).toEqual([503, true]);
      expect(answers.at(-1)).toMatchObject({ status: 200, text: expect.stringMatching(SLIP) });
      expect(statuses).toContain(503);
      expect(user.inbox().filter(({ text }) => KIND.test(text))).toHaveLength(1);
      expect(await select(database, 'SELECT count(*) AS n FROM orders')).toEqual([{ n: 2 }]);
      expect(await halves(database)).toEqual([]);
    },
  );

  test('an order whose answer was cut off after the commit is not placed again', {
    timeout: 60_000,
  }, async () => {
    const session = sessionOf(1);
    const confirm = await prepareOnWeb(stand.chat, session, 'pesan 1 keripik tempe', 'Siti');
    hrana.fail('cut-after', { match: /insert into ..?orders/i });
    const cut = await stand.chat(session, { choice: confirm, id: 'confirm' });
    expect(cut).toMatchObject({ status: 503, text: expect.stringMatching(KIND) });
    expect(await select(database, 'SELECT count(*) AS n FROM orders')).toEqual([{ n: 1 }]);
    const again = await stand.chat(session, { choice: confirm, id: 'confirm' });
    expect(again).toMatchObject({ status: 200, text: expect.stringMatching(SLIP) });
    expect(await select(database, 'SELECT count(*) AS n FROM orders')).toEqual([{ n: 1 }]);
    expect(await halves(database)).toEqual([]);
  });
});
