import * as z from 'zod';
import { loadSnapshot } from '../../db/store/catalogue.ts';
import { loadPicture } from '../../db/store/media.ts';
import { makeCopy } from '../chat/copy/copy.ts';
import { readCopy } from '../node/files.ts';
import { type PrintedLabel, printLabels } from '../print/labels.ts';
import { printPoster } from '../print/poster.ts';
import { labelOf, type PrintInput, posterOf, type Way } from '../print/words.ts';
import { inLanguage, type Product, productBySlug, type Snapshot } from '../shop/catalogue.ts';
import { type CommandContext, CommandError, type CommandFile, type DatabaseCommand } from './command.ts';

const input = z.object({
  product: z.union([z.string(), z.array(z.string())]).optional(),
  poster: z.literal('true').optional(),
  url: z.url({ protocol: /^https?$/, error: 'must be an http or https address' }).optional(),
});

/** What was made, and the one file of it. */
interface Made {
  readonly text: string;
  readonly files: readonly [CommandFile & { readonly content: Uint8Array }];
}

export const labels: DatabaseCommand<z.infer<typeof input>, Made> = {
  summary: 'makes a PDF of shelf labels with codes to scan, or the poster of the stand',
  usage: `gerai labels [--product <slug>]… [--poster] [--url <address>] [--out <file>]

  A label for each published product, eight on a page of A4 with marks to cut along: print it at 100 %.
  --product  only this one; may be given several times
  --poster   the poster of the stand instead
  --url      the address that visitors reach, where PUBLIC_URL is not set
  --out      where to write it (labels.pdf, or poster.pdf)`,
  input,
  flags: ['poster'],
  makesFile: true,
  namesBot: true,
  async run(context, { product, poster, url }) {
    if (poster && product !== undefined)
      throw new CommandError('A poster shows no products: leave --product out.');
    const snapshot = await loadSnapshot(context.database);
    const copy = makeCopy(readCopy());
    const from = { snapshot, copy, reach: context.reach(), url: addressOf(context, url) };
    return poster
      ? makePoster(context, from)
      : makeLabels(context, from, wanted(snapshot, [product ?? []].flat()));
  },
};

/** @throws CommandError where a visitor's phone would not find it. */
function addressOf({ publicUrl }: CommandContext, url: string | undefined): string {
  const given = url ?? publicUrl;
  if (given === undefined)
    throw new CommandError(
      'The codes need the address that visitors reach: set PUBLIC_URL, or add --url https://….',
    );
  const { hostname, search, hash } = new URL(given);
  if (isLoopback(hostname))
    throw new CommandError(
      `${given} is this machine only, and no visitor's phone would find it: set PUBLIC_URL, or add --url https://….`,
    );
  if (search !== '' || hash !== '')
    throw new CommandError(`--url: leave out what follows ? or # in ${given}.`);
  return given.replace(/\/+$/, '');
}

function isLoopback(host: string): boolean {
  return /^(?:(?:.+\.)?localhost\.?|127(?:\.\d+){3}|0\.0\.0\.0|\[::1?\]|\[::ffff:7f.*\])$/.test(host);
}

/** In shelf order. @throws CommandError */
function wanted(snapshot: Snapshot, slugs: readonly string[]): readonly Product[] {
  const unknown = slugs.filter((slug) => !productBySlug(snapshot, slug));
  if (unknown.length > 0) {
    const known = snapshot.products.map(({ slug }) => slug).join(', ');
    throw new CommandError(`No published product is called ${unknown.join(', ')}. There are: ${known}.`);
  }
  if (snapshot.products.length === 0) throw new CommandError('No product is published yet.');
  return slugs.length === 0
    ? snapshot.products
    : snapshot.products.filter(({ slug }) => slugs.includes(slug));
}

async function makeLabels(
  context: CommandContext,
  from: PrintInput,
  products: readonly Product[],
): Promise<Made> {
  const all: PrintedLabel[] = [];
  for (const product of products) {
    const photo = product.photo === null ? null : await loadPicture(context.database, product.photo);
    all.push({ ...labelOf(from, product), picture: photo?.bytes ?? null });
  }
  const { pdf, pages, broken } = await printLabels(all, optionsOf(context, from));
  const without = all.filter(({ picture }) => picture === null).map(({ number }) => number);
  const text = [
    `${counted(all.length, 'label')} on ${counted(pages, 'page')}, with codes to ${from.url}/p/…`,
    ...namedWays(all[0]?.ways ?? []),
    ...(without.length > 0 ? [`No picture is stored for ${numbers(without)}.`] : []),
    ...(broken.length > 0
      ? [`The picture of ${numbers(broken)} is broken, or neither PNG nor JPEG, and is left out.`]
      : []),
  ];
  return { text: text.join('\n'), files: [{ name: 'labels.pdf', content: pdf }] };
}

async function makePoster(context: CommandContext, from: PrintInput): Promise<Made> {
  const poster = posterOf(from);
  const bytes = await printPoster(poster, optionsOf(context, from));
  const text = [`The poster, with a code to ${poster.code}`, ...namedWays(poster.ways)];
  return { text: text.join('\n'), files: [{ name: 'poster.pdf', content: bytes }] };
}

function optionsOf({ now }: CommandContext, { snapshot: { stand } }: PrintInput) {
  const language = stand.defaultLanguage;
  return { title: inLanguage(stand.name, language, language), language, madeAt: now() };
}

/** Printed is printed: whoever makes labels reads what they say, and what they lack. */
function namedWays(ways: readonly Way[]): string[] {
  const at = (name: Way['name']) => ways.find((way) => way.name === name)?.at;
  return [
    `WhatsApp: ${at('WhatsApp') ?? 'not named. Set WHATSAPP and WHATSAPP_NUMBER, or pair the phone.'}`,
    `Telegram: ${at('Telegram') ?? 'not named. Set TELEGRAM_BOT_TOKEN; Telegram must be within reach.'}`,
  ];
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

function numbers(all: readonly string[]): string {
  return `no. ${all.join(', ')}`;
}
