/** One browser tab with the stand's page, as a person uses it. */
import type { Browser, Page } from 'playwright-core';

export interface Size {
  readonly width: number;
  readonly height: number;
  /** Pixels of the screen for each pixel of the page; 2 where it is not said. */
  readonly sharpness?: number;
}

export const PHONE: Size = { width: 390, height: 844 };
export const DESKTOP: Size = { width: 1280, height: 800 };

/** How long an answer may take on a busy machine: a limit for hangs. */
const ANSWER_MS = 20_000;

export interface Tab {
  readonly page: Page;
  says(text: string): Promise<void>;
  /** Presses the newest button with this label. */
  presses(label: string | RegExp): Promise<void>;
  /** Waits until a message with these words is there, and gives its text. */
  hears(words: string | RegExp): Promise<string>;
  /** Hosts that the page asked anything of. */
  hosts(): string[];
}

/** @param url the stand's page, or a link with a start payload. */
export async function openTab(browser: Browser, url: string, size: Size, locale = 'id-ID'): Promise<Tab> {
  const { width, height, sharpness = 2 } = size;
  const context = await browser.newContext({
    viewport: { width, height },
    locale,
    deviceScaleFactor: sharpness,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(ANSWER_MS);
  const hosts = new Set<string>();
  page.on('request', (request) => hosts.add(new URL(request.url()).host));
  await page.goto(url);
  const input = page.getByRole('textbox');
  const log = page.getByRole('log');
  return {
    page,
    async says(text) {
      if (!(await input.isVisible())) await page.locator('a.dock').click();
      await input.fill(text);
      await input.press('Enter');
    },
    async presses(label) {
      await log
        .getByRole('button', { name: label, exact: typeof label === 'string' })
        .last()
        .click();
    },
    async hears(words) {
      const message = log.getByText(words).last();
      await message.waitFor();
      return (await message.textContent()) ?? '';
    },
    hosts: () => [...hosts],
  };
}
