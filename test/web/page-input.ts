/** The sample stand as the pages get it. */
import { readFileSync } from 'node:fs';
import { makeCopy } from '../../src/chat/copy/copy.ts';
import type { PageInput } from '../../src/web/pages/words.ts';
import { sampleSnapshot } from '../support/catalogue.ts';

export const LANGUAGES = ['id', 'en'];

export function pagesCopy(language: string): string {
  return readFileSync(new URL(`../../src/chat/copy/${language}.ftl`, import.meta.url), 'utf8');
}

const copy = makeCopy(new Map(LANGUAGES.map((language) => [language, pagesCopy(language)])));

/** What is on hand of the chips, the key chains and the ships. */
const STOCK = new Map([
  [10, 40],
  [20, 25],
  [21, 6],
]);

export function pageInput(changes: Partial<Omit<PageInput, 't' | 'languages'>> = {}): PageInput {
  const language = changes.language ?? 'id';
  return {
    snapshot: sampleSnapshot(),
    stock: STOCK,
    telegram: null,
    whatsapp: null,
    now: Date.UTC(2026, 1, 9),
    ...changes,
    language,
    languages: LANGUAGES,
    t: copy.in(language),
  };
}
