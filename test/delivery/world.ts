/** A dispatcher on a temporary file, with a sender that does as it is told and a clock that moves when it is moved. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { type Database, StorageError } from '../../db/database.ts';
import { embeddedDatabase } from '../../db/embedded.ts';
import { migrateDatabase } from '../../db/migrate.ts';
import { seedSampleStand } from '../../db/seed/seed.ts';
import type { SendOutcome } from '../../src/chat/channel.ts';
import type { ChannelName } from '../../src/chat/message.ts';
import type { Fitted } from '../../src/chat/render.ts';
import type { Clock } from '../../src/delivery/clock.ts';
import { type DispatcherOptions, startDispatcher } from '../../src/delivery/dispatcher.ts';
import type { DeliveryEvent } from '../../src/delivery/events.ts';
import type { Owed, Sender } from '../../src/delivery/sender.ts';
import { sql, temporaryFile } from '../db/support.ts';

const MIGRATIONS = fileURLToPath(new URL('../../db/migrations', import.meta.url));
export const START = 1_000_000_000;

export async function openFile(): Promise<Database> {
  const url = `file:${temporaryFile()}`;
  await migrateDatabase({ url }, MIGRATIONS);
  const database = await embeddedDatabase({ url });
  onTestFinished(() => database.close());
  return database;
}

/* ── the clock ── */

interface Timer {
  readonly time: number;
  readonly run: () => void;
}

export interface FakeClock extends Clock {
  readonly timers: Set<Timer>;
  set(time: number): void;
}

export function fakeClock(): FakeClock {
  let time = START;
  const timers = new Set<Timer>();
  return {
    timers,
    now: () => time,
    set(to) {
      time = to;
    },
    after(ms, run) {
      const timer = { time: time + ms, run };
      timers.add(timer);
      return () => void timers.delete(timer);
    },
  };
}

/* ── the sender ── */

/** A function is asked; `hang` never answers. */
type Told = SendOutcome | 'hang' | ((owed: Owed) => Promise<SendOutcome>);

interface FakeSender extends Sender {
  /** What arrived, in order: `text` and when. */
  readonly calls: { readonly text: string; readonly external: string; readonly at: number }[];
  /** What happens to the next sends of this text; afterwards they are sent. */
  tell(text: string, ...outcomes: Told[]): void;
  texts(): string[];
}

function fakeSender(now: () => number): FakeSender {
  const told = new Map<string, Told[]>();
  const calls: FakeSender['calls'] = [];
  return {
    calls,
    texts: () => calls.map(({ text }) => text),
    tell: (text, ...outcomes) => void told.set(text, [...(told.get(text) ?? []), ...outcomes]),
    async send(owed) {
      const { text } = owed.message;
      calls.push({ text, external: owed.external, at: now() - START });
      const outcome = told.get(text)?.shift() ?? { kind: 'sent', externalId: `id of ${text}` };
      if (outcome === 'hang') return new Promise(() => {});
      return typeof outcome === 'function' ? outcome(owed) : outcome;
    },
  };
}

/* ── the database ── */

type Failing = 'away' | 'written' | 'broken';

export interface WatchedDatabase extends Database {
  /** Calls under way. */
  pending(): number;
  /**
   * From now on nothing can be written; `written`: it is, but the answer gets lost; `broken`: as if by a fault of ours.
   * Only writes whose statements, with their values, match.
   */
  fail(how: Failing | null, only?: RegExp): void;
}

export function watchDatabase(inner: Database, kind = inner.kind): WatchedDatabase {
  let pending = 0;
  let failing: { how: Failing; only: RegExp } | null = null;
  async function counted<T>(work: () => Promise<T>): Promise<T> {
    pending += 1;
    try {
      return await work();
    } finally {
      pending -= 1;
    }
  }
  return {
    kind,
    pending: () => pending,
    fail(how, only = /./) {
      failing = how && { how, only };
    },
    read: (statements) => counted(() => inner.read(statements)),
    write: (statements) =>
      counted(async () => {
        const how = failing?.only.test(JSON.stringify(statements)) ? failing.how : null;
        if (how === 'away') throw new StorageError('unreachable');
        if (how === 'broken') throw new Error('no such column');
        const results = await inner.write(statements);
        if (how === 'written') throw new StorageError('unreachable');
        return results;
      }),
    close: () => inner.close(),
  };
}

/* ── rows ── */

function fitted(text: string): Fitted {
  return { text, choices: [], photo: null, inPlace: false, contactButton: null };
}

export interface Row {
  readonly text: string;
  readonly chatId?: number;
  readonly key?: string;
  readonly kind?: 'reply' | 'notice';
  readonly state?: string;
  readonly attempts?: number;
  readonly dueAt?: number;
  readonly createdAt?: number;
}

/** Chats 1, 2, 3 … of as many persons; their ids on the channel are `person 1` and so on. */
export async function addChats(
  database: Database,
  count: number,
  channel: ChannelName = 'telegram',
): Promise<void> {
  const persons = Array.from({ length: count }, (_, n) => 1 + n);
  // At once, so that they share a commit; in order all the same.
  await Promise.all(persons.map((n) => addChat(database, { person: n, channel, external: `person ${n}` })));
}

export async function addChat(
  database: Database,
  chat: { readonly person: number; readonly channel: ChannelName; readonly external: string },
): Promise<void> {
  const { person, channel, external } = chat;
  await database.write([
    sql(`INSERT OR IGNORE INTO persons (id, public_id, created_at) VALUES (?, ?, 0)`, person, `p${person}`),
    sql(`INSERT INTO addresses (channel, external, person_id) VALUES (?, ?, ?)`, channel, external, person),
    sql(
      `INSERT INTO chats (channel, external, address_id, conversation)
       VALUES (?, ?, (SELECT max(id) FROM addresses), '{}')`,
      channel,
      external,
    ),
  ]);
}

export async function addRow(database: Database, row: Row): Promise<Owed> {
  const filled = {
    chatId: 1,
    key: `key of ${row.text}`,
    kind: 'reply' as const,
    state: 'pending',
    attempts: 0,
    dueAt: START,
    createdAt: START,
    ...row,
  };
  const [result] = await database.write([
    sql(
      `INSERT INTO outbox (key, chat_id, kind, message, state, attempts, due_at, created_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)
       RETURNING id, (SELECT channel FROM chats WHERE id = chat_id) AS channel,
         (SELECT external FROM chats WHERE id = chat_id) AS external`,
      filled.key,
      filled.chatId,
      filled.kind,
      JSON.stringify(fitted(row.text)),
      filled.state,
      filled.attempts,
      filled.dueAt,
      filled.createdAt,
    ),
  ]);
  const stored = result?.rows[0];
  return {
    id: Number(stored?.id),
    key: filled.key,
    chatId: filled.chatId,
    channel: String(stored?.channel) as ChannelName,
    external: String(stored?.external),
    kind: filled.kind,
    message: fitted(row.text),
    replaces: null,
    attempts: filled.attempts,
    createdAt: filled.createdAt,
  };
}

/** An order of person 1, confirmed in chat 1, with one part whose public id is `abc`. */
export async function addOrder(database: Database): Promise<void> {
  await seedSampleStand(database, START, () => new Uint8Array([1]));
  await database.write([
    sql(
      `INSERT INTO orders (code, stand_id, person_id, chat_id, language, stage, name, created_at)
       VALUES ('K7M2', 1, 1, 1, 'id', 'preorder', 'Siti', 0)`,
    ),
    sql(
      `INSERT INTO fulfilments (public_id, order_id, unit_id, place_id, state, from_stock, quote_first, updated_at)
       VALUES ('abc', 1, 1, 1, 'new', 0, 0, 0)`,
    ),
  ]);
}

export async function select(database: Database, text: string): Promise<Record<string, unknown>[]> {
  const [result] = await database.read([sql(text)]);
  return (result?.rows ?? []).map((row) => ({ ...row }));
}

/** State and attempts of each row, by its text. */
export async function states(database: Database): Promise<Record<string, string>> {
  const rows = await select(database, `SELECT message ->> 'text' AS text, state FROM outbox ORDER BY id`);
  return Object.fromEntries(rows.map(({ text, state }) => [String(text), String(state)]));
}

/* ── all of it ── */

export interface World {
  readonly database: WatchedDatabase;
  readonly clock: FakeClock;
  readonly sender: FakeSender;
  readonly events: DeliveryEvent[];
  readonly dispatcher: Awaited<ReturnType<typeof startDispatcher>>;
  /** Commits rows as the engine does, and hands them over. */
  say(...rows: Row[]): Promise<Owed[]>;
  /** Lets everything happen that happens by itself, without the clock. */
  settle(): Promise<void>;
  /** The same while time goes by. */
  pass(ms: number): Promise<void>;
  states(): Promise<Record<string, string>>;
}

type Options = Partial<Omit<DispatcherOptions, 'database'>> & {
  readonly clock?: FakeClock;
  readonly sender?: FakeSender;
};

async function settle(database: WatchedDatabase): Promise<void> {
  for (let quiet = 0; quiet < 5; quiet = database.pending() > 0 ? 0 : quiet + 1) await nextTurn();
}

export async function startWorld(inner: Database | WatchedDatabase, options: Options = {}): Promise<World> {
  const database = 'pending' in inner ? inner : watchDatabase(inner);
  const clock = options.clock ?? fakeClock();
  const sender = options.sender ?? fakeSender(clock.now);
  const events: DeliveryEvent[] = [];
  const dispatcher = await startDispatcher({
    senders: { telegram: sender },
    random: () => 0.5,
    onEvent: (event) => void events.push(event),
    ...options,
    database,
    clock,
  });
  return {
    database,
    clock,
    sender,
    events,
    dispatcher,
    async say(...rows) {
      const leased = { state: 'sending', dueAt: clock.now() + 60_000, createdAt: clock.now() };
      const owed = await Promise.all(rows.map((row) => addRow(inner, { ...leased, ...row })));
      dispatcher.dispatch(owed);
      await settle(database);
      return owed;
    },
    settle: () => settle(database),
    pass: (ms) => pass(database, clock, ms),
    states: () => states(inner),
  };
}

export async function pass(database: WatchedDatabase, clock: FakeClock, ms: number): Promise<void> {
  const end = clock.now() + ms;
  for (;;) {
    await settle(database);
    const [next] = [...clock.timers].sort((one, other) => one.time - other.time);
    if (!next || next.time > end) break;
    clock.timers.delete(next);
    clock.set(Math.max(clock.now(), next.time));
    next.run();
  }
  clock.set(end);
  await settle(database);
}
