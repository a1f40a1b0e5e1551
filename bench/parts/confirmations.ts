/** Confirmations in groups against the same ones committed one by one: through the webhook, and in the store alone. */
import { join } from 'node:path';
import type { Update } from 'grammy/types';
import { TELEGRAM } from '../../bots/telegram/capabilities.ts';
import { parseUpdate } from '../../bots/telegram/parse.ts';
import { WEB } from '../../bots/web/capabilities.ts';
import { openDatabase } from '../../db/connect.ts';
import { type Database, type Statement, StorageError } from '../../db/database.ts';
import { loadSnapshot } from '../../db/store/catalogue.ts';
import { makeStore } from '../../db/store/store.ts';
import { makeCopy } from '../../src/chat/copy/copy.ts';
import type { Inbound } from '../../src/chat/message.ts';
import { makeCatalogue } from '../../src/engine/catalogue.ts';
import { type Engine, makeEngine } from '../../src/engine/engine.ts';
import { makeLanes } from '../../src/lanes.ts';
import { readCopy } from '../../src/node/files.ts';
import { derivedIds } from '../../src/node/secrets.ts';
import { readUnderstand } from '../../src/node/understand.ts';
import { openConnection } from '../support/connection.ts';
import { prepareStand, type Stage } from '../support/contenders.ts';
import type { Contender } from '../support/load.ts';
import { dataFolder, removeFolder } from '../support/processes.ts';
import { median } from '../support/stats.ts';
import { newChat, type Step, updateFor } from '../support/updates.ts';
import { contenderOf, dialogueOf } from './webhook.ts';

const CONNECTIONS = 16;
const ROUNDS = 3;
const VISITORS = 320;
const DECISIONS = 400;

export interface Grouping {
  readonly grouped: number;
  readonly singly: number;
}

/** Visitors are led up to the last button; then all of them press it. Confirmations a second. */
export async function confirmations(stage: Stage): Promise<Grouping> {
  const steps = await dialogueOf(stage, 'gerai');
  const rates: Record<keyof Grouping, number[]> = { grouped: [], singly: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    rates.grouped.push(await confirmAll(stage, contenderOf(stage, 'gerai'), steps));
    rates.singly.push(await confirmAll(stage, contenderOf(stage, 'gerai-singly'), steps));
  }
  return { grouped: median(rates.grouped), singly: median(rates.singly) };
}

async function confirmAll(stage: Stage, contender: Contender, steps: readonly Step[]): Promise<number> {
  const chats = Array.from({ length: VISITORS }, newChat);
  for (const step of steps.slice(0, -1)) await postToAll(contender, chats, [step]);
  await stage.botApi.quiet();
  const ms = await postToAll(contender, chats, steps.slice(-1));
  await stage.botApi.quiet();
  return (VISITORS / ms) * 1_000;
}

/** @returns the milliseconds that it took until all were acknowledged. */
async function postToAll(
  contender: Contender,
  chats: readonly number[],
  steps: readonly Step[],
): Promise<number> {
  const connections = await Promise.all(Array.from({ length: CONNECTIONS }, () => openConnection(contender)));
  const queue = chats.flatMap((chat) => steps.map((step) => updateFor(chat, step)));
  const from = performance.now();
  await Promise.all(
    connections.map(async (connection) => {
      for (let update = queue.shift(); update !== undefined; update = queue.shift()) {
        const status = await connection.post(update);
        if (status !== 200) throw new Error(`${contender.name} answered ${status}.`);
      }
    }),
  );
  const ms = performance.now() - from;
  for (const connection of connections) connection.close();
  return ms;
}

/** The same writing without a server: what the confirmations of a real engine write, from as many writers. */
export async function storeOnly(): Promise<Grouping> {
  const folder = dataFolder();
  const url = `file:${join(folder, 'data.db')}`;
  await prepareStand(url);
  const database = await openDatabase({ url });
  const rates: Record<keyof Grouping, number[]> = { grouped: [], singly: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    rates.grouped.push(await writeAll(database, await decisions(database), CONNECTIONS));
    rates.singly.push(await writeAll(database, await decisions(database), 1));
  }
  await database.close();
  removeFolder(folder);
  return { grouped: median(rates.grouped), singly: median(rates.singly) };
}

async function writeAll(
  database: Database,
  waiting: (readonly Statement[])[],
  writers: number,
): Promise<number> {
  const { length } = waiting;
  const from = performance.now();
  const writer = async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) await database.write(next);
  };
  await Promise.all(Array.from({ length: writers }, writer));
  return (length / (performance.now() - from)) * 1_000;
}

/** Visitors are led up to the last button; what it would write is kept, and an outage pretended. */
async function decisions(database: Database): Promise<(readonly Statement[])[]> {
  const kept: (readonly Statement[])[] = [];
  let keeps = false;
  const engine = await engineOver({
    ...database,
    async write(statements) {
      if (!keeps) return database.write(statements);
      kept.push(statements);
      throw new StorageError('busy');
    },
  });
  const chats = Array.from({ length: DECISIONS }, newChat);
  const say = (chat: number, step: Step) => engine.handle(inboundOf(chat, step));
  const orderSteps: Step[] = [
    { text: 'keripik 2' },
    { press: 'checkout' },
    { text: 'besok' },
    { text: 'Rani' },
    { press: 'skip-phone' },
  ];
  for (const chat of chats) for (const step of orderSteps) await say(chat, step);
  keeps = true;
  for (const chat of chats) await say(chat, { press: 'confirm 4' }).catch(() => undefined);
  if (kept.length !== DECISIONS) throw new Error('Not every confirmation was to be written.');
  return kept;
}

async function engineOver(database: Database): Promise<Engine> {
  return makeEngine({
    store: makeStore(database),
    catalogue: await makeCatalogue(() => loadSnapshot(database)),
    copy: makeCopy(readCopy()),
    understand: readUnderstand(),
    lanes: makeLanes(),
    capabilities: { telegram: TELEGRAM, web: WEB, 'whatsapp-web': WEB, 'whatsapp-cloud': WEB },
    reach: () => ({ web: null, telegram: null, whatsapp: null }),
    now: Date.now,
    ids: derivedIds('bench'),
    onCommitted: () => undefined,
  });
}

function inboundOf(chat: number, step: Step): Inbound {
  const inbound = parseUpdate(JSON.parse(updateFor(chat, step)) as Update, Date.now());
  if (!inbound) throw new Error('An update asks for no answer.');
  return inbound;
}
