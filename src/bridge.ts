/**
 * The WhatsApp bridge on Node: drives a paired phone and talks with the server. Started by the server with
 * `WHATSAPP=web`, or by itself: `node dist/bridge.js [folder]`. It has no database.
 */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { renderUnicodeCompact } from 'uqr';
import { ConfigError, parseBridgeConfig } from './config.ts';
import { runBridge } from './node/run-bridge.ts';

const FOLDER = 'data/whatsapp';

function showCode(code: string): void {
  console.log(`Scan this with WhatsApp on the phone (Linked devices):\n${renderUnicodeCompact(code)}`);
}

if (existsSync('.env')) process.loadEnvFile('.env');
try {
  const { env } = process;
  await runBridge({
    config: parseBridgeConfig(env),
    folder: resolve(process.argv[2] ?? FOLDER),
    env,
    onCode: showCode,
  });
} catch (error) {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exit(1);
}
