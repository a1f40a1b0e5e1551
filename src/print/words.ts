/** What stands on a label and on the poster: the stand and its products put into words, in every language. Pure. */
import type { Copy, SayArgs } from '../chat/copy/copy.ts';
import type { Reach } from '../chat/flow.ts';
import { inLanguage, type Product, placeById, type Snapshot, type Texts } from '../shop/catalogue.ts';
import { shownPhone } from '../shop/phone.ts';

/** A way to the stand that a person can type. */
export interface Way {
  readonly name: 'WhatsApp' | 'Telegram' | 'Web';
  readonly at: string;
}

export interface Label {
  /** The shelf number, as it is sent. */
  readonly number: string;
  /** One per language, the stand's own first; the same name is not said twice. */
  readonly names: readonly string[];
  /** "contoh · sample"; null: the product is real. */
  readonly sample: string | null;
  /** Hash in the media table, or null. */
  readonly photo: string | null;
  /** What the code says. */
  readonly code: string;
  /** How to come without scanning, one sentence per language, followed by `ways`. */
  readonly typed: readonly string[];
  readonly ways: readonly Way[];
}

/** In one language; nothing in it is a promise that a change of the stand would break. */
export interface PosterColumn {
  readonly language: string;
  readonly name: string;
  readonly tagline: string;
  readonly steps: readonly string[];
  /** Followed by the ways. */
  readonly write: string;
}

export interface Poster {
  readonly columns: readonly PosterColumn[];
  readonly sample: string | null;
  readonly place: string;
  readonly code: string;
  readonly ways: readonly Way[];
}

export interface PrintInput {
  readonly snapshot: Snapshot;
  readonly copy: Copy;
  readonly reach: Pick<Reach, 'telegram' | 'whatsapp'>;
  /** The address that visitors reach, without a slash at the end. */
  readonly url: string;
}

export function labelOf(from: PrintInput, product: Product): Label {
  const number = String(product.shelfNumber);
  const ways = waysTo(from, `/p/${number}`);
  const canSend = ways.length > 1;
  return {
    number,
    names: distinct(inEach(from, product.name)),
    sample: product.sample ? sampleMark(from) : null,
    photo: product.photo,
    code: `${from.url}/p/${encodeURIComponent(product.slug)}`,
    typed: canSend ? sayAll(from, 'label-send', { number }) : sayAll(from, 'label-open'),
    ways,
  };
}

export function posterOf(from: PrintInput): Poster {
  const { snapshot, copy } = from;
  const { stand } = snapshot;
  const place = placeById(snapshot, stand.placeId);
  const ways = waysTo(from, '');
  const columns = languagesOf(from).map((language) => {
    const say = copy.in(language);
    return {
      language,
      name: inLanguage(stand.name, language, stand.defaultLanguage),
      tagline: say('page-tagline'),
      steps: [say('poster-scan'), say('poster-look'), say('poster-ask', { stage: stand.stage })],
      write: say(ways.length > 1 ? 'poster-write' : 'poster-open'),
    };
  });
  return {
    columns,
    sample: stand.sample ? sampleMark(from) : null,
    place: place ? inLanguage(place.name, stand.defaultLanguage, stand.defaultLanguage) : '',
    code: `${from.url}/`,
    ways,
  };
}

function waysTo({ reach, url }: PrintInput, path: string): Way[] {
  const { whatsapp, telegram } = reach;
  return [
    ...(whatsapp === null ? [] : [{ name: 'WhatsApp', at: shownPhone(whatsapp) } as const]),
    ...(telegram === null ? [] : [{ name: 'Telegram', at: `@${telegram}` } as const]),
    { name: 'Web', at: `${url.replace(/^https?:\/\//, '')}${path}` },
  ];
}

/** The stand's own language first. */
function languagesOf({ snapshot, copy }: PrintInput): string[] {
  const own = snapshot.stand.defaultLanguage;
  return [...copy.languages].sort((one, other) => Number(other === own) - Number(one === own));
}

function inEach(from: PrintInput, texts: Texts): string[] {
  const { defaultLanguage } = from.snapshot.stand;
  return languagesOf(from).map((language) => inLanguage(texts, language, defaultLanguage));
}

function sayAll(from: PrintInput, key: string, args?: SayArgs): string[] {
  return languagesOf(from).map((language) => from.copy.in(language)(key, args));
}

function sampleMark(from: PrintInput): string {
  return sayAll(from, 'page-sample').join(' · ');
}

function distinct(names: readonly string[]): string[] {
  const seen = new Set<string>();
  return names.filter((name) => {
    const key = name.trim().toLowerCase();
    return key !== '' && !seen.has(key) && seen.add(key);
  });
}
