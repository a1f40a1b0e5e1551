/** A fitted message, or a template, as the content of a call to `/messages`. Pure. */
import type { Choice } from '../../src/chat/message.ts';
import { areInText, asNumbers, type Fitted, listRow } from '../../src/chat/render.ts';
import { toMarkup } from '../common/whatsapp-markup.ts';
import { WHATSAPP_CLOUD } from './capabilities.ts';

export type Content = Readonly<Record<string, unknown>> & {
  readonly type: 'text' | 'image' | 'interactive' | 'template';
};

const { textLength, textLengthWithChoices = textLength, lists, photos } = WHATSAPP_CLOUD;

/** An interactive message must have a body. */
const NO_WORDS = '…';

/** @param photo the id of an uploaded picture. */
export function contentOf(message: Fitted, photo: string | null): Content {
  if (!areInText(message)) return interactive(message, photo);
  if (photo !== null) return image(message.text, photo);
  return textOf(toMarkup(message.text, textLength));
}

/** The same in the plainest form: words only, with the choices as numbers. */
export function plainContentOf(message: Fitted): Content {
  return textOf(toMarkup(asNumbers(message).text, textLength));
}

function textOf(body: string): Content {
  return { type: 'text', text: { body, preview_url: false } };
}

function image(text: string, photo: string): Content {
  const caption = toMarkup(text, photos?.captionLength ?? 0);
  return { type: 'image', image: { id: photo, ...(caption === '' ? {} : { caption }) } };
}

function interactive({ text, choices, shown }: Fitted, photo: string | null): Content {
  const body = { text: toMarkup(text, textLengthWithChoices) || NO_WORDS };
  if (shown?.as === 'list') {
    return { type: 'interactive', interactive: { type: 'list', body, action: list(choices, shown.open) } };
  }
  const header = photo === null ? {} : { header: { type: 'image', image: { id: photo } } };
  return { type: 'interactive', interactive: { type: 'button', ...header, body, action: buttons(choices) } };
}

function buttons(choices: readonly Choice[]): object {
  return { buttons: choices.map(({ id, label }) => ({ type: 'reply', reply: { id, title: label } })) };
}

function list(choices: readonly Choice[], open: string): object {
  return { button: open, sections: [{ rows: lists ? choices.map((each) => listRow(each, lists)) : [] }] };
}
