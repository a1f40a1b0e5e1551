/** Whether words answer the open question. */
import { asksOfCurator } from './admin/catalogue/asked.ts';
import { SURE_ENOUGH } from './confidence.ts';
import type { Asked, Conversation } from './conversation.ts';
import type { Meaning } from './flow.ts';
import type { Readable } from './readable.ts';
import { namesDay, saysWhenReady } from './understand/days.ts';
import { readName } from './understand/names.ts';
import { declines } from './understand/never-mind.ts';
import { asksClearly, clausesOf } from './understand/several.ts';
import type { DialogueState, Intent, Understanding } from './understand/understanding.ts';

const STATES: Partial<Record<Asked['what'], DialogueState>> = {
  quantity: 'asked_quantity',
  'pick-up': 'asked_pickup',
  name: 'asked_name',
  phone: 'asked_phone',
  confirm: 'asked_confirm',
  add: 'asked_confirm',
  'clear-cart': 'asked_confirm',
  erase: 'asked_confirm',
  cancel: 'asked_confirm',
};

/** What was just asked, as understanding knows it. */
export function dialogueState(conversation: Conversation): DialogueState | undefined {
  if (conversation.asked) return STATES[conversation.asked.what];
  return conversation.offered.length > 0 ? 'offered_choices' : undefined;
}

/** Questions whose answers are free words: nearly everything typed answers them. */
const FREE_ANSWERS: readonly Asked['what'][] = [
  'ready-day',
  'reject-note',
  'proposal',
  'proposal-day',
  'answer',
  'quote-amount',
  'quote-day',
  'quote-valid',
  'counter',
  'low-level',
  'count',
  'stock',
  'price',
  'hours',
  'wait',
  'invite-name',
];

/** What is chosen from a list while these are open; to all the others a number is the answer, as it is typed. */
const CHOSEN: readonly string[] = ['mode', 'place', 'kind', 'unit', 'facts', 'photo', 'time-zone'];

/** A bare number answers the question, and is no place in the list that stands under it. */
export function takesNumbers(asked: Asked | null): boolean {
  switch (asked?.what) {
    case 'quantity':
    case 'counter':
    case 'low-level':
    case 'count':
    case 'variant':
    case 'unit':
    case 'new-unit':
    case 'place':
      return true;
    case 'new-product':
      return asked.naming !== null || (asked.unit !== null && asked.kind !== null);
    case 'new-place':
      return asked.kind !== null;
    case 'product':
      return asked.doubted === undefined && !CHOSEN.includes(asked.field);
    case 'stand':
      return !CHOSEN.includes(asked.field);
    default:
      return false;
  }
}

export function isAskedFreely({ asked }: Conversation): boolean {
  return asked !== null && (FREE_ANSWERS.includes(asked.what) || asksOfCurator(asked));
}

/** The words as the answer to what was asked, with what is asked behind it; null where they are none. */
export function readAnswer(
  from: Readable,
  asked: Asked,
  text: string,
  understood: Understanding,
): Meaning | null {
  return answerAndMore(from, asked, text) ?? plainAnswer(asked, text, understood);
}

function plainAnswer(asked: Asked, text: string, understood: Understanding): Meaning | null {
  return isAnswer(asked, text, understood) ? { do: 'answer', asked, text, understood } : null;
}

/** "sekarang. btw bayarnya gimana?": the answer, and a question behind it. */
function answerAndMore({ snapshot, understand, view }: Readable, asked: Asked, text: string): Meaning | null {
  const [first = '', ...more] = clausesOf(text);
  if (more.length === 0 || STATES[asked.what] === 'asked_confirm') return null;
  const understood = understand(first, dialogueState(view.chat.conversation), snapshot);
  const also = more.map((clause) => understand(clause, undefined, snapshot)).filter(asksClearly);
  if (also.length !== more.length || asksClearly(understood)) return null;
  return isAnswer(asked, first, understood) ? { do: 'answer', asked, text: first, understood, also } : null;
}

/** Whether the words answer the open question: a clear question or order in between does not. */
function isAnswer(asked: Asked, text: string, understood: Understanding): boolean {
  // "kabari aja kalau udah siap" would be a wish for news anywhere else.
  if (asked.what === 'pick-up' && understood.intent === 'subscribe' && saysWhenReady(text)) return true;
  if (STATES[asked.what] === 'asked_confirm') return false;
  if (asked.what === 'phone' && declines(text)) return true;
  if (asked.what === 'pick-up' && namesDay(text) && !text.includes('?'))
    return understood.confidence < SURE_ENOUGH || WITH_A_DAY.includes(understood.intent);
  // A name may look like a thing of ours: what is not sure to be about that is the name that was asked for.
  if (asked.what === 'name' && readName(text) !== null && isUnsure(text, understood)) return true;
  if (asked.what === 'name' && readName(text) === null)
    return (
      ANSWERS.includes(understood.intent) && understood.intent !== 'out_of_scope' && !/\p{L}.*\?/su.test(text)
    );
  if (asked.what === 'quantity') {
    const [item] = understood.items;
    const bareNumber = item !== undefined && item.product === null && item.qty !== null;
    return bareNumber && [...ANSWERS, 'place_order', 'confirm'].includes(understood.intent);
  }
  return ANSWERS.includes(understood.intent);
}

function isUnsure(text: string, { confidence, items }: Understanding): boolean {
  return confidence < SURE_ENOUGH && items.every(({ qty }) => qty === null) && !text.includes('?');
}

/** What a day may be said with that answers "on which day?". */
const WITH_A_DAY: readonly Intent[] = [
  'provide_info',
  'confirm',
  'deny',
  'greeting',
  'thanks',
  'goodbye',
  'subscribe',
  'unclear',
  'out_of_scope',
];

/** What only a visitor in the middle of an order would say instead of an answer. */
const ANSWERS: readonly Intent[] = ['provide_info', 'unclear', 'out_of_scope'];
