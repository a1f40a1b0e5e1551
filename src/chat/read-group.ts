/**
 * What is said in a group. People talk with each other there: whatever is not plainly meant for us is let go by, and
 * nothing of it is kept. Free words count only in reply to the very message that asks for them.
 */
import { maskIdentityNumbers } from '../shop/identity.ts';
import { hasRole } from '../shop/roles.ts';
import { type Action, unpack } from './actions.ts';
import { resolveChoice } from './choices.ts';
import type { Offer } from './facts.ts';
import type { Meaning } from './flow.ts';
import { isForGroups } from './groups.ts';
import { INVITATION_PREFIX } from './links.ts';
import { type InboundBody, MAX_TEXT_LENGTH } from './message.ts';
import { dialogueState, isAskedFreely } from './read-answers.ts';
import { readChoice } from './read-choice.ts';
import { readStaffAnswer } from './read-talks.ts';
import type { Readable } from './readable.ts';
import { saysOnDuty } from './understand/on-duty.ts';

const IGNORE: Meaning = { do: 'ignore' };

const COMMANDS: ReadonlyMap<string, Meaning> = new Map<string, Meaning>([
  ['pesanan', { do: 'open-parts' }],
  ['orders', { do: 'open-parts' }],
  ['start', { do: 'group-help' }],
  ['menu', { do: 'group-help' }],
  ['bantuan', { do: 'group-help' }],
  ['help', { do: 'group-help' }],
  ['lepas', { do: 'unlink', removed: false }],
  ['unlink', { do: 'unlink', removed: false }],
  ['bahasa', { do: 'language', language: 'id' }],
  ['indonesia', { do: 'language', language: 'id' }],
  ['english', { do: 'language', language: 'en' }],
]);

/** Refused with a sentence that says where they can be pressed. */
const REFUSED: readonly Action['do'][] = ['show-phone', 'take-talk'];

/** The code by which a group is linked. */
export function invitationIn(body: InboundBody): string | null {
  const said = body.kind === 'start' ? body.payload : body.kind === 'text' ? body.text.trim() : '';
  const code = said.replace(/^\/start(?:@\w+)?\s+/, '');
  return code.startsWith(INVITATION_PREFIX) && /^[\w-]{20,64}$/.test(code) ? code : null;
}

export function readInGroup(from: Readable): Meaning {
  const { body } = from.inbound;
  const code = invitationIn(body);
  if (code) return { do: 'accept-invitation', code };
  if (body.kind === 'moved') return { do: 'group-moved', to: body.to };
  if (!hasRole(from.view.roles, 'staff')) return IGNORE;
  switch (body.kind) {
    case 'reachable':
      return body.reachable ? IGNORE : { do: 'unlink', removed: true };
    case 'start':
      return body.payload === '' ? { do: 'group-help' } : IGNORE;
    case 'choice':
      return allowed(unpack(body.choice) ?? { do: 'old-button' });
    case 'text':
      return readText(from, body.text.trim());
    default:
      return IGNORE;
  }
}

function allowed(meaning: Meaning): Meaning {
  if (meaning.do === 'which-notice') {
    const choices = meaning.choices.filter(({ id }) => isForGroups(unpack(id)?.do ?? ''));
    return choices.length > 0 ? { ...meaning, choices } : IGNORE;
  }
  return isForGroups(meaning.do) || REFUSED.some((each) => each === meaning.do) ? meaning : IGNORE;
}

function readText(from: Readable, text: string): Meaning {
  if (text.length > MAX_TEXT_LENGTH) return IGNORE;
  if (text.startsWith('/')) return readCommand(text, from.botName ?? null);
  const { conversation } = from.view.chat;
  const chosen = readChoice(from, text);
  if (chosen) return allowed(chosen);
  // While words are asked for, a number by itself is still a place in the newest list.
  const numbered = isAskedFreely(conversation) ? resolveChoice(text, conversation.offered) : undefined;
  if (numbered) return allowed(unpack(numbered.id) ?? IGNORE);
  const replied = from.view.quoted && readReply(from, from.view.quoted, text);
  if (replied) return maskIdentityNumbers(text) === text ? replied : { do: 'identity-number' };
  return saysOnDuty(text) ? { do: 'on-duty' } : IGNORE;
}

/** A command with the name of another bot is that one's. */
function readCommand(text: string, botName: string | null): Meaning {
  const [, name = '', bot] = /^\/([a-z_]+)(?:@(\w+))?(?:\s|$)/i.exec(text) ?? [];
  const isOthers = bot !== undefined && botName !== null && bot.toLowerCase() !== botName.toLowerCase();
  return (isOthers ? undefined : COMMANDS.get(name.toLowerCase())) ?? IGNORE;
}

/** Words in reply to one of our messages: the answer to what it asks. */
function readReply(from: Readable, quoted: Offer, text: string): Meaning | null {
  const answer = readStaffAnswer(from, text);
  if (answer) return answer;
  const { conversation } = from.view.chat;
  const { asked, offered } = conversation;
  if (asked && isAskedFreely(conversation) && isOf(quoted, offered)) {
    const understood = from.understand(text, dialogueState(conversation), from.snapshot);
    return { do: 'answer', asked, text, understood };
  }
  return cardOf(quoted);
}

/** Whether this is the newest message with choices: the one that asks what is asked. */
function isOf({ choices }: Offer, offered: Offer['choices']): boolean {
  return choices.length > 0 && choices.every(({ id }) => offered.some((each) => each.id === id));
}

/** Somebody has asked for something else meanwhile: the order that the older question was about, to go on from. */
function cardOf({ choices }: Offer): Meaning | null {
  const cards = choices.flatMap(({ id }) => {
    const action = unpack(id);
    return action?.do === 'show-part' ? [action] : [];
  });
  const [one, ...more] = cards;
  return one && more.length === 0 ? one : null;
}
