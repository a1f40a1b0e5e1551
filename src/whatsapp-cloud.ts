/** WhatsApp by the Cloud API put together: the same on Node and on Workers. Meta is told by hand where to post. */
import type { Handling } from '../bots/common/attempts.ts';
import { WHATSAPP_CLOUD } from '../bots/whatsapp-cloud/capabilities.ts';
import { whatsappCloudChannel } from '../bots/whatsapp-cloud/channel.ts';
import { downloadMedia } from '../bots/whatsapp-cloud/graph.ts';
import type { CloudEvent, TemplateNews } from '../bots/whatsapp-cloud/parse.ts';
import { templateId } from '../bots/whatsapp-cloud/templates.ts';
import { cloudWebhook } from '../bots/whatsapp-cloud/webhook.ts';
import type { Database } from '../db/database.ts';
import { putAside } from '../db/store/dead-letters.ts';
import { mediaOf } from '../db/store/media.ts';
import { keepTemplates } from '../db/store/templates.ts';
import { loadWay } from '../db/store/window.ts';
import type { SendOutcome } from './chat/channel.ts';
import type { Copy } from './chat/copy/copy.ts';
import type { Inbound } from './chat/message.ts';
import { fitTo } from './chat/render.ts';
import type { WhatsappCloud } from './config.ts';
import type { Log } from './delivery/events.ts';
import { referenceOf } from './delivery/reports.ts';
import type { Owed, Sender } from './delivery/sender.ts';
import type { Engine } from './engine/engine.ts';
import { apologyIn, withApology } from './engine/outage.ts';
import type { FetchPicture } from './engine/pictures.ts';
import { isOutage, type WhatsappDoor } from './gerai.ts';
import { type Memory, makeMemory } from './memory.ts';
import { maskIdentityNumbers } from './shop/identity.ts';
import type { AppDeps } from './web/app.tsx';

const WINDOW_MS = WHATSAPP_CLOUD.windowMs ?? Number.POSITIVE_INFINITY;

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
  readonly fetchPicture: FetchPicture;
  webhook(door: WhatsappDoor): NonNullable<AppDeps['whatsappWebhook']>;
}

export function whatsappCloudLine(deps: WhatsappCloudDeps): WhatsappCloudLine {
  const { settings, database, log, now, memory = makeMemory(), background = () => undefined } = deps;
  const media = mediaOf(database, 'whatsapp-cloud');
  const channel = whatsappCloudChannel({
    ...settings,
    media,
    now,
    onTemplateStatus: (template, status) => {
      const news = { name: templateId(template), language: template.language, status, reason: null };
      background(hearTemplates([news]).catch(() => undefined));
    },
  });

  async function hearTemplates(news: readonly TemplateNews[]): Promise<void> {
    await keepTemplates(database, news, now());
    for (const { name, language, status, reason } of news) {
      const fields = { template: name, language, status, reason };
      if (status === 'APPROVED') log.info(fields, 'WhatsApp takes a template.');
      else log.warn(fields, 'A template cannot be sent now. See gerai whatsapp-templates.');
    }
  }

  /**
   * A reply goes as it is: who is answered has just written, and there is no other form of it. For a notice it is looked
   * up at the last moment, when the person may have written meanwhile.
   */
  async function send(owed: Owed): Promise<SendOutcome> {
    const row = { chat: owed.external, reference: referenceOf(owed) };
    const { message } = owed;
    if (owed.kind === 'reply') return channel.send({ ...row, message });
    const { template = null } = message;
    const known = template && { name: templateId(template), language: template.language };
    const { heardAt, status } = await loadWay(database, owed.chatId, known);
    if (heardAt === null || now() - heardAt < WINDOW_MS) return channel.send({ ...row, message });
    if (template === null)
      return { kind: 'rejected', reason: 'window closed, and there is no template of it' };
    if (status === 'APPROVED') return channel.sendTemplate({ ...row, template });
    const what = `${known?.name} (${known?.language}) is ${status ?? 'not known to be approved'}`;
    return { kind: 'rejected', reason: `window closed, and the template ${what}` };
  }

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
    fetchPicture: (id) => downloadMedia(settings, id),
    sender: {
      // Nothing was sent yet where the database does not answer.
      send: (owed) =>
        send(owed).catch(() => ({ kind: 'retry', afterMs: null, scope: 'chat', reason: 'database' })),
    },
    webhook: ({ engine, takeReports }) =>
      cloudWebhook({
        appSecret,
        verifyToken,
        phoneId,
        now,
        receive: (reports) => takeReports('whatsapp-cloud', reports),
        hearTemplates,
        ...handling(engine),
      }),
  };
}
