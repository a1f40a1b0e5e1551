/** A stand without WhatsApp needs nothing of it: neither in memory nor on the disk. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, it, onTestFinished } from 'vitest';
import { partOf, processesIn } from '../support/processes.ts';
import { removeBundle, startServer } from '../support/server.ts';

afterAll(removeBundle);

/** How a bundle names a package that it does not contain, be it loaded at the start or later. */
const LIBRARY = /["'](?:whatsapp-web\.js|puppeteer(?:-core)?)(?:\/[^"']*)?["']/;

it('loads nothing of whatsapp-web.js and of what drives its browser, and starts no bridge', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'gerai-off-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const server = await startServer({ folder, env: { WHATSAPP: 'off' } });
  onTestFinished(server.kill);
  expect(processesIn(folder).map(partOf)).toEqual(['server']);
  const main = server.process.spawnargs.at(-1) ?? '';
  expect(readFileSync(main, 'utf8')).not.toMatch(LIBRARY);
  // The bridge, which is a program of its own, names it.
  expect(readFileSync(join(dirname(main), 'bridge.js'), 'utf8')).toMatch(LIBRARY);
});

it('installs no package that fetches a browser', () => {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    packages: Record<string, { name?: string; hasInstallScript?: boolean }>;
  };
  const drivers = Object.entries(packages).filter(([path]) => /\/puppeteer(-core)?$/.test(path));
  expect(drivers).not.toEqual([]);
  for (const [path, { name, hasInstallScript = false }] of drivers) {
    expect([path, name ?? 'puppeteer-core', hasInstallScript]).toEqual([path, 'puppeteer-core', false]);
  }
});
