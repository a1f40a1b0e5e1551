/**
 * A libSQL server for tests: Hrana v2 over HTTP (`POST /v2/pipeline`) in front of an embedded file, one connection,
 * one request after another. It speaks what @libsql/client sends for execute, batch, migrate and executeMultiple, and
 * words its errors as sqld does (libsql-server/src/hrana/stmt.rs). A stream outlives its request only for a
 * transaction that reads, on a connection of its own; one that writes over several requests is refused.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Client, createClient, LibsqlError, type ResultSet, type Transaction } from '@libsql/client';
import { toResult, toValue, type WireValue } from './hrana-values.ts';

export type HranaFault =
  /** The line is cut and nothing was done. */
  | 'cut-before'
  /** Everything was done and committed, and the line is cut before the answer. */
  | 'cut-after'
  | 'hang'
  /** The server answers this status to the request as a whole. */
  | 503
  | 502;

export interface HranaOptions {
  /** When given, every request must carry it. */
  readonly token?: string;
  readonly latencyMs?: number;
}

export interface Hrana {
  /** For `createClient({ url })`. */
  readonly url: string;
  readonly requests: { count: number };
  /** Streams that are open are ended, as those are that were silent for long. */
  endStreams(): void;
  /** The next `times` requests fail; with `match`, only those with such a statement in them. */
  fail(how: HranaFault, options?: { readonly times?: number; readonly match?: RegExp }): void;
  close(): Promise<void>;
}

interface WireStatement {
  readonly sql?: string;
  readonly sql_id?: number;
  readonly args?: readonly WireValue[];
  readonly named_args?: readonly { readonly name: string; readonly value: WireValue }[];
  readonly want_rows?: boolean;
}

type Condition =
  | { readonly type: 'ok' | 'error'; readonly step: number }
  | { readonly type: 'not'; readonly cond: Condition }
  | { readonly type: 'and' | 'or'; readonly conds: readonly Condition[] };

interface WireStep {
  readonly condition?: Condition | null;
  readonly stmt: WireStatement;
}

type StreamRequest =
  | { readonly type: 'close' | 'get_autocommit' }
  | { readonly type: 'execute'; readonly stmt: WireStatement }
  | { readonly type: 'batch'; readonly batch: { readonly steps: readonly WireStep[] } }
  | { readonly type: 'sequence'; readonly sql?: string; readonly sql_id?: number }
  | { readonly type: 'store_sql'; readonly sql_id: number; readonly sql: string }
  | { readonly type: 'close_sql'; readonly sql_id: number };

interface WireError {
  readonly message: string;
  readonly code: string;
}

/** A stream: its stored statements and the transaction that is open in it. */
interface Stream {
  readonly client: Client;
  /** Whether that one writes. */
  writes: boolean;
  readonly stored: Map<number, string>;
  transaction: Transaction | null;
}

/** @param file path of the database file. */
export async function startHrana(file: string, options: HranaOptions = {}): Promise<Hrana> {
  const client = createClient({ url: `file:${file}`, intMode: 'bigint', concurrency: 1 });
  await client.execute('PRAGMA journal_mode=WAL');
  await client.execute('PRAGMA foreign_keys=ON');
  const streams = new Map<string, Stream>();
  const open: Open = () => createClient({ url: `file:${file}`, intMode: 'bigint', concurrency: 1 });
  const faults: { readonly how: HranaFault; readonly match: RegExp | undefined; left: number }[] = [];
  const requests = { count: 0 };
  let last: Promise<unknown> = Promise.resolve();

  function takeFault(body: string): HranaFault | null {
    const fault = faults.find(({ match, left }) => left > 0 && (!match || match.test(body)));
    if (!fault) return null;
    fault.left -= 1;
    return fault.how;
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readText(request);
    if (request.method === 'GET') return void response.writeHead(request.url === '/v2' ? 200 : 404).end();
    if (options.token !== undefined && request.headers.authorization !== `Bearer ${options.token}`) {
      return void response.writeHead(401).end('Unauthorized');
    }
    requests.count += 1;
    const fault = takeFault(body);
    if (fault === 'hang') return;
    if (fault === 'cut-before') return void request.socket.destroy();
    if (typeof fault === 'number') return void response.writeHead(fault).end('Service Unavailable');
    const turn = last.then(() => runPipeline({ client, open, streams }, body));
    last = turn.catch(() => undefined);
    const answer = JSON.stringify(await turn);
    if (fault === 'cut-after') return void request.socket.destroy();
    const send = () => response.writeHead(200, { 'content-type': 'application/json' }).end(answer);
    setTimeout(send, options.latencyMs ?? 0);
  }

  const server = createServer((request, response) => {
    handle(request, response).catch((error) => response.writeHead(500).end(String(error)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    endStreams() {
      for (const stream of streams.values()) stream.client.close();
      streams.clear();
    },
    fail: (how, { times = 1, match } = {}) => void faults.push({ how, match, left: times }),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await last;
      for (const stream of streams.values()) stream.client.close();
      client.close();
    },
  };
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

type Open = () => Client;

interface Served {
  /** For streams that end with their request. */
  readonly client: Client;
  readonly open: Open;
  /** By their baton. */
  readonly streams: Map<string, Stream>;
}

async function runPipeline({ client, open, streams }: Served, body: string): Promise<object> {
  const { baton, requests } = JSON.parse(body) as { baton?: string; requests: readonly StreamRequest[] };
  const isLast = requests.some(({ type }) => type === 'close');
  const kept = baton ? streams.get(baton) : undefined;
  if (baton && !kept) throw new Error('The stream has expired.');
  const stream = kept ?? {
    client: isLast ? client : open(),
    stored: new Map(),
    transaction: null,
    writes: false,
  };
  if (baton) streams.delete(baton);
  const results: object[] = [];
  for (const request of requests) results.push(await answer(stream, request));
  if (!isLast && stream.transaction && !stream.writes) {
    const next = String(Math.random());
    streams.set(next, stream);
    return { baton: next, base_url: null, results };
  }
  const isLeft = stream.transaction !== null && !isLast;
  stream.transaction?.close();
  if (stream.client !== client) stream.client.close();
  if (isLeft) throw new Error('The double keeps no transaction open that writes.');
  return { baton: null, base_url: null, results };
}

async function answer(stream: Stream, request: StreamRequest): Promise<object> {
  try {
    return { type: 'ok', response: { type: request.type, ...(await respond(stream, request)) } };
  } catch (error) {
    return { type: 'error', error: wireError(error) };
  }
}

async function respond(stream: Stream, request: StreamRequest): Promise<object> {
  switch (request.type) {
    case 'close':
      return {};
    case 'get_autocommit':
      return { is_autocommit: stream.transaction === null };
    case 'store_sql':
      stream.stored.set(request.sql_id, request.sql);
      return {};
    case 'close_sql':
      stream.stored.delete(request.sql_id);
      return {};
    case 'execute':
      return { result: await execute(stream, request.stmt) };
    case 'sequence':
      await (stream.transaction ?? stream.client).executeMultiple(sqlOf(stream, request));
      return {};
    case 'batch':
      return { result: await runBatch(stream, request.batch.steps) };
  }
}

async function runBatch(stream: Stream, steps: readonly WireStep[]): Promise<object> {
  const step_results: (object | null)[] = [];
  const step_errors: (WireError | null)[] = [];
  const holds = (condition: Condition): boolean => {
    switch (condition.type) {
      case 'ok':
        return (step_results[condition.step] ?? null) !== null;
      case 'error':
        return (step_errors[condition.step] ?? null) !== null;
      case 'not':
        return !holds(condition.cond);
      case 'and':
        return condition.conds.every(holds);
      case 'or':
        return condition.conds.some(holds);
    }
  };
  for (const { condition, stmt } of steps) {
    const index = step_results.push(null) - 1;
    step_errors.push(null);
    if (condition && !holds(condition)) continue;
    try {
      step_results[index] = await execute(stream, stmt);
    } catch (error) {
      step_errors[index] = wireError(error);
    }
  }
  return { step_results, step_errors };
}

async function execute(stream: Stream, statement: WireStatement): Promise<object> {
  const sql = sqlOf(stream, statement);
  const control = /^\s*(BEGIN|COMMIT|ROLLBACK)\b(?!\s+TO\b)\s*(?:TRANSACTION\s+)?(\w*)/i.exec(sql);
  if (control) return toResult(await controlTransaction(stream, control), 0n);
  const target = stream.transaction ?? stream.client;
  const result = await target.execute({ sql, args: argsOf(statement) });
  // The embedded client does not count what a statement with RETURNING changed; sqld does.
  const counted = result.columns.length > 0 && /^\s*(insert|update|delete|replace)\b/i.test(sql);
  const changes = counted ? (await target.execute('SELECT changes()')).rows[0]?.[0] : result.rowsAffected;
  return toResult(result, BigInt(Number(changes ?? 0)));
}

const NOTHING: Pick<ResultSet, 'columns' | 'columnTypes' | 'rows' | 'lastInsertRowid'> = {
  columns: [],
  columnTypes: [],
  rows: [],
  lastInsertRowid: undefined,
};

async function controlTransaction(stream: Stream, [, verb = '', mode = '']: RegExpExecArray) {
  if (verb.toUpperCase() === 'BEGIN') {
    const name = mode.toUpperCase();
    stream.writes = name !== 'READONLY';
    stream.transaction = await stream.client.transaction(
      name === 'IMMEDIATE' ? 'write' : name === 'READONLY' ? 'read' : 'deferred',
    );
    return NOTHING;
  }
  const open = stream.transaction;
  const isCommit = verb.toUpperCase() === 'COMMIT';
  if (!open) {
    const message = `cannot ${isCommit ? 'commit' : 'rollback'} - no transaction is active`;
    throw new LibsqlError(message, 'SQLITE_ERROR');
  }
  // A COMMIT that fails ends the transaction here; on a server the ROLLBACK after it does.
  stream.transaction = null;
  await (isCommit ? open.commit() : open.rollback());
  return NOTHING;
}

function sqlOf(stream: Stream, { sql, sql_id }: { readonly sql?: string; readonly sql_id?: number }): string {
  const text = sql ?? stream.stored.get(sql_id ?? -1);
  if (text === undefined) throw new LibsqlError(`SQL text ${sql_id} not found`, 'SQL_NOT_FOUND');
  return text;
}

function argsOf({ args = [], named_args = [] }: WireStatement) {
  if (named_args.length === 0) return args.map(toValue);
  return Object.fromEntries(named_args.map(({ name, value }) => [name, toValue(value)]));
}

/** What fails while a statement is prepared is an input error on a server, with a code of its own. */
function wireError(error: unknown): WireError {
  if (!(error instanceof LibsqlError)) return { message: String(error), code: 'INTERNAL' };
  const message = error.message.replace(`${error.code}: `, '');
  const isInput =
    error.code === 'SQLITE_ERROR' && /^(no such|near |table .* already|incomplete)/.test(message);
  if (isInput) return { message: `SQLite input error: ${message} (at offset 0)`, code: 'SQL_INPUT_ERROR' };
  return { message: `SQLite error: ${message}`, code: error.code };
}
