import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { BUCKETS } from '../../../src/chat/understand/model/features.ts';
import {
  NO_TEMPERATURE,
  readHeader,
  readModels,
  writeModels,
} from '../../../src/chat/understand/model/models.ts';
import { INTENTS, MESSAGE_LANGUAGES, WORD_LANGUAGES } from '../../../src/chat/understand/understanding.ts';
import { WEIGHTS } from '../../../src/node/understand.ts';
import { hashOfSentences } from '../../../training/sentences.ts';
import { learnWeights } from '../../../training/weights.ts';

const weights = () => new Uint8Array(readFileSync(WEIGHTS));

test('the weights were learnt from the sentences that are here', () => {
  expect(readHeader(weights()).header.learntFrom, 'run `npm run train`').toBe(hashOfSentences());
});

test('the file stays under a megabyte', () => {
  expect(weights().length).toBeLessThan(1_000_000);
});

test('what is written is read again', () => {
  const intents = new Float32Array(BUCKETS * INTENTS.length);
  const languages = new Float32Array(BUCKETS * MESSAGE_LANGUAGES.length);
  const words = new Float32Array(BUCKETS * WORD_LANGUAGES.length);
  words[5 * WORD_LANGUAGES.length] = 5;
  intents[3 * INTENTS.length + 2] = 5;
  languages[7 * MESSAGE_LANGUAGES.length + 1] = 5;
  const models = readModels(writeModels({ intents, words, languages }, NO_TEMPERATURE, 'nothing'));
  const likely = models.intents.classify([[3]]);
  expect(likely.indexOf(Math.max(...likely))).toBe(2);
  expect(likely.reduce((sum, each) => sum + each)).toBeCloseTo(1);
  const spoken = models.languages.classify([[7]]);
  expect(spoken.indexOf(Math.max(...spoken))).toBe(1);
  const shown = models.words.classify([[5]]);
  expect(shown.indexOf(Math.max(...shown))).toBe(0);
});

test.each([
  ['cut short', (bytes: Uint8Array) => bytes.subarray(0, -1)],
  [
    'for other labels',
    (bytes: Uint8Array) => new TextEncoder().encode(new TextDecoder('latin1').decode(bytes)),
  ],
])('weights that are %s are refused', (_, spoil) => {
  expect(() => readModels(spoil(weights()))).toThrow();
});

/**
 * The order and the slips are seeded, sums of numbers are those of IEEE 754, and what else is used (exp, log2) is a port
 * of fdlibm in V8 itself and not of the system: on one kind of processor the weights come out the same, byte by byte.
 * On another kind a compiler may have fused steps of exp; the last bit that differs then seldom survives the rounding
 * to one byte, but it may.
 */
test.skipIf(process.env.ENDURANCE !== '1')(
  'who learns anew gets the same weights',
  { timeout: 900_000 },
  () => {
    // Compared as a whole: a list of half a million differences helps nobody.
    expect(Buffer.compare(learnWeights().bytes, weights()), 'run `npm run train`').toBe(0);
  },
);
