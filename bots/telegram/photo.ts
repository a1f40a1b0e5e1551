/** Photos by the id that Telegram gave them, or by their bytes when it has none or has forgotten it. */
import { InputFile } from 'grammy';
import type { Media } from '../common/media.ts';
import { describes } from './outcome.ts';

const FORGOTTEN = /wrong (remote )?file|file_?id|FILE_REFERENCE|FILE_ID_INVALID/i;

/** Carries out `use` with the photo; null when there is no such photo any more. */
export async function withPhoto<T>(
  media: Media,
  hash: string,
  use: (photo: string | InputFile) => Promise<T>,
): Promise<T | null> {
  const handle = await media.handle(hash);
  if (handle !== null) {
    try {
      return await use(handle);
    } catch (error) {
      if (!describes(error, FORGOTTEN)) throw error;
    }
  }
  const file = await media.bytes(hash);
  if (file === null) return null;
  const result = await use(new InputFile(file.bytes, `photo.${file.type.split('/').at(-1) ?? 'jpg'}`));
  const uploaded = fileIdOf(result);
  // The message is out: failing to remember the id costs one more upload, never the outcome.
  if (uploaded !== null) await media.remember(hash, uploaded).catch(() => undefined);
  return result;
}

/** Telegram lists the sizes from small to large; any of the ids brings the whole photo back. */
function fileIdOf(sent: unknown): string | null {
  if (typeof sent !== 'object' || sent === null || !('photo' in sent) || !Array.isArray(sent.photo))
    return null;
  const largest: unknown = sent.photo.at(-1);
  if (typeof largest !== 'object' || largest === null || !('file_id' in largest)) return null;
  return typeof largest.file_id === 'string' ? largest.file_id : null;
}
