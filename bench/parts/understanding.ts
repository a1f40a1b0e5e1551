/** How fast messages are understood, with the sample catalogue and with a large one. */
import { statSync } from 'node:fs';
import { sampleSnapshot } from '../../db/seed/sample-snapshot.ts';
import type { Understand } from '../../src/chat/understand/understanding.ts';
import { readUnderstand, WEIGHTS } from '../../src/node/understand.ts';
import type { Snapshot } from '../../src/shop/catalogue.ts';
import { seeded } from '../../training/random.ts';
import { fillPlaceholders, roughen } from '../../training/roughen.ts';
import { readSentences, sentenceFiles } from '../../training/sentences.ts';
import { madeUpProduct, madeUpSnapshot } from '../support/catalogue.ts';
import { loopRate } from '../support/machine.ts';
import { median, percentile } from '../support/stats.ts';

const LARGE = 10_000;
/** Half of them name products of the catalogue, the others are about anything. */
const MESSAGES = 2_000;
const WARM_UP = 500;
const ROUNDS = 5;
const SEED = 20_261_125;
/** In neither catalogue. */
const NEW_NAME = 'lampion lurik';

export interface Speed {
  readonly products: number;
  readonly perSecond: number;
  /** Messages in the time of a million rounds of a plain loop. */
  readonly perMillionRounds: number;
  readonly p50: number;
  readonly p99: number;
  /** From a snapshot never seen to the answer about a product that is new in it. */
  readonly firstMs: number;
  readonly knowsNew: boolean;
}

export function understandingSpeeds(): Speed[] {
  const understand = readUnderstand();
  const courses = [sampleSnapshot(), madeUpSnapshot(LARGE)].map((snapshot) => {
    const texts = messagesFor(snapshot);
    // A first pass warms up the code and reads the catalogue.
    timesOf(understand, texts.slice(0, WARM_UP), snapshot);
    return { snapshot, texts, rounds: [] as Round[] };
  });
  // By turns, so that whatever else the machine does falls on both.
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const { snapshot, texts, rounds } of courses) rounds.push(runRound(understand, texts, snapshot));
  }
  return courses.map(({ snapshot, rounds }) => speedOf(understand, snapshot, rounds));
}

export function weightsKb(): number {
  return statSync(WEIGHTS).size / 1_000;
}

interface Round {
  readonly times: readonly number[];
  readonly perSecond: number;
  readonly loops: number;
}

function runRound(understand: Understand, texts: readonly string[], snapshot: Snapshot): Round {
  const loops = loopRate();
  const times = timesOf(understand, texts, snapshot);
  const sum = times.reduce((total, each) => total + each, 0);
  return { times, perSecond: (times.length / sum) * 1_000, loops };
}

function timesOf(understand: Understand, texts: readonly string[], snapshot: Snapshot): number[] {
  return texts.map((text) => {
    const from = performance.now();
    understand(text, undefined, snapshot);
    return performance.now() - from;
  });
}

function speedOf(understand: Understand, snapshot: Snapshot, rounds: readonly Round[]): Speed {
  const firsts = rounds.map(() => firstAnswer(understand, snapshot));
  return {
    products: snapshot.products.length,
    perSecond: median(rounds.map(({ perSecond }) => perSecond)),
    perMillionRounds: median(rounds.map(({ perSecond, loops }) => perSecond / loops)),
    p50: median(rounds.map(({ times }) => percentile(times, 0.5))),
    p99: median(rounds.map(({ times }) => percentile(times, 0.99))),
    firstMs: Math.max(...firsts.map(({ ms }) => ms)),
    knowsNew: firsts.every(({ known }) => known),
  };
}

/** What a visitor gets who asks for a product right after an admin added it. */
function firstAnswer(understand: Understand, snapshot: Snapshot): { ms: number; known: boolean } {
  const product = madeUpProduct(NEW_NAME, LARGE + 1);
  const changed = {
    ...snapshot,
    version: snapshot.version + 1,
    products: [...snapshot.products, product],
  };
  const from = performance.now();
  const { items } = understand(`masih ada ${NEW_NAME}?`, undefined, changed);
  return {
    ms: performance.now() - from,
    known: items.some((item) => item.product === product.slug),
  };
}

/** Sentences of the training, as thumbs make them; those with a place for a product name one of this catalogue. */
function messagesFor({ products }: Snapshot): string[] {
  const random = seeded(SEED);
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T;
  const sentences = sentenceFiles()
    .flatMap(readSentences)
    .map(({ text }) => text);
  const naming = sentences.filter((text) => text.includes('{P}'));
  const names = products.map(({ name, aliases }) => [...Object.values(name), ...aliases]);
  return Array.from({ length: MESSAGES }, (_, index) => {
    const text = pick(index % 2 === 0 ? naming : sentences);
    const named = text.replaceAll('{P}', () => pick(pick(names)).toLowerCase());
    return roughen(fillPlaceholders(named, random), random);
  });
}
