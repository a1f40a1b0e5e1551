/** Telegram on Node: the bot's name, its menu, and updates by webhook or by polling. */
import { telegramApi } from '../../bots/telegram/api.ts';
import { pollUpdates } from '../../bots/telegram/polling.ts';
import { registerWebhook, webhookAddress } from '../../bots/telegram/webhook.ts';
import type { Engine } from '../engine/engine.ts';
import { publishMenu, type TelegramDeps, type TelegramLine, telegramLine } from '../telegram.ts';

export interface Telegram extends Pick<TelegramLine, 'sender' | 'webhook' | 'fetchPicture'> {
  /** The bot's user name, once Telegram has told it. */
  name(): string | null;
  /** Tells Telegram where to post, or begins to fetch. Never throws: it goes on trying. */
  start(engine: Engine): void;
  stop(): Promise<void>;
}

/** A call of long polling is held by Telegram for 25 seconds. */
const POLL_TIMEOUT_MS = 35_000;

/** How long to wait before Telegram is asked again for what start-up needs. */
const AGAIN_MS = 10_000;

export function makeTelegram(deps: TelegramDeps): Telegram {
  const { config, token, log } = deps;
  const apiRoot = config.TELEGRAM_API_ROOT;
  const api = telegramApi({ token, apiRoot });
  const line = telegramLine(deps);
  const stopping = new AbortController();
  let botName: string | null = null;
  let running: Promise<void> = Promise.resolve();

  async function introduce(): Promise<void> {
    botName = (await api.getMe()).username;
    await publishMenu(api, deps.copy);
    const { PUBLIC_URL, TELEGRAM_WEBHOOK_SECRET } = config;
    if (config.telegramMode === 'webhook' && PUBLIC_URL && TELEGRAM_WEBHOOK_SECRET) {
      await registerWebhook(api, webhookAddress(PUBLIC_URL).href, TELEGRAM_WEBHOOK_SECRET);
    }
    log.info({ bot: botName, mode: config.telegramMode }, 'Telegram is on.');
  }

  async function introduceUntilDone(): Promise<void> {
    while (!stopping.signal.aborted) {
      try {
        return await introduce();
      } catch (error) {
        log.warn(
          { reason: error instanceof Error ? error.name : 'unknown' },
          'Telegram cannot be reached yet.',
        );
        await pause(AGAIN_MS, stopping.signal);
      }
    }
  }

  return {
    sender: line.sender,
    fetchPicture: line.fetchPicture,
    webhook: line.webhook,
    name: () => botName,
    start(engine) {
      running = introduceUntilDone().then(async () => {
        if (config.telegramMode !== 'polling' || stopping.signal.aborted) return;
        const polling = telegramApi({ token, apiRoot, timeoutMs: POLL_TIMEOUT_MS });
        await pollUpdates({ api: polling, signal: stopping.signal, ...line.handling(engine) });
      });
    },
    async stop() {
      stopping.abort();
      await running;
    },
  };
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
