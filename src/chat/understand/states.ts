/** Answers to what was just asked. A clear question or order in the middle of it wins. */
import type { Meaning } from './intents.ts';
import type { Reading } from './reading.ts';
import type { DialogueState } from './understanding.ts';
import { cue, everyWord } from './words/index.ts';

const FILLERS = everyWord('fillers');
const SURE = 0.95;

export function answerTo(reading: Reading, state: DialogueState | undefined): Meaning | undefined {
  const given: Meaning = { intent: 'provide_info', confidence: SURE };
  switch (state) {
    case 'asked_confirm':
      return yesOrNo(reading);
    case 'asked_quantity':
    case 'offered_choices':
      return onlyQuantity(reading) ? given : undefined;
    case 'asked_name':
      return reading.says('myName') && !asks(reading) ? given : undefined;
    case 'asked_phone':
      return reading.phone && !asks(reading) ? given : undefined;
    case 'asked_pickup':
      return reading.says('when') && !asks(reading) && !reading.says('cancel', 'complaint')
        ? given
        : undefined;
    default:
      return undefined;
  }
}

/** A name says nothing else: one to four words that mean nothing to any rule. */
export function bareName(reading: Reading, state: DialogueState | undefined): Meaning | undefined {
  if (state !== 'asked_name' || reading.mentions.length > 0 || reading.says('question', 'no'))
    return undefined;
  const words = reading.words.filter((word) => word !== ',' && !FILLERS.has(word));
  const named = words.length > 0 && words.length <= 4 && words.every((word) => /^\p{L}+$/u.test(word));
  return named ? { intent: 'provide_info', confidence: 0.8 } : undefined;
}

/** Up to six words that begin with a yes or a no ("iya kak bener", "ntar dulu deh"), with nothing ordered or asked. */
function yesOrNo(reading: Reading): Meaning | undefined {
  const words = reading.words.filter((word) => word !== ',');
  if (words.length > 6 || reading.items.length > 0 || reading.says('add', 'reschedule')) return undefined;
  const line = words.join(' ');
  const no = line.search(cue('no'));
  const yes = line.search(cue('yes'));
  if (no < 0 && yes < 0) return undefined;
  // "ya ga jadi": a no anywhere is no; a question ("oke berapa?") is neither.
  const rest = words.filter((word) => !FILLERS.has(word) && !cue('yes').test(word) && !cue('no').test(word));
  if (no >= 0) {
    // "napinya cuci tangan ga", "ga salah kan?" ask.
    const denies = rest.length <= 2 && !reading.words.includes('?') && !(asks(reading) && no > 0);
    return denies ? { intent: 'deny', confidence: SURE } : undefined;
  }
  return rest.length <= 1 && !asks(reading) ? { intent: 'confirm', confidence: SURE } : undefined;
}

/** "3", "dua aja kak", "5 bungkus". */
function onlyQuantity(reading: Reading): boolean {
  return (
    reading.quantities.length > 0 &&
    reading.words.every((word) => '#,'.includes(word) || FILLERS.has(word) || word === 'eh')
  );
}

function asks(reading: Reading): boolean {
  return (
    reading.words.includes('?') ||
    reading.says('price', 'location', 'hours', 'help', 'list', 'delivery', 'payment')
  );
}
