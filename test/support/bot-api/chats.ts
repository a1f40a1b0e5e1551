/** Chats, messages and files as Telegram's side keeps them. */
import type { Entity } from './html.ts';
import type { Markup } from './keyboards.ts';
import { badRequest, Refusal } from './refusal.ts';

/** Real chats keep everything; a bench must not grow without end. */
const MESSAGES_KEPT_PER_CHAT = 1_000;

export interface Content {
  /** The text, or the caption where there is a photo or a document. */
  readonly text: string;
  readonly entities: readonly Entity[];
  readonly photo: string | null;
  readonly document: string | null;
}

export interface StoredMessage extends Content {
  readonly id: number;
  readonly from: 'bot' | 'user';
  readonly date: number;
  readonly markup: Markup | null;
  /** Counts up over all chats whenever a message is sent or edited. */
  readonly revision: number;
}

export interface Chat {
  readonly id: number;
  readonly type: 'private' | 'group' | 'supergroup';
  /** First name or title. */
  name: string;
  state: 'open' | 'blocked' | 'deactivated' | 'not-started';
  movedTo: number | null;
  messages: StoredMessage[];
}

export interface StoredFile {
  readonly id: string;
  readonly kind: 'photo' | 'document';
  readonly bytes: Uint8Array;
}

export interface Chats {
  open(id: number, type: Chat['type'], name: string): Chat;
  find(id: number): Chat | undefined;
  /** The chat a call may write to. @throws Refusal 400 or 403 as Telegram does. */
  writable(chatId: unknown): Chat;
  add(chat: Chat, from: StoredMessage['from'], content: Content, markup: Markup | null): StoredMessage;
  replace(chat: Chat, old: StoredMessage, content: Content, markup: Markup | null): StoredMessage;
  remove(chat: Chat, messageId: number): boolean;
  revision(): number;
  /** Calls back after every change in the chat, until the returned function is called. */
  watch(chatId: number, changed: () => void): () => void;
}

/** @param anyChat every positive id is a person who has started the bot (for benches). */
export function startChats(anyChat: boolean, now: () => number): Chats {
  const chats = new Map<number, Chat>();
  const watchers = new Map<number, Set<() => void>>();
  let lastMessage = 0;
  let revision = 0;

  function open(id: number, type: Chat['type'], name: string): Chat {
    const known = chats.get(id);
    if (known) return known;
    const chat: Chat = { id, type, name, state: 'open', movedTo: null, messages: [] };
    chats.set(id, chat);
    return chat;
  }

  function changed(chat: Chat): void {
    for (const watcher of watchers.get(chat.id) ?? []) watcher();
  }

  return {
    open,
    find: (id) => chats.get(id),
    writable(chatId) {
      const id = Number(chatId);
      if (chatId === undefined || chatId === '') throw badRequest('chat_id is empty');
      const chat = chats.get(id) ?? (anyChat && id > 0 ? open(id, 'private', 'Somebody') : undefined);
      if (!chat) throw badRequest('chat not found');
      checkWritable(chat);
      return chat;
    },
    add(chat, from, content, markup) {
      const date = Math.floor(now() / 1_000);
      const message = { ...content, id: ++lastMessage, from, date, markup, revision: ++revision };
      chat.messages.push(message);
      if (chat.messages.length >= 2 * MESSAGES_KEPT_PER_CHAT) chat.messages.splice(0, MESSAGES_KEPT_PER_CHAT);
      changed(chat);
      return message;
    },
    replace(chat, old, content, markup) {
      const message = { ...old, ...content, markup, revision: ++revision };
      chat.messages[chat.messages.indexOf(old)] = message;
      changed(chat);
      return message;
    },
    remove(chat, messageId) {
      const before = chat.messages.length;
      chat.messages = chat.messages.filter((message) => message.id !== messageId);
      changed(chat);
      return chat.messages.length < before;
    },
    revision: () => revision,
    watch(chatId, callback) {
      const ofChat = watchers.get(chatId) ?? new Set();
      watchers.set(chatId, ofChat.add(callback));
      return () => ofChat.delete(callback);
    },
  };
}

/** Wordings of the open-source Bot API server (telegram-bot-api, Client.cpp, read in May 2026). */
function checkWritable(chat: Chat): void {
  if (chat.movedTo !== null) {
    const parameters = { migrate_to_chat_id: chat.movedTo };
    throw new Refusal(400, 'Bad Request: group chat was upgraded to a supergroup chat', parameters);
  }
  if (chat.state === 'open') return;
  if (chat.state === 'deactivated') throw new Refusal(403, 'Forbidden: user is deactivated');
  if (chat.type !== 'private') throw new Refusal(403, 'Forbidden: bot was kicked from the group chat');
  if (chat.state === 'blocked') throw new Refusal(403, 'Forbidden: bot was blocked by the user');
  throw new Refusal(403, "Forbidden: bot can't initiate conversation with a user");
}

export function messageById(chat: Chat, id: unknown): StoredMessage | undefined {
  const wanted = Number(id);
  return chat.messages.findLast((message) => message.id === wanted);
}
