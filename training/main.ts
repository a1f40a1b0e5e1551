/** `npm run train`: learns the weights anew and writes them where the server reads them. */
import { writeFileSync } from 'node:fs';
import { sampleSnapshot } from '../db/seed/sample-snapshot.ts';
import { writeModels } from '../src/chat/understand/model/models.ts';
import { WEIGHTS } from '../src/node/understand.ts';
import { learn } from './learn.ts';
import { hashOfSentences, readSentences, sentenceFiles } from './sentences.ts';

const sentences = sentenceFiles().flatMap(readSentences);
const began = performance.now();
const bytes = writeModels(learn(sentences, await sampleSnapshot()), hashOfSentences());
writeFileSync(WEIGHTS, bytes);
const seconds = ((performance.now() - began) / 1_000).toFixed(1);
console.log(`${sentences.length} sentences, ${seconds} s, ${(bytes.length / 1_024).toFixed(0)} KB.`);
