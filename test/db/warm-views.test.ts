/** A warm view is what a cold one would be, whatever was written by whom; and it is asked for only once. */
import { beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../../db/database.ts';
import { markStatement } from '../../db/store/outbox/marks.ts';
import { makeStore } from '../../db/store/store.ts';
import { newConversation } from '../../src/chat/conversation.ts';
import type { View } from '../../src/chat/facts.ts';
import type { Inbound } from '../../src/chat/message.ts';
import type { Commit, NewMessage, Store } from '../../src/engine/store.ts';
import { EMPTY_CART } from '../../src/shop/cart.ts';
import type { Effect } from '../../src/shop/effects.ts';
import { openFile, START } from '../delivery/world.ts';
import { sql } from './support.ts';

let database: Database;
let warm: Store;
let cold: Store;
let reads: number;
let broken: Error | null;
let keys: number;

beforeEach(async () => {
  const file = await openFile();
  reads = 0;
  broken = null;
  keys = 0;
  database = {
    ...file,
    read(statements) {
      reads += 1;
      return file.read(statements);
    },
    write: async (statements) => {
      if (broken) throw broken;
      return file.write(statements);
    },
  };
  warm = makeStore(database);
  // Nothing tells it what was written, so that it keeps nothing.
  cold = makeStore({ kind: 'embedded', read: file.read, write: file.write, close: file.close });
  for (const chat of ['ani', 'budi']) await warm.introduce(from(chat), `person ${chat}`, 'id', START);
});

function from(chat: string, replyTo?: string): Inbound {
  keys += 1;
  const body = { kind: 'text' as const, text: 'halo', ...(replyTo === undefined ? {} : { replyTo }) };
  return { key: `event ${keys}`, channel: 'telegram', chat, actor: chat, at: START, body };
}

async function viewOf(chat: string): Promise<View> {
  const { view } = await warm.loadView(from(chat));
  if (!view) throw new Error(`${chat} is not known.`);
  return view;
}

/** The view that is in memory, which must be the one that is stored. */
async function expectWarm(chat: string): Promise<View> {
  const before = reads;
  const view = await viewOf(chat);
  expect(reads).toBe(before);
  expect(view).toEqual((await cold.loadView(from(chat))).view);
  return view;
}

/** Whatever is in memory, it is the one that is stored. */
async function expectTrue(chat: string): Promise<View> {
  const { view, catalogueVersion } = await warm.loadView(from(chat));
  expect({ view, catalogueVersion }).toEqual(await cold.loadView(from(chat)));
  return viewOf(chat);
}

function decision(view: View, effects: readonly Effect[] = [], messages: readonly NewMessage[] = []): Commit {
  keys += 1;
  return {
    origin: { personId: view.person.id, addressId: view.address.id, chatId: view.chat.id, now: START },
    inboxKey: `event ${keys}`,
    chat: {
      version: view.chat.version,
      conversation: { ...view.chat.conversation, misses: keys },
      heldUntil: null,
    },
    effects,
    messages,
    leaseUntil: START,
  };
}

function notice(to: View, about: string | null): NewMessage {
  keys += 1;
  const message = {
    text: 'Pesanan baru',
    choices: [{ id: 'accept part', label: 'Terima' }],
    photo: null,
    inPlace: false,
    contactButton: null,
  };
  const external = 'somebody';
  const which = { key: `notice ${keys}`, publicId: null, chatId: to.chat.id, channel: 'telegram', external };
  return { ...which, channel: 'telegram', cause: null, kind: 'notice', about, message, replaces: null };
}

describe('a view', () => {
  test('is loaded once', async () => {
    await viewOf('ani');
    await expectWarm('ani');
  });

  test('of a chat that nobody has written in is not kept', async () => {
    expect((await warm.loadView(from('citra'))).view).toBeNull();
    await warm.introduce(from('citra'), 'person citra', 'en', START);
    expect((await viewOf('citra')).chat.conversation).toEqual(newConversation('en'));
  });

  test('is there from the introduction on, whatever others decide meanwhile', async () => {
    const ani = await viewOf('ani');
    const body = { ...EMPTY_CART, name: 'Ani' };
    await Promise.all([
      warm.introduce(from('citra'), 'person citra', 'en', START),
      warm.commit(decision(ani, [{ kind: 'cart', version: 0, body }])),
    ]);
    expect((await expectWarm('citra')).chat.conversation).toEqual(newConversation('en'));
  });

  test('is carried on by what its own chat decides', async () => {
    const effects: Effect[][] = [
      [],
      [{ kind: 'cart', version: 0, body: { ...EMPTY_CART, name: 'Ani' } }],
      [{ kind: 'cart', version: 1, body: EMPTY_CART }],
      [{ kind: 'person', name: 'Ani', phone: '+628121234567', noticeAt: START }],
      [{ kind: 'person', phone: null }],
      [{ kind: 'person', language: 'en' }],
    ];
    await viewOf('ani');
    for (const each of effects) {
      expect(await warm.commit(decision(await viewOf('ani'), each))).toEqual({ owed: [] });
      await expectWarm('ani');
    }
    expect(await viewOf('ani')).toMatchObject({
      person: { name: 'Ani', phone: null, noticeAt: START },
      cart: { version: 2, body: EMPTY_CART },
    });
  });

  test('with a quoted message is looked for each time', async () => {
    await viewOf('ani');
    await warm.commit(decision(await viewOf('ani'), [], [notice(await viewOf('ani'), null)]));
    await database.write([markStatement(1, { state: 'sent', externalId: '77', sentAt: START })]);
    const { view } = await warm.loadView(from('ani', '77'));
    expect(view?.quoted?.choices).toHaveLength(1);
    expect((await expectTrue('ani')).quoted).toBeNull();
  });
});

describe('a refused decision', () => {
  test('leaves nothing of itself', async () => {
    const stale = decision(await viewOf('ani'));
    await cold.commit(decision(await viewOf('ani')));
    expect(await warm.commit(stale)).toEqual({ refused: 'chats.version' });
    expect((await expectTrue('ani')).chat.version).toBe(stale.chat.version + 1);
  });

  test('that was repeated leaves nothing of itself', async () => {
    const first = decision(await viewOf('ani'));
    await warm.commit(first);
    const again = { ...decision(await viewOf('ani')), inboxKey: first.inboxKey };
    expect(await warm.commit(again)).toEqual({ refused: 'inbox.key' });
    await expectTrue('ani');
  });

  test('that could not be stored leaves nothing of itself', async () => {
    const decided = decision(await viewOf('ani'));
    broken = new Error('the disk is full');
    await expect(warm.commit(decided)).rejects.toThrow('the disk is full');
    broken = null;
    await expectTrue('ani');
  });
});

describe('what is decided in another chat', () => {
  test('shows in every chat of the same person', async () => {
    await database.write([
      sql("UPDATE addresses SET person_id = (SELECT id FROM persons WHERE public_id = 'person ani')"),
    ]);
    await viewOf('budi');
    await warm.commit(decision(await viewOf('ani'), [{ kind: 'cart', version: 0, body: EMPTY_CART }]));
    expect((await expectTrue('budi')).cart.version).toBe(1);
  });

  test('shows where it owes a notice with choices', async () => {
    const budi = await viewOf('budi');
    await warm.commit(decision(await viewOf('ani'), [], [notice(budi, 'part-1')]));
    expect((await expectTrue('budi')).openNotices).toHaveLength(1);
  });

  test('leaves other views in memory', async () => {
    await viewOf('budi');
    await warm.commit(decision(await viewOf('ani'), [], [notice(await viewOf('budi'), null)]));
    await expectWarm('budi');
  });
});

describe('what is written past the store', () => {
  test.each([
    ['a name', "UPDATE persons SET name = 'Budi'"],
    ['a role', "INSERT INTO roles (address_id, role, name, granted_at) VALUES (2, 'admin', 'Budi', 0)"],
    ['a chat', "UPDATE chats SET external = 'ani now' WHERE external = 'ani'"],
    ['the catalogue', 'UPDATE versions SET value = value + 1'],
    ['the choices of notices', 'UPDATE outbox SET about = NULL'],
    ['what is not understood', "WITH one AS (SELECT 1) UPDATE persons SET name = 'Budi'"],
  ])('shows: %s', async (_what, statement) => {
    await viewOf('budi');
    await database.write([sql(statement)]);
    await expectTrue('budi');
  });

  test('how sends ended leaves views in memory', async () => {
    await warm.commit(decision(await viewOf('ani'), [], [notice(await viewOf('ani'), null)]));
    await viewOf('budi');
    await database.write([markStatement(1, { state: 'sent', externalId: '1', sentAt: START })]);
    await expectWarm('budi');
  });

  test('is not overtaken by a view that was read before', async () => {
    const reading = warm.loadView(from('budi'));
    await database.write([sql("UPDATE persons SET name = 'Budi'")]);
    await reading;
    await expectTrue('budi');
  });
});
