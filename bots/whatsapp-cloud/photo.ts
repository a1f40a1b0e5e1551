/** Photos by the id that Meta gave them, or by their bytes when it has none or has dropped it. */
import type { Media } from '../common/media.ts';
import type { Graph } from './graph.ts';

/**
 * Meta keeps an uploaded file for 30 days
 * (https://docs.ycloud.com/en/api-reference/guides/whatsapp-platform/upload-whatsapp-media); a day less is what a message
 * may wait. The handle is the id and when it was uploaded.
 */
const KEPT_MS = 29 * 24 * 3_600_000;

/** An id that is still good, or null. */
export async function rememberedId(media: Media, hash: string, now: number): Promise<string | null> {
  const [id = '', uploadedAt = '0'] = (await media.handle(hash))?.split(' ') ?? [];
  return id !== '' && now - Number(uploadedAt) < KEPT_MS ? id : null;
}

/** @returns null when there is no such photo any more. */
export async function uploadPhoto(
  graph: Graph,
  media: Media,
  hash: string,
  now: number,
): Promise<string | null> {
  const file = await media.bytes(hash);
  if (file === null) return null;
  const id = await graph.upload(file.bytes, file.type);
  // Failing to remember the id costs one more upload, never the message.
  await media.remember(hash, `${id} ${now}`).catch(() => undefined);
  return id;
}
