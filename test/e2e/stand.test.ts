/** The whole scene in a real browser, against the real server: a visitor, the unit's staff and a keeper side by side. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { removeBundle, type ServerProcess, startServer } from '../support/server.ts';
import { DESKTOP, openTab, PHONE, type Size, type Tab } from '../support/tab.ts';

let folder: string;
let server: ServerProcess & { readonly at: string };
let browser: Browser;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'gerai-e2e-'));
  [server, browser] = await Promise.all([startServer({ folder }), launchBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
  removeBundle();
});

function invitation(role: string): string {
  const link = new RegExp(`First ${role}\\b.*?(http\\S+)`).exec(server.output())?.[1];
  if (!link) throw new Error(`The server printed no link for a first ${role}.`);
  return link;
}

/** The code on the slip. */
function codeIn(text: string): string {
  return /[A-Z0-9]{3}-[A-Z0-9]{3}/.exec(text)?.[0] ?? '';
}

async function order(visitor: Tab): Promise<string> {
  await visitor.says('keripik 2 sama batako 100');
  await visitor.hears(/2 × Keripik tempe/);
  await visitor.presses('Lanjut pesan');
  await visitor.hears('Mau diambil kapan?');
  // Which days are open depends on today; the first one offered always is.
  await visitor.presses(/^(Sekarang|hari ini|besok|Senin|Selasa|Rabu|Kamis|Jumat)/);
  await visitor.hears('Pesanannya atas nama siapa?');
  await visitor.says('Sari Dewi');
  await visitor.hears(/Nomor HP/);
  await visitor.says('0812 3456 7890');
  await visitor.hears(/Atas nama Sari Dewi, \+6281234567890/);
  await visitor.presses('Ya, pesan');
  return codeIn(await visitor.hears(/pesanannya sudah tercatat/));
}

/** The size of the visitor's window, and the price that staff type and the visitor then reads. */
const SIZES: readonly (readonly [string, Size, string, string])[] = [
  ['a phone', PHONE, '1,2 juta', 'Rp1\\.200\\.000'],
  ['a desktop', DESKTOP, '950rb', 'Rp950\\.000'],
];

describe('the stand in a browser', () => {
  let staff: Tab;
  let keeper: Tab;

  beforeAll(async () => {
    staff = await openTab(browser, invitation('staff'), DESKTOP);
    await staff.hears(/Anda kini petugas/);
    keeper = await openTab(browser, invitation('keeper'), DESKTOP);
    await keeper.hears(/Selamat bergabung/);
  });

  it.each(SIZES)(
    'takes an order on %s from greeting to hand-over, with staff and keeper beside it',
    async (_name, size, amount, shown) => {
      const visitor = await openTab(browser, `${server.at}/`, size);
      await visitor.says('halo');
      await visitor.hears(/Selamat datang/);
      const code = await order(visitor);
      expect(code).toMatch(/^[A-Z0-9]{3}-[A-Z0-9]{3}$/);

      await staff.hears(new RegExp(`${code}[\\s\\S]*100 × Batako`));
      await staff.presses('Beri harga');
      await staff.hears(new RegExp(`${code}[\\s\\S]*Berapa harga`));
      await staff.says(amount);
      await staff.hears(new RegExp(`${shown}[\\s\\S]*Pilih harinya`));
      await staff.presses(/^(hari ini|besok|Senin|Selasa|Rabu|Kamis|Jumat)/);
      await staff.hears(new RegExp(`${shown}[\\s\\S]*Berlaku berapa hari`));
      await staff.presses(/7 hari/);
      await visitor.hears(new RegExp(shown));
      await visitor.presses(/^Terima penawaran/);
      await visitor.hears(/penawarannya diterima/);

      await keeper.says(code);
      await keeper.hears(new RegExp(`${code}[\\s\\S]*Sari Dewi`));
      await keeper.presses(/^Serahkan/);
      await visitor.hears(/sudah mengambil/);
      expect(visitor.hosts()).toEqual([new URL(server.at).host]);
    },
  );

  it('keeps an order to those whom it concerns', async () => {
    const visitor = await openTab(browser, `${server.at}/`, PHONE);
    const code = await order(visitor);
    const stranger = await openTab(browser, `${server.at}/`, PHONE);
    await stranger.says(code);
    await stranger.hears(/tidak ada di obrolan ini/);
  });

  it('opens a product from its shelf code and goes on in the chat', async () => {
    const visitor = await openTab(browser, `${server.at}/p/keripik-tempe`, PHONE);
    await visitor.page.getByRole('heading', { name: 'Keripik tempe' }).waitFor();
    expect(await visitor.page.getByText('contoh').count()).toBeGreaterThan(0);
    await visitor.page.locator('main a[data-start="keripik-tempe"]').first().click();
    await visitor.hears(/Stok di gerai: \d+ bungkus/);
  });

  it('speaks English to who reads English', async () => {
    const visitor = await openTab(browser, `${server.at}/`, DESKTOP, 'en-GB');
    await visitor.page.getByRole('heading', { level: 1 }).waitFor();
    await visitor.says('how much are the tempeh chips?');
    await visitor.hears(/Rp15\.000 \(sample\) per pack/);
  });
});
