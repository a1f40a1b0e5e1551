/** The classifiers, read from the file of weights that `npm run train` writes. */
import {
  INTENTS,
  type Intent,
  MESSAGE_LANGUAGES,
  type MessageLanguage,
  WORD_LANGUAGES,
  type WordLanguage,
} from '../understanding.ts';
import { type Classifier, makeClassifier, type Weights } from './classifier.ts';
import { BUCKETS } from './features.ts';

export interface Models {
  readonly intents: Classifier<Intent>;
  /** Of single words, which the next one looks at. */
  readonly words: Classifier<WordLanguage>;
  /** Of whole messages. */
  readonly languages: Classifier<MessageLanguage>;
}

export type ModelName = keyof Models;

/** In the order of the file. */
export const LABELS = {
  intents: INTENTS,
  words: WORD_LANGUAGES,
  languages: MESSAGE_LANGUAGES,
} as const satisfies Record<ModelName, readonly string[]>;

const NAMES = Object.keys(LABELS) as ModelName[];

/** What stands before the weights, as JSON behind its length in four bytes, the lowest first. */
export interface WeightsHeader {
  readonly buckets: number;
  readonly models: Readonly<
    Record<ModelName, { readonly labels: readonly string[]; readonly scale: number }>
  >;
  /** SHA-256 of everything that was learnt from. */
  readonly learntFrom: string;
}

export function readHeader(bytes: Uint8Array): { header: WeightsHeader; end: number } {
  const length = new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0, true);
  const header: WeightsHeader = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length)));
  return { header, end: 4 + length };
}

const sizeOf = (name: ModelName) => BUCKETS * LABELS[name].length;

/** @throws when the weights were made for other labels or features than this code has. */
export function readModels(bytes: Uint8Array): Models {
  const { header, end } = readHeader(bytes);
  const size = NAMES.reduce((sum, name) => sum + sizeOf(name), 0);
  const fits =
    header.buckets === BUCKETS &&
    NAMES.every((name) => header.models[name].labels.join() === LABELS[name].join()) &&
    bytes.length === end + size;
  if (!fits) throw new Error('The weights are not those of this code: run `npm run train`.');
  const all = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length);
  const weightsOf = (name: ModelName): Weights => {
    const before = NAMES.slice(0, NAMES.indexOf(name)).reduce((sum, each) => sum + sizeOf(each), end);
    return { scale: header.models[name].scale, weights: all.subarray(before, before + sizeOf(name)) };
  };
  return {
    intents: makeClassifier(INTENTS, weightsOf('intents')),
    words: makeClassifier(WORD_LANGUAGES, weightsOf('words')),
    languages: makeClassifier(MESSAGE_LANGUAGES, weightsOf('languages')),
  };
}

/** As they were learnt: `weights[bucket × labels + label]`. */
export type Learnt = Readonly<Record<ModelName, Float32Array>>;

/**
 * A temperature makes a classifier less sure in the same measure everywhere, so that what it gives 0.8 is right eight
 * times of ten; it goes into the scale of the weights.
 */
export type Temperatures = Readonly<Record<ModelName, number>>;

export const NO_TEMPERATURE: Temperatures = { intents: 1, words: 1, languages: 1 };

/** The bytes that `readModels` reads. */
export function writeModels(learnt: Learnt, temperatures: Temperatures, learntFrom: string): Uint8Array {
  const quantised = NAMES.map((name) => quantise(learnt[name], temperatures[name]));
  const models = Object.fromEntries(
    NAMES.map((name, index) => [name, { labels: LABELS[name], scale: quantised[index]?.scale }]),
  );
  const text = new TextEncoder().encode(JSON.stringify({ buckets: BUCKETS, models, learntFrom }));
  const head = new Uint8Array(4);
  new DataView(head.buffer).setUint32(0, text.length, true);
  const parts = [head, text, ...quantised.map(({ weights }) => new Uint8Array(weights.buffer))];
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  parts.reduce((at, part) => {
    bytes.set(part, at);
    return at + part.length;
  }, 0);
  return bytes;
}

/** In one byte each. */
export function quantise(weights: Float32Array, temperature: number): Weights {
  const scale = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 1e-6) / 127;
  return {
    scale: scale / temperature,
    weights: Int8Array.from(weights, (weight) => Math.round(weight / scale)),
  };
}
