/**
 * The one write queue of a process. Decisions that gather while an earlier write is under way, or within one turn of
 * the event loop, share a transaction (group commit): one sync to disk, or one round trip, for all of them.
 */
import { type Result, type Statement, StorageError, type WriteOptions } from './database.ts';
import { closedError } from './failures.ts';

/**
 * Statements in one group. Writing is synchronous native code, so a group holds up the event loop: 256 statements
 * took 7 ms. A single larger decision is still written, alone.
 */
export const GROUP_STATEMENTS = 256;

/** How long what is patient waits for company. */
export const PATIENCE_MS = 15;

export interface WriteQueue {
  write(statements: readonly Statement[], how?: WriteOptions): Promise<Result[]>;
  /** Writes what waits and refuses what comes later. */
  close(): Promise<void>;
}

export interface WriteQueueDeps {
  /** Writes all statements in one transaction, or none and throws. */
  commit(statements: readonly Statement[]): Promise<Result[]>;
  /** Resolves when decisions have had time to gather and the event loop its turn. */
  gather(): Promise<void>;
  groupStatements?: number;
}

interface Decision {
  readonly patient: boolean;
  readonly statements: readonly Statement[];
  resolve(results: Result[]): void;
  reject(error: unknown): void;
}

export function writeQueue(deps: WriteQueueDeps): WriteQueue {
  const limit = deps.groupStatements ?? GROUP_STATEMENTS;
  const waiting: Decision[] = [];
  let running = false;
  let closed = false;
  let idle = Promise.resolve();
  let patience: ReturnType<typeof setTimeout> | undefined;

  function start(): void {
    clearTimeout(patience);
    patience = undefined;
    if (!running && waiting.length > 0) {
      idle = run();
    }
  }

  async function run(): Promise<void> {
    running = true;
    do {
      await deps.gather();
      await writeGroup(deps, takeGroup(waiting, limit));
    } while (waiting.some(isDue));
    // Set before anything is awaited: a decision that comes now starts the next run.
    running = false;
    if (waiting.length > 0) {
      beginPatience();
    }
  }

  function isDue({ patient }: Decision): boolean {
    return closed || !patient;
  }

  function beginPatience(): void {
    patience ??= setTimeout(start, PATIENCE_MS);
  }

  return {
    async write(statements, { patient = false } = {}) {
      if (closed) {
        throw closedError();
      }
      // One decision that cannot be sent must not spoil the group it would travel in.
      for (const statement of statements) {
        assertBindable(statement);
      }
      if (statements.length === 0) {
        return [];
      }
      return new Promise((resolve, reject) => {
        waiting.push({ patient, statements, resolve, reject });
        if (patient) {
          beginPatience();
        } else {
          start();
        }
      });
    },
    close() {
      closed = true;
      start();
      return idle;
    },
  };
}

/** Takes decisions off the front, in order, as long as they fit; at least one. */
function takeGroup(waiting: Decision[], limit: number): Decision[] {
  let size = 0;
  const end = waiting.findIndex((decision, index) => {
    size += decision.statements.length;
    return index > 0 && size > limit;
  });
  return waiting.splice(0, end === -1 ? waiting.length : end);
}

async function writeGroup(deps: WriteQueueDeps, group: readonly Decision[]): Promise<void> {
  try {
    const results = await deps.commit(group.flatMap((decision) => decision.statements));
    let start = 0;
    for (const decision of group) {
      const end = start + decision.statements.length;
      decision.resolve(results.slice(start, end));
      start = end;
    }
  } catch (error) {
    if (group.length === 1 || error instanceof StorageError) {
      rejectAll(group, error);
    } else {
      await writeOneByOne(deps, group);
    }
  }
}

/**
 * A guard refused one decision of the group, and the transaction with it: nothing of the group is stored. Each is
 * written again by itself, in order, and succeeds or fails by itself.
 */
async function writeOneByOne(deps: WriteQueueDeps, group: readonly Decision[]): Promise<void> {
  for (const [index, decision] of group.entries()) {
    try {
      decision.resolve(await deps.commit(decision.statements));
    } catch (error) {
      if (error instanceof StorageError) {
        // The rest would wait for the same disk, each in turn. They were not tried, so nothing of them is stored.
        rejectAll(group.slice(index), error);
        return;
      }
      decision.reject(error);
    }
    await deps.gather();
  }
}

function rejectAll(decisions: readonly Decision[], error: unknown): void {
  for (const decision of decisions) {
    decision.reject(error);
  }
}

/**
 * libSQL finds these only when it binds, and over the network they would look like a failed connection.
 * (A missing argument is bound as NULL and one too many is dropped, silently: no check can be made of that here.)
 */
function assertBindable(statement: Statement): void {
  for (const value of Object.values(statement.args ?? [])) {
    const bindable =
      value === null ||
      ['string', 'bigint', 'boolean'].includes(typeof value) ||
      (typeof value === 'number' && Number.isFinite(value)) ||
      value instanceof ArrayBuffer ||
      value instanceof Uint8Array ||
      value instanceof Date;
    if (!bindable) {
      throw new TypeError(`A value of type ${typeof value} cannot be bound in: ${statement.sql}`);
    }
  }
}
