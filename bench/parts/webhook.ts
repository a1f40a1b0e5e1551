/** Updates through the webhook: our server beside the floor and beside a shop on grammY and its conversations. */
import { CONTENDERS, type ContenderName, rehearse, type Stage } from '../support/contenders.ts';
import { type Contender, type Figures, type Load, measure } from '../support/load.ts';
import { median } from '../support/stats.ts';
import { newChat, type Step } from '../support/updates.ts';

const ROUNDS = 3;
const ROUND_MS = 2_000;
/** Until the engine of each has compiled what is used most: a server runs for months, a round for seconds. */
const WARM_UP_MS = 10_000;
const CONNECTIONS = [16, 50] as const;

export type Scenario = 'question' | 'dialogue';

const COMPARED: readonly ContenderName[] = CONTENDERS.filter((name) => name !== 'gerai-singly');

const QUESTION: readonly Step[] = [{ text: 'keripik tempe harganya berapa?' }];
/** Chats that ask again and again. */
const ASKING_CHATS = 1_000;

export const DIALOGUE: readonly Step[] = [
  { text: '/start' },
  { text: 'keripik 2' },
  { press: 'checkout' },
  { press: 'pick-up' },
  { text: 'Rani' },
  { press: 'skip' },
  { press: 'confirm' },
];

export interface Row extends Figures {
  readonly scenario: Scenario;
  readonly connections: number;
  readonly contender: ContenderName;
  readonly name: string;
}

export async function compare(stage: Stage, scenario: Scenario): Promise<Row[]> {
  const loads = new Map<ContenderName, () => ReturnType<Load['nextVisit']>>();
  for (const name of COMPARED) loads.set(name, await visits(stage, name, scenario));
  const run = (name: ContenderName, connections: number, ms: number) => {
    const nextVisit = loads.get(name);
    if (!nextVisit) throw new Error(`${name} is not led through this.`);
    return measure(contenderOf(stage, name), stage.botApi, { connections, ms, nextVisit });
  };
  for (const name of COMPARED) await run(name, 16, WARM_UP_MS);
  const rows: Row[] = [];
  for (const connections of CONNECTIONS) {
    const rounds: [ContenderName, Figures][] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const name of COMPARED) rounds.push([name, await run(name, connections, ROUND_MS)]);
    }
    for (const contender of COMPARED) {
      const own = rounds.flatMap(([name, figures]) => (name === contender ? [figures] : []));
      const { name } = contenderOf(stage, contender);
      rows.push({ scenario, connections, contender, name, ...medians(own) });
    }
  }
  return rows;
}

export function contenderOf(stage: Stage, name: ContenderName): Contender {
  const found = stage.contenders.get(name);
  if (!found) throw new Error(`${name} was not started.`);
  return found;
}

async function visits(stage: Stage, name: ContenderName, scenario: Scenario) {
  if (scenario === 'dialogue') {
    const steps = await dialogueOf(stage, name);
    return () => ({ chat: newChat(), steps });
  }
  const chats = Array.from({ length: ASKING_CHATS }, newChat);
  let turn = 0;
  return () => {
    turn += 1;
    return { chat: chats[turn % ASKING_CHATS] ?? 0, steps: QUESTION };
  };
}

/** The floor takes any button; of the others, the buttons that they send are pressed. */
export async function dialogueOf(stage: Stage, name: ContenderName): Promise<readonly Step[]> {
  if (name === 'floor') return DIALOGUE;
  const { steps, sent } = await rehearse(contenderOf(stage, name), stage.botApi, DIALOGUE);
  const told = sent.filter(({ chat, text }) => chat !== 0 && text.includes('Rani')).length;
  if (told < 2) throw new Error(`${name} took no order: its staff or its visitor heard nothing.`);
  return steps;
}

function medians(rounds: readonly Figures[]): Figures {
  const of = (pick: (figures: Figures) => number) => median(rounds.map(pick));
  return {
    perSecond: of((each) => each.perSecond),
    p50: of((each) => each.p50),
    p99: of((each) => each.p99),
    cpuMs: of((each) => each.cpuMs),
    updates: of((each) => each.updates),
    messages: of((each) => each.messages),
  };
}
