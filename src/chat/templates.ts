/**
 * The messages that WhatsApp carries to somebody who has not written for a day: it has read their words before, and only
 * the values change. Their words are in the copy (`template-ready`), and those of their buttons (`template-ready-see`),
 * with a sample of each value for whoever reads them at Meta (`template-sample-code`). Words that Meta has approved can be
 * changed only under another version.
 */
import type { Language } from '../shop/catalogue.ts';
import { type Action, pack } from './actions.ts';

/** Marketing is what nobody has asked for; it costs more, and WhatsApp carries less of it. */
export type TemplateCategory = 'UTILITY' | 'MARKETING';

interface Template {
  readonly version: number;
  readonly category: TemplateCategory;
  /** In the order in which they stand in the words. */
  readonly values: readonly string[];
  readonly buttons: readonly string[];
}

export const TEMPLATES = {
  ready: {
    version: 1,
    category: 'UTILITY',
    values: ['code', 'items', 'place', 'time'],
    buttons: [],
  },
  quoted: {
    version: 1,
    category: 'UTILITY',
    values: ['code', 'unit', 'items', 'amount', 'day', 'until'],
    buttons: ['take', 'decline'],
  },
  changed: { version: 1, category: 'UTILITY', values: ['code', 'items', 'news'], buttons: [] },
  expired: { version: 1, category: 'UTILITY', values: ['code', 'items'], buttons: [] },
  answered: { version: 1, category: 'UTILITY', values: ['about', 'answer'], buttons: [] },
  'staff-order': {
    version: 1,
    category: 'UTILITY',
    values: ['code', 'name', 'unit', 'items'],
    buttons: ['accept', 'reject', 'see'],
  },
  'staff-news': {
    version: 1,
    category: 'UTILITY',
    values: ['code', 'name', 'items', 'news'],
    buttons: ['see'],
  },
  'staff-question': {
    version: 1,
    category: 'UTILITY',
    values: ['number', 'about', 'words'],
    buttons: ['answer'],
  },
  'staff-talk': { version: 1, category: 'UTILITY', values: ['name', 'words'], buttons: ['take'] },
  'new-product': {
    version: 1,
    category: 'MARKETING',
    values: ['product', 'unit', 'price'],
    buttons: ['see'],
  },
} as const satisfies Record<string, Template>;

export type TemplateName = keyof typeof TEMPLATES;
type ValueOf<Name extends TemplateName> = (typeof TEMPLATES)[Name]['values'][number];
type ButtonOf<Name extends TemplateName> = (typeof TEMPLATES)[Name]['buttons'][number];

export const TEMPLATE_NAMES = Object.keys(TEMPLATES) as readonly TemplateName[];

export function templateOf(name: TemplateName): Template {
  return TEMPLATES[name];
}

/** With everything that is said by it this time. */
export interface FilledTemplate {
  readonly name: TemplateName;
  readonly version: number;
  readonly language: Language;
  /** In the order of the template. */
  readonly values: readonly string[];
  /** What its buttons carry, in the order of the template: ids of choices. */
  readonly buttons: readonly string[];
}

export function fillTemplate<Name extends TemplateName>(
  name: Name,
  language: Language,
  values: Readonly<Record<ValueOf<Name>, string>>,
  actions: Readonly<Record<ButtonOf<Name>, Action>>,
): FilledTemplate {
  const template = templateOf(name);
  return {
    name,
    version: template.version,
    language,
    values: template.values.map((each) => values[each as ValueOf<Name>]),
    buttons: template.buttons.map((each) => pack(actions[each as ButtonOf<Name>])),
  };
}
