/** `npm run train`: learns the weights anew and writes them where the server reads them. */
import { writeFileSync } from 'node:fs';
import { WEIGHTS } from '../src/node/understand.ts';
import { learnWeights } from './weights.ts';

const began = performance.now();
const { bytes, temperatures, sentences } = learnWeights();
writeFileSync(WEIGHTS, bytes);
const seconds = ((performance.now() - began) / 1_000).toFixed(1);
console.log(`${sentences} sentences, ${seconds} s, ${(bytes.length / 1_024).toFixed(0)} KB.`);
console.log(
  `Temperatures: ${temperatures.intents.toFixed(2)} (intents), ${temperatures.languages.toFixed(2)} (languages).`,
);
