/** A picture that somebody sent, fetched from its channel and cleaned. */
import type { Facts } from '../chat/facts.ts';
import type { ChannelName, Inbound } from '../chat/message.ts';
import { cleanPicture } from '../shop/picture.ts';

/** The bytes behind a channel's handle; null where it has none that can be taken. May reject. */
export type FetchPicture = (handle: string) => Promise<Uint8Array | null>;

export type PictureDoors = Partial<Readonly<Record<ChannelName, FetchPicture>>>;

export async function fetchPicture(
  doors: PictureDoors,
  { channel, body }: Inbound,
): Promise<Facts['picture']> {
  if (body.kind !== 'photo' || !body.picture) return 'not-fetched';
  const bytes = await bytesOf(doors, channel, body.picture);
  if (bytes === null) return 'not-fetched';
  const cleaned = cleanPicture(bytes);
  return typeof cleaned === 'string' ? cleaned : { ...cleaned, hash: await pictureHash(cleaned.bytes) };
}

async function bytesOf(
  doors: PictureDoors,
  channel: ChannelName,
  source: { readonly handle: string } | { readonly bytes: Uint8Array },
): Promise<Uint8Array | null> {
  if ('bytes' in source) return source.bytes;
  try {
    return (await doors[channel]?.(source.handle)) ?? null;
  } catch {
    // Whoever sent it is told that it did not arrive, and sends it again.
    return null;
  }
}

/** Hex SHA-256. */
export async function pictureHash(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
