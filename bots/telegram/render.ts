/** A fitted message as parameters of Bot API calls. Pure. */
import type { InlineKeyboardMarkup, ReplyKeyboardMarkup } from 'grammy/types';
import { BOLD_END, BOLD_START, type Choice } from '../../src/chat/message.ts';
import { type Fitted, withoutMarks } from '../../src/chat/render.ts';

const ESCAPED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const SPECIAL = new RegExp(`[&<>${BOLD_START}${BOLD_END}]`, 'g');

/** Marks become `<b>`, in pairs whatever they were; every other character means itself. */
export function toHtml(text: string): string {
  let isBold = false;
  const html = text.replace(SPECIAL, (char) => {
    if (char === BOLD_START || char === BOLD_END) {
      const wanted = char === BOLD_START;
      if (wanted === isBold) return '';
      isBold = wanted;
      return wanted ? '<b>' : '</b>';
    }
    return ESCAPED[char] ?? char;
  });
  return isBold ? `${html}</b>` : html;
}

/** What is common to text and captions. `plain`: without entities, for a text that Telegram could not parse. */
export interface Formatting {
  readonly parse_mode?: 'HTML';
}

export function formatted(
  message: Fitted,
  plain = false,
): { readonly text: string; readonly format: Formatting } {
  if (plain) return { text: withoutMarks(message.text), format: {} };
  return { text: toHtml(message.text), format: { parse_mode: 'HTML' } };
}

/**
 * A message carries one keyboard. Beside the button for sharing a number, choices become keys of the same keyboard:
 * pressing one sends its label, and a label resolves the newest list in the chat.
 */
export function keyboard(message: Fitted): InlineKeyboardMarkup | ReplyKeyboardMarkup | undefined {
  const rows = inRows(message.choices);
  if (message.contactButton !== null) {
    const contact = [{ text: message.contactButton, request_contact: true }];
    const keys = rows.map((row) => row.map((choice) => ({ text: choice.label })));
    return { keyboard: [contact, ...keys], one_time_keyboard: true, resize_keyboard: true };
  }
  return inlineKeyboard(message);
}

export function inlineKeyboard(message: Fitted): InlineKeyboardMarkup | undefined {
  if (message.choices.length === 0) return undefined;
  const rows = inRows(message.choices);
  return {
    inline_keyboard: rows.map((row) => row.map(({ id, label }) => ({ text: label, callback_data: id }))),
  };
}

const MAX_BUTTONS_IN_ROW = 4;
/** Characters that a phone shows over the whole width; buttons of one row share it evenly. */
const ROW_LENGTH = 32;

/** Short labels share a row, so that "1 2 3 4" is not four lines high. */
function inRows(choices: readonly Choice[]): Choice[][] {
  const rows: Choice[][] = [];
  for (const choice of choices) {
    const row = rows.at(-1);
    if (row && fits([...row, choice])) row.push(choice);
    else rows.push([choice]);
  }
  return rows;
}

function fits(row: readonly Choice[]): boolean {
  const longest = Math.max(...row.map((choice) => choice.label.length));
  return row.length <= MAX_BUTTONS_IN_ROW && longest * row.length <= ROW_LENGTH;
}
