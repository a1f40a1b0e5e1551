/** What Telegram has to be asked and told, without a start at which to do it. */
import { telegramApi } from '../../bots/telegram/api.ts';
import { ALLOWED_UPDATES } from '../../bots/telegram/parse.ts';
import { registerWebhook, webhookAddress } from '../../bots/telegram/webhook.ts';
import { menuOf, publishMenu } from '../telegram.ts';
import type { Isolate } from './isolate.ts';
import { keyedHash } from './secrets.ts';

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

/** Tells Telegram where to post and fills the menu, unless it knows all that already. Never throws. */
export async function introduce(isolate: Isolate): Promise<void> {
  const { config, copy, log } = isolate;
  const { TELEGRAM_BOT_TOKEN: token, TELEGRAM_WEBHOOK_SECRET: secret, PUBLIC_URL } = config;
  if (!token || !secret || !PUBLIC_URL) return;
  const api = telegramApi({ token, apiRoot: config.TELEGRAM_API_ROOT });
  const wanted = webhookAddress(PUBLIC_URL);
  wanted.searchParams.set('v', await fingerprint(isolate, secret));
  try {
    if ((await api.getWebhookInfo()).url === wanted.href) return;
    await publishMenu(api, copy);
    await registerWebhook(api, wanted.href, secret);
    log.info({ path: wanted.pathname }, 'Telegram posts here now.');
  } catch (error) {
    log.warn({ reason: nameOf(error) }, 'Telegram cannot be told where to post.');
  }
}

/** Part of the address, which Telegram tells us back: all that it was told. Whoever sees it learns nothing. */
async function fingerprint({ secret: key, copy }: Isolate, secret: string): Promise<string> {
  const told = JSON.stringify([secret, menuOf(copy), ALLOWED_UPDATES]);
  return (await keyedHash(key, told)).slice(0, 16);
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown';
}
