/** The bridge: a paired phone on one side, the server of the stand on the other, and a spool between them. */
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { makeLanes } from '../../src/lanes.ts';
import type { BridgeEvent, BridgeMessage, OutageAnswer } from '../../src/wire/bridge.ts';
import {
  CLIENT_LIMITS,
  type ClientLimits,
  forgetSession,
  type Outcome,
  type Picture,
  type RunningClient,
  startClient,
} from './client.ts';
import { startDriver } from './driver.ts';
import { lockFolder } from './folder-lock.ts';
import { readPaired } from './paired.ts';
import { sameAs } from './parse.ts';
import { type LineOptions, makeServerLine, reasonOf } from './server-line.ts';
import { openSpool } from './spool.ts';
import { LIMITS, MEMORY, type Policy } from './supervisor.ts';
import { type Spooled, startUploader } from './uploader.ts';

export interface BridgeOptions extends LineOptions {
  /** Session and spool: its owner's only. */
  readonly folder: string;
  readonly browser: string;
  readonly browserArgs: readonly string[];
  /** What the browser gets of the environment: none of our secrets. */
  readonly browserEnv: NodeJS.ProcessEnv;
  /** From 0 to 1. */
  readonly random: () => number;
  /** The usual ones where they are left out. */
  readonly limits?: BridgeLimits;
  /** How long to seem to type before a message of so many characters, milliseconds; as a person where it is left out. */
  readonly typingMs?: (characters: number) => number;
  /** What the phone is to scan, each time that it changes. */
  readonly onCode: (code: string) => void;
}

export interface BridgeLimits {
  readonly supervisor: Policy['limits'];
  readonly client: ClientLimits;
}

export interface Bridge {
  /** An error that nobody caught: of the library's own listeners, which reload a page that may be gone. */
  failed(): void;
  /** Resolves when the browser is gone and what waits is on the disk. */
  stop(): Promise<void>;
}

/** Messages in hand at once: at the pace of a person, more would not be sent before their lease ends. */
const MOST_IN_HAND = 4;

/** Messages that were sent, in case that a receipt was lost, and chats that were heard: the newest so many. */
const REMEMBERED = 1_000;

export async function startBridge(options: BridgeOptions): Promise<Bridge> {
  const { folder, now, random, log, limits = { supervisor: LIMITS, client: CLIENT_LIMITS } } = options;
  const { typingMs = (characters: number) => typingPauseMs(characters, random()) } = options;
  const lock = await lockFolder(folder, () => log.warn({}, 'Another bridge still has this folder: waiting.'));
  const spool = await openSpool<Spooled>(join(folder, 'spool'));
  if (spool.damaged > 0) log.warn({ lines: spool.damaged }, 'Some lines of the spool cannot be read.');
  const paired = readPaired(folder, now());
  const line = makeServerLine(options);
  const uploader = startUploader({ line, spool, pauseMs: options.pauseMs, log, apologise });
  const driver = startDriver<RunningClient>({
    policy: { limits: limits.supervisor, memory: MEMORY, pauseMs: options.pauseMs },
    start: (onEvent) =>
      startClient({
        ...options,
        limits: limits.client,
        typingMs,
        onEvent,
        onStartFailed: (reason) => log.warn({ reason }, 'The WhatsApp client did not come up.'),
        onMessage(event) {
          if (paired.covers(event.at))
            void arrivals.run('chat' in event ? event.chat : '', () => arrive(event));
        },
      }),
    forget: () => forgetSession(folder),
    after(ms, run) {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
    onReport: report,
    onCode(code) {
      uploader.status({ kind: 'qr', id: crypto.randomUUID(), at: now(), code });
      options.onCode(code);
    },
  });
  const stopping = new AbortController();
  const inHand = new Set<string>();
  const sent = sentBefore(spool.oldest(spool.size()));
  /** Chats of which it was asked who else they are. */
  const asked = new Set<string>();
  const arrivals = makeLanes();
  let said: Extract<BridgeEvent, { kind: 'state' }> | null = null;
  let asks = 0;
  let asking = new AbortController();

  /* ── from the phone to the server ── */

  /** Who it is goes before what they say. Unread messages are fetched again, so that none is lost while that is asked. */
  async function arrive(event: BridgeEvent): Promise<void> {
    if (event.kind === 'message' && event.author === undefined && !asked.has(event.chat)) {
      asked.add(event.chat);
      dropOldest(asked);
      const also = await driver.ready()?.alsoKnownAs(event.chat);
      const same = sameAs(event.chat, also, now());
      if (same) await keep(same.id, { to: 'events', event: same });
    }
    await keep(event.id, { to: 'events', event });
  }

  async function keep(id: string, value: Spooled): Promise<void> {
    try {
      await spool.add({ id, value });
      uploader.wake();
    } catch (error) {
      // Unread messages are fetched again when the client is ready the next time.
      log.error({ reason: reasonOf(error) }, 'The spool of the bridge takes nothing more.');
    }
  }

  function report({ phase, reason, failures }: { phase: Phase; reason: string; failures: number }): void {
    log.info({ phase, reason, failures }, 'The WhatsApp client.');
    if (said?.phase === 'pairing' && (phase === 'connecting' || phase === 'ready')) paired.now(now());
    const phone = driver.ready()?.phone() ?? null;
    said = {
      kind: 'state',
      id: crypto.randomUUID(),
      at: now(),
      phase,
      reason,
      failures,
      ...(phone === null ? {} : { phone }),
    };
    uploader.status(said);
    if (phase !== 'ready') return;
    askAnew();
    driver
      .ready()
      ?.fetchMissed(spool.lastWritten)
      .catch((error) => log.warn({ reason: reasonOf(error) }, 'Missed messages cannot be fetched.'));
  }

  function apologise(apologies: OutageAnswer['apologies']): void {
    const client = driver.ready();
    for (const { chat, text } of apologies) {
      void client?.send({ chat, text, picture: null }, () => undefined);
    }
  }

  /* ── from the server to the phone ── */

  function room(): number {
    return driver.ready() === null ? 0 : Math.max(0, MOST_IN_HAND - inHand.size);
  }

  /** There is room now, and the request under way does not know it. It borrows nothing, so that nothing is lost. */
  function askAnew(): void {
    if (asks === 0 && room() > 0) asking.abort();
  }

  async function listen(): Promise<void> {
    let failures = 0;
    let isFirst = true;
    while (!stopping.signal.aborted) {
      asks = room();
      asking = new AbortController();
      const signal = AbortSignal.any([stopping.signal, asking.signal]);
      try {
        const { messages, commands } = await line.outbox(asks, isFirst, signal);
        isFirst = false;
        // It was away, and may have forgotten.
        if (failures > 0 && said !== null) uploader.status(said);
        failures = 0;
        for (const command of commands) driver.tell({ kind: command });
        for (const message of messages) void deliver(message);
      } catch (error) {
        if (signal.aborted) continue;
        failures += 1;
        log.warn({ failures, reason: reasonOf(error) }, 'The server gives the bridge no messages.');
        await pause(options.pauseMs(failures), undefined, { signal: stopping.signal }).catch(() => undefined);
      }
    }
  }

  async function deliver(message: BridgeMessage): Promise<void> {
    const { id } = message;
    if (inHand.has(id)) return;
    inHand.add(id);
    try {
      await tellOutcome(id, sent.get(id) ?? (await send(message)));
    } finally {
      inHand.delete(id);
      askAnew();
    }
  }

  async function send({ id, chat, text, photo }: BridgeMessage): Promise<Outcome> {
    const client = driver.ready();
    if (client === null || stopping.signal.aborted) return { kind: 'untried' };
    let picture: Picture | null;
    try {
      picture = photo === null ? null : await line.picture(photo);
    } catch {
      return { kind: 'untried' };
    }
    return client.send({ chat, text, picture }, (outcome) => void tellOutcome(id, outcome));
  }

  async function tellOutcome(id: string, outcome: Outcome): Promise<void> {
    if (outcome.kind === 'sent') {
      sent.set(id, outcome);
      dropOldest(sent);
    }
    await keep(`receipt ${id} ${outcome.kind}`, { to: 'receipts', receipt: { id, outcome } });
  }

  driver.tell({ kind: 'start' });
  const listening = listen();

  return {
    failed: () => driver.tellOfClient({ kind: 'renderer-error' }),
    async stop() {
      stopping.abort();
      await driver.stop();
      await listening;
      await arrivals.idle();
      await uploader.stop();
      await spool.close();
      await lock.release();
    },
  };
}

/** A person types for a moment. @param random from 0 to 1 */
export function typingPauseMs(characters: number, random: number): number {
  return Math.min(2_500, 500 + 12 * characters) * (0.75 + 0.5 * random);
}

/** What the last bridge has sent and could not tell any more. */
function sentBefore(waiting: readonly { readonly value: Spooled }[]): Map<string, Outcome> {
  const receipts = waiting.flatMap(({ value }) => (value.to === 'receipts' ? [value.receipt] : []));
  return new Map(
    receipts.filter(({ outcome }) => outcome.kind === 'sent').map(({ id, outcome }) => [id, outcome]),
  );
}

function dropOldest(known: Map<string, unknown> | Set<string>): void {
  const [oldest] = known.keys();
  if (known.size > REMEMBERED && oldest !== undefined) known.delete(oldest);
}

type Phase = Extract<BridgeEvent, { kind: 'state' }>['phase'];
