import { beforeEach, describe, expect, test } from 'vitest';
import { TELEGRAM } from '../../bots/telegram/capabilities.ts';
import type { Database } from '../../db/database.ts';
import type { SendOutcome } from '../../src/chat/channel.ts';
import { sql } from '../db/support.ts';
import { addChat, addOrder, openFile, type Row, select, startWorld, type World } from './world.ts';

const BLOCKED: SendOutcome = { kind: 'unreachable', reason: 'Forbidden: bot was blocked by the user' };
const NUMBERED = { ...TELEGRAM, channel: 'whatsapp-cloud', buttons: null } as const;
const reachable = {
  telegram: TELEGRAM,
  'whatsapp-cloud': NUMBERED,
  web: { ...TELEGRAM, channel: 'web' },
} as const;

const ready: Row = { text: 'siap', key: 'part abc ready visitor', kind: 'notice' };

let database: Database;
beforeEach(async () => {
  database = await openFile();
  await addChat(database, { person: 1, channel: 'telegram', external: 'siti' });
  await addOrder(database);
});

const start = () => startWorld(database, { reachable });
const tasks = () => select(database, 'SELECT kind, order_id, done_at FROM tasks');
const CALL = { kind: 'call', order_id: 1, done_at: null };

async function sendReady(
  { say, pass, sender }: World,
  outcome: SendOutcome,
  row: Row = ready,
): Promise<void> {
  sender.tell(row.text, ...Array.from({ length: 9 }, () => outcome));
  await say(row);
  await pass(400_000);
}

describe('an order notice that does not reach its visitor', () => {
  test('because they blocked the bot becomes a call for the keeper', async () => {
    await sendReady(await start(), BLOCKED);
    expect(await tasks()).toEqual([CALL]);
    expect(await select(database, 'SELECT state FROM outbox')).toEqual([{ state: 'failed' }]);
    expect(await select(database, 'SELECT unreachable_at > 0 AS marked FROM addresses')).toEqual([
      { marked: 1 },
    ]);
  });

  test('in all its tries becomes a call', async () => {
    await sendReady(await start(), { kind: 'retry', afterMs: null, scope: 'chat', reason: '500' });
    expect(await tasks()).toEqual([CALL]);
    expect(await select(database, 'SELECT unreachable_at FROM addresses')).toEqual([
      { unreachable_at: null },
    ]);
  });

  test('because the channel finds it wrong, or never confirms it, becomes a call', async () => {
    const world = await start();
    await sendReady(world, { kind: 'rejected', reason: 'Bad Request' });
    expect(await tasks()).toEqual([CALL]);
    await database.write([sql('DELETE FROM tasks')]);
    await sendReady(
      world,
      { kind: 'uncertain', reason: 'cut' },
      { ...ready, text: 'x', key: 'part abc made visitor' },
    );
    expect(await tasks()).toEqual([CALL]);
  });

  test('is one call for all notices of an order, until somebody has called', async () => {
    const world = await start();
    await sendReady(world, BLOCKED);
    await sendReady(world, BLOCKED, { ...ready, text: 'batal', key: 'part abc cancelled visitor' });
    expect(await tasks()).toEqual([CALL]);
    await database.write([sql('UPDATE tasks SET done_at = 5')]);
    await sendReady(world, BLOCKED, { ...ready, text: 'habis', key: 'part abc expired visitor' });
    expect(await tasks()).toEqual([{ ...CALL, done_at: 5 }, CALL]);
  });

  test('is recorded once, although the answer of the database got lost', async () => {
    await addChat(database, { person: 1, channel: 'telegram', external: 'siti lagi' });
    const world = await start();
    world.sender.tell('siap', BLOCKED);
    world.database.fail('written');
    await world.say(ready);
    await world.pass(5_000);
    world.database.fail(null);
    await world.pass(120_000);
    expect(world.sender.calls.map(({ external }) => external)).toEqual(['siti', 'siti lagi']);
    expect(await tasks()).toEqual([]);
  });
});

describe('a visitor with another address', () => {
  test('hears of it there, and nobody has to call', async () => {
    await addChat(database, { person: 1, channel: 'telegram', external: 'siti lagi' });
    const world = await start();
    world.sender.tell('siap', BLOCKED);
    await world.say(ready);
    await world.pass(5_000);
    expect(world.sender.calls.map(({ external }) => external)).toEqual(['siti', 'siti lagi']);
    expect(await select(database, 'SELECT key, state FROM outbox')).toEqual([
      { key: 'part abc ready visitor', state: 'failed' },
      { key: 'part abc ready visitor via 2', state: 'sent' },
    ]);
    expect(await tasks()).toEqual([]);
  });

  test('is called when that one is closed too', async () => {
    await addChat(database, { person: 1, channel: 'telegram', external: 'siti lagi' });
    await sendReady(await start(), BLOCKED);
    expect(await tasks()).toEqual([CALL]);
    expect(await select(database, 'SELECT chat_id FROM outbox')).toEqual([{ chat_id: 1 }, { chat_id: 2 }]);
  });

  test('gets it in the form of the other channel, with its choices', async () => {
    await addChat(database, { person: 1, channel: 'whatsapp-cloud', external: '62812' });
    const world = await start();
    const [owed] = await world.say();
    expect(owed).toBeUndefined();
    world.sender.tell('siap', BLOCKED);
    await database.write([
      sql(
        `INSERT INTO outbox (key, chat_id, kind, about, message, state, due_at, created_at)
         VALUES ('part abc quoted visitor', 1, 'notice', 'abc', ?, 'pending', 0, ?)`,
        JSON.stringify({
          text: 'siap',
          choices: [{ id: 'take-quote abc 1', label: 'Setuju' }],
          photo: null,
          inPlace: false,
          contactButton: null,
        }),
        world.clock.now(),
      ),
    ]);
    await world.pass(3_000);
    expect(
      await select(database, `SELECT message ->> 'text' AS text, about, state FROM outbox WHERE chat_id = 2`),
    ).toEqual([{ text: 'siap\n\n1. Setuju', about: 'abc', state: 'pending' }]);
  });

  test('that is known to be closed, a page, a group or of somebody else is called', async () => {
    await addChat(database, { person: 1, channel: 'telegram', external: 'closed' });
    await database.write([sql(`UPDATE addresses SET unreachable_at = 1 WHERE external = 'closed'`)]);
    await addChat(database, { person: 1, channel: 'web', external: 'page' });
    await addChat(database, { person: 2, channel: 'telegram', external: 'budi' });
    await database.write([
      sql(
        `INSERT INTO chats (channel, external, address_id, conversation) VALUES ('telegram', '-100', 1, '{}')`,
      ),
    ]);
    const world = await start();
    await sendReady(world, BLOCKED);
    expect(world.sender.calls.map(({ external }) => external)).toEqual(['siti']);
    expect(await tasks()).toEqual([CALL]);
  });
});

test('a reply, or a notice to the staff, that does not arrive is nobody’s task', async () => {
  const world = await start();
  await sendReady(world, BLOCKED, { text: 'halo' });
  await sendReady(world, BLOCKED, { ...ready, text: 'baru', key: 'part abc new 1' });
  expect(await tasks()).toEqual([]);
});

describe('a group that moved', () => {
  const MOVED: SendOutcome = { kind: 'moved', chat: '-100200' };

  test('is followed at once, with what waits behind, and stays where it is now', async () => {
    await addChat(database, { person: 2, channel: 'telegram', external: '-5' });
    const { say, sender, pass } = await start();
    sender.tell('baru', MOVED);
    await say({ text: 'baru', chatId: 2 }, { text: 'lagi', chatId: 2 });
    await pass(100);
    expect(sender.calls.map(({ external, text }) => `${external} ${text}`)).toEqual([
      '-5 baru',
      '-100200 baru',
      '-100200 lagi',
    ]);
    expect(await select(database, 'SELECT external FROM chats WHERE id = 2')).toEqual([
      { external: '-100200' },
    ]);
  });

  test('to a chat that is known already sends what is owed there', async () => {
    await addChat(database, { person: 2, channel: 'telegram', external: '-5' });
    await addChat(database, { person: 3, channel: 'telegram', external: '-100200' });
    const { say, sender, pass, states } = await start();
    sender.tell('baru', MOVED);
    await say({ text: 'baru', chatId: 2 }, { text: 'lagi', chatId: 2 });
    await pass(100);
    expect(sender.calls.map(({ external }) => external)).toEqual(['-5', '-100200', '-100200']);
    expect(await states()).toEqual({ baru: 'sent', lagi: 'sent' });
  });

  test('again and again is given up', async () => {
    await addChat(database, { person: 2, channel: 'telegram', external: '-5' });
    const { say, sender, pass, states } = await start();
    sender.tell('baru', ...Array.from({ length: 50 }, () => MOVED));
    await say({ text: 'baru', chatId: 2 });
    await pass(10_000);
    expect(await states()).toEqual({ baru: 'dead' });
  });
});
