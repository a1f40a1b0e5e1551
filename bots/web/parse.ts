/** What the page posts becomes an event. */
import * as z from 'zod';
import type { Inbound, InboundBody } from '../../src/chat/message.ts';

/** Far above what a person types; longer text gets a kind sentence, not an error. */
const MAX_TEXT = 20_000;

const shared = {
  session: z.string().min(16).max(128),
  /** Unique for the request: a repeat gives the same answer. */
  id: z
    .string()
    .regex(/^[\w-]{1,64}$/)
    .optional(),
  replyTo: z.string().max(64).optional(),
  /** What the browser says of the language. */
  locale: z.string().max(35).optional(),
};

/** The body of `POST /api/chat`. */
export const chatRequest = z.union([
  z.strictObject({ ...shared, text: z.string().max(MAX_TEXT) }),
  z.strictObject({ ...shared, choice: z.string().max(64) }),
  z.strictObject({ ...shared, start: z.string().max(64) }),
]);

export type ChatRequest = z.infer<typeof chatRequest>;

/** The fields of a posted photo. The picture itself is kept only where somebody was asked for it. */
export const photoRequest = z.object({
  ...shared,
  text: z.string().max(MAX_TEXT).optional(),
  photo: z.instanceof(File).optional().catch(undefined),
});

function bodyOf(request: ChatRequest): InboundBody {
  const { replyTo } = request;
  if ('choice' in request) {
    return { kind: 'choice', choice: request.choice, ...(replyTo === undefined ? {} : { message: replyTo }) };
  }
  if ('start' in request) return { kind: 'start', payload: request.start };
  return { kind: 'text', text: request.text, ...(replyTo === undefined ? {} : { replyTo }) };
}

export interface Arrival {
  /** The hash of the session. */
  readonly chat: string;
  /** For requests that carry no id. */
  readonly fallbackId: string;
  readonly now: number;
  readonly locale: string | undefined;
}

function inbound(id: string | undefined, body: InboundBody, from: Arrival): Inbound {
  return {
    key: `web:${from.chat}:${id ?? from.fallbackId}`,
    channel: 'web',
    chat: from.chat,
    actor: from.chat,
    at: from.now,
    ...(from.locale === undefined ? {} : { locale: from.locale }),
    body,
  };
}

export function parseChatRequest(request: ChatRequest, from: Arrival): Inbound {
  return inbound(request.id, bodyOf(request), from);
}

export async function parsePhotoRequest(
  { id, text, photo }: z.infer<typeof photoRequest>,
  from: Arrival,
): Promise<Inbound> {
  const picture = photo && { picture: { bytes: new Uint8Array(await photo.arrayBuffer()) } };
  return inbound(id, { kind: 'photo', caption: text ?? '', ...picture }, from);
}
