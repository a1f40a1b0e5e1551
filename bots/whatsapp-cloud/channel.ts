/** Sends fitted messages by the Cloud API and says how each send ended. */
import type { Capabilities, SendOutcome } from '../../src/chat/channel.ts';
import type { Fitted } from '../../src/chat/render.ts';
import type { FilledTemplate } from '../../src/chat/templates.ts';
import type { Media } from '../common/media.ts';
import { WHATSAPP_CLOUD } from './capabilities.ts';
import { type GraphOptions, graphApi } from './graph.ts';
import { isBadMessage, outcomeOf, outcomeOfTemplate, outcomeOfUpload, templateStatusOf } from './outcome.ts';
import { rememberedId, uploadPhoto } from './photo.ts';
import { type Content, contentOf, plainContentOf } from './render.ts';
import { templateContentOf } from './templates.ts';

export interface CloudMessage {
  /** A phone number in digits, or the id that stands for a person who hides it. */
  readonly chat: string;
  readonly message: Fitted;
  /** Comes back with every status of the message. */
  readonly reference?: string;
}

export interface CloudTemplate extends Omit<CloudMessage, 'message'> {
  readonly template: FilledTemplate;
}

export interface CloudChannel {
  readonly capabilities: Capabilities;
  /** Never throws. `sent`: Meta has taken it; whether it arrives is told by a status later. */
  send(message: CloudMessage): Promise<SendOutcome>;
  /** To somebody who has not written for a day. Never throws. */
  sendTemplate(message: CloudTemplate): Promise<SendOutcome>;
}

export interface CloudChannelOptions extends GraphOptions {
  readonly media: Media;
  readonly now: () => number;
  /** A template could not be sent because of what it is now, in Meta's word for that. */
  readonly onTemplateStatus?: (template: FilledTemplate, status: string) => void;
}

/** Where a photo was being fetched or uploaded: nothing was sent yet. */
class NoPhoto extends Error {
  override readonly name = 'NoPhoto';
}

export function whatsappCloudChannel(options: CloudChannelOptions): CloudChannel {
  const { media, now } = options;
  const graph = graphApi(options);

  function post({ chat, reference }: Omit<CloudMessage, 'message'>, content: Content): Promise<string> {
    const data = reference === undefined ? {} : { biz_opaque_callback_data: reference };
    return graph.send({ recipient_type: 'individual', ...addressOf(chat), ...content, ...data });
  }

  async function beforeSending(id: Promise<string | null>): Promise<string | null> {
    try {
      return await id;
    } catch (error) {
      throw new NoPhoto('The photo could not be had.', { cause: error });
    }
  }

  /** A picture that Meta has dropped meanwhile is uploaded anew. */
  async function postWithPhoto(row: CloudMessage, hash: string): Promise<string> {
    const known = await beforeSending(rememberedId(media, hash, now()));
    try {
      if (known !== null) return await post(row, contentOf(row.message, known));
    } catch (error) {
      if (!isBadMessage(error)) throw error;
    }
    return post(row, contentOf(row.message, await beforeSending(uploadPhoto(graph, media, hash, now()))));
  }

  /** A message that Meta finds wrong in itself goes once more in words alone: plain is better than silent. */
  async function deliver(row: CloudMessage): Promise<string> {
    const { message } = row;
    try {
      if (message.photo !== null) return await postWithPhoto(row, message.photo);
      return await post(row, contentOf(message, null));
    } catch (error) {
      const cause = error instanceof NoPhoto ? error.cause : error;
      if (!isBadMessage(cause) || message.text === '') throw error;
      return post(row, plainContentOf(message));
    }
  }

  return {
    capabilities: WHATSAPP_CLOUD,
    async send(row) {
      try {
        return { kind: 'sent', externalId: await deliver(row) };
      } catch (error) {
        return error instanceof NoPhoto ? outcomeOfUpload(error.cause) : outcomeOf(error);
      }
    },
    async sendTemplate(row) {
      try {
        return { kind: 'sent', externalId: await post(row, templateContentOf(row.template)) };
      } catch (error) {
        const status = templateStatusOf(error);
        if (status !== null) options.onTemplateStatus?.(row.template, status);
        return outcomeOfTemplate(error);
      }
    },
  };
}

/**
 * People who have taken a user name may hide their number; they are written to by the id that the stand knows them by
 * (https://developers.facebook.com/documentation/business-messaging/whatsapp/business-scoped-user-ids).
 */
function addressOf(chat: string): object {
  return /^\d+$/.test(chat) ? { to: chat } : { recipient: chat };
}
