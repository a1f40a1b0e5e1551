/** The server as people run it: built by the project's own script, a process of its own, its settings in the environment. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** A start on a busy machine; a limit for hangs. */
const START_MS = 60_000;

/** Lies in the project, so that the bundle finds its packages and its files there. */
function buildServer(): string {
  const parent = join(ROOT, 'test-results');
  mkdirSync(parent, { recursive: true });
  const folder = mkdtempSync(join(parent, 'server-'));
  built = folder;
  symlinkSync(join(ROOT, 'src'), join(folder, 'src'));
  const { status, stderr } = spawnSync(process.execPath, [join(ROOT, 'scripts/build.mjs')], { cwd: folder });
  if (status !== 0) throw new Error(`The server cannot be built: ${stderr}`);
  return join(folder, 'dist/main.js');
}

let bundle: string | null = null;
let built: string | null = null;

/** For the end of whatever starts servers: a test runner may end its processes without their leave. */
export function removeBundle(): void {
  if (built !== null) rmSync(built, { recursive: true, force: true });
}

export interface ServerOptions {
  /** Holds the database; the server's working directory, so that no `.env` of the machine is read. */
  readonly folder: string;
  readonly env?: Readonly<Record<string, string>>;
}

export interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

export interface ServerProcess {
  readonly process: ChildProcess;
  /** Everything that it wrote so far. */
  output(): string;
  /** Its address, once it listens. Rejects when it ends before. */
  readonly url: Promise<string>;
  readonly exited: Promise<Exit>;
  /** kill -9, and the end of it. */
  kill(): Promise<void>;
  /** An orderly stop. */
  stop(): Promise<Exit>;
}

export function databaseUrl(folder: string): string {
  return `file:${join(folder, 'gerai.db')}`;
}

/** What a process of the project gets from the environment: nothing of the machine's own settings. */
export function environment({ folder, env }: ServerOptions): NodeJS.ProcessEnv {
  const { PATH = '', HOME = '' } = process.env;
  return { PATH, HOME, DATABASE_URL: databaseUrl(folder), PORT: '0', ...env };
}

export function spawnServer(options: ServerOptions): ServerProcess {
  bundle ??= buildServer();
  const child = spawn(process.execPath, ['--enable-source-maps', bundle], {
    cwd: options.folder,
    env: environment(options),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const kill = async () => {
    child.kill('SIGKILL');
    await exited;
  };
  const exited = once(child, 'close').then(([code, signal]): Exit => ({ code, signal }));
  // Whoever started it and ends leaves no server behind.
  const onExit = () => void child.kill('SIGKILL');
  process.once('exit', onExit);
  void exited.then(() => process.removeListener('exit', onExit));
  const { url, output } = readOutput(child, exited);
  return {
    process: child,
    output,
    url,
    exited,
    kill,
    async stop() {
      child.kill('SIGTERM');
      return exited;
    },
  };
}

export interface CommandResult extends Exit {
  readonly output: string;
  readonly errors: string;
}

/** `gerai <arguments>`, a process of its own. */
export async function runCommand(options: ServerOptions, args: readonly string[]): Promise<CommandResult> {
  const child = spawnCommand(options, args);
  let [output, errors] = ['', ''];
  child.stdout?.on('data', (chunk) => {
    output += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    errors += chunk;
  });
  const [code, signal] = await once(child, 'close');
  return { output, errors, code, signal };
}

/** The same, to be killed. With `limitKb`, no file that it writes may become larger. */
export function spawnCommand(
  options: ServerOptions & { readonly limitKb?: number },
  args: readonly string[],
): ChildProcess {
  bundle ??= buildServer();
  const command = [process.execPath, '--enable-source-maps', join(dirname(bundle), 'cli.js'), ...args];
  const limit = options.limitKb === undefined ? 'unlimited' : String(options.limitKb);
  // The shell counts in kilobytes; bash, because the limit of dash has no name that all know.
  return spawn('bash', ['-c', `ulimit -f ${limit}; exec "$@"`, 'bash', ...command], {
    cwd: options.folder,
    env: environment(options),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** The bridge by itself, as on another machine; its address and secret in the environment. */
export function spawnBridge({ folder, env }: ServerOptions): ChildProcess {
  bundle ??= buildServer();
  const child = spawn(process.execPath, [join(dirname(bundle), 'bridge.js'), join(folder, 'whatsapp')], {
    cwd: folder,
    env: environment({ folder, ...(env ? { env } : {}) }),
    stdio: 'ignore',
  });
  const onExit = () => void child.kill('SIGKILL');
  process.once('exit', onExit);
  child.once('exit', () => process.removeListener('exit', onExit));
  return child;
}

function readOutput(child: ChildProcess, exited: Promise<Exit>) {
  let output = '';
  const url = new Promise<string>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`The server does not listen.\n${output}`)), START_MS);
    const look = (chunk: Buffer) => {
      output += chunk;
      const found = /Gerai listens\. The stand's page: (\S+)\//.exec(output);
      if (found?.[1]) {
        clearTimeout(timer);
        resolve(found[1]);
      }
    };
    child.stdout?.on('data', look);
    child.stderr?.on('data', look);
    void exited.then(() => {
      clearTimeout(timer);
      reject(new Error(`The server ended before it listened.\n${output}`));
    });
  });
  url.catch(() => undefined);
  return { url, output: () => output };
}

/** A server that listens. */
export async function startServer(options: ServerOptions): Promise<ServerProcess & { readonly at: string }> {
  const server = spawnServer(options);
  return { ...server, at: await server.url };
}

/** Nobody listens on it now. For a server that comes back under the same address. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('No port is free.');
  return address.port;
}
