import type { Capabilities } from '../../src/chat/channel.ts';

/** Characters are counted as UTF-16 code units here: whatever WhatsApp counts by, it is not more of them. */
export const WHATSAPP_CLOUD: Capabilities = {
  channel: 'whatsapp-cloud',
  // https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/interactive-reply-buttons-messages:
  // three buttons, labels of 20 characters, ids of 256; a body of 1,024.
  buttons: { max: 3, labelLength: 20 },
  // https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/interactive-list-messages:
  // ten rows in all, titles of 24 characters, descriptions of 72, ids of 200, a button of 20.
  lists: { max: 10, titleLength: 24, descriptionLength: 72 },
  // Of lists that page says 4,096 now; the libraries and older pages say 1,024, which holds for both kinds.
  textLengthWithChoices: 1_024,
  // https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/image-messages
  photos: { captionLength: 1_024 },
  edits: false,
  // https://docs.360dialog.com/partner/messaging/sending-and-receiving-messages/text-messages, of Meta's API
  textLength: 4_096,
  contactButton: false,
  delivery: 'push',
  // https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/send-messages: a "customer service
  // window" of 24 hours, begun anew by each message of theirs.
  windowMs: 24 * 3_600_000,
};
