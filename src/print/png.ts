/**
 * Whether the pixels of a PNG can be unpacked. pdfkit finds out only while it writes the file, where it throws at nobody
 * and never ends: https://www.w3.org/TR/png-3/#11IDAT
 */
import { inflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);

/** More than any picture of ours holds: a small file can unpack to a very large one. */
const MOST_BYTES = 128 * 1024 * 1024;

export function isPng(bytes: Buffer): boolean {
  return bytes.subarray(0, SIGNATURE.length).equals(SIGNATURE);
}

export function canUnpack(png: Buffer): boolean {
  try {
    return inflateSync(Buffer.concat(pixelChunks(png)), { maxOutputLength: MOST_BYTES }).length > 0;
  } catch {
    return false;
  }
}

/** Each chunk: length, name, data, checksum. */
function pixelChunks(png: Buffer): Buffer[] {
  const found: Buffer[] = [];
  for (let at = SIGNATURE.length; at + 12 <= png.length; ) {
    const length = png.readUInt32BE(at);
    const name = png.toString('latin1', at + 4, at + 8);
    if (name === 'IDAT') found.push(png.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  return found;
}
