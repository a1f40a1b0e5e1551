/** The two classifiers, read from the file of weights that `npm run train` writes. */
import { INTENTS, type Intent, MESSAGE_LANGUAGES, type MessageLanguage } from '../understanding.ts';
import { type Classifier, makeClassifier } from './classifier.ts';
import { BUCKETS } from './features.ts';

export interface Models {
  readonly intents: Classifier<Intent>;
  readonly languages: Classifier<MessageLanguage>;
}

/** What stands before the weights, as JSON behind its length in four bytes, the lowest first. */
export interface WeightsHeader {
  readonly buckets: number;
  readonly intents: { readonly labels: readonly string[]; readonly scale: number };
  readonly languages: { readonly labels: readonly string[]; readonly scale: number };
  /** SHA-256 of everything that was learnt from. */
  readonly learntFrom: string;
}

export function readHeader(bytes: Uint8Array): { header: WeightsHeader; end: number } {
  const length = new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0, true);
  const header: WeightsHeader = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length)));
  return { header, end: 4 + length };
}

/** @throws when the weights were made for other labels or features than this code has. */
export function readModels(bytes: Uint8Array): Models {
  const { header, end } = readHeader(bytes);
  const fits =
    header.buckets === BUCKETS &&
    header.intents.labels.join() === INTENTS.join() &&
    header.languages.labels.join() === MESSAGE_LANGUAGES.join() &&
    bytes.length === end + BUCKETS * (INTENTS.length + MESSAGE_LANGUAGES.length);
  if (!fits) throw new Error('The weights are not those of this code: run `npm run train`.');
  const middle = end + BUCKETS * INTENTS.length;
  const weights = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length);
  return {
    intents: makeClassifier(INTENTS, {
      scale: header.intents.scale,
      weights: weights.subarray(end, middle),
    }),
    languages: makeClassifier(MESSAGE_LANGUAGES, {
      scale: header.languages.scale,
      weights: weights.subarray(middle),
    }),
  };
}

/**
 * The bytes that `readModels` reads. A temperature makes a classifier less sure in the same measure everywhere, so that
 * what it gives 0.8 is right eight times of ten; it goes into the scale of the weights.
 */
export function writeModels(
  learnt: { readonly intents: Float32Array; readonly languages: Float32Array },
  temperatures: { readonly intents: number; readonly languages: number },
  learntFrom: string,
): Uint8Array {
  const intents = quantised(learnt.intents, temperatures.intents);
  const languages = quantised(learnt.languages, temperatures.languages);
  const header: WeightsHeader = {
    buckets: BUCKETS,
    intents: { labels: INTENTS, scale: intents.scale },
    languages: { labels: MESSAGE_LANGUAGES, scale: languages.scale },
    learntFrom,
  };
  const text = new TextEncoder().encode(JSON.stringify(header));
  const bytes = new Uint8Array(4 + text.length + intents.weights.length + languages.weights.length);
  new DataView(bytes.buffer).setUint32(0, text.length, true);
  bytes.set(text, 4);
  bytes.set(new Uint8Array(intents.weights.buffer), 4 + text.length);
  bytes.set(new Uint8Array(languages.weights.buffer), 4 + text.length + intents.weights.length);
  return bytes;
}

function quantised(weights: Float32Array, temperature: number): { scale: number; weights: Int8Array } {
  const scale = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 1e-6) / 127;
  return {
    scale: scale / temperature,
    weights: Int8Array.from(weights, (weight) => Math.round(weight / scale)),
  };
}
