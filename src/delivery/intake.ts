/** Looks for rows that are due in the table, and for rows that somebody left behind. */
import type { Database } from '../../db/database.ts';
import { recover, takeDue, type Waiting, watchOver } from '../../db/store/outbox/due.ts';
import type { ChannelName } from '../chat/message.ts';
import { backoffMs, STORAGE_BACKOFF } from './backoff.ts';
import { startElection } from './election.ts';
import type { Owed } from './sender.ts';

/** How long a process has for sending the rows that it took. It renews that for those that wait for their turn. */
export const SENDING_LEASE_MS = 60_000;
const LOOK_MS = 1_000;
const WATCH_MS = 20_000;
/** Rows in hand beyond which no more are taken: what waits in the table is safe there. */
const MAX_IN_HAND = 200;

export interface IntakeDeps {
  readonly database: Database;
  readonly now: () => number;
  readonly random: () => number;
  readonly holder: string;
  /** Whether to look for rows at all, or only to keep those in hand. */
  readonly polls: boolean;
  readonly channels: readonly ChannelName[];
  /** Channels that may be sent to now. */
  readonly openChannels: () => readonly ChannelName[];
  readonly inHand: () => readonly number[];
  readonly away: () => readonly number[];
  readonly onTaken: (rows: readonly Owed[]) => void;
  /** Rows that were given back and need not be sent any more. */
  readonly onGone: (ids: readonly number[]) => void;
  readonly onFailure: (error: unknown) => void;
  /** After each look, whether it went well or not. */
  readonly onDone: () => void;
}

export interface Intake {
  /** For the start. @throws StorageError */
  recover(): Promise<Waiting[]>;
  /** Look for rows then, rather than at the usual time. */
  lookAt(time: number): void;
  tick(now: number): void;
  nextAt(): number;
  isBusy(): boolean;
  /** Takes no more rows; those in hand are still kept. */
  close(): void;
  resign(): Promise<void>;
}

/** A job that is done again and again, one at a time. */
interface Job {
  running: boolean;
  failures: number;
  /** The usual next time. */
  nextAt: number;
  /** An earlier time that somebody asked for. */
  wantedAt: number;
}

export function startIntake(deps: IntakeDeps): Intake {
  const { database, now, channels } = deps;
  const election = startElection(database, 'dispatcher', deps.holder);
  const look: Job = { running: false, failures: 0, nextAt: now(), wantedAt: Number.POSITIVE_INFINITY };
  const watch: Job = { ...look, nextAt: now() + WATCH_MS };
  let closed = !deps.polls;

  async function takeRows(): Promise<void> {
    if (!(await election.isHolder(now()))) return;
    const limit = MAX_IN_HAND - deps.inHand().length;
    const open = deps.openChannels();
    if (closed || limit <= 0 || open.length === 0) return;
    const at = now();
    deps.onTaken(
      await takeDue(database, { channels: open, now: at, limit, leaseUntil: at + SENDING_LEASE_MS }),
    );
  }

  async function keepRows(): Promise<void> {
    const [inHand, away] = [deps.inHand(), deps.away()];
    const recovers = !closed && (await election.isHolder(now()));
    if (!recovers && inHand.length + away.length === 0) return;
    const at = now();
    const leaseUntil = at + SENDING_LEASE_MS;
    const left = await watchOver(database, {
      inHand,
      away,
      channels: recovers ? channels : [],
      now: at,
      leaseUntil,
    });
    const open = new Set(left);
    deps.onGone(away.filter((id) => !open.has(id)));
  }

  async function run(job: Job, everyMs: number, work: () => Promise<void>): Promise<void> {
    job.running = true;
    if (job.wantedAt <= now()) job.wantedAt = Number.POSITIVE_INFINITY;
    try {
      await work();
      job.failures = 0;
      job.nextAt = now() + everyMs;
    } catch (error) {
      job.failures += 1;
      job.nextAt = now() + Math.max(everyMs, backoffMs(STORAGE_BACKOFF, job.failures, deps.random()));
      deps.onFailure(error);
    }
    job.running = false;
    deps.onDone();
  }

  const timeOf = (job: Job) =>
    job.running
      ? Number.POSITIVE_INFINITY
      : Math.min(job.nextAt, job.failures > 0 ? job.nextAt : job.wantedAt);
  const watches = () => !closed || deps.inHand().length + deps.away().length > 0;

  return {
    recover: async () => (closed || database.kind === 'remote' ? [] : recover(database, channels, now())),
    lookAt(time) {
      look.wantedAt = Math.min(look.wantedAt, time);
    },
    tick(at) {
      if (!closed && timeOf(look) <= at) void run(look, LOOK_MS, takeRows);
      if (watches() && timeOf(watch) <= at) void run(watch, WATCH_MS, keepRows);
    },
    nextAt: () =>
      Math.min(
        closed ? Number.POSITIVE_INFINITY : timeOf(look),
        watches() ? timeOf(watch) : Number.POSITIVE_INFINITY,
      ),
    isBusy: () => look.running,
    close() {
      closed = true;
    },
    resign: () => election.resign(),
  };
}
