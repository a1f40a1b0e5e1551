/** Asks a language model within a time limit, and leaves it alone for a while when it is of no use. */
import type { Advice, AdviceQuestion, Advise } from '../chat/advice/advice.ts';
import type { Log } from '../delivery/events.ts';
import { askModel, type LanguageModel, NoAdvice } from './completions.ts';

/** The visitor waits, and with them whoever wrote in the same round of events. */
const LIMIT_MS = 4_000;
/** After so many failures in a row it is not asked for a while; then one more failure is enough. */
const FAILURES = 3;
const PAUSE_MS = 60_000;

/** What is remembered from one question to the next: data only, so that an isolate can keep it between requests. */
export interface Circuit {
  /** In a row. */
  failures: number;
  /** It is not asked before; UTC milliseconds. */
  openUntil: number;
}

export function makeCircuit(): Circuit {
  return { failures: 0, openUntil: 0 };
}

export interface AdviserDeps {
  readonly model: LanguageModel;
  readonly log: Log;
  readonly now: () => number;
  readonly circuit?: Circuit;
  readonly limitMs?: number;
}

export function makeAdviser(deps: AdviserDeps): Advise {
  const { model, log, now, circuit = makeCircuit(), limitMs = LIMIT_MS } = deps;

  async function ask(question: AdviceQuestion): Promise<Advice> {
    const advice = await askModel(model, question, AbortSignal.timeout(limitMs));
    circuit.failures = 0;
    return advice;
  }

  function failed(error: unknown): null {
    circuit.failures += 1;
    const pauses = circuit.failures >= FAILURES;
    if (pauses) circuit.openUntil = now() + PAUSE_MS;
    log.warn({ reason: reasonOf(error), failures: circuit.failures, pauses }, 'The language model failed.');
    return null;
  }

  return async (question) => (now() < circuit.openUntil ? null : ask(question).catch(failed));
}

/** Never the message of an error that is not ours: it may hold an address or a key. */
function reasonOf(error: unknown): string {
  if (error instanceof NoAdvice) return error.message;
  return error instanceof Error && error.name === 'TimeoutError' ? 'time limit' : 'network';
}
