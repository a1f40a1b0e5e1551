/** Telegram on Node: the bot's name, its menu, and updates by webhook or by polling. */
import type { Update } from 'grammy/types';
import { telegramApi } from '../../bots/telegram/api.ts';
import { TELEGRAM } from '../../bots/telegram/capabilities.ts';
import { telegramChannel } from '../../bots/telegram/channel.ts';
import { type CommandCopy, publishCommands } from '../../bots/telegram/commands.ts';
import { parseUpdate } from '../../bots/telegram/parse.ts';
import { pollUpdates } from '../../bots/telegram/polling.ts';
import { registerWebhook, telegramWebhook } from '../../bots/telegram/webhook.ts';
import type { Database } from '../../db/database.ts';
import { putAside } from '../../db/store/dead-letters.ts';
import { mediaOf } from '../../db/store/media.ts';
import { MENU } from '../chat/commands.ts';
import type { Copy } from '../chat/copy/copy.ts';
import type { Inbound } from '../chat/message.ts';
import { fitTo } from '../chat/render.ts';
import type { Config } from '../config.ts';
import type { Log } from '../delivery/events.ts';
import type { Sender } from '../delivery/sender.ts';
import type { Engine } from '../engine/engine.ts';
import { withApology } from '../engine/outage.ts';
import { isOutage } from '../gerai.ts';
import { maskIdentityNumbers } from '../shop/identity.ts';
import type { AppDeps } from '../web/app.tsx';

export interface Telegram {
  readonly sender: Sender;
  readonly webhook: ((engine: Engine) => AppDeps['telegramWebhook']) | null;
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

interface TelegramDeps {
  readonly config: Config;
  readonly token: string;
  readonly database: Database;
  readonly copy: Copy;
  readonly log: Log;
  readonly now: () => number;
}

export function makeTelegram(deps: TelegramDeps): Telegram {
  const { config, token, database, log } = deps;
  const apiRoot = config.TELEGRAM_API_ROOT;
  const api = telegramApi({ token, apiRoot });
  const channel = telegramChannel({ token, apiRoot, media: mediaOf(database, 'telegram') });
  const stopping = new AbortController();
  let botName: string | null = null;
  let running: Promise<void> = Promise.resolve();

  function apologise({ chat, locale }: Inbound): void {
    const [first = ''] = deps.copy.languages;
    const text = deps.copy.in(deps.copy.fitting(locale) ?? first)('storage-down-kept');
    for (const message of fitTo({ text }, TELEGRAM)) void channel.send({ chat, message });
  }

  const handling = (engine: Engine) => {
    const apologetic = withApology(engine, { isOutage, apologise });
    return {
      handle: (update: Update) => handleUpdate(apologetic, channel, update, deps.now()),
      deadLetter: (update: Update, error: unknown) =>
        putAside(database, {
          key: `telegram:${update.update_id}`,
          channel: 'telegram',
          event: maskIdentityNumbers(JSON.stringify(update)),
          error: error instanceof Error ? error.name : 'unknown',
          at: deps.now(),
        }),
      isOutage,
      log,
    };
  };

  async function introduce(): Promise<void> {
    botName = (await api.getMe()).username;
    await publishCommands(api, commandCopy(deps.copy), 'id');
    const { PUBLIC_URL, TELEGRAM_WEBHOOK_SECRET } = config;
    if (config.telegramMode === 'webhook' && PUBLIC_URL && TELEGRAM_WEBHOOK_SECRET) {
      await registerWebhook(api, new URL('/webhooks/telegram', PUBLIC_URL).href, TELEGRAM_WEBHOOK_SECRET);
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

  const { TELEGRAM_WEBHOOK_SECRET: secret } = config;
  return {
    sender: {
      send: ({ external, message, replaces }) =>
        channel.send({ chat: external, message, replaces: replaces === null ? null : { id: replaces } }),
    },
    webhook:
      config.telegramMode === 'webhook' && secret !== undefined
        ? (engine) => telegramWebhook({ secret, ...handling(engine) })
        : null,
    name: () => botName,
    start(engine) {
      running = introduceUntilDone().then(async () => {
        if (config.telegramMode !== 'polling' || stopping.signal.aborted) return;
        const polling = telegramApi({ token, apiRoot, timeoutMs: POLL_TIMEOUT_MS });
        await pollUpdates({ api: polling, signal: stopping.signal, ...handling(engine) });
      });
    },
    async stop() {
      stopping.abort();
      await running;
    },
  };
}

async function handleUpdate(
  engine: Engine,
  channel: ReturnType<typeof telegramChannel>,
  update: Update,
  now: number,
): Promise<void> {
  const inbound = parseUpdate(update, now);
  const pressed = update.callback_query?.id;
  if (inbound === null) return;
  const { toast } = await engine.handle(inbound);
  // Best effort and not waited for: the button stops turning.
  if (pressed !== undefined) void channel.answerCallback(pressed, toast ?? undefined);
}

function commandCopy(copy: Copy): CommandCopy {
  const entries = copy.languages.map((language) => {
    const say = copy.in(language);
    return [
      language,
      MENU.map(({ names, key }) => ({ command: names[language] ?? names.id, description: say(key) })),
    ];
  });
  return Object.fromEntries(entries);
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
