/**
 * A conversation in the terminal, over `POST /api/chat` of a running server: what can be done in a chat can be done here,
 * and there is no second implementation of it.
 */
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import * as z from 'zod';
import { CommandError } from '../commands/command.ts';

/** How long to wait before a broken line of events is opened again. */
const LISTEN_AGAIN_MS = 2_000;

const webReply = z.object({
  id: z.string(),
  text: z.string(),
  choices: z.array(z.object({ id: z.string(), label: z.string() })).optional(),
});
type WebReply = z.infer<typeof webReply>;

const answer = z.union([
  z.object({ replies: z.array(webReply) }),
  z.object({ error: z.object({ message: z.string() }) }),
]);

type Words =
  | { readonly text: string }
  | { readonly choice: string; readonly replyTo: string }
  | { readonly start: string };

export interface TerminalChat {
  /** The address of the server. */
  readonly server: string;
  readonly sessionFile: string;
  /** A one-time code that gives the role, asked for at the first start; null: for a visitor. */
  readonly invitation: (() => Promise<string>) | null;
  readonly input: Readable;
  readonly output: Writable;
  /** Somebody sits there: later notices are shown, too. */
  readonly isInteractive: boolean;
  /** Left out: the stand's language. */
  readonly locale?: string | undefined;
}

export const NO_SERVER =
  'No server answers there. Start it with `npm start`, wait until it says that it listens, and try again.';

/** Ends with the input. @throws CommandError */
export async function chatInTerminal(chat: TerminalChat): Promise<void> {
  const session = await openSession(chat);
  const screen = makeScreen(chat.output);
  const lines = createInterface({ input: chat.input, crlfDelay: Number.POSITIVE_INFINITY });
  const listening = new AbortController();
  if (chat.isInteractive) {
    screen.note('Type as in any chat. "#1" picks the first choice; Ctrl+D ends.');
    if (session.welcome.length > 0) screen.show(session.welcome);
    void listen(chat, session.key, screen, listening.signal);
  }
  try {
    for await (const line of lines) {
      const text = line.trim();
      if (text === '') continue;
      const picked = screen.pick(text);
      screen.show(await say(chat, session.key, picked ?? { text }));
    }
  } finally {
    listening.abort();
    lines.close();
  }
}

/* ── the session ── */

interface Session {
  readonly key: string;
  /** What was said to whoever has just joined. */
  readonly welcome: readonly WebReply[];
}

/** A second start goes on with the first one. */
async function openSession(chat: TerminalChat): Promise<Session> {
  const { sessionFile, invitation } = chat;
  if (existsSync(sessionFile)) return { key: readFileSync(sessionFile, 'utf8').trim(), welcome: [] };
  const key = randomBytes(24).toString('base64url');
  const start = invitation === null ? '' : await invitation();
  const welcome = await say(chat, key, { start });
  mkdirSync(dirname(sessionFile), { recursive: true });
  writeFileSync(sessionFile, `${key}\n`, { mode: 0o600 });
  // An older file keeps its mode.
  chmodSync(sessionFile, 0o600);
  return { key, welcome };
}

async function say(
  { server, locale }: TerminalChat,
  session: string,
  words: Words,
): Promise<readonly WebReply[]> {
  const response = await reach(`${server}/api/chat`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ session, ...(locale === undefined ? {} : { locale }), ...words }),
  });
  const said = answer.safeParse(await response.json().catch(() => undefined));
  if (!said.success) throw new CommandError('What answers there is no Gerai server.');
  if ('error' in said.data) throw new CommandError(said.data.error.message);
  return said.data.replies;
}

async function reach(address: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(address, init);
  } catch (error) {
    if (error instanceof Error && error.name === 'AbortError') throw error;
    throw new CommandError(NO_SERVER);
  }
}

/* ── the screen ── */

interface Screen {
  note(text: string): void;
  /** Answers: their choices are numbered anew. */
  show(replies: readonly WebReply[]): void;
  /** What came by itself: its choices count on. */
  showLater(reply: WebReply): void;
  /** "#2": the choice that has this number on the screen. */
  pick(text: string): Words | null;
}

function makeScreen(output: Writable): Screen {
  let offered: { readonly choice: string; readonly replyTo: string }[] = [];
  const write = ({ id, text, choices = [] }: WebReply, mark = '') => {
    const labels = choices.map(({ id: choice, label }) => {
      offered.push({ choice, replyTo: id });
      return `  #${offered.length} ${label}`;
    });
    output.write(`${[`${mark}${text}`, ...labels].join('\n')}\n\n`);
  };
  return {
    note: (text) => void output.write(`${text}\n\n`),
    show(replies) {
      if (replies.some(({ choices }) => choices !== undefined)) offered = [];
      for (const reply of replies) write(reply);
    },
    showLater: (reply) => write(reply, '» '),
    pick(text) {
      const number = /^#(\d{1,3})$/.exec(text)?.[1];
      return number === undefined ? null : (offered[Number(number) - 1] ?? null);
    },
  };
}

/* ── what comes later ── */

/** Until it is aborted; what was missed while the line was broken comes with the next one. */
async function listen(
  chat: TerminalChat,
  session: string,
  screen: Screen,
  signal: AbortSignal,
): Promise<void> {
  let last: string | null = null;
  while (!signal.aborted) {
    try {
      const query = new URLSearchParams({ session, ...(last === null ? {} : { lastEventId: last }) });
      const response = await reach(`${chat.server}/api/chat/events?${query}`, { signal });
      for await (const { id, data } of events(response)) {
        last = id;
        screen.showLater(data);
      }
    } catch {
      // It is opened again.
    }
    if (!signal.aborted) await new Promise((resolve) => setTimeout(resolve, LISTEN_AGAIN_MS));
  }
}

/** Server-sent events: https://html.spec.whatwg.org/multipage/server-sent-events.html */
async function* events(response: Response): AsyncGenerator<{ id: string; data: WebReply }> {
  if (!response.ok || !response.body) return;
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
    text += decoder.decode(chunk, { stream: true });
    const blocks = text.split('\n\n');
    text = blocks.pop() ?? '';
    for (const block of blocks) {
      const field = (name: string) => new RegExp(`^${name}: ?(.*)$`, 'm').exec(block)?.[1];
      const data = field('data');
      if (data !== undefined) yield { id: field('id') ?? '', data: webReply.parse(JSON.parse(data)) };
    }
  }
}
