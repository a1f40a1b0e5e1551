/**
 * What Meta posts, as far as it is read here:
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages. A part that
 * looks otherwise than expected counts as missing, so that it holds up nothing that comes with it.
 */
import * as z from 'zod';

const text = z.string().optional().catch(undefined);

function part<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.looseObject(shape).optional().catch(undefined);
}

const reply = part({ id: z.string() });

const message = z.looseObject({
  id: z.string().min(1),
  type: z.string(),
  timestamp: text,
  /** The phone number, in digits; left out for people who hide it behind a user name. */
  from: text,
  /** What stands for the person in this business. */
  from_user_id: text,
  group_id: text,
  context: part({ id: text }),
  text: part({ body: z.string() }),
  image: part({ id: text, caption: text }),
  button: part({ text: z.string(), payload: text }),
  interactive: part({ button_reply: reply, list_reply: reply }),
  revoke: part({ original_message_id: text }),
  edit: part({ message: part({ text: part({ body: text }), image: part({ caption: text }) }) }),
  unsupported: part({ type: text }),
});

const status = z.looseObject({
  id: z.string().min(1),
  status: z.string(),
  biz_opaque_callback_data: text,
  errors: z
    .array(z.looseObject({ code: z.coerce.number() }))
    .optional()
    .catch(undefined),
});

const contact = z.looseObject({ wa_id: text, user_id: text, profile: part({ name: text }) });

/** A list whose items that cannot be read are left out. */
function listOf<Item extends z.ZodType>(item: Item) {
  return z
    .array(z.unknown())
    .catch([])
    .default([])
    .transform((items) =>
      items.flatMap((each): z.output<Item>[] => {
        const parsed = item.safeParse(each);
        return parsed.success ? [parsed.data] : [];
      }),
    );
}

const change = z.looseObject({
  field: z.string(),
  value: z.looseObject({
    metadata: part({ phone_number_id: z.coerce.string() }),
    contacts: listOf(contact),
    messages: listOf(message),
    statuses: listOf(status),
    // https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/message_template_status_update
    event: text,
    message_template_name: text,
    message_template_language: text,
    reason: text,
  }),
});

export const postSchema = z.looseObject({
  object: z.literal('whatsapp_business_account'),
  entry: z.array(z.looseObject({ changes: listOf(change) })),
});

export type Post = z.infer<typeof postSchema>;
export type PostedMessage = z.infer<typeof message>;
export type PostedStatus = z.infer<typeof status>;
export type PostedContact = z.infer<typeof contact>;
