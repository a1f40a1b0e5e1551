/** What a process remembers from one event to the next: on Workers, from one request to the next of an isolate. */
import { type Circuit, makeCircuit } from './advice/adviser.ts';
import type { ChannelName } from './chat/message.ts';
import type { Snapshot } from './shop/catalogue.ts';
import { type BridgeMemory, makeBridgeMemory } from './web/bridge-api.ts';
import type { ChannelHealth } from './web/health.ts';

/**
 * Data only. No promise and no connection belongs here: on Workers a request may not wait for what another one began.
 */
export interface Memory {
  /** The newest that was loaded; null before the first. */
  snapshot: Snapshot | null;
  readonly channels: Map<ChannelName, ChannelHealth>;
  /** How often an event of a channel that posts failed, by its key. */
  readonly failures: Map<string, number>;
  /** Chats that were told of the outage that lasts, each with its channel. */
  readonly told: Set<string>;
  readonly bridge: BridgeMemory;
  /** Whether the language model is of use. */
  readonly circuit: Circuit;
}

export function makeMemory(): Memory {
  return {
    snapshot: null,
    channels: new Map(),
    failures: new Map(),
    told: new Set(),
    bridge: makeBridgeMemory(),
    circuit: makeCircuit(),
  };
}
