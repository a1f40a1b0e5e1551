/** Words that name an offered choice. */
import { type Action, unpack } from './actions.ts';
import { byLabel, resolveChoice } from './choices.ts';
import type { Meaning } from './flow.ts';
import type { Choice } from './message.ts';
import { isAskedFreely } from './read-answers.ts';
import type { Readable } from './readable.ts';

/** Of the quoted message, of the newest list, of an open notice. */
export function readChoice({ inbound, view }: Readable, text: string): Meaning | null {
  const quotes = inbound.body.kind === 'text' && inbound.body.replyTo !== undefined;
  const quoted = quotes && view.quoted ? resolveChoice(text, view.quoted.choices) : undefined;
  if (quoted) return action(quoted);
  const { asked, offered } = view.chat.conversation;
  // A number may be said to the visitor, or be the answer.
  const numberIsAnswer =
    view.talkingTo !== null || asked?.what === 'quantity' || isAskedFreely(view.chat.conversation);
  const own = numberIsAnswer ? byLabel(text, offered) : resolveChoice(text, offered);
  const noticed = view.openNotices.flatMap((notice) => byLabel(text, notice.choices) ?? []);
  if (own) return action(own);
  const [first] = noticed;
  if (first && noticed.length === 1) return action(first);
  return first ? { do: 'which-notice', choices: noticed } : null;
}

function action(choice: Choice): Action | { do: 'old-button' } {
  return unpack(choice.id) ?? { do: 'old-button' };
}
