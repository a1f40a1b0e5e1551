/** `WHATSAPP=web`: the bridge as a process of its own, which the server starts, watches and stops. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Logger } from 'pino';
import { backoffMs, CHANNEL_BACKOFF } from '../delivery/backoff.ts';

export interface BridgeProcess {
  /** Resolves when it is gone. */
  stop(): Promise<void>;
}

export interface BridgeProcessOptions {
  /** Where it keeps the session and its spool. */
  readonly folder: string;
  /** The address of this server, for the machine itself. */
  readonly server: string;
  readonly secret: string;
  readonly env: NodeJS.ProcessEnv;
  readonly log: Logger;
}

/** One that ran this long has recovered: the next end is a new failure. */
const STABLE_MS = 60_000;

/** How long an orderly stop may take. Its browser ends with it in any case. */
const STOP_MS = 6_000;

/**
 * It makes little at a time, and shares a small machine with a browser: left to itself, Node lets what is short-lived
 * grow to 48 MB before it looks through it. `npm run whatsapp` says the same.
 */
export const BRIDGE_NODE_ARGS = ['--max-semi-space-size=2', '--max-old-space-size=128'];

/** Beside this file in the bundle, or among the sources. */
function entry(): string {
  const bundled = fileURLToPath(new URL('bridge.js', import.meta.url));
  return existsSync(bundled) ? bundled : fileURLToPath(new URL('../bridge.ts', import.meta.url));
}

export function startBridgeProcess({
  folder,
  server,
  secret,
  env,
  log,
}: BridgeProcessOptions): BridgeProcess {
  let child: ChildProcess | null = null;
  let again: NodeJS.Timeout | undefined;
  let stopping = false;
  let failures = 0;

  function run(): void {
    const since = Date.now();
    child = fork(entry(), [folder], {
      env: { ...env, GERAI_URL: server, WHATSAPP_BRIDGE_SECRET: secret },
      execArgv: [...process.execArgv, ...BRIDGE_NODE_ARGS],
    });
    child.once('exit', (code, signal) => {
      child = null;
      if (stopping) return;
      failures = Date.now() - since > STABLE_MS ? 1 : failures + 1;
      const ms = backoffMs(CHANNEL_BACKOFF, failures, Math.random());
      log.error({ code, signal, ms }, 'The WhatsApp bridge ended and is started anew.');
      again = setTimeout(run, ms);
    });
  }

  run();
  return {
    async stop() {
      stopping = true;
      clearTimeout(again);
      if (child === null) return;
      const limit = setTimeout(() => child?.kill('SIGKILL'), STOP_MS);
      child.kill('SIGTERM');
      await once(child, 'exit');
      clearTimeout(limit);
    },
  };
}
