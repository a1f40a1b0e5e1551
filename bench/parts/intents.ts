/** How well and how fast intents are told apart beside @nlpjs: both learn from the same texts here and now. */
import { containerBootstrap } from '@nlpjs/core';
import { LangId } from '@nlpjs/lang-id';
import { NluNeural } from '@nlpjs/nlu';
import { sampleSnapshot } from '../../db/seed/sample-snapshot.ts';
import { NO_TEMPERATURE, readModels, writeModels } from '../../src/chat/understand/model/models.ts';
import { makeUnderstand } from '../../src/chat/understand/understand.ts';
import type { DialogueState } from '../../src/chat/understand/understanding.ts';
import { learn, lessonsOf } from '../../training/learn.ts';
import {
  blindFiles,
  learntMessageFiles,
  readSentences,
  type Sentence,
  sentenceFiles,
} from '../../training/sentences.ts';

const WARM_UP = 1_000;

type Classify = (text: string, state: DialogueState | undefined) => string | Promise<string>;

interface Learner {
  readonly name: string;
  learn(sentences: readonly Sentence[]): Promise<{ classify: Classify; bytes: number }>;
}

export interface Score {
  readonly name: string;
  readonly trainingSeconds: number;
  readonly kb: number;
  /** Shares of messages whose intent was found: of those that were learnt from, and of those that were not. */
  readonly learnt: number;
  readonly blind: number;
  readonly msPerMessage: number;
}

export interface Comparison {
  readonly texts: number;
  readonly learntMessages: number;
  readonly blindMessages: number;
  readonly ours: Score;
  readonly others: readonly Score[];
}

const OURS: Learner = {
  name: 'gerai',
  async learn(sentences) {
    const snapshot = sampleSnapshot();
    const bytes = writeModels(learn(sentences, snapshot), NO_TEMPERATURE, '');
    const understand = makeUnderstand(readModels(bytes));
    return { bytes: bytes.length, classify: (text, state) => understand(text, state, snapshot).intent };
  },
};

const OTHERS = [nlpjs('@nlpjs, Indonesian stems', [LangId]), nlpjs('@nlpjs, words as they are', [])] as const;

function nlpjs(name: string, plugins: readonly unknown[]): Learner {
  return {
    name,
    async learn(sentences) {
      const container = await containerBootstrap();
      for (const plugin of plugins) container.use(plugin);
      const settings = { container, locale: 'id', log: false };
      const trained = new NluNeural(settings);
      const lessons = [...lessonsOf(sentences, sampleSnapshot())];
      await trained.train(
        lessons.map(({ text, asked, intent }) => ({ utterance: withState(text, asked), intent })),
      );
      const json = JSON.stringify(trained.toJSON());
      // Read again as a server would: the one that learnt keeps every text that it has seen in a cache.
      const nlu = new NluNeural(settings);
      nlu.fromJSON(JSON.parse(json));
      return { bytes: json.length, classify: (text, state) => intentOf(nlu, withState(text, state)) };
    },
  };
}

/** It knows no states; told as a word, they help it. */
function withState(text: string, state: DialogueState | undefined): string {
  return state ? `${state.replaceAll('_', '')} ${text}` : text;
}

async function intentOf(nlu: NluNeural, text: string): Promise<string> {
  const [first] = (await nlu.process(text)).classifications;
  return first === undefined || first.intent === 'None' ? 'unclear' : first.intent;
}

export async function compareIntents(): Promise<Comparison> {
  const sentences = sentenceFiles().flatMap(readSentences);
  const learnt = learntMessageFiles().flatMap(readSentences);
  const blind = blindFiles().flatMap(readSentences);
  const score = (learner: Learner) => scoreOf(learner, sentences, learnt, blind);
  const ours = await score(OURS);
  const others: Score[] = [];
  for (const other of OTHERS) others.push(await score(other));
  return {
    texts: [...lessonsOf(sentences, sampleSnapshot())].length,
    learntMessages: learnt.length,
    blindMessages: blind.length,
    ours,
    others,
  };
}

async function scoreOf(
  learner: Learner,
  sentences: readonly Sentence[],
  learnt: readonly Sentence[],
  blind: readonly Sentence[],
): Promise<Score> {
  const began = performance.now();
  const { classify, bytes } = await learner.learn(sentences);
  const trainingSeconds = (performance.now() - began) / 1_000;
  // Other texts than those that are measured: @nlpjs keeps what it has seen.
  await rightOf(classify, sentences.slice(0, WARM_UP));
  const from = performance.now();
  const right = { learnt: await rightOf(classify, learnt), blind: await rightOf(classify, blind) };
  const ms = performance.now() - from;
  return {
    name: learner.name,
    trainingSeconds,
    kb: bytes / 1_000,
    learnt: right.learnt / learnt.length,
    blind: right.blind / blind.length,
    msPerMessage: ms / (learnt.length + blind.length),
  };
}

async function rightOf(classify: Classify, messages: readonly Sentence[]): Promise<number> {
  let right = 0;
  for (const { text, state, intent } of messages) {
    if ((await classify(text, state ?? undefined)) === intent) right += 1;
  }
  return right;
}
