/** The stand on Cloudflare Workers: `npx wrangler deploy`. See docs/workers.md. */
import type { ExecutionContext, ScheduledController } from '@cloudflare/workers-types';
import { StorageError } from '../db/database.ts';
import { ConfigError } from './config.ts';
import { type Env, type Isolate, makeIsolate } from './worker/isolate.ts';
import { makeLog } from './worker/log.ts';
import { OldSchema, openDatabase, openStand } from './worker/stand.ts';
import { sweep } from './worker/sweep.ts';

/** Made at the first event: the environment is not there before. */
let isolate: Isolate | null = null;

function isolateOf(env: Env): Isolate {
  isolate ??= makeIsolate(env);
  return isolate;
}

export default {
  async fetch(request: Request, env: Env, context: ExecutionContext): Promise<Response> {
    const { origin, pathname } = new URL(request.url);
    // It says that this runs, and asks nobody else.
    if (pathname === '/healthz') return Response.json({ status: 'ok' });
    try {
      return await answer(request, origin, isolateOf(env), context);
    } catch (error) {
      return refuse(error);
    }
  },

  async scheduled(_controller: ScheduledController, env: Env, context: ExecutionContext): Promise<void> {
    try {
      await sweep(isolateOf(env), (work) => context.waitUntil(work));
    } catch (error) {
      log().error({ err: error }, 'The work of this minute was not done.');
      throw error;
    }
  },
};

async function answer(
  request: Request,
  origin: string,
  here: Isolate,
  context: ExecutionContext,
): Promise<Response> {
  const stand = await openStand(here, {
    database: openDatabase(here),
    web: here.config.PUBLIC_URL?.replace(/\/$/, '') ?? origin,
    background: (work) => context.waitUntil(work),
    takesOver: false,
  });
  const response = await stand.app.fetch(request);
  // Messages that were committed are sent, and fragments read, after the answer.
  context.waitUntil(stand.settled());
  return response;
}

function log() {
  return isolate?.log ?? makeLog('info');
}

/** Nothing can be served: the log says why in full, whoever asked hears what concerns them. */
function refuse(error: unknown): Response {
  log().error({ err: error }, 'The stand cannot be opened.');
  return new Response(sentence(error), {
    status: 503,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store', 'retry-after': '2' },
  });
}

function sentence(error: unknown): string {
  if (error instanceof OldSchema) return error.message;
  if (error instanceof ConfigError) return 'The settings of this stand are not complete. Its log says which.';
  if (error instanceof StorageError)
    return 'The database cannot be reached now. Please try again in a moment.';
  return 'The stand cannot be opened now. Its log says why.';
}
