/**
 * Telegram's HTML parse mode, with the errors of the open-source Bot API server (tdlib/td, MessageEntity.cpp, read in
 * May 2026): tags nest strictly, an unknown tag is an error, an unknown `&entity;` stays as it is.
 */
import { badRequest } from './refusal.ts';

export interface Entity {
  readonly type: string;
  /** UTF-16 code units, as everywhere in the Bot API. */
  readonly offset: number;
  readonly length: number;
  readonly url?: string;
}

export interface ParsedText {
  readonly text: string;
  readonly entities: readonly Entity[];
}

const TYPE_OF_TAG: Readonly<Record<string, string>> = {
  a: 'text_link',
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  s: 'strikethrough',
  strike: 'strikethrough',
  del: 'strikethrough',
  u: 'underline',
  ins: 'underline',
  pre: 'pre',
  code: 'code',
  blockquote: 'blockquote',
  'tg-spoiler': 'spoiler',
  span: 'spoiler',
};

const TOKEN = /<(\/?)([^\s>]*)([^>]*)(>?)|&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|(lt|gt|amp|quot));?/g;
const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' };

interface OpenTag {
  readonly tag: string;
  readonly offset: number;
  readonly url: string | undefined;
}

/** @throws Refusal "can't parse entities" as Telegram does. */
export function parseHtml(source: string): ParsedText {
  if (!/[<&]/.test(source)) return trimmed(source, []);
  const open: OpenTag[] = [];
  const entities: Entity[] = [];
  let text = '';
  let end = 0;
  for (const match of source.matchAll(TOKEN)) {
    text += source.slice(end, match.index);
    end = match.index + match[0].length;
    if (match[0].startsWith('&')) text += character(match);
    else if (match[1] === '/') closeTag(source, match, open, entities, text.length);
    else open.push(openTag(source, match, text.length));
  }
  const left = open.at(-1);
  if (left) throw cannotParse(`Can't find end tag corresponding to start tag "${left.tag}"`);
  return trimmed(text + source.slice(end), entities);
}

function character(match: RegExpMatchArray): string {
  const [whole, , , , , decimal, hex, named] = match;
  if (named !== undefined) return NAMED[named] ?? whole;
  const code = decimal === undefined ? Number.parseInt(hex ?? '0', 16) : Number(decimal);
  return code === 0 || code >= 0x10ffff ? whole : String.fromCodePoint(code);
}

function openTag(source: string, match: RegExpMatchArray, offset: number): OpenTag {
  const tag = (match[2] ?? '').toLowerCase();
  const at = atByte(source, match);
  if (match[4] === '') throw cannotParse(`Unclosed start tag ${at}`);
  if (!(tag in TYPE_OF_TAG)) throw cannotParse(`Unsupported start tag "${tag}" ${at}`);
  if (tag === 'span' && !/class\s*=\s*["']?tg-spoiler/.test(match[3] ?? '')) {
    throw cannotParse(`Tag "span" must have class "tg-spoiler" ${at}`);
  }
  return { tag, offset, url: /href\s*=\s*["']([^"']*)/.exec(match[3] ?? '')?.[1] };
}

function closeTag(
  source: string,
  match: RegExpMatchArray,
  open: OpenTag[],
  entities: Entity[],
  end: number,
): void {
  const at = atByte(source, match);
  const last = open.pop();
  const tag = (match[2] ?? '').toLowerCase();
  if (!last) throw cannotParse(`Unexpected end tag ${at}`);
  if (match[4] === '') throw cannotParse(`Unclosed end tag ${at}`);
  if (tag !== '' && tag !== last.tag) {
    throw cannotParse(`Unmatched end tag ${at}, expected "</${last.tag}>", found "</${tag}>"`);
  }
  const type = TYPE_OF_TAG[last.tag];
  if (type === undefined || end === last.offset) return;
  const entity: Entity = { type, offset: last.offset, length: end - last.offset };
  entities.push(last.url === undefined ? entity : { ...entity, url: last.url });
}

function atByte(source: string, match: RegExpMatchArray): string {
  return `at byte offset ${Buffer.byteLength(source.slice(0, match.index))}`;
}

function cannotParse(what: string) {
  return badRequest(`can't parse entities: ${what}`);
}

/** Telegram cuts white space off both ends of a text and moves the entities accordingly. */
function trimmed(text: string, entities: readonly Entity[]): ParsedText {
  const result = text.trim();
  if (result.length === text.length) return { text, entities };
  const cut = text.length - text.trimStart().length;
  const moved = entities.map((entity) => {
    const start = Math.max(0, entity.offset - cut);
    const end = Math.min(result.length, entity.offset + entity.length - cut);
    return { ...entity, offset: start, length: end - start };
  });
  return { text: result, entities: moved.filter((entity) => entity.length > 0) };
}
