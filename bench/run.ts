/**
 * `npm run bench`, or one part of it: `npm run bench -- question dialogue confirmations notice start-up bundle
 * understanding whatsapp-reply whatsapp-overhead whatsapp-memory backup tick list`; `backup=1000` takes a file of 1,000 MB.
 * Starts everything itself, on loopback.
 */
import { backupUnderLoad } from './parts/backup.ts';
import { workerBundle } from './parts/bundle.ts';
import { confirmations, storeOnly } from './parts/confirmations.ts';
import { type Comparison, compareIntents, type Score } from './parts/intents.ts';
import { type Beside, listTimes } from './parts/list.ts';
import { noticeTimes } from './parts/notice.ts';
import { memoryUnderLoad, startUp } from './parts/start-up.ts';
import { type Times, tickTimes } from './parts/tick.ts';
import { type Speed, understandingSpeeds, weightsKb } from './parts/understanding.ts';
import { compare, type Row, type Scenario } from './parts/webhook.ts';
import { bridgeMemory, bridgeOverhead, replyTimes } from './parts/whatsapp.ts';
import { type Goal, goalTable, table } from './report.ts';
import { buildServers } from './support/build.ts';
import { CONTENDERS, type ContenderName, type Stage, setStage } from './support/contenders.ts';
import { loopRate, machineLine, syncRate } from './support/machine.ts';
import { dataFolder, removeFolder } from './support/processes.ts';

const PARTS = {
  question: (stage: Stage) => scenario(stage, 'question'),
  dialogue: (stage: Stage) => scenario(stage, 'dialogue'),
  confirmations: grouping,
  notice,
  'start-up': starting,
  bundle,
  understanding,
  'whatsapp-reply': whatsappReply,
  'whatsapp-overhead': whatsappOverhead,
  'whatsapp-memory': whatsappMemory,
  backup,
  tick,
  list,
} as const;
type Part = keyof typeof PARTS;

/** The servers that each part needs. */
const NEEDS: Readonly<Record<Part, readonly ContenderName[]>> = {
  question: ['gerai', 'floor', 'shop-full', 'shop-normal'],
  dialogue: ['gerai', 'floor', 'shop-full', 'shop-normal'],
  confirmations: ['gerai', 'gerai-singly'],
  notice: ['gerai'],
  'start-up': ['gerai'],
  bundle: [],
  understanding: [],
  'whatsapp-reply': [],
  'whatsapp-overhead': [],
  'whatsapp-memory': [],
  backup: [],
  tick: [],
  list: [],
};

const ms = (value: number) => `${value.toFixed(value < 10 ? 2 : 0)} ms`;
const times = (value: number) => `${value.toFixed(2)}×`;
const percent = (share: number) => `${(100 * share).toFixed(1)} %`;

async function scenario(stage: Stage, name: Scenario): Promise<Goal[]> {
  const rows = await compare(stage, name);
  console.log(`\n### ${name} through the webhook\n`);
  console.log(
    table(
      ['connections', 'server', 'updates/s', 'p50', 'p99', 'CPU per update', 'messages sent'],
      rows.map((row) => [
        String(row.connections),
        row.name,
        row.perSecond.toFixed(0),
        ms(row.p50),
        ms(row.p99),
        ms(row.cpuMs),
        String(row.messages),
      ]),
    ),
  );
  return [...new Set(rows.map((row) => row.connections))].flatMap((connections) =>
    scenarioGoals(name, rows, connections),
  );
}

function scenarioGoals(name: Scenario, rows: readonly Row[], connections: number): Goal[] {
  const find = (contender: ContenderName) =>
    rows.find((row) => row.contender === contender && row.connections === connections);
  const [ours, full, normal] = [find('gerai'), find('shop-full'), find('shop-normal')];
  if (!ours || !full || !normal) return [];
  const what = (of: string) => `${name}, ${connections} connections: ${of}`;
  const rate = ours.perSecond / full.perSecond;
  const cpu = ours.cpuMs / full.cpuMs;
  const p99 = ours.p99 / full.p99;
  const least = name === 'question' ? 1.3 : 1.5;
  return [
    {
      what: what('updates/s beside the shop at FULL'),
      goal: `≥ ${least}×`,
      result: `${times(rate)} (at NORMAL: ${times(ours.perSecond / normal.perSecond)})`,
      met: rate >= least,
    },
    name === 'question'
      ? { what: what('CPU per update'), goal: '≤ 1×', result: times(cpu), met: cpu <= 1 }
      : { what: what('p99'), goal: '≤ 0.8×', result: times(p99), met: p99 <= 0.8 },
  ];
}

async function grouping(stage: Stage): Promise<Goal[]> {
  const [server, store] = [await confirmations(stage), await storeOnly()];
  const row = (what: string, { grouped, singly }: typeof server, goal: number | null): Goal => ({
    what: `confirmations/s at 16 connections, ${what}: in groups beside singly`,
    goal: goal === null ? '–' : `≥ ${goal}×`,
    result: `${grouped.toFixed(0)} : ${singly.toFixed(0)} = ${times(grouped / singly)}`,
    met: goal === null ? null : grouped / singly >= goal,
  });
  return [row('through the webhook', server, null), row('their statements alone', store, 3)];
}

async function notice(stage: Stage): Promise<Goal[]> {
  const { load, notices, p50, p99 } = await noticeTimes(stage);
  return [
    {
      what: `confirm → staff notice at half load (${load.toFixed(0)} updates/s, ${notices} orders), p99`,
      goal: '< 250 ms',
      result: `${ms(p99)} (p50 ${ms(p50)})`,
      met: p99 < 250,
    },
  ];
}

async function starting(stage: Stage): Promise<Goal[]> {
  const { emptyMs, firstMs, againMs, idleMb } = await startUp();
  const loadMb = await memoryUnderLoad(stage);
  const start = (what: string, value: number): Goal => ({
    what: `${what} to the first 200, beside an empty Node process (${ms(emptyMs)})`,
    goal: '≤ 6×',
    result: `${ms(value)} = ${times(value / emptyMs)}`,
    met: value / emptyMs <= 6,
  });
  return [
    start('start', againMs),
    start('very first start', firstMs),
    { what: 'memory, idle', goal: '≤ 150 MB', result: `${idleMb.toFixed(0)} MB`, met: idleMb <= 150 },
    { what: 'memory under load', goal: '–', result: `${loadMb.toFixed(0)} MB`, met: null },
  ];
}

async function bundle(): Promise<Goal[]> {
  const kb = workerBundle();
  const result = kb === null ? 'there is no Worker' : `${kb.toFixed(0)} KB`;
  return [{ what: 'Worker, gzipped', goal: '≤ 250 KB', result, met: kb === null ? null : kb <= 250 }];
}

async function understanding(): Promise<Goal[]> {
  const speeds = understandingSpeeds();
  console.log(`\n### understanding of messages, on one core\n\n${speedTable(speeds)}`);
  const comparison = await compareIntents();
  const { texts, learntMessages, blindMessages, ours, others } = comparison;
  console.log(
    `\n### intents beside @nlpjs, all learnt from the same ${texts} texts, the rougher copies with them\n\n` +
      `${scoreTable([ours, ...others], comparison)}\n\n` +
      `Of the messages ${learntMessages} were learnt from and ${blindMessages} were not. In its time gerai also reads language, products and quantities.`,
  );
  const kb = weightsKb();
  return [
    ...speedGoals(speeds),
    {
      what: 'weights of the understanding',
      goal: '< 1,000 KB',
      result: `${kb.toFixed(0)} KB`,
      met: kb < 1_000,
    },
    intentGoal(comparison),
  ];
}

function speedTable(speeds: readonly Speed[]): string {
  return table(
    ['products', 'messages/s', 'in 1 million loop rounds', 'p50', 'p99', 'first answer of a new snapshot'],
    speeds.map((speed) => [
      String(speed.products),
      speed.perSecond.toFixed(0),
      speed.perMillionRounds.toFixed(1),
      ms(speed.p50),
      ms(speed.p99),
      ms(speed.firstMs),
    ]),
  );
}

function scoreTable(scores: readonly Score[], { blindMessages }: Comparison): string {
  return table(
    ['classifier', 'training', 'model', 'intents, learnt', 'intents, not learnt', 'time per message'],
    scores.map((score) => [
      score.name,
      `${score.trainingSeconds.toFixed(0)} s`,
      `${score.kb.toFixed(0)} KB`,
      percent(score.learnt),
      blindMessages === 0 ? '–' : percent(score.blind),
      ms(score.msPerMessage),
    ]),
  );
}

function speedGoals(speeds: readonly Speed[]): Goal[] {
  const [small, large] = speeds;
  if (!small || !large) return [];
  const slower = small.perSecond / large.perSecond;
  const p99 = ({ products, p99 }: Speed): Goal => ({
    what: `a message understood among ${products} products, p99`,
    goal: '< 3 ms',
    result: ms(p99),
    met: p99 < 3,
  });
  return [
    {
      what: `messages understood a second on one core, ${small.products} products`,
      goal: '≥ 3,000',
      result: small.perSecond.toFixed(0),
      met: small.perSecond >= 3_000,
    },
    p99(small),
    {
      what: `time per message, ${large.products} products beside ${small.products}`,
      goal: '≤ 2×',
      result: times(slower),
      met: slower <= 2,
    },
    p99(large),
    {
      what: `a product added to ${large.products}, until it is understood`,
      goal: '< 1,000 ms',
      result: large.knowsNew ? ms(large.firstMs) : 'not understood',
      met: large.knowsNew && large.firstMs < 1_000,
    },
  ];
}

function intentGoal({ ours, others, blindMessages }: Comparison): Goal {
  const best = Math.max(...others.map(({ blind }) => blind));
  const none = blindMessages === 0;
  return {
    what: `intents of ${blindMessages} messages not learnt from, beside the better @nlpjs`,
    goal: '> 1×',
    result: none ? '–' : `${percent(ours.blind)} : ${percent(best)} = ${times(ours.blind / best)}`,
    met: none ? null : ours.blind > best,
  };
}

async function whatsappReply(): Promise<Goal[]> {
  const { chats, messages, p50, p99, typingMs } = await replyTimes();
  return [
    {
      what: `WhatsApp, ${chats} chats at once, ${messages} messages: in → reply handed to the page`,
      goal: '–',
      result: `p50 ${ms(p50)}, p99 ${ms(p99)}`,
      met: null,
    },
    {
      what: 'WhatsApp, the pause for typing that each reply has besides, on average',
      goal: '–',
      result: ms(typingMs),
      met: null,
    },
  ];
}

async function whatsappOverhead(): Promise<Goal[]> {
  const { messages, plainMs, bridgeMs } = await bridgeOverhead();
  return [
    {
      what: `WhatsApp, ${messages} messages: through the bridge beside the library’s own sendMessage`,
      goal: '–',
      result: `${ms(bridgeMs)} : ${ms(plainMs)} = ${times(bridgeMs / plainMs)}`,
      met: null,
    },
  ];
}

async function whatsappMemory(): Promise<Goal[]> {
  const samples = await bridgeMemory();
  const [early, late] = [samples.at(0), samples.at(-1)];
  if (!early || !late) return [];
  const sum = (sample: (typeof samples)[number]) => sample.bridgeMb + sample.browserMb;
  const growth = sum(late) / sum(early) - 1;
  const each = ({ messages, bridgeMb, browserMb }: (typeof samples)[number]) =>
    `${messages}: ${bridgeMb.toFixed(0)} + ${browserMb.toFixed(0)} MB`;
  return [
    {
      what: `WhatsApp, memory (PSS) of bridge + browser after ${late.messages} messages beside ${early.messages}`,
      goal: '< +15 %',
      result: `+${percent(growth)} (${samples.map(each).join(', ')})`,
      met: growth < 0.15,
    },
  ];
}

/** Finishes within a minute or two. */
const BACKUP_MB = 400;

async function backup(stage: Stage): Promise<Goal[]> {
  const option = process.argv.find((word) => word.startsWith('backup='));
  const figures = await backupUnderLoad(stage, Number(option?.split('=')[1] ?? BACKUP_MB));
  const { megabytes, seconds, memoryMb, fileMb, load, without, during } = figures;
  const ratio = during.p99 / without.p99;
  return [
    {
      what: `backup of ${megabytes} MB at half load (${load.toFixed(0)} updates/s): p99 of answers beside that without`,
      goal: '≤ 2×',
      result: `${ms(during.p99)} : ${ms(without.p99)} = ${times(ratio)}`,
      met: ratio <= 2,
    },
    {
      what: 'that backup: time, size of the file, memory of its process',
      goal: '–',
      result: `${seconds.toFixed(1)} s, ${fileMb.toFixed(0)} MB, ${memoryMb.toFixed(0)} MB`,
      met: null,
    },
  ];
}

const LOOK_GOAL_MS = 20;
const LIST_GOAL_MS = 50;

const timesText = ({ median, p99 }: Times) => `p50 ${ms(median)}, p99 ${ms(p99)}`;
const within = (what: string, times: Times, goalMs: number): Goal => ({
  what,
  goal: `p99 ≤ ${goalMs} ms`,
  result: timesText(times),
  met: times.p99 <= goalMs,
});
const known = (what: string, result: string): Goal => ({ what, goal: '–', result, met: null });

async function tick(): Promise<Goal[]> {
  const figures = await tickTimes();
  const { parts, open, due, unsealed, answersAlone, answersMeanwhile } = figures;
  const among = `among ${parts} parts, ${open} open`;
  const slower = times(answersMeanwhile.p99 / answersAlone.p99);
  return [
    within(`one look for deadlines ${among}, none due`, figures.noneDue, LOOK_GOAL_MS),
    within(`one look for deadlines ${among}, ${due} due and told`, figures.tenDue, LOOK_GOAL_MS),
    known(`all jobs of one minute ${among}`, timesText(figures.allJobs)),
    known(
      `answers while ${unsealed} unsealed rows are sealed, beside those without: p99`,
      `${ms(answersMeanwhile.p99)} : ${ms(answersAlone.p99)} = ${slower}`,
    ),
    known('one look of that sealing', timesText(figures.sealingLook)),
  ];
}

async function list(): Promise<Goal[]> {
  const { orders, shown, command, board, confirmation, question } = await listTimes();
  const beside = ({ year, empty }: Beside) => `${ms(year)} : ${ms(empty)} = ${times(year / empty)}`;
  return [
    within(`/pesanan of a unit after a year of ${orders} orders`, command, LIST_GOAL_MS),
    within(`the board of the office page then, ${shown} orders`, board, LIST_GOAL_MS),
    known('the confirmation of one order then, beside an empty stand', beside(confirmation)),
    known('one question then, beside an empty stand', beside(question)),
  ];
}

function wantedParts(words: readonly string[]): Part[] {
  const parts = Object.keys(PARTS) as Part[];
  const unknown = words.find((word) => !parts.some((part) => part === word));
  if (unknown !== undefined) throw new Error(`There is no part "${unknown}". Parts: ${parts.join(', ')}.`);
  return words.length === 0 ? parts : parts.filter((part) => words.includes(part));
}

function machine(): string {
  const folder = dataFolder();
  const rates = `${syncRate(folder).toFixed(0)} synced writes/s, ${loopRate().toFixed(0)} million loop rounds/s`;
  removeFolder(folder);
  return `${machineLine()}, ${rates}`;
}

const parts = wantedParts(process.argv.slice(2).map((word) => word.replace(/^backup=.*/, 'backup')));
console.log(`Machine at the start: ${machine()}.`);
console.log('Figures of a machine with other work are only comparable within one run: look at the ratios.');
await buildServers();
const needed = new Set(parts.flatMap((part) => NEEDS[part]));
const stage = await setStage(CONTENDERS.filter((name) => needed.has(name)));
const goals: Goal[] = [];
try {
  for (const part of parts) goals.push(...(await PARTS[part](stage)));
} finally {
  await stage.stop();
}
console.log(`\n### Goals\n\n${goalTable(goals)}\n\nMachine at the end: ${machine()}.`);
process.exit(0);
