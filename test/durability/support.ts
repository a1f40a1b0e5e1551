/** What the tests of durability share: a stand with Telegram, people who order, and looks into its database. */
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '@libsql/client';
import { afterAll, onTestFinished } from 'vitest';
import type { BotApi, User } from '../support/bot-api.ts';
import * as servers from '../support/server.ts';
import { databaseUrl, type ServerOptions, type ServerProcess } from '../support/server.ts';

/** `npm run test:endurance`: the long runs. */
export const ENDURANCE = process.env.ENDURANCE === '1';

/** A limit for hangs: somebody waits for an answer of a server that may just be starting. */
export const PATIENCE_MS = 90_000;

export const WEBHOOK_SECRET = 'webhook-secret-of-the-test';
export const BOT_TOKEN = '4815162342:token-of-the-test-bot';

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'gerai-durability-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

afterAll(servers.removeBundle);

/** A server that ends with its test, also when the test fails. */
export function spawnServer(options: ServerOptions): ServerProcess {
  const server = servers.spawnServer(options);
  onTestFinished(server.kill);
  return server;
}

/** The same, once it listens. */
export async function startServer(options: ServerOptions): Promise<ServerProcess & { readonly at: string }> {
  const server = spawnServer(options);
  return { ...server, at: await server.url };
}

/** Settings for a server whose Telegram is the double, and which Telegram reaches on this port. */
export function telegramSettings(double: BotApi, port: number): Record<string, string> {
  return {
    PORT: String(port),
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    TELEGRAM_MODE: 'webhook',
    TELEGRAM_BOT_TOKEN: double.token,
    TELEGRAM_WEBHOOK_SECRET: WEBHOOK_SECRET,
    TELEGRAM_API_ROOT: double.url,
  };
}

export type Rows = Record<string, unknown>[];

/**
 * Asks a copy of the database of a folder, so that what a killed server left is not touched: opening the file would
 * already finish what its log holds.
 */
export async function askCopy(folder: string, ...statements: string[]): Promise<Rows[]> {
  const copy = mkdtempSync(join(tmpdir(), 'gerai-copy-'));
  try {
    for (const name of ['gerai.db', 'gerai.db-wal']) {
      if (existsSync(join(folder, name))) copyFileSync(join(folder, name), join(copy, name));
    }
    return await ask(copy, ...statements);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/** Only while no server owns the file. */
export async function ask(folder: string, ...statements: string[]): Promise<Rows[]> {
  const client = createClient({ url: databaseUrl(folder), concurrency: 1 });
  try {
    const results = [];
    for (const statement of statements) results.push(await client.execute(statement));
    return results.map(({ rows }) => rows.map((row) => ({ ...row })));
  } finally {
    client.close();
  }
}

/** One figure of one row. */
export async function count(folder: string, statement: string): Promise<number> {
  const [rows] = await ask(folder, statement);
  return Number(Object.values(rows?.[0] ?? {})[0]);
}

/** How many rows each table has. */
export async function tableCounts(folder: string): Promise<Record<string, number>> {
  const [tables = []] = await ask(
    folder,
    `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`,
  );
  const names = tables.map(({ name }) => String(name));
  const counts = await ask(folder, ...names.map((name) => `SELECT count(*) AS n FROM "${name}"`));
  return Object.fromEntries(names.map((name, index) => [name, Number(counts[index]?.[0]?.n)]));
}

export interface OwnerFile {
  readonly url: string;
  readonly token: string;
}

export function readOwnerFile(folder: string): OwnerFile {
  return JSON.parse(readFileSync(join(folder, 'owner.json'), 'utf8'));
}

/** An invitation code, as the command line would get it from the running server. */
export async function invite(folder: string, options: Record<string, string>): Promise<string> {
  const { url, token } = readOwnerFile(folder);
  const response = await fetch(`${url}/cli/invite`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(options),
  });
  const { output } = (await response.json()) as { output: string };
  const code = /inv_[\w-]{24}/.exec(output)?.[0];
  if (code === undefined) throw new Error(`No invitation in: ${output}`);
  return code;
}

export async function becomesStaff(user: User, folder: string, unit: string, name: string): Promise<User> {
  await user.opens(await invite(folder, { role: 'staff', unit, name }));
  await user.hears(name, PATIENCE_MS);
  return user;
}

export const SLIP = /Kode (\w{3}-\w{3})/;

/** Somebody on a channel with buttons. */
export interface Orderer {
  says(text: string): Promise<number>;
  presses(label: string): Promise<number>;
  hears(
    pattern: string | RegExp,
    timeoutMs?: number,
  ): Promise<{
    readonly text: string;
    readonly buttons: readonly { readonly label: string; readonly data: string | null }[];
  }>;
}

/** To the summary, by buttons where there are buttons. Nothing that is done is waited for but what is read next. */
export async function prepareOrder(
  user: Orderer,
  wish: string,
  name: string,
  done: (deed: Promise<number>) => void = () => undefined,
): Promise<void> {
  done(user.says(wish));
  await user.hears('Keranjang', PATIENCE_MS);
  done(user.presses('Lanjut pesan'));
  const asked = await user.hears(/diambil kapan|hari apa|atas nama siapa/, PATIENCE_MS);
  if (!asked.text.includes('atas nama siapa')) {
    const day = asked.buttons.findLast(({ data }) => data?.startsWith('pick-up-on'));
    if (!day) throw new Error(`No day to come: ${asked.text}`);
    done(user.presses(day.label));
    await user.hears('atas nama siapa', PATIENCE_MS);
  }
  done(user.says(name));
  await user.hears('Nomor HP', PATIENCE_MS);
  done(user.presses('Lewati'));
  await user.hears('Ringkasan', PATIENCE_MS);
}

/** @returns the code of the slip. */
export async function order(
  user: Orderer,
  wish: string,
  name: string,
  done: (deed: Promise<number>) => void = () => undefined,
): Promise<string> {
  await prepareOrder(user, wish, name, done);
  done(user.presses('Ya, pesan'));
  const slip = await user.hears(SLIP, PATIENCE_MS);
  return SLIP.exec(slip.text)?.[1] ?? '';
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

export async function until(
  isSo: () => boolean | Promise<boolean>,
  what: string,
  patienceMs = PATIENCE_MS,
): Promise<void> {
  const end = Date.now() + patienceMs;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error(`Not in ${patienceMs} ms: ${what}`);
    await pause(50);
  }
}
