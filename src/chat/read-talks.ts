/** What is read before anything else where people answer people: the bot only carries it. */
import { maskIdentityNumbers } from '../shop/identity.ts';
import { unpack } from './actions.ts';
import { byLabel, resolveQuoted } from './choices.ts';
import type { View } from './facts.ts';
import type { Meaning } from './flow.ts';
import type { Choice, InboundBody } from './message.ts';
import type { Readable } from './readable.ts';

type Text = Extract<InboundBody, { kind: 'text' }>;

/** In a chat that somebody has taken everything goes to them, but for buttons and commands. */
export function readForOwner({ inbound, view }: Readable): Meaning | null {
  const { body } = inbound;
  const before = view.chat.conversation.held?.text;
  const words = (text: string): Meaning => {
    const all = before === undefined ? text : `${before}\n${text}`;
    return { do: 'tell-owner', text: maskIdentityNumbers(all.trim()) };
  };
  switch (body.kind) {
    case 'text':
      return body.text.trim().startsWith('/') || leavesTalk(view, body) ? null : words(body.text);
    case 'edited':
      return words(body.text);
    case 'held':
      return before === undefined ? null : words('');
    case 'photo':
      return { do: 'tell-owner', text: maskIdentityNumbers(body.caption), what: 'photo' };
    case 'unsupported':
      return { do: 'tell-owner', text: '', what: body.what };
    default:
      return null;
  }
}

/** Said by its label, or in reply to the message that offers it. */
function leavesTalk({ openNotices, quoted }: View, { text, replyTo }: Text): boolean {
  const named = openNotices.flatMap(({ choices }) => byLabel(text, choices) ?? []);
  const ofQuoted = replyTo !== undefined && quoted ? resolveQuoted(text, quoted) : undefined;
  return [ofQuoted, ...named].some((each) => each && unpack(each.id)?.do === 'leave-talk');
}

/** "3 sudah halal", "#3: ya": the number of an open question, and its answer. */
const NUMBERED = /^(?:#|no\.?\s*|jawab\s+|answer\s+)?(\d{1,3})[\s.,:)–-]+(\P{N}.*)$/su;

/** The answer to a visitor's question that is quoted, or named by its number. What clearly orders is no answer. */
export function readStaffAnswer(
  { inbound, view, snapshot, understand }: Readable,
  text: string,
): Meaning | null {
  const understood = () => understand(text, undefined, snapshot);
  const answering = (choices: readonly Choice[]) =>
    choices.flatMap(({ id }) => {
      const action = unpack(id);
      return action?.do === 'answer-question' ? [action] : [];
    });
  const isReply = inbound.body.kind === 'text' && inbound.body.replyTo !== undefined;
  const [quoted] = isReply && view.quoted ? answering(view.quoted.choices) : [];
  if (quoted) return { do: 'answer-this', question: quoted.question, text, understood: understood() };
  // "2 hari lagi, ya" is for the visitor whom they talk with.
  if (view.talkingTo) return null;
  const [, number, answer] = NUMBERED.exec(text) ?? [];
  const open = view.openNotices.flatMap(({ choices }) => answering(choices));
  const named = open.find((each) => each.number === Number(number));
  if (!named || answer === undefined) return null;
  const meant = understood();
  if (meant.items.some((item) => item.product !== null && item.qty !== null)) return null;
  return { do: 'answer-this', question: named.question, text: answer.trim(), understood: meant };
}
