/**
 * What waited out a long outage somewhere on its way: it is answered with an apology, and changes nothing, because
 * whoever wrote it may have given up, asked elsewhere or bought at the stand meanwhile.
 */
import { FluentDateTime } from '@fluent/bundle';
import type { Effect } from '../shop/effects.ts';
import { reply, type Scene, type Turn } from './flow.ts';
import type { Inbound } from './message.ts';
import { openQuestion } from './visitor/open-question.ts';

/** Nobody waits for an answer to a chat for longer; an unanswered reply is not sent again after as long either. */
const LATE_MS = 600_000;

const SAID: readonly Inbound['body']['kind'][] = ['text', 'choice', 'photo', 'contact'];

/** Said by a person, and long ago. */
export function isLate({ at, body }: Inbound, now: number): boolean {
  return SAID.includes(body.kind) && now - at > LATE_MS;
}

/** These only ask, or pass on to people who see for themselves. */
const HARMLESS: readonly Effect['kind'][] = [
  'notice',
  'question',
  'talk',
  'talk-ended',
  'talk-goes-on',
  'unmet-wish',
  'data-link',
  'scan',
];

function changes(effect: Effect): boolean {
  if (effect.kind === 'person') return effect.name !== undefined || effect.phone !== undefined;
  return !HARMLESS.includes(effect.kind);
}

/** The turn with an apology in front, once for all that came together; where it would change anything, only that. */
export function afterLate(scene: Scene, turn: Turn): Turn {
  const { inbound, now, conversation } = scene;
  if (!isLate(inbound, now)) return turn;
  const isUndone = turn.effects?.some(changes) === true;
  const [first, ...more] = turn.replies;
  if (!isUndone && !first) return turn;
  const isTold = now - (conversation.apologisedAt ?? 0) <= LATE_MS;
  if (isTold) return isUndone ? { replies: [] } : turn;
  const apology = scene.say(isUndone ? 'late-undone' : 'late', { time: clockTime(scene, inbound.at) });
  const apologised = { apologisedAt: now };
  if (!first || isUndone) {
    const again = openQuestion(scene);
    const sorry = reply(apology);
    return { replies: [...sorry.replies, ...(again?.replies ?? [])], conversation: apologised };
  }
  return {
    ...turn,
    replies: [{ ...first, text: `${apology}\n\n${first.text}`, inPlace: false }, ...more],
    conversation: { ...turn.conversation, ...apologised },
  };
}

function clockTime({ snapshot }: Scene, at: number): FluentDateTime {
  return new FluentDateTime(at, { timeZone: snapshot.stand.timeZone, hour: '2-digit', minute: '2-digit' });
}
