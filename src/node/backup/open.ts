/** Opens a backup into a folder and proves it, before anything depends on it. */
import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { damageOf, surveyFile } from '../../../db/copy.ts';
import type { Journal } from '../../../db/journal.ts';
import { CommandError } from '../../commands/command.ts';
import { DATABASE_PART, MANIFEST_PART, type Manifest, manifestSchema, SECRET_PART } from './manifest.ts';
import { SEALED, unseal, WrongKey } from './seal.ts';
import { readTar } from './tar.ts';

export interface Opened {
  readonly manifest: Manifest;
  /** The copy of the database, whole and consistent, of this schema or an older one. */
  readonly database: string;
  /** null: the office sets its secret itself. */
  readonly secret: string | null;
}

const GZIP = Buffer.from([0x1f, 0x8b]);
const PARTS: readonly string[] = [DATABASE_PART, SECRET_PART, MANIFEST_PART];
const MOST_SMALL_BYTES = 1024 * 1024;

/** @throws CommandError saying what is wrong with the file. */
export async function openBackup(
  path: string,
  {
    folder,
    key,
    journal,
  }: { readonly folder: string; readonly key: string | null; readonly journal: Journal },
): Promise<Opened> {
  if (!existsSync(path)) throw new CommandError(`There is no file ${path}.`);
  const found = await unpack(path, folder, key);
  const manifest = await readManifest(join(folder, MANIFEST_PART));
  requireParts(manifest, found);
  requireKnownSchema(manifest, journal);
  const database = join(folder, DATABASE_PART);
  requireSound(database, manifest);
  const secret = found.has(SECRET_PART) ? (await readFile(join(folder, SECRET_PART), 'utf8')).trim() : null;
  return { manifest, database, secret };
}

type Found = ReadonlyMap<string, { readonly bytes: number; readonly sha256: string }>;

async function unpack(path: string, folder: string, key: string | null): Promise<Found> {
  const found = new Map<string, { bytes: number; sha256: string }>();
  const isSealed = await isSealedFile(path);
  const raw = createReadStream(path, { highWaterMark: 1 << 18 });
  let reading: Promise<void> | undefined;
  try {
    await pipeline(isSealed ? opened(raw, key) : raw, createGunzip(), (source) => {
      reading = readTar(source, async ({ name, size, body }) => {
        if (!PARTS.includes(name) || found.has(name)) throw new Error(`"${name}" does not belong there.`);
        if (name !== DATABASE_PART && size > MOST_SMALL_BYTES) throw new Error(`${name} is too large.`);
        found.set(name, { bytes: size, sha256: await writeHashed(join(folder, name), body) });
      });
      return reading;
    });
  } catch (error) {
    if (error instanceof CommandError || isAboutDisk(error)) throw error;
    if (error instanceof WrongKey) {
      throw new CommandError(
        'BACKUP_KEY does not open this backup. Set it to the key that it was made with; if it is the right one, the file is damaged.',
        { cause: error },
      );
    }
    throw new CommandError(
      'The file is damaged or not complete. Take another backup, or copy this one anew.',
      {
        cause: error,
      },
    );
  } finally {
    raw.destroy();
    // A pipeline that fails does not wait for its end: what is read last is still being written.
    await reading?.catch(() => undefined);
  }
  return found;
}

/** @returns hex SHA-256. */
async function writeHashed(path: string, body: AsyncIterable<Uint8Array>): Promise<string> {
  const hash = createHash('sha256');
  const handle = await open(path, 'wx', 0o600);
  try {
    for await (const chunk of body) {
      hash.update(chunk);
      await handle.writeFile(chunk);
    }
  } finally {
    await handle.close();
  }
  return hash.digest('hex');
}

async function* opened(raw: AsyncIterable<Uint8Array>, key: string | null): AsyncGenerator<Uint8Array> {
  if (key === null) {
    throw new CommandError('The backup is encrypted. Set BACKUP_KEY to the key that it was made with.');
  }
  yield* await unseal(raw, key);
}

function isAboutDisk(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}

/** What it is, is told by how it begins: a name can be changed. @throws CommandError */
async function isSealedFile(path: string): Promise<boolean> {
  const head = await headOf(path);
  if (head.toString('latin1') === SEALED) return true;
  if (head.subarray(0, 2).equals(GZIP)) return false;
  throw new CommandError(`${path} is not a backup of Gerai.`);
}

async function headOf(path: string): Promise<Buffer> {
  const handle = await open(path);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(SEALED.length), 0, SEALED.length, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

async function readManifest(path: string): Promise<Manifest> {
  try {
    return manifestSchema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch (error) {
    throw new CommandError('The file holds no manifest that this version of Gerai can read.', {
      cause: error,
    });
  }
}

function requireParts(manifest: Manifest, found: Found): void {
  const wanted = Object.entries(manifest.parts);
  const isSame = ([name, { bytes, sha256 }]: (typeof wanted)[number]) =>
    found.get(name)?.bytes === bytes && found.get(name)?.sha256 === sha256;
  // The manifest itself is the one more.
  if (wanted.length + 1 !== found.size || !(DATABASE_PART in manifest.parts) || !wanted.every(isSame)) {
    throw new CommandError(
      'The contents are not what the manifest says: the file was changed or is damaged.',
    );
  }
}

function requireKnownSchema(manifest: Manifest, journal: Journal): void {
  const known = new Set(journal.entries.map(({ when }) => when));
  if (manifest.migrations.length > 0 && manifest.migrations.every((when) => known.has(when))) return;
  throw new CommandError(
    `The backup is of another version of Gerai (schema ${manifest.schema}), which this one does not know. Update Gerai first (\`git pull && npm ci\`).`,
  );
}

function requireSound(database: string, manifest: Manifest): void {
  const damage = damageOf(database, 'integrity_check');
  if (damage !== null) throw new CommandError(`The database in the backup is damaged: ${damage}`);
  const { rows, migrations } = surveyFile(database);
  if (sorted(rows) === sorted(manifest.rows) && String(migrations) === String(manifest.migrations)) return;
  throw new CommandError('The database in the backup has other rows than the manifest says.');
}

function sorted(rows: Readonly<Record<string, number>>): string {
  return JSON.stringify(Object.entries(rows).sort(([one], [other]) => (one < other ? -1 : 1)));
}
