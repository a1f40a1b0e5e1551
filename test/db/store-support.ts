/** A seeded database behind the engine's store, embedded or through a server, and decisions to commit to it. */
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openDatabase } from '../../db/connect.ts';
import type { Database } from '../../db/database.ts';
import { fileUrl } from '../../db/database-url.ts';
import { migrateDatabase } from '../../db/migrate.ts';
import { seedSampleStand } from '../../db/seed/seed.ts';
import { loadSnapshot } from '../../db/store/catalogue.ts';
import { makeStore } from '../../db/store/store.ts';
import type { View } from '../../src/chat/facts.ts';
import type { Inbound } from '../../src/chat/message.ts';
import type { Fitted } from '../../src/chat/render.ts';
import type { Commit, NewMessage, Store } from '../../src/engine/store.ts';
import { MIGRATIONS, readPicture } from '../../src/node/files.ts';
import type { Snapshot } from '../../src/shop/catalogue.ts';
import type { Effect, NewPart } from '../../src/shop/effects.ts';
import { startHrana } from '../support/hrana.ts';
import { temporaryFile } from './support.ts';

export const START = Date.UTC(2026, 10, 25, 3);
export const LEASE = START + 60_000;

/** Of the sample stand: 40 packs from stand stock, and what is made first. */
export const CHIPS = { product: 1, variant: 1, unit: 1 } as const;
export const BAG = { product: 5, variant: 6, unit: 2 } as const;

let template: Promise<string> | null = null;

/** Migrated and seeded once for each process that tests run in. */
async function makeTemplate(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'gerai-store-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'gerai.db');
  await migrateDatabase({ url: fileUrl(file) }, MIGRATIONS);
  const database = await openDatabase({ url: fileUrl(file) });
  await seedSampleStand(database, START, readPicture);
  await database.close();
  return file;
}

export interface StoreWorld {
  readonly database: Database;
  readonly store: Store;
  readonly snapshot: Snapshot;
  select(text: string): Promise<Record<string, unknown>[]>;
  /** The one figure that the statement asks for. */
  figure(text: string): Promise<unknown>;
  /** Somebody writes in a chat for the first time. */
  meet(chat: string, channel?: Inbound['channel']): Promise<View>;
  see(chat: string, channel?: Inbound['channel']): Promise<View>;
  /** Commits a decision made from this view. */
  decide(view: View, change?: Decided): ReturnType<Store['commit']>;
}

export interface Decided {
  readonly key?: string;
  readonly version?: number;
  readonly effects?: readonly Effect[];
  readonly messages?: readonly NewMessage[];
  readonly now?: number;
}

/** Closed by itself when the test ends. */
export async function openStore(kind: 'file' | 'hrana'): Promise<StoreWorld> {
  template ??= makeTemplate();
  const from = await template;
  const file = temporaryFile();
  for (const end of ['', '-wal']) if (existsSync(from + end)) copyFileSync(from + end, file + end);
  const hrana = kind === 'hrana' ? await startHrana(file) : null;
  const database = await openDatabase({ url: hrana?.url ?? fileUrl(file) });
  onTestFinished(async () => {
    await database.close();
    await hrana?.close();
  });
  const store = makeStore(database);
  let events = 0;

  async function select(text: string) {
    const [result] = await database.read([{ sql: text, args: [] }]);
    return (result?.rows ?? []).map((row) => ({ ...row }));
  }
  async function see(chat: string, channel: Inbound['channel'] = 'telegram'): Promise<View> {
    const { view } = await store.loadView(inboundOf(chat, channel));
    if (!view) throw new Error(`Nobody has written in ${chat} yet.`);
    return view;
  }
  return {
    database,
    store,
    snapshot: await loadSnapshot(database),
    select,
    async figure(text) {
      const [row] = await select(text);
      return Object.values(row ?? {})[0];
    },
    see,
    async meet(chat, channel = 'telegram') {
      await store.introduce(inboundOf(chat, channel), `person${chat}`, 'id', START);
      return see(chat, channel);
    },
    decide(view, { key, version, effects = [], messages = [], now = START } = {}) {
      events += 1;
      const commit: Commit = {
        origin: { personId: view.person.id, addressId: view.address.id, chatId: view.chat.id, now },
        inboxKey: key ?? `event:${events}`,
        chat: {
          version: version ?? view.chat.version,
          conversation: view.chat.conversation,
          heldUntil: null,
        },
        effects,
        messages,
        leaseUntil: now + 60_000,
      };
      return store.commit(commit);
    },
  };
}

export function inboundOf(
  chat: string,
  channel: Inbound['channel'] = 'telegram',
  body: Inbound['body'] = { kind: 'text', text: 'halo' },
  actor = chat,
): Inbound {
  return { key: `${channel}:${chat}`, channel, chat, actor, at: START, body };
}

export function fitted(text: string, ...choices: string[]): Fitted {
  return {
    text,
    choices: choices.map((id) => ({ id, label: id })),
    photo: null,
    inPlace: false,
    contactButton: null,
  };
}

export function messageTo(view: View, key: string, change: Partial<NewMessage> = {}): NewMessage {
  return {
    key,
    publicId: null,
    chatId: view.chat.id,
    channel: 'telegram',
    external: 'somebody',
    cause: null,
    kind: 'reply',
    about: null,
    message: fitted(key),
    replaces: null,
    ...change,
  };
}

export function chipsPart(publicId: string, qty: number): NewPart {
  return {
    publicId,
    unitId: CHIPS.unit,
    placeId: 1,
    state: 'ready',
    fromStock: true,
    quoteFirst: false,
    pickupDay: '2026-11-26',
    pickupNow: false,
    lines: [
      {
        productId: CHIPS.product,
        variantId: CHIPS.variant,
        mode: 'ready',
        qty,
        price: 15_000,
        priceStatus: 'sample',
      },
    ],
  };
}

export function bagPart(publicId: string): NewPart {
  return {
    ...chipsPart(publicId, 1),
    unitId: BAG.unit,
    state: 'new',
    fromStock: false,
    pickupDay: null,
    lines: [
      {
        productId: BAG.product,
        variantId: BAG.variant,
        mode: 'preorder',
        qty: 1,
        price: 185_000,
        priceStatus: 'sample',
      },
    ],
  };
}

type OrderEffect = Extract<Effect, { kind: 'order' }>;

/** An order under the versions that the seed leaves. */
export function orderEffect(
  code: string,
  parts: readonly NewPart[],
  change: Partial<OrderEffect> = {},
): OrderEffect {
  const products = new Set(parts.flatMap(({ lines }) => lines.map(({ productId }) => productId)));
  return {
    kind: 'order',
    code,
    stage: 'preorder',
    language: 'id',
    name: 'Siti Aminah',
    phone: null,
    parts,
    guards: { stand: { id: 1, version: 1 }, products: [...products].map((id) => ({ id, version: 1 })) },
    ...change,
  };
}

export function stepEffect(
  part: { readonly id: number; readonly publicId: string; readonly version: number },
  from: Extract<Effect, { kind: 'step' }>['from'],
  to: Extract<Effect, { kind: 'step' }>['to'],
): Effect {
  return { kind: 'step', part, from, to, change: {} };
}
