/** The stand on Cloudflare Workers: `npx wrangler deploy`. See docs/workers.md. */
import type { ExecutionContext, ScheduledController } from '@cloudflare/workers-types';
import { type Env, type Isolate, makeIsolate } from './worker/isolate.ts';
import { makeLog } from './worker/log.ts';
import { refusal } from './worker/refusal.ts';
import { openDatabase, openStand } from './worker/stand.ts';
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
      log().error({ err: error }, 'The stand cannot be opened.');
      return refusal(error, request, isolate);
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
