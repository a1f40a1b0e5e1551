/**
 * One client of whatsapp-web.js in one browser, from its start to its end. It decides nothing: what happens is told,
 * and the supervisor says what to do. Facts about the library are of version 1.34.7, from its source and from runs.
 */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Client, Message, MessageMedia } from 'whatsapp-web.js';
import type { BridgeEvent, Receipt } from '../../src/wire/bridge.ts';
import { makeAcks } from './acks.ts';
import { killGroup, memoryOf, removeStaleLocks } from './browser.ts';
import {
  parseCall,
  parseDeleted,
  parseEdit,
  parseLeave,
  parseMessage,
  parseOwn,
  type RawCall,
  type RawLeave,
  type RawMessage,
} from './parse.ts';
import type { ClientEvent } from './supervisor.ts';

export type Outcome = Receipt['outcome'];

interface Posted {
  readonly kind: 'posted';
  readonly message: Message;
}

export interface Picture {
  readonly type: string;
  readonly bytes: Uint8Array;
}

export interface Outgoing {
  readonly chat: string;
  readonly text: string;
  readonly picture: Picture | null;
}

/** Milliseconds. */
export interface ClientLimits {
  /** A message that is not acknowledged by then may not have gone out. */
  readonly ack: number;
  /** Between two looks whether the client, which says that it is ready, is connected; and for the answer to one. */
  readonly heartbeat: number;
  readonly heartbeatAnswer: number;
  /** A call into the page that hangs (its renderer died) rejects then. */
  readonly call: number;
}

export const CLIENT_LIMITS: ClientLimits = {
  ack: 30_000,
  heartbeat: 15_000,
  heartbeatAnswer: 10_000,
  call: 60_000,
};

export interface ClientOptions {
  /** Holds the session: whoever can read it can write as this phone. */
  readonly folder: string;
  readonly browser: string;
  readonly browserArgs: readonly string[];
  readonly browserEnv: NodeJS.ProcessEnv;
  readonly onEvent: (event: ClientEvent) => void;
  /** Why the browser or the page did not come up, for whoever has to mend it. */
  readonly onStartFailed: (reason: string) => void;
  /** Of people: may come twice. */
  readonly onMessage: (event: BridgeEvent) => void;
  readonly limits: ClientLimits;
  /** How long to seem to type before a message of so many characters, milliseconds. */
  readonly typingMs: (characters: number) => number;
}

export interface RunningClient {
  /**
   * Sends one message after another.
   * @param onLate hears of an acknowledgement that came after the outcome was told.
   */
  send(message: Outgoing, onLate: (outcome: Outcome) => void): Promise<Outcome>;
  /** The other id under which WhatsApp knows whoever is in this chat, where it tells. */
  alsoKnownAs(chat: string): Promise<string | undefined>;
  /**
   * Messages that came while nobody listened: unread ones, and those from about the time when the last bridge ended. A
   * chat counts as read when something is sent to it, also for what came in that moment.
   * @param endedAt UTC milliseconds; null: there was none
   */
  fetchMissed(endedAt: number | null): Promise<void>;
  /** The paired number in digits; null where WhatsApp tells none. */
  phone(): string | null;
  /** Resolves when the browser is gone. Never rejects. `unlink`: takes the link off the phone and forgets the session. */
  close(unlink: boolean): Promise<void>;
  /** kill -9, for a browser that does not close. */
  kill(): void;
}

/** An acknowledgement that comes later than that is of no interest any more. */
const LATE_MS = 10 * 60_000;
const MEMORY_MS = 60_000;
const LOGOUT_LIMIT_MS = 6_000;
/** WhatsApp may have to be asked over the network, while a message waits. */
const ALSO_KNOWN_LIMIT_MS = 2_000;
/** A message may be under way so long when a bridge ends. */
const AROUND_MS = 60_000;
/** So many of one chat come in that time, at the most. */
const FEW = 5;
/** Messages of one chat that are fetched after the bridge was away. */
const MAX_MISSED = 20;

export function profileOf(folder: string): string {
  return join(folder, 'session');
}

/** Loads the library: nothing else does, so that a stand without WhatsApp needs none of it. */
export async function library() {
  const { default: loaded } = await import('whatsapp-web.js');
  return loaded;
}

export function startClient(options: ClientOptions): RunningClient {
  const { folder, limits, onEvent, onMessage } = options;
  const timers = new Set<NodeJS.Timeout>();
  const acks = makeAcks({ inTime: limits.ack, late: LATE_MS });
  const ours = new Set<string>();
  /** What a call that failed may have sent all the same, without an id. */
  const tried = new Set<string>();
  /** The ids under which WhatsApp knows our number: in groups it is another one than elsewhere. */
  const us = new Set<string>();
  let client: Client | null = null;
  let sending: Promise<unknown> = Promise.resolve();
  let isReady = false;
  let knowing: Promise<void> = Promise.resolve();
  let closing = false;

  const started = start().catch((error: unknown) => {
    if (!closing) options.onStartFailed(startProblem(error));
    onEvent({ kind: 'start-failed' });
  });

  async function start(): Promise<void> {
    const wweb = await library();
    await removeStaleLocks(profileOf(folder));
    const auth = new wweb.LocalAuth({ dataPath: folder });
    const made = new wweb.Client({
      authStrategy: auth,
      // Otherwise it writes a copy of the page into the working directory.
      webVersionCache: { type: 'none' },
      takeoverOnConflict: true,
      puppeteer: {
        executablePath: options.browser,
        args: [...options.browserArgs],
        env: options.browserEnv,
        headless: true,
        // Through a pipe, which closes when this process ends in whatever way: the browser then ends too.
        pipe: true,
        protocolTimeout: limits.call,
        // Signals are handled in one place.
        handleSIGINT: false,
        handleSIGTERM: false,
        handleSIGHUP: false,
      },
    });
    client = made;
    watchBrowser(made, auth);
    listen(made);
    if (closing) return;
    await made.initialize();
  }

  /** The library tells nothing of a page that closed, a renderer that died or a browser that is gone. */
  function watchBrowser(made: Client, auth: { afterBrowserInitialized(): Promise<unknown> }): void {
    let watched = false;
    auth.afterBrowserInitialized = async () => {
      // It is called once more after a logout.
      if (watched) return;
      watched = true;
      made.pupPage?.on('close', () => onEvent({ kind: 'page-closed' }));
      made.pupPage?.on('error', () => onEvent({ kind: 'renderer-error' }));
      made.pupBrowser?.on('disconnected', () => onEvent({ kind: 'browser-disconnected' }));
      every(MEMORY_MS, () => sampleMemory(made));
    };
  }

  function listen(made: Client): void {
    made.on('qr', (code) => onEvent({ kind: 'qr', code }));
    made.on('authenticated', () => onEvent({ kind: 'authenticated' }));
    made.on('ready', () => {
      if (!isReady) knowing = learnUs(made);
      onEvent({ kind: 'ready' });
      if (isReady) return;
      isReady = true;
      every(limits.heartbeat, () => void heartbeat(made));
    });
    made.on('disconnected', (reason) => onEvent({ kind: 'disconnected', reason: String(reason) }));
    made.on('change_state', (state) => onEvent({ kind: 'change-state', state: String(state) }));
    made.on('message', (message) => tell(parseMessage(raw(message), us)));
    made.on('message_edit', (message, text, before) => tell(parseEdit(raw(message), String(text), before)));
    made.on('message_revoke_everyone', (message) => tell(parseDeleted(raw(message))));
    made.on('message_create', (message) => void tellOwn(raw(message)));
    made.on('group_leave', (leave) => tell(parseLeave(leave as unknown as RawLeave, us)));
    made.on('call', (call) => tell(parseCall(call as unknown as RawCall, Date.now())));
    made.on('message_ack', (message, ack) => acks.heard(message.id._serialized, ack));
  }

  async function learnUs(made: Client): Promise<void> {
    const own = (made.info as Client['info'] | undefined)?.wid._serialized;
    if (own === undefined) return;
    us.add(own);
    const also = await inTime(made.pupPage?.evaluate(OWN_LID), ALSO_KNOWN_LIMIT_MS).catch(() => undefined);
    if (typeof also === 'string') us.add(also);
  }

  function tell(event: BridgeEvent | null): void {
    if (event !== null && !closing) onMessage(event);
  }

  /** What we send is created before the library tells us its id. */
  async function tellOwn(message: RawMessage): Promise<void> {
    if (!message.id.fromMe) return;
    await sending;
    if (!ours.has(message.id._serialized) && !tried.has(wordsOf(message.to, message.body)))
      tell(parseOwn(message));
  }

  async function heartbeat(made: Client): Promise<void> {
    const state = await inTime(made.getState(), limits.heartbeatAnswer).catch(() => null);
    onEvent({ kind: 'heartbeat', ok: state === 'CONNECTED' });
  }

  function sampleMemory(made: Client): void {
    const pid = made.pupBrowser?.process()?.pid;
    const bytes = pid === undefined ? null : memoryOf(pid);
    if (bytes !== null) onEvent({ kind: 'memory', bytes });
  }

  function every(ms: number, run: () => void): void {
    if (!closing) timers.add(setInterval(run, ms));
  }

  /* ── sending ── */

  async function send(message: Outgoing, onLate: (outcome: Outcome) => void): Promise<Outcome> {
    const made = client;
    if (made === null || !isReady || closing) return { kind: 'untried' };
    // Whoever sends next waits for this one to be posted, not for its acknowledgement.
    const turn = sending
      .then(() => type(made, message))
      .then(() => post(made, message))
      .catch(failure);
    sending = turn;
    const posted = await turn;
    return posted.kind === 'posted' ? acknowledged(posted.message, onLate) : posted;
  }

  /** A person types for a moment. Best effort: a chat that cannot be found shows when the message is sent. */
  async function type(made: Client, { chat, text }: Outgoing): Promise<void> {
    const pause = options.typingMs(text.length);
    if (pause <= 0) return;
    await made
      .getChatById(chat)
      .then((found) => found.sendStateTyping())
      .catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, pause));
  }

  async function post(made: Client, { chat, text, picture }: Outgoing): Promise<Posted | Outcome> {
    if (closing) return { kind: 'untried' };
    const media = picture === null ? null : await mediaOf(picture);
    forgetLater(tried, wordsOf(chat, text));
    const options = { linkPreview: false };
    const message =
      media === null
        ? await made.sendMessage(chat, text, options)
        : await made.sendMessage(chat, media, text === '' ? options : { ...options, caption: text });
    // Its types do not say so, but it gives nothing where there is no such chat.
    if (!message) return { kind: 'unreachable', reason: 'there is no such chat' };
    const { _serialized: id } = message.id;
    forgetLater(ours, id);
    return { kind: 'posted', message };
  }

  async function acknowledged(message: Message, onLate: (outcome: Outcome) => void): Promise<Outcome> {
    const { _serialized: id, id: externalId } = message.id;
    const sent: Outcome = { kind: 'sent', externalId };
    const inTime = await acks.wait(id, message.ack, () => {
      onEvent({ kind: 'ack', inTime: true });
      onLate(sent);
    });
    onEvent({ kind: 'ack', inTime });
    return inTime ? sent : { kind: 'uncertain', reason: 'no ack' };
  }

  /* ── the end ── */

  async function close(unlink: boolean): Promise<void> {
    closing = true;
    for (const timer of timers) clearInterval(timer);
    if (unlink && isReady) await inTime(client?.logout(), LOGOUT_LIMIT_MS).catch(() => undefined);
    await client?.destroy().catch(() => undefined);
    // A browser that was still being started is there only now.
    await started;
    await client?.destroy().catch(() => undefined);
    await ended();
    if (unlink) await forgetSession(folder);
  }

  async function ended(): Promise<void> {
    const browser = client?.pupBrowser?.process();
    if (!browser) return;
    if (browser.exitCode === null && browser.signalCode === null) {
      await new Promise((resolve) => browser.once('exit', resolve));
    }
    // A page that hangs outlives its browser.
    kill();
  }

  function kill(): void {
    const pid = client?.pupBrowser?.process()?.pid;
    if (pid !== undefined) killGroup(pid);
  }

  async function alsoKnownAs(chat: string): Promise<string | undefined> {
    const [found] = (await inTime(client?.getContactLidAndPhone([chat]), ALSO_KNOWN_LIMIT_MS)) ?? [];
    return found?.lid === chat ? found.pn : found?.lid;
  }

  async function fetchMissed(endedAt: number | null): Promise<void> {
    await knowing;
    for (const chat of (await client?.getChats()) ?? []) {
      const isActive = endedAt !== null && chat.timestamp * 1_000 >= endedAt - AROUND_MS;
      if (chat.unreadCount <= 0 && !isActive) continue;
      const limit = Math.min(Math.max(chat.unreadCount, isActive ? FEW : 0), MAX_MISSED);
      const latest = await chat.fetchMessages({ limit, fromMe: false });
      const unread = chat.unreadCount > 0 ? latest.slice(-chat.unreadCount) : [];
      for (const message of latest) {
        const isAround = endedAt !== null && Math.abs(message.timestamp * 1_000 - endedAt) <= AROUND_MS;
        if (isAround || unread.includes(message)) tell(parseMessage(raw(message), us));
      }
    }
  }

  return {
    send,
    alsoKnownAs: (chat) => alsoKnownAs(chat).catch(() => undefined),
    fetchMissed,
    phone() {
      // Before it is ready there is no info, whatever its types say.
      const wid = (client?.info as Client['info'] | undefined)?.wid;
      return wid?.server === 'c.us' && /^\d{5,20}$/.test(wid.user) ? wid.user : null;
    },
    close,
    kill,
  };
}

/** In the page; the library asks the same when it writes in a group. */
const OWN_LID = "window.require('WAWebUserPrefsMeUser').getMaybeMeLidUser()?._serialized";

/** Where there is no client: the session on the disk is what is left to forget. */
export async function forgetSession(folder: string): Promise<void> {
  await rm(profileOf(folder), { recursive: true, force: true, maxRetries: 4 });
}

/** Nobody has written anything yet, so that the first line of it quotes no person. The library throws texts as well. */
function startProblem(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return (text.split('\n')[0] ?? '').slice(0, 200);
}

/** A call into the page that failed may have done its work. */
function failure(error: unknown): Outcome {
  return { kind: 'uncertain', reason: error instanceof Error ? error.name : 'unknown' };
}

async function mediaOf({ type, bytes }: Picture): Promise<MessageMedia> {
  const { MessageMedia } = await library();
  const extension = type.split('/').at(-1) ?? 'jpg';
  return new MessageMedia(type, Buffer.from(bytes).toString('base64'), `photo.${extension}`);
}

function wordsOf(chat: string, text: string): string {
  return `${chat} ${text.trim()}`;
}

function forgetLater(known: Set<string>, entry: string): void {
  known.add(entry);
  setTimeout(() => known.delete(entry), LATE_MS).unref();
}

function raw(message: Message): RawMessage {
  return message as unknown as RawMessage;
}

async function inTime<T>(work: Promise<T> | undefined, ms: number): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer')), ms);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}
