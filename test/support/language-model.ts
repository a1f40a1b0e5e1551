/**
 * A server as OpenAI-compatible ones are, for `POST /v1/chat/completions` alone. It believes what OpenAI's reference
 * documents of request and answer; no real server was asked.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as z from 'zod';

const request = z.strictObject({
  model: z.string(),
  messages: z.array(z.strictObject({ role: z.enum(['system', 'user']), content: z.string() })),
  stream: z.literal(false),
});

export interface Asked {
  readonly system: string;
  readonly user: string;
  readonly model: string;
  readonly authorization: string | undefined;
}

/** What it answers next, and from then on. */
export type Manner =
  /** The model says this. */
  | { readonly says: string }
  | { readonly status: number; readonly location?: string }
  /** The whole body, whatever it is. */
  | { readonly body: string }
  /** No answer at all. */
  | 'hang'
  /** Headers, and then nothing more. */
  | 'stall'
  | 'cut';

export interface LanguageModelServer {
  /** With `/v1`. */
  readonly url: string;
  readonly log: readonly Asked[];
  behave(manner: Manner): void;
  close(): Promise<void>;
}

export async function startLanguageModel(): Promise<LanguageModelServer> {
  const log: Asked[] = [];
  let manner: Manner = { says: '{"answer":null,"facts":[]}' };
  const server = createServer((incoming, outgoing) => void answer(incoming, outgoing));

  async function answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk);
    const body = request.safeParse(JSON.parse(Buffer.concat(chunks).toString() || 'null'));
    if (incoming.method !== 'POST' || incoming.url !== '/v1/chat/completions' || !body.success) {
      outgoing.writeHead(400).end(JSON.stringify({ error: { message: 'invalid request' } }));
      return;
    }
    const said = (role: string) => body.data.messages.find((each) => each.role === role)?.content ?? '';
    log.push({
      system: said('system'),
      user: said('user'),
      model: body.data.model,
      authorization: incoming.headers.authorization,
    });
    reply(outgoing, manner);
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    log,
    behave(next) {
      manner = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function reply(outgoing: ServerResponse, manner: Manner): void {
  if (manner === 'hang') return;
  if (manner === 'cut') return void outgoing.destroy();
  const json = { 'content-type': 'application/json' };
  if (manner === 'stall') return void outgoing.writeHead(200, json).write('{"choices":');
  if ('status' in manner) {
    const to = manner.location === undefined ? {} : { location: manner.location };
    return void outgoing.writeHead(manner.status, { ...json, ...to }).end('{"error":{"message":"a secret"}}');
  }
  if ('body' in manner) return void outgoing.writeHead(200, json).end(manner.body);
  const message = { role: 'assistant', content: manner.says };
  outgoing.writeHead(200, json).end(
    JSON.stringify({
      id: 'chatcmpl-1',
      object: 'chat.completion',
      choices: [{ index: 0, message, finish_reason: 'stop' }],
      usage: { total_tokens: 1 },
    }),
  );
}
