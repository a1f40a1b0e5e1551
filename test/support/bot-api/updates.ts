/**
 * Updates on their way to the bot: by long polling or by webhook, never both. The rules are those of the open-source
 * Bot API server (telegram-bot-api, Client.cpp and WebhookActor.cpp, read in May 2026):
 * - a failed delivery is repeated at once the first time, then after 2, 4, 8 … seconds (here: times `resendMs`), or
 *   after the `Retry-After` of the answer; what comes after it in the same queue waits;
 * - messages queue by chat, presses by person: a press can overtake a message of the same person;
 * - a second getUpdates ends the first one with 409;
 * - what a webhook answers with 2xx may be one call, of which nobody hears what became.
 */
import type { Update } from 'grammy/types';
import { badRequest, Refusal } from './refusal.ts';
import { startWebhookSender, type WebhookTarget } from './webhook-sender.ts';

const MAX_DELAY_FACTOR = 64;

export type UpdateBody = Omit<Update, 'update_id'>;

interface Pending {
  readonly update: Update;
  readonly queue: string;
  readonly acknowledged: () => void;
}

export interface Updates {
  /** Resolves with the update's id when the bot has acknowledged it (2xx, or a later offset). */
  push(body: UpdateBody, queue: string): Promise<number>;
  /** Posts the update N times at once, past all queues; statuses of the answers. */
  raw(update: Update, times: number): Promise<number[]>;
  poll(params: Readonly<Record<string, unknown>>): Promise<readonly Update[]>;
  setWebhook(target: WebhookTarget | null, dropPending: boolean): void;
  webhook(): WebhookTarget | null;
  info(): {
    readonly pending: number;
    readonly lastError: string | null;
    readonly lastErrorAt: number | null;
  };
  allow(types: readonly string[] | null): void;
  nextId(): number;
  close(): void;
}

interface Poller {
  readonly answer: () => void;
  readonly refuse: (refusal: Refusal) => void;
}

/** @param onAnswer takes the body of a webhook's answer that is not empty. */
export function startUpdates(resendMs: number, onAnswer: (body: string) => void): Updates {
  const pending = new Map<number, Pending>();
  const queues = new Map<string, Pending[]>();
  const timers = new Set<NodeJS.Timeout>();
  const sender = startWebhookSender();
  let lastId = 1_000_000;
  let allowed: ReadonlySet<string> | null = null;
  let target: WebhookTarget | null = null;
  let poller: Poller | null = null;
  let lastError: { readonly text: string; readonly at: number } | null = null;
  let closed = false;

  function forget(item: Pending): void {
    if (pending.delete(item.update.update_id)) item.acknowledged();
  }

  function later(ms: number, run: () => void): NodeJS.Timeout {
    const timer = setTimeout(() => {
      timers.delete(timer);
      run();
    }, ms);
    timers.add(timer);
    return timer;
  }

  function enqueue(item: Pending): void {
    const queue = queues.get(item.queue);
    if (queue) return void queue.push(item);
    const started = [item];
    queues.set(item.queue, started);
    void deliver(item.queue, started, 0);
  }

  async function deliver(name: string, queue: Pending[], failures: number): Promise<void> {
    // A newer webhook has queues of its own.
    if (queues.get(name) !== queue || closed) return;
    const item = queue[0];
    if (!item || !target) return void queues.delete(name);
    const answer = await sender.post(target, item.update);
    if (answer.ok) {
      if (answer.body !== '') onAnswer(answer.body);
      forget(item);
      queue.shift();
      return deliver(name, queue, 0);
    }
    lastError = { text: answer.error, at: Date.now() };
    const factor = answer.retryAfter ?? (failures === 0 ? 0 : Math.min(2 ** failures, MAX_DELAY_FACTOR));
    later(factor * resendMs, () => void deliver(name, queue, failures + 1));
  }

  function take(offset: number, limit: number): Update[] {
    // A negative offset counts from the end and forgets what is before it.
    const from = offset < 0 ? ([...pending.keys()].at(offset) ?? 0) : offset;
    for (const item of pending.values()) {
      if (item.update.update_id >= from) break;
      forget(item);
    }
    return [...pending.values()].slice(0, limit).map((item) => item.update);
  }

  function conflict(what: string): void {
    poller?.refuse(new Refusal(409, `Conflict: terminated by ${what}`));
    poller = null;
  }

  async function poll(params: Readonly<Record<string, unknown>>): Promise<readonly Update[]> {
    if (target) {
      const hint = 'use deleteWebhook to delete the webhook first';
      throw new Refusal(409, `Conflict: can't use getUpdates method while webhook is active; ${hint}`);
    }
    conflict('other getUpdates request; make sure that only one bot instance is running');
    const limit = Math.min(100, Number(params.limit ?? 100));
    const now = take(Number(params.offset ?? 0), limit);
    const timeout = Number(params.timeout ?? 0);
    if (now.length > 0 || timeout === 0) return now;
    await new Promise<void>((resolve, reject) => {
      const timer = later(timeout * 1_000, resolve);
      const ended = <T extends unknown[]>(settle: (...args: T) => void) => {
        return (...args: T): void => {
          clearTimeout(timer);
          timers.delete(timer);
          settle(...args);
        };
      };
      poller = { answer: ended(resolve), refuse: ended(reject) };
    });
    poller = null;
    return take(0, limit);
  }

  return {
    push(body, queue) {
      const update: Update = { update_id: ++lastId, ...body };
      if (allowed && !Object.keys(body).some((kind) => allowed?.has(kind)))
        return Promise.resolve(update.update_id);
      return new Promise((resolve) => {
        const item = { update, queue, acknowledged: () => resolve(update.update_id) };
        pending.set(update.update_id, item);
        if (target) enqueue(item);
        else poller?.answer();
      });
    },
    raw(update, times) {
      const to = target;
      if (!to) throw badRequest('raw() needs a webhook');
      return Promise.all(Array.from({ length: times }, async () => (await sender.post(to, update)).status));
    },
    poll,
    setWebhook(next, dropPending) {
      if (dropPending) for (const item of [...pending.values()]) forget(item);
      target = next;
      if (!next) return;
      conflict('setWebhook request');
      queues.clear();
      for (const item of pending.values()) enqueue(item);
    },
    webhook: () => target,
    info: () => ({
      pending: pending.size,
      lastError: lastError?.text ?? null,
      lastErrorAt: lastError?.at ?? null,
    }),
    allow: (types) => {
      allowed = types && types.length > 0 ? new Set(types) : null;
    },
    nextId: () => ++lastId,
    close() {
      closed = true;
      for (const timer of timers) clearTimeout(timer);
      poller?.answer();
      for (const item of [...pending.values()]) forget(item);
      sender.close();
    },
  };
}
