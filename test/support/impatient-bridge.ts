/** The bridge with short limits: what takes it minutes to notice takes seconds. Its folder is the argument. */
import { parseBridgeConfig } from '../../src/config.ts';
import { runBridge } from '../../src/node/run-bridge.ts';

const [folder = ''] = process.argv.slice(2);

await runBridge({
  config: parseBridgeConfig(process.env),
  folder,
  env: process.env,
  onCode: () => undefined,
  pace: {
    typingMs: () => 0,
    limits: {
      supervisor: {
        'never-ready': 10_000,
        'stale-code': 90_000,
        silence: 4_000,
        acks: 2_000,
        stable: 500,
        closing: 3_000,
      },
      client: { ack: 1_500, heartbeat: 1_000, heartbeatAnswer: 1_000, call: 5_000 },
    },
  },
});
