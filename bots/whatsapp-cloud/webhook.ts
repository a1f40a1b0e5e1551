/** Takes what Meta posts. Runs on Node and on Workers. */
import { type Handling, startAttempts } from '../common/attempts.ts';
import { byChat, settleInOrder } from '../common/in-order.ts';
import { sameText } from '../common/same-text.ts';
import { type CloudEvent, parsePost, type Report, type TemplateNews } from './parse.ts';
import { type Post, postSchema } from './posts.ts';

const SIGNATURE_HEADER = 'x-hub-signature-256';
/** Meta comes again for seven days, ever more seldom; that it heeds the header is not documented. */
const RETRY_AFTER_S = '2';

export interface CloudWebhookOptions extends Handling<CloudEvent> {
  /** Of the app: Meta signs with it. */
  readonly appSecret: string;
  /** Made up by whoever sets the webhook up, and given to Meta there. */
  readonly verifyToken: string;
  readonly phoneId: string;
  readonly now: () => number;
  /** Resolves when it is stored how these messages fared. */
  receive(reports: readonly Report[]): Promise<void>;
  /** Resolves when it is stored what became of these templates. */
  hearTemplates?(news: readonly TemplateNews[]): Promise<void>;
}

/**
 * GET: Meta asks whether this address is ours. POST: 200 when everything in it is stored, 400 for what is not a post,
 * 401 for what Meta did not sign, 503 when it is to come again; what was stored of it then is known by its ids.
 */
export function cloudWebhook(options: CloudWebhookOptions): (request: Request) => Promise<Response> {
  const take = startTaking(options);
  let key: Promise<CryptoKey> | null = null;
  return async (request) => {
    if (request.method === 'GET') return verify(new URL(request.url).searchParams, options.verifyToken);
    const body = await request.arrayBuffer();
    key ??= signingKey(options.appSecret);
    if (!(await isSigned(await key, request.headers.get(SIGNATURE_HEADER) ?? '', body))) return empty(401);
    const post = readPost(body);
    if (post === null) return empty(400);
    if (await take(post)) return empty(200);
    return new Response(null, { status: 503, headers: { 'retry-after': RETRY_AFTER_S } });
  };
}

/** https://developers.facebook.com/docs/graph-api/webhooks/getting-started: the challenge is given back as it came. */
function verify(query: URLSearchParams, verifyToken: string): Response {
  const challenge = query.get('hub.challenge') ?? '';
  const isOurs =
    query.get('hub.mode') === 'subscribe' && sameText(query.get('hub.verify_token') ?? '', verifyToken);
  if (!isOurs || challenge === '') return empty(403);
  const headers = { 'content-type': 'text/plain; charset=utf-8', 'x-content-type-options': 'nosniff' };
  return new Response(challenge, { headers });
}

/* ── the signature ── */

function signingKey(secret: string): Promise<CryptoKey> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  return crypto.subtle.importKey('raw', new TextEncoder().encode(secret), algorithm, false, ['verify']);
}

/** Over the bytes as they came. Web Crypto compares in constant time. */
async function isSigned(key: CryptoKey, header: string, body: ArrayBuffer): Promise<boolean> {
  const hex = /^sha256=([0-9a-f]{64})$/i.exec(header)?.[1];
  if (hex === undefined) return false;
  const signature = Uint8Array.from(hex.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));
  return crypto.subtle.verify('HMAC', key, signature, body);
}

function readPost(body: ArrayBuffer): Post | null {
  try {
    const parsed = postSchema.safeParse(JSON.parse(new TextDecoder().decode(body)));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/* ── what is in it ── */

/** The end of an id: what stands before holds the phone number, and no log is to have that. */
function idForLog({ message }: CloudEvent): string {
  return message.id.slice(-12);
}

/** @returns whether all of the post is done with. */
function startTaking(options: CloudWebhookOptions): (post: Post) => Promise<boolean> {
  const { phoneId, now, isOutage, log } = options;
  const attempt = startAttempts(options, {
    key: ({ inbound }) => inbound.key,
    logged: (event) => ({ message: idForLog(event) }),
  });
  const settle = async (event: CloudEvent) => (await attempt(event)).done;

  /** Only where nothing can be stored it is to come again. */
  async function stored(storing: Promise<void> | undefined, failure: string): Promise<boolean> {
    try {
      await storing;
      return true;
    } catch (error) {
      if (isOutage?.(error)) return false;
      log.error({ err: error }, failure);
      return true;
    }
  }

  function receive(reports: readonly Report[]): Promise<boolean> {
    const storing = reports.length === 0 ? undefined : options.receive(reports);
    return stored(storing, 'How messages fared could not be recorded.');
  }

  function hear(news: readonly TemplateNews[]): Promise<boolean> {
    const storing = news.length === 0 ? undefined : options.hearTemplates?.(news);
    return stored(storing, 'What became of a template could not be recorded.');
  }

  return async (post) => {
    const { events, reports, templates } = parsePost(post, phoneId, now());
    const chats = byChat(events, ({ inbound }) => inbound.chat);
    const stopped = await Promise.all(chats.map((ofChat) => settleInOrder(ofChat, settle)));
    const received = await receive(reports);
    const heard = await hear(templates);
    return received && heard && stopped.every((event) => event === null);
  };
}

function empty(status: number): Response {
  return new Response(null, { status });
}
