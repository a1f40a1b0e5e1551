/**
 * Encryption of a backup with a passphrase of the office, in the format of age (https://age-encryption.org/v1): the `age`
 * tool opens it on any machine, also where this program is no more.
 */
import { Readable } from 'node:stream';
import type { ReadableStream as WebStream } from 'node:stream/web';
import { Decrypter, Encrypter } from 'age-encryption';

/** How every file begins that age encrypted. */
export const SEALED = 'age-encryption.org/v1\n';

/**
 * Memory of scrypt is 1 KB × 2 to the power of this: 64 MB and about half a second, also on a small machine. The setting
 * asks for a long passphrase.
 */
const WORK_FACTOR = 16;

/** The passphrase is another one, or the head of the file is damaged. */
export class WrongKey extends Error {
  override readonly name = 'WrongKey';
}

export async function seal(plain: AsyncIterable<Uint8Array>, passphrase: string): Promise<Readable> {
  const encrypter = new Encrypter();
  encrypter.setScryptWorkFactor(WORK_FACTOR);
  encrypter.setPassphrase(passphrase);
  return fromWeb(await encrypter.encrypt(toWeb(plain)));
}

/** @throws WrongKey; reading throws where the file was changed or cut off. */
export async function unseal(sealed: AsyncIterable<Uint8Array>, passphrase: string): Promise<Readable> {
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  try {
    return fromWeb(await decrypter.decrypt(toWeb(sealed)));
  } catch (error) {
    throw new WrongKey('The key does not open the file.', { cause: error });
  }
}

/** The two declarations of the same streams, the browser's and Node's, do not know each other. */
function toWeb(source: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  return Readable.toWeb(
    Readable.from(source, { objectMode: false }),
  ) as unknown as ReadableStream<Uint8Array>;
}

function fromWeb(stream: ReadableStream<Uint8Array>): Readable {
  return Readable.fromWeb(stream as unknown as WebStream);
}
