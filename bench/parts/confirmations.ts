/** Confirmations in groups against the same ones committed one by one: through the webhook, and in the store alone. */
import { join } from 'node:path';
import { openDatabase } from '../../db/connect.ts';
import { type Database, type Statement, StorageError } from '../../db/database.ts';
import { openConnection } from '../support/connection.ts';
import { prepareStand, type Stage } from '../support/contenders.ts';
import { CONFIRMATION, engineOver, inboundOf, UP_TO_CONFIRMATION } from '../support/engine.ts';
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
  for (const chat of chats) for (const step of UP_TO_CONFIRMATION) await say(chat, step);
  keeps = true;
  for (const chat of chats) await say(chat, CONFIRMATION).catch(() => undefined);
  if (kept.length !== DECISIONS) throw new Error('Not every confirmation was to be written.');
  return kept;
}
