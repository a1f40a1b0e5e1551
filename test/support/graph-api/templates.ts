/**
 * Templates as Meta keeps them: handed in, looked at by somebody, approved or not. The form and the lengths are from Meta's
 * pages on message templates and their components; 1,024 characters of body, 25 of a button, ten buttons, names of 512.
 * Belief, from what vendors and users report of Meta's answers: that no value may stand first, last (a full stop after it
 * is not enough) or right after another, that values are numbered in order, and that there have to be twice as many other
 * words as values, and one more (https://support.maqsam.com/portal/en/kb/articles/creating-whatsapp-templates-with-variables);
 * and the subcodes of these refusals. What people at Meta think of a template cannot be known from here.
 */
import * as z from 'zod';
import { Refusal } from './refusal.ts';

const body = z.strictObject({
  type: z.literal('BODY'),
  text: z.string().min(1).max(1_024),
  example: z.strictObject({ body_text: z.tuple([z.array(z.string().min(1))]) }).optional(),
});

const buttons = z.strictObject({
  type: z.literal('BUTTONS'),
  buttons: z
    .array(z.strictObject({ type: z.literal('QUICK_REPLY'), text: z.string().min(1).max(25) }))
    .min(1)
    .max(10),
});

const handedIn = z.strictObject({
  name: z.string().regex(/^[a-z0-9_]{1,512}$/),
  language: z.enum(['id', 'en']),
  category: z.enum(['UTILITY', 'MARKETING', 'AUTHENTICATION']),
  components: z.union([z.tuple([body]), z.tuple([body, buttons])]),
});

export interface StoredTemplate {
  readonly id: string;
  readonly name: string;
  readonly language: string;
  readonly category: string;
  readonly components: z.infer<typeof handedIn>['components'];
  status: string;
  reason: string;
}

const GAP = /\{\{(\d+)\}\}/g;

function refuse(title: string, message: string, subcode: number): Refusal {
  return new Refusal(400, 100, 'Invalid parameter', subcode, { title, message });
}

/** @throws Refusal */
function check({ text, example }: z.infer<typeof body>): void {
  const gaps = [...text.matchAll(GAP)].map(([, number]) => Number(number));
  const hasWords = (part: string | undefined) => /\p{L}/u.test(part ?? '');
  const between = text.split(/\{\{\d+\}\}/);
  if (gaps.length === 0) return;
  if (!gaps.every((number, index) => number === index + 1))
    throw refuse('Parameters are not in order', 'Variables have to be numbered from {{1}} on.', 2_388_037);
  if (!hasWords(between[0]) || !hasWords(between.at(-1)))
    throw refuse(
      'Leading or trailing params not allowed',
      "Variables can't be at the start or end of the template.",
      2_388_299,
    );
  if (!between.every(hasWords))
    throw refuse('Parameters stand together', "Variables can't be next to each other.", 2_388_299);
  const words = between.join(' ').split(/\s+/).filter(hasWords);
  if (words.length < 2 * gaps.length + 1)
    throw refuse(
      'Parameters words ratio exceeds limit',
      'This template has too many variables for its length.',
      2_388_293,
    );
  if (example?.body_text[0].length !== gaps.length)
    throw refuse('Samples are missing', 'Each variable needs a sample.', 2_388_043);
}

const component = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('body'),
    parameters: z.array(z.strictObject({ type: z.literal('text'), text: z.string().min(1) })),
  }),
  z.strictObject({
    type: z.literal('button'),
    sub_type: z.literal('quick_reply'),
    index: z.string().regex(/^\d$/),
    parameters: z.tuple([
      z.strictObject({ type: z.literal('payload'), payload: z.string().min(1).max(256) }),
    ]),
  }),
]);

/** In a message. */
export const templateUse = z.strictObject({
  name: z.string(),
  language: z.strictObject({ code: z.string() }),
  components: z.array(component),
});

export type TemplateUse = z.infer<typeof templateUse>;

/** What somebody sees of it. */
export interface Hydrated {
  readonly text: string;
  readonly buttons: readonly { readonly text: string; readonly payload: string }[];
}

export interface Templates {
  /** @throws Refusal */
  handIn(given: unknown): StoredTemplate;
  /** A page of the list, in the form of an answer. */
  page(after: string | undefined, limit: number, url: string): object;
  all(): readonly StoredTemplate[];
  /** @throws Refusal as Meta's list of error codes has it: 132000, 132001, 132005, 132012, 132015, 132016. */
  hydrate(use: TemplateUse): Hydrated;
}

const CODES: Readonly<Record<string, readonly [number, string]>> = {
  PAUSED: [132_015, 'Template is paused'],
  DISABLED: [132_016, 'Template is disabled'],
};

export function startTemplates(): Templates {
  const stored: StoredTemplate[] = [];
  const find = (name: string, language: string) =>
    stored.find((each) => each.name === name && each.language === language);

  return {
    all: () => stored,
    handIn(given) {
      const parsed = handedIn.safeParse(given);
      if (!parsed.success) {
        const [issue] = parsed.error.issues;
        throw refuse('Invalid template', `${issue?.path.join('.')}: ${issue?.message}`, 2_388_040);
      }
      const { name, language, category, components } = parsed.data;
      check(components[0]);
      if (find(name, language))
        throw refuse('Content in this language already exists', 'There is one with this name.', 2_388_024);
      const id = String(2_000_000 + stored.length);
      const made: StoredTemplate = {
        id,
        name,
        language,
        category,
        components,
        status: 'PENDING',
        reason: 'NONE',
      };
      stored.push(made);
      return made;
    },
    page(after, limit, url) {
      const from = after === undefined ? 0 : Number(after);
      const next = from + limit;
      const data = stored
        .slice(from, next)
        .map(({ reason, ...template }) => ({ ...template, rejected_reason: reason }));
      const paging = {
        cursors: { before: String(from), after: String(next) },
        ...(next < stored.length ? { next: `${url}&after=${next}` } : {}),
      };
      return { data, paging };
    },
    hydrate({ name, language, components }) {
      const template = find(name, language.code);
      const [code, title] = CODES[template?.status ?? ''] ?? [132_001, 'Template name does not exist'];
      if (template?.status !== 'APPROVED') throw new Refusal(code === 132_001 ? 404 : 400, code, title);
      const values = components.flatMap((each) =>
        each.type === 'body' ? each.parameters.map(({ text }) => text) : [],
      );
      const [words, replies] = template.components;
      if (values.length !== [...words.text.matchAll(GAP)].length)
        throw new Refusal(400, 132_000, 'Number of parameters does not match');
      if (values.some((value) => /[\n\t]| {5,}/.test(value)))
        throw new Refusal(400, 132_018, 'Param text cannot have new-line/tab characters');
      const text = words.text.replaceAll(GAP, (_, number) => values[Number(number) - 1] ?? '');
      if (text.length > 1_024) throw new Refusal(400, 132_005, 'Template hydrated text too long');
      const payloads = components.flatMap((each) =>
        each.type === 'button' ? [[Number(each.index), each.parameters[0].payload] as const] : [],
      );
      const labels = replies?.buttons ?? [];
      if (payloads.some(([index]) => labels[index] === undefined))
        throw new Refusal(400, 132_012, 'There is no such button');
      // Belief: a button that was given nothing carries its own words.
      const carried = new Map(payloads);
      const seen = labels.map((label, index) => ({
        text: label.text,
        payload: carried.get(index) ?? label.text,
      }));
      return { text, buttons: seen };
    },
  };
}
