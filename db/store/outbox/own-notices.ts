/** Notices that nobody's message is the cause of: the stand itself has found something out. */
import { sql } from 'drizzle-orm';
import type { Fitted } from '../../../src/chat/render.ts';
import type { Statement } from '../../database.ts';
import { outbox } from '../../schema.ts';
import { command, compiler } from '../../statement.ts';

/** For one chat: the pieces that it takes on its channel, and the ids for those that fetch. */
export interface OwnNotice {
  readonly chatId: number;
  readonly pieces: readonly { readonly publicId: string | null; readonly message: Fitted }[];
}

const owe = command(
  compiler.insert(outbox).values({
    key: sql.placeholder('key'),
    publicId: sql.placeholder('publicId'),
    chatId: sql.placeholder('chatId'),
    kind: 'notice',
    message: sql.placeholder('message'),
    state: 'pending',
    dueAt: sql.placeholder('at'),
    createdAt: sql.placeholder('at'),
  }),
);

/** @param about what they tell: the same is never told twice in one chat. */
export function oweNotices(about: string, notices: readonly OwnNotice[], at: number): Statement[] {
  return notices.flatMap(({ chatId, pieces }) =>
    pieces.map(({ publicId, message }, index) =>
      owe({ key: `${about} ${chatId}${index === 0 ? '' : ` ${index}`}`, publicId, chatId, message, at }),
    ),
  );
}
