/** How the admins are told by chat that something does not work, and that it works again. */
import type { Database } from '../db/database.ts';
import type { AlarmSubject } from '../db/schema.ts';
import {
  type Alarm,
  type AlarmNews,
  adminsBeside,
  endAlarm,
  lastAlarm,
  raiseAlarm,
} from '../db/store/alarms.ts';
import type { OwnNotice } from '../db/store/outbox/own-notices.ts';
import type { Capabilities } from './chat/channel.ts';
import type { Copy } from './chat/copy/copy.ts';
import type { ChannelName, Message } from './chat/message.ts';
import { fitTo } from './chat/render.ts';
import type { Wording } from './chat/wording.ts';
import type { Catalogue } from './engine/catalogue.ts';
import type { Recipient } from './shop/effects.ts';

export interface AlarmDeps {
  readonly database: Database;
  readonly copy: Copy;
  readonly catalogue: Catalogue;
  readonly capabilities: Readonly<Record<ChannelName, Capabilities>>;
  /** Channels that somebody sends to. */
  readonly isSentTo: (channel: ChannelName) => boolean;
  readonly now: () => number;
  readonly randomId: () => string;
  /** Notices were committed for these chats. */
  readonly onOwed: (to: readonly Recipient[]) => void;
}

export interface Alarms<Trouble extends string> {
  /** The newest that admins were told of; null: there was none yet. */
  last(): Promise<Alarm | null>;
  raise(news: AlarmNews<Trouble>): Promise<void>;
  end(alarm: Alarm, news: AlarmNews<Trouble>): Promise<void>;
}

/** @param word what an admin reads; `since` is in UTC milliseconds. */
export function alarmsOf<Trouble extends string>(
  deps: AlarmDeps,
  subject: AlarmSubject,
  word: (wording: Wording, what: Trouble | 'over', since: number) => Message,
): Alarms<Trouble> {
  const { database } = deps;

  async function tell(
    { what, since }: AlarmNews<Trouble>,
    write: (notices: readonly OwnNotice[]) => Promise<boolean>,
  ): Promise<void> {
    const admins = await adminsBeside(database, subject, deps.isSentTo);
    const notices = admins.map((admin) => noticeFor(deps, admin, (wording) => word(wording, what, since)));
    if (await write(notices)) deps.onOwed(admins);
  }

  return {
    last: () => lastAlarm(database, subject),
    raise: (news) => tell(news, (notices) => raiseAlarm(database, subject, news, notices)),
    end: (alarm, news) => tell(news, (notices) => endAlarm(database, alarm, news, notices)),
  };
}

function noticeFor(
  { copy, catalogue, capabilities, now, randomId }: AlarmDeps,
  { chatId, channel, language }: Recipient,
  word: (wording: Wording) => Message,
): OwnNotice {
  const say = copy.in(language);
  const can = capabilities[channel];
  const message = word({ snapshot: catalogue.current(), say, language, now: now() });
  const pieces = fitTo(message, can, { openList: say('choices-open') });
  return {
    chatId,
    pieces: pieces.map((piece) => ({
      publicId: can.delivery === 'pull' ? randomId() : null,
      message: piece,
    })),
  };
}
