/** When the stand cannot be opened: each hears it in their own way, and the log hears the rest. */
import { StorageError } from '../../db/database.ts';
import { ConfigError } from '../config.ts';
import { chooseLanguage } from '../web/pages/layout.tsx';
import type { Isolate } from './isolate.ts';
import { OldSchema } from './stand.ts';

const HEADERS = { 'cache-control': 'no-store', 'retry-after': '2' };

/** @param isolate null when the settings cannot even be read. */
export function refusal(error: unknown, request: Request, isolate: Isolate | null): Response {
  const { pathname } = new URL(request.url);
  // Telegram reads the status only, and comes again.
  if (pathname.startsWith('/webhooks/')) return new Response(null, { status: 503, headers: HEADERS });
  const isOutage = error instanceof StorageError;
  const message = isOutage && isolate ? outage(request, isolate) : sentence(error);
  if (pathname.startsWith('/api/')) {
    const code = isOutage ? 'storage-down' : 'not-ready';
    return Response.json({ error: { code, message } }, { status: 503, headers: HEADERS });
  }
  return new Response(message, {
    status: 503,
    headers: { ...HEADERS, 'content-type': 'text/plain; charset=utf-8' },
  });
}

function outage(request: Request, { copy }: Isolate): string {
  const [fallback = ''] = copy.languages;
  const accepted = request.headers.get('accept-language') ?? undefined;
  return copy.in(chooseLanguage(undefined, accepted, copy.languages, fallback))('storage-down');
}

/** For whoever set the stand up: before that, no visitor comes. */
function sentence(error: unknown): string {
  if (error instanceof OldSchema) return error.message;
  if (error instanceof ConfigError) return 'The settings of this stand are not complete. Its log says which.';
  return 'The stand cannot be opened now. Its log says why.';
}
