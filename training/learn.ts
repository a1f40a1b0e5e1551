/** From sentences to weights. */

import { meaningOf } from '../src/chat/understand/intents.ts';
import {
  type FeatureGroup,
  intentFeatures,
  languageFeatures,
} from '../src/chat/understand/model/features.ts';
import { type Reading, read } from '../src/chat/understand/reading.ts';
import {
  DIALOGUE_STATES,
  type DialogueState,
  INTENTS,
  type Intent,
  MESSAGE_LANGUAGES,
  type MessageLanguage,
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
const LANGUAGE_TRAINING = { epochs: 8, rate: 0.2, decay: 1e-6, smoothing: 0.02 };

/** What these mean hangs on what was asked. */
const ANSWERS: readonly Intent[] = ['provide_info', 'confirm', 'deny', 'unclear'];

export interface Learnt {
  readonly intents: Float32Array;
  readonly languages: Float32Array;
}

/** One text as it is learnt from. */
export interface Lesson {
  readonly text: string;
  readonly reading: Reading;
  readonly intent: Intent;
  readonly lang: MessageLanguage | undefined;
  readonly asked: DialogueState | undefined;
}

export function learn(sentences: readonly Sentence[], snapshot: Snapshot): Learnt {
  const random = seeded(SEED);
  const intents: Example[] = [];
  const languages: Example[] = [];
  for (const { reading, intent, lang, asked } of lessonsOf(sentences, snapshot, random)) {
    const features = intentFeatures(reading, asked, meaningOf(reading, asked));
    intents.push(example(features, INTENTS.indexOf(intent)));
    if (lang) languages.push(example(languageFeatures(reading), MESSAGE_LANGUAGES.indexOf(lang)));
  }
  return {
    intents: train(intents, { ...INTENT_TRAINING, labels: INTENTS.length, random }),
    languages: train(languages, { ...LANGUAGE_TRAINING, labels: MESSAGE_LANGUAGES.length, random }),
  };
}

/** Everything that is learnt from, the sentences with their rougher copies; each time the same. */
export function* lessonsOf(
  sentences: readonly Sentence[],
  snapshot: Snapshot,
  random = seeded(SEED),
): Generator<Lesson> {
  for (const { text, intent, lang, state } of sentences) {
    for (let copy = 0; copy <= ROUGHER; copy += 1) {
      const filled = fillPlaceholders(text, random);
      const rough = copy === 0 ? filled : roughen(filled, random);
      const reading = read(rough, snapshot);
      const asked = state ?? (copy === ROUGHER ? inBetween(intent, reading, random) : undefined);
      yield { text: rough, reading, intent, lang, asked };
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
