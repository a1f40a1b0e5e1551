/** Which words a language model may be asked about: a question that was not understood, and nothing else. */
import { productBySlug, type Snapshot } from '../../shop/catalogue.ts';
import { SURE_ENOUGH } from '../confidence.ts';
import type { View } from '../facts.ts';
import { asksTotal } from '../understand/on-the-way.ts';
import { type Reading, read } from '../understand/reading.ts';
import { type Intent, QUESTION_INTENTS, type Understanding } from '../understand/understanding.ts';
import type { AdviceWish } from './advice.ts';

/** What it may turn out to be about when it was not understood. */
const QUESTIONS: ReadonlySet<Intent> = new Set<Intent>([
  ...QUESTION_INTENTS,
  'unclear',
  'out_of_scope',
  'help',
]);

/** Not even where it is only one of the likely meanings. */
const NEVER: readonly Intent[] = [
  'abuse',
  'complaint',
  'inmate_info',
  'oos_immigration',
  'oos_prison',
  'privacy_request',
  'order_status',
  'cancel_order',
];

/** "apa?", "wait gimana" ask nothing that anybody could answer. */
const FEWEST_WORDS = 3;

/** Nor where the words are heard: none of it is for a stranger, and of some of it a model may say nothing at all. */
function isNotForOthers(reading: Reading): boolean {
  return (
    reading.code !== undefined ||
    reading.phone ||
    reading.says('inmate', 'prison', 'immigration', 'abuse', 'complaint', 'injection', 'privacy', 'human') ||
    reading.says('elsewhere', 'ownOrder', 'status', 'cancel', 'price', 'stock', 'discount') ||
    reading.says('halal', 'pirt', 'expiry', 'allergen')
  );
}

export interface Heard {
  readonly text: string;
  readonly understood: Understanding;
  /** What else is heard in the same words. */
  readonly also: readonly Understanding[];
}

/** null: it is answered, or asked back, without a model. */
export function adviceWish(heard: Heard, view: View, snapshot: Snapshot): AdviceWish | null {
  const { text, understood, also } = heard;
  const isUnclear =
    understood.confidence < SURE_ENOUGH ||
    understood.intent === 'unclear' ||
    understood.intent === 'out_of_scope';
  if (!isUnclear || also.length > 0 || !isVisitors(view) || !mayBeAsked(understood)) return null;
  const reading = read(text, snapshot);
  const says = reading.words.filter((word) => /[\p{L}@]/u.test(word)).length;
  if (says < FEWEST_WORDS || !reading.says('question')) return null;
  if (isNotForOthers(reading) || asksTotal(text)) return null;
  return { text, about: productsInMind(understood, view, snapshot) };
}

/** Somebody of the stand has words of visitors in their own; and in a talk a person answers. */
function isVisitors({ roles, talk, talkingTo }: View): boolean {
  return roles.length === 0 && talkingTo === null && (talk === null || talk.until === null);
}

/** No order, no change of one, and in a language in which the answer can be checked. */
function mayBeAsked({ intent, language, likely = [], items, refused = [], code }: Understanding): boolean {
  return (
    QUESTIONS.has(intent) &&
    language !== 'other' &&
    code === undefined &&
    refused.length === 0 &&
    !items.some(({ qty }) => qty !== null) &&
    !likely.some((each) => NEVER.includes(each))
  );
}

function productsInMind({ items }: Understanding, view: View, snapshot: Snapshot): number[] {
  const named = items.flatMap(({ product }) =>
    product === null ? [] : (productBySlug(snapshot, product)?.id ?? []),
  );
  const { topic } = view.chat.conversation;
  return named.length > 0 ? [...new Set(named)] : topic === null ? [] : [topic];
}
