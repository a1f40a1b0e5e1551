/**
 * What an error of the Graph API means for delivery. Meta recommends to go by the code rather than by the HTTP status or
 * the words: https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes, from which
 * the groups and meanings below are. The same codes come as the answer to a call, in a status webhook, or in both.
 */
import type { SendOutcome } from '../../src/chat/channel.ts';
import { networkCode, notConnected } from '../common/not-connected.ts';
import { GraphError } from './graph.ts';

const SECOND = 1_000;
const MINUTE = 60_000;

interface Known {
  readonly codes: readonly number[];
  readonly means: SendOutcome;
}

/** The message itself has to wait, and is tried a few times. */
function later(reason: string): SendOutcome {
  return { kind: 'retry', afterMs: null, scope: 'chat', reason };
}

/** Nothing can be sent from this number now. `afterMs`: when Meta's limit can be free again; null: it backs off. */
function notNow(reason: string, afterMs: number | null = null): SendOutcome {
  return { kind: 'retry', afterMs, scope: 'bot', reason };
}

function never(reason: string): SendOutcome {
  return { kind: 'rejected', reason };
}

const KNOWN: readonly Known[] = [
  // Authorisation: every message has to wait for a person to put it right.
  { codes: [0, 190], means: notNow('the access token is wrong or has expired; set a new one') },
  { codes: [3, 10, 131005], means: notNow('the access token lacks the permission to send messages') },
  // Throttling. The throughput counts by the second, what an account and an app may do by the hour.
  { codes: [130429], means: notNow('more messages a second than this number may send', SECOND) },
  { codes: [4, 80007], means: notNow('more calls than this account or app may make', MINUTE) },
  { codes: [131048], means: notNow('restricted because of messages that were blocked as spam', 5 * MINUTE) },
  // To the same person too often: Meta says to wait 4^X seconds, which is how a message waits here anyway.
  { codes: [131056], means: later('too many messages to the same person') },
  // The number or the account.
  { codes: [131057], means: notNow('the number is being upgraded', MINUTE) },
  { codes: [33, 131045, 133010], means: notNow('the phone number is not registered for the Cloud API') },
  { codes: [368, 131031, 130497], means: notNow('the account is locked or restricted by Meta') },
  { codes: [131042], means: notNow('there is a problem with how the account pays') },
  // A fault on their side.
  { codes: [1, 2, 131000, 131016], means: later('a fault of the service') },
  // The person. 131026: not on WhatsApp, an old version of it, or its terms not accepted; Meta tells no more.
  { codes: [131026], means: { kind: 'unreachable', reason: 'the person cannot be reached' } },
  {
    codes: [131047],
    means: { kind: 'closed', reason: 'window closed: the person wrote more than 24 hours ago' },
  },
  { codes: [130472, 131049, 131050], means: never('withheld from this person by Meta') },
  { codes: [131030], means: never('the person is not in the list of test numbers') },
  { codes: [131021], means: never('the number would write to itself') },
  // A template. The notice takes another road, and a person has to look at the template. 132018 is in no list of Meta's
  // that could be read here; others report it for values with line breaks.
  { codes: [132000], means: never('the template has another number of values') },
  { codes: [132001], means: never('there is no such template in this language, or it is not approved') },
  { codes: [132005], means: never('the template is too long with these values') },
  { codes: [132007], means: never('the words of the template are against a policy of WhatsApp') },
  { codes: [132012, 132018], means: never('a value does not have the form that the template asks for') },
  { codes: [132015], means: never('the template is paused, because people disliked it') },
  { codes: [132016], means: never('the template is disabled for good, because people disliked it') },
];

/** What these say of the template itself, in the words that Meta uses for its status. */
const TEMPLATE_STATUS: ReadonlyMap<number, string> = new Map([
  [132001, 'MISSING'],
  [132015, 'PAUSED'],
  [132016, 'DISABLED'],
]);

/** Something is wrong with the message: another form of it may do. 131052 and 131053 concern its picture. */
const BAD_MESSAGE: readonly number[] = [100, 131008, 131009, 131051, 131052, 131053, 135000];

/** 200 to 299: "Permission is either not granted or has been removed." */
function isPermission(code: number): boolean {
  return code >= 200 && code < 300;
}

/** @returns undefined for a code that is not in the list. */
function knownOutcome(code: number): SendOutcome | undefined {
  if (isPermission(code)) return knownOutcome(10);
  return KNOWN.find(({ codes }) => codes.includes(code))?.means;
}

function withCode(outcome: SendOutcome, code: number): SendOutcome {
  return 'reason' in outcome ? { ...outcome, reason: `${outcome.reason} (${code})` } : outcome;
}

/** For a status webhook that says that a message failed. */
export function outcomeOfCode(code: number | undefined): SendOutcome {
  if (code === undefined) return never('failed');
  return withCode(knownOutcome(code) ?? never('refused'), code);
}

function outcomeOfStatus(status: number): SendOutcome {
  if (status >= 500) return later(`HTTP ${status}`);
  if (status === 429) return notNow('HTTP 429', SECOND);
  // Without a code that says more, it is the token or the id of the phone number.
  if (status === 401 || status === 403 || status === 404) return notNow(`HTTP ${status}`);
  return never(`HTTP ${status}`);
}

/** Of a call that would have sent a message. */
export function outcomeOf(error: unknown): SendOutcome {
  if (error instanceof GraphError) {
    const { code, status } = error;
    const known = code === null ? undefined : knownOutcome(code);
    if (known && code !== null) return withCode(known, code);
    const outcome = outcomeOfStatus(status);
    return code === null ? outcome : withCode(outcome, code);
  }
  const reason = networkCode(error) ?? (error instanceof Error ? error.name : 'unknown error');
  return notConnected(error) ? notNow('not connected') : { kind: 'uncertain', reason };
}

/** Of a call that would have sent a template: there is no other form to go by. */
export function outcomeOfTemplate(error: unknown): SendOutcome {
  const outcome = outcomeOf(error);
  return outcome.kind === 'closed' ? never(outcome.reason) : outcome;
}

/** null: the template is as it was. */
export function templateStatusOf(error: unknown): string | null {
  return (error instanceof GraphError && error.code !== null && TEMPLATE_STATUS.get(error.code)) || null;
}

/** Of a call that sends nothing yet: it may be made again. */
export function outcomeOfUpload(error: unknown): SendOutcome {
  const outcome = outcomeOf(error);
  return outcome.kind === 'uncertain' ? later(`picture: ${outcome.reason}`) : outcome;
}

/** Another form of the message may be taken. */
export function isBadMessage(error: unknown): boolean {
  return error instanceof GraphError && error.code !== null && BAD_MESSAGE.includes(error.code);
}
