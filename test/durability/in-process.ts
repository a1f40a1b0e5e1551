/** A stand in this process, put together as `src/main.ts` does it, on a database that the test can make fail. */
import type { Database } from '../../db/database.ts';
import { makeCopy } from '../../src/chat/copy/copy.ts';
import { parseConfig } from '../../src/config.ts';
import { type Gerai, makeGerai } from '../../src/gerai.ts';
import { readAssets, readCopy } from '../../src/node/files.ts';
import { derivedIds, keyedHash, randomToken } from '../../src/node/secrets.ts';
import { systemClock } from '../../src/node/system-clock.ts';
import { makeTelegram } from '../../src/node/telegram.ts';
import { readUnderstand } from '../../src/node/understand.ts';
import type { BotApi } from '../support/bot-api.ts';
import { WEBHOOK_SECRET } from './support.ts';

const SECRET = 'a-secret-of-the-test-with-32-letters';
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

export interface StandInProcess {
  readonly gerai: Gerai;
  /** What a browser on this address posts to the chat. */
  chat(session: string, body: object): Promise<ChatAnswer>;
  close(): Promise<void>;
}

export interface Reply {
  readonly text: string;
  readonly choices?: readonly { readonly id: string; readonly label: string }[];
}

export interface ChatAnswer {
  readonly status: number;
  readonly replies: readonly Reply[];
  /** Everything that the replies say, or the sentence of the refusal. */
  readonly text: string;
}

export async function openStand(database: Database, double: BotApi | null = null): Promise<StandInProcess> {
  const copy = makeCopy(readCopy());
  const telegram = double && (await telegramOn(double, database, copy));
  const reach = () => ({ web: 'http://127.0.0.1', telegram: telegram?.name() ?? null, whatsapp: null });
  const gerai = await makeGerai({
    database,
    copy,
    understand: readUnderstand(),
    assets: readAssets(),
    clock: systemClock,
    log: silent,
    random: Math.random,
    ids: derivedIds(SECRET),
    randomId: randomToken,
    sessionSecret: SECRET,
    hashSession: async (session) => keyedHash(SECRET, session),
    // Every session comes from an address of its own.
    clientAddress: (c) => c.req.header('x-forwarded-for') ?? 'one',
    reach,
    senders: telegram ? { telegram: telegram.sender } : {},
    telegramWebhook: telegram?.webhook ?? null,
    cli: null,
    pollMs: null,
  });
  double?.deliverTo(async (request) => gerai.app.fetch(request), WEBHOOK_SECRET);
  return {
    gerai,
    chat: (session, body) =>
      chatWith((request) => gerai.app.fetch(request), 'http://localhost', session, body),
    async close() {
      gerai.endStreams();
      await gerai.close();
    },
  };
}

async function telegramOn(double: BotApi, database: Database, copy: ReturnType<typeof makeCopy>) {
  const config = parseConfig({
    TELEGRAM_BOT_TOKEN: double.token,
    TELEGRAM_WEBHOOK_SECRET: WEBHOOK_SECRET,
    TELEGRAM_API_ROOT: double.url,
    TELEGRAM_MODE: 'webhook',
    PUBLIC_URL: 'https://gerai.example',
  });
  // It is not started: the test says itself where Telegram posts.
  return makeTelegram({ config, token: double.token, database, copy, log: silent, now: Date.now });
}

export async function chatWith(
  send: (request: Request) => Response | Promise<Response>,
  at: string,
  session: string,
  body: object,
): Promise<ChatAnswer> {
  const response = await send(
    new Request(`${at}/api/chat`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-forwarded-for': session, 'accept-language': 'id' },
      body: JSON.stringify({ session, ...body }),
    }),
  );
  const answer = (await response.json()) as { replies?: Reply[]; error?: { message: string } };
  const replies = answer.replies ?? [];
  const text = answer.error?.message ?? replies.map((each) => each.text).join('\n');
  return { status: response.status, replies, text };
}

type Chat = (session: string, body: object) => Promise<ChatAnswer>;

function choiceOf(answer: ChatAnswer, start: string): string {
  const found = answer.replies
    .flatMap((each) => each.choices ?? [])
    .findLast(({ id }) => id.startsWith(start));
  if (!found) throw new Error(`${answer.status}: no choice "${start}" in: ${answer.text}`);
  return found.id;
}

/** @returns the choice that confirms. */
export async function prepareOnWeb(chat: Chat, session: string, wish: string, name: string): Promise<string> {
  await chat(session, { text: wish });
  let asked = await chat(session, { choice: 'checkout' });
  while (!asked.text.includes('atas nama siapa')) {
    asked = await chat(session, { choice: choiceOf(asked, 'pick-up-on') });
  }
  await chat(session, { text: name });
  return choiceOf(await chat(session, { choice: 'skip-phone' }), 'confirm');
}

export function sessionOf(number: number): string {
  return `session-of-visitor-${String(number).padStart(4, '0')}`;
}
