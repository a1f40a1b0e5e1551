/**
 * The pick-up slip in a form that can be scanned. What is here is made from the code alone: whether there is such an order,
 * and what it is, is told in the chat, and only to those whose it is.
 */
import { type Context, Hono } from 'hono';
import { renderSVG } from 'uqr';
import type { Reach } from '../chat/flow.ts';
import { slipLinks, slipPayload } from '../chat/links.ts';
import { readOrderCode } from '../shop/code.ts';
import { documentAlone } from './pages/layout.tsx';
import type { PageInput } from './pages/words.ts';

const YEAR_S = 31_536_000;

export function slips(reach: () => Reach, page: (c: Context) => PageInput): Hono {
  const app = new Hono();
  app.get('/:name', (c) => {
    const name = c.req.param('name');
    const isPicture = name.endsWith('.svg');
    const code = readOrderCode(isPicture ? name.slice(0, -'.svg'.length) : name);
    if (!code) return c.notFound();
    if (isPicture) return picture(c, reach(), code);
    c.header('cache-control', 'no-cache');
    return c.html(slipPage(page(c), reach(), code));
  });
  return app;
}

/** Leads to the page below, which any camera opens. */
function picture(c: Context, { web }: Reach, code: string): Response {
  const origin = web ?? new URL(c.req.url).origin;
  c.header('cache-control', `private, max-age=${YEAR_S}`);
  c.header('content-type', 'image/svg+xml');
  return c.body(renderSVG(`${origin}/s/${code}`, { ecc: 'M' }));
}

/** On to the keeper's own chat: the script goes there by itself where this browser has one. */
function slipPage(page: PageInput, reach: Reach, code: string): string {
  const { t } = page;
  const { telegram } = slipLinks(reach, code);
  return documentAlone({
    page,
    title: t('slip-title', { code }),
    description: t('slip-description'),
    path: `/s/${code}`,
    script: 'slip.js',
    children: (
      <div class="slip" data-payload={slipPayload(code)}>
        <h1 class="title">{code}</h1>
        <p>{t('slip-explained')}</p>
        <p>
          {telegram === null ? null : (
            <a class="outline" href={telegram}>
              {t('slip-open-telegram')}
            </a>
          )}{' '}
          <a class="outline" href={`/?seat=keeper#start=${slipPayload(code)}`}>
            {t('slip-open-here')}
          </a>{' '}
          <a href={`/#start=${slipPayload(code)}`}>{t('slip-open-own')}</a>
        </p>
      </div>
    ),
  });
}
