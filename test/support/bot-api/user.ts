/** A person with Telegram in hand: what they do becomes updates, and they see messages as they are now. */
import type { Message, Update } from 'grammy/types';
import { type Chat, type Chats, messageById, type StoredMessage } from './chats.ts';
import type { FileStore } from './files.ts';
import type { Entity } from './html.ts';
import { type Button, buttonsOf, type Key, keysOf } from './keyboards.ts';
import type { MessageToJson } from './sending.ts';
import type { UpdateBody, Updates } from './updates.ts';

export interface Person {
  readonly id: number;
  readonly firstName?: string;
  /** Absent: Telegram does not always tell it. */
  readonly languageCode?: string;
  readonly phone?: string;
  /** Has not pressed Start yet: the bot may not write. */
  readonly stranger?: boolean;
}

export interface InboxMessage {
  readonly id: number;
  /** The text, or the caption of the photo. */
  readonly text: string;
  /** The parts set in bold. */
  readonly bold: readonly string[];
  readonly buttons: readonly Button[];
  /** The reply keyboard that came with the message. */
  readonly keys: readonly Key[];
  /** File id. */
  readonly photo: string | null;
  readonly document: string | null;
}

/** Everything that a person does resolves with the update's id once the bot has acknowledged it. */
export interface User {
  readonly id: number;
  readonly firstName: string;
  /** Where all of this happens. */
  readonly chat: number;
  /** The same person in a group of theirs; blocking the bot is putting it out. */
  inGroup(id: number): User;
  says(text: string): Promise<number>;
  repliesTo(messageId: number, text: string): Promise<number>;
  /** The newest button with this label or data (or the one under `messageId`), or a key of the reply keyboard. */
  presses(labelOrData: string, messageId?: number): Promise<number>;
  opens(startPayload?: string): Promise<number>;
  /** Without a number: their own; with `ownerId`, somebody else's card. */
  sharesContact(phone?: string, ownerId?: number): Promise<number>;
  sendsPhoto(caption?: string, bytes?: Uint8Array): Promise<number>;
  sendsVoice(): Promise<number>;
  /** Any other kind of message, for example `{ sticker: … }`. */
  sends(part: Partial<Message>): Promise<number>;
  /** Edits their own newest message, or the one given. */
  edits(text: string, messageId?: number): Promise<number>;
  blocks(): Promise<number>;
  unblocks(): Promise<number>;
  deletesAccount(): void;
  /** The bot's messages as they look now, oldest first. */
  inbox(): InboxMessage[];
  /** The newest message that was sent or edited after this person's last action and matches. */
  hears(pattern: string | RegExp, timeoutMs?: number): Promise<InboxMessage>;
}

interface Parts {
  readonly now: () => number;
  readonly chats: Chats;
  readonly files: FileStore;
  readonly updates: Updates;
  readonly callbacks: Set<string>;
  readonly toJson: MessageToJson;
  readonly bot: {
    readonly id: number;
    readonly is_bot: true;
    readonly first_name: string;
    readonly username: string;
  };
}

const HEARS_TIMEOUT_MS = 2_000;

export function createUser(parts: Parts, person: Person, group?: Chat): User {
  const { chats, updates, callbacks } = parts;
  const alone = chats.open(person.id, 'private', person.firstName ?? 'Budi');
  const chat = group ?? alone;
  if (person.stranger) chat.state = 'not-started';
  const from = sender(person, alone);
  let since = 0;

  /** The update is written as Telegram would; the Bot API types ask for more fields than anybody reads here. */
  function push(body: object, queue: string): Promise<number> {
    since = chats.revision();
    return updates.push(body as UpdateBody, `${queue}:${queue === 'press' ? person.id : chat.id}`);
  }

  function message(part: object, text = ''): Promise<number> {
    if (chat.state === 'not-started') chat.state = 'open';
    const stored = chats.add(chat, 'user', { text, entities: [], photo: null, document: null }, null);
    const { message_id, date, chat: where } = parts.toJson(chat, stored);
    return push({ message: { message_id, date, chat: where, from, ...part } }, 'message');
  }

  function press(button: Button, on: StoredMessage): Promise<number> {
    const id = `${person.id}-${updates.nextId()}`;
    callbacks.add(id);
    const query = {
      id,
      from,
      chat_instance: `i${person.id}`,
      data: button.data,
      message: parts.toJson(chat, on),
    };
    return push({ callback_query: query }, 'press');
  }

  function contact(phone: string | undefined, ownerId: number): Promise<number> {
    const phone_number = phone ?? person.phone ?? '+6281200000000';
    return message({ contact: { phone_number, first_name: from.first_name, user_id: ownerId } });
  }

  function member(status: 'member' | 'kicked'): Promise<number> {
    const before = chat.state === 'blocked' ? 'kicked' : 'member';
    chat.state = status === 'kicked' ? 'blocked' : 'open';
    const change = {
      old_chat_member: { user: parts.bot, status: before },
      new_chat_member: { user: parts.bot, status },
    };
    const date = Math.floor(parts.now() / 1_000);
    return push({ my_chat_member: { chat: chatJson(chat), from, date, ...change } }, 'member');
  }

  return {
    id: person.id,
    firstName: alone.name,
    chat: chat.id,
    inGroup(id) {
      const found = chats.find(id);
      if (!found) throw new Error(`There is no group ${id}.`);
      return createUser(parts, person, found);
    },
    says: (text) => message({ text, ...commandEntity(text) }, text),
    repliesTo(messageId, text) {
      const replied = messageById(chat, messageId);
      if (!replied) throw new Error(`Nothing to reply to: ${messageId}`);
      return message({ text, reply_to_message: parts.toJson(chat, replied) }, text);
    },
    presses(label, messageId) {
      const found = findButton(chat, label, messageId);
      if (found) return press(found.button, found.message);
      const key = newestKeys(chat).find((candidate) => candidate.label === label);
      if (!key) throw new Error(`No button "${label}". In sight: ${inSight(chat)}`);
      return key.contact ? contact(undefined, person.id) : message({ text: label }, label);
    },
    opens(payload) {
      const text = payload ? `/start ${payload}` : '/start';
      return message({ text, ...commandEntity(text) }, text);
    },
    sharesContact: (phone, ownerId = person.id) => contact(phone, ownerId),
    sendsPhoto(caption, bytes = new Uint8Array([1])) {
      const file = parts.files.add('photo', bytes).id;
      return message({ photo: photoSizes(file), ...(caption === undefined ? {} : { caption }) }, caption);
    },
    sendsVoice: () => message({ voice: { file_id: 'voice', file_unique_id: 'v', duration: 2 } }),
    sends: (part) => message(part, part.text),
    edits(text, messageId) {
      const own = chat.messages.filter((each) => each.from === 'user');
      const old = messageId === undefined ? own.at(-1) : messageById(chat, messageId);
      if (!old) throw new Error('Nothing to edit.');
      const edited = parts.toJson(chat, chats.replace(chat, old, { ...old, text }, null));
      return push({ edited_message: { ...edited, from, edit_date: edited.date } }, 'message');
    },
    blocks: () => member('kicked'),
    unblocks: () => member('member'),
    deletesAccount: () => {
      chat.state = 'deactivated';
    },
    inbox: () => botMessages(chat).map(seen),
    hears: (pattern, timeoutMs = HEARS_TIMEOUT_MS) => hear(chats, chat, since, pattern, timeoutMs),
  };
}

function sender(person: Person, chat: Chat) {
  const language = person.languageCode === undefined ? {} : { language_code: person.languageCode };
  return { id: person.id, is_bot: false, first_name: chat.name, ...language };
}

export function chatJson(chat: Chat): Record<string, unknown> {
  const name = chat.type === 'private' ? { first_name: chat.name } : { title: chat.name };
  return { id: chat.id, type: chat.type, ...name };
}

function commandEntity(text: string): Pick<Update.NonChannel & Message, 'entities'> | object {
  const command = /^\/\w+/.exec(text)?.[0];
  return command ? { entities: [{ type: 'bot_command', offset: 0, length: command.length }] } : {};
}

export function photoSizes(fileId: string): Record<string, unknown>[] {
  return [{ file_id: fileId, file_unique_id: `u${fileId}`, width: 800, height: 600 }];
}

function botMessages(chat: Chat): StoredMessage[] {
  return chat.messages.filter((message) => message.from === 'bot');
}

function seen(message: StoredMessage): InboxMessage {
  const { id, text, photo, document, markup } = message;
  return {
    id,
    text,
    bold: boldParts(message),
    buttons: buttonsOf(markup),
    keys: keysOf(markup),
    photo,
    document,
  };
}

function boldParts({ text, entities }: StoredMessage): string[] {
  const bold = entities.filter((entity: Entity) => entity.type === 'bold');
  return bold.map(({ offset, length }) => text.slice(offset, offset + length));
}

function findButton(chat: Chat, label: string, messageId: number | undefined) {
  const messages = botMessages(chat).filter((message) => messageId === undefined || message.id === messageId);
  for (const message of messages.toReversed()) {
    const buttons = buttonsOf(message.markup).filter((button) => button.data !== null);
    const button = buttons.find((each) => each.label === label || each.data === label);
    if (button) return { button, message };
  }
  return null;
}

/** A reply keyboard stays until a message brings another one or takes it away. */
function newestKeys(chat: Chat): Key[] {
  const holder = botMessages(chat).findLast(
    ({ markup }) => markup && ('keyboard' in markup || 'remove_keyboard' in markup),
  );
  return keysOf(holder?.markup ?? null);
}

function inSight(chat: Chat): string {
  return JSON.stringify(botMessages(chat).slice(-3).map(seen));
}

function hear(chats: Chats, chat: Chat, since: number, pattern: string | RegExp, timeoutMs: number) {
  const matches = ({ text, revision }: StoredMessage) =>
    revision > since && (typeof pattern === 'string' ? text.includes(pattern) : pattern.test(text));
  return new Promise<InboxMessage>((resolve, reject) => {
    const look = (): boolean => {
      const found = botMessages(chat).findLast(matches);
      if (found) resolve(seen(found));
      return found !== undefined;
    };
    if (look()) return;
    const stop = chats.watch(chat.id, () => {
      if (look()) end();
    });
    const timer = setTimeout(() => {
      end();
      reject(new Error(`Not heard in ${timeoutMs} ms: ${pattern}. In sight: ${inSight(chat)}`));
    }, timeoutMs);
    function end(): void {
      clearTimeout(timer);
      stop();
    }
  });
}
