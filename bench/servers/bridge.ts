/** The bridge as it is, but that it does not pretend to type: that pause is reported apart. */
import { parseBridgeConfig } from '../../src/config.ts';
import { runBridge } from '../../src/node/run-bridge.ts';

await runBridge({
  config: parseBridgeConfig(process.env),
  folder: process.argv[2] ?? '',
  env: process.env,
  onCode: () => undefined,
  pace: { typingMs: () => 0 },
});
