/**
 * WhatsApp on loopback: an HTTPS server that a real Chromium takes for web.whatsapp.com, with a page in which the real
 * whatsapp-web.js finds what it looks for, and the phone and the people behind it. It proves what we believe of
 * WhatsApp's page, not what that page is today.
 */
import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import { fileURLToPath } from 'node:url';
import { selfSigned } from './certificate.ts';

const SCRIPT = fileURLToPath(new URL('whatsapp-page/page.js', import.meta.url));
const html = (syncs: boolean) =>
  `<!doctype html><meta charset="utf-8"><title>WhatsApp (double)</title>
  <script>const SYNCS = ${syncs};</script><script src="/page.js"></script>`;

/** A limit for hangs. */
const PATIENCE_MS = 30_000;
const LOOK_MS = 50;

export interface SentMessage {
  readonly chat: string;
  readonly id: string;
  readonly type: string;
  readonly text: string;
}

export interface ReceivedMessage {
  readonly chat: string;
  readonly id: string;
  readonly at: number;
}

/** As the page takes them: see `incoming` there. */
interface PhoneMessage extends Readonly<Record<string, unknown>> {
  readonly chat: string;
  readonly id: string;
  /** Seconds. */
  readonly t: number;
  readonly fromMe?: boolean;
}

interface PhoneChat {
  readonly messages: PhoneMessage[];
  /** The first of them that nobody has seen. */
  unseenFrom: number;
}

export interface WhatsAppPage {
  /** What Chromium is to be started with. */
  readonly browserArgs: string;
  /** Codes that were shown so far. */
  codes(): readonly string[];
  /** Messages that went out, oldest first. */
  sent(): readonly SentMessage[];
  /** Hears of each message that goes out. */
  onSent(listener: (message: SentMessage) => void): void;
  /** What people wrote, oldest first: all of it reached the phone. */
  received(): readonly ReceivedMessage[];
  /** Chats in which somebody seemed to type. */
  typed(): readonly string[];
  /** How often a page was opened. */
  loads(): number;
  isOpen(): boolean;
  /** Somebody scans the code that is shown. */
  scan(): void;
  /**
   * Somebody writes. The phone keeps it unread until a page says that it was seen, whatever becomes of the browser.
   * @returns the id of the message
   */
  says(chat: string, text: string, more?: Readonly<Record<string, unknown>>): string;
  /** The chat counts as read, as after a message to it. */
  hasSeen(chat: string): void;
  edits(id: string, text: string): void;
  /** A person writes with the phone itself. */
  phoneWrites(chat: string, text: string): void;
  /** Somebody takes the link off at the phone. */
  unlink(): void;
  /** WhatsApp's server acknowledges nothing any more, or does so again. */
  acks(on: boolean): void;
  /** What the page believes of its connection. */
  state(state: string): void;
  /** How often the page was told to take the session from another one. */
  takeovers(): number;
  /** Pages that are opened from now on get as far as a phone that is known, and no further; or do again. */
  syncs(on: boolean): void;
  /** WhatsApp cannot be reached, or can again: a page that is open stays. */
  away(on: boolean): void;
  /** Resolves when it holds. */
  until<T>(what: string, look: () => T | Promise<T>, patienceMs?: number): Promise<NonNullable<T>>;
  close(): Promise<void>;
}

const seconds = () => Math.floor(Date.now() / 1_000);

export async function startWhatsAppPage(): Promise<WhatsAppPage> {
  const { key, cert, fingerprint } = selfSigned('web.whatsapp.com');
  const codes: string[] = [];
  const sent: SentMessage[] = [];
  const typed: string[] = [];
  const received: ReceivedMessage[] = [];
  const listeners: ((message: SentMessage) => void)[] = [];
  /** The phone outlives every browser: a page that opens is told all of it. */
  const phone = new Map<string, PhoneChat>();
  let stream: ServerResponse | null = null;
  let loads = 0;
  let takeovers = 0;
  let syncs = true;
  let isAway = false;
  let messages = 0;

  function deed(name: string, details: object = {}): void {
    if (stream === null) throw new Error('No page of WhatsApp is open.');
    stream.write(`data: ${JSON.stringify({ deed: name, ...details })}\n\n`);
  }

  function opened(response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    stream = response;
    for (const { messages, unseenFrom } of phone.values()) {
      messages.forEach((message, index) => {
        deed('history', { ...message, unseen: index >= unseenFrom && !message.fromMe });
      });
    }
    response.on('close', () => {
      if (stream === response) stream = null;
    });
  }

  function keep(message: PhoneMessage): void {
    const chat = phone.get(message.chat) ?? { messages: [], unseenFrom: 0 };
    phone.set(message.chat, chat);
    chat.messages.push(message);
  }

  function seen(chat: PhoneChat | undefined, id: string): void {
    const index = chat?.messages.findIndex((each) => each.id === id) ?? -1;
    if (chat) chat.unseenFrom = Math.max(chat.unseenFrom, index + 1);
  }

  async function told(what: string, request: IncomingMessage): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = JSON.parse(Buffer.concat(chunks).toString() || '{}');
    if (what === 'code') codes.push(body.code);
    if (what === 'sent') {
      sent.push(body);
      for (const listener of listeners) listener(body);
      const { chat, id, type, text } = body;
      keep({ chat, id, type, body: text, fromMe: true, t: seconds() });
    }
    if (what === 'seen') seen(phone.get(body.chat), body.id);
    if (what === 'takeover') takeovers += 1;
    if (what === 'typing') typed.push(body.chat);
  }

  const server = createServer({ key, cert }, (request, response) => {
    if (isAway) return void request.socket.destroy();
    const { pathname } = new URL(request.url ?? '/', 'https://web.whatsapp.com');
    if (pathname === '/double/stream') return opened(response);
    if (pathname.startsWith('/double/')) {
      return void told(pathname.slice('/double/'.length), request).then(() => response.end());
    }
    if (pathname === '/page.js') {
      response.writeHead(200, { 'content-type': 'text/javascript' });
      return void response.end(readFileSync(SCRIPT));
    }
    if (pathname !== '/') return void response.writeHead(404).end();
    loads += 1;
    response.writeHead(200, { 'content-type': 'text/html' });
    response.end(html(syncs));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;

  async function until<T>(
    what: string,
    look: () => T | Promise<T>,
    patienceMs = PATIENCE_MS,
  ): Promise<NonNullable<T>> {
    const limit = Date.now() + patienceMs;
    for (;;) {
      const seen = await look();
      if (seen) return seen;
      if (Date.now() > limit) throw new Error(`This does not come: ${what}.`);
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    }
  }

  return {
    browserArgs: [
      `"--host-resolver-rules=MAP web.whatsapp.com 127.0.0.1:${port}, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"`,
      `--ignore-certificate-errors-spki-list=${fingerprint}`,
      '--disable-gpu',
      '--disable-quic',
    ].join(' '),
    codes: () => codes,
    sent: () => sent,
    onSent: (listener) => void listeners.push(listener),
    received: () => received,
    typed: () => typed,
    loads: () => loads,
    isOpen: () => stream !== null,
    scan: () => deed('scan'),
    says(chat, text, more = {}) {
      messages += 1;
      const id = `3A${String(messages).padStart(18, '0')}`;
      const message = { chat, id, body: text, name: 'Rina', t: seconds(), ...more };
      received.push({ chat, id, at: Date.now() });
      keep(message);
      if (stream !== null) deed('message', message);
      return id;
    },
    hasSeen(chat) {
      const known = phone.get(chat);
      if (known) known.unseenFrom = known.messages.length;
    },
    edits: (id, body) => deed('edit', { id, body }),
    phoneWrites(chat, body) {
      messages += 1;
      const message = { chat, id: `3F${messages}`, body, fromMe: true, t: seconds() };
      keep(message);
      deed('message', message);
    },
    unlink: () => deed('unlink'),
    acks: (on) => deed('acks', { on }),
    state: (state) => deed('state', { state }),
    takeovers: () => takeovers,
    syncs(on) {
      syncs = on;
    },
    away(on) {
      isAway = on;
    },
    until,
    async close() {
      stream?.end();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
