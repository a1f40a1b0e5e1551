/** The bridge's side of its talk with the server: signs, brings events, borrows messages, tells what became of them. */
import type {
  BridgeCommand,
  BridgeEvent,
  BridgeMessage,
  EventsAnswer,
  OutboxAnswer,
  Receipt,
} from '../../src/wire/bridge.ts';
import { signatureHeaders, signingKey } from '../../src/wire/signature.ts';

export const BRIDGE_SECRET = 'the-secret-of-the-bridge-in-tests-32+';

export interface BridgeDouble {
  request(method: string, path: string, body?: unknown, options?: SignOptions): Promise<Response>;
  /** @throws when the server does not answer with 200. */
  tells(...events: readonly BridgeEvent[]): Promise<EventsAnswer>;
  /** Somebody writes in a chat of two. */
  hears(
    chat: string,
    text: string,
    more?: { readonly id?: string; readonly replyTo?: string },
  ): Promise<EventsAnswer>;
  borrows(max?: number): Promise<readonly BridgeMessage[]>;
  commands(): Promise<readonly BridgeCommand[]>;
  receipts(...receipts: readonly Receipt[]): Promise<EventsAnswer>;
  /** Borrows until nothing is left, and every message is acknowledged. */
  sendsAll(): Promise<readonly BridgeMessage[]>;
}

export interface SignOptions {
  readonly secret?: string;
  readonly at?: number;
  readonly signature?: string;
}

export function bridgeDouble(
  fetch: (path: string, init: RequestInit) => Response | Promise<Response>,
  now: () => number,
): BridgeDouble {
  let count = 0;
  const next = (what: string) => {
    count += 1;
    return `${what}-${count}`;
  };

  async function request(
    method: string,
    path: string,
    body?: unknown,
    { secret = BRIDGE_SECRET, at = now(), signature }: SignOptions = {},
  ): Promise<Response> {
    const text = body === undefined ? '' : JSON.stringify(body);
    const signed = { method, path, at, body: new TextEncoder().encode(text) };
    const headers = await signatureHeaders(await signingKey(secret), signed);
    return fetch(path, {
      method,
      headers: { ...headers, ...(signature === undefined ? {} : { 'x-gerai-signature': signature }) },
      ...(method === 'GET' ? {} : { body: text }),
    });
  }

  async function answered<T>(response: Response): Promise<T> {
    if (response.status !== 200) throw new Error(`${response.status}: ${await response.text()}`);
    return (await response.json()) as T;
  }

  async function tells(...events: readonly BridgeEvent[]): Promise<EventsAnswer> {
    return answered(await request('POST', '/bridge/whatsapp/events', { events }));
  }

  async function outbox(max: number): Promise<OutboxAnswer> {
    return answered(await request('GET', `/bridge/whatsapp/outbox?wait=0&max=${max}`));
  }

  async function receipts(...all: readonly Receipt[]): Promise<EventsAnswer> {
    return answered(await request('POST', '/bridge/whatsapp/receipts', { receipts: all }));
  }

  return {
    request,
    tells,
    hears: (chat, text, { id = next('event'), replyTo } = {}) =>
      tells({
        kind: 'message',
        id,
        chat,
        at: now(),
        name: 'Rina',
        body: { kind: 'text', text, ...(replyTo === undefined ? {} : { replyTo }) },
      }),
    borrows: async (max = 10) => (await outbox(max)).messages,
    commands: async () => (await outbox(0)).commands,
    receipts,
    async sendsAll() {
      const all: BridgeMessage[] = [];
      for (let { messages } = await outbox(10); messages.length > 0; { messages } = await outbox(10)) {
        all.push(...messages);
        await receipts(
          ...messages.map(({ id }): Receipt => ({ id, outcome: { kind: 'sent', externalId: `true_${id}` } })),
        );
      }
      return all;
    },
  };
}
