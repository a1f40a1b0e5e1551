/**
 * The WhatsApp bridge on Node: drives a paired phone and talks with the server. Started by the server with
 * `WHATSAPP=web`, or by itself: `node dist/bridge.js [folder]`. It has no database.
 */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { renderUnicodeCompact } from 'uqr';
import { type Bridge, startBridge } from '../bots/whatsapp-web/bridge.ts';
import { findBrowser, splitArguments } from '../bots/whatsapp-web/browser.ts';
import { library } from '../bots/whatsapp-web/client.ts';
import { type BridgeConfig, ConfigError, parseBridgeConfig, SETTINGS } from './config.ts';
import { backoffMs, CHANNEL_BACKOFF } from './delivery/backoff.ts';
import { makeLog } from './node/log.ts';

/** How long an orderly stop may take before it is broken off. */
const STOP_MS = 20_000;

const FOLDER = 'data/whatsapp';

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

function showCode(code: string): void {
  console.log(`Scan this with WhatsApp on the phone (Linked devices):\n${renderUnicodeCompact(code)}`);
}

/** It is an optional package: `npm ci --omit=optional` leaves it out. */
async function requireLibrary(): Promise<void> {
  await library().catch(() => {
    throw new ConfigError(
      'whatsapp-web.js is not installed: run `npm ci` without leaving out optional packages.',
    );
  });
}

async function start(config: BridgeConfig): Promise<void> {
  await requireLibrary();
  const log = makeLog(config.LOG_LEVEL);
  const bridge = await startBridge({
    folder: resolve(process.argv[2] ?? FOLDER),
    browser: browserOf(config),
    browserArgs: browserArgs(config),
    browserEnv: withoutSettings(process.env),
    server: config.server,
    secret: config.secret,
    now: Date.now,
    random: Math.random,
    pauseMs: (failures) => backoffMs(CHANNEL_BACKOFF, failures, Math.random()),
    log,
    onCode: showCode,
  });
  // The library reloads its page in listeners that nobody awaits; what goes wrong there is the client's end, not ours.
  const onFailure = (error: unknown) => {
    log.error({ reason: error instanceof Error ? error.name : 'unknown' }, 'The WhatsApp client failed.');
    bridge.failed();
  };
  process.on('unhandledRejection', onFailure);
  process.on('uncaughtException', onFailure);
  stopInOrder(bridge);
}

function stopInOrder(bridge: Bridge): void {
  let stopping = false;
  const stop = () => {
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
}

if (existsSync('.env')) process.loadEnvFile('.env');
try {
  await start(parseBridgeConfig(process.env));
} catch (error) {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exit(1);
}
