/**
 * What may be in a message, after Meta's pages on text, image, interactive reply buttons and interactive list messages
 * (developers.facebook.com/documentation/business-messaging/whatsapp/messages/…). Lengths are counted in UTF-16 code
 * units, the strictest reading of "characters"; of a list's body the older and stricter limit is taken.
 */
import * as z from 'zod';
import { invalid, missing, Refusal } from './refusal.ts';
import { type Hydrated, templateUse } from './templates.ts';

const words = (max: number) => z.string().min(1).max(max);
/** Of the reference of reply buttons: no spaces at its ends. */
const choiceId = (max: number) => words(max).refine((id) => id.trim() === id, 'has spaces at its ends');

const body = z.strictObject({ text: words(1_024) });

function distinct<Item>(items: readonly Item[], by: (item: Item) => string): boolean {
  return new Set(items.map(by)).size === items.length;
}

const replyButton = z.strictObject({
  type: z.literal('reply'),
  reply: z.strictObject({ id: choiceId(256), title: words(20) }),
});

const buttons = z.strictObject({
  type: z.literal('button'),
  header: z.strictObject({ type: z.literal('image'), image: z.strictObject({ id: z.string() }) }).optional(),
  body,
  action: z.strictObject({
    buttons: z
      .array(replyButton)
      .min(1)
      .max(3)
      .refine((all) => distinct(all, ({ reply }) => reply.id), 'ids are not distinct')
      .refine((all) => distinct(all, ({ reply }) => reply.title), 'titles are not distinct'),
  }),
});

const row = z.strictObject({ id: choiceId(200), title: words(24), description: words(72).optional() });

const list = z.strictObject({
  type: z.literal('list'),
  body,
  action: z.strictObject({
    button: words(20),
    sections: z
      .array(z.strictObject({ title: words(24).optional(), rows: z.array(row).min(1) }))
      .min(1)
      .max(10)
      .refine((all) => all.length === 1 || all.every(({ title }) => title !== undefined), 'lacks titles')
      .refine((all) => all.flatMap(({ rows }) => rows).length <= 10, 'has more than ten rows')
      .refine(
        (all) =>
          distinct(
            all.flatMap(({ rows }) => rows),
            ({ id }) => id,
          ),
        'ids are not distinct',
      ),
  }),
});

const address = {
  messaging_product: z.literal('whatsapp'),
  recipient_type: z.literal('individual').optional(),
  to: z.string().regex(/^\d+$/).optional(),
  recipient: z
    .string()
    .regex(/^[A-Z]{2}\.[A-Za-z0-9.]{1,128}$/)
    .optional(),
  biz_opaque_callback_data: z.string().max(512).optional(),
};

const message = z.discriminatedUnion('type', [
  z.strictObject({
    ...address,
    type: z.literal('text'),
    text: z.strictObject({ body: words(4_096), preview_url: z.boolean().optional() }),
  }),
  z.strictObject({
    ...address,
    type: z.literal('image'),
    image: z.strictObject({ id: z.string(), caption: words(1_024).optional() }),
  }),
  z.strictObject({
    ...address,
    type: z.literal('interactive'),
    interactive: z.discriminatedUnion('type', [buttons, list]),
  }),
  z.strictObject({ ...address, type: z.literal('template'), template: templateUse }),
]);

/** A template with what somebody sees of it. */
export type Sendable = z.infer<typeof message> & { readonly hydrated?: Hydrated };

/** @throws Refusal */
export function readMessage(body: unknown, isMedia: (id: string) => boolean): Sendable {
  const parsed = message.safeParse(body);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw invalid(`${issue?.path.join('.')}: ${issue?.message}`);
  }
  const { data } = parsed;
  if (data.to === undefined && data.recipient === undefined) throw missing('to');
  const media = mediaOf(data);
  if (media !== null && !isMedia(media)) throw new Refusal(400, 100, 'Invalid parameter: no such media');
  return data;
}

export function mediaOf(message: Sendable): string | null {
  if (message.type === 'image') return message.image.id;
  if (message.type === 'interactive' && message.interactive.type === 'button') {
    return message.interactive.header?.image.id ?? null;
  }
  return null;
}

export function textOf(message: Sendable): string {
  if (message.type === 'text') return message.text.body;
  if (message.type === 'image') return message.image.caption ?? '';
  if (message.type === 'template') return message.hydrated?.text ?? '';
  return message.interactive.body.text;
}

export interface Offered {
  readonly id: string;
  /** What stands on the button, or begins the row. */
  readonly title: string;
  readonly description: string | null;
}

export function choicesOf(message: Sendable): Offered[] {
  if (message.type === 'template') {
    const { buttons = [] } = message.hydrated ?? {};
    return buttons.map(({ text, payload }) => ({ id: payload, title: text, description: null }));
  }
  if (message.type !== 'interactive') return [];
  const { interactive } = message;
  if (interactive.type === 'button') {
    return interactive.action.buttons.map(({ reply }) => ({ ...reply, description: null }));
  }
  return interactive.action.sections.flatMap(({ rows }) =>
    rows.map(({ id, title, description = null }) => ({ id, title, description })),
  );
}
