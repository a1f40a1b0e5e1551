/**
 * The templates in the form of the Graph API: as they are handed in, and filled in. Pure. Meta's rules are from
 * https://developers.facebook.com/docs/whatsapp/business-management-api/message-templates (names, lengths),
 * https://developers.secure.facebook.com/docs/whatsapp/business-management-api/message-templates/components/ (parts,
 * samples) and https://whatsapp.github.io/WhatsApp-Nodejs-SDK/api-reference/types/button_parameter_object (payloads of
 * buttons).
 */
import type { Copy } from '../../src/chat/copy/copy.ts';
import { withoutMarks } from '../../src/chat/render.ts';
import {
  type FilledTemplate,
  TEMPLATE_NAMES,
  type TemplateCategory,
  type TemplateName,
  templateOf,
} from '../../src/chat/templates.ts';
import { toMarkup } from '../common/whatsapp-markup.ts';
import type { Content } from './render.ts';

/** What every name of ours begins with. */
export const OURS = 'gerai_';

/** Small letters, digits and underscores; the version because words that are approved cannot be changed. */
export function templateId({ name, version }: { readonly name: TemplateName; readonly version: number }) {
  return `${OURS}${name.replaceAll('-', '_')}_v${version}`;
}

/* ── handing them in ── */

export interface TemplateDraft {
  readonly name: string;
  readonly language: string;
  readonly category: TemplateCategory;
  readonly body: string;
  /** One for each value. */
  readonly samples: readonly string[];
  readonly buttons: readonly string[];
}

/** Every template in every language, as Meta is to read it: with `{{1}}`, `{{2}}` … where values will stand. */
export function templateDrafts(copy: Copy): TemplateDraft[] {
  return TEMPLATE_NAMES.flatMap((name) => copy.languages.map((language) => draft(copy, name, language)));
}

function draft(copy: Copy, name: TemplateName, language: string): TemplateDraft {
  const say = copy.in(language);
  const { version, category, values, buttons } = templateOf(name);
  const gaps = Object.fromEntries(values.map((value, index) => [value, `{{${index + 1}}}`]));
  return {
    name: templateId({ name, version }),
    language,
    category,
    body: say(`template-${name}`, gaps),
    samples: values.map((value) => say(`template-sample-${value}`)),
    buttons: buttons.map((button) => say(`template-${name}-${button}`)),
  };
}

/** For a call to `/message_templates`. */
export function submissionOf({ name, language, category, body, samples, buttons }: TemplateDraft): object {
  const words = { type: 'BODY', text: body, example: { body_text: [samples] } };
  const replies = buttons.map((text) => ({ type: 'QUICK_REPLY', text }));
  const components = replies.length > 0 ? [words, { type: 'BUTTONS', buttons: replies }] : [words];
  return { name, language, category, components };
}

/* ── filling one in ── */

/**
 * Words and values together may have 1,024 characters (132005); the words of each template have fewer than 424, which a
 * test sees to.
 */
export const MAX_VALUES_LENGTH = 600;
export const MAX_WORDS_LENGTH = 1_024 - MAX_VALUES_LENGTH;

/** In place of what is not known: a value must not be empty. */
const NOTHING = '–';

export function templateContentOf({ name, version, language, values, buttons }: FilledTemplate): Content {
  const parameters = fitted(values.map(oneLine)).map((text) => ({ type: 'text', text }));
  const body = { type: 'body', parameters };
  const replies = buttons.map((payload, index) => ({
    type: 'button',
    sub_type: 'quick_reply',
    index: String(index),
    parameters: [{ type: 'payload', payload }],
  }));
  return {
    type: 'template',
    template: {
      name: templateId({ name, version }),
      language: { code: language },
      components: [body, ...replies],
    },
  };
}

/**
 * "Param text cannot have new-line/tab characters or more than 4 consecutive spaces": so users of the API quote what Graph
 * answers; no page of Meta's says so that could be read here. Nor is there anything in bold.
 */
function oneLine(value: string): string {
  return toMarkup(withoutMarks(value), Number.POSITIVE_INFINITY).replaceAll(/\s+/g, ' ').trim() || NOTHING;
}

/** The longest gives way, a little at a time. */
function fitted(values: readonly string[]): string[] {
  const cut = [...values];
  while (cut.join('').length > MAX_VALUES_LENGTH) {
    const longest = Math.max(...cut.map(({ length }) => length));
    const at = cut.findIndex(({ length }) => length === longest);
    cut[at] = shortened(cut[at] ?? '', Math.floor(longest * 0.9));
  }
  return cut;
}

/** A character of two code units is not cut in half. */
function shortened(text: string, length: number): string {
  return `${text.slice(0, length - 1).replace(/[…\s\uD800-\uDBFF]+$/, '')}…`;
}
