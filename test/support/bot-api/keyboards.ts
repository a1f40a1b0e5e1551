/** What hangs under a message: checked as Telegram checks it, and read as the person reads it. */
import { isRecord, stringOf, structured } from './body.ts';
import { badRequest } from './refusal.ts';

/** Telegram's limit (Bot API documentation, InlineKeyboardButton.callback_data). */
const MAX_CALLBACK_BYTES = 64;
/** Buttons under one message; the number is known from bots' experience only, Telegram does not document it. */
const MAX_INLINE_BUTTONS = 100;

export type Markup = Readonly<Record<string, unknown>>;

export interface Button {
  readonly label: string;
  /** Callback data; null for a link. */
  readonly data: string | null;
}

export interface Key {
  readonly label: string;
  readonly contact: boolean;
}

export function readMarkup(value: unknown): Markup | null {
  if (value === undefined || value === null || value === '') return null;
  const markup = structured(value, 'reply keyboard markup');
  if (!isRecord(markup)) throw badRequest('object expected as reply markup');
  const inline = rows(markup.inline_keyboard).flat();
  if (inline.length > MAX_INLINE_BUTTONS) throw badRequest('REPLY_MARKUP_TOO_LONG');
  for (const button of inline) checkButton(button);
  for (const key of rows(markup.keyboard).flat()) {
    if (labelOf(key) === '')
      throw badRequest("can't parse keyboard button: Keyboard button text must be non-empty");
  }
  return markup;
}

function checkButton(button: unknown): void {
  if (!isRecord(button))
    throw badRequest("can't parse inline keyboard button: InlineKeyboardButton must be an Object");
  if (stringOf(button.text) === '') {
    throw badRequest("can't parse inline keyboard button: Inline keyboard button text must be non-empty");
  }
  const data = stringOf(button.callback_data);
  if (data === '' && stringOf(button.url) === '') {
    throw badRequest("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard");
  }
  if (Buffer.byteLength(data) > MAX_CALLBACK_BYTES) throw badRequest('BUTTON_DATA_INVALID');
}

export function buttonsOf(markup: Markup | null): Button[] {
  return rows(markup?.inline_keyboard)
    .flat()
    .filter(isRecord)
    .map((button) => ({
      label: stringOf(button.text),
      data: button.callback_data === undefined ? null : stringOf(button.callback_data),
    }));
}

export function keysOf(markup: Markup | null): Key[] {
  return rows(markup?.keyboard)
    .flat()
    .map((key) => ({ label: labelOf(key), contact: isRecord(key) && key.request_contact === true }));
}

/** Only a message with an inline keyboard, or none, can be edited later (tdlib/td, can_edit_message). */
export function isInline(markup: Markup | null): boolean {
  return markup === null || 'inline_keyboard' in markup;
}

function labelOf(key: unknown): string {
  return isRecord(key) ? stringOf(key.text) : stringOf(key);
}

function rows(value: unknown): unknown[][] {
  return Array.isArray(value) ? value.filter((row) => Array.isArray(row)) : [];
}
