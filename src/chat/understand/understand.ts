/** Reading a message: rules and two small classifiers for what it wants and in which language, rules for what and how many. */
import { decide } from './decide.ts';
import { attributeOf, changeOf, type Meaning, meaningOf } from './intents.ts';
import { itemsFor } from './items.ts';
import { isOtherScript, showsLanguage } from './language.ts';
import { intentFeatures, languageFeatures } from './model/features.ts';
import type { Models } from './model/models.ts';
import { type Reading, read } from './reading.ts';
import type { DialogueState, MessageLanguage, Understand } from './understanding.ts';

export function makeUnderstand(models: Models): Understand {
  return (text, state, snapshot) => {
    const reading = read(text, snapshot);
    const meaning = meaningFor(models, reading, state);
    return {
      language: languageOf(models, reading),
      ...meaning,
      ...itemsFor(reading, meaning.intent, state),
      ...(reading.code === undefined ? {} : { code: reading.code }),
    };
  };
}

function meaningFor({ intents }: Models, reading: Reading, state: DialogueState | undefined): Meaning {
  const ruled = meaningOf(reading, state);
  if (reading.words.length === 0) return ruled;
  const likely = intents.classify(intentFeatures(reading, state, ruled));
  const ranked = intents.labels
    .map((intent, label) => ({ intent, confidence: likely[label] ?? 0 }))
    .sort((one, other) => other.confidence - one.confidence);
  const { intent, confidence } = decide({ reading, state, ruled, ranked });
  const attribute =
    intent === 'ask_spec' || intent === 'ask_ingredients' ? attributeOf(reading, intent) : undefined;
  const change = intent === 'change_order' ? changeOf(reading) : undefined;
  return { intent, confidence, ...(attribute && { attribute }), ...(change && { change }) };
}

/** More likely than not: keyboards produce letters of every kind. */
const SHOWS = 0.5;
/** Nine times of ten: names of products are borrowed from one language into the other. */
const NAMES_SHOW = 0.9;

function languageOf({ languages }: Models, reading: Reading): MessageLanguage | null {
  if (!showsLanguage(reading.tokens)) return null;
  if (isOtherScript(reading.tokens)) return 'other';
  const likely = languages.classify(languageFeatures(reading));
  const most = Math.max(...likely);
  const enough = reading.words.every((word) => '@#~,'.includes(word)) ? NAMES_SHOW : SHOWS;
  return most < enough ? null : (languages.labels[likely.indexOf(most)] ?? null);
}
