/** Posts updates to the bot, over HTTP or straight into a handler of Web requests. */
import { Agent, request } from 'node:http';
import type { Update } from 'grammy/types';

export interface WebhookTarget {
  readonly url: string;
  readonly secret: string | null;
  /** Instead of a server: the handler itself. */
  readonly handler?: (request: Request) => Promise<Response>;
}

export interface Delivered {
  readonly ok: boolean;
  readonly status: number;
  readonly error: string;
  /** Seconds, from the answer's header. */
  readonly retryAfter: number | null;
  /** The body of the answer: one call of the Bot API may be in it. */
  readonly body: string;
}

const MAX_CONNECTIONS = 40;

export function startWebhookSender() {
  const agent = new Agent({ keepAlive: true, maxSockets: MAX_CONNECTIONS });
  return {
    async post(target: WebhookTarget, update: Update): Promise<Delivered> {
      try {
        return await (target.handler ? call(target.handler, target, update) : send(agent, target, update));
      } catch (error) {
        return { ok: false, status: 0, error: String(error), retryAfter: null, body: '' };
      }
    },
    close: () => agent.destroy(),
  };
}

function headersOf(target: WebhookTarget): Record<string, string> {
  const secret = target.secret;
  return {
    'content-type': 'application/json',
    ...(secret === null ? {} : { 'x-telegram-bot-api-secret-token': secret }),
  };
}

async function call(
  handler: (request: Request) => Promise<Response>,
  target: WebhookTarget,
  update: Update,
): Promise<Delivered> {
  const body = JSON.stringify(update);
  const response = await handler(
    new Request(target.url, { method: 'POST', headers: headersOf(target), body }),
  );
  return delivered(response.status, response.headers.get('retry-after'), await response.text());
}

function send(agent: Agent, target: WebhookTarget, update: Update): Promise<Delivered> {
  const body = JSON.stringify(update);
  const headers = { ...headersOf(target), 'content-length': Buffer.byteLength(body) };
  return new Promise((resolve, reject) => {
    const call = request(target.url, { method: 'POST', agent, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
      });
      response.once('end', () => {
        resolve(delivered(response.statusCode ?? 0, response.headers['retry-after'] ?? null, text));
      });
      response.once('error', reject);
    });
    call.once('error', reject);
    call.end(body);
  });
}

function delivered(status: number, retryAfter: string | null, body: string): Delivered {
  const ok = status >= 200 && status < 300;
  const error = ok ? '' : `Wrong response from the webhook: ${status}`;
  return { ok, status, error, retryAfter: retryAfter === null ? null : Number(retryAfter), body };
}
