/** Telegram put together: the same on Node and on Workers, which differ in when they introduce themselves to it. */
import type { Update } from 'grammy/types';
import type { telegramApi } from '../bots/telegram/api.ts';
import type { Handling, PressAnswer } from '../bots/telegram/attempts.ts';
import { TELEGRAM } from '../bots/telegram/capabilities.ts';
import { type TelegramChannel, telegramChannel } from '../bots/telegram/channel.ts';
import { type CommandCopy, type Menus, publishCommands } from '../bots/telegram/commands.ts';
import { parseUpdate } from '../bots/telegram/parse.ts';
import { telegramPictures } from '../bots/telegram/pictures.ts';
import { telegramWebhook } from '../bots/telegram/webhook.ts';
import type { Database } from '../db/database.ts';
import { putAside } from '../db/store/dead-letters.ts';
import { mediaOf } from '../db/store/media.ts';
import { GROUP_MENU, MENU } from './chat/commands.ts';
import type { Copy } from './chat/copy/copy.ts';
import type { Inbound } from './chat/message.ts';
import { fitTo } from './chat/render.ts';
import type { Config } from './config.ts';
import type { Log } from './delivery/events.ts';
import type { Sender } from './delivery/sender.ts';
import type { Engine } from './engine/engine.ts';
import { apologyIn, withApology } from './engine/outage.ts';
import type { FetchPicture } from './engine/pictures.ts';
import { isOutage } from './gerai.ts';
import { type Memory, makeMemory } from './memory.ts';
import { maskIdentityNumbers } from './shop/identity.ts';
import type { AppDeps } from './web/app.tsx';

/** The menu is shown in it to people whose language has none of its own. */
const MENU_FALLBACK = 'id';

export interface TelegramDeps {
  readonly config: Config;
  readonly token: string;
  readonly database: Database;
  readonly copy: Copy;
  readonly log: Log;
  readonly now: () => number;
  /** Keeps what nobody waits for alive until it is done: on Workers it would end with the request. */
  readonly background?: (work: Promise<unknown>) => void;
  readonly memory?: Memory;
}

export interface TelegramLine {
  readonly sender: Sender;
  readonly fetchPicture: FetchPicture;
  /** What is done with an update, wherever it comes from. */
  handling(engine: Engine): Handling;
  /** null: Telegram does not post to this process. */
  readonly webhook: ((engine: Engine) => NonNullable<AppDeps['telegramWebhook']>) | null;
}

export function telegramLine(deps: TelegramDeps): TelegramLine {
  const { config, token, database, log, memory = makeMemory(), background = () => undefined } = deps;
  const media = mediaOf(database, 'telegram');
  const channel = telegramChannel({ token, apiRoot: config.TELEGRAM_API_ROOT, media });

  function apologise({ chat, locale }: Inbound): void {
    const text = apologyIn(deps.copy, locale);
    for (const message of fitTo({ text }, TELEGRAM)) background(channel.send({ chat, message }));
  }

  function handling(engine: Engine): Handling {
    const apologetic = withApology(engine, { isOutage, apologise, told: memory.told });
    return {
      handle: (update) => handleUpdate(apologetic, update, deps.now()),
      deadLetter: (update, error) =>
        putAside(database, {
          key: `telegram:${update.update_id}`,
          channel: 'telegram',
          event: maskIdentityNumbers(JSON.stringify(update)),
          error: error instanceof Error ? error.name : 'unknown',
          at: deps.now(),
        }),
      isOutage,
      failures: memory.failures,
      log,
    };
  }

  const { TELEGRAM_WEBHOOK_SECRET: secret } = config;
  return {
    sender: senderOf(channel),
    fetchPicture: telegramPictures({ token, apiRoot: config.TELEGRAM_API_ROOT }),
    handling,
    webhook:
      config.telegramMode === 'webhook' && secret !== undefined
        ? (engine) => telegramWebhook({ secret, ...handling(engine) })
        : null,
  };
}

function senderOf(channel: TelegramChannel): Sender {
  return {
    send: ({ external, message, replaces }) =>
      channel.send({ chat: external, message, replaces: replaces === null ? null : { id: replaces } }),
  };
}

/** @returns what the button that was pressed is told: it turns until then. */
async function handleUpdate(engine: Engine, update: Update, now: number): Promise<PressAnswer | undefined> {
  const inbound = parseUpdate(update, now);
  if (inbound === null) return undefined;
  const { toast } = await engine.handle(inbound);
  const pressed = update.callback_query?.id;
  if (pressed === undefined) return undefined;
  return { callback_query_id: pressed, ...(toast === null ? {} : { text: toast }) };
}

/** Fills the menu beside the text field with the commands of the copy. */
export function publishMenu(api: ReturnType<typeof telegramApi>, copy: Copy): Promise<void> {
  return publishCommands(api, menuOf(copy), MENU_FALLBACK);
}

export function menuOf(copy: Copy): Menus {
  return { everywhere: commandsOf(copy, MENU), inGroups: commandsOf(copy, GROUP_MENU) };
}

function commandsOf(copy: Copy, menu: typeof MENU): CommandCopy {
  const entries = copy.languages.map((language) => {
    const say = copy.in(language);
    return [
      language,
      menu.map(({ names, key }) => ({ command: names[language] ?? names.id, description: say(key) })),
    ];
  });
  return Object.fromEntries(entries);
}
