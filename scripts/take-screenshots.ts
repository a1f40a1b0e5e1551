/**
 * Takes the pictures of the README and of the guides from a running stand: `npx tsx scripts/take-screenshots.ts`.
 * Every picture is of a real page and a real chat, on a fresh sample stand; the scenes follow one another like a day there.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launchBrowser } from '../test/support/browser.ts';
import { removeBundle, runCommand, startServer } from '../test/support/server.ts';
import { DESKTOP, openTab, PHONE, type Size, type Tab } from '../test/support/tab.ts';
import { startWhatsAppPage } from '../test/support/whatsapp-page.ts';

const IMAGES = fileURLToPath(new URL('../docs/images/', import.meta.url));

const WIDE: Size = { width: 1440, height: 800 };

/** A phone whose screen holds a whole conversation, of which a part is cut out. */
const LONG_PHONE: Size = { width: 390, height: 2400, sharpness: 1.5 };

/** A moment for pictures to load and for the chat to come to rest. */
const SETTLE_MS = 1_500;

/** Around what is cut out, in pixels of the page. */
const MARGIN = 6;

/** The sample unit whose bags are made after they were ordered. */
const BAGS_UNIT = 'lapas-perempuan-2a-tangerang';

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

/** The one-time link that the terminal shows for somebody who is there first. */
function firstLink(who: 'admin' | 'keeper' | 'staff', to: 'chat' | 'office'): string {
  const line = new RegExp(`First ${who}\\b.*`).exec(server.output())?.[0] ?? '';
  const path = to === 'chat' ? String.raw`\?seat=` : 'kantor#';
  return new RegExp(String.raw`http\S+/${path}\S+`).exec(line)?.[0] ?? '';
}

/** A link that makes somebody staff of that unit. */
async function staffLink(name: string): Promise<string> {
  const env = { PUBLIC_URL: server.at };
  const invite = ['invite', '--role', 'staff', '--unit', BAGS_UNIT, '--name', name];
  const { output } = await runCommand({ folder, env }, invite);
  return /http\S+\/(?!kantor)\S*#start=\S+/.exec(output)?.[0] ?? '';
}

/** Of a chat on a long phone: from the newest message with these words to the end. */
async function takeSince(tab: Tab, words: string | RegExp, name: string): Promise<void> {
  await tab.page.waitForTimeout(SETTLE_MS);
  const messages = tab.page.getByRole('log').locator('.message');
  const first = await messages.filter({ hasText: words }).last().boundingBox();
  const last = await messages.last().boundingBox();
  if (!first || !last) throw new Error(`Nothing to be seen of ${name}.`);
  const y = first.y - MARGIN;
  const height = last.y + last.height + MARGIN - y;
  await tab.page.screenshot({ path: join(IMAGES, name), clip: { x: 0, y, width: LONG_PHONE.width, height } });
}

async function visitorPictures(): Promise<string> {
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
  await phone.presses(/^(Sekarang|hari ini|besok|Senin|Selasa|Rabu|Kamis|Jumat)/i);
  await phone.says('Sari');
  await phone.hears(/Nomor HP/);
  await phone.presses('Lewati');
  await phone.hears(/Sudah benar/);
  await phone.presses('Ya, pesan');
  const placed = await phone.hears(/pesanannya sudah tercatat/);
  await phone.page.waitForTimeout(SETTLE_MS);
  await phone.page.screenshot({ path: join(IMAGES, 'order-in-chat.png') });
  return /[A-Z0-9]{3}-[A-Z0-9]{3}/.exec(placed)?.[0] ?? '';
}

async function pairingPictures(): Promise<void> {
  const link = /http\S+\/whatsapp#key=[\w-]+/.exec(server.output())?.[0] ?? '';
  const pairing = await openTab(browser, link, DESKTOP);
  await pairing.page.getByRole('img', { name: 'Kode QR' }).locator('svg').waitFor();
  await pairing.page.screenshot({ path: join(IMAGES, 'pairing-page.png'), scale: 'css' });
  whatsapp.scan();
  await pairing.page.getByRole('heading', { name: 'WhatsApp tersambung' }).waitFor();
  await pairing.page.setViewportSize(PHONE);
  await pairing.page.waitForTimeout(SETTLE_MS);
  await pairing.page.screenshot({ path: join(IMAGES, 'paired-phone.png') });
}

async function officePictures(): Promise<void> {
  const office = await openTab(browser, firstLink('staff', 'office'), WIDE);
  const { page } = office;
  await page.getByLabel('PIN baru').fill('2580');
  await page.getByLabel('Sekali lagi').fill('2580');
  await page.setViewportSize({ width: 560, height: 800 });
  await page.locator('main').screenshot({ path: join(IMAGES, 'office-pin.png') });
  await page.setViewportSize(WIDE);
  await page.getByRole('button', { name: 'Simpan dan masuk' }).click();
  const card = page.locator('.ticket', { hasText: 'Batako' });
  await card.waitFor();
  await card.screenshot({ path: join(IMAGES, 'office-card.png') });
  await page.getByRole('button', { name: /^Beri harga:/ }).click();
  await office.hears(/Berapa harga/);
  await page.waitForTimeout(SETTLE_MS);
  await page.screenshot({ path: join(IMAGES, 'office-page.png'), scale: 'css' });
  await page.setViewportSize({ width: 840, height: 800 });
  await page.getByRole('link', { name: 'Cetak daftar' }).click();
  await page.locator('.lists').screenshot({ path: join(IMAGES, 'office-list.png'), scale: 'css' });
}

async function staffPictures(): Promise<void> {
  const staff = await openTab(browser, await staffLink('Bu Rina'), LONG_PHONE);
  await staff.hears(/Selamat bergabung/);
  const guest = await openTab(browser, `${server.at}/`, PHONE);
  await guest.says('tas sulam pita 2');
  await guest.presses('Lanjut pesan');
  await guest.presses('Kabari kalau sudah siap');
  await guest.says('Dewi');
  await guest.presses('Lewati');
  await guest.presses('Ya, pesan');
  await staff.hears(/Pesanan baru/);
  await staff.presses('Terima');
  await staff.hears(/Kapan bisa diambil/);
  await takeSince(staff, /Pesanan baru/, 'staff-new-order.png');
}

async function adminPictures(): Promise<void> {
  const admin = await openTab(browser, firstLink('admin', 'chat'), LONG_PHONE);
  await admin.hears(/Selamat bergabung/);
  await admin.says('/admin');
  await admin.presses('Ubah harga');
  await admin.presses('Keripik tempe');
  await admin.says('15rb');
  await admin.hears(/Harga Keripik tempe/);
  await admin.says('/admin');
  await admin.presses('Ubah harga');
  await admin.presses('Kerajinan tangan');
  await admin.presses(/Gantungan kunci$/);
  await admin.says('10rb');
  await admin.hears(/Harga .*Gantungan kunci/);

  await admin.says('/admin');
  await admin.presses('Gerai kita');
  await admin.hears(/Nama gerai/);
  await takeSince(admin, /Nama gerai/, 'admin-stand.png');

  await admin.says('/kelola');
  await admin.presses('Tambah produk');
  await admin.presses('Lapas Kelas I Tangerang');
  await admin.presses('Makanan ringan');
  await admin.says('Keripik pisang');
  await admin.hears(/Langkah 1 dari/);
  await admin.presses('Lewati');
  await admin.hears(/Langkah 2 dari/);
  await admin.presses('Lewati');
  await admin.hears(/Langkah 3 dari/);
  await takeSince(admin, /Langkah 2 dari/, 'admin-product-questions.png');
  await admin.presses('Nanti saja');
  await admin.presses('Cerita');
  await admin.says('Pisangnya diiris tipis, lalu digoreng renyah. Pesan ke 0812 3456 7890.');
  await admin.hears(/Cerita itu dalam bahasa Inggris/);
  await admin.presses('Biarkan saja');
  await admin.says('/kelola');
  await admin.presses(/^Keripik pisang/);
  await admin.presses('Lihat & terbitkan');
  await admin.hears(/Terbitkan .* sekarang/);
  await takeSince(admin, /Beginilah pengunjung/, 'admin-preview.png');
}

async function keeperPictures(code: string): Promise<void> {
  const keeper = await openTab(browser, firstLink('keeper', 'chat'), LONG_PHONE);
  await keeper.hears(/Selamat bergabung/);
  await keeper.says('jual keripik 3 tunai');
  await keeper.hears(/Terjual/);
  await takeSince(keeper, 'jual keripik 3 tunai', 'keeper-sale.png');
  await keeper.says(code);
  await keeper.hears(/Atas nama Sari/);
  await takeSince(keeper, /Atas nama Sari/, 'keeper-slip.png');
  await keeper.says('jual gantungan kunci 2 qris');
  await keeper.hears(/Sisa .*Gantungan kunci/);
  await keeper.says('kas hari ini');
  await keeper.hears(/QRIS: Rp20\.000/);
  await takeSince(keeper, 'kas hari ini', 'keeper-cash.png');
}

try {
  const code = await visitorPictures();
  await pairingPictures();
  await officePictures();
  await adminPictures();
  await keeperPictures(code);
  await staffPictures();
} finally {
  await browser.close();
  await server.stop();
  await whatsapp.close();
  rmSync(folder, { recursive: true, force: true });
  removeBundle();
}
