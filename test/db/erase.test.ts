/** Erasing among many, on a file and through a server: what is left in the bytes of the pages, and of others. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../db/connect.ts';
import { fileUrl } from '../../db/database-url.ts';
import { migrateDatabase } from '../../db/migrate.ts';
import { erasePerson } from '../../db/store/erase/erase.ts';
import type { Fitted } from '../../src/chat/render.ts';
import { MIGRATIONS } from '../../src/node/files.ts';
import { seeded } from '../support/seeded.ts';
import { openStore, START } from './store-support.ts';
import { temporaryFile } from './support.ts';

const NAME = 'Zubaidah Qomariah';
const PHONE = '+6281299887766';
const fitted = (text: string): Fitted => ({
  text,
  choices: [],
  photo: null,
  inPlace: false,
  contactButton: null,
});

describe.each(['file', 'hrana'] as const)('on a %s', (kind) => {
  it('leaves nothing of one, and everything of another', async () => {
    const world = await openStore(kind);
    const [one, other] = [await world.meet('111222333'), await world.meet('444555666')];
    for (const [view, name] of [
      [one, NAME],
      [other, 'Bambang'],
    ] as const) {
      const { id: chatId } = view.chat;
      await world.decide(view, {
        effects: [{ kind: 'person', name, phone: PHONE }],
        messages: [
          {
            key: `k ${chatId}`,
            publicId: null,
            chatId,
            channel: 'telegram',
            external: 'x',
            cause: null,
            kind: 'reply',
            about: null,
            message: fitted(`Halo ${name}`),
            replaces: null,
          },
        ],
      });
    }
    const recorded: unknown[] = [];
    const record = async (each: unknown) => void recorded.push(each);
    expect(await erasePerson(world.database, one.person.id, { now: START, record })).toEqual({
      kind: 'erased',
      personId: one.person.id,
    });
    expect(recorded).toEqual([{ person: one.person.id, publicIds: ['person111222333'], at: START }]);
    expect(await world.select('SELECT name FROM persons ORDER BY id')).toEqual([
      { name: null },
      { name: 'Bambang' },
    ]);
    expect(await world.figure('SELECT count(*) FROM outbox')).toBe(1);
    expect((await world.store.loadView(inbound('111222333'))).view).toBeNull();
    expect((await world.see('444555666')).person.name).toBe('Bambang');
    expect(await erasePerson(world.database, 99_999, { now: START })).toEqual({ kind: 'unknown' });
  });
});

function inbound(chat: string) {
  return {
    key: 'look',
    channel: 'telegram' as const,
    chat,
    actor: chat,
    at: START,
    body: { kind: 'text' as const, text: 'halo' },
  };
}

/**
 * Pages are split, merged and rewritten while rows come and go: `secure_delete` has to hold through that, too. Each of
 * many people is erased in the midst of others, and their own mark is looked for in all bytes.
 */
it('leaves no bytes on pages that were split and merged', async () => {
  const file = temporaryFile();
  await migrateDatabase({ url: fileUrl(file) }, MIGRATIONS);
  const database = await openDatabase({ url: fileUrl(file) });
  const random = seeded(7).next;
  const mark = (person: number) => `Mark${person}x${(person * 7919) % 9973}end`;
  const PEOPLE = 300;
  for (let round = 0; round < 4; round += 1) {
    for (let from = 1; from <= PEOPLE; from += 50) {
      const ids = Array.from({ length: 50 }, (_, index) => from + index);
      await database.write(
        ids.flatMap((person) => [
          ...(round === 0
            ? [
                {
                  sql: 'INSERT INTO persons (id, public_id, name, created_at) VALUES (?, ?, ?, 1)',
                  args: [person, `p${person}`, mark(person)],
                },
                {
                  sql: `INSERT INTO addresses (id, channel, external, person_id) VALUES (?, 'web', ?, ?)`,
                  args: [person, `${mark(person)}-session`, person],
                },
                {
                  sql: `INSERT INTO chats (id, channel, external, address_id, conversation) VALUES (?, 'web', ?, ?, '{}')`,
                  args: [person, `${mark(person)}-session`, person],
                },
              ]
            : []),
          {
            sql: 'UPDATE chats SET conversation = ? WHERE id = ?',
            args: [JSON.stringify({ unanswered: `${mark(person)} ${'w'.repeat(random() * 900)}` }), person],
          },
          {
            sql: `INSERT INTO outbox (key, chat_id, cause, kind, message, state, due_at, created_at)
              VALUES (?, ?, ?, 'reply', ?, 'sent', 1, 1)`,
            args: [
              `web:${mark(person)}-session:${round} reply`,
              person,
              `web:${mark(person)}-session:${round}`,
              JSON.stringify(fitted(`${mark(person)} ${'m'.repeat(random() * 1500)}`)),
            ],
          },
          {
            sql: 'INSERT INTO inbox (key, at) VALUES (?, 1)',
            args: [`web:${mark(person)}-session:${round}`],
          },
        ]),
      );
    }
  }
  const erased = Array.from({ length: 60 }, (_, index) => 1 + index * 5);
  for (const person of erased) await erasePerson(database, person, { now: 2 });
  await database.forgetOld?.();
  const bytes = readdirSync(dirname(file))
    .map((name) => readFileSync(join(dirname(file), name)).toString('latin1'))
    .join('');
  await database.close();
  expect(erased.filter((person) => bytes.includes(mark(person)))).toEqual([]);
  expect(bytes).toContain(mark(2));
});
