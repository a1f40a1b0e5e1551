/** Every sentence that a person reads comes out of the copy files through here. */
import { FluentBundle, FluentNumber, FluentResource, type FluentVariable } from '@fluent/bundle';
import type { Language } from '../../shop/catalogue.ts';
import { BOLD_END, BOLD_START, plain } from '../message.ts';

export type SayArgs = Record<string, FluentVariable>;

/** The sentence of this key in one language. Throws on a key or argument that the copy lacks: a programming error. */
export type Say = (key: string, args?: SayArgs) => string;

export interface Copy {
  /** In the order of the copy files; the first is the fallback. */
  readonly languages: readonly Language[];
  in(language: Language): Say;
  /** The language of ours that fits a locale such as `en-GB`, or null. */
  fitting(locale: string | undefined): Language | null;
}

/** `**bold**` in a copy file becomes the marks that the renderers know; values are stripped of them. */
function withBold(source: string): string {
  return source.replaceAll(/\*\*(.+?)\*\*/g, `${BOLD_START}$1${BOLD_END}`);
}

function safe(args: SayArgs): SayArgs {
  const entries = Object.entries(args).map(([name, value]): [string, FluentVariable] => [
    name,
    typeof value === 'string' ? plain(value) : value,
  ]);
  return Object.fromEntries(entries);
}

function sayFrom(language: Language, source: string): Say {
  const bundle = new FluentBundle(language, {
    useIsolating: false,
    functions: { RUPIAH: ([amount]) => rupiah(amount) },
  });
  const problems = bundle.addResource(new FluentResource(withBold(source)));
  if (problems.length > 0)
    throw new Error(`The copy file for "${language}" cannot be read: ${problems[0]?.message}`);
  return (key, args = {}) => {
    const pattern = bundle.getMessage(key)?.value;
    if (!pattern) throw new Error(`The copy for "${language}" has no sentence "${key}".`);
    return bundle.formatPattern(pattern, safe(args));
  };
}

/** Indonesian rupiah are written the same in every language: `Rp15.000`. */
function rupiah(amount: unknown): string {
  const value = amount instanceof FluentNumber ? amount.valueOf() : Number(amount);
  return `Rp${Math.trunc(value)
    .toString()
    .replaceAll(/\B(?=(\d{3})+(?!\d))/g, '.')}`;
}

/** @param sources Fluent text by language, as the entries read it from the copy files. */
export function makeCopy(sources: ReadonlyMap<Language, string>): Copy {
  const languages = [...sources.keys()];
  const byLanguage = new Map([...sources].map(([language, source]) => [language, sayFrom(language, source)]));
  const first = byLanguage.values().next().value;
  if (!first) throw new Error('There is no copy file.');
  return {
    languages,
    in: (language) => byLanguage.get(language) ?? first,
    fitting: (locale) =>
      languages.find((language) => locale?.toLowerCase().split(/[-_]/)[0] === language) ?? null,
  };
}
