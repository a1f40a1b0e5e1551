/** What is open for a unit, after a year of orders; and whether a year makes anything else slow. */
import { join } from 'node:path';
import { openDatabase } from '../../db/connect.ts';
import type { Database } from '../../db/database.ts';
import { loadBoard } from '../../db/store/board.ts';
import { prepareStand } from '../support/contenders.ts';
import { CONFIRMATION, engineOver, inboundOf, UP_TO_CONFIRMATION } from '../support/engine.ts';
import { dataFolder, removeFolder } from '../support/processes.ts';
import { median } from '../support/stats.ts';
import { newChat, type Step } from '../support/updates.ts';
import { ORDERS, openYear, STAFF } from '../support/year.ts';
import { type Times, timeOf, timesOf } from './tick.ts';

const TIMES = 200;
const WARM_UP = 20;

export interface ListFigures {
  readonly orders: number;
  /** Orders on the board. */
  readonly shown: number;
  /** `/pesanan` of a staff member, from the event to the committed reply. */
  readonly command: Times;
  /** What the office page shows. */
  readonly board: Times;
  readonly confirmation: Beside;
  readonly question: Beside;
}

/** Medians, in milliseconds. */
export interface Beside {
  readonly year: number;
  readonly empty: number;
}

export async function listTimes(): Promise<ListFigures> {
  const folder = dataFolder();
  const emptyUrl = `file:${join(folder, 'empty.db')}`;
  await prepareStand(emptyUrl);
  const empty = await openDatabase({ url: emptyUrl });
  const year = await openYear(`file:${join(folder, 'year.db')}`, Date.now());
  try {
    const engine = await engineOver(year);
    const list = () => engine.handle(inboundOf(Number(STAFF.telegram), { text: '/pesanan' }));
    const board = () => loadBoard(year, STAFF.web, Date.now());
    await timesOf(list, undefined, WARM_UP);
    await timesOf(board, undefined, WARM_UP);
    return {
      orders: ORDERS,
      shown: (await board())?.orders.length ?? 0,
      command: await timesOf(list, undefined, TIMES),
      board: await timesOf(board, undefined, TIMES),
      ...(await others({ year, empty })),
    };
  } finally {
    await Promise.all([year.close(), empty.close()]);
    removeFolder(folder);
  }
}

/** One order and one question on each in turn, so that both meet the same machine. */
async function others(databases: { readonly year: Database; readonly empty: Database }) {
  const names = ['year', 'empty'] as const;
  const engines = { year: await engineOver(databases.year), empty: await engineOver(databases.empty) };
  const confirmed = { year: [] as number[], empty: [] as number[] };
  const asked = { year: [] as number[], empty: [] as number[] };
  for (let turn = 0; turn < WARM_UP + TIMES; turn += 1) {
    for (const name of names) {
      const chat = newChat();
      const say = (step: Step) => engines[name].handle(inboundOf(chat, step));
      const question = await timeOf(() => say({ text: 'keripik tempe harganya berapa?' }));
      const buyer = newChat();
      for (const step of UP_TO_CONFIRMATION) await engines[name].handle(inboundOf(buyer, step));
      const confirmation = await timeOf(() => engines[name].handle(inboundOf(buyer, CONFIRMATION)));
      if (turn < WARM_UP) continue;
      asked[name].push(question);
      confirmed[name].push(confirmation);
    }
  }
  await areOrders(databases.year, ORDERS + WARM_UP + TIMES);
  const medians = (times: typeof asked) => ({ year: median(times.year), empty: median(times.empty) });
  return { confirmation: medians(confirmed), question: medians(asked) };
}

/** @throws Error where what was measured ordered nothing. */
async function areOrders(database: Database, wanted: number): Promise<void> {
  const [result] = await database.read([{ sql: 'SELECT count(*) FROM orders', args: [] }]);
  const found = Number(result?.rows[0]?.[0]);
  if (found !== wanted) throw new Error(`There are ${found} orders, and not ${wanted}.`);
}
