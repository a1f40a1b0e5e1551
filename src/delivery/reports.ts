/**
 * What a channel says of a message after it has taken it: that it arrived, or that it failed after all. Reports come in
 * any order and more than once.
 */
import type { Database, Statement } from '../../db/database.ts';
import { markUnreachable } from '../../db/store/groups.ts';
import {
  confirmStatement,
  failStatement,
  loadReported,
  type Reported,
  reachableStatement,
} from '../../db/store/outbox/reports.ts';
import { openTask, type Reachable } from '../../db/store/unreached.ts';
import { closeWindow } from '../../db/store/window.ts';
import type { SendOutcome } from '../chat/channel.ts';
import type { ChannelName } from '../chat/message.ts';
import type { DeliveryEvent } from './events.ts';
import type { Owed } from './sender.ts';
import { type Verdict, verdictOn } from './verdict.ts';

export interface Report {
  /** The channel's id of the message. */
  readonly externalId: string;
  /** Of the row, as it was given along: see `referenceOf`. */
  readonly reference: string;
  /** It reached the person's device. */
  readonly isThere: boolean;
  readonly outcome: SendOutcome;
}

/** What a channel gives back with every report. The id alone could be a row's of another database, before this one. */
export function referenceOf({ id, createdAt }: Pick<Owed, 'id' | 'createdAt'>): string {
  return `${id} ${createdAt}`;
}

function idOf({ reference }: Report): number {
  return Number.parseInt(reference, 10);
}

export interface ReportsDeps {
  readonly database: Database;
  readonly reachable: Reachable;
  readonly now: () => number;
  /** From 0 to 1. */
  readonly random: () => number;
  readonly onEvent: (event: DeliveryEvent) => void;
  /** Something may be due in the table now. */
  readonly onDue: () => void;
}

export type TakeReports = (channel: ChannelName, reports: readonly Report[]) => Promise<void>;

export function makeReports(deps: ReportsDeps): TakeReports {
  const { database, onEvent } = deps;

  /** Another copy of the message, or one of whose failure is known. */
  function isKnown(row: Reported, report: Report): boolean {
    if (row.externalId !== null && row.externalId !== report.externalId) return true;
    return row.state === 'failed' || row.state === 'dead' || row.state === 'pending';
  }

  async function afterFailure(row: Reported, report: Report): Promise<Statement[]> {
    if (isKnown(row, report)) return [];
    const at = deps.now();
    const verdict = verdictOn(row, report.outcome, { now: at, random: deps.random(), pausedUntil: null });
    if (verdict.kind === 'sent') return [];
    tell(row, verdict, at);
    if (verdict.kind === 'again') {
      const { dueAt, attempts, reason: error, closed } = verdict;
      const again = failStatement(row.id, report.externalId, { state: 'pending', dueAt, attempts, error });
      return closed ? [again, closeWindow(row.chatId)] : [again];
    }
    const { state, attempts, reason: error, unreachable } = verdict;
    return [
      failStatement(row.id, report.externalId, { state, attempts, error }),
      ...(unreachable ? markUnreachable(row, at) : []),
      ...(await openTask(database, row, deps.reachable, at)),
    ];
  }

  function tell({ id, channel }: Reported, verdict: Exclude<Verdict, { kind: 'sent' }>, at: number): void {
    const { attempts, reason } = verdict;
    if (verdict.kind === 'again') {
      onEvent({ kind: 'again', channel, id, attempts, reason, ms: verdict.dueAt - at });
    } else {
      const { state, unreachable } = verdict;
      onEvent({ kind: 'over', channel, id, attempts, reason, state, unreachable });
    }
  }

  function afterArrival(row: Reported, { externalId, isThere }: Report): Statement[] {
    const isOpen = row.state === 'pending' || row.state === 'sending' || row.state === 'uncertain';
    // "sent" may come after "failed"; having arrived is stronger than both.
    const isNews = isOpen && (row.externalId === null || isThere);
    return [
      ...(isNews ? [confirmStatement(row.id, externalId, deps.now())] : []),
      ...(isThere && row.unreachableAt !== null ? [reachableStatement(row.chatId)] : []),
    ];
  }

  return async (channel, reports) => {
    const ids = reports.map(idOf).filter(Number.isSafeInteger);
    if (ids.length === 0) return;
    const rows = new Map((await loadReported(database, channel, ids)).map((row) => [referenceOf(row), row]));
    const statements: Statement[] = [];
    for (const report of reports) {
      const row = rows.get(report.reference);
      if (!row) continue;
      const isSent = report.outcome.kind === 'sent';
      statements.push(...(isSent ? afterArrival(row, report) : await afterFailure(row, report)));
    }
    if (statements.length === 0) return;
    await database.write(statements);
    deps.onDue();
  };
}
