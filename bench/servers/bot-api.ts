/**
 * A Bot API that takes everything: fast enough never to be what is measured. What it was sent is counted, and kept
 * with its time of arrival while somebody records.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Received, Recorded } from '../support/bot-api.ts';

const BOT = { id: 1, is_bot: true, first_name: 'Gerai', username: 'gerai_bench_bot' };
const TRUE_METHODS = /^(answer|set|delete|log|close)/;
/** What the visitor sees: everything but signs that cost nothing when they get lost. */
const MESSAGE_METHODS = /^(send(?!ChatAction)|edit)/;

let received: Received = { messages: 0, lastAt: 0 };
let recording = false;
let recorded: Recorded[] = [];
let messageId = 1_000;

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => answer(request, response, Buffer.concat(chunks)));
});

function answer({ url = '' }: IncomingMessage, response: ServerResponse, body: Buffer): void {
  send(response, url.startsWith('/bench/') ? control(url) : take(url, body));
}

function take(url: string, body: Buffer): unknown {
  const method = url.slice(url.lastIndexOf('/') + 1);
  const at = performance.timeOrigin + performance.now();
  if (MESSAGE_METHODS.test(method)) received = { messages: received.messages + 1, lastAt: at };
  if (recording) recorded.push({ method, at, body: body.toString() });
  return { ok: true, result: resultOf(method) };
}

function resultOf(method: string): unknown {
  if (method === 'getMe') return BOT;
  if (TRUE_METHODS.test(method)) return true;
  messageId += 1;
  return { message_id: messageId, date: 0, chat: { id: 1, type: 'private' } };
}

function control(url: string): unknown {
  if (url === '/bench/record') {
    recording = true;
    recorded = [];
  }
  if (url !== '/bench/recorded') return received;
  const taken = recorded;
  recorded = [];
  recording = false;
  return taken;
}

function send(response: ServerResponse, value: unknown): void {
  const text = JSON.stringify(value);
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) });
  response.end(text);
}

server.keepAliveTimeout = 60_000;
server.listen(Number(process.env.PORT), '127.0.0.1');
