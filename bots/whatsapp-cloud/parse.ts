/** Turns what Meta posts into what a conversation understands. Pure. */
import { unpack } from '../../src/chat/actions.ts';
import type { SendOutcome } from '../../src/chat/channel.ts';
import { readStarted } from '../../src/chat/links.ts';
import type { Inbound, InboundBody, UnsupportedKind } from '../../src/chat/message.ts';
import { outcomeOfCode } from './outcome.ts';
import type { Post, PostedContact, PostedMessage, PostedStatus } from './posts.ts';

/** A message of somebody, and what it was read from. */
export interface CloudEvent {
  readonly inbound: Inbound;
  readonly message: PostedMessage;
}

/** How a message of ours fared after it was taken. */
export interface Report {
  /** Meta's id of the message. */
  readonly externalId: string;
  /** What was given along as its reference. */
  readonly reference: string;
  /** It reached the person's device, which is more than being on its way. */
  readonly isThere: boolean;
  readonly outcome: SendOutcome;
}

/** What became of a template. */
export interface TemplateNews {
  /** As Meta knows it. */
  readonly name: string;
  readonly language: string;
  /** In Meta's word. */
  readonly status: string;
  readonly reason: string | null;
}

export interface Parsed {
  readonly events: readonly CloudEvent[];
  readonly reports: readonly Report[];
  readonly templates: readonly TemplateNews[];
}

/** @param now UTC milliseconds, for what carries no time. */
export function parsePost(post: Post, phoneId: string, now: number): Parsed {
  const changes = post.entry.flatMap((entry) => entry.changes);
  const values = changes
    // An account can have several numbers, which all post to the same address.
    .filter(({ field, value }) => field === 'messages' && value.metadata?.phone_number_id === phoneId)
    .map(({ value }) => value);
  return {
    events: values.flatMap(({ messages, contacts }) =>
      messages.flatMap((message) => parseMessage(message, contacts, now) ?? []),
    ),
    reports: values.flatMap(({ statuses }) => statuses.flatMap((status) => parseStatus(status) ?? [])),
    templates: changes
      .filter(({ field }) => field === 'message_template_status_update')
      .flatMap(({ value }) => parseTemplateNews(value) ?? []),
  };
}

/* ── templates ── */

/** What can be sent after it. Of the events that are in neither list the status is the event's name. */
const SENDABLE: readonly string[] = ['APPROVED', 'REINSTATED'];
/** They can be sent as before: it is at risk, its words cannot be edited, a decision is being looked at again. */
const CHANGES_NOTHING: readonly string[] = ['FLAGGED', 'LOCKED', 'UNLOCKED', 'IN_APPEAL', 'UNARCHIVED'];

function parseTemplateNews(value: Post['entry'][number]['changes'][number]['value']): TemplateNews | null {
  const { event, message_template_name: name, message_template_language: language, reason } = value;
  if (event === undefined || name === undefined || language === undefined) return null;
  if (CHANGES_NOTHING.includes(event)) return null;
  const status = SENDABLE.includes(event) ? 'APPROVED' : event;
  return { name, language, status, reason: reason === undefined || reason === 'NONE' ? null : reason };
}

/* ── messages ── */

/** @returns null for what asks for no answer, and for groups. */
function parseMessage(
  message: PostedMessage,
  contacts: readonly PostedContact[],
  now: number,
): CloudEvent | null {
  const chat = message.from ?? message.from_user_id;
  const body = readBody(message);
  if (chat === undefined || body === null || message.group_id !== undefined) return null;
  const name = contacts.find(({ wa_id, user_id }) => wa_id === chat || user_id === chat)?.profile?.name;
  const seconds = Number(message.timestamp);
  const inbound: Inbound = {
    key: keyOf(message.id),
    channel: 'whatsapp-cloud',
    chat,
    actor: chat,
    at: Number.isFinite(seconds) && seconds > 0 ? seconds * 1_000 : now,
    ...(name === undefined ? {} : { displayName: name }),
    body,
  };
  return { inbound, message };
}

function keyOf(id: string): string {
  return `whatsapp:${id}`;
}

function readBody(message: PostedMessage): InboundBody | null {
  const { type, context, interactive } = message;
  const quoted = context?.id;
  if (type === 'text' && message.text) return readText(message.text.body, quoted);
  if (type === 'button' && message.button) return readTemplateButton(message.button, quoted);
  const pressed = interactive?.button_reply ?? interactive?.list_reply;
  if (pressed) {
    return { kind: 'choice', choice: pressed.id, ...(quoted === undefined ? {} : { message: quoted }) };
  }
  if (type === 'image') {
    const { caption = '', id } = message.image ?? {};
    return { kind: 'photo', caption, ...(id === undefined ? {} : { picture: { handle: id } }) };
  }
  if (type === 'edit') return { kind: 'edited', text: editedText(message) };
  if (type === 'revoke')
    return { kind: 'deleted', message: keyOf(message.revoke?.original_message_id ?? '') };
  // The person opened the chat for the first time.
  if (type === 'request_welcome') return { kind: 'start', payload: '' };
  return readUnsupported(message);
}

/** Ours carry a choice; of another's template the text is what the person says. */
function readTemplateButton(
  { text, payload }: { readonly text: string; readonly payload?: string | undefined },
  quoted: string | undefined,
): InboundBody {
  if (payload === undefined || !unpack(payload)) return readText(text, quoted);
  return { kind: 'choice', choice: payload, ...(quoted === undefined ? {} : { message: quoted }) };
}

function readText(text: string, replyTo: string | undefined): InboundBody {
  const started = readStarted(text);
  if (started) return { kind: 'start', ...started };
  return { kind: 'text', text, ...(replyTo === undefined ? {} : { replyTo }) };
}

function editedText({ edit }: PostedMessage): string {
  return edit?.message?.text?.body ?? edit?.message?.image?.caption ?? '';
}

/** Nobody waits for an answer to these: a thumb up, a new phone number, a poll's votes, a pin. */
const ASKS_NOTHING: readonly string[] = ['reaction', 'system', 'poll_update', 'pin'];

const KINDS: Readonly<Record<string, UnsupportedKind>> = {
  audio: 'voice',
  voice: 'voice',
  sticker: 'sticker',
  location: 'location',
  video: 'video',
  video_note: 'video',
  document: 'document',
};

/**
 * Of `unsupported`, the kind is told since 2025; a kind that is invented later is "other": answered kindly rather than
 * with silence. So is a contact's card, which is somebody else's: WhatsApp has no way to share one's own number.
 */
function readUnsupported(message: PostedMessage): InboundBody | null {
  const type = message.type === 'unsupported' ? (message.unsupported?.type ?? 'other') : message.type;
  if (ASKS_NOTHING.includes(type)) return null;
  if (type === 'edit') return { kind: 'edited', text: '' };
  return { kind: 'unsupported', what: KINDS[type] ?? 'other' };
}

/* ── statuses ── */

/** `read` comes without `delivered` where both happen at once; `played` is of voice messages. */
const ARRIVED: readonly string[] = ['delivered', 'read', 'played'];

/** @returns null for messages that nobody here has sent, and for statuses that say nothing of a delivery. */
function parseStatus({ id, status, errors, biz_opaque_callback_data }: PostedStatus): Report | null {
  if (biz_opaque_callback_data === undefined) return null;
  const about = { externalId: id, reference: biz_opaque_callback_data };
  if (status === 'failed') {
    return { ...about, isThere: false, outcome: outcomeOfCode(errors?.[0]?.code) };
  }
  const isThere = ARRIVED.includes(status);
  if (status !== 'sent' && !isThere) return null;
  return { ...about, isThere, outcome: { kind: 'sent', externalId: id } };
}
