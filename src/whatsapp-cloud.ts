/** WhatsApp by the Cloud API put together: the same on Node and on Workers. Meta is told by hand where to post. */
import type { Handling } from '../bots/common/attempts.ts';
import { WHATSAPP_CLOUD } from '../bots/whatsapp-cloud/capabilities.ts';
import { whatsappCloudChannel } from '../bots/whatsapp-cloud/channel.ts';
import type { CloudEvent } from '../bots/whatsapp-cloud/parse.ts';
import { cloudWebhook } from '../bots/whatsapp-cloud/webhook.ts';
import type { Database } from '../db/database.ts';
import { putAside } from '../db/store/dead-letters.ts';
import { mediaOf } from '../db/store/media.ts';
import type { Copy } from './chat/copy/copy.ts';
import type { Inbound } from './chat/message.ts';
import { fitTo } from './chat/render.ts';
import type { WhatsappCloud } from './config.ts';
import type { Log } from './delivery/events.ts';
import { referenceOf } from './delivery/reports.ts';
import type { Sender } from './delivery/sender.ts';
import type { Engine } from './engine/engine.ts';
import { apologyIn, withApology } from './engine/outage.ts';
import { isOutage, type WhatsappDoor } from './gerai.ts';
import { type Memory, makeMemory } from './memory.ts';
import { maskIdentityNumbers } from './shop/identity.ts';
import type { AppDeps } from './web/app.tsx';

export interface WhatsappCloudDeps {
  readonly settings: WhatsappCloud;
  readonly database: Database;
  readonly copy: Copy;
  readonly log: Log;
  readonly now: () => number;
  /** Keeps what nobody waits for alive until it is done: on Workers it would end with the request. */
  readonly background?: (work: Promise<unknown>) => void;
  readonly memory?: Memory;
}

export interface WhatsappCloudLine {
  readonly sender: Sender;
  webhook(door: WhatsappDoor): NonNullable<AppDeps['whatsappWebhook']>;
}

export function whatsappCloudLine(deps: WhatsappCloudDeps): WhatsappCloudLine {
  const { settings, database, log, now, memory = makeMemory(), background = () => undefined } = deps;
  const media = mediaOf(database, 'whatsapp-cloud');
  const channel = whatsappCloudChannel({ ...settings, media, now });

  function apologise({ chat, locale }: Inbound): void {
    const text = apologyIn(deps.copy, locale);
    for (const message of fitTo({ text }, WHATSAPP_CLOUD)) background(channel.send({ chat, message }));
  }

  function handling(engine: Engine): Handling<CloudEvent> {
    const apologetic = withApology(engine, { isOutage, apologise, told: memory.told });
    return {
      handle: async ({ inbound }) => void (await apologetic.handle(inbound)),
      deadLetter: ({ inbound, message }, error) =>
        putAside(database, {
          key: inbound.key,
          channel: 'whatsapp-cloud',
          event: maskIdentityNumbers(JSON.stringify(message)),
          error: error instanceof Error ? error.name : 'unknown',
          at: now(),
        }),
      isOutage,
      failures: memory.failures,
      log,
    };
  }

  const { appSecret, verifyToken, phoneId } = settings;
  return {
    sender: {
      send: (owed) =>
        channel.send({ chat: owed.external, message: owed.message, reference: referenceOf(owed) }),
    },
    webhook: ({ engine, takeReports }) =>
      cloudWebhook({
        appSecret,
        verifyToken,
        phoneId,
        now,
        receive: (reports) => takeReports('whatsapp-cloud', reports),
        ...handling(engine),
      }),
  };
}
