/** The channels of a stand, each with its double on the other side. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Database } from '../../../db/database.ts';
import type { makeCopy } from '../../../src/chat/copy/copy.ts';
import { parseConfig } from '../../../src/config.ts';
import type { Log } from '../../../src/delivery/events.ts';
import type { Sender } from '../../../src/delivery/sender.ts';
import type { Gerai } from '../../../src/gerai.ts';
import { makeTelegram, type Telegram } from '../../../src/node/telegram.ts';
import { type WhatsappCloudLine, whatsappCloudLine } from '../../../src/whatsapp-cloud.ts';
import { type BotApi, startBotApi } from '../bot-api.ts';
import { type GraphApi, type GraphApiOptions, startGraphApi } from '../graph-api.ts';
import type { VirtualClock } from './clock.ts';
import { HANG_MS, type Work } from './work.ts';

const WEBHOOK_SECRET = 'the-webhook-secret-in-tests';

export const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

/* ── Telegram ── */

export interface TelegramLine {
  readonly api: BotApi;
  readonly telegram: Telegram;
  readonly sender: Sender;
}

export async function openTelegram(
  database: Database,
  copy: ReturnType<typeof makeCopy>,
  clock: VirtualClock,
  work: Work,
  log: Log = silent,
): Promise<TelegramLine> {
  const api = await startBotApi({ now: clock.now });
  const config = parseConfig({
    TELEGRAM_BOT_TOKEN: api.token,
    TELEGRAM_WEBHOOK_SECRET: WEBHOOK_SECRET,
    TELEGRAM_API_ROOT: api.url,
    TELEGRAM_MODE: 'webhook',
    PUBLIC_URL: 'https://gerai.example',
  });
  const telegram = makeTelegram({ config, token: api.token, database, copy, log, now: clock.now });
  return { api, telegram, sender: { send: (owed) => work.during(telegram.sender.send(owed)) } };
}

/** The bot says who it is and where Telegram is to post; from then on Telegram posts straight into the app. */
export async function introduce(telegram: Telegram, gerai: Gerai, api: BotApi, work: Work): Promise<void> {
  telegram.start(gerai.engine);
  const until = Date.now() + HANG_MS;
  while (!api.log.some(({ method }) => method.toLowerCase() === 'setwebhook')) {
    if (Date.now() > until) throw new Error('The bot does not tell Telegram where to post.');
    await nextTurn();
  }
  api.deliverTo(async (request) => work.during(Promise.resolve(gerai.app.fetch(request))), WEBHOOK_SECRET);
}

/* ── WhatsApp by the Cloud API ── */

interface CloudLine {
  readonly api: GraphApi;
  readonly line: WhatsappCloudLine;
  readonly sender: Sender;
}

export async function openWhatsappCloud(
  database: Database,
  copy: ReturnType<typeof makeCopy>,
  clock: VirtualClock,
  work: Work,
  window: NonNullable<GraphApiOptions['window']>,
  log: Log = silent,
): Promise<CloudLine> {
  const api = await startGraphApi({ now: clock.now, window });
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
  const line = whatsappCloudLine({ settings, database, copy, log, now: clock.now });
  return { api, line, sender: { send: (owed) => work.during(line.sender.send(owed)) } };
}
