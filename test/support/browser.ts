/** Real browsers for tests: those of the machine (`scripts/test-machine.mjs`). */
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const CHROMIUM = process.env.CHROMIUM || '/usr/bin/chromium';

const HEADLESS_SHELL = '/usr/bin/chromium-headless-shell';

/** The same engine without what only a screen needs: it starts in half the time. Not every Debian has it. */
export const QUICK_CHROMIUM =
  process.env.CHROMIUM || (existsSync(HEADLESS_SHELL) ? HEADLESS_SHELL : CHROMIUM);

/** playwright-core drives it. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: QUICK_CHROMIUM, args: QUIET });
}
