/** What the outcome of a send means for the message: it is over, or it is tried again, and when. */
import type { SendOutcome } from '../chat/channel.ts';
import { backoffMs, MESSAGE_BACKOFF, UNCERTAIN_NOTICE_BACKOFF } from './backoff.ts';
import type { Owed } from './sender.ts';

/** With the waits between them, a little under six minutes. */
export const MAX_ATTEMPTS = 6;
/** A message that may have arrived is sent so often at most: each is one more copy for who reads it. */
const MAX_UNCERTAIN_ATTEMPTS = 3;
/** An unconfirmed reply that is older has been overtaken by the conversation. */
export const YOUNG_REPLY_MS = 10 * 60_000;
/** Pauses that the channel asks for do not count as attempts, but nothing waits longer than a day. */
const MAX_AGE_MS = 24 * 3_600_000;

export type Verdict =
  | { readonly kind: 'sent'; readonly externalId: string | null }
  | {
      readonly kind: 'again';
      readonly dueAt: number;
      readonly attempts: number;
      readonly reason: string;
      /** Where the chat lives now, if it moved. */
      readonly movedTo: string | null;
      /** It is to be remembered that nobody wrote there for too long. */
      readonly closed?: true;
    }
  | {
      readonly kind: 'over';
      readonly state: 'failed' | 'dead';
      readonly attempts: number;
      readonly reason: string;
      /** The address itself is closed to us. */
      readonly unreachable: boolean;
    };

export interface Moment {
  readonly now: number;
  readonly random: number;
  /** When the pause ends that this outcome asked for. */
  readonly pausedUntil: number | null;
}

export function verdictOn(owed: Owed, outcome: SendOutcome, moment: Moment): Verdict {
  const attempts = owed.attempts + 1;
  switch (outcome.kind) {
    case 'sent':
      return { kind: 'sent', externalId: outcome.externalId };
    case 'unreachable':
      return { kind: 'over', state: 'failed', attempts, reason: outcome.reason, unreachable: true };
    case 'rejected':
      return { kind: 'over', state: 'failed', attempts, reason: outcome.reason, unreachable: false };
    case 'closed':
      return afterClosed(owed, outcome.reason, moment);
    case 'moved':
      return attempts >= MAX_ATTEMPTS
        ? dead(attempts, 'moved again and again')
        : { kind: 'again', dueAt: moment.now, attempts, reason: 'moved', movedTo: outcome.chat };
    case 'uncertain':
      return afterUncertain(owed, `uncertain: ${outcome.reason}`, moment);
    case 'retry':
      return afterRefusal(owed, outcome.reason, moment);
  }
}

/** The clock here says otherwise: it goes once more, by the road for those who have not written for long. */
function afterClosed(owed: Owed, reason: string, { now }: Moment): Verdict {
  const attempts = owed.attempts + 1;
  if (owed.message.template === undefined || attempts >= MAX_ATTEMPTS)
    return { kind: 'over', state: 'failed', attempts, reason, unreachable: false };
  return { kind: 'again', dueAt: now, attempts, reason, movedTo: null, closed: true };
}

function dead(attempts: number, reason: string): Verdict {
  return { kind: 'over', state: 'dead', attempts, reason, unreachable: false };
}

function afterRefusal(owed: Owed, reason: string, { now, random, pausedUntil }: Moment): Verdict {
  const isPause = pausedUntil !== null;
  const attempts = isPause ? owed.attempts : owed.attempts + 1;
  const dueAt = pausedUntil ?? now + backoffMs(MESSAGE_BACKOFF, attempts, random);
  if (attempts >= MAX_ATTEMPTS || dueAt - owed.createdAt > MAX_AGE_MS) return dead(attempts, reason);
  return { kind: 'again', dueAt, attempts, reason, movedTo: null };
}

/** Notices carry their order's code, so that a second copy is understood; so is that of a young reply. */
function afterUncertain(owed: Owed, reason: string, { now, random }: Moment): Verdict {
  const attempts = owed.attempts + 1;
  const backoff = owed.kind === 'notice' ? UNCERTAIN_NOTICE_BACKOFF : MESSAGE_BACKOFF;
  const dueAt = now + backoffMs(backoff, attempts, random);
  if (attempts >= MAX_UNCERTAIN_ATTEMPTS) return dead(attempts, reason);
  if (owed.kind === 'reply' && dueAt - owed.createdAt >= YOUNG_REPLY_MS) {
    return { kind: 'over', state: 'failed', attempts, reason, unreachable: false };
  }
  return { kind: 'again', dueAt, attempts, reason, movedTo: null };
}
