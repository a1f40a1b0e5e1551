/** Takes the pictures of the README and of the guides from a running stand: `npx tsx scripts/take-screenshots.ts`. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launchBrowser } from '../test/support/browser.ts';
import { removeBundle, startServer } from '../test/support/server.ts';
import { DESKTOP, openTab, PHONE, type Size } from '../test/support/tab.ts';
import { startWhatsAppPage } from '../test/support/whatsapp-page.ts';

const IMAGES = fileURLToPath(new URL('../docs/images/', import.meta.url));

const WIDE: Size = { width: 1440, height: 800 };

/** A moment for pictures to load and for the chat to come to rest. */
const SETTLE_MS = 1_500;

const folder = mkdtempSync(join(tmpdir(), 'gerai-pictures-'));
const whatsapp = await startWhatsAppPage();
const server = await startServer({
  folder,
  env: {
    WHATSAPP: 'web',
    WHATSAPP_WEB_BROWSER: process.env.CHROMIUM || '/usr/bin/chromium',
    WHATSAPP_WEB_BROWSER_ARGS: whatsapp.browserArgs,
  },
});
const browser = await launchBrowser();
/** The line of the terminal with the links for a first member of the staff. */
function staffLinks(): string {
  return /First staff\b.*/.exec(server.output())?.[0] ?? '';
}

try {
  const desk = await openTab(browser, `${server.at}/`, DESKTOP);
  await desk.says('halo');
  await desk.hears(/Selamat datang/);
  await desk.says('keripik brp harganya?');
  await desk.hears(/Rp15\.000 \(contoh\) per bungkus/);
  await desk.page.waitForTimeout(SETTLE_MS);
  await desk.page.screenshot({ path: join(IMAGES, 'stand-page.png'), scale: 'css' });

  const phone = await openTab(browser, `${server.at}/`, PHONE);
  await phone.says('keripik 2 sama batako 100');
  await phone.hears(/2 × Keripik tempe/);
  await phone.presses('Lanjut pesan');
  await phone.hears('Mau diambil kapan?');
  await phone.presses(/^(Sekarang|hari ini|besok|Senin|Selasa|Rabu|Kamis|Jumat)/);
  await phone.says('Sari');
  await phone.hears(/Nomor HP/);
  await phone.presses('Lewati');
  await phone.hears(/Sudah benar/);
  await phone.presses('Ya, pesan');
  await phone.hears(/pesanannya sudah tercatat/);
  await phone.page.waitForTimeout(SETTLE_MS);
  await phone.page.screenshot({ path: join(IMAGES, 'order-in-chat.png') });

  const link = /http\S+\/whatsapp#key=[\w-]+/.exec(server.output())?.[0] ?? '';
  const pairing = await openTab(browser, link, DESKTOP);
  await pairing.page.getByRole('img', { name: 'Kode QR' }).locator('svg').waitFor();
  await pairing.page.screenshot({ path: join(IMAGES, 'pairing-page.png'), scale: 'css' });
  whatsapp.scan();
  await pairing.page.getByRole('heading', { name: 'WhatsApp tersambung' }).waitFor();
  await pairing.page.setViewportSize(PHONE);
  await pairing.page.waitForTimeout(SETTLE_MS);
  await pairing.page.screenshot({ path: join(IMAGES, 'paired-phone.png') });

  const office = await openTab(browser, /http\S+\/kantor#start=\S+/.exec(staffLinks())?.[0] ?? '', WIDE);
  await office.page.getByLabel('PIN baru').fill('2580');
  await office.page.getByLabel('Sekali lagi').fill('2580');
  await office.page.getByRole('button', { name: 'Simpan dan masuk' }).click();
  await office.page.locator('.board').getByText('Batako').waitFor();
  await office.page.getByRole('button', { name: /^Beri harga:/ }).click();
  await office.hears(/Berapa harga/);
  await office.page.waitForTimeout(SETTLE_MS);
  await office.page.screenshot({ path: join(IMAGES, 'office-page.png'), scale: 'css' });
} finally {
  await browser.close();
  await server.stop();
  await whatsapp.close();
  rmSync(folder, { recursive: true, force: true });
  removeBundle();
}
