/** The channels of a stand, each with its double on the other side. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { makeCopy } from '../../../src/chat/copy/copy.ts';
import { parseConfig } from '../../../src/config.ts';
import type { Log } from '../../../src/delivery/events.ts';
import type { Sender } from '../../../src/delivery/sender.ts';
import type { Gerai } from '../../../src/gerai.ts';
import { makeTelegram, type Telegram } from '../../../src/node/telegram.ts';
import { type WhatsappCloudLine, whatsappCloudLine } from '../../../src/whatsapp-cloud.ts';
import type { BotApi } from '../bot-api.ts';
import type { GraphApi } from '../graph-api.ts';
import type { Life } from './life.ts';
import { HANG_MS } from './work.ts';

const WEBHOOK_SECRET = 'the-webhook-secret-in-tests';

export const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

/* ── Telegram ── */

export function telegramLine(
  api: BotApi,
  life: Life,
  copy: ReturnType<typeof makeCopy>,
  log: Log,
): { readonly telegram: Telegram; readonly sender: Sender } {
  const config = parseConfig({
    TELEGRAM_BOT_TOKEN: api.token,
    TELEGRAM_WEBHOOK_SECRET: WEBHOOK_SECRET,
    TELEGRAM_API_ROOT: api.url,
    TELEGRAM_MODE: 'webhook',
    PUBLIC_URL: 'https://gerai.example',
  });
  const { database, clock } = life;
  const telegram = makeTelegram({ config, token: api.token, database, copy, log, now: clock.now });
  return { telegram, sender: life.sender(telegram.sender) };
}

/** The bot says who it is and where Telegram is to post; from then on Telegram posts straight into the app. */
export async function introduce(telegram: Telegram, gerai: Gerai, api: BotApi, life: Life): Promise<void> {
  const before = api.log.length;
  telegram.start(gerai.engine);
  const until = Date.now() + HANG_MS;
  while (!api.log.slice(before).some(({ method }) => method.toLowerCase() === 'setwebhook')) {
    if (Date.now() > until) throw new Error('The bot does not tell Telegram where to post.');
    await nextTurn();
  }
  api.deliverTo((request) => life.delivery(gerai, request), WEBHOOK_SECRET);
}

/* ── WhatsApp by the Cloud API ── */

export function cloudLine(
  api: GraphApi,
  life: Life,
  copy: ReturnType<typeof makeCopy>,
  log: Log,
): { readonly line: WhatsappCloudLine; readonly sender: Sender } {
  const { whatsappCloud: settings } = parseConfig({
    WHATSAPP: 'cloud',
    WHATSAPP_CLOUD_TOKEN: api.token,
    WHATSAPP_CLOUD_PHONE_ID: api.phoneId,
    WHATSAPP_CLOUD_APP_SECRET: api.appSecret,
    WHATSAPP_CLOUD_VERIFY_TOKEN: api.verifyToken,
    WHATSAPP_CLOUD_API_ROOT: api.url,
    WHATSAPP_CLOUD_BUSINESS_ID: api.businessId,
  });
  if (!settings) throw new Error('The settings leave WhatsApp off.');
  const { database, clock } = life;
  const line = whatsappCloudLine({ settings, database, copy, log, now: clock.now });
  return { line, sender: life.sender(line.sender) };
}
