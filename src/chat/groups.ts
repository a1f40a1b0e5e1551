/** Groups: which chats are some, and what may be shown and pressed in one. */
import { unpack, type Verb } from './actions.ts';
import type { ChannelName, Inbound, Message } from './message.ts';
import { plain } from './message.ts';

/** By the form of a chat's id; channels that are left out have no groups. */
const GROUPS: Partial<Readonly<Record<ChannelName, RegExp>>> = {
  telegram: /^-/,
  'whatsapp-web': /@g\.us$/,
};

/** @param chat the channel's id of the chat */
export function isGroupChat(channel: ChannelName, chat: string): boolean {
  return GROUPS[channel]?.test(chat) ?? false;
}

export function isInGroup({ channel, chat }: Pick<Inbound, 'channel' | 'chat'>): boolean {
  return isGroupChat(channel, chat);
}

/** What the unit's staff do. Everything else is somebody's own: a cart, an order, a number, a talk. */
const FOR_GROUPS: ReadonlySet<Verb> = new Set<Verb>([
  'open-parts',
  'show-part',
  'accept',
  'accept-for',
  'ask-reject',
  'reject',
  'propose',
  'propose-line',
  'propose-on',
  'made',
  'ready',
  'collect',
  'quote',
  'quote-day',
  'quote-valid',
  'answer-question',
  'keep-answer',
]);

export function isForGroups(verb: string): boolean {
  return (FOR_GROUPS as ReadonlySet<string>).has(verb);
}

/** The message without what nobody should press where all can see it. */
export function forGroup(message: Message): Message {
  const { choices } = message;
  if (!choices) return message;
  return { ...message, choices: choices.filter(({ id }) => isForGroups(unpack(id)?.do ?? '')) };
}

const MAX_SHOWN_NAME = 60;

/** A member's name as colleagues will read it; empty where the channel shows none. */
export function shownName(displayName: string | undefined): string {
  return plain(displayName ?? '')
    .replaceAll(/[\s*_~`]+/g, ' ')
    .trim()
    .slice(0, MAX_SHOWN_NAME)
    .trim();
}
