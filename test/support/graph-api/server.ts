/** The server: one address, one token, one phone number, what it takes, and what it posts to the webhook. */
import { createHmac, randomBytes } from 'node:crypto';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type HttpBindings, serve } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import { readMessage, type Sendable } from './content.ts';
import { type CloudPerson, createPerson, type PersonOptions } from './person.ts';
import { invalid, missing, Refusal } from './refusal.ts';
import { type StoredTemplate, startTemplates } from './templates.ts';

export interface GraphApiOptions {
  readonly now?: () => number;
  /**
   * What becomes of a message to somebody who has not written for 24 hours: refused at once, taken and reported as
   * failed, or sent all the same. Meta documents that errors come either way.
   */
  readonly window?: 'refused' | 'reported' | 'open';
  /** Says of each message that it was sent and delivered, as soon as it was taken. */
  readonly reports?: boolean;
}

/** A message that was taken. */
export interface Taken {
  readonly id: string;
  readonly to: string;
  readonly message: Sendable;
}

export interface Fault {
  /** Only calls of this kind; all without it. */
  readonly path?: 'messages' | 'media' | 'templates' | 'submission';
  /** Only this person; everybody without it. */
  readonly to?: string;
  /** How many calls fail; default 1. */
  readonly times?: number;
  /** `hang` never answers and does nothing; `cut` does what was asked and cuts the line before the answer. */
  readonly how:
    | 'hang'
    | 'cut'
    /** Nothing fails: the call is carried out when this is over. */
    | { readonly until: Promise<unknown> }
    | { readonly status: number; readonly code: number }
    | { readonly status: number; readonly body: string };
}

type Handler = (request: Request) => Promise<Response>;

export interface GraphApi {
  /** For the setting of the API root: with a version. */
  readonly url: string;
  readonly token: string;
  readonly phoneId: string;
  /** Of the account that has the templates. */
  readonly businessId: string;
  readonly appSecret: string;
  readonly verifyToken: string;
  /** What was taken, oldest first. */
  readonly log: readonly Taken[];
  readonly counts: { refused: number; uploads: number };
  /** Bytes behind a media id. */
  media(id: string): { readonly bytes: Uint8Array; readonly type: string } | undefined;
  /** Ids handed out so far stop working, as they do after 30 days. */
  forgetMedia(): void;
  fail(fault: Fault): void;
  person(number: string, options?: PersonOptions): CloudPerson;
  /** Where it posts to. */
  deliverTo(handler: Handler): void;
  /** A signed post with this in its one change. */
  post(value: object): Promise<Response>;
  /** The same with this body and signature; the right one without it. */
  postRaw(body: string, signature?: string | null): Promise<Response>;
  /** The templates that were handed in. */
  templates(): readonly StoredTemplate[];
  /**
   * Somebody at Meta has looked at a template, or people have disliked it: in all languages, unless one is named. The
   * webhook hears of it, where somebody is posted to.
   */
  review(name: RegExp, status: string, more?: { language?: string; reason?: string }): Promise<void>;
  /** How a message fared: a status webhook. */
  report(id: string, status: string, code?: number): Promise<Response>;
  close(): Promise<void>;
}

const WINDOW_MS = 24 * 3_600_000;
/** https://help.vtex.com/en/docs/tutorials/supported-media-sending-whatsapp-cloud, of Meta's list: images. */
const MAX_IMAGE_BYTES = 5 * 1024 * 1024;
const IMAGE_TYPES = ['image/jpeg', 'image/png'];
const WEBHOOK = 'https://gerai.example/webhooks/whatsapp';

export async function startGraphApi(options: GraphApiOptions = {}): Promise<GraphApi> {
  const { now = Date.now, window = 'open', reports = false } = options;
  const token = 'EAAtest-token';
  const phoneId = '106540352242922';
  const businessId = '102290129340398';
  const templates = startTemplates();
  const appSecret = 'the-app-secret-in-tests';
  const log: Taken[] = [];
  const counts = { refused: 0, uploads: 0 };
  const media = new Map<string, { bytes: Uint8Array; type: string }>();
  const wroteAt = new Map<string, number>();
  const faults: { readonly fault: Fault; left: number }[] = [];
  let handler: Handler | null = null;

  function takeFault(path: Fault['path'], to: string | undefined): Fault['how'] | null {
    const index = faults.findIndex(
      ({ fault }) => (fault.path ?? path) === path && (fault.to === undefined || fault.to === to),
    );
    const found = faults[index];
    if (!found) return null;
    found.left -= 1;
    if (found.left <= 0) faults.splice(index, 1);
    return found.fault.how;
  }

  /* ── what it is asked ── */

  /** @param id whose the path has to be. */
  function authorise(c: Context, id: string): void {
    // The codes and their status are of Meta's list of error codes.
    if (c.req.header('authorization') !== `Bearer ${token}`)
      throw new Refusal(401, 190, 'Invalid OAuth access token.');
    if (c.req.param('id') !== id) throw new Refusal(400, 100, 'Unsupported post request.', 33);
  }

  function take(body: unknown): Taken {
    const message = readMessage(body, (id) => media.has(id));
    const to = message.to ?? message.recipient ?? '';
    const isSilent = now() - (wroteAt.get(to) ?? Number.NEGATIVE_INFINITY) > WINDOW_MS;
    const isTemplate = message.type === 'template';
    const isClosed = isSilent && window !== 'open' && !isTemplate;
    if (isClosed && window === 'refused') throw new Refusal(400, 131047, 'Re-engagement message');
    const hydrated = isTemplate ? { hydrated: templates.hydrate(message.template) } : {};
    const taken = { id: newId(to), to, message: { ...message, ...hydrated } };
    if (isClosed && window === 'reported') later(() => report(taken, 'failed', 131047));
    else log.push(taken);
    if (reports && !isClosed) {
      later(async () => {
        await report(taken, 'sent');
        await report(taken, 'delivered');
      });
    }
    return taken;
  }

  async function upload(form: FormData): Promise<string> {
    const file = form.get('file');
    if (form.get('messaging_product') !== 'whatsapp') throw missing('messaging_product');
    if (!(file instanceof File)) throw missing('file');
    if (!IMAGE_TYPES.includes(file.type) || form.get('type') !== file.type) throw invalid('type');
    if (file.size > MAX_IMAGE_BYTES) throw invalid('the file is too large');
    counts.uploads += 1;
    const id = String(1_000_000_000 + counts.uploads);
    media.set(id, { bytes: new Uint8Array(await file.arrayBuffer()), type: file.type });
    return id;
  }

  async function answer(c: Context<{ Bindings: HttpBindings }>, path: 'messages' | 'media') {
    authorise(c, phoneId);
    const body: unknown = path === 'messages' ? await c.req.json() : await c.req.formData();
    const ordered = takeFault(path, recipientOf(body));
    const isHeld = typeof ordered === 'object' && ordered !== null && 'until' in ordered;
    if (isHeld) await ordered.until;
    const fault = isHeld ? null : ordered;
    if (fault === 'hang') return new Promise<Response>(() => undefined);
    if (fault !== null && fault !== 'cut') {
      if ('body' in fault) return new Response(fault.body, { status: fault.status });
      throw new Refusal(fault.status, fault.code, 'ordered by the test');
    }
    const result = body instanceof FormData ? { id: await upload(body) } : acceptance(take(body));
    if (fault === 'cut') {
      c.env.outgoing.destroy();
      return new Promise<Response>(() => undefined);
    }
    return Response.json(result);
  }

  const app = new Hono<{ Bindings: HttpBindings }>();
  app.post('/v25.0/:id/messages', (c) => answer(c, 'messages'));
  app.post('/v25.0/:id/media', (c) => answer(c, 'media'));
  app.on(['GET', 'POST'], '/v25.0/:id/message_templates', async (c) => {
    authorise(c, businessId);
    const fault = takeFault(c.req.method === 'GET' ? 'templates' : 'submission', undefined);
    if (typeof fault === 'object' && fault !== null && 'code' in fault)
      throw new Refusal(fault.status, fault.code, 'ordered by the test');
    if (c.req.method === 'GET') {
      return c.json(templates.page(c.req.query('after'), Number(c.req.query('limit') ?? 25), c.req.url));
    }
    const { id, status, category } = templates.handIn(await c.req.json());
    return c.json({ id, status, category });
  });
  // What people sent: where it lies, and then itself, both for who has the token.
  app.get('/v25.0/:id', (c) => {
    const id = c.req.param('id');
    authorise(c, id);
    if (id === phoneId) return c.json({ id });
    const found = media.get(id);
    if (!found) throw new Refusal(400, 100, 'Unsupported get request.', 33);
    const url = `${new URL(c.req.url).origin}/lookaside/${id}`;
    return c.json({
      id,
      url,
      mime_type: found.type,
      file_size: found.bytes.length,
      messaging_product: 'whatsapp',
    });
  });
  app.get('/lookaside/:id', (c) => {
    authorise(c, c.req.param('id'));
    const found = media.get(c.req.param('id'));
    return found ? new Response(new Uint8Array(found.bytes)) : c.notFound();
  });
  app.onError((error) => {
    counts.refused += 1;
    const { status, code, title, subcode, said } =
      error instanceof Refusal ? error : new Refusal(500, 131000, `Something went wrong: ${error}`);
    return Response.json(
      {
        error: {
          message: `(#${code}) ${title}`,
          type: 'OAuthException',
          code,
          ...(subcode === undefined ? {} : { error_subcode: subcode }),
          ...(said === undefined ? {} : { error_user_title: said.title, error_user_msg: said.message }),
          fbtrace_id: 'AbCdEf',
        },
      },
      { status },
    );
  });

  /* ── what it posts ── */

  async function postRaw(body: string, signature: string | null = sign(appSecret, body)): Promise<Response> {
    if (!handler) throw new Error('Nobody is posted to.');
    const headers = {
      'content-type': 'application/json',
      ...(signature === null ? {} : { 'x-hub-signature-256': signature }),
    };
    return handler(new Request(WEBHOOK, { method: 'POST', headers, body }));
  }

  function post(value: object): Promise<Response> {
    const metadata = { display_phone_number: '622112345678', phone_number_id: phoneId };
    return postChange('messages', { messaging_product: 'whatsapp', metadata, ...value });
  }

  function postChange(field: string, value: object): Promise<Response> {
    const body = {
      object: 'whatsapp_business_account',
      entry: [{ id: businessId, time: Math.floor(now() / 1_000), changes: [{ field, value }] }],
    };
    // Meta escapes what is not ASCII, and signs it so.
    return postRaw(JSON.stringify(body).replaceAll(/[\u0080-\uffff]/g, escaped));
  }

  function report({ id, to, message }: Taken, status: string, code?: number): Promise<Response> {
    const data = message.biz_opaque_callback_data;
    const errors = code === undefined ? {} : { errors: [{ code, title: 'told by the test' }] };
    return post({
      statuses: [
        {
          id,
          status,
          timestamp: String(Math.floor(now() / 1_000)),
          recipient_id: to,
          ...(data === undefined ? {} : { biz_opaque_callback_data: data }),
          ...errors,
        },
      ],
    });
  }

  const server = await listen(app);
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v25.0`,
    token,
    phoneId,
    businessId,
    appSecret,
    verifyToken: 'the-verify-token-in-tests',
    log,
    counts,
    media: (id) => media.get(id),
    forgetMedia: () => media.clear(),
    fail: (fault) => void faults.push({ fault, left: fault.times ?? 1 }),
    person: (number, personOptions = {}) =>
      createPerson(
        {
          phoneId,
          sent: (to) => log.filter((each) => each.to === to),
          newId,
          wrote: (id) => void wroteAt.set(id, now()),
          now,
          post: async (value) => (await post(value)).status,
          keep(bytes) {
            const id = `received-${media.size + 1}`;
            media.set(id, { bytes, type: 'image/jpeg' });
            return id;
          },
        },
        number,
        personOptions,
      ),
    deliverTo(next) {
      handler = next;
    },
    post,
    postRaw,
    templates: templates.all,
    async review(name, status, { language, reason = 'NONE' } = {}) {
      for (const each of templates.all()) {
        if (!name.test(each.name) || (language !== undefined && each.language !== language)) continue;
        each.status = status;
        each.reason = reason;
        if (!handler) continue;
        await postChange('message_template_status_update', {
          event: status,
          message_template_id: Number(each.id),
          message_template_name: each.name,
          message_template_language: each.language,
          reason,
          message_template_category: each.category,
        });
      }
    },
    report(id, status, code) {
      const taken = log.find((each) => each.id === id);
      if (!taken) throw new Error('No such message was taken.');
      return report(taken, status, code);
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function listen(app: Hono<{ Bindings: HttpBindings }>): Promise<Server> {
  return new Promise((resolve) => {
    const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, () =>
      resolve(server as Server),
    );
  });
}

/** After the answer to the call that is being answered. */
function later(work: () => Promise<unknown>): void {
  setTimeout(() => void work().catch(() => undefined), 1);
}

function acceptance({ id, to }: Taken): object {
  return { messaging_product: 'whatsapp', contacts: [{ input: to, wa_id: to }], messages: [{ id }] };
}

function recipientOf(body: unknown): string | undefined {
  if (typeof body !== 'object' || body === null || !('to' in body)) return undefined;
  return String(body.to);
}

export function sign(secret: string, body: string): string {
  return `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
}

function escaped(char: string): string {
  return `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** As Meta makes them: whoever decodes one reads the phone number. */
function newId(number: string): string {
  const inside = `\x1c\x18\x0d${number}\x15\x02\x00\x12\x18\x14${randomBytes(10).toString('hex').toUpperCase()}\x00`;
  return `wamid.${Buffer.from(inside, 'latin1').toString('base64')}`;
}
