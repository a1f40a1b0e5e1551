/** Turns what Telegram tells us into what a conversation understands. Pure. */
import type { Message, PhotoSize, Update, User } from 'grammy/types';
import type { Inbound, InboundBody, PictureSource, UnsupportedKind } from '../../src/chat/message.ts';

/** The kinds of update that are read here; Telegram is asked for no others. */
export const ALLOWED_UPDATES = ['message', 'edited_message', 'callback_query', 'my_chat_member'] as const;

interface Event {
  readonly chat: { readonly id: number; readonly type: string };
  /** Telegram leaves it out where nobody in particular wrote. */
  readonly from: User | undefined;
  readonly at: number;
  readonly body: InboundBody;
}

/**
 * @param now UTC milliseconds, for events to which Telegram gives no time.
 * @returns null for what asks for no answer: channels, service messages, other bots.
 */
export function parseUpdate(update: Update, now: number): Inbound | null {
  const moved = parseMove(update);
  if (moved) return moved;
  const event = readEvent(update, now);
  if (!event?.from || event.from.is_bot) return null;
  const { chat, from, at, body } = event;
  const inGroup = GROUPS.includes(chat.type);
  if (inGroup && !SAID_IN_GROUPS.includes(body.kind)) return null;
  // A private chat has the id of the person in it.
  if (!inGroup && (chat.type !== 'private' || chat.id !== from.id)) return null;
  return {
    key: `telegram:${update.update_id}`,
    channel: 'telegram',
    chat: String(chat.id),
    actor: String(from.id),
    at,
    ...(from.language_code ? { locale: from.language_code } : {}),
    displayName: inGroup && from.last_name ? `${from.first_name} ${from.last_name}` : from.first_name,
    body,
  };
}

const GROUPS: readonly string[] = ['group', 'supergroup'];

/** Pictures, voice notes and edits are for the others in it. */
const SAID_IN_GROUPS: readonly InboundBody['kind'][] = ['text', 'start', 'choice', 'reachable'];

/**
 * A group that becomes a supergroup gets another id. Telegram says so twice, in the old one and in the new one, and
 * often in nobody's name.
 */
function parseMove(update: Update): Inbound | null {
  const { message } = update;
  if (!message) return null;
  const { migrate_to_chat_id: to, migrate_from_chat_id: from } = message;
  if (to === undefined && from === undefined) return null;
  const chat = String(from ?? message.chat.id);
  return {
    key: `telegram:${update.update_id}`,
    channel: 'telegram',
    chat,
    actor: chat,
    at: message.date * 1_000,
    body: { kind: 'moved', to: String(to ?? message.chat.id) },
  };
}

/** What has to be handled in order: everything of one private chat, and of one group. */
export function chatOf(update: Update): string {
  const message =
    update.message ?? update.edited_message ?? update.callback_query?.message ?? update.my_chat_member;
  return String(message?.chat.id ?? update.callback_query?.from.id ?? '');
}

function readEvent(update: Update, now: number): Event | null {
  if (update.message) return readMessage(update.message);
  if (update.edited_message) return readEdit(update.edited_message);
  if (update.callback_query) return readPress(update.callback_query, now);
  if (update.my_chat_member) return readMembership(update.my_chat_member);
  return null;
}

function readMessage(message: Message & Update.NonChannel): Event | null {
  const body = readBody(message);
  return body && { chat: message.chat, from: message.from, at: message.date * 1_000, body };
}

/** Edits of what is no text, like a moving live location, change nothing that was said. */
function readEdit(message: Message & Update.Edited & Update.NonChannel): Event | null {
  const text = message.text ?? message.caption;
  if (text === undefined) return null;
  return {
    chat: message.chat,
    from: message.from,
    at: message.edit_date * 1_000,
    body: { kind: 'edited', text },
  };
}

/** A button under a message that is too old for Telegram to show still carries its data. */
function readPress(query: NonNullable<Update['callback_query']>, now: number): Event | null {
  const { message, data, from } = query;
  if (!message || data === undefined) return null;
  return {
    chat: message.chat,
    from,
    at: now,
    body: { kind: 'choice', choice: data, message: String(message.message_id) },
  };
}

function readMembership(change: NonNullable<Update['my_chat_member']>): Event {
  const { status, is_member: isMember = true } = change.new_chat_member as {
    status: string;
    is_member?: boolean;
  };
  const reachable = status !== 'left' && status !== 'kicked' && isMember;
  const { chat, from, date } = change;
  return { chat, from, at: date * 1_000, body: { kind: 'reachable', reachable } };
}

function readBody(message: Message & Update.NonChannel): InboundBody | null {
  if (message.text !== undefined) return readText(message.text, message);
  if (message.photo) return { kind: 'photo', caption: message.caption ?? '', ...pictureOf(message.photo) };
  // Anybody's contact card can be forwarded; only the sender's own is a number that the sender gives of themselves.
  if (message.contact && message.contact.user_id === message.from?.id) {
    return { kind: 'contact', phone: message.contact.phone_number };
  }
  const what = unsupportedKind(message);
  return what && { kind: 'unsupported', what };
}

/** Above this the next smaller size is taken. */
const MAX_PICTURE_BYTES = 1024 * 1024;

/** Telegram lists the sizes from small to large, without saying so everywhere how many bytes they have. */
function pictureOf(sizes: readonly PhotoSize[]): { picture?: PictureSource } {
  const fitting = sizes.filter(({ file_size: size = 0 }) => size <= MAX_PICTURE_BYTES);
  const best = fitting.at(-1) ?? sizes[0];
  return best ? { picture: { handle: best.file_id } } : {};
}

function readText(text: string, message: Message): InboundBody {
  const start = /^\/start(?:@\w+)?(?:\s+([\s\S]*))?$/.exec(text);
  if (start) return { kind: 'start', payload: (start[1] ?? '').trim() };
  const replied = message.reply_to_message?.message_id;
  return replied === undefined ? { kind: 'text', text } : { kind: 'text', text, replyTo: String(replied) };
}

/** In this order: an animation is also given as a document, a venue also as a location. */
const KINDS: readonly (readonly [keyof Message, UnsupportedKind])[] = [
  ['voice', 'voice'],
  ['audio', 'voice'],
  ['sticker', 'sticker'],
  ['venue', 'location'],
  ['location', 'location'],
  ['animation', 'video'],
  ['video', 'video'],
  ['video_note', 'video'],
  ['document', 'document'],
];

/** Notes of Telegram itself in a private chat; nobody waits for an answer to them. */
const SERVICE: readonly (keyof Message)[] = [
  'pinned_message',
  'message_auto_delete_timer_changed',
  'write_access_allowed',
  'connected_website',
  'chat_background_set',
  'users_shared',
  'chat_shared',
  'successful_payment',
  'refunded_payment',
  'boost_added',
  'forum_topic_created',
  'forum_topic_edited',
  'forum_topic_closed',
  'forum_topic_reopened',
];

/** A kind that Telegram invents later is "other": answered kindly rather than with silence. */
function unsupportedKind(message: Message): UnsupportedKind | null {
  if (SERVICE.some((key) => message[key] !== undefined)) return null;
  return KINDS.find(([key]) => message[key] !== undefined)?.[1] ?? 'other';
}
