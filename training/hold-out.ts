/**
 * How sure the classifiers may be. A classifier that is asked about what it learnt from is always sure; so each part of
 * the messages is held out once, and what was learnt from all else is asked about it. The parts are whole files: people
 * write like themselves.
 */
import { meaningOf } from '../src/chat/understand/intents.ts';
import { intentFeatures, languageFeatures } from '../src/chat/understand/model/features.ts';
import {
  type Models,
  NO_TEMPERATURE,
  readModels,
  type Temperatures,
  writeModels,
} from '../src/chat/understand/model/models.ts';
import { wordLanguages } from '../src/chat/understand/model/word-languages.ts';
import { read } from '../src/chat/understand/reading.ts';
import type { Snapshot } from '../src/shop/catalogue.ts';
import { learn } from './learn.ts';
import type { Sentence } from './sentences.ts';

/** Of one message: how likely each label was said to be, and which it is. */
interface Answer {
  readonly likely: Float64Array;
  readonly label: number;
}

/** Above 1 a classifier was too sure, below too shy. */
const TRIED = Array.from({ length: 51 }, (_, step) => 0.5 + step * 0.05);

/** @param heldOut each part is asked about once; @param others is learnt from every time. */
export function temperaturesFrom(
  heldOut: readonly (readonly Sentence[])[],
  others: readonly Sentence[],
  snapshot: Snapshot,
): Temperatures {
  const intents: Answer[] = [];
  const languages: Answer[] = [];
  for (const part of heldOut) {
    const learnt = learn([...others, ...heldOut.filter((each) => each !== part).flat()], snapshot);
    const models = readModels(writeModels(learnt, NO_TEMPERATURE, ''));
    for (const sentence of part) ask(models, sentence, snapshot, { intents, languages });
  }
  // How sure single words are is what the language of messages was learnt with.
  return { ...NO_TEMPERATURE, intents: bestTemperature(intents), languages: bestTemperature(languages) };
}

function ask(
  models: Models,
  { text, intent, lang, state }: Sentence,
  snapshot: Snapshot,
  answers: { intents: Answer[]; languages: Answer[] },
): void {
  const reading = read(text, snapshot);
  const asked = state ?? undefined;
  const features = intentFeatures(reading, asked, meaningOf(reading, asked));
  const label = models.intents.labels.indexOf(intent);
  answers.intents.push({ likely: models.intents.classify(features), label });
  if (!lang) return;
  const spoken = models.languages.classify(languageFeatures(reading, wordLanguages(models.words, reading)));
  answers.languages.push({ likely: spoken, label: models.languages.labels.indexOf(lang) });
}

/** The temperature at which the right labels together are likeliest. */
function bestTemperature(answers: readonly Answer[]): number {
  const losses = TRIED.map((temperature) => loss(answers, temperature));
  return TRIED[losses.indexOf(Math.min(...losses))] ?? 1;
}

function loss(answers: readonly Answer[], temperature: number): number {
  const losses = answers.map(({ likely, label }) => {
    const tempered = Array.from(likely, (each) => each ** (1 / temperature));
    const sum = tempered.reduce((total, each) => total + each, 0);
    return -Math.log(Math.max((tempered[label] ?? 0) / sum, 1e-12));
  });
  return losses.reduce((total, each) => total + each, 0);
}
