/** Everything that the server answers over HTTP. The same app runs on Node and on Workers. */
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { secureHeaders } from 'hono/secure-headers';
import type { Copy } from '../chat/copy/copy.ts';
import type { Reach } from '../chat/flow.ts';
import { DATA_PATH, OFFICE_PATH, ORDER_LIST_PATH, PAIRING_PATH } from '../chat/links.ts';
import type { Catalogue } from '../engine/catalogue.ts';
import { wallClock } from '../shop/calendar.ts';
import { type Product, productBySlug, type Snapshot } from '../shop/catalogue.ts';
import { type BridgeApiDeps, bridgeApi } from './bridge-api.ts';
import { type ChatApiDeps, chatApi } from './chat-api.ts';
import { type HealthDeps, health } from './health.ts';
import { type OfficeDeps, office, orderList } from './office/office.ts';
import { type OwnDataDeps, ownData } from './own-data.ts';
import { chooseLanguage } from './pages/layout.tsx';
import { productPage } from './pages/product-page.tsx';
import { standPage } from './pages/stand-page.tsx';
import type { PageInput } from './pages/words.ts';
import { type PairingDeps, PHONE_NOW, pairing } from './pairing.ts';
import { isArrival, type PageScans } from './scans.ts';
import { slips } from './slip.tsx';

/** A file of the page, by its name. */
export interface Asset {
  readonly type: string;
  readonly body: string;
}

export interface AppDeps {
  readonly catalogue: Catalogue;
  readonly copy: Copy;
  readonly now: () => number;
  /** What can still be promised, by variant. When it has resolved, the catalogue is as new as that. */
  readonly stock: () => Promise<ReadonlyMap<number, number>>;
  readonly media: (
    hash: string,
  ) => Promise<{ readonly bytes: Uint8Array<ArrayBuffer>; readonly type: string } | null>;
  readonly assets: ReadonlyMap<string, Asset>;
  readonly reach: () => Reach;
  readonly scans: Pick<PageScans, 'seen'>;
  readonly chat: ChatApiDeps;
  readonly health: HealthDeps;
  /** null: updates are fetched, or Telegram is off. */
  readonly telegramWebhook: ((request: Request) => Promise<Response>) | null;
  /** Meta asks and posts. null: the Cloud API is off. */
  readonly whatsappWebhook: ((request: Request) => Promise<Response>) | null;
  /** null: no bridge to a paired phone is wanted. */
  readonly bridge: BridgeApiDeps | null;
  /** What is kept about somebody, as a file. */
  readonly ownData: OwnDataDeps;
  /** The page of the paired phone; null where there is none. */
  readonly pairing: PairingDeps | null;
  /** The page of those who work for a unit or at the stand. */
  readonly office: OfficeDeps;
  /** Commands for the process that owns the database; null where there is none. */
  readonly cli: CommandDoor | null;
  readonly onRequest: (entry: { method: string; path: string; status: number; ms: number }) => void;
  readonly onError: (error: Error) => void;
}

export interface CommandDoor {
  /** Asked before the body is read, which can be long. */
  isAllowed(token: string | undefined): boolean;
  run(command: string, body: unknown): Promise<Response>;
}

const TELEGRAM_WEBHOOK = '/webhooks/telegram';
const WHATSAPP_WEBHOOK = '/webhooks/whatsapp';
const WEBHOOKS: readonly string[] = [TELEGRAM_WEBHOOK, WHATSAPP_WEBHOOK];

/** What an open page asks all the time. */
const OFFICE_ROUTINE = /^\/kantor\/[\w-]+\/(?:papan|kabar|aktif|terlihat)$/;

const MEGABYTE = 1024 * 1024;
const BRIDGE = '/bridge/whatsapp';

/** Telegram's updates are a few kilobytes. */
const MAX_WEBHOOK_BYTES = MEGABYTE;
/** "Webhooks payloads can be up to 3MB": https://developers.facebook.com/docs/whatsapp/cloud-api/webhooks. */
const MAX_WHATSAPP_BYTES = 3 * MEGABYTE;

/** An import brings its photos along. */
const MAX_COMMAND_BYTES = 64 * MEGABYTE;

const YEAR_S = 31_536_000;

export function makeApp(deps: AppDeps): Hono {
  const app = new Hono();
  const { telegramWebhook, whatsappWebhook, bridge, cli } = deps;
  app.use(logged(deps));
  // Before the headers, which only a browser reads.
  if (telegramWebhook) app.post(TELEGRAM_WEBHOOK, webhookLimit(), (c) => telegramWebhook(c.req.raw));
  if (whatsappWebhook) {
    app.get(WHATSAPP_WEBHOOK, (c) => whatsappWebhook(c.req.raw));
    app.post(WHATSAPP_WEBHOOK, webhookLimit(MAX_WHATSAPP_BYTES), (c) => whatsappWebhook(c.req.raw));
  }
  if (bridge) app.route(BRIDGE, bridgeApi(bridge));
  app.use(headers());
  app.onError((error, c) => {
    deps.onError(error);
    return c.json({ error: { code: 'internal', message: say(c, deps)('api-internal') } }, 500);
  });
  app.notFound((c) => c.json({ error: { code: 'not-found', message: say(c, deps)('api-not-found') } }, 404));
  app.get('/', async (c) => c.html(standPage(await pageInput(c, deps))));
  app.get('/p/:product', (c) => product(c, deps));
  app.get('/media/:hash', (c) => media(c, deps));
  app.route(
    '/s',
    slips(deps.reach, (c) => pageOf(c, deps, NO_STOCK)),
  );
  app.get('/assets/:name', (c) => asset(c, deps));
  app.route('/api/chat', chatApi(deps.chat));
  app.route('/', health(deps.health));
  const withoutStock = (c: Context) => pageOf(c, deps, NO_STOCK);
  app.route(DATA_PATH, ownData(deps.ownData, withoutStock));
  app.route(OFFICE_PATH, office(deps.office, withoutStock));
  app.route(ORDER_LIST_PATH, orderList(deps.office, withoutStock));
  const { pairing: phone } = deps;
  if (phone) app.route(PAIRING_PATH, pairing(phone, withoutStock));
  if (cli) {
    app.use('/cli/*', async (c, next) => {
      const token = c.req.header('authorization')?.replace(/^Bearer /, '');
      return cli.isAllowed(token) ? next() : c.json({ error: 'not allowed' }, 401);
    });
    app.post('/cli/:command', webhookLimit(MAX_COMMAND_BYTES), (c) => runCommand(c, cli));
  }
  return app;
}

/**
 * A length that is told holds: the server reads no more than that. `bodyLimit` looks at the body even so, for which
 * Node's server has to make a stream of it (measured: a fifth of all that an update costs).
 */
function webhookLimit(maxSize: number = MAX_WEBHOOK_BYTES) {
  const tooLong = (c: Context) => c.body(null, 413);
  const measured = bodyLimit({ maxSize, onError: tooLong });
  return async (c: Context, next: () => Promise<void>) => {
    const length = c.req.header('content-length');
    if (length === undefined || c.req.header('transfer-encoding') !== undefined) return measured(c, next);
    return Number(length) > maxSize ? tooLong(c) : next();
  };
}

/**
 * Method, path, status and time: query strings may carry a session and are never logged. Updates, the bridge's requests
 * and looks at the phone that went well are left out, of which there are many.
 */
function logged(deps: AppDeps) {
  return async (c: Context, next: () => Promise<void>) => {
    const from = deps.now();
    await next();
    const { status } = c.res;
    const { path } = c.req;
    const isRoutine =
      WEBHOOKS.includes(path) || path.startsWith(BRIDGE) || path === PHONE_NOW || OFFICE_ROUTINE.test(path);
    if (status === 200 && isRoutine) return;
    deps.onRequest({ method: c.req.method, path, status, ms: deps.now() - from });
  };
}

function headers() {
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'self'"],
      imgSrc: ["'self'", 'data:', 'blob:'],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
    referrerPolicy: 'no-referrer',
    strictTransportSecurity: false,
    xFrameOptions: 'DENY',
  });
}

function language(c: Context, deps: AppDeps): string {
  const fallback = deps.catalogue.current().stand.defaultLanguage;
  return chooseLanguage(c.req.query('lang'), c.req.header('accept-language'), deps.copy.languages, fallback);
}

function say(c: Context, deps: AppDeps) {
  return deps.copy.in(language(c, deps));
}

async function pageInput(c: Context, deps: AppDeps): Promise<PageInput> {
  const stock = await deps.stock();
  c.header('vary', 'accept-language');
  c.header('cache-control', 'no-cache');
  return pageOf(c, deps, stock);
}

/** For a page that shows no products. */
const NO_STOCK: ReadonlyMap<number, number> = new Map();

function pageOf(c: Context, deps: AppDeps, stock: ReadonlyMap<number, number>): PageInput {
  const chosen = language(c, deps);
  return {
    snapshot: deps.catalogue.current(),
    stock,
    language: chosen,
    t: deps.copy.in(chosen),
    languages: deps.copy.languages,
    telegram: deps.reach().telegram,
    whatsapp: deps.reach().whatsapp,
    now: deps.now(),
  };
}

/** By slug, or by the number on the shelf for who types it. */
function findProduct(snapshot: Snapshot, name: string): Product | undefined {
  return productBySlug(snapshot, name) ?? snapshot.products.find((each) => String(each.shelfNumber) === name);
}

async function product(c: Context, deps: AppDeps): Promise<Response> {
  const input = await pageInput(c, deps);
  const found = findProduct(input.snapshot, c.req.param('product') ?? '');
  if (!found) return c.notFound();
  const { stand } = input.snapshot;
  if (isArrival(c.req.method, (name) => c.req.header(name)))
    deps.scans.seen(found.id, wallClock(input.now, stand.timeZone).day);
  return c.html(productPage(input, found));
}

async function media(c: Context, deps: AppDeps): Promise<Response> {
  const hash = c.req.param('hash') ?? '';
  const found = /^[0-9a-f]{64}$/.test(hash) ? await deps.media(hash) : null;
  if (!found) return c.notFound();
  // The name is the hash of the content: it never changes.
  c.header('cache-control', `public, max-age=${YEAR_S}, immutable`);
  c.header('content-type', found.type);
  return c.body(found.bytes);
}

function asset(c: Context, deps: AppDeps): Response | Promise<Response> {
  const found = deps.assets.get(c.req.param('name') ?? '');
  if (!found) return c.notFound();
  c.header('content-type', found.type);
  c.header('cache-control', 'no-cache');
  return c.body(found.body);
}

async function runCommand(c: Context, cli: CommandDoor): Promise<Response> {
  const body: unknown = await c.req.json().catch(() => undefined);
  return cli.run(c.req.param('command') ?? '', body);
}
