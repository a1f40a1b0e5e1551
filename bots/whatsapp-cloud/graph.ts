/** Calls to Meta's Graph API. Runs on Node and on Workers. */
import * as z from 'zod';

export interface GraphAccess {
  readonly token: string;
  /** With the version, without a slash at the end. */
  readonly apiRoot: string;
  /** How long one call may take. */
  readonly timeoutMs?: number;
}

export interface GraphOptions extends GraphAccess {
  readonly phoneId: string;
}

/** Graph answered, and did not do what was asked. What it says in words may quote a number or the token: not kept. */
export class GraphError extends Error {
  override readonly name = 'GraphError';
  constructor(
    /** Of HTTP. */
    readonly status: number,
    /** Of Meta's list; null where the answer was not Graph's. */
    readonly code: number | null,
    /** Words that Meta means for whoever uses the app; only of calls in which no person occurs. */
    readonly said: string | null = null,
  ) {
    super(`Graph answered with ${status}, code ${code ?? 'none'}.`);
  }
}

/** Graph says that it did what was asked, and not what became of it. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
}

const refusal = z.looseObject({
  error: z.looseObject({
    code: z.number(),
    error_subcode: z.number().optional(),
    error_user_title: z.string().optional().catch(undefined),
    error_user_msg: z.string().optional().catch(undefined),
  }),
});
const sent = z.looseObject({ messages: z.array(z.looseObject({ id: z.string() })).min(1) });
const uploaded = z.looseObject({ id: z.coerce.string() });

export interface Graph {
  /** @returns the id of the message that was taken. */
  send(message: object): Promise<string>;
  /** @returns the id under which the picture can be sent, for 30 days. */
  upload(bytes: Uint8Array<ArrayBuffer>, type: string): Promise<string>;
}

export interface Call {
  readonly method: 'GET' | 'POST';
  readonly body?: BodyInit;
  readonly headers?: Record<string, string>;
  /** No person occurs in it: what Meta says of it in words may be read. */
  readonly impersonal?: boolean;
}

/** @returns the answer, as JSON. @throws GraphError, and what `fetch` throws. */
export async function callGraph(
  { token, apiRoot, timeoutMs = 15_000 }: GraphAccess,
  path: string,
  { method, body, headers, impersonal = false }: Call,
): Promise<unknown> {
  const response = await fetch(`${apiRoot}/${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, ...headers },
    signal: AbortSignal.timeout(timeoutMs),
    ...(body === undefined ? {} : { body }),
  });
  const answer: unknown = await response.json().catch((error: unknown) => {
    // Cut off in the middle: what it would have said is not known.
    if (response.ok) throw error;
    return null;
  });
  const refused = refusal.safeParse(answer);
  if (refused.success) {
    const { error } = refused.data;
    const said = [error.error_user_title, error.error_user_msg].filter(Boolean).join(': ');
    throw new GraphError(response.status, codeOf(error), impersonal && said !== '' ? said : null);
  }
  if (!response.ok) throw new GraphError(response.status, null);
  return answer;
}

export function graphApi(options: GraphOptions): Graph {
  const post = (path: string, body: BodyInit, headers: Record<string, string>) =>
    callGraph(options, `${options.phoneId}/${path}`, { method: 'POST', body, headers });

  return {
    async send(message) {
      const body = JSON.stringify({ messaging_product: 'whatsapp', ...message });
      const answer = sent.safeParse(await post('messages', body, { 'content-type': 'application/json' }));
      const id = answer.data?.messages[0]?.id;
      if (id === undefined) throw new NoAnswer('Graph gives no id of a message.');
      return id;
    },
    async upload(bytes, type) {
      const form = new FormData();
      form.set('messaging_product', 'whatsapp');
      form.set('type', type);
      form.set('file', new Blob([bytes], { type }), `photo.${type.split('/').at(-1) ?? 'jpeg'}`);
      const answer = uploaded.safeParse(await post('media', form, {}));
      if (!answer.success) throw new NoAnswer('Graph gives no id of a picture.');
      return answer.data.id;
    },
  };
}

const stored = z.looseObject({ url: z.url(), file_size: z.coerce.number().optional() });

/**
 * What somebody sent: Graph says where it lies for five minutes, and gives it only to who has the token
 * (https://developers.facebook.com/docs/whatsapp/cloud-api/reference/media).
 *
 * @returns null where there is no such thing any more, or more of it than is taken. @throws what `fetch` throws.
 */
export async function downloadMedia(
  access: GraphAccess,
  id: string,
  maxBytes: number = 5 * 1024 * 1024,
): Promise<Uint8Array | null> {
  const { token, timeoutMs = 15_000 } = access;
  const found = stored.safeParse(await callGraph(access, encodeURIComponent(id), { method: 'GET' }));
  if (!found.success || (found.data.file_size ?? 0) > maxBytes) return null;
  const response = await fetch(found.data.url, {
    headers: { authorization: `Bearer ${token}` },
    signal: AbortSignal.timeout(timeoutMs),
  });
  if (!response.ok || Number(response.headers.get('content-length') ?? 0) > maxBytes) return null;
  return new Uint8Array(await response.arrayBuffer());
}

/** An object that does not exist is a parameter that is wrong, 100, with this of its own: the id of the number is. */
const NO_SUCH_OBJECT = 33;

function codeOf({ code, error_subcode }: z.infer<typeof refusal>['error']): number {
  return error_subcode === NO_SUCH_OBJECT ? NO_SUCH_OBJECT : code;
}
