/** The bridge's requests to the server, signed. */
import type { EventsAnswer, OutageAnswer, OutboxAnswer } from '../../src/wire/bridge.ts';
import { type SigningKey, signatureHeaders, signingKey } from '../../src/wire/signature.ts';
import type { Picture } from './client.ts';

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
  /**
   * @param isFirst of this process: what another one had borrowed, nobody has in hand any more.
   * @throws when the server cannot be reached or does not answer with 200.
   */
  outbox(max: number, isFirst: boolean, signal: AbortSignal): Promise<OutboxAnswer>;
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
    async outbox(max, isFirst, signal) {
      const limit = AbortSignal.timeout(WAIT_S * 1_000 + LIMIT_MS);
      const response = await request(
        'GET',
        `outbox?wait=${isFirst ? 0 : WAIT_S}&max=${max}${isFirst ? '&first=1' : ''}`,
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

/** Why it did not work, without what it was about. */
export function reasonOf(error: unknown): string {
  if (error instanceof Refused) return `${error.status} ${error.code}`;
  if (!(error instanceof Error)) return 'unknown';
  const { cause } = error;
  if (cause instanceof Error && 'code' in cause) return String(cause.code);
  return error.name === 'Error' ? error.message : error.name;
}
