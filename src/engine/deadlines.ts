/**
 * The job that lets nothing wait in silence. Each row that waits says when it has to be looked at; a step, and a change of
 * what decides about time, say "now". Looking finds out what is next, and does it where it is due.
 */
import type { Copy } from '../chat/copy/copy.ts';
import { meetPartDeadline } from '../chat/deadlines/part.ts';
import { meetQuestionDeadline } from '../chat/deadlines/question.ts';
import type { OrderView, QuestionView, RoleRecipient } from '../chat/facts.ts';
import type { Desk } from '../chat/wording.ts';
import { productById, type Snapshot } from '../shop/catalogue.ts';
import {
  type Deadline,
  partDeadline,
  questionDeadline,
  type Waiting,
  type WaitingPart,
} from '../shop/deadlines.ts';
import type { OwnEffect } from '../shop/effects.ts';
import type { Catalogue } from './catalogue.ts';
import type { OwnDoor } from './engine.ts';

/** A row that has to be looked at. */
interface DueRow {
  readonly id: number;
  /** When it was to be looked at. */
  readonly dueAt: number;
}

export interface DuePartRow extends DueRow, WaitingPart {
  readonly what: 'part';
  readonly version: number;
}

export interface DueQuestionRow extends DueRow, Waiting {
  readonly what: 'question';
  readonly productId: number | null;
}

export type Due = DuePartRow | DueQuestionRow;

/** What the job needs of the database. */
export interface DueStore {
  /** What is to be looked at, the longest overdue first, and no more than this many of each kind. */
  loadDue(
    now: number,
    limit: number,
  ): Promise<{ readonly due: readonly Due[]; readonly catalogueVersion: number }>;
  /** What has to be known to do something about these. */
  loadCases(due: readonly Due[]): Promise<Cases>;
  /** They are looked at again then; at null no more. Those that changed meanwhile stay as they are. */
  lookAt(rows: readonly { readonly row: Due; readonly at: number | null }[]): Promise<void>;
  /** All that waits is looked at again now. */
  lookAtAll(): Promise<void>;
  /** When the next one is to be looked at; Infinity: none is. */
  nextAt(): Promise<number>;
  /** The newest time at which anything came in; 0: nothing did. */
  newestTime(): Promise<number>;
}

export interface Cases {
  readonly orders: readonly OrderView[];
  readonly questions: readonly QuestionView[];
  /** All staff, keepers and admins. */
  readonly recipients: readonly RoleRecipient[];
}

export interface DeadlineDeps {
  readonly store: DueStore;
  readonly door: OwnDoor;
  readonly catalogue: Catalogue;
  readonly copy: Copy;
}

/** Looked at in one go. */
const AT_ONCE = 100;
/** A run ends then, and goes on when it is asked again: others have to come in between. */
const MAX_ROUNDS = 10;
/** A clock is set right by a little all the time. */
const CLOCK_SLACK_MS = 60_000;
/** When what was due could not be done, it is tried again. */
const AGAIN_MS = 60_000;

export interface DeadlineJob {
  readonly name: 'deadlines';
  /** @returns when it wants to be asked again, UTC milliseconds; Infinity: when something new waits. */
  run(now: number): Promise<number>;
}

export function makeDeadlines(deps: DeadlineDeps): DeadlineJob {
  const { store } = deps;
  let newest: number | null = null;

  /** What was to be looked at tomorrow by a clock that went wrong is looked at by the one that goes right. */
  async function noticeClockSetBack(now: number): Promise<void> {
    const before = newest ?? (await store.newestTime());
    if (now < before - CLOCK_SLACK_MS) await store.lookAtAll();
    newest = now;
  }

  return {
    name: 'deadlines',
    async run(now) {
      await noticeClockSetBack(now);
      for (let round = 0; round < MAX_ROUNDS; round += 1) {
        const { due, catalogueVersion } = await store.loadDue(now, AT_ONCE);
        if (due.length === 0) return store.nextAt();
        await meet(deps, due, await deps.catalogue.atLeast(catalogueVersion), now);
      }
      return now + AGAIN_MS;
    },
  };
}

async function meet(
  { store, door, copy }: DeadlineDeps,
  rows: readonly Due[],
  snapshot: Snapshot,
  now: number,
): Promise<void> {
  const known = rows.map((row) => ({ row, deadline: deadlineOf(snapshot, row, now) }));
  const isDue = ({ deadline }: Known) => deadline !== null && deadline.at <= now;
  await store.lookAt(
    known.filter((each) => !isDue(each)).map(({ row, deadline }) => ({ row, at: deadline?.at ?? null })),
  );
  const overdue = known.filter(isDue);
  if (overdue.length === 0) return;
  const cases = await store.loadCases(overdue.map(({ row }) => row));
  for (const each of overdue) {
    const decision = decisionFor({ snapshot, copy, now }, each, cases);
    if (decision) await door.act({ ...decision, now });
  }
}

interface Known {
  readonly row: Due;
  readonly deadline: Deadline | null;
}

function deadlineOf(snapshot: Snapshot, row: Due, now: number): Deadline | null {
  if (row.what === 'part') return partDeadline(snapshot, row, now);
  const product = row.productId === null ? undefined : productById(snapshot, row.productId);
  return questionDeadline(snapshot, { ...row, placeId: product?.placeId ?? snapshot.stand.placeId }, now);
}

/** null: it has changed since it was looked at, and is looked at again. */
function decisionFor(
  desk: Desk,
  { row, deadline }: Known,
  { orders, questions, recipients }: Cases,
): { key: string; effects: OwnEffect[] } | null {
  if (deadline === null) return null;
  if (row.what === 'question') {
    const question = questions.find((each) => each.id === row.id && each.open);
    return question ? meetQuestionDeadline(desk, { question, told: row.told, deadline, recipients }) : null;
  }
  for (const order of orders) {
    const part = order.parts.find((each) => each.id === row.id && each.version === row.version);
    if (part) return meetPartDeadline(desk, { order, part, waiting: row, deadline, recipients });
  }
  return null;
}
