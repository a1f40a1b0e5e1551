/** Several turns that answer one message, as one reply. */
import type { Turn } from '../flow.ts';
import type { Choice, Message } from '../message.ts';

/** @param turns at most one of them changes anything; what a later one says of the conversation counts. */
export function inOneReply(turns: readonly Turn[]): Turn {
  return turns.reduce((before, turn) => ({
    replies: joined(before.replies, turn.replies),
    effects: [...(before.effects ?? []), ...(turn.effects ?? [])],
    conversation: { ...before.conversation, ...turn.conversation },
  }));
}

/** The first message of the later turn goes on where the last one of the earlier ends, unless a picture parts them. */
function joined(before: readonly Message[], after: readonly Message[]): Message[] {
  const last = before.at(-1);
  const [first, ...more] = after;
  if (!last || !first || last.photo || first.photo) return [...before, ...after];
  const message: Message = {
    ...last,
    ...first,
    text: `${last.text}\n\n${first.text}`,
    choices: onceEach([...(last.choices ?? []), ...(first.choices ?? [])]),
    inPlace: false,
  };
  return [...before.slice(0, -1), message, ...more];
}

function onceEach(choices: readonly Choice[]): Choice[] {
  return [...new Map(choices.map((each) => [each.id, each])).values()];
}

/** A sentence before what the turn says. */
export function beginningWith(sentence: string, turn: Turn): Turn {
  const [first, ...more] = turn.replies;
  if (!first) return turn;
  return { ...turn, replies: [{ ...first, text: `${sentence}\n\n${first.text}` }, ...more] };
}
