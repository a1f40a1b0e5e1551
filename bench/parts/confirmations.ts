/** Confirmations in groups against the same ones committed one by one: through the webhook, and in the store alone. */
import { join } from 'node:path';
import { openDatabase } from '../../db/connect.ts';
import type { Database, Statement } from '../../db/database.ts';
import { openConnection } from '../support/connection.ts';
import type { Stage } from '../support/contenders.ts';
import type { Contender } from '../support/load.ts';
import { dataFolder, removeFolder } from '../support/processes.ts';
import { median } from '../support/stats.ts';
import { newChat, type Step, updateFor } from '../support/updates.ts';
import { contenderOf, dialogueOf } from './webhook.ts';

const CONNECTIONS = 16;
const ROUNDS = 3;
const VISITORS = 320;
const DECISIONS = 1_600;

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

/** The writing alone: as many statements as a confirmation has, from as many writers as there are connections. */
export async function storeOnly(): Promise<Grouping> {
  const folder = dataFolder();
  const database = await openDatabase({ url: `file:${join(folder, 'data.db')}` });
  await database.write([
    { sql: 'CREATE TABLE entries (id INTEGER PRIMARY KEY, what TEXT NOT NULL UNIQUE, body TEXT NOT NULL)' },
  ]);
  const rates: Record<keyof Grouping, number[]> = { grouped: [], singly: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    rates.grouped.push(await decide(database, CONNECTIONS));
    rates.singly.push(await decide(database, 1));
  }
  await database.close();
  removeFolder(folder);
  return { grouped: median(rates.grouped), singly: median(rates.singly) };
}

const STATEMENTS = 14;
let decisions = 0;

function decision(): Statement[] {
  decisions += 1;
  return Array.from({ length: STATEMENTS }, (_, index) => ({
    sql: 'INSERT INTO entries (what, body) VALUES (?, ?)',
    args: [`${decisions} ${index}`, 'x'.repeat(100)],
  }));
}

async function decide(database: Database, writers: number): Promise<number> {
  let left = DECISIONS;
  const from = performance.now();
  const writer = async () => {
    while (left > 0) {
      left -= 1;
      await database.write(decision());
    }
  };
  await Promise.all(Array.from({ length: writers }, writer));
  return (DECISIONS / (performance.now() - from)) * 1_000;
}
