/**
 * Nothing waits in silence: whoever lets something wait is told again once, then the admins are told, and at last it ends.
 *
 *     new       the unit is told again → the admins, and the visitor that it takes longer → expired
 *     quoted    the visitor is told again → the admins → expired when the offer has lapsed
 *     ready     the visitor is told until when → expired; what is paid for does not end: the keepers are told
 *     question  the unit is told again → the admins, and the visitor that it takes longer
 *
 * When a machine slept through several of these, the latest is done and the earlier ones are left out; but nothing ends
 * without a word before, and time to act on it, except an offer, whose end was named in it.
 */
import { endOfDay, type Opening } from './calendar.ts';
import type { Snapshot, Waits } from './catalogue.ts';
import type { Fulfilment, FulfilmentState } from './fulfilment.ts';
import { addWorking, HOUR_MS, nextOpening, workingTimeAt } from './working-time.ts';

export const DEEDS = ['remind', 'escalate', 'expire'] as const;
/** `remind` tells again whoever is waited for, `escalate` those behind them, `expire` ends it. */
export type Deed = (typeof DEEDS)[number];

/** What has been told since the last step. */
export type Told = Exclude<Deed, 'expire'>;

export interface Deadline {
  readonly deed: Deed;
  /** UTC milliseconds, at which somebody is there. */
  readonly at: number;
}

/** How something waits, and what was told of it. */
export interface Waiting {
  /** When its last step was taken. */
  readonly since: number;
  readonly told: Told | null;
  readonly toldAt: number | null;
}

export type WaitingPart = Waiting &
  Pick<Fulfilment, 'placeId' | 'pickupDay' | 'readyDay' | 'quoteValidUntil'> & {
    readonly state: FulfilmentState;
    readonly isPaid: boolean;
  };

/** States in which a part waits for somebody, but not for ever. */
const WAITING: readonly FulfilmentState[] = ['new', 'quoted', 'ready'];

export function isWaiting(state: FulfilmentState): boolean {
  return WAITING.includes(state);
}

/** The visitor reads until when this long before it ends. */
const LAST_CALL_MS = 24 * HOUR_MS;

/** What is next for a part, be it due or not; null: it waits for no time. */
export function partDeadline(snapshot: Snapshot, part: WaitingPart, now: number): Deadline | null {
  const opening = workingTimeAt(snapshot, part.placeId);
  const waiting = notAhead(part, now);
  const ends = endOfWaiting(snapshot, opening, { ...part, ...waiting });
  switch (part.state) {
    case 'new':
    case 'quoted': {
      const steps = [
        ...askedAgain(opening, snapshot.stand.waits, waiting.since),
        ...(part.isPaid ? [] : ends),
      ];
      return next(steps, waiting.told, now, part.state === 'quoted');
    }
    case 'ready': {
      const called = Math.max(waiting.since, collectBy(snapshot, part) - LAST_CALL_MS);
      const steps: Deadline[] = [{ deed: 'remind', at: nextOpening(opening, called) }, ...ends];
      return next(part.isPaid ? steps.map(keptOnly) : steps, waiting.told, now);
    }
    default:
      return null;
  }
}

export function questionDeadline(
  snapshot: Snapshot,
  question: Waiting & { readonly placeId: number },
  now: number,
): Deadline | null {
  const opening = workingTimeAt(snapshot, question.placeId);
  const waiting = notAhead(question, now);
  return next(askedAgain(opening, snapshot.stand.waits, waiting.since), waiting.told, now);
}

/** By when a new part is answered, or else its visitor hears that it takes longer. */
export function answeredBy(snapshot: Snapshot, placeId: number, since: number): number {
  const { waits } = snapshot.stand;
  return addWorking(workingTimeAt(snapshot, placeId), since, waits.escalate * HOUR_MS);
}

/** When a clock was set back, what was written before it lies ahead: it counts as written now. */
function notAhead({ since, told, toldAt }: Waiting, now: number): Waiting {
  return { since: Math.min(since, now), told, toldAt: toldAt === null ? null : Math.min(toldAt, now) };
}

function askedAgain(opening: Opening, waits: Waits, since: number): Deadline[] {
  const after = (hours: number) => addWorking(opening, since, hours * HOUR_MS);
  return [
    { deed: 'remind', at: after(waits.remind) },
    { deed: 'escalate', at: after(waits.escalate) },
  ];
}

function endOfWaiting(snapshot: Snapshot, opening: Opening, part: WaitingPart): Deadline[] {
  const { waits } = snapshot.stand;
  const fair = part.toldAt === null ? 0 : addWorking(opening, part.toldAt, waits.remind * HOUR_MS);
  const end = (at: number): Deadline[] => [{ deed: 'expire', at: nextOpening(opening, at) }];
  switch (part.state) {
    case 'new':
      return end(Math.max(part.since + waits.expire * HOUR_MS, fair));
    case 'quoted':
      return end((part.quoteValidUntil ?? part.since) + waits.lapse * HOUR_MS);
    case 'ready':
      return end(Math.max(collectBy(snapshot, part), fair));
    default:
      return [];
  }
}

/** Whoever named a later day has until after that day. */
function collectBy({ stand }: Snapshot, { since, pickupDay, readyDay }: WaitingPart): number {
  const ends = [pickupDay, readyDay].map((day) => (day === null ? 0 : endOfDay(day, stand.timeZone)));
  return Math.max(since, ...ends) + stand.waits.collect * HOUR_MS;
}

function keptOnly({ deed, at }: Deadline): Deadline {
  return { deed: deed === 'expire' ? 'escalate' : deed, at };
}

/** The latest that is due, else the first to come. */
function next(
  steps: readonly Deadline[],
  told: Told | null,
  now: number,
  endsUntold = false,
): Deadline | null {
  const left = steps
    .filter(({ deed }) => told === null || DEEDS.indexOf(deed) > DEEDS.indexOf(told))
    .filter(({ deed }) => deed !== 'expire' || told !== null || endsUntold);
  const due = left.findLast(({ at }) => at <= now);
  if (due) return due;
  return left.reduce<Deadline | null>((first, each) => (first && first.at <= each.at ? first : each), null);
}
