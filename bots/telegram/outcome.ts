/** What an error of grammY means for delivery. */
import { GrammyError, HttpError } from 'grammy';
import type { SendOutcome } from '../../src/chat/channel.ts';
import { notConnected } from '../common/not-connected.ts';

/** 400s that concern the address rather than the message; a 403 always does. */
const ADDRESS_GONE = /chat not found|user is deactivated|USER_DEACTIVATED|PEER_ID_INVALID/i;

/** @param repeatable carrying the call out twice does no harm (an edit). */
export function outcomeOf(error: unknown, repeatable: boolean): SendOutcome {
  if (error instanceof GrammyError) return answerOutcome(error);
  const reason = reasonOf(error);
  if (!(error instanceof HttpError)) return { kind: 'retry', afterMs: null, scope: 'chat', reason };
  if (notConnected(error.error)) return { kind: 'retry', afterMs: null, scope: 'bot', reason };
  if (repeatable) return { kind: 'retry', afterMs: null, scope: 'chat', reason };
  return { kind: 'uncertain', reason };
}

function answerOutcome(error: GrammyError): SendOutcome {
  const { error_code: code, description: reason, parameters } = error;
  if (parameters.migrate_to_chat_id !== undefined)
    return { kind: 'moved', chat: String(parameters.migrate_to_chat_id) };
  if (code === 429) {
    return { kind: 'retry', afterMs: (parameters.retry_after ?? 1) * 1_000, scope: 'chat', reason };
  }
  if (code >= 500) return { kind: 'retry', afterMs: null, scope: 'chat', reason };
  // A wrong or revoked token: every message of this bot has to wait for a person to put it right.
  if (code === 401 || code === 404) return { kind: 'retry', afterMs: null, scope: 'bot', reason };
  if (code === 403 || ADDRESS_GONE.test(reason)) return { kind: 'unreachable', reason };
  return { kind: 'rejected', reason };
}

/** In words, without the token, which node-fetch tells with the address. */
export function reasonOf(error: unknown): string {
  const told = error instanceof HttpError ? error.error : error;
  return String(told).replaceAll(/bot\d+:[\w-]+/g, 'bot…');
}

/** A 400 about the message itself, which another form of the message may avoid. */
export function isBadMessage(error: unknown): boolean {
  return error instanceof GrammyError && error.error_code === 400 && answerOutcome(error).kind === 'rejected';
}

export function describes(error: unknown, pattern: RegExp): boolean {
  return error instanceof GrammyError && error.error_code === 400 && pattern.test(error.description);
}
