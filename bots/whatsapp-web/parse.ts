/** What whatsapp-web.js tells becomes events for the server. Pure. */
import { createHash } from 'node:crypto';
import { INVITATION_PREFIX, readStarted } from '../../src/chat/links.ts';
import type { UnsupportedKind } from '../../src/chat/message.ts';
import { saysOnDuty } from '../../src/chat/understand/on-duty.ts';
import type { BridgeEvent } from '../../src/wire/bridge.ts';

/** Of a message of the library, what is read here. Its types leave out what WhatsApp adds by itself (`_data`). */
export interface RawMessage {
  readonly id: {
    /** Unique over all chats, for example `false_628111@c.us_3EB0…`. */
    readonly _serialized: string;
    /** The last part of it: what a quoting message names. */
    readonly id: string;
    readonly fromMe: boolean;
  };
  /** The chat, for a message that came in. */
  readonly from: string;
  /** Who of its members wrote, for a message in a group. */
  readonly author?: string;
  /** The chat, for one of our own. */
  readonly to: string;
  readonly type: string;
  readonly body: string;
  /** Seconds. */
  readonly timestamp: number;
  readonly _data?: {
    /** The name that the sender has given themselves. */
    readonly notifyName?: string;
    readonly quotedStanzaID?: string;
    /** Who wrote what is quoted. */
    readonly quotedParticipant?: RawWid;
  };
}

/** An id as the page gives it. */
export type RawWid = string | { readonly _serialized: string };

/** A note that members of a group are no longer in it. */
export interface RawLeave {
  readonly id: { readonly _serialized: string };
  readonly chatId: string;
  readonly author?: string;
  /** Seconds. */
  readonly timestamp: number;
  readonly recipientIds: readonly RawWid[];
}

export interface RawCall {
  readonly id: string;
  readonly from: string;
  readonly timestamp: number;
  readonly isGroup: boolean;
  readonly fromMe: boolean;
}

/** Chats of two people. Everything else (status, lists, channels) asks for no answer, but for a few words in groups. */
const PRIVATE = /^\d+@(?:c\.us|lid)$/;
const GROUP = /^\d+(?:-\d+)?@g\.us$/;
/** WhatsApp itself. */
const SERVICE = '0@c.us';

export function isPrivate(chat: string): boolean {
  return PRIVATE.test(chat) && chat !== SERVICE;
}

/** Types that carry no words, by the kind answer that they get. */
const KINDS: Readonly<Record<string, UnsupportedKind>> = {
  ptt: 'voice',
  audio: 'voice',
  sticker: 'sticker',
  location: 'location',
  video: 'video',
  document: 'document',
  call_log: 'call',
};

/** Notes of WhatsApp itself, and what comes once more in another form: nobody waits for an answer to them. */
const SILENT = new Set([
  'album',
  'broadcast_notification',
  'ciphertext',
  'debug',
  'e2e_notification',
  'gp2',
  'group_notification',
  'notification',
  'notification_template',
  'pinned_message',
  'protocol',
  'reaction',
  'revoked',
]);

type MessageEvent = Extract<BridgeEvent, { kind: 'message' }>;

const NOBODY: ReadonlySet<string> = new Set();

/**
 * @param us the ids under which WhatsApp knows our number
 * @returns null for what asks for no answer. A type that WhatsApp invents later is "other": answered kindly.
 */
export function parseMessage(message: RawMessage, us = NOBODY): MessageEvent | null {
  if (message.id.fromMe || SILENT.has(message.type)) return null;
  const inGroup = GROUP.test(message.from);
  if (inGroup ? !isForUs(message, us) : !isPrivate(message.from)) return null;
  const name = message._data?.notifyName;
  return {
    kind: 'message',
    id: message.id._serialized,
    chat: message.from,
    ...(inGroup && message.author !== undefined ? { author: message.author } : {}),
    at: message.timestamp * 1_000,
    ...(name ? { name: name.slice(0, 200) } : {}),
    body: inGroup ? textBody(message.body, quotedOf(message, us)) : bodyOf(message),
  };
}

/* ── groups ── */

/** The number of a choice. */
const NUMBER = /^#?\d{1,3}[.)]?$/;

/**
 * What members say to each other stays with WhatsApp. Which groups are linked the bridge does not know: it passes on
 * commands, invitations, numbers of choices, the word at the start of a shift, and replies to what we said.
 */
function isForUs(message: RawMessage, us: ReadonlySet<string>): boolean {
  const { type, author, body } = message;
  if (type !== 'chat' || author === undefined || !isPrivate(author)) return false;
  const text = body.trim();
  const isMeant = text.startsWith('/') || isInvitation(text) || NUMBER.test(text) || saysOnDuty(text);
  return isMeant || quotedOf(message, us) !== undefined;
}

function isInvitation(text: string): boolean {
  return readStarted(text)?.payload.startsWith(INVITATION_PREFIX) === true;
}

/** What is quoted, where it is ours. */
function quotedOf({ _data }: RawMessage, us: ReadonlySet<string>): string | undefined {
  const by = _data?.quotedParticipant;
  return by !== undefined && us.has(idOf(by)) ? _data?.quotedStanzaID : undefined;
}

function idOf(wid: RawWid): string {
  return typeof wid === 'string' ? wid : wid._serialized;
}

/** @returns null where it is others who left. */
export function parseLeave(leave: RawLeave, us: ReadonlySet<string>): BridgeEvent | null {
  const { chatId: chat, author, timestamp } = leave;
  if (!GROUP.test(chat) || !leave.recipientIds.some((each) => us.has(idOf(each)))) return null;
  const by = author !== undefined && isPrivate(author) ? { author } : {};
  return { kind: 'left', id: leave.id._serialized, chat, ...by, at: timestamp * 1_000 };
}

/* ── what is said ── */

function bodyOf({ type, body, _data }: RawMessage): MessageEvent['body'] {
  if (type === 'chat') return textBody(body, _data?.quotedStanzaID);
  if (type === 'image') return { kind: 'photo', caption: body };
  return { kind: 'unsupported', what: KINDS[type] ?? 'other' };
}

function textBody(text: string, quoted: string | undefined): MessageEvent['body'] {
  const started = readStarted(text);
  if (started) return { kind: 'start', ...started };
  return quoted === undefined ? { kind: 'text', text } : { kind: 'text', text, replyTo: quoted };
}

/** The same message may be edited more than once: each wording is an event. */
export function parseEdit(message: RawMessage, text: string, before: unknown): MessageEvent | null {
  // A text that is there for the first time was decrypted late, not edited.
  if (typeof before !== 'string' || before === '' || before === text) return null;
  const parsed = isPrivate(message.from) ? parseMessage(message) : null;
  if (parsed === null) return null;
  const digest = createHash('sha256').update(text).digest('hex').slice(0, 16);
  return { ...parsed, id: `${parsed.id} edited ${digest}`, body: { kind: 'edited', text } };
}

/** Somebody deleted their message for everybody: `message` is what is left of it. */
export function parseDeleted({ id, from, timestamp }: RawMessage): MessageEvent | null {
  if (id.fromMe || !isPrivate(from)) return null;
  const of = id._serialized;
  const body = { kind: 'deleted', of } as const;
  return { kind: 'message', id: `${of} deleted`, chat: from, at: timestamp * 1_000, body };
}

export function parseCall(call: RawCall, now: number): MessageEvent | null {
  if (call.fromMe || call.isGroup || !isPrivate(call.from)) return null;
  return {
    kind: 'message',
    id: `call ${call.id}`,
    chat: call.from,
    at: call.timestamp ? call.timestamp * 1_000 : now,
    body: { kind: 'unsupported', what: 'call' },
  };
}

/** What a person types at the paired phone to give a chat back to the bot. */
const GIVES_BACK = /^\s*\/(?:selesai|bot|done)\b/i;

/** A message of our own number that was not sent here: a person has the phone in hand. */
export function parseOwn({ id, to, type, timestamp, body }: RawMessage): BridgeEvent | null {
  if (!id.fromMe || !isPrivate(to) || SILENT.has(type)) return null;
  const givesBack = type === 'chat' && GIVES_BACK.test(body);
  return { kind: 'own', id: id._serialized, chat: to, at: timestamp * 1_000, givesBack };
}

/** @param also the other id under which WhatsApp knows whoever is in this chat. */
export function sameAs(chat: string, also: string | undefined, now: number): BridgeEvent | null {
  if (also === undefined || also === chat || !isPrivate(chat) || !isPrivate(also)) return null;
  return { kind: 'same', id: `same ${chat} ${also}`, chat, also, at: now };
}
