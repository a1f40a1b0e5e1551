/** `GET /data` and `POST /data`: what is kept about somebody, as a file, once for each link. */
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { ownDataPage } from './pages/own-data-page.tsx';
import type { PageInput } from './pages/words.ts';

const MAX_BODY_BYTES = 4_096;
const KEY = /^[\w-]{16,64}$/;

export interface OwnDataDeps {
  /** Uses the link up. @returns all that is kept; null where it opens nothing. */
  readonly take: (key: string) => Promise<object | null>;
}

export function ownData(deps: OwnDataDeps, pageFor: (c: Context) => PageInput): Hono {
  const app = new Hono();
  app.use(bodyLimit({ maxSize: MAX_BODY_BYTES, onError: (c) => c.body(null, 413) }));
  app.use(async (c, next) => {
    c.header('cache-control', 'no-store');
    await next();
  });
  app.get('/', (c) => c.html(ownDataPage(pageFor(c), false)));
  app.post('/', async (c) => {
    const { key } = await c.req.parseBody();
    const found = typeof key === 'string' && KEY.test(key) ? await deps.take(key) : null;
    if (!found) return c.html(ownDataPage(pageFor(c), true), 403);
    c.header('content-type', 'application/json; charset=utf-8');
    c.header('content-disposition', 'attachment; filename="gerai-data.json"');
    return c.body(JSON.stringify(found, null, 2));
  });
  return app;
}
