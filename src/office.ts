/** What belongs to the office page beside its routes: what it asks the database, and who hears of what nobody saw there. */
import { ConstraintError, type Database } from '../db/database.ts';
import { countUnseen, loadBoard, loadGiven, markSeen } from '../db/store/board.ts';
import { hashCode } from '../db/store/hash-code.ts';
import { findInvitation } from '../db/store/invitations.ts';
import { loadOpenNumbers } from '../db/store/open-numbers.ts';
import { markPulled } from '../db/store/outbox/lent.ts';
import { makeSeats } from '../db/store/seats.ts';
import { loadUnseen, type PassedOn, passOn, type Unseen } from '../db/store/unseen.ts';
import type { Capabilities } from './chat/channel.ts';
import { nextNumber } from './chat/choices.ts';
import type { Copy } from './chat/copy/copy.ts';
import type { RoleRecipient } from './chat/facts.ts';
import { forGroup, isGroupChat } from './chat/groups.ts';
import type { ChannelName, Message } from './chat/message.ts';
import { fitTo } from './chat/render.ts';
import { unitName } from './chat/wording.ts';
import type { Catalogue } from './engine/catalogue.ts';
import type { Job } from './jobs.ts';
import { openedAt } from './shop/calendar.ts';
import type { Snapshot } from './shop/catalogue.ts';
import type { Recipient } from './shop/effects.ts';
import { workingTimeAt } from './shop/working-time.ts';
import type { OfficeDeps } from './web/office/office.ts';

export interface OfficeSettings {
  /** A seat locks itself after so long without anybody there. */
  readonly lockMs: number;
  /** What was not seen for so long is told elsewhere, too. */
  readonly seenMs: number;
}

export const DEFAULT_OFFICE: OfficeSettings = { lockMs: 5 * 60_000, seenMs: 10 * 60_000 };

/** What the page asks the database for. */
export function officeStore(
  database: Database,
  catalogue: Catalogue,
  now: () => number,
): Pick<
  OfficeDeps,
  'seats' | 'findInvitation' | 'board' | 'given' | 'countUnseen' | 'markSeen' | 'fetched' | 'hash'
> {
  return {
    seats: makeSeats(database),
    findInvitation: (code) => findInvitation(database, code),
    async board(external) {
      const board = await loadBoard(database, external, now());
      if (board) await catalogue.atLeast(board.catalogueVersion);
      return board;
    },
    given: (external) => loadGiven(database, external),
    countUnseen: (external) => countUnseen(database, external),
    markSeen: (external, ids) => markSeen(database, external, ids, now()),
    fetched: (ids) => markPulled(database, ids, now()),
    hash: hashCode,
  };
}

/* ── what nobody saw ── */

export interface UnseenDeps {
  readonly database: Database;
  readonly copy: Copy;
  readonly catalogue: Catalogue;
  readonly capabilities: Readonly<Record<ChannelName, Capabilities>>;
  /** Channels on which somebody can be told. */
  readonly isReached: (channel: ChannelName) => boolean;
  readonly seenMs: number;
  readonly randomId: () => string;
  /** Notices were committed for these chats. */
  readonly onOwed: (to: readonly Recipient[]) => void;
}

/**
 * An order that nobody saw on the page of its unit's office, and that still waits, goes to the next address of the unit
 * that was not told, one after the other, and at last to the keepers. Each hears of it once: the key of a notice is unique.
 */
export function unseenJob(deps: UnseenDeps): Job {
  return {
    name: 'unseen orders',
    async run(now) {
      const told: Recipient[] = [];
      let next = Number.POSITIVE_INFINITY;
      for (const unseen of await loadUnseen(deps.database, deps.isReached)) {
        const dueAt = whenDue(deps.catalogue.current(), unseen.since, now, deps.seenMs);
        if (dueAt > now) next = Math.min(next, dueAt);
        else told.push(...(await tellNext(deps, unseen, now)));
      }
      if (told.length > 0) deps.onOwed(told);
      return next;
    },
  };
}

/** Counted from when it came, or from when the stand opened: nobody is called out of bed. Infinity: it is closed. */
function whenDue(snapshot: Snapshot, since: number, now: number, seenMs: number): number {
  const opened = openedAt(workingTimeAt(snapshot, snapshot.stand.placeId), now);
  return opened === null ? Number.POSITIVE_INFINITY : Math.max(since, opened) + seenMs;
}

/** @returns those who were told now. */
async function tellNext(deps: UnseenDeps, unseen: Unseen, now: number): Promise<Recipient[]> {
  const told: Recipient[] = [];
  for (const to of unseen.next) if (await tell(deps, unseen, to, now)) told.push(to);
  return told;
}

/** Notices of others to the same chat may take the numbers first. */
const MAX_RACES = 5;

async function tell(deps: UnseenDeps, unseen: Unseen, to: RoleRecipient, now: number): Promise<boolean> {
  for (let race = 1; ; race += 1) {
    const open = await loadOpenNumbers(deps.database, [to.chatId]);
    try {
      return await passOn(deps.database, unseen, to, piecesFor(deps, unseen, to, nextNumber(open)), now);
    } catch (error) {
      if (!(error instanceof ConstraintError) || race === MAX_RACES) throw error;
    }
  }
}

function piecesFor(deps: UnseenDeps, unseen: Unseen, to: RoleRecipient, from: number): PassedOn[] {
  const { copy, catalogue, capabilities, seenMs, randomId } = deps;
  const say = copy.in(to.language);
  const wording = { snapshot: catalogue.current(), say, language: to.language, now: 0 };
  const minutes = Math.max(1, Math.round(seenMs / 60_000));
  const preface = say('notice-unseen', { unit: unitName(wording, unseen.unitId), minutes });
  const { text, choices, photo, template } = unseen.source.message;
  const message: Message = {
    text: `${preface}\n\n${text}`,
    choices,
    ...(photo === null ? {} : { photo }),
    ...(template ? { template } : {}),
  };
  const can = capabilities[to.channel];
  const words = { openList: say('choices-open'), write: (label: string) => say('choices-write', { label }) };
  const fitting = isGroupChat(to.channel, to.external) ? forGroup(message) : message;
  return fitTo(fitting, can, words, from).map((fitted) => ({
    publicId: can.delivery === 'pull' ? randomId() : null,
    message: fitted,
  }));
}
