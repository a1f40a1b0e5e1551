/** Takes updates that Telegram posts. Runs on Node and on Workers. */
import type { Api } from 'grammy';
import type { Update } from 'grammy/types';
import * as z from 'zod';
import { sameText } from '../common/same-text.ts';
import { type Handling, type PressAnswer, startUpdates } from './attempts.ts';
import { ALLOWED_UPDATES } from './parse.ts';

const SECRET_HEADER = 'x-telegram-bot-api-secret-token';
/**
 * Without this header Telegram repeats the first time at once, which helps nobody in an outage. That it heeds the
 * header is known from the source of the open-source Bot API server (WebhookActor.cpp), not from the documentation.
 */
const RETRY_AFTER_S = '2';

const chat = z.looseObject({ id: z.int(), type: z.string() });
const user = z.looseObject({
  id: z.int(),
  first_name: z.string(),
  last_name: z.string().optional(),
  is_bot: z.boolean().optional(),
  language_code: z.string().optional(),
});
const message = z.looseObject({
  message_id: z.int(),
  date: z.int(),
  chat,
  from: user.optional(),
  text: z.string().optional(),
  caption: z.string().optional(),
  photo: z.array(z.looseObject({ file_id: z.string(), file_size: z.int().optional() })).optional(),
  contact: z.looseObject({ phone_number: z.string(), user_id: z.int().optional() }).optional(),
  reply_to_message: z.looseObject({ message_id: z.int() }).optional(),
  migrate_to_chat_id: z.int().optional(),
  migrate_from_chat_id: z.int().optional(),
});
/** As far as `parseUpdate` reads; everything else passes as it is. */
const updateSchema = z.looseObject({
  update_id: z.int(),
  message: message.optional(),
  edited_message: message.extend({ edit_date: z.int() }).optional(),
  callback_query: z
    .looseObject({
      id: z.string(),
      from: user,
      data: z.string().optional(),
      message: z.looseObject({ message_id: z.int(), chat }).optional(),
    })
    .optional(),
  my_chat_member: z
    .looseObject({
      chat,
      from: user,
      date: z.int(),
      new_chat_member: z.looseObject({ status: z.string(), is_member: z.boolean().optional() }),
    })
    .optional(),
});

export interface WebhookOptions extends Handling {
  /** What Telegram was given as `secret_token`. */
  readonly secret: string;
}

/** 200: done with, and what a pressed button is told. 400: not an update. 401: not from Telegram. 503: come again. */
export function telegramWebhook(options: WebhookOptions): (request: Request) => Promise<Response> {
  const attempt = startUpdates(options);
  return async (request) => {
    if (!sameText(request.headers.get(SECRET_HEADER) ?? '', options.secret)) return empty(401);
    const update = await readUpdate(request);
    if (update === null) return empty(400);
    const settled = await attempt(update);
    if (settled.done) return settled.answer ? callOf(settled.answer) : empty(200);
    return new Response(null, { status: 503, headers: { 'retry-after': RETRY_AFTER_S } });
  };
}

/** Where Telegram posts to. */
export function webhookAddress(publicUrl: string): URL {
  return new URL('/webhooks/telegram', publicUrl);
}

/** Tells Telegram where to post, and with which secret (1–256 characters of `A-Za-z0-9_-`). */
export async function registerWebhook(api: Api, url: string, secret: string): Promise<void> {
  await api.setWebhook(url, { secret_token: secret, allowed_updates: [...ALLOWED_UPDATES] });
}

async function readUpdate(request: Request): Promise<Update | null> {
  try {
    const parsed = updateSchema.safeParse(await request.json());
    // The schema holds what is read; the rest of the type is Telegram's word.
    return parsed.success ? (parsed.data as unknown as Update) : null;
  } catch {
    return null;
  }
}

/**
 * Telegram takes one call as the answer to an update (core.telegram.org/bots/api#making-requests-when-getting-updates)
 * and does not say what became of it: right for what is best effort, and one request less.
 */
function callOf(answer: PressAnswer): Response {
  return Response.json({ method: 'answerCallbackQuery', ...answer });
}

function empty(status: number): Response {
  return new Response(null, { status });
}
