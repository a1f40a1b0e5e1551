/** From the printer to the count: labels by the command line, beside a running server and against a remote database. */
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { startHrana } from '../support/hrana.ts';
import { codeIn, pixelsOf, textOf } from '../support/pdf.ts';
import { environment, removeBundle, type ServerProcess, startServer } from '../support/server.ts';
import { openFile } from '../support/stand/file.ts';
import { PHONE } from '../support/tab.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const PHONE_AGENT =
  'Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Mobile Safari/537.36';
const SETTINGS = {
  PUBLIC_URL: 'https://gerai.example.id/',
  WHATSAPP: 'bridge',
  WHATSAPP_BRIDGE_SECRET: 'a-secret-of-thirty-two-characters-or-more',
  WHATSAPP_NUMBER: '+62 812 3456 7890',
};

let folder: string;
let server: ServerProcess;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'gerai-labels-'));
  server = await startServer({ folder, env: SETTINGS });
});
afterAll(async () => {
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
  removeBundle();
});

async function gerai(
  env: Record<string, string>,
  ...args: string[]
): Promise<{ said: string; failed: boolean }> {
  return promisify(execFile)('npm', ['run', '-s', 'gerai', '--', ...args], {
    cwd: ROOT,
    env: environment({ folder, env }),
  }).then(
    ({ stdout }) => ({ said: stdout, failed: false }),
    (error: { stderr: string }) => ({ said: error.stderr, failed: true }),
  );
}

const FIRST = { x: 9, y: 9, w: 96, h: 69.75 };

it('writes the labels that the running server makes', { timeout: 180_000 }, async () => {
  const out = join(folder, 'cetak.pdf');
  const { said } = await gerai({}, 'labels', '--product', 'sepatu', '--product', 'batako', '--out', out);
  expect(said).toContain('2 labels on 1 page, with codes to https://gerai.example.id/p/…');
  expect(said).toContain(`Written: ${out}`);
  const pdf = readFileSync(out);
  expect(codeIn(pixelsOf(pdf, 1, FIRST))?.data).toBe('https://gerai.example.id/p/batako');
  expect(textOf(pdf, 1, FIRST)).toContain('WhatsApp +62 812 3456 7890');
});

it('says what is wrong, and writes nothing then', { timeout: 300_000 }, async () => {
  const out = join(folder, 'none.pdf');
  const wrong = [
    [['labels', '--product', 'sandal', '--out', out], /No published product is called sandal/],
    [['labels', '--out', '/dev/null/folder.pdf'], /folder\.pdf cannot be written \(E[A-Z]+\)/],
    [['scans', '--out', out], /--out: this command makes no file/],
    [['scans', '--month', '2026-1'], /--month: must be a month like 2026-02/],
  ] as const;
  for (const [args, sentence] of wrong) {
    const { said, failed } = await gerai({}, ...args);
    expect(failed).toBe(true);
    expect(said).toMatch(sentence);
  }
  expect(existsSync(out)).toBe(false);
});

it('makes them itself where the database is remote', { timeout: 180_000 }, async () => {
  const { file, remove } = await openFile();
  const hrana = await startHrana(file);
  onTestFinished(async () => {
    await hrana.close();
    remove();
  });
  const out = join(folder, 'remote.pdf');
  const env = { ...SETTINGS, DATABASE_URL: hrana.url, SESSION_SECRET: 'x'.repeat(32) };
  const { said } = await gerai(env, 'labels', '--poster', '--out', out);
  expect(said).toContain('The poster, with a code to https://gerai.example.id/');
  expect(textOf(readFileSync(out), 1)).toContain('WhatsApp +62 812 3456 7890');
});

it('counts a phone that opens a label’s page once, however often it loads it and whatever it reads there', {
  timeout: 180_000,
}, async () => {
  const browser = await launchBrowser();
  onTestFinished(() => browser.close());
  const context = await browser.newContext({ viewport: PHONE, locale: 'id-ID', userAgent: PHONE_AGENT });
  const page = await context.newPage();
  const owner: { url: string } = JSON.parse(readFileSync(join(folder, 'owner.json'), 'utf8'));
  await page.goto(`${owner.url}/p/keripik-tempe`);
  await page.reload();
  await page.getByRole('link', { name: 'English' }).click();
  await page.getByRole('link', { name: 'All products' }).click();
  await page.getByRole('link', { name: 'Tempeh chips', exact: true }).click();
  await page.waitForURL(/\/p\/keripik-tempe/);
  const words = await page.locator('.by-hand').innerText();
  expect(words).toContain('Or send “1” to\nWhatsApp +62 812 3456 7890');
  const link = await page.getByRole('link', { name: 'WhatsApp' }).getAttribute('href');
  expect(new URL(link ?? '').searchParams.get('text')).toMatch(/#keripik-tempe$/);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(PHONE.width);
  await expect
    .poll(async () => (await gerai({}, 'scans')).said, { timeout: 120_000, interval: 1_000 })
    .toMatch(/^\d{4}-\d\d-\d\d,keripik-tempe,1,0,0,0$/m);
});
