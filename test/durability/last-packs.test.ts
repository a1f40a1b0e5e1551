/** Fifty visitors confirm at the same moment, and there are ten packs. */
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { migrateDatabase } from '../../db/migrate.ts';
import { openRemote, remoteDatabase } from '../../db/remote.ts';
import { seedSampleStand } from '../../db/seed/seed.ts';
import { MIGRATIONS, readPicture } from '../../src/node/files.ts';
import { startBotApi } from '../support/bot-api.ts';
import { startHrana } from '../support/hrana.ts';
import { freePort } from '../support/server.ts';
import { chatWith, openStand, prepareOnWeb, sessionOf } from './in-process.ts';
import {
  ask,
  BOT_TOKEN,
  count,
  PATIENCE_MS,
  prepareOrder,
  SLIP,
  startServer,
  telegramSettings,
  temporaryFolder,
  until,
} from './support.ts';

const PACKS = 10;
const ON_WEB = 30;
const ON_TELEGRAM = 20;
const SOLD_OUT = /stok .*Keripik tempe.* sedang habis/;
const WISH = 'pesan 1 keripik tempe';
/** The sample stand opens with 40 packs. */
const TAKE_AWAY = `INSERT INTO movements (variant_id, kind, qty, at) VALUES (1, 'breakage', ${PACKS - 40}, 0)`;

function expectTen(texts: readonly string[]): void {
  expect(texts.filter((text) => SLIP.test(text))).toHaveLength(PACKS);
  expect(texts.filter((text) => SOLD_OUT.test(text))).toHaveLength(ON_WEB + ON_TELEGRAM - PACKS);
}

test('one server: ten get a pack on the web and on Telegram, forty read that there are no more', {
  timeout: 180_000,
}, async () => {
  const folder = temporaryFolder();
  const double = await startBotApi({ token: BOT_TOKEN });
  onTestFinished(() => double.close());
  const env = telegramSettings(double, await freePort());
  await (await startServer({ folder, env })).stop();
  await ask(folder, TAKE_AWAY);
  const server = await startServer({ folder, env });
  const chat = (session: string, body: object) => chatWith(fetch, server.at, session, body);
  const users = Array.from({ length: ON_TELEGRAM }, (_, index) =>
    double.user({ id: 100 + index, firstName: 'Tamu', languageCode: 'id' }),
  );
  const onTelegram = Promise.all(users.map((user) => prepareOrder(user, WISH, 'Budi')));
  const confirms: string[] = [];
  for (let visitor = 0; visitor < ON_WEB; visitor += 1) {
    confirms.push(await prepareOnWeb(chat, sessionOf(visitor), WISH, 'Siti'));
  }
  await onTelegram;

  const answers = await Promise.all([
    ...confirms.map((choice, visitor) => chat(sessionOf(visitor), { choice })),
    ...users.map(async (user) => {
      await user.presses('Ya, pesan');
      const { text } = await user.hears(new RegExp(`${SLIP.source}|${SOLD_OUT.source}`), PATIENCE_MS);
      return { status: 200, text };
    }),
  ]);
  expect(answers.filter(({ status }) => status !== 200)).toEqual([]);
  expectTen(answers.map(({ text }) => text));
  await until(
    async () => (await count(folder, `SELECT count(*) FROM outbox WHERE state = 'sending'`)) === 0,
    'all is sent',
  );
  expect(await server.stop()).toEqual({ code: 0, signal: null });
  expect(await ask(folder, 'SELECT on_hand, allocated FROM stock WHERE variant_id = 1')).toEqual([
    [{ on_hand: PACKS, allocated: PACKS }],
  ]);
  expect(await count(folder, 'SELECT count(*) FROM orders')).toBe(PACKS);
  expect(await count(folder, 'SELECT count(*) FROM dead_letters')).toBe(0);
});

test('two servers on one remote database: the guards hold across them', { timeout: 180_000 }, async () => {
  const hrana = await startHrana(join(temporaryFolder(), 'server.db'));
  onTestFinished(() => hrana.close());
  await migrateDatabase({ url: hrana.url }, MIGRATIONS);
  const open = () => remoteDatabase(openRemote({ url: hrana.url }));
  const database = open();
  await seedSampleStand(database, Date.now(), readPicture);
  await database.write([{ sql: TAKE_AWAY, args: [] }]);
  const stands = [await openStand(open()), await openStand(open())] as const;
  onTestFinished(async () => {
    await Promise.all(stands.map((stand) => stand.close()));
    await database.close();
  });
  const standOf = (visitor: number) => stands[visitor % 2] ?? stands[0];
  const visitors = Array.from({ length: ON_WEB + ON_TELEGRAM }, (_, visitor) => visitor);
  const confirms = await Promise.all(
    visitors.map((visitor) => prepareOnWeb(standOf(visitor).chat, sessionOf(visitor), WISH, 'Siti')),
  );
  const answers = await Promise.all(
    visitors.map((visitor) => standOf(visitor).chat(sessionOf(visitor), { choice: confirms[visitor] ?? '' })),
  );
  expect(answers.filter(({ status }) => status !== 200)).toEqual([]);
  expectTen(answers.map(({ text }) => text));
  const [stock, orders] = await database.read([
    { sql: 'SELECT on_hand, allocated FROM stock WHERE variant_id = 1', args: [] },
    { sql: 'SELECT id FROM orders', args: [] },
  ]);
  expect({ ...stock?.rows[0] }).toEqual({ on_hand: PACKS, allocated: PACKS });
  expect(orders?.rows).toHaveLength(PACKS);
});
