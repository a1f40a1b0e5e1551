import type { Capabilities } from '../../src/chat/channel.ts';

/** The stand's own page. */
export const WEB: Capabilities = {
  channel: 'web',
  buttons: { max: 24, labelLength: 80 },
  photos: { captionLength: 8_000 },
  edits: true,
  textLength: 8_000,
  contactButton: false,
  delivery: 'pull',
};
