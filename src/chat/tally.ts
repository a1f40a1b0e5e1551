/** What is counted of an event: what it was about and whether it was answered, without words and without who it was. */
import { wallClock } from '../shop/calendar.ts';
import { productById, productBySlug, type Snapshot, variantById } from '../shop/catalogue.ts';
import type { Effect } from '../shop/effects.ts';
import { unpack } from './actions.ts';
import type { View } from './facts.ts';
import { isInGroup } from './groups.ts';
import type { Inbound } from './message.ts';
import type { Reading } from './readable.ts';
import type { Decision } from './step.ts';
import { QUESTION_INTENTS } from './understand/understanding.ts';

export interface Counted {
  readonly inbound: Inbound;
  readonly reading: Reading;
  readonly view: View;
  readonly decision: Decision;
  readonly snapshot: Snapshot;
  readonly now: number;
}

/** Whose words are read again when the rest has come. */
const NOT_YET: readonly string[] = ['hold', 'nothing', 'taken-back'];
const SPOKEN: readonly Inbound['body']['kind'][] = ['text', 'start', 'held', 'photo'];

/** null: nothing is counted. Those who work here count as visitors nowhere. */
export function tallyOf(counted: Counted): Effect | null {
  const { inbound, reading, view, decision, snapshot, now } = counted;
  const { meaning, understood } = reading;
  const isPress = inbound.body.kind === 'choice';
  if (!isPress && !SPOKEN.includes(inbound.body.kind)) return null;
  if (NOT_YET.includes(meaning.do) || view.roles.length > 0 || isInGroup(inbound)) return null;
  const product = productMeant(counted);
  return {
    kind: 'tally',
    day: wallClock(now, snapshot.stand.timeZone).day,
    what: isPress ? 'press' : 'message',
    unitId: product?.unitId ?? 0,
    productId: product?.id ?? 0,
    intent: understood?.intent ?? meaning.do,
    language: decision.conversation.language,
    channel: inbound.channel,
    answered: isAnswered(decision),
  };
}

function productMeant({ reading, view, snapshot }: Counted) {
  const { meaning, understood } = reading;
  const slug = understood?.items.find((item) => item.product !== null)?.product;
  if (slug) return productBySlug(snapshot, slug);
  if ('product' in meaning && typeof meaning.product === 'number')
    return productById(snapshot, meaning.product);
  if ('variant' in meaning) return variantById(snapshot, meaning.variant)?.product;
  const { topic } = view.chat.conversation;
  const isAbout = QUESTION_INTENTS.some((each) => each === understood?.intent);
  return isAbout && topic !== null ? productById(snapshot, topic) : undefined;
}

/** Not understood, made by nobody, or not known, so that the staff are offered to be asked. */
function isAnswered({ conversation, effects, replies }: Decision): boolean {
  if (conversation.misses > 0 || effects.some(({ kind }) => kind === 'unmet-wish')) return false;
  const offered = replies.flatMap(({ choices = [] }) => choices);
  return !offered.some(({ id }) => unpack(id)?.do === 'ask-staff');
}
