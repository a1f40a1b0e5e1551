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
} from '../src/chat/understand/understanding.ts';
import type { Snapshot } from '../src/shop/catalogue.ts';
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

export function learn(sentences: readonly Sentence[], snapshot: Snapshot): Learnt {
  const random = seeded(SEED);
  const intents: Example[] = [];
  const languages: Example[] = [];
  for (const { text, intent, lang, state } of sentences) {
    for (let copy = 0; copy <= ROUGHER; copy += 1) {
      const filled = fillPlaceholders(text, random);
      const reading = read(copy === 0 ? filled : roughen(filled, random), snapshot);
      const asked = state ?? (copy === ROUGHER ? inBetween(intent, reading, random) : undefined);
      const features = intentFeatures(reading, asked, meaningOf(reading, asked));
      intents.push(example(features, INTENTS.indexOf(intent)));
      if (lang) languages.push(example(languageFeatures(reading), MESSAGE_LANGUAGES.indexOf(lang)));
    }
  }
  return {
    intents: train(intents, { ...INTENT_TRAINING, labels: INTENTS.length, random }),
    languages: train(languages, { ...LANGUAGE_TRAINING, labels: MESSAGE_LANGUAGES.length, random }),
  };
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

/** Mulberry32: from 0 to 1, the same for the same seed. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
