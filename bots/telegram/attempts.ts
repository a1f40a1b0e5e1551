/** An update that fails again and again must not hold up its chat for ever. */
import type { Update } from 'grammy/types';

/** A pino logger is one. */
export interface Log {
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}

/** What takes the waiting sign off a pressed button: best effort, whatever becomes of it. */
export interface PressAnswer {
  readonly callback_query_id: string;
  /** Shown for a moment over the chat. */
  readonly text?: string;
}

/** `answer`: what a pressed button is still to be told. */
export type Settled =
  | { readonly done: true; readonly answer: PressAnswer | undefined }
  | { readonly done: false };

export interface Handling {
  /** Resolves when the update is stored; an update may come more than once. */
  handle(update: Update): Promise<PressAnswer | undefined>;
  /** Puts aside an update that failed three times. When this fails too, the update comes again. */
  deadLetter(update: Update, error: unknown): Promise<void>;
  /** Errors that are nobody's fault in the update, such as a full disk: it is tried until they pass. */
  isOutage?(error: unknown): boolean;
  /** How often each update failed; kept by the caller where the handler lives for one request only. */
  readonly failures?: Map<number, number>;
  readonly log: Log;
}

const MAX_TRIES = 3;
/** Counts are kept in memory only: after a restart an update gets its tries anew. */
const MAX_COUNTED = 1_000;

/** @returns whether the update is done with, by success or by dead letter. Never throws. */
export function startAttempts({
  handle,
  deadLetter,
  isOutage,
  failures = new Map(),
  log,
}: Handling): (update: Update) => Promise<Settled> {
  function countFailure(id: number): number {
    const count = (failures.get(id) ?? 0) + 1;
    failures.set(id, count);
    const [oldest] = failures.keys();
    if (failures.size > MAX_COUNTED && oldest !== undefined) failures.delete(oldest);
    return count;
  }

  async function putAside(update: Update, error: unknown): Promise<Settled> {
    try {
      await deadLetter(update, error);
      log.error(
        { update: update.update_id, err: error },
        'A Telegram update failed three times and was put aside.',
      );
      failures.delete(update.update_id);
      return { done: true, answer: undefined };
    } catch (second) {
      log.error(
        { update: update.update_id, err: second },
        'A failing Telegram update could not be put aside either.',
      );
      return { done: false };
    }
  }

  return async (update) => {
    try {
      const answer = await handle(update);
      failures.delete(update.update_id);
      return { done: true, answer };
    } catch (error) {
      if (isOutage?.(error)) return { done: false };
      const count = countFailure(update.update_id);
      if (count >= MAX_TRIES) return putAside(update, error);
      log.warn(
        { update: update.update_id, try: count, err: error },
        'A Telegram update failed and will come again.',
      );
      return { done: false };
    }
  };
}
