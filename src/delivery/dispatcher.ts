/**
 * Sends what is owed. Rows come by the fast path, right after they were committed, or from the table; each ends with
 * an outcome that is written down. A message that has to wait goes back to the table, with those of its chat that
 * come after it, so that a process that ends leaves nothing in doubt but what was under way.
 */
import type { Database, Statement } from '../../db/database.ts';
import { markUnreachable, moveChat } from '../../db/store/groups.ts';
import { giveBackStatement, type Mark, markStatement } from '../../db/store/outbox/marks.ts';
import { isOvertaken } from '../../db/store/talks.ts';
import { openTask, type Reachable } from '../../db/store/unreached.ts';
import { closeWindow } from '../../db/store/window.ts';
import type { SendOutcome } from '../chat/channel.ts';
import { CHANNELS, type ChannelName } from '../chat/message.ts';
import { type Clock, startAlarm } from './clock.ts';
import type { DeliveryEvent } from './events.ts';
import { startIntake } from './intake.ts';
import { startLanes } from './lanes.ts';
import { type Pauses, startPauses } from './pauses.ts';
import { RATE_PLANS, type RateMeter, type RatePlan, startMeter } from './rate-plan.ts';
import { startRecorder } from './recorder.ts';
import type { Owed, Sender } from './sender.ts';
import { MAX_ATTEMPTS, type Verdict, verdictOn } from './verdict.ts';

/** Longer than any channel's own limit, and shorter than the lease of a row. */
const SEND_LIMIT_MS = 45_000;
/** A reply that goes out later than this after its commit may have been overtaken by a person. */
const WAITED_MS = 100;
/** How long an orderly stop waits for what is under way. */
const STOP_MS = 8_000;

export interface DispatcherOptions {
  readonly database: Database;
  readonly senders: Partial<Readonly<Record<ChannelName, Sender>>>;
  readonly clock: Clock;
  /** From 0 to 1. */
  readonly random?: () => number;
  /** Channels that an order notice may go to when it does not reach its visitor on the one where they ordered. */
  readonly reachable?: Reachable;
  readonly plans?: Readonly<Record<ChannelName, RatePlan | null>>;
  /** Look for rows in the table, of this process and others. Not for a process that lives for one request. */
  readonly polls?: boolean;
  /** Names this process among those that share a database. */
  readonly holder?: string;
  readonly sendLimitMs?: number;
  readonly onEvent?: (event: DeliveryEvent) => void;
}

export interface Dispatcher {
  /** The fast path: rows that this process has just committed as `sending`. Those of pull channels are passed over. */
  dispatch(owed: readonly Owed[]): void;
  /** Look for due rows now. */
  poke(): void;
  /** Resolves when everything in hand has an outcome that is recorded. */
  idle(): Promise<void>;
  /** Sends nothing more, gives back what waits and records what is under way. */
  stop(): Promise<void>;
}

/** A channel that is sent to. */
interface Line {
  readonly channel: ChannelName;
  readonly sender: Sender;
  readonly meter: RateMeter | null;
  readonly pauses: Pauses;
}

interface Flight {
  readonly owed: Owed;
  readonly line: Line;
  readonly since: number;
}

/**
 * On an embedded file, first recovers what an earlier process left in hand: nothing may be committed before.
 * @throws StorageError when the database is not there for that.
 */
export async function startDispatcher(options: DispatcherOptions): Promise<Dispatcher> {
  const { database, clock, random = Math.random, sendLimitMs = SEND_LIMIT_MS, onEvent = () => {} } = options;
  const now = () => clock.now();
  const lines = linesOf(options, random);
  const lanes = startLanes();
  const flights = new Map<Owed, Flight>();
  const alarm = startAlarm(clock, tick);
  const idlers = new Set<() => void>();
  /** Rows that came from the table: newer ones of their chats may wait there, and are looked for when these are over. */
  const taken = new Set<number>();
  let stopping: { readonly until: number } | null = null;
  let stopped = false;

  const onFailure = (error: unknown) => onEvent({ kind: 'storage', error });
  const recorder = startRecorder({ now, random, onFailure, onTried: goOn });
  const intake = startIntake({
    database,
    now,
    random,
    holder: options.holder ?? crypto.randomUUID(),
    polls: options.polls ?? true,
    channels: [...lines.keys()],
    openChannels: () => [...lines.values()].filter(isOpen).map(({ channel }) => channel),
    inHand: () => [...lanes.inHand(), ...recorder.ids()],
    away: lanes.away,
    onTaken: (rows) => rows.forEach(acceptTaken),
    onGone: (ids) => ids.forEach(lanes.cameBack),
    onFailure,
    onDone: goOn,
  });

  function isOpen({ pauses }: Line): boolean {
    return pauses.botUntil() <= now();
  }

  /* ── rows come in ── */

  function acceptNew(owed: Owed): void {
    const line = lines.get(owed.channel);
    if (!line) return;
    if (stopping || lanes.isAway(owed.chatId) || !isOpen(line)) {
      giveBack([owed], stopping ? now() : Math.max(now(), line.pauses.botUntil()));
    } else {
      lanes.add(owed);
    }
  }

  function acceptTaken(owed: Owed): void {
    lanes.cameBack(owed.id);
    // Its outcome is known and not written yet.
    if (recorder.has(owed.id)) return;
    taken.add(owed.id);
    if (stopping) giveBack([owed], now());
    else if (owed.attempts >= MAX_ATTEMPTS) end(owed, worn(owed));
    else lanes.add(owed);
  }

  /** Back to the table: it is due then, and nothing newer of its chat goes before it. */
  function giveBack(rows: readonly Owed[], dueAt: number, first: readonly Statement[] = []): void {
    if (rows.length === 0) return;
    rows.forEach(lanes.sendAway);
    const ids = rows.map(({ id }) => id);
    const statements = [...first, giveBackStatement(ids, dueAt)];
    recorder.add({
      ids,
      write: async () => void (await database.write(statements)),
      written: () => intake.lookAt(dueAt),
    });
  }

  /* ── rows go out ── */

  function send(line: Line): void {
    if (!isOpen(line)) {
      giveBack(lanes.giveBackAll(line.channel), line.pauses.botUntil());
      return;
    }
    const { meter } = line;
    const at = now();
    while (!meter || meter.slotAt(at) <= at) {
      const owed = lanes.next(line.channel, at, (external) => meter?.chatAt(external, at) ?? at);
      if (!owed) return;
      meter?.begin();
      const flight = { owed, line, since: at };
      flights.set(owed, flight);
      void sendSafely(() => sendInTime(line.sender, owed, at)).then((outcome) => land(flight, outcome));
    }
  }

  /** The bot keeps silent in a chat that a person has taken, also with what it had meant to say before. */
  async function sendInTime(sender: Sender, owed: Owed, at: number): Promise<SendOutcome> {
    const hasWaited = owed.kind === 'reply' && at - owed.createdAt >= WAITED_MS;
    if (hasWaited && (await isOvertaken(database, owed, at)))
      return { kind: 'rejected', reason: 'a person has taken the chat' };
    return sender.send(owed);
  }

  function land(flight: Flight, outcome: SendOutcome): void {
    const { owed, line, since } = flight;
    if (!flights.delete(owed)) {
      landLate(owed, outcome);
      return;
    }
    const at = now();
    line.meter?.end(owed.external, at);
    const paused = pauseAfter(line, outcome, owed, at);
    const verdict = verdictOn(owed, outcome, { now: at, random: random(), pausedUntil: paused });
    lanes.landed(owed);
    tell(owed, verdict, at - since);
    if (verdict.kind === 'again') wait(owed, verdict);
    else end(owed, verdict);
    goOn();
  }

  function pauseAfter(line: Line, outcome: SendOutcome, owed: Owed, at: number): number | null {
    const { pauses, meter, channel } = line;
    if (outcome.kind !== 'retry') {
      if (outcome.kind !== 'uncertain') pauses.answered();
      return null;
    }
    const pause = pauses.after(outcome, owed.chatId, at);
    if (!pause) return null;
    if (pause.scope === 'bot' && outcome.afterMs !== null) meter?.slowDown(at);
    onEvent({ kind: 'paused', channel, scope: pause.scope, ms: pause.until - at, reason: outcome.reason });
    return pause.until;
  }

  /** The channel answered after nobody waited any more. If it was sent after all, it needs not be sent again. */
  function landLate(owed: Owed, outcome: SendOutcome): void {
    onEvent({ kind: 'late', channel: owed.channel, id: owed.id, outcome: outcome.kind });
    if (outcome.kind !== 'sent') return;
    lanes.drop(owed);
    lanes.cameBack(owed.id);
    end(owed, { kind: 'sent', externalId: outcome.externalId });
    goOn();
  }

  /** No answer within the limit: the message may have arrived. */
  function giveUpHanging(at: number): void {
    for (const flight of flights.values()) {
      if (at - flight.since < sendLimitMs) return;
      land(flight, { kind: 'uncertain', reason: 'no answer' });
    }
  }

  /* ── outcomes are written down ── */

  function wait(owed: Owed, verdict: Extract<Verdict, { kind: 'again' }>): void {
    const { dueAt, attempts, reason: error, movedTo, closed } = verdict;
    const mark = markStatement(owed.id, { state: 'pending', dueAt, attempts, error });
    const move = movedTo === null ? [] : moveChat(owed.chatId, movedTo, now());
    const close = closed ? [closeWindow(owed.chatId)] : [];
    giveBack([owed, ...lanes.giveBack(owed.chatId)], dueAt, [...move, ...close, mark]);
  }

  function end(owed: Owed, verdict: Exclude<Verdict, { kind: 'again' }>): void {
    const at = now();
    const mark = markStatement(owed.id, markOf(verdict, at));
    recorder.add({
      ids: [owed.id],
      async write() {
        const more = verdict.kind === 'over' ? await consequences(owed, verdict.unreachable, at) : [];
        // Behind a row from the table, newer ones of its chat wait there for this.
        await database.write([mark, ...more], { patient: verdict.kind === 'sent' && !taken.has(owed.id) });
      },
      written() {
        if (taken.delete(owed.id) || verdict.kind === 'over') intake.lookAt(now());
      },
    });
  }

  async function consequences(owed: Owed, unreachable: boolean, at: number): Promise<Statement[]> {
    const instead = await openTask(database, owed, options.reachable ?? {}, at);
    return unreachable ? [...markUnreachable(owed, at), ...instead] : instead;
  }

  function tell(owed: Owed, verdict: Verdict, ms: number): void {
    const { id, channel } = owed;
    if (verdict.kind === 'sent') onEvent({ kind: 'sent', channel, id, ms });
    else if (verdict.kind === 'again') {
      const { attempts, reason, dueAt } = verdict;
      onEvent({ kind: 'again', channel, id, attempts, reason, ms: dueAt - now() });
    } else {
      const { attempts, reason, state, unreachable } = verdict;
      onEvent({ kind: 'over', channel, id, attempts, reason, state, unreachable });
    }
  }

  /* ── time ── */

  function tick(): void {
    const at = now();
    giveUpHanging(at);
    recorder.tick(at);
    goOn();
  }

  /** After anything has changed: send what may be sent, and set the alarm for what may not yet. */
  function goOn(): void {
    if (stopped) return;
    if (!stopping) lines.forEach(send);
    intake.tick(now());
    alarm.at(nextAt());
    if (isIdle() || now() >= (stopping?.until ?? Number.POSITIVE_INFINITY)) {
      for (const resolve of idlers) resolve();
      idlers.clear();
    }
  }

  function nextAt(): number {
    const [oldest] = flights.values();
    return Math.min(
      recorder.nextAt(),
      intake.nextAt(),
      oldest ? oldest.since + sendLimitMs : Number.POSITIVE_INFINITY,
      stopping?.until ?? Number.POSITIVE_INFINITY,
      ...(stopping ? [] : Array.from(lines.values(), turnAt)),
    );
  }

  /** When the channel may send the next of what waits in hand. */
  function turnAt({ channel, meter }: Line): number {
    if (!meter || lanes.size() === flights.size) return Number.POSITIVE_INFINITY;
    const at = now();
    const slotAt = meter.slotAt(at);
    return slotAt > at ? slotAt : lanes.nextAt(channel);
  }

  const isIdle = () => lanes.size() === 0 && recorder.size() === 0 && !intake.isBusy();
  const idle = () =>
    isIdle() ? Promise.resolve() : new Promise<void>((resolve) => void idlers.add(resolve));

  for (const { id, chatId, dueAt } of await intake.recover()) {
    lanes.sendAway({ id, chatId });
    intake.lookAt(dueAt);
  }
  goOn();

  return {
    dispatch(owed) {
      owed.forEach(acceptNew);
      goOn();
    },
    poke() {
      intake.lookAt(now());
      goOn();
    },
    idle,
    async stop() {
      stopping ??= { until: now() + STOP_MS };
      intake.close();
      for (const channel of lines.keys()) giveBack(lanes.giveBackAll(channel), now());
      goOn();
      await idle();
      stopped = true;
      alarm.at(Number.POSITIVE_INFINITY);
      await intake.resign().catch(onFailure);
    },
  };
}

function linesOf({ senders, plans = RATE_PLANS }: DispatcherOptions, random: () => number) {
  const lines = new Map<ChannelName, Line>();
  for (const channel of CHANNELS) {
    const sender = senders[channel];
    const plan = plans[channel];
    if (!sender) continue;
    lines.set(channel, { channel, sender, meter: plan && startMeter(plan), pauses: startPauses(random) });
  }
  return lines;
}

/** A sender does not throw. If one does, what it had done before is not known. */
async function sendSafely(send: () => Promise<SendOutcome>): Promise<SendOutcome> {
  try {
    return await send();
  } catch (error) {
    // Its message could quote what was sent.
    return { kind: 'uncertain', reason: error instanceof Error ? error.name : 'unknown error' };
  }
}

export function markOf(verdict: Exclude<Verdict, { kind: 'again' }>, at: number): Mark {
  return verdict.kind === 'sent'
    ? { state: 'sent', externalId: verdict.externalId, sentAt: at }
    : { state: verdict.state, attempts: verdict.attempts, error: verdict.reason };
}

/** A message that processes died over as often as a message is tried. */
function worn({ attempts }: Owed): Exclude<Verdict, { kind: 'again' }> {
  return { kind: 'over', state: 'dead', attempts, reason: 'tried too often', unreachable: false };
}
