import type { Capabilities } from '../../src/chat/channel.ts';

export const TELEGRAM: Capabilities = {
  channel: 'telegram',
  // Neither number is documented: bots report 100 buttons under one message, and longer labels are cut on a phone.
  buttons: { max: 100, labelLength: 64 },
  // https://core.telegram.org/bots/api#sendphoto: 0-1024 characters after entities parsing.
  photos: { captionLength: 1_024 },
  edits: true,
  // https://core.telegram.org/bots/api#sendmessage: 1-4096 characters after entities parsing.
  textLength: 4_096,
  contactButton: true,
  delivery: 'push',
};
