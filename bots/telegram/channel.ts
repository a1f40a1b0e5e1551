/** Sends fitted messages to Telegram and says how each send ended. */
import type { Api } from 'grammy';
import type { InputMediaPhoto } from 'grammy/types';
import type { Capabilities, SendOutcome } from '../../src/chat/channel.ts';
import type { Fitted } from '../../src/chat/render.ts';
import type { Media } from '../common/media.ts';
import { type ApiOptions, telegramApi } from './api.ts';
import { TELEGRAM } from './capabilities.ts';
import { describes, isBadMessage, outcomeOf } from './outcome.ts';
import { withPhoto } from './photo.ts';
import { formatted, inlineKeyboard, keyboard } from './render.ts';

export interface TelegramMessage {
  readonly chat: string;
  readonly message: Fitted;
  /** The message whose place this one takes if it is `inPlace`. `photo`: the hash it shows, null for none, if known. */
  readonly replaces?: { readonly id: string; readonly photo?: string | null } | null;
}

export interface TelegramChannel {
  readonly capabilities: Capabilities;
  /** Never throws. At most one message is in the chat afterwards, whatever was tried. */
  send(row: TelegramMessage): Promise<SendOutcome>;
}

export interface ChannelOptions extends ApiOptions {
  readonly media: Media;
}

interface Sending {
  readonly api: Api;
  readonly media: Media;
  readonly row: TelegramMessage;
  /** The call under way changes a message, so that it may be repeated. */
  repeatable: boolean;
}

/** The message cannot be changed into this one; a new one has to take its place. */
const NOT_EDITABLE =
  /message to edit not found|can't be edited|there is no (text|caption) in the message|MESSAGE_ID_INVALID/i;
const NOT_MODIFIED = /message is not modified/i;

export function telegramChannel(options: ChannelOptions): TelegramChannel {
  const api = telegramApi(options);
  return {
    capabilities: TELEGRAM,
    async send(row) {
      const sending: Sending = { api, media: options.media, row, repeatable: false };
      try {
        const id = await deliver(sending);
        return { kind: 'sent', externalId: String(id) };
      } catch (error) {
        return outcomeOf(error, sending.repeatable);
      }
    },
  };
}

/** A message that Telegram finds wrong in itself goes once more as plain text: ugly is better than silent. */
async function deliver(sending: Sending): Promise<number> {
  const { message, replaces } = sending.row;
  try {
    return replaces && message.inPlace ? await replace(sending, replaces) : await post(sending);
  } catch (error) {
    if (!isBadMessage(error) || message.text === '') throw error;
    sending.repeatable = false;
    return postText(sending, true);
  }
}

async function post(sending: Sending): Promise<number> {
  const { api, media, row } = sending;
  sending.repeatable = false;
  const hash = row.message.photo;
  if (hash === null) return postText(sending);
  const { text, format } = formatted(row.message);
  const other = { ...captionOf(text), ...format, ...markup(keyboard(row.message)) };
  const sent = await withPhoto(media, hash, (photo) => api.sendPhoto(row.chat, photo, other));
  return sent?.message_id ?? postText(sending);
}

async function postText({ api, row }: Sending, plain = false): Promise<number> {
  const { text, format } = formatted(row.message, plain);
  const preview = { link_preview_options: { is_disabled: true } };
  const sent = await api.sendMessage(row.chat, text, {
    ...format,
    ...preview,
    ...markup(keyboard(row.message)),
  });
  return sent.message_id;
}

async function replace(sending: Sending, old: NonNullable<TelegramMessage['replaces']>): Promise<number> {
  const id = Number(old.id);
  // A photo cannot become text again, and an edited message has no reply keyboard.
  const isPhotoToText = sending.row.message.photo === null && typeof old.photo === 'string';
  if (!isPhotoToText && sending.row.message.contactButton === null) {
    try {
      sending.repeatable = true;
      if (await edit(sending, id, old.photo)) return id;
    } catch (error) {
      if (describes(error, NOT_MODIFIED)) return id;
      if (!describes(error, NOT_EDITABLE)) throw error;
    }
  }
  const posted = await post(sending);
  // What was replaced should not stay in sight; if it does, nothing is lost.
  await sending.api.deleteMessage(sending.row.chat, id).catch(() => undefined);
  return posted;
}

/** @returns false when the new photo cannot be had. */
async function edit({ api, media, row }: Sending, id: number, oldPhoto?: string | null): Promise<boolean> {
  const { chat, message } = row;
  const { text, format } = formatted(message);
  const other = markup(inlineKeyboard(message));
  if (message.photo === null) {
    await api.editMessageText(chat, id, text, {
      ...format,
      ...other,
      link_preview_options: { is_disabled: true },
    });
    return true;
  }
  if (message.photo === oldPhoto) {
    await api.editMessageCaption(chat, id, { ...captionOf(text), ...format, ...other });
    return true;
  }
  const edited = await withPhoto(media, message.photo, (photo) => {
    const content: InputMediaPhoto = { type: 'photo', media: photo, ...captionOf(text), ...format };
    return api.editMessageMedia(chat, id, content, other);
  });
  return edited !== null;
}

function captionOf(text: string): { readonly caption?: string } {
  return text === '' ? {} : { caption: text };
}

function markup<T>(value: T | undefined): { readonly reply_markup?: T } {
  return value === undefined ? {} : { reply_markup: value };
}
