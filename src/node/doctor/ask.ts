/** One question over the network, answered as far as the doctor needs it. What it says of a failure holds no address. */
import { networkCode } from '../../../bots/common/not-connected.ts';
import type { DoctorContext } from './finding.ts';

export interface Asked {
  readonly status: number;
  /** JSON; null where it was none. */
  readonly body: unknown;
}

/** Nobody answered: a code such as ENOTFOUND, or "no answer". */
export interface Unanswered {
  readonly code: string;
}

const PATIENCE_MS = 10_000;

export async function ask(
  { clocks, now }: DoctorContext,
  { url, whose, headers = {} }: { url: string; whose: string; headers?: Record<string, string> },
): Promise<Asked | Unanswered> {
  try {
    const response = await fetch(url, {
      headers,
      redirect: 'manual',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const there = Date.parse(response.headers.get('date') ?? '');
    if (!Number.isNaN(there)) clocks.push({ whose, there, here: now() });
    return { status: response.status, body: await response.json().catch(() => null) };
  } catch (error) {
    return { code: networkCode(error) ?? 'no answer' };
  }
}
