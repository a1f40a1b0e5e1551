/**
 * An embedded file has one owning process (see DESIGN, storage). The owner holds a write transaction on a lock
 * database beside the file, `<file>.lock`, for as long as it lives. The operating system frees that lock however the
 * process ends, `kill -9` included, so no lock file is ever left to be removed by hand.
 *
 * Beside it `owner.json` says where the owner listens, for the command line. It can be left over from a process that
 * was killed; only the lock says whether there is an owner.
 */
import { existsSync, mkdirSync, realpathSync } from 'node:fs';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { type Client, createClient, type Transaction } from '@libsql/client/sqlite3';
import * as z from 'zod';
import { fileUrl } from './database-url.ts';
import { failureOf, isBusy } from './failures.ts';

const ownerFile = z.object({ url: z.string(), token: z.string(), pid: z.number().int() });

/** Where the owner of a file listens, and the token that it lets the command line in with. */
export type Owner = z.infer<typeof ownerFile>;

export interface Ownership {
  /** Tells the command line where to find this process; call it when the server listens. */
  publish(url: string, token: string): Promise<void>;
  /** At orderly close, after the database was closed. */
  release(): Promise<void>;
}

export class AlreadyRunning extends Error {
  override readonly name = 'AlreadyRunning';
  constructor(readonly file: string) {
    super(
      `Another process is using the database ${file}. Stop that server first, or give this one ` +
        'a database of its own with DATABASE_URL.',
    );
  }
}

/** A question (`isOwned`) holds the lock for less than a millisecond: a claim outwaits it. */
const LOCK_WAIT_MS = 50;

interface Lock {
  readonly client: Client;
  readonly transaction: Transaction;
}

/** Keeps the locks from the garbage collector, which would close the connection and let the file go. */
const held = new Set<Lock>();

/** @throws AlreadyRunning at once if another process (or this one) owns the file. */
export async function claim(file: string): Promise<Ownership> {
  mkdirSync(dirname(file), { recursive: true });
  const paths = pathsOf(file);
  const lock = await takeLock(paths.lock);
  if (lock === undefined) {
    throw new AlreadyRunning(file);
  }
  held.add(lock);
  // What an owner that was killed left behind.
  await rm(paths.owner, { force: true });
  return {
    publish: (url, token) => writeOwner(paths.owner, { url, token, pid: process.pid }),
    async release() {
      await rm(paths.owner, { force: true });
      await freeLock(lock);
      held.delete(lock);
    },
  };
}

/** Whether a living process owns the file. */
export async function isOwned(file: string): Promise<boolean> {
  const paths = pathsOf(file);
  if (!existsSync(paths.lock)) {
    return false;
  }
  const client = lockClient(paths.lock);
  try {
    // In one go, so that two questions of one process do not meet.
    await client.executeMultiple('BEGIN IMMEDIATE; ROLLBACK');
    return false;
  } catch (error) {
    if (isBusy(failureOf(error))) {
      return true;
    }
    throw error;
  } finally {
    client.close();
  }
}

/** The living owner of the file; `undefined` if there is none, or it does not listen yet. */
export async function readOwner(file: string): Promise<Owner | undefined> {
  if (!(await isOwned(file))) {
    return undefined;
  }
  try {
    return ownerFile.parse(JSON.parse(await readFile(pathsOf(file).owner, 'utf8')));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      return undefined;
    }
    throw error;
  }
}

/** Beside the file itself and not beside a link to it: two links must not make two owners. */
function pathsOf(file: string): { readonly lock: string; readonly owner: string } {
  const real = existsSync(file) ? realpathSync(file) : file;
  return { lock: `${real}.lock`, owner: join(dirname(real), 'owner.json') };
}

/** `undefined` if somebody else holds it. The lock database stays empty: it is never written to. */
async function takeLock(path: string): Promise<Lock | undefined> {
  const client = lockClient(path);
  try {
    return { client, transaction: await client.transaction('write') };
  } catch (error) {
    client.close();
    if (isBusy(failureOf(error))) {
      return undefined;
    }
    throw error;
  }
}

async function freeLock({ client, transaction }: Lock): Promise<void> {
  await transaction.rollback();
  client.close();
}

function lockClient(path: string): Client {
  return createClient({ url: fileUrl(path), concurrency: 1, timeout: LOCK_WAIT_MS });
}

/** Nobody reads half a file, and nobody but the owner's user reads it at all. */
async function writeOwner(path: string, owner: Owner): Promise<void> {
  const draft = join(dirname(path), `.${basename(path)}.${owner.pid}`);
  await rm(draft, { force: true });
  await writeFile(draft, `${JSON.stringify(owner)}\n`, { mode: 0o600, flag: 'wx' });
  await rename(draft, path);
}
