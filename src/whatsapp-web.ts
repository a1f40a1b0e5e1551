/** What belongs to a paired phone beside its bridge: the page on which admins look after it, and the alarm. */

import type { Database } from '../db/database.ts';
import { type AlarmNews, adminsBeside, endAlarm, lastAlarm, raiseAlarm } from '../db/store/alarms.ts';
import type { OwnNotice } from '../db/store/outbox/own-notices.ts';
import { recordBridgeCommand, usePairingLink } from '../db/store/pairing-links.ts';
import { alarmMessage } from './chat/admin/whatsapp.ts';
import type { Capabilities } from './chat/channel.ts';
import type { Copy } from './chat/copy/copy.ts';
import type { ChannelName } from './chat/message.ts';
import { fitTo } from './chat/render.ts';
import type { Catalogue } from './engine/catalogue.ts';
import type { Recipient } from './shop/effects.ts';
import { type BridgeWatch, makeBridgeWatch } from './web/bridge-alarm.ts';
import type { BridgeMemory } from './web/bridge-api.ts';
import type { PairingDeps } from './web/pairing.ts';

export interface WhatsappWebDeps {
  readonly database: Database;
  readonly memory: BridgeMemory;
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

const CHANNEL = 'whatsapp-web';

export function bridgeWatch(deps: WhatsappWebDeps): BridgeWatch {
  const { database, memory, now } = deps;

  async function tell(
    news: AlarmNews,
    write: (notices: readonly OwnNotice[]) => Promise<boolean>,
  ): Promise<void> {
    const admins = await adminsBeside(database, CHANNEL, deps.isSentTo);
    if (await write(admins.map((admin) => noticeFor(deps, admin, news)))) deps.onOwed(admins);
  }

  return makeBridgeWatch({
    memory,
    now,
    lastAlarm: () => lastAlarm(database, CHANNEL),
    raise: (news) => tell(news, (notices) => raiseAlarm(database, CHANNEL, news, notices)),
    end: (alarm, news) => tell(news, (notices) => endAlarm(database, alarm, news, notices)),
  });
}

function noticeFor(
  { copy, catalogue, capabilities, now, randomId }: WhatsappWebDeps,
  { chatId, channel, language }: Recipient,
  { what, since }: AlarmNews,
): OwnNotice {
  const say = copy.in(language);
  const wording = { snapshot: catalogue.current(), say, language, now: now() };
  const can = capabilities[channel];
  const pieces = fitTo(alarmMessage(wording, what, since), can, { openList: say('choices-open') });
  return {
    chatId,
    pieces: pieces.map((message) => ({ publicId: can.delivery === 'pull' ? randomId() : null, message })),
  };
}

/** What the page asks the database for. */
export function pairingStore(
  database: Database,
  now: () => number,
): Pick<PairingDeps, 'openLink' | 'record'> {
  return {
    openLink: (key) => usePairingLink(database, key, now()),
    record: (command, actor) => recordBridgeCommand(database, { command, actor, at: now() }),
  };
}
