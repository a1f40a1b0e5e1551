/** Methods about the bot, its webhook, its commands and its chats. */
import { isRecord, stringOf, structured, type Upload } from './body.ts';
import type { Chats } from './chats.ts';
import type { FileStore } from './files.ts';
import { badRequest } from './refusal.ts';
import type { Updates } from './updates.ts';

export interface MethodCall {
  readonly params: Readonly<Record<string, unknown>>;
  readonly uploads: ReadonlyMap<string, Upload>;
}

export interface MethodResult {
  readonly result: unknown;
  readonly chat?: number | undefined;
  readonly messageId?: number | undefined;
}

export type Method = (call: MethodCall) => MethodResult | Promise<MethodResult>;
export type MethodTable = Readonly<Record<string, Method>>;

export interface BotCommand {
  readonly command: string;
  readonly description: string;
}

/** Commands by language code; the empty code is the default. */
export type Commands = Map<string, readonly BotCommand[]>;

export const BOT = {
  id: 4_815_162_342,
  is_bot: true,
  first_name: 'Gerai',
  username: 'gerai_test_bot',
} as const;

interface Parts {
  readonly chats: Chats;
  readonly files: FileStore;
  readonly updates: Updates;
  readonly commands: Commands;
  /** Callback queries that wait for their answer. */
  readonly callbacks: Set<string>;
}

export function otherMethods({ chats, files, updates, commands, callbacks }: Parts): MethodTable {
  return {
    getme: () => ({ result: { ...BOT, can_join_groups: true, can_read_all_group_messages: false } }),
    getupdates: async ({ params }) => {
      allow(updates, params.allowed_updates);
      return { result: await updates.poll(params) };
    },
    setwebhook: ({ params }) => {
      allow(updates, params.allowed_updates);
      updates.setWebhook(webhookTarget(params), String(params.drop_pending_updates) === 'true');
      return { result: true };
    },
    deletewebhook: ({ params }) => {
      updates.setWebhook(null, String(params.drop_pending_updates) === 'true');
      return { result: true };
    },
    getwebhookinfo: () => ({ result: webhookInfo(updates) }),
    sendchataction: ({ params }) => ({ result: true, chat: chats.writable(params.chat_id).id }),
    answercallbackquery: ({ params }) => {
      if (!callbacks.delete(stringOf(params.callback_query_id))) {
        throw badRequest('query is too old and response timeout expired or query ID is invalid');
      }
      return { result: true };
    },
    getfile: ({ params }) => {
      const file = files.get(stringOf(params.file_id));
      if (!file) throw badRequest('wrong file_id or the file is temporarily unavailable');
      const { id, bytes } = file;
      return {
        result: { file_id: id, file_unique_id: `u${id}`, file_size: bytes.length, file_path: `files/${id}` },
      };
    },
    setmycommands: ({ params }) => {
      commands.set(menuKey(params), readCommands(params.commands));
      return { result: true };
    },
    getmycommands: ({ params }) => ({ result: commands.get(menuKey(params)) ?? [] }),
    getchat: ({ params }) => ({ result: chatJson(chats, params.chat_id) }),
    getchatmember: ({ params }) => ({ result: member(chats, params) }),
  };
}

/** Menus by their scope and language; without a scope, by the language alone. */
function menuKey(params: Readonly<Record<string, unknown>>): string {
  const scope = structured(params.scope, 'scope') as { type?: string } | undefined;
  return [scope?.type ?? '', stringOf(params.language_code)].join(' ').trim();
}

function allow(updates: Updates, value: unknown): void {
  const types = structured(value, 'allowed_updates');
  if (Array.isArray(types)) updates.allow(types.filter((type) => typeof type === 'string'));
}

/** Telegram wants https; on loopback, http is what there is. */
function webhookTarget(params: MethodCall['params']) {
  const url = stringOf(params.url);
  const secret = stringOf(params.secret_token);
  if (url === '') return null;
  if (!URL.canParse(url)) throw badRequest('bad webhook: invalid webhook URL specified');
  if (secret !== '' && !/^[A-Za-z0-9_-]{1,256}$/.test(secret)) {
    throw badRequest('secret token contains unallowed characters');
  }
  return { url, secret: secret === '' ? null : secret };
}

function webhookInfo(updates: Updates): Record<string, unknown> {
  const { pending, lastError, lastErrorAt } = updates.info();
  const url = updates.webhook()?.url ?? '';
  const base = { url, has_custom_certificate: false, pending_update_count: pending };
  if (lastError === null) return base;
  return { ...base, last_error_date: Math.floor((lastErrorAt ?? 0) / 1_000), last_error_message: lastError };
}

function readCommands(value: unknown): readonly BotCommand[] {
  const list = structured(value, 'commands');
  if (!Array.isArray(list) || list.length > 100) throw badRequest('expected an Array of BotCommand');
  return list.map((item) => {
    const command = isRecord(item) ? stringOf(item.command) : '';
    const description = isRecord(item) ? stringOf(item.description) : '';
    if (!/^[a-z0-9_]{1,32}$/.test(command)) throw badRequest('BOT_COMMAND_INVALID');
    if (description === '' || description.length > 256) throw badRequest('BOT_COMMAND_DESCRIPTION_INVALID');
    return { command, description };
  });
}

function chatJson(chats: Chats, id: unknown): Record<string, unknown> {
  const chat = chats.find(Number(id));
  if (!chat) throw badRequest('chat not found');
  const name = chat.type === 'private' ? { first_name: chat.name } : { title: chat.name };
  return { id: chat.id, type: chat.type, ...name };
}

function member(chats: Chats, params: MethodCall['params']): Record<string, unknown> {
  chatJson(chats, params.chat_id);
  const person = chats.find(Number(params.user_id));
  const user = { id: Number(params.user_id), is_bot: false, first_name: person?.name ?? 'Somebody' };
  return { status: person ? 'member' : 'left', user };
}
