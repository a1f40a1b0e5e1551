/** A closed loop: each connection leads its own visitors, one update after the other. */
import type { BotApi } from './bot-api.ts';
import { openConnection, type Target } from './connection.ts';
import type { ServerProcess } from './processes.ts';
import { percentile } from './stats.ts';
import { type Step, updateFor } from './updates.ts';

export interface Contender extends Target {
  readonly name: string;
  readonly server: ServerProcess;
}

/** What one visitor does, from the first message on. */
export interface Visit {
  readonly chat: number;
  readonly steps: readonly Step[];
}

export interface Load {
  readonly connections: number;
  readonly ms: number;
  nextVisit(): Visit;
  /** Updates a second over all connections; as many as go when it is left out. */
  readonly perSecond?: number;
  /** Hears of each update that is about to be posted, with the time in milliseconds since 1970. */
  onPost?(chat: number, index: number, at: number): void;
}

export interface Figures {
  /** Until the last message had arrived at the Bot API. */
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly cpuMs: number;
  readonly updates: number;
  readonly messages: number;
}

const wallClock = () => performance.timeOrigin + performance.now();

export async function measure(contender: Contender, botApi: BotApi, load: Load): Promise<Figures> {
  const before = await botApi.quiet();
  const cpuBefore = contender.server.cpuMs();
  const from = wallClock();
  const latencies = (
    await Promise.all(Array.from({ length: load.connections }, () => drive(contender, load, from + load.ms)))
  ).flat();
  const acknowledged = wallClock();
  const after = await botApi.quiet();
  const cpu = contender.server.cpuMs() - cpuBefore;
  return {
    perSecond: (latencies.length / (Math.max(acknowledged, after.lastAt) - from)) * 1_000,
    p50: percentile(latencies, 0.5),
    p99: percentile(latencies, 0.99),
    cpuMs: cpu / latencies.length,
    updates: latencies.length,
    messages: after.messages - before.messages,
  };
}

async function drive(contender: Contender, load: Load, until: number): Promise<number[]> {
  const connection = await openConnection(contender);
  const latencies: number[] = [];
  const gapMs = load.perSecond === undefined ? 0 : (load.connections / load.perSecond) * 1_000;
  let due = wallClock() + Math.random() * gapMs;
  while (wallClock() < until) {
    const { chat, steps } = load.nextVisit();
    for (const [index, step] of steps.entries()) {
      if (gapMs > 0) await sleep(due - wallClock());
      due += gapMs;
      if (wallClock() >= until) break;
      const at = wallClock();
      load.onPost?.(chat, index, at);
      const status = await connection.post(updateFor(chat, step));
      if (status !== 200) throw new Error(`${contender.name} answered ${status} to ${JSON.stringify(step)}.`);
      latencies.push(wallClock() - at);
    }
  }
  connection.close();
  return latencies;
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.max(0, ms)));
}
