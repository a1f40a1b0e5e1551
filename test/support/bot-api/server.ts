/** The server: one address, one token, the methods behind it, and the log of what was accepted. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Update } from 'grammy/types';
import { parseBody, readBytes, stringOf } from './body.ts';
import { type Chat, type StoredMessage, startChats } from './chats.ts';
import { type FileStore, startFiles } from './files.ts';
import { type Fault, type Limits, startFaults, startLimiter } from './limits.ts';
import {
  BOT,
  type BotCommand,
  type Commands,
  type MethodResult,
  type MethodTable,
  otherMethods,
} from './methods.ts';
import { Refusal } from './refusal.ts';
import { sendingMethods } from './sending.ts';
import { startUpdates, type Updates } from './updates.ts';
import { chatJson, createUser, type Person, photoSizes, type User } from './user.ts';

export interface BotApiOptions {
  /** Telegram's clock, UTC milliseconds: what messages are dated by. */
  readonly now?: () => number;
  readonly token?: string;
  /** How many accepted calls the log keeps; 0 keeps none. Default 10,000. */
  readonly log?: number;
  readonly limits?: Limits;
  /** Every answer comes this much later. */
  readonly latencyMs?: number;
  /** Every positive chat id is a person who has started the bot. */
  readonly anyChat?: boolean;
  /** What Telegram's second is worth when it repeats a failed webhook delivery. Default 10. */
  readonly resendMs?: number;
}

/** One accepted call. `method` as the caller wrote it; `chat` and `messageId` of the (first) message it concerns. */
export interface Call {
  readonly method: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly chat: number | null;
  readonly messageId: number | null;
  /** UTC milliseconds. */
  readonly at: number;
}

export interface BotApi {
  /** For grammY's `apiRoot`. */
  readonly url: string;
  readonly token: string;
  /** Accepted calls, oldest first. */
  readonly log: readonly Call[];
  readonly counts: { accepted: number; refused: number; tooMany: number };
  /** Accepted calls that put a message into this chat, oldest first. */
  sent(chatId: number | string): Call[];
  fail(fault: Fault): void;
  user(person: Person): User;
  group(id: number, title: string): void;
  /** The group becomes a supergroup: calls to the old id are refused with the new one. */
  migrate(fromId: number, toId: number): void;
  /** Delivers updates straight into a handler of Web requests, as a webhook would. */
  deliverTo(handler: (request: Request) => Promise<Response>, secret?: string): void;
  /** Posts this update N times at once; statuses of the answers. */
  raw(update: Update, times?: number): Promise<number[]>;
  commands(language?: string): readonly BotCommand[];
  /** Bytes behind a file id. */
  file(id: string): Uint8Array | undefined;
  forgetFiles(): void;
  close(): Promise<void>;
}

interface Context {
  readonly token: string;
  readonly methods: MethodTable;
  readonly files: FileStore;
  readonly faults: ReturnType<typeof startFaults>;
  readonly limiter: ReturnType<typeof startLimiter>;
  readonly latencyMs: number;
  readonly counts: BotApi['counts'];
  accept(call: Call): void;
}

/** These count against the rate limits. */
const LIMITED = /^(send(?!chataction)|editmessage)/;

export async function startBotApi(options: BotApiOptions = {}): Promise<BotApi> {
  const token = options.token ?? '4815162342:test-token';
  const { now = Date.now } = options;
  const chats = startChats(options.anyChat ?? false, now);
  const files = startFiles();
  const updates = startUpdates(options.resendMs ?? 10, (body) => void takeAnswer(context, body));
  const commands: Commands = new Map();
  const callbacks = new Set<string>();
  const { log, accept } = startLog(options.log ?? 10_000);
  const faults = startFaults();
  const context: Context = {
    token,
    methods: {
      ...sendingMethods(chats, files, messageJson),
      ...otherMethods({ chats, files, updates, commands, callbacks }),
    },
    files,
    faults,
    limiter: startLimiter(options.limits),
    latencyMs: options.latencyMs ?? 0,
    counts: { accepted: 0, refused: 0, tooMany: 0 },
    accept,
  };
  const { url, close } = await listen(context, updates);

  return {
    url,
    token,
    log,
    counts: context.counts,
    sent: (id) => log.filter((call) => call.chat === Number(id) && /^send(?!ChatAction)/i.test(call.method)),
    fail: faults.add,
    user: (person) =>
      createUser({ chats, files, updates, callbacks, toJson: messageJson, bot: BOT, now }, person),
    group: (id, title) => void chats.open(id, id < -1e12 ? 'supergroup' : 'group', title),
    migrate(fromId, toId) {
      const old = chats.open(fromId, 'group', 'Group');
      chats.open(toId, 'supergroup', old.name);
      old.movedTo = toId;
    },
    deliverTo: (handler, secret) =>
      updates.setWebhook(
        { url: 'https://bot.example/webhooks/telegram', secret: secret ?? null, handler },
        false,
      ),
    raw: (update, times = 1) => updates.raw(update, times),
    commands: (language = '') => commands.get(language) ?? [],
    file: (id) => files.get(id)?.bytes,
    forgetFiles: files.forgetAll,
    close,
  };
}

function startLog(kept: number) {
  const log: Call[] = [];
  function accept(call: Call): void {
    if (kept === 0) return;
    log.push(call);
    if (log.length >= 2 * kept) log.splice(0, kept);
  }
  return { log, accept };
}

function messageJson(chat: Chat, message: StoredMessage): Record<string, unknown> {
  const { id, date, text, entities, photo, document, markup } = message;
  const media = photo !== null || document !== null;
  return {
    message_id: id,
    date,
    chat: chatJson(chat),
    from: message.from === 'bot' ? BOT : { id: chat.id, is_bot: false, first_name: chat.name },
    ...(photo === null ? {} : { photo: photoSizes(photo) }),
    ...(document === null ? {} : { document: { file_id: document, file_unique_id: `u${document}` } }),
    ...(text === '' ? {} : { [media ? 'caption' : 'text']: text }),
    ...(entities.length === 0 ? {} : { [media ? 'caption_entities' : 'entities']: entities }),
    ...(markup && 'inline_keyboard' in markup ? { reply_markup: markup } : {}),
  };
}

async function listen(
  context: Context,
  updates: Updates,
): Promise<{ url: string; close: () => Promise<void> }> {
  const server = createServer((request, response) => void handle(context, request, response));
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    async close() {
      updates.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function handle(context: Context, request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    await route(context, request, response);
  } catch (error) {
    context.counts.refused += 1;
    if (error instanceof Refusal) return refuse(context, response, error);
    refuse(context, response, new Refusal(500, `Internal Server Error: ${error}`));
  }
}

async function route(context: Context, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const [path = '', query] = (request.url ?? '').split('?');
  const bytes = await readBytes(request);
  const fileId = path.startsWith(`/file/bot${context.token}/files/`) ? path.split('/').at(-1) : undefined;
  if (fileId !== undefined) return sendFile(context, response, fileId);
  const name = methodName(context, path);
  const search = query === undefined ? null : new URLSearchParams(query);
  const body = parseBody(request.headers['content-type'] ?? '', bytes, search);
  const chat = stringOf(body.params.chat_id);

  const ordered = context.faults.take(name, chat);
  const isHeld = typeof ordered === 'object' && ordered !== null && 'until' in ordered;
  if (isHeld) await ordered.until;
  const fault = isHeld ? null : ordered;
  if (fault === 'hang') return;
  if (fault === '500') throw new Refusal(500, 'Internal Server Error: ordered by the test');
  if (fault !== null && fault !== 'cut') {
    if (fault.body === undefined) throw new Refusal(fault.status, fault.description, fault.parameters);
    context.counts.refused += 1;
    return void response.writeHead(fault.status, { 'content-type': 'text/html' }).end(fault.body);
  }
  checkRate(context, name, chat);
  const method = context.methods[name.toLowerCase()];
  if (!method) throw new Refusal(404, 'Not Found: method not found');
  const result = await method(body);
  record(context, name, body.params, result);
  if (fault === 'cut') return void request.socket.destroy();
  answer(context, response, 200, { ok: true, result: result.result });
}

/** The call that a webhook answered with. */
async function takeAnswer(context: Context, body: string): Promise<void> {
  try {
    const { params, uploads } = parseBody('application/json', Buffer.from(body), null);
    const { method: name, ...rest } = params;
    const method = context.methods[stringOf(name).toLowerCase()];
    if (method) record(context, stringOf(name), rest, await method({ params: rest, uploads }));
  } catch {
    context.counts.refused += 1;
  }
}

function methodName(context: Context, path: string): string {
  const [, bot, name] = path.split('/');
  if (!bot?.startsWith('bot') || name === undefined) throw new Refusal(404, 'Not Found');
  if (bot !== `bot${context.token}`) throw new Refusal(401, 'Unauthorized');
  return name;
}

function checkRate(context: Context, name: string, chat: string): void {
  if (!LIMITED.test(name.toLowerCase())) return;
  const seconds = context.limiter(chat, performance.now());
  if (seconds === null) return;
  context.counts.tooMany += 1;
  throw new Refusal(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds });
}

function record(context: Context, method: string, params: Call['params'], result: MethodResult): void {
  if (method.toLowerCase() === 'getupdates') return;
  context.counts.accepted += 1;
  const { chat = null, messageId = null } = result;
  context.accept({ method, params, chat, messageId, at: Date.now() });
}

function refuse(context: Context, response: ServerResponse, refusal: Refusal): void {
  const { status, description, parameters } = refusal;
  answer(context, response, status, {
    ok: false,
    error_code: status,
    description,
    ...(parameters && { parameters }),
  });
}

function answer(context: Context, response: ServerResponse, status: number, body: object): void {
  const text = JSON.stringify(body);
  const send = () => {
    response.writeHead(status, {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(text),
    });
    response.end(text);
  };
  if (context.latencyMs === 0) send();
  else setTimeout(send, context.latencyMs);
}

function sendFile(context: Context, response: ServerResponse, id: string): void {
  const file = context.files.get(id);
  if (!file) throw new Refusal(404, 'Not Found');
  response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(file.bytes);
}
