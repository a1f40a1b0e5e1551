/** Products from a table that an office keeps in Excel. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { ConstraintError } from '../../../db/database.ts';
import { loadSnapshot } from '../../../db/store/catalogue.ts';
import { writeChanges } from '../../../db/store/catalogue-changes.ts';
import { pictureHash } from '../../engine/pictures.ts';
import { ROOT } from '../../node/files.ts';
import type { Picture } from '../../shop/catalogue-changes.ts';
import { cleanPicture, type PictureProblem } from '../../shop/picture.ts';
import { CommandError, type DatabaseCommand, type Gathered } from '../command.ts';
import { planImport } from './plan.ts';
import { decode, type Problem, readTable } from './table.ts';

/** One batch holds them all: more of them are two files. */
const MAX_PHOTOS_BYTES = 32 * 1024 * 1024;
const MAX_FILE_BYTES = 20 * 1024 * 1024;

const TEMPLATE = resolve(ROOT, 'docs/products-template.csv');

const input = z.object({
  table: z.string().max(5_000_000),
  /** By the path in the table: the picture in Base64, or why there is none. */
  photos: z.record(
    z.string(),
    z.union([z.strictObject({ base64: z.string() }), z.strictObject({ problem: z.string() })]),
  ),
  dryRun: z.boolean(),
  publishAs: z.string().trim().min(1).max(60).nullable(),
  checked: z.boolean(),
});
type Input = z.infer<typeof input>;

const USAGE = `gerai import <products.csv> [--dry-run] [--publish-as <name> [--checked]]
gerai import --template

  Adds and changes products from a table. All of it or nothing; the same file twice changes nothing.
  --dry-run     says what would change, and changes nothing
  --publish-as  publishes what the table holds, in this name; without it new products are drafts
  --checked     the publisher has read the passages that may tell of a person, and they are fine
  --template    prints a table to begin with

  An empty cell leaves what there is; "-" says that it is not known. Further lines of a product are its variants.
  Photos are files beside the table. See docs/own-products.md.`;

export const importProducts: DatabaseCommand<Input> = {
  summary: 'adds and changes products from a table (CSV)',
  usage: USAGE,
  input,
  gather,
  async run({ database, now }, { table, photos, dryRun, publishAs, checked }) {
    const snapshot = await loadSnapshot(database);
    const pictures = new Map<string, Picture | string>();
    for (const [path, photo] of Object.entries(photos)) {
      pictures.set(
        path,
        'problem' in photo ? photo.problem : await readPicture(Buffer.from(photo.base64, 'base64')),
      );
    }
    const plan = planImport(readTable(table), snapshot, { publishAs, checked, photos: pictures });
    if (plan.problems.length > 0) throw new CommandError(problemsText(plan.problems));
    const report = plan.report.join('\n') || 'The table holds no products.';
    if (dryRun) return `${report}\n\nNothing was written: this was a dry run.`;
    if (plan.audit.length === 0) return `${report}\n\nNothing to change.`;
    try {
      await writeChanges(database, plan.changes, plan.audit, now());
    } catch (error) {
      if (error instanceof ConstraintError)
        throw new CommandError(
          `Nothing was written: the catalogue changed meanwhile (${error.constraint}). Run it once more.`,
        );
      throw error;
    }
    return `${report}\n\nWritten.`;
  },
};

function problemsText(problems: readonly Problem[]): string {
  const lines = problems.map(
    ({ line, column, says }) => `line ${line}${column === null ? '' : `, ${column}`}: ${says}`,
  );
  return `Nothing was written.\n${lines.join('\n')}`;
}

/* ── beside the caller ── */

async function gather(args: readonly string[]): Promise<Gathered> {
  const { values, positionals } = readArguments(args);
  if (values.template) return { print: readFileSync(TEMPLATE, 'utf8').trimEnd() };
  const [path, ...more] = positionals;
  if (path === undefined || more.length > 0) throw new CommandError(`Name one file.\n\n${USAGE}`);
  if (values.checked && values['publish-as'] === undefined)
    throw new CommandError('--checked is said by a publisher: add --publish-as <name>.');
  if (!existsSync(path)) throw new CommandError(`There is no file ${path}.`);
  const table = decode(readFileSync(path));
  const gathered: Input = {
    table,
    photos: await gatherPhotos(table, dirname(path)),
    dryRun: values['dry-run'],
    publishAs: values['publish-as']?.trim() || null,
    checked: values.checked,
  };
  return { input: gathered };
}

function readArguments(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        'dry-run': { type: 'boolean', default: false },
        'publish-as': { type: 'string' },
        checked: { type: 'boolean', default: false },
        template: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw new CommandError(`${error instanceof Error ? error.message : error}\n\n${USAGE}`);
  }
}

async function gatherPhotos(table: string, folder: string): Promise<Input['photos']> {
  const paths = new Set(readTable(table).rows.flatMap(({ cells }) => cells.get('photo') ?? []));
  const photos: Input['photos'] = {};
  let bytes = 0;
  for (const path of paths) {
    if (path === '-') continue;
    const picture = await readPhoto(resolve(folder, path));
    photos[path] =
      typeof picture === 'string'
        ? { problem: picture }
        : { base64: Buffer.from(picture.bytes).toString('base64') };
    bytes += typeof picture === 'string' ? 0 : picture.bytes.length;
  }
  if (bytes > MAX_PHOTOS_BYTES)
    throw new CommandError('The photos have more than 32 MB together. Split the table into two.');
  return photos;
}

async function readPhoto(path: string): Promise<Picture | string> {
  if (!existsSync(path) || !statSync(path).isFile()) return 'is not there, beside the table';
  if (statSync(path).size > MAX_FILE_BYTES) return WHY['too-large'];
  return readPicture(readFileSync(path));
}

const WHY: Readonly<Record<PictureProblem, string>> = {
  'not-a-picture': 'is no JPEG or PNG picture',
  'too-large': 'has more than 1 MB; make it smaller',
  damaged: 'is damaged or cut off',
};

async function readPicture(bytes: Uint8Array): Promise<Picture | string> {
  const picture = cleanPicture(bytes);
  return typeof picture === 'string' ? WHY[picture] : { ...picture, hash: await pictureHash(picture.bytes) };
}
