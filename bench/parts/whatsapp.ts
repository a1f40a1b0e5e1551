/** The paired phone: how long a reply takes, what the bridge costs beside the library alone, how its memory grows. */
import { createServer, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { typingPauseMs } from '../../bots/whatsapp-web/bridge.ts';
import type { BridgeMessage, EventsAnswer, OutboxAnswer } from '../../src/wire/bridge.ts';
import { ROOT } from '../support/build.ts';
import { BRIDGE_SECRET, type BridgePhone, bridgePhone, plainPhone } from '../support/phone.ts';
import { dataFolder, freePort, removeFolder, startServer } from '../support/processes.ts';
import { median, percentile } from '../support/stats.ts';

const CHATS = 20;
const QUESTIONS = ['jam buka?', 'ada apa saja?', 'keripik tempe berapa?'];

/* ── the whole way: the phone, the bridge, the server, and back ── */

async function withStand<T>(use: (phone: BridgePhone) => Promise<T>): Promise<T> {
  const folder = dataFolder();
  const server = await startServer({
    script: join(ROOT, 'dist/main.js'),
    folder,
    port: await freePort(),
    env: { WHATSAPP: 'bridge', WHATSAPP_BRIDGE_SECRET: BRIDGE_SECRET, LOG_LEVEL: 'error' },
  });
  const phone = await bridgePhone(server.url);
  try {
    return await use(phone);
  } finally {
    await phone.stop();
    await server.stop();
    removeFolder(folder);
  }
}

interface Reply {
  readonly ms: number;
  readonly characters: number;
}

/** Each of them asks, waits for the reply, and asks again. */
async function talk({ page, next }: BridgePhone, messages: number): Promise<Reply[]> {
  const replies: Reply[] = [];
  let left = messages;
  const visitor = async (chat: string) => {
    while (left > 0) {
      left -= 1;
      const reply = next(chat);
      const from = performance.now();
      page.says(chat, QUESTIONS[left % QUESTIONS.length] ?? '');
      const { text } = await reply;
      replies.push({ ms: performance.now() - from, characters: text.length });
    }
  };
  await Promise.all(Array.from({ length: CHATS }, (_, index) => visitor(`62811100${1_000 + index}@c.us`)));
  return replies;
}

const WARM_UP = 40;
const TIMED = 1_000;

export interface ReplyTimes {
  readonly chats: number;
  readonly messages: number;
  readonly p50: number;
  readonly p99: number;
  /** What a reply is held back besides, so that it seems to be typed: its average. */
  readonly typingMs: number;
}

export function replyTimes(): Promise<ReplyTimes> {
  return withStand(async (phone) => {
    await talk(phone, WARM_UP);
    const replies = await talk(phone, TIMED);
    const times = replies.map(({ ms }) => ms);
    const typing = replies.map(({ characters }) => typingPauseMs(characters, 0.5));
    return {
      chats: CHATS,
      messages: TIMED,
      p50: percentile(times, 0.5),
      p99: percentile(times, 0.99),
      typingMs: typing.reduce((sum, each) => sum + each, 0) / typing.length,
    };
  });
}

const MEASURED_AFTER = [200, 1_000, 2_000];
const SETTLING_MS = 5_000;

export interface Memory {
  readonly messages: number;
  readonly bridgeMb: number;
  readonly browserMb: number;
}

export function bridgeMemory(): Promise<Memory[]> {
  return withStand(async (phone) => {
    const samples: Memory[] = [];
    let done = 0;
    for (const messages of MEASURED_AFTER) {
      await talk(phone, messages - done);
      done = messages;
      await new Promise((resolve) => setTimeout(resolve, SETTLING_MS));
      samples.push({ messages, ...phone.memory() });
    }
    return samples;
  });
}

/* ── the bridge alone ── */

const ROUNDS = 5;
const A_ROUND = 200;

/** A server that has messages, and nothing else to do. */
async function startOutbox() {
  let owed: BridgeMessage[] = [];
  let settled = 0;
  let enough: () => void = () => undefined;
  let asking: { response: ServerResponse; max: number } | null = null;
  const json = (response: ServerResponse, body: unknown) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body));
  };
  const give = () => {
    if (asking === null || asking.max === 0 || owed.length === 0) return;
    const { response, max } = asking;
    asking = null;
    json(response, { messages: owed.splice(0, max), commands: [] } satisfies OutboxAnswer);
  };
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    if (request.method === 'GET') {
      asking = { response, max: Number(url.searchParams.get('max')) };
      if (url.searchParams.has('first')) return json(response, { messages: [], commands: [] });
      response.on('close', () => {
        if (asking?.response === response) asking = null;
      });
      return give();
    }
    let text = '';
    for await (const chunk of request) text += chunk;
    const { events = [], receipts = [] } = JSON.parse(text) as Record<string, { id: string }[] | undefined>;
    const accepted = [...events, ...receipts].map(({ id }) => id);
    json(response, { accepted, refused: [] } satisfies EventsAnswer);
    settled += receipts.length;
    if (settled >= A_ROUND) enough();
  });
  const port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  let round = 0;
  return {
    url: `http://127.0.0.1:${port}`,
    /** @returns milliseconds until every one of them is acknowledged and told of */
    async sends(): Promise<number> {
      round += 1;
      settled = 0;
      const done = new Promise<void>((resolve) => {
        enough = resolve;
      });
      const from = performance.now();
      owed = Array.from({ length: A_ROUND }, (_, index) => ({
        id: `message-${round}-${index}`,
        chat: '628111000001@c.us',
        text: `Pesan nomor ${index}`,
        photo: null,
      }));
      give();
      await done;
      return performance.now() - from;
    },
    stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}

export interface Overhead {
  readonly messages: number;
  /** For each message. */
  readonly plainMs: number;
  readonly bridgeMs: number;
}

/** In turns, so that both have the same machine. */
export async function bridgeOverhead(): Promise<Overhead> {
  const outbox = await startOutbox();
  const phone = await bridgePhone(outbox.url);
  const plain = await plainPhone();
  const times: Record<'plain' | 'bridge', number[]> = { plain: [], bridge: [] };
  try {
    for (let round = 0; round <= ROUNDS; round += 1) {
      const pair = { plain: await plain.sends(A_ROUND), bridge: await outbox.sends() };
      // The first one warms up.
      if (round === 0) continue;
      times.plain.push(pair.plain / A_ROUND);
      times.bridge.push(pair.bridge / A_ROUND);
    }
  } finally {
    await phone.stop();
    await plain.stop();
    outbox.stop();
  }
  return { messages: A_ROUND * ROUNDS, plainMs: median(times.plain), bridgeMs: median(times.bridge) };
}
