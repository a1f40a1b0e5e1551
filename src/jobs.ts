/** What the stand does by itself, at times of its own: deadlines, tidying up, backups. */
import type { Database } from '../db/database.ts';
import { type Clock, startAlarm } from './delivery/clock.ts';
import { startElection } from './delivery/election.ts';
import type { Log } from './delivery/events.ts';

/**
 * All are asked at least this often, whatever time they named: a machine sleeps, and its clock is set. That a job is asked
 * too early has to cost next to nothing.
 */
const LOOK_MS = 60_000;

export interface Job {
  readonly name: string;
  /**
   * Does all that is due at `now`, UTC milliseconds. What it did must not be done twice if it is asked again.
   * @returns when it wants to be asked again; Infinity: at the next look.
   */
  run(now: number): Promise<number>;
}

export interface JobsDeps {
  readonly jobs: readonly Job[];
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
  /** Names this process among those that share a database: one of them does the jobs of all. */
  readonly holder: string;
}

export interface Jobs {
  /** Resolves when none is under way. */
  idle(): Promise<void>;
  /** Begins none any more, and waits for the one that is under way. */
  stop(): Promise<void>;
}

/** They run one after another; one that fails does not keep the others from their turn, and is asked again at the next look. */
export function startJobs({ jobs, database, clock, log, holder }: JobsDeps): Jobs {
  const election = startElection(database, 'jobs', holder);
  const alarm = startAlarm(clock, ring);
  let stopped = false;
  let wanted = Number.POSITIVE_INFINITY;
  let pass: Promise<void> = Promise.resolve();
  if (jobs.length > 0) ring();

  function ring(): void {
    pass = runAll().finally(() => {
      if (!stopped) alarm.at(Math.min(wanted, clock.now() + LOOK_MS));
    });
  }

  async function runAll(): Promise<void> {
    wanted = Number.POSITIVE_INFINITY;
    try {
      if (!(await election.isHolder(clock.now()))) return;
    } catch (error) {
      log.error({ err: error }, 'Who does the jobs of the stand cannot be settled now.');
      return;
    }
    for (const job of jobs) if (!stopped) wanted = Math.min(wanted, await run(job));
  }

  async function run(job: Job): Promise<number> {
    try {
      return await job.run(clock.now());
    } catch (error) {
      log.error({ err: error, job: job.name }, 'A job of the stand failed; it is tried again.');
      return Number.POSITIVE_INFINITY;
    }
  }

  return {
    idle: () => pass,
    async stop() {
      stopped = true;
      alarm.at(Number.POSITIVE_INFINITY);
      await pass;
      await election.resign().catch(() => undefined);
    },
  };
}
