/** How updates are handled, wherever they come from. */
import type { Update } from 'grammy/types';
import { type Handling as AnyHandling, type Settled, startAttempts } from '../common/attempts.ts';

/** What takes the waiting sign off a pressed button: best effort, whatever becomes of it. */
export interface PressAnswer {
  readonly callback_query_id: string;
  /** Shown for a moment over the chat. */
  readonly text?: string;
}

export type Handling = AnyHandling<Update, PressAnswer>;

/** @returns whether the update is done with, and what a pressed button is still to be told. Never throws. */
export function startUpdates(handling: Handling): (update: Update) => Promise<Settled<PressAnswer>> {
  return startAttempts(handling, {
    key: (update) => `telegram:${update.update_id}`,
    logged: (update) => ({ update: update.update_id }),
  });
}
