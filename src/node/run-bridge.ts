/** The WhatsApp bridge as a process: its browser, its log, its stop. */
import { existsSync } from 'node:fs';
import { type Bridge, type BridgeOptions, startBridge } from '../../bots/whatsapp-web/bridge.ts';
import { findBrowser, splitArguments } from '../../bots/whatsapp-web/browser.ts';
import { library } from '../../bots/whatsapp-web/client.ts';
import { type BridgeConfig, ConfigError, SETTINGS } from '../config.ts';
import { backoffMs, CHANNEL_BACKOFF } from '../delivery/backoff.ts';
import { makeLog } from './log.ts';

/** How long an orderly stop may take before it is broken off. */
const STOP_MS = 20_000;

export interface BridgeRun {
  readonly config: BridgeConfig;
  readonly folder: string;
  readonly env: NodeJS.ProcessEnv;
  /** What the phone is to scan, each time that it changes. */
  readonly onCode: (code: string) => void;
  /** Left out by everything but tests and measurements. */
  readonly pace?: Pick<BridgeOptions, 'limits' | 'typingMs'>;
}

function browserOf(config: BridgeConfig): string {
  const found = config.WHATSAPP_WEB_BROWSER ?? findBrowser();
  if (found === null || !existsSync(found)) {
    throw new ConfigError(
      'WHATSAPP_WEB_BROWSER: no Chromium or Chrome is here; install one, or set its path.',
    );
  }
  return found;
}

function browserArgs(config: BridgeConfig): string[] {
  const more = splitArguments(config.WHATSAPP_WEB_BROWSER_ARGS ?? '');
  // Chromium refuses to run as root with its sandbox, as in most containers.
  return process.getuid?.() === 0 ? ['--no-sandbox', ...more] : more;
}

/** A browser shows pages of others: it has no use for tokens and secrets. */
function withoutSettings(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !(name in SETTINGS.shape)));
}

/** It is an optional package: `npm ci --omit=optional` leaves it out. */
async function requireLibrary(): Promise<void> {
  await library().catch(() => {
    throw new ConfigError(
      'whatsapp-web.js is not installed: run `npm ci` without leaving out optional packages.',
    );
  });
}

/** @throws ConfigError where something is missing that a person has to bring. */
export async function runBridge({ config, folder, env, onCode, pace }: BridgeRun): Promise<void> {
  const running = stopInOrder();
  await requireLibrary();
  const log = makeLog(config.LOG_LEVEL);
  const bridge = await startBridge({
    ...pace,
    folder,
    browser: browserOf(config),
    browserArgs: browserArgs(config),
    browserEnv: withoutSettings(env),
    server: config.server,
    secret: config.secret,
    now: Date.now,
    random: Math.random,
    pauseMs: (failures) => backoffMs(CHANNEL_BACKOFF, failures, Math.random()),
    log,
    onCode,
  });
  // The library reloads its page in listeners that nobody awaits; what goes wrong there is the client's end, not ours.
  const onFailure = (error: unknown) => {
    log.error({ reason: error instanceof Error ? error.name : 'unknown' }, 'The WhatsApp client failed.');
    bridge.failed();
  };
  process.on('unhandledRejection', onFailure);
  process.on('uncaughtException', onFailure);
  running(bridge);
}

/** @returns is told of the bridge once it runs. */
function stopInOrder(): (bridge: Bridge) => void {
  let bridge: Bridge | null = null;
  let stopping = false;
  const stop = () => {
    if (bridge === null) process.exit(0);
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), STOP_MS).unref();
    bridge.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  // The server that started it is gone, in whatever way.
  process.on('disconnect', stop);
  return (started) => {
    bridge = started;
    // It was gone before anybody listened for that.
    if (process.send && !process.connected) stop();
  };
}
