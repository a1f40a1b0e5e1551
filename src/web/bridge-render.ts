/** A fitted message as WhatsApp writes it. Pure. */
import { toMarkup } from '../../bots/common/whatsapp-markup.ts';
import type { Capabilities } from '../chat/channel.ts';
import type { Fitted } from '../chat/render.ts';

/** A paired phone: buttons and lists are deprecated there, so that choices are numbered. */
export const WHATSAPP_WEB: Capabilities = {
  channel: 'whatsapp-web',
  buttons: null,
  photos: { captionLength: 1_024 },
  edits: false,
  // WhatsApp takes 65,536 characters, and folds what is longer than a screen behind "read more".
  textLength: 4_096,
  contactButton: false,
  delivery: 'pull',
};

export function toWhatsApp({ text }: Pick<Fitted, 'text'>): string {
  return toMarkup(text);
}
