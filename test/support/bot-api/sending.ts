/** Methods that put a message into a chat, change it or take it away. */
import { isRecord, stringOf, structured, type Upload } from './body.ts';
import { type Chat, type Chats, type Content, messageById, type StoredMessage } from './chats.ts';
import type { FileStore } from './files.ts';
import { type ParsedText, parseHtml } from './html.ts';
import { isInline, type Markup, readMarkup } from './keyboards.ts';
import type { MethodTable } from './methods.ts';
import { badRequest } from './refusal.ts';

/** Both limits count characters, not UTF-16 units, after entities are parsed (tdlib/td, MessageContent.cpp). */
const MAX_TEXT_LENGTH = 4_096;
const MAX_CAPTION_LENGTH = 1_024;

type Params = Readonly<Record<string, unknown>>;
type Uploads = ReadonlyMap<string, Upload>;

export function sendingMethods(chats: Chats, files: FileStore, toJson: MessageToJson): MethodTable {
  const send = (params: Params, content: (chat: Chat) => Content) => {
    const chat = chats.writable(params.chat_id);
    const markup = readMarkup(params.reply_markup);
    const message = chats.add(chat, 'bot', content(chat), markup);
    return { result: toJson(chat, message), chat: chat.id, messageId: message.id };
  };
  const edit = (params: Params, change: (old: StoredMessage) => Content) => {
    const chat = chats.writable(params.chat_id);
    const old = editable(chat, params.message_id);
    const markup = inlineMarkup(params.reply_markup);
    const content = change(old);
    if (sameContent(old, content) && sameMarkup(old.markup, markup)) throw notModified();
    const message = chats.replace(chat, old, content, markup);
    return { result: toJson(chat, message), chat: chat.id, messageId: message.id };
  };

  return {
    sendmessage: ({ params }) => send(params, () => textContent(params)),
    sendphoto: ({ params, uploads }) =>
      send(params, () => fileContent(files, 'photo', params, params.photo, uploads)),
    senddocument: ({ params, uploads }) =>
      send(params, () => fileContent(files, 'document', params, params.document, uploads)),
    sendmediagroup: ({ params, uploads }) => {
      const items = mediaGroup(params.media);
      const sent = items.map((item) =>
        send({ chat_id: params.chat_id }, () => mediaContent(files, item, uploads)),
      );
      return { result: sent.map((one) => one.result), chat: sent[0]?.chat, messageId: sent[0]?.messageId };
    },
    editmessagetext: ({ params }) =>
      edit(params, (old) => {
        if (isMedia(old)) throw badRequest('there is no text in the message to edit');
        return textContent(params);
      }),
    editmessagecaption: ({ params }) =>
      edit(params, (old) => {
        if (!isMedia(old)) throw badRequest('there is no caption in the message to edit');
        return { ...old, ...caption(params) };
      }),
    editmessagereplymarkup: ({ params }) => edit(params, (old) => old),
    editmessagemedia: ({ params, uploads }) => {
      const media = structured(params.media, 'media');
      if (!isRecord(media)) throw badRequest('media must be non-empty');
      // Text messages too can become photos (tdlib/td, can_edit_message_media); never the other way round.
      return edit(params, () => mediaContent(files, media, uploads));
    },
    deletemessage: ({ params }) => {
      const chat = chats.writable(params.chat_id);
      if (!chats.remove(chat, Number(params.message_id))) throw badRequest('message to delete not found');
      return { result: true, chat: chat.id, messageId: Number(params.message_id) };
    },
  };
}

export type MessageToJson = (chat: Chat, message: StoredMessage) => Record<string, unknown>;

function textContent(params: Params): Content {
  const source = stringOf(params.text);
  if (source === '') throw badRequest('message text is empty');
  const parsed = parseText(source, params.parse_mode, params.entities);
  if (parsed.text === '') throw badRequest('text must be non-empty');
  if (tooLong(parsed.text, MAX_TEXT_LENGTH)) throw badRequest('message is too long');
  return { ...parsed, photo: null, document: null };
}

function caption(params: Params): ParsedText {
  const parsed = parseText(stringOf(params.caption), params.parse_mode, params.caption_entities);
  if (tooLong(parsed.text, MAX_CAPTION_LENGTH)) throw badRequest('message caption is too long');
  return parsed;
}

function parseText(source: string, mode: unknown, entities: unknown): ParsedText {
  const name = stringOf(mode).toLowerCase();
  if (name === 'html') return parseHtml(source);
  if (name !== '') throw badRequest(`unsupported parse_mode (the double speaks HTML only): ${name}`);
  const given = structured(entities, 'entities');
  return { text: source.trim(), entities: Array.isArray(given) ? given : [] };
}

function tooLong(text: string, limit: number): boolean {
  return text.length > limit && [...text].length > limit;
}

function fileContent(
  files: FileStore,
  kind: 'photo' | 'document',
  params: Params,
  value: unknown,
  uploads: Uploads,
): Content {
  const id = files.resolve(kind, value, kind, uploads);
  return {
    ...caption(params),
    photo: kind === 'photo' ? id : null,
    document: kind === 'document' ? id : null,
  };
}

function mediaContent(files: FileStore, media: Params, uploads: Uploads): Content {
  const type = stringOf(media.type);
  if (type !== 'photo' && type !== 'document')
    throw badRequest(`type "${type}" is not supported by the double`);
  return fileContent(files, type, media, media.media, uploads);
}

function mediaGroup(value: unknown): Params[] {
  const media = structured(value, 'media');
  const items = Array.isArray(media) ? media.filter(isRecord) : [];
  if (items.length < 2 || items.length > 10)
    throw badRequest('wrong number of messages in the album (2 to 10)');
  return items;
}

function editable(chat: Chat, id: unknown): StoredMessage {
  const message = messageById(chat, id);
  if (!message) throw badRequest('message to edit not found');
  if (message.from !== 'bot' || !isInline(message.markup)) throw badRequest("message can't be edited");
  return message;
}

function inlineMarkup(value: unknown): Markup | null {
  const markup = readMarkup(value);
  if (!isInline(markup)) throw badRequest('inline keyboard expected');
  return markup;
}

function isMedia(message: Content): boolean {
  return message.photo !== null || message.document !== null;
}

function sameContent(one: Content, other: Content): boolean {
  return (
    one.text === other.text &&
    one.photo === other.photo &&
    one.document === other.document &&
    JSON.stringify(one.entities) === JSON.stringify(other.entities)
  );
}

function sameMarkup(one: Markup | null, other: Markup | null): boolean {
  return JSON.stringify(one?.inline_keyboard ?? []) === JSON.stringify(other?.inline_keyboard ?? []);
}

function notModified() {
  return badRequest(
    'message is not modified: specified new message content and reply markup are exactly the same as a current ' +
      'content and reply markup of the message',
  );
}
