/** Reading a message: rules and two small classifiers for what it wants and in which language, rules for what and how many. */
import { decide } from './decide.ts';
import { attributeOf, changeOf, type Meaning, meaningOf } from './intents.ts';
import { itemsFor } from './items.ts';
import { isOtherScript, showsLanguage } from './language.ts';
import { intentFeatures, languageFeatures } from './model/features.ts';
import type { Models } from './model/models.ts';
import { wordLanguages } from './model/word-languages.ts';
import { type Reading, read } from './reading.ts';
import type { DialogueState, Intent, MessageLanguage, Understand, Understanding } from './understanding.ts';

/** A quantity, and no more. */
const ONLY = /# (?:saja|cuma|hanya|only)(?![^ ])|(?<![^ ])(?:cuma|hanya|only|just) #/;
/** "keripiknya 3, bukan 2", "salah, keripiknya 3". */
const CORRECTED =
  /# ,? ?(?:bukan|not) 0|(?:bukan|not) 0 ,? ?(?:\S+ )?#|^(?:\S+ )?(?:salah|bukan|wrong|ralat) (?:\S+ )?,? ?[@#]/;
/** Meanings to choose from, and how likely each must be. */
const CHOICES = 3;
const POSSIBLE = 0.12;

export function makeUnderstand(models: Models): Understand {
  return rememberingLast((text, state, snapshot) => {
    const reading = read(text, snapshot);
    const meaning = meaningFor(models, reading, state);
    return {
      language: languageOf(models, reading),
      ...meaning,
      ...itemsFor(reading, meaning.intent, state),
      ...(reading.code === undefined ? {} : { code: reading.code }),
    };
  });
}

/** One event asks for the same message again: whether it is a fragment, and what it means. */
function rememberingLast(understand: Understand): Understand {
  let last: { readonly of: Parameters<Understand>; readonly is: Understanding } | null = null;
  return (...of) => {
    if (!last?.of.every((each, index) => each === of[index])) last = { of, is: understand(...of) };
    return last.is;
  };
}

function meaningFor({ intents }: Models, reading: Reading, state: DialogueState | undefined): Meaning {
  const ruled = meaningOf(reading, state);
  if (reading.words.length === 0) return ruled;
  const shares = intents.classify(intentFeatures(reading, state, ruled));
  const ranked = intents.labels
    .map((intent, label) => ({ intent, confidence: shares[label] ?? 0 }))
    .sort((one, other) => other.confidence - one.confidence);
  const { intent, confidence } = decide({ reading, state, ruled, ranked });
  const attribute =
    intent === 'ask_spec' || intent === 'ask_ingredients' ? attributeOf(reading, intent) : undefined;
  const change = intent === 'change_order' ? changeOf(reading) : onlyThatMany(reading, intent);
  const likely = ranked.slice(0, CHOICES).flatMap((each) => (each.confidence >= POSSIBLE ? each.intent : []));
  return { intent, confidence, likely, ...(attribute && { attribute }), ...(change && { change }) };
}

/** "keripiknya 2 aja": no more than that, whatever there was before. */
function onlyThatMany({ line }: Reading, intent: Intent): Meaning['change'] | undefined {
  return intent === 'place_order' && (ONLY.test(line) || CORRECTED.test(line)) ? 'set' : undefined;
}

/** More likely than not: keyboards produce letters of every kind. */
const SHOWS = 0.5;
/** Nine times of ten: names of products are borrowed from one language into the other. */
const NAMES_SHOW = 0.9;

function languageOf({ languages, words }: Models, reading: Reading): MessageLanguage | null {
  if (!showsLanguage(reading.tokens)) return null;
  if (isOtherScript(reading.tokens)) return 'other';
  const likely = languages.classify(languageFeatures(reading, wordLanguages(words, reading)));
  const most = Math.max(...likely);
  const enough = reading.words.every((word) => '@#~,'.includes(word)) ? NAMES_SHOW : SHOWS;
  return most < enough ? null : (languages.labels[likely.indexOf(most)] ?? null);
}
