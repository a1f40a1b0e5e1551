/** Texts as they are typed: cleaned, of a sensible length, in the stand's own language and the other one. */
import type { Language, Texts } from '../../../shop/catalogue.ts';
import { type Doubt, doubtsIn } from '../../../shop/personal-data.ts';
import type { Scene } from '../../flow.ts';
import { plain } from '../../message.ts';
import type { Wording } from '../../wording.ts';

export const MAX_NAME = 60;
export const MAX_STORY = 1_200;
export const MAX_SALE_UNIT = 20;
export const MAX_FACT = 200;
export const MAX_ALIAS = 40;
export const MAX_ALIASES = 60;
export const MAX_ADDRESS = 200;
export const MAX_NOTICE = 600;

/** What is asked, or what was typed, cannot be taken: the sentence, and what it says. */
export interface Problem {
  readonly problem: string;
  readonly args?: Readonly<Record<string, string | number>>;
}

export function isProblem<T extends object>(read: T | Problem): read is Problem {
  return 'problem' in read;
}

/** One line without marks, or the problem. */
export function readLine(text: string, max: number): { readonly text: string } | Problem {
  const line = plain(text)
    .replaceAll(/[\p{C}\s]+/gu, ' ')
    .trim();
  return checked(line, max);
}

/** Paragraphs are kept. */
export function readParagraphs(text: string, max: number): { readonly text: string } | Problem {
  const lines = plain(text)
    .split(/\r?\n/)
    .map((line) => line.replaceAll(/[\p{C}\s]+/gu, ' ').trim());
  return checked(
    lines
      .join('\n')
      .replaceAll(/\n{3,}/g, '\n\n')
      .trim(),
    max,
  );
}

function checked(text: string, max: number): { readonly text: string } | Problem {
  if (!/[\p{L}\p{N}]/u.test(text)) return { problem: 'catalogue-text-empty' };
  if (text.length > max) return { problem: 'catalogue-text-long', args: { max, length: text.length } };
  return { text };
}

/** The language of the stand, and the other one that there is copy for. */
export function languagesOf(scene: Pick<Scene, 'snapshot' | 'copy'>): { own: Language; other: Language } {
  const own = scene.snapshot.stand.defaultLanguage;
  return { own, other: scene.copy.languages.find((each) => each !== own) ?? own };
}

/** The texts with one of them said anew. */
export function withText(texts: Texts | null, language: Language, text: string): Texts {
  return { ...texts, [language]: text };
}

/** Each passage with its kind, one a line. */
export function doubtLines({ say }: Pick<Wording, 'say'>, doubts: readonly Doubt[]): string {
  return doubts.map(({ kind, passage }) => say('catalogue-doubt', { kind, passage })).join('\n');
}

export function doubtsOf(texts: readonly (Texts | null)[]): Doubt[] {
  const seen = new Set<string>();
  return texts
    .flatMap((each) => Object.values(each ?? {}))
    .flatMap(doubtsIn)
    .filter(({ passage }) => {
      const isNew = !seen.has(passage.toLowerCase());
      seen.add(passage.toLowerCase());
      return isNew;
    });
}

/** What there is already; nothing where there is nothing. */
export function nowLine({ say }: Pick<Wording, 'say'>, value: string): string | null {
  const isNothing = value === say('catalogue-none') || value === say('catalogue-unknown');
  return isNothing ? null : say('catalogue-now', { value });
}

/** What was just done, which step it is, the question, and what there is already. */
export function questionText(
  preface: string | undefined,
  mark: string | null,
  question: string,
  now: string | null,
): string {
  const asked = [mark, question, now].filter(Boolean).join('\n');
  return [preface, asked].filter(Boolean).join('\n\n');
}
