/** Brings what waits in the spool to the server, again and again until it is taken. */
import { setTimeout as pause } from 'node:timers/promises';
import type { BridgeEvent, EventsAnswer, OutageAnswer, Receipt } from '../../src/wire/bridge.ts';
import { type LineOptions, reasonOf, type ServerLine } from './server-line.ts';
import type { Spool } from './spool.ts';

/** What waits in the spool. */
export type Spooled =
  | { readonly to: 'events'; readonly event: BridgeEvent }
  | { readonly to: 'receipts'; readonly receipt: Receipt };

export interface Uploader {
  /** Something was added to the spool, or the state changed. */
  wake(): void;
  /** Only the newest of each kind is told: nobody wants to know what the state was. */
  status(event: Extract<BridgeEvent, { kind: 'state' | 'qr' }>): void;
  stop(): Promise<void>;
}

export interface UploaderDeps extends Pick<LineOptions, 'pauseMs' | 'log'> {
  readonly line: Pick<ServerLine, 'post'>;
  readonly spool: Spool<Spooled>;
  /** Said at once and not kept: the server could not store what these chats wrote. */
  readonly apologise: (apologies: OutageAnswer['apologies']) => void;
}

/** Events of one request; the server takes a megabyte. */
const MOST = 50;
const MOST_BYTES = 500_000;

export function startUploader({ line, spool, pauseMs, log, apologise }: UploaderDeps): Uploader {
  const stopping = new AbortController();
  const statuses = new Map<string, BridgeEvent>();
  let wake: () => void = () => undefined;
  let failures = 0;

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      const woken = new Promise<void>((resolve) => {
        wake = resolve;
      });
      try {
        const isDone = await uploadOnce();
        failures = 0;
        if (isDone && !stopping.signal.aborted) await woken;
      } catch (error) {
        failures += 1;
        log.warn({ failures, reason: reasonOf(error) }, 'The server does not take what the bridge brings.');
        await pause(pauseMs(failures), undefined, { signal: stopping.signal }).catch(() => undefined);
      }
    }
  }

  /** @returns whether nothing is left. */
  async function uploadOnce(): Promise<boolean> {
    const waiting = spool.oldest(MOST);
    const [first] = waiting;
    const news = [...statuses.values()];
    if (news.length > 0) {
      await upload('events', news);
      for (const event of news) if (statuses.get(event.kind) === event) statuses.delete(event.kind);
    }
    if (!first) return statuses.size === 0;
    // In their order, as far as they go to the same place.
    const { to } = first.value;
    const batch = fitting(takeWhile(waiting, ({ value }) => value.to === to));
    const bodies = batch.map(({ value }) => (value.to === 'events' ? value.event : value.receipt));
    const { accepted, refused } = await upload(to, bodies);
    if (refused.length > 0)
      log.error({ count: refused.length }, 'The server does not understand some events.');
    const done = new Set([...accepted, ...refused]);
    const settled = batch.filter(({ value }) =>
      done.has(value.to === 'events' ? value.event.id : value.receipt.id),
    );
    if (settled.length === 0) throw new Error('nothing taken');
    await spool.remove(settled.map(({ id }) => id));
    return spool.size() === 0 && statuses.size === 0;
  }

  async function upload(to: 'events' | 'receipts', bodies: readonly unknown[]): Promise<EventsAnswer> {
    const answer = await line.post(to, to === 'events' ? { events: bodies } : { receipts: bodies });
    if (answer.kind === 'taken') return answer;
    apologise(answer.apologies);
    throw new Error('nothing can be stored');
  }

  const running = run();
  return {
    wake: () => wake(),
    status(event) {
      statuses.set(event.kind, event);
      wake();
    },
    async stop() {
      stopping.abort();
      wake();
      await running;
    },
  };
}

function takeWhile<T>(items: readonly T[], fits: (item: T) => boolean): T[] {
  const end = items.findIndex((item) => !fits(item));
  return items.slice(0, end < 0 ? items.length : end);
}

/** At least one, and no more than the server takes at once. */
function fitting<T>(items: readonly T[]): T[] {
  let bytes = 0;
  return takeWhile(items, (item) => {
    const isFirst = bytes === 0;
    bytes += Buffer.byteLength(JSON.stringify(item));
    return isFirst || bytes <= MOST_BYTES;
  });
}
