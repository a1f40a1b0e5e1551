/** An event that fails again and again must not hold up its chat for ever. */

/** A pino logger is one. */
export interface Log {
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}

/** `answer`: what whoever brought the event is still to be told. */
export type Settled<Answer> =
  | { readonly done: true; readonly answer: Answer | undefined }
  | { readonly done: false };

export interface Handling<Event, Answer = undefined> {
  /** Resolves when the event is stored; an event may come more than once. */
  handle(event: Event): Promise<Answer | undefined>;
  /** Puts aside an event that failed three times. When this fails too, the event comes again. */
  deadLetter(event: Event, error: unknown): Promise<void>;
  /** Errors that are nobody's fault in the event, such as a full disk: it is tried until they pass. */
  isOutage?(error: unknown): boolean;
  /** How often each event failed, by its key; kept by the caller where the handler lives for one request only. */
  readonly failures?: Map<string, number>;
  readonly log: Log;
}

/** What tells one event from another. */
export interface Naming<Event> {
  key(event: Event): string;
  /** What the log may say of it. */
  logged(event: Event): object;
}

const MAX_TRIES = 3;
/** Counts are kept in memory only: after a restart an event gets its tries anew. */
const MAX_COUNTED = 1_000;

/** @returns whether the event is done with, by success or by dead letter. Never throws. */
export function startAttempts<Event, Answer>(
  { handle, deadLetter, isOutage, failures = new Map(), log }: Handling<Event, Answer>,
  { key, logged }: Naming<Event>,
): (event: Event) => Promise<Settled<Answer>> {
  function countFailure(name: string): number {
    const count = (failures.get(name) ?? 0) + 1;
    failures.set(name, count);
    const [oldest] = failures.keys();
    if (failures.size > MAX_COUNTED && oldest !== undefined) failures.delete(oldest);
    return count;
  }

  async function putAside(event: Event, error: unknown): Promise<Settled<Answer>> {
    try {
      await deadLetter(event, error);
      log.error({ ...logged(event), err: error }, 'An event failed three times and was put aside.');
      failures.delete(key(event));
      return { done: true, answer: undefined };
    } catch (second) {
      log.error({ ...logged(event), err: second }, 'A failing event could not be put aside either.');
      return { done: false };
    }
  }

  return async (event) => {
    try {
      const answer = await handle(event);
      failures.delete(key(event));
      return { done: true, answer };
    } catch (error) {
      if (isOutage?.(error)) return { done: false };
      const count = countFailure(key(event));
      if (count >= MAX_TRIES) return putAside(event, error);
      log.warn({ ...logged(event), try: count, err: error }, 'An event failed and will come again.');
      return { done: false };
    }
  };
}
