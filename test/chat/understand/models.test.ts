import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { BUCKETS } from '../../../src/chat/understand/model/features.ts';
import { readHeader, readModels, writeModels } from '../../../src/chat/understand/model/models.ts';
import { INTENTS, MESSAGE_LANGUAGES } from '../../../src/chat/understand/understanding.ts';
import { WEIGHTS } from '../../../src/node/understand.ts';
import { hashOfSentences } from '../../../training/sentences.ts';

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
  intents[3 * INTENTS.length + 2] = 5;
  languages[7 * MESSAGE_LANGUAGES.length + 1] = 5;
  const models = readModels(writeModels({ intents, languages }, { intents: 1, languages: 1 }, 'nothing'));
  const likely = models.intents.classify([[3]]);
  expect(likely.indexOf(Math.max(...likely))).toBe(2);
  expect(likely.reduce((sum, each) => sum + each)).toBeCloseTo(1);
  const spoken = models.languages.classify([[7]]);
  expect(spoken.indexOf(Math.max(...spoken))).toBe(1);
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
