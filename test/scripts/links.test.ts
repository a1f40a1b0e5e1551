/** Links to WhatsApp, followed to their end: whoever opens one sends the words that it puts into the chat. */
import { describe, expect, test } from 'vitest';
import { bridgeDouble } from '../support/bridge.ts';
import { openStand, type Stand, WHATSAPP_NUMBER } from '../support/stand.ts';

const LINK = new RegExp(`https://wa\\.me/${WHATSAPP_NUMBER}\\?text=[^\\s"]+`);

function wordsOf(text: string): string {
  const link = LINK.exec(text)?.[0];
  if (link === undefined) throw new Error(`There is no link to WhatsApp in ${text}`);
  return new URL(link).searchParams.get('text') ?? '';
}

async function wordsOnPage(stand: Stand, path: string): Promise<string> {
  return wordsOf(await (await stand.gerai.app.request(path)).text());
}

describe.each(['whatsapp-web', 'whatsapp-cloud'] as const)('a link to %s', (channel) => {
  test('on a product’s page opens the product, in the language of the page', async () => {
    const stand = await openStand();
    const siti = stand.visitorOn(channel, 'Siti');
    const words = await wordsOnPage(stand, '/p/keripik-tempe?lang=id');
    expect(words).toBe('Halo, saya mau tanya Keripik tempe #keripik-tempe');
    await siti.says(words);
    await siti.hears(/Keripik tempe · no\. 1/, /Stok di gerai/);
    const john = stand.visitorOn(channel, 'John');
    await john.says(await wordsOnPage(stand, '/p/tas-sulam-pita?lang=en'));
    await john.hears(/no\. 5/, /Made after you order/);
    await siti.says(await wordsOnPage(stand, '/p/batako?lang=en'));
    await siti.hears(/Concrete block \(batako\) · no\. 4/);
  });

  test('is read as words where there is no such product any more', async () => {
    const stand = await openStand();
    const siti = stand.visitorOn(channel, 'Siti');
    await siti.says('berapa harga keripik tempe #mantap');
    await siti.hears(/Rp15\.000/);
  });

  test('invites a colleague, whom an admin on WhatsApp sends it to', async () => {
    const stand = await openStand();
    const sari = await stand.admin(channel);
    await sari.says('/admin');
    await sari.presses('Undang petugas');
    await sari.presses('Petugas gerai');
    await sari.says('Pak Budi');
    const { text } = await sari.hears(LINK, /t\.me/, /seat=keeper/);
    const budi = stand.visitorOn(channel, 'Budi');
    await budi.says(wordsOf(text));
    await budi.hears(/Selamat bergabung, Pak Budi!/);
  });
});

test('where no number is set, a paired phone tells its own', async () => {
  const stand = await openStand({ number: null });
  const page = async () => (await stand.gerai.app.request('/p/keripik-tempe')).text();
  expect(await page()).not.toContain('wa.me');
  const bridge = bridgeDouble(
    (path, init) => stand.gerai.app.request(`https://gerai.example${path}`, init),
    stand.now,
  );
  const state = {
    kind: 'state',
    id: 's',
    at: stand.now(),
    phase: 'ready',
    reason: 'linked',
    failures: 0,
  } as const;
  await bridge.tells({ ...state, phone: '628000000000' });
  expect(await page()).toContain('https://wa.me/628000000000?text=');
});
