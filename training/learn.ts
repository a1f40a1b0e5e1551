/** From sentences to weights. */

import { meaningOf } from '../src/chat/understand/intents.ts';
import { makeClassifier } from '../src/chat/understand/model/classifier.ts';
import {
  type FeatureGroup,
  intentFeatures,
  languageFeatures,
  spellingFeatures,
} from '../src/chat/understand/model/features.ts';
import { type Learnt, quantise } from '../src/chat/understand/model/models.ts';
import { lettered, wordLanguages } from '../src/chat/understand/model/word-languages.ts';
import { type Reading, read } from '../src/chat/understand/reading.ts';
import {
  DIALOGUE_STATES,
  type DialogueState,
  INTENTS,
  type Intent,
  MESSAGE_LANGUAGES,
  type MessageLanguage,
  WORD_LANGUAGES,
} from '../src/chat/understand/understanding.ts';
import type { Snapshot } from '../src/shop/catalogue.ts';
import { seeded } from './random.ts';
import { fillPlaceholders, roughen } from './roughen.ts';
import type { Sentence } from './sentences.ts';
import { type Example, train } from './train.ts';

/** Each sentence once as it was written and this often rougher. */
const ROUGHER = 2;
const SEED = 20_261_124;
const INTENT_TRAINING = { epochs: 12, rate: 0.15, decay: 1e-6, smoothing: 0.03 };
const WORD_TRAINING = { epochs: 3, rate: 0.2, decay: 1e-6, smoothing: 0.02 };
const LANGUAGE_TRAINING = { epochs: 8, rate: 0.2, decay: 1e-6, smoothing: 0.02 };

/** What these mean hangs on what was asked. */
const ANSWERS: readonly Intent[] = ['provide_info', 'confirm', 'deny', 'unclear'];

/** One text as it is learnt from. */
export interface Lesson {
  readonly text: string;
  readonly reading: Reading;
  readonly intent: Intent;
  readonly lang: MessageLanguage | undefined;
  readonly asked: DialogueState | undefined;
  /** Which sentence it is a copy of. */
  readonly sentence: number;
}

export function learn(sentences: readonly Sentence[], snapshot: Snapshot): Learnt {
  const random = seeded(SEED);
  const lessons = [...lessonsOf(sentences, snapshot, random)];
  const intents = lessons.map(({ reading, intent, asked }) =>
    example(intentFeatures(reading, asked, meaningOf(reading, asked)), INTENTS.indexOf(intent)),
  );
  return {
    intents: train(intents, { ...INTENT_TRAINING, labels: INTENTS.length, random }),
    words: learnWords(lessons, random),
    languages: learnLanguages(lessons, random),
  };
}

/** Each word of a sentence in one language is taken for one of that language. */
function learnWords(lessons: readonly Lesson[], random: () => number): Float32Array {
  const words = lessons.flatMap(({ reading, lang }) => {
    const label = lang === undefined || lang === 'mixed' ? -1 : WORD_LANGUAGES.indexOf(lang);
    return label < 0 ? [] : lettered(reading).map((word) => example(spellingFeatures(word), label));
  });
  return train(words, { ...WORD_TRAINING, labels: WORD_LANGUAGES.length, random });
}

/**
 * What single words show is asked of what was learnt from the other half of the sentences: words that it has learnt
 * from it knows too well.
 */
function learnLanguages(lessons: readonly Lesson[], random: () => number): Float32Array {
  const halves = [0, 1].map((half) => lessons.filter(({ sentence }) => sentence % 2 === half));
  const examples = halves.flatMap((half, at) => {
    const others = learnWords(halves[1 - at] ?? [], random);
    const words = makeClassifier(WORD_LANGUAGES, quantise(others, 1));
    return half.flatMap(({ reading, lang }) =>
      lang === undefined
        ? []
        : example(languageFeatures(reading, wordLanguages(words, reading)), MESSAGE_LANGUAGES.indexOf(lang)),
    );
  });
  return train(examples, { ...LANGUAGE_TRAINING, labels: MESSAGE_LANGUAGES.length, random });
}

/** Everything that is learnt from, the sentences with their rougher copies; each time the same. */
export function* lessonsOf(
  sentences: readonly Sentence[],
  snapshot: Snapshot,
  random = seeded(SEED),
): Generator<Lesson> {
  for (const [sentence, { text, intent, lang, state }] of sentences.entries()) {
    for (let copy = 0; copy <= ROUGHER; copy += 1) {
      const filled = fillPlaceholders(text, random);
      const rough = copy === 0 ? filled : roughen(filled, random);
      const reading = read(rough, snapshot);
      const asked = state ?? (copy === ROUGHER ? inBetween(intent, reading, random) : undefined);
      yield { text: rough, reading, intent, lang, asked, sentence };
    }
  }
}

/** Most things are also said in the middle of something else, whatever was asked there. */
function inBetween(intent: Intent, { mentions }: Reading, random: () => number): DialogueState | undefined {
  const answers = ANSWERS.includes(intent) || (intent === 'place_order' && mentions.length === 0);
  if (answers || random() < 0.4) return undefined;
  return DIALOGUE_STATES[Math.floor(random() * DIALOGUE_STATES.length)];
}

function example(features: readonly FeatureGroup[], label: number): Example {
  return { features, label };
}
