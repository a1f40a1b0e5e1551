/** The bridge's side of its talk with the server: events and receipts go up until they are taken, messages come down. */
import { setTimeout as pause } from 'node:timers/promises';
import type {
  BridgeEvent,
  EventsAnswer,
  OutageAnswer,
  OutboxAnswer,
  Receipt,
} from '../../src/wire/bridge.ts';
import { type SigningKey, signatureHeaders, signingKey } from '../../src/wire/signature.ts';
import type { Picture } from './client.ts';
import type { Spool } from './spool.ts';

/** What waits in the spool. */
export type Spooled =
  | { readonly to: 'events'; readonly event: BridgeEvent }
  | { readonly to: 'receipts'; readonly receipt: Receipt };

export interface LineOptions {
  /** The address of the server. */
  readonly server: string;
  readonly secret: string;
  readonly now: () => number;
  /** The pause after so many failures in a row, milliseconds. */
  readonly pauseMs: (failures: number) => number;
  readonly log: Log;
}

/** A pino logger is one. */
export interface Log {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export interface ServerLine {
  /** @throws when the server cannot be reached or does not answer with 200. */
  outbox(max: number, signal: AbortSignal): Promise<OutboxAnswer>;
  /** null: there is none under this hash. */
  picture(hash: string): Promise<Picture | null>;
  post(path: 'events' | 'receipts', body: unknown): Promise<PostAnswer>;
}

export type PostAnswer =
  | ({ readonly kind: 'taken' } & EventsAnswer)
  | ({ readonly kind: 'outage' } & OutageAnswer);

/** The server waits with its answer that long for something to send. */
const WAIT_S = 25;
const LIMIT_MS = 20_000;

/** The server is there, and did not do what was asked. */
export class Refused extends Error {
  override readonly name = 'Refused';
  constructor(
    readonly status: number,
    readonly code: string,
  ) {
    super(`The server answered ${status} (${code}).`);
  }
}

export function makeServerLine({ server, secret, now }: LineOptions): ServerLine {
  const base = new URL('/bridge/whatsapp/', server);
  let key: Promise<SigningKey> | null = null;

  async function request(
    method: string,
    path: string,
    signal: AbortSignal,
    body?: unknown,
  ): Promise<Response> {
    key ??= signingKey(secret);
    const url = new URL(path, base);
    const bytes = body === undefined ? new Uint8Array() : new TextEncoder().encode(JSON.stringify(body));
    const signed = { method, path: url.pathname + url.search, at: now(), body: bytes };
    const headers = await signatureHeaders(await key, signed);
    return fetch(url, { method, headers, signal, ...(body === undefined ? {} : { body: bytes }) });
  }

  async function refusal(response: Response): Promise<Refused> {
    const body = (await response.json().catch(() => null)) as { error?: { code?: string } } | null;
    return new Refused(response.status, body?.error?.code ?? 'unknown');
  }

  return {
    async outbox(max, signal) {
      const limit = AbortSignal.timeout(WAIT_S * 1_000 + LIMIT_MS);
      const response = await request(
        'GET',
        `outbox?wait=${WAIT_S}&max=${max}`,
        AbortSignal.any([signal, limit]),
      );
      if (response.status !== 200) throw await refusal(response);
      return (await response.json()) as OutboxAnswer;
    },
    async picture(hash) {
      const response = await request('GET', `media/${hash}`, AbortSignal.timeout(LIMIT_MS));
      if (response.status === 404) return null;
      if (response.status !== 200) throw await refusal(response);
      const type = response.headers.get('content-type') ?? 'image/jpeg';
      return { type, bytes: new Uint8Array(await response.arrayBuffer()) };
    },
    async post(path, body) {
      const response = await request('POST', path, AbortSignal.timeout(LIMIT_MS), body);
      if (response.status === 503) {
        const { apologies = [] } = (await response.json().catch(() => ({}))) as Partial<OutageAnswer>;
        return { kind: 'outage', apologies };
      }
      if (response.status !== 200) throw await refusal(response);
      return { kind: 'taken', ...((await response.json()) as EventsAnswer) };
    },
  };
}

/* ── upwards ── */

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

/** Why it did not work, without what it was about. */
export function reasonOf(error: unknown): string {
  if (error instanceof Refused) return `${error.status} ${error.code}`;
  if (!(error instanceof Error)) return 'unknown';
  const { cause } = error;
  if (cause instanceof Error && 'code' in cause) return String(cause.code);
  return error.name === 'Error' ? error.message : error.name;
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
