import { describe, expect, it } from 'vitest';
import { orders } from '../scripts/ordering.ts';
import { openStand, type Stand } from '../support/stand.ts';

const fetched = (stand: Stand, path: string) => stand.gerai.app.request(`https://gerai.example${path}`);

describe('the page of a slip', () => {
  it('is made from the code alone: whether there is such an order, it does not tell', async () => {
    const stand = await openStand();
    const code = await orders(stand.visitorOn('web', 'Siti'), 'keripik 2', 'Siti Aminah');
    const strange = 'ACD-EFH';
    const pages = await Promise.all(
      [code, strange].map(async (each) =>
        (await (await fetched(stand, `/s/${each}`)).text()).replaceAll(each, ''),
      ),
    );
    expect(pages[0]).toBe(pages[1]);
    expect(pages[0]).not.toMatch(/Siti|Keripik/);
    expect(pages[0]).toContain('data-payload="slip_"');
    expect(pages[0]).toContain('/?seat=keeper#start=slip_');
  });

  it('has the code as a picture, and nothing for what is no code', async () => {
    const stand = await openStand();
    const picture = await fetched(stand, '/s/R4K-7NP.svg');
    expect(picture.headers.get('content-type')).toBe('image/svg+xml');
    expect(await picture.text()).toMatch(/^<svg/);
    for (const path of ['/s/R4K-7N0', '/s/nothing.svg', '/s/..%2F..', '/s/'])
      expect((await fetched(stand, path)).status).toBe(404);
  });

  it('is told with the slip, and with nothing else', async () => {
    const stand = await openStand();
    const session = 'a-session-of-siti-in-tests';
    const says = async (text: string) => {
      const response = await stand.gerai.app.request('https://gerai.example/api/chat', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ session, text, locale: 'id' }),
      });
      return ((await response.json()) as { replies: { slip?: string; text: string }[] }).replies;
    };
    expect((await says('keripik 2')).some((reply) => 'slip' in reply)).toBe(false);
    for (const text of ['lanjut pesan', 'besok', 'Siti', 'lewati']) await says(text);
    const [placed] = await says('ya');
    expect(placed?.slip).toMatch(/^[A-Z0-9]{3}-[A-Z0-9]{3}$/);
    expect(placed?.text).toContain(placed?.slip);
  });
});
