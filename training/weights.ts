/** The weights as the repository holds them: from its sentences alone, the same each time. */
import { sampleSnapshot } from '../db/seed/sample-snapshot.ts';
import { type Temperatures, writeModels } from '../src/chat/understand/model/models.ts';
import { temperaturesFrom } from './hold-out.ts';
import { learn } from './learn.ts';
import { hashOfSentences, heldOutFiles, readSentences, sentenceFiles } from './sentences.ts';

export interface NewWeights {
  readonly bytes: Uint8Array;
  readonly temperatures: Temperatures;
  readonly sentences: number;
}

export function learnWeights(): NewWeights {
  const snapshot = sampleSnapshot();
  const files = sentenceFiles();
  const sentences = files.flatMap(readSentences);
  const heldOut = heldOutFiles();
  const others = files.filter((file) => !heldOut.flat().includes(file)).flatMap(readSentences);
  const parts = heldOut.map((part) => part.flatMap(readSentences));
  const temperatures = temperaturesFrom(parts, others, snapshot);
  const bytes = writeModels(learn(sentences, snapshot), temperatures, hashOfSentences());
  return { bytes, temperatures, sentences: sentences.length };
}
