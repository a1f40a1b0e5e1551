/** `npm run train`: learns the weights anew and writes them where the server reads them. */
import { writeFileSync } from 'node:fs';
import { sampleSnapshot } from '../db/seed/sample-snapshot.ts';
import { writeModels } from '../src/chat/understand/model/models.ts';
import { WEIGHTS } from '../src/node/understand.ts';
import { temperaturesFrom } from './hold-out.ts';
import { learn } from './learn.ts';
import { hashOfSentences, heldOutFiles, readSentences, sentenceFiles } from './sentences.ts';

const snapshot = sampleSnapshot();
const files = sentenceFiles();
const sentences = files.flatMap(readSentences);
const heldOut = heldOutFiles();
const others = files.filter((file) => !heldOut.flat().includes(file)).flatMap(readSentences);
const began = performance.now();
const temperatures = temperaturesFrom(
  heldOut.map((part) => part.flatMap(readSentences)),
  others,
  snapshot,
);
const bytes = writeModels(learn(sentences, snapshot), temperatures, hashOfSentences());
writeFileSync(WEIGHTS, bytes);
const seconds = ((performance.now() - began) / 1_000).toFixed(1);
console.log(`${sentences.length} sentences, ${seconds} s, ${(bytes.length / 1_024).toFixed(0)} KB.`);
console.log(
  `Temperatures: ${temperatures.intents.toFixed(2)} (intents), ${temperatures.languages.toFixed(2)} (languages).`,
);
