/** Fetches updates from Telegram, for a machine that cannot be reached from outside. */
import { type Api, GrammyError } from 'grammy';
import type { Update } from 'grammy/types';
import type { Log } from '../common/attempts.ts';
import { byChat, settleInOrder } from '../common/in-order.ts';
import { type Handling, type PressAnswer, startUpdates } from './attempts.ts';
import { reasonOf } from './outcome.ts';
import { ALLOWED_UPDATES, chatOf } from './parse.ts';

export interface PollingOptions extends Handling {
  /** With a timeout of more than `waitSeconds` for one call. */
  readonly api: Api;
  readonly signal: AbortSignal;
  /** How long Telegram holds a call when there is nothing new. */
  readonly waitSeconds?: number;
  /** The first pause after an error; it doubles up to 32 times this. */
  readonly pauseMs?: number;
}

type GrammySignal = NonNullable<Parameters<Api['getUpdates']>[1]>;

/** Runs until the signal aborts, and resolves when what was in hand is settled. Never throws. */
export async function pollUpdates(options: PollingOptions): Promise<void> {
  const { api, signal, log, waitSeconds = 25, pauseMs = 1_000 } = options;
  const attempt = startUpdates(options);
  const settle = async (update: Update): Promise<boolean> => {
    const settled = await attempt(update);
    if (settled.done && settled.answer) void answerPress(api, settled.answer);
    return settled.done;
  };
  // grammY's type is that of a polyfill; any signal with addEventListener serves.
  const grammySignal = signal as unknown as GrammySignal;
  let offset = 0;
  let isWebhookGone = false;
  let failures = 0;

  while (!signal.aborted) {
    try {
      if (!isWebhookGone) isWebhookGone = await api.deleteWebhook({}, grammySignal);
      const wanted = { offset, timeout: waitSeconds, allowed_updates: [...ALLOWED_UPDATES] };
      const updates = await api.getUpdates(wanted, grammySignal);
      const next = await settleAll(updates, settle);
      const isStuck = updates.length > 0 && next === updates[0]?.update_id;
      offset = next ?? offset;
      failures = isStuck ? failures + 1 : 0;
    } catch (error) {
      if (signal.aborted) break;
      failures += 1;
      report(log, error, failures);
    }
    if (failures > 0) await pause(pauseMs * 2 ** Math.min(failures - 1, 5), signal);
  }
  await confirm(api, offset);
}

/**
 * Chats side by side, each in order; after a failure the rest of its chat waits for the next round.
 *
 * @returns the first update that has to come again, or the one after the last; null when there were none. Telegram
 *   repeats everything from there on, and the inbox knows what it has seen.
 */
async function settleAll(
  updates: readonly Update[],
  settle: (update: Update) => Promise<boolean>,
): Promise<number | null> {
  const chats = byChat(updates, chatOf);
  const stopped = await Promise.all(chats.map((ofChat) => settleInOrder(ofChat, settle)));
  const failed = stopped.flatMap((update) => update?.update_id ?? []);
  if (failed.length > 0) return Math.min(...failed);
  const last = updates.at(-1);
  return last ? last.update_id + 1 : null;
}

function report(log: Log, error: unknown, failures: number): void {
  const code = error instanceof GrammyError ? error.error_code : null;
  if (code === 409) {
    log.error(
      { failures },
      'Another program fetches the updates of this bot; only one may. Stop the other one.',
    );
  } else if (code === 401 || code === 404) {
    log.error({ failures }, 'Telegram does not know TELEGRAM_BOT_TOKEN.');
  } else {
    log.warn({ reason: reasonOf(error), failures }, 'Telegram gives no updates; trying again.');
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(end, ms);
    signal.addEventListener('abort', end, { once: true });
    function end(): void {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    }
  });
}

async function answerPress(api: Api, { callback_query_id, ...text }: PressAnswer): Promise<void> {
  await api.answerCallbackQuery(callback_query_id, text).catch(() => undefined);
}

/** So that the next start does not fetch again what is done; if it does, the inbox knows. */
async function confirm(api: Api, offset: number): Promise<void> {
  if (offset === 0) return;
  await api.getUpdates({ offset, limit: 1, timeout: 0 }).catch(() => undefined);
}
