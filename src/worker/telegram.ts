/** What Telegram has to be asked and told, without a start at which to do it. */
import type { WebhookInfo } from 'grammy/types';
import { telegramApi } from '../../bots/telegram/api.ts';
import { registerWebhook } from '../../bots/telegram/webhook.ts';
import { publishMenu, webhookAddress } from '../telegram.ts';
import type { Isolate } from './isolate.ts';

/** A visitor waits for the first page of an isolate meanwhile. */
const NAME_LIMIT_MS = 3_000;
const ASK_AGAIN_MS = 30_000;

/** Once per isolate. Without an answer, links to Telegram are left out until there is one. Never throws. */
export async function learnName(isolate: Isolate): Promise<void> {
  const { TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: apiRoot } = isolate.config;
  if (!token || isolate.botName !== null || Date.now() < isolate.askNameAfter) return;
  isolate.askNameAfter = Date.now() + ASK_AGAIN_MS;
  try {
    isolate.botName = (await telegramApi({ token, apiRoot, timeoutMs: NAME_LIMIT_MS }).getMe()).username;
  } catch (error) {
    isolate.log.warn({ reason: nameOf(error) }, 'Telegram does not say the name of the bot.');
  }
}

/** Tells Telegram where to post and fills the menu, where it does not post here yet. Never throws. */
export async function introduce(isolate: Isolate): Promise<void> {
  const { config, copy, log } = isolate;
  const { TELEGRAM_BOT_TOKEN: token, TELEGRAM_WEBHOOK_SECRET: secret, PUBLIC_URL } = config;
  if (!token || !secret || !PUBLIC_URL) return;
  const api = telegramApi({ token, apiRoot: config.TELEGRAM_API_ROOT });
  const wanted = webhookAddress(PUBLIC_URL).href;
  try {
    const info = await api.getWebhookInfo();
    if (info.url === wanted && !isRefused(info)) return;
    await registerWebhook(api, wanted, secret);
    await publishMenu(api, copy);
    log.info({ url: wanted }, 'Telegram posts here now.');
  } catch (error) {
    log.warn({ reason: nameOf(error) }, 'Telegram cannot be told where to post.');
  }
}

/** It posts here with another secret: the secret was changed since. */
function isRefused({ pending_update_count: pending, last_error_message: error }: WebhookInfo): boolean {
  return pending > 0 && /\b401\b/.test(error ?? '');
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown';
}
