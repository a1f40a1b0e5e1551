/** A fitted message as WhatsApp writes it. Pure. */
import type { Capabilities } from '../chat/channel.ts';
import { BOLD_END, BOLD_START } from '../chat/message.ts';
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

/** Breaks a mark without being seen. */
const WORD_JOINER = '\u2060';

/**
 * WhatsApp has no way to write its own marks (`*bold*`, `_italic_`, `~struck~`, a backtick for code) as themselves. One
 * that could open something, at the start of a word, is followed by an invisible character; those inside words, as in
 * links, are left alone. That WhatsApp then shows it as it is, is a belief.
 */
const OPENING_MARK = /(?<![\p{L}\p{N}])([*_~`]+)(?=[^\s*_~`])/gu;

function unmarked(text: string): string {
  return text.replaceAll(OPENING_MARK, `$1${WORD_JOINER}`);
}

/** Bold ends with its line, and its stars stand at a letter: white space goes outside. */
function bold(text: string): string {
  return text
    .split('\n')
    .map((line) =>
      line.replace(
        /^(\s*)(.*?)(\s*)$/u,
        (_, before, inside, after) => `${before}${inside ? `*${inside}*` : ''}${after}`,
      ),
    )
    .join('\n');
}

export function toWhatsApp({ text }: Pick<Fitted, 'text'>): string {
  const pieces = text.split(new RegExp(`([${BOLD_START}${BOLD_END}])`));
  let isBold = false;
  return pieces
    .map((piece) => {
      if (piece === BOLD_START || piece === BOLD_END) {
        isBold = piece === BOLD_START;
        return '';
      }
      return isBold ? bold(unmarked(piece)) : unmarked(piece);
    })
    .join('');
}
