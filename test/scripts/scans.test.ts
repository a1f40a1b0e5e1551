/** Whoever comes by a shelf label: what brings them in opens the product, and is counted without a word of who it was. */
import { describe, expect, test } from 'vitest';
import { scans } from '../../src/commands/scans.ts';
import { makePageScans } from '../../src/web/scans.ts';
import { virtualClock } from '../support/stand/clock.ts';
import { openStand, STAND_CHANNELS, type Stand, WHATSAPP_NUMBER } from '../support/stand.ts';

const PHONE =
  'Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 Chrome/130.0.0.0 Mobile Safari/537.36';
const TODAY = '2026-11-25';

const ROAD = {
  telegram: 'telegram',
  web: 'web',
  'whatsapp-web': 'whatsapp',
  'whatsapp-cloud': 'whatsapp',
} as const;

function page(stand: Stand, path: string, headers: Record<string, string> = {}, method = 'GET') {
  return stand.gerai.app.request(`https://gerai.example${path}`, {
    method,
    headers: { 'user-agent': PHONE, 'sec-fetch-site': 'none', ...headers },
  });
}

async function wordsOnPage(stand: Stand, path: string): Promise<string> {
  const html = await (await page(stand, path, { 'sec-fetch-site': 'same-origin' })).text();
  const link = new RegExp(`https://wa\\.me/${WHATSAPP_NUMBER}\\?text=[^"]+`).exec(html)?.[0] ?? '';
  return new URL(link).searchParams.get('text') ?? '';
}

function counted(stand: Stand): Promise<{ day: string; slug: string; road: string; count: number }[]> {
  return stand.rows(
    `SELECT day, slug, road, count FROM scans JOIN products ON products.id = product_id ORDER BY day, slug, road`,
  );
}

describe.each(STAND_CHANNELS)('on %s', (channel) => {
  test('the words of a product’s page open the product, in its language, and are counted', async () => {
    const stand = await openStand();
    const siti = stand.visitorOn(channel, 'Siti');
    await siti.says(await wordsOnPage(stand, '/p/keripik-tempe?lang=id'));
    await siti.hears(/Keripik tempe · no\. 1/, /Stok di gerai/);
    const john = stand.visitorOn(channel, 'John', { language: 'en' });
    await john.says(await wordsOnPage(stand, '/p/tas-sulam-pita?lang=en'));
    await john.hears(/no\. 5/, /Made after you order/);
    expect(await counted(stand)).toEqual([
      { day: TODAY, slug: 'keripik-tempe', road: ROAD[channel], count: 1 },
      { day: TODAY, slug: 'tas-sulam-pita', road: ROAD[channel], count: 1 },
    ]);
  });

  test('what a label says to type opens the product', async () => {
    const stand = await openStand();
    const siti = stand.visitorOn(channel, 'Siti');
    await siti.says('4');
    await siti.hears(/Batako · no\. 4/);
  });

  test('words that only look so are read as words, and not counted', async () => {
    const stand = await openStand();
    const siti = stand.visitorOn(channel, 'Siti');
    await siti.says('berapa harga keripik tempe #mantap');
    await siti.hears(/Rp15\.000/);
    await siti.says('batako ada?');
    expect(await counted(stand)).toEqual([]);
  });
});

describe.each(['telegram', 'web'] as const)('a deep link on %s', (channel) => {
  test('is counted each time, and nothing else that opens a product', async () => {
    const stand = await openStand();
    const siti = stand.visitorOn(channel, 'Siti');
    await siti.opens('batako');
    await siti.hears(/Batako · no\. 4/);
    await siti.opens('batako');
    await siti.opens('no-such-product');
    await siti.says('produk');
    await siti.presses('Sepatu');
    await siti.hears(/Sepatu · no\. 6/);
    expect(await counted(stand)).toEqual([{ day: TODAY, slug: 'batako', road: channel, count: 2 }]);
  });

  test('is counted on the day of the stand, with a remote database too', async () => {
    // Half past midnight in Jakarta is the day before in UTC.
    const stand = await openStand({ database: 'hrana', now: '2026-11-26T00:30' });
    await stand.visitorOn(channel, 'Siti').opens('batako');
    await page(stand, '/p/4');
    await stand.gerai.settled();
    expect((await counted(stand)).map(({ day, road, count }) => [day, road, count])).toEqual([
      ['2026-11-26', 'page', 1],
      ['2026-11-26', channel, 1],
    ]);
  });
});

test('an event that is delivered twice is counted once', async () => {
  const stand = await openStand();
  const body = JSON.stringify({ session: 'session-number-one-1', id: 'once', start: 'batako' });
  const post = () =>
    stand.gerai.app.request('https://gerai.example/api/chat', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
  expect([(await post()).status, (await post()).status]).toEqual([200, 200]);
  expect(await counted(stand)).toMatchObject([{ road: 'web', count: 1 }]);
});

describe('a page that is opened', () => {
  test('is counted for its product, by slug and by number, and written a moment later', async () => {
    const stand = await openStand();
    await page(stand, '/p/keripik-tempe');
    await page(stand, '/p/1');
    await page(stand, '/p/6', { 'sec-fetch-site': 'cross-site' });
    await page(stand, '/p/none');
    await page(stand, '/');
    const [before] = await stand.database.read([{ sql: 'SELECT count(*) AS n FROM scans', args: [] }]);
    expect(before?.rows[0]?.n).toBe(0);
    await stand.passes(6_000);
    expect(await counted(stand)).toEqual([
      { day: TODAY, slug: 'keripik-tempe', road: 'page', count: 2 },
      { day: TODAY, slug: 'sepatu', road: 'page', count: 1 },
    ]);
    await page(stand, '/p/1');
    await stand.passes(6_000);
    expect((await counted(stand))[0]?.count).toBe(3);
  });

  test.each([
    ['a link preview of WhatsApp', { 'user-agent': 'WhatsApp/2.23.20.0 A' }],
    ['of Telegram', { 'user-agent': 'TelegramBot (like TwitterBot)' }],
    [
      'of Facebook',
      { 'user-agent': 'facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)' },
    ],
    ['of a browser’s name', { 'user-agent': `${PHONE} (compatible; Google-PageRenderer; Googlebot/2.1)` }],
    ['a program', { 'user-agent': 'curl/8.5.0' }],
    ['a program without a name', { 'user-agent': '' }],
    ['fetched before anybody wants it', { 'sec-purpose': 'prefetch;prerender' }],
    ['fetched ahead by an older browser', { purpose: 'prefetch' }],
    ['loaded again', { 'cache-control': 'max-age=0' }],
    ['come to from the stand’s own pages', { 'sec-fetch-site': 'same-origin' }],
  ])('is not counted: %s', async (_what, headers) => {
    const stand = await openStand();
    expect((await page(stand, '/p/1', headers)).status).toBe(200);
    await page(stand, '/p/1', {}, 'HEAD');
    await stand.gerai.settled();
    expect(await counted(stand)).toEqual([]);
  });

  test('is written at the latest when the server stops', async () => {
    const clock = virtualClock(0);
    const written: unknown[] = [];
    const pages = makePageScans({ clock, add: async (scans) => void written.push(...scans) });
    pages.seen(1, TODAY);
    await pages.close();
    expect(written).toEqual([{ productId: 1, day: TODAY, road: 'page', count: 1 }]);
  });

  test('is kept while nothing can be written', async () => {
    const clock = virtualClock(0);
    const written: unknown[] = [];
    let isDown = true;
    const add = async (scans: readonly unknown[]) => {
      if (isDown) throw new Error('The disk is full.');
      written.push(...scans);
    };
    const pages = makePageScans({ clock, add });
    pages.seen(1, TODAY);
    await pages.flush();
    pages.seen(1, TODAY);
    isDown = false;
    clock.ringNext();
    await pages.flush();
    expect(written).toEqual([{ productId: 1, day: TODAY, road: 'page', count: 2 }]);
  });
});

describe('gerai scans', () => {
  test('prints a month, one line for each day and product', async () => {
    const stand = await openStand();
    const { database } = stand;
    const run = (month?: string) =>
      scans.run(
        { database, now: stand.now, reach: () => ({ web: null, telegram: null, whatsapp: null }) },
        { month },
      );
    expect(await run()).toBe('day,product,page,whatsapp,telegram,web');
    await page(stand, '/p/2');
    await page(stand, '/p/1');
    await stand.visitorOn('telegram', 'Siti').opens('keripik-tempe');
    await stand.passesTo('2026-12-01T09:00');
    await page(stand, '/p/1');
    await stand.gerai.settled();
    expect(await run('2026-11')).toBe(
      [
        'day,product,page,whatsapp,telegram,web',
        '2026-11-25,keripik-tempe,1,0,1,0',
        '2026-11-25,kerajinan,1,0,0,0',
      ].join('\n'),
    );
    expect(await run()).toContain('2026-12-01,keripik-tempe,1,0,0,0');
  });

  test.each(['2026', '2026-13', '26-11', 'november', '2026-1'])('does not take %s for a month', (month) => {
    expect(scans.input.safeParse({ month }).success).toBe(false);
  });
});
