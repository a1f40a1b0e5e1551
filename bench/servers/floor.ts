/** What the platform itself costs: an update is parsed, one row is written durably, one message is sent. */
import { Agent, request as call, createServer, type IncomingMessage } from 'node:http';
import { createClient } from '@libsql/client/sqlite3';
import type { Update } from 'grammy/types';

const { PORT, DATABASE_URL: url = '', TELEGRAM_API_ROOT: apiRoot = '' } = process.env;

const client = createClient({ url, concurrency: 1 });
await client.executeMultiple(
  'PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE updates (id INTEGER PRIMARY KEY, chat INTEGER, at INTEGER)',
);
const agent = new Agent({ keepAlive: true });

async function textOf(stream: IncomingMessage): Promise<string> {
  let text = '';
  stream.setEncoding('utf8');
  for await (const chunk of stream) text += chunk;
  return text;
}

function sendMessage(chat: number): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const body = JSON.stringify({ chat_id: chat, text: 'Keripik tempe: Rp15.000 per bungkus.' });
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    const sending = call(`${apiRoot}/bot1:x/sendMessage`, { method: 'POST', agent, headers }, (answer) => {
      textOf(answer).then((text) => resolve(JSON.parse(text)), reject);
    });
    sending.on('error', reject);
    sending.end(body);
  });
}

async function handle(request: IncomingMessage): Promise<void> {
  const update = JSON.parse(await textOf(request)) as Update;
  const chat = (update.message ?? update.callback_query?.message)?.chat.id ?? 0;
  await client.execute({
    sql: 'INSERT INTO updates (id, chat, at) VALUES (?, ?, ?)',
    args: [update.update_id, chat, Date.now()],
  });
  await sendMessage(chat);
}

createServer((request, response) => {
  const end = (status: number) => response.writeHead(status).end();
  if (request.method !== 'POST') return end(200);
  handle(request).then(
    () => end(200),
    () => end(500),
  );
}).listen(Number(PORT), '127.0.0.1');
