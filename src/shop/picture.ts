/**
 * Pictures as they may be kept: JPEG or PNG, at most 1 MB, and nothing in them but what is seen. A camera writes the
 * place, the time and its owner into a picture; all of that is left out, and so is what hangs behind its end.
 *
 * JPEG by ITU-T T.81 (segments), Exif 2.32 (the orientation); PNG by the W3C's specification (chunks).
 */
export const MAX_PICTURE_BYTES = 1024 * 1024;

export type PictureType = 'image/jpeg' | 'image/png';
export type PictureProblem = 'not-a-picture' | 'too-large' | 'damaged';

export interface CleanPicture {
  readonly type: PictureType;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export function cleanPicture(bytes: Uint8Array): CleanPicture | PictureProblem {
  const type = typeOf(bytes);
  if (type === null) return 'not-a-picture';
  const kept = type === 'image/jpeg' ? cleanJpeg(bytes) : cleanPng(bytes);
  if (kept === null) return 'damaged';
  return kept.length > MAX_PICTURE_BYTES ? 'too-large' : { type, bytes: kept };
}

const PNG_SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

function typeOf(bytes: Uint8Array): PictureType | null {
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'image/jpeg';
  return PNG_SIGNATURE.every((byte, index) => bytes[index] === byte) ? 'image/png' : null;
}

function joined(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/* ── JPEG ── */

const END = 0xd9;
const SCAN = 0xda;
const COMMENT = 0xfe;
const APP0 = 0xe0;
const APP1 = 0xe1;
const APP2 = 0xe2;
const APP14 = 0xee;
const APP15 = 0xef;

/** The picture without what is not seen of it; null where it does not come to its end. */
function cleanJpeg(bytes: Uint8Array): Uint8Array<ArrayBuffer> | null {
  const pieces: Uint8Array[] = [bytes.subarray(0, 2)];
  let orientation = 1;
  for (let at = 2; ; ) {
    // Any number of fill bytes may stand before a marker.
    while (bytes[at] === 0xff && bytes[at + 1] === 0xff) at += 1;
    const marker = bytes[at + 1];
    if (bytes[at] !== 0xff || marker === undefined) return null;
    if (marker === END) {
      const turned = orientation === 1 ? [] : [orientationSegment(orientation)];
      return joined([...pieces.slice(0, 1), ...turned, ...pieces.slice(1), bytes.subarray(at, at + 2)]);
    }
    const end = at + 2 + (((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0));
    if (end < at + 4 || end > bytes.length) return null;
    const segment = bytes.subarray(at, end);
    if (marker === APP1) orientation = orientationIn(segment) ?? orientation;
    if (isSeen(marker, segment)) pieces.push(segment);
    at = end;
    if (marker !== SCAN) continue;
    const next = endOfScan(bytes, end);
    if (next === null) return null;
    pieces.push(bytes.subarray(end, next));
    at = next;
  }
}

/** Of what programs add, the colours matter: Adobe's transformation and an ICC profile. */
function isSeen(marker: number, segment: Uint8Array): boolean {
  if (marker === COMMENT) return false;
  if (marker < APP0 || marker > APP15) return true;
  if (marker === APP0) return startsWith(segment, 'JFIF\0');
  if (marker === APP2) return startsWith(segment, 'ICC_PROFILE\0');
  return marker === APP14 && startsWith(segment, 'Adobe');
}

function startsWith(segment: Uint8Array, name: string): boolean {
  return [...name].every((letter, index) => segment[4 + index] === letter.charCodeAt(0));
}

/** The next marker that ends the data of a scan: 0xFF00 is a byte of the data, and restarts belong to it. */
function endOfScan(bytes: Uint8Array, from: number): number | null {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const marker = bytes[at + 1];
    if (marker === undefined) return null;
    const belongs = marker === 0x00 || marker === 0xff || (marker >= 0xd0 && marker <= 0xd7);
    if (!belongs) return at;
  }
  return null;
}

const ORIENTATION_TAG = 0x0112;
/** Of an Exif segment: marker, length, "Exif\0\0". */
const TIFF_AT = 10;

/** How the camera was held, 1 to 8; undefined where the segment does not say. */
function orientationIn(segment: Uint8Array): number | undefined {
  if (!startsWith(segment, 'Exif\0\0') || segment.length < TIFF_AT + 8) return undefined;
  const view = new DataView(segment.buffer, segment.byteOffset + TIFF_AT, segment.length - TIFF_AT);
  const little = view.getUint16(0) === 0x4949;
  const directory = view.getUint32(4, little);
  if (directory + 2 > view.byteLength) return undefined;
  const count = view.getUint16(directory, little);
  for (let index = 0; index < count; index += 1) {
    const entry = directory + 2 + 12 * index;
    if (entry + 12 > view.byteLength) return undefined;
    if (view.getUint16(entry, little) !== ORIENTATION_TAG) continue;
    const value = view.getUint16(entry + 8, little);
    return value >= 1 && value <= 8 ? value : undefined;
  }
  return undefined;
}

/** Without it a picture that was taken upright would lie on its side. Nothing else is in it. */
function orientationSegment(orientation: number): Uint8Array {
  const exif = [...'Exif\0\0'].map((letter) => letter.charCodeAt(0));
  const tiff = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8];
  const directory = [0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0];
  const body = [...exif, ...tiff, ...directory];
  return new Uint8Array([0xff, APP1, 0, body.length + 2, ...body]);
}

/* ── PNG ── */

/** Chunks that are seen: what is critical, colours, transparency, size. Not among them: texts, times, Exif. */
const SEEN_CHUNKS: ReadonlySet<string> = new Set(
  'IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP bKGD pHYs'.split(' '),
);

/** null where it does not come to its end. */
function cleanPng(bytes: Uint8Array): Uint8Array<ArrayBuffer> | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const pieces: Uint8Array[] = [bytes.subarray(0, PNG_SIGNATURE.length)];
  for (let at = PNG_SIGNATURE.length; at + 12 <= bytes.length; ) {
    const end = at + 12 + view.getUint32(at);
    if (end > bytes.length) return null;
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (SEEN_CHUNKS.has(name)) pieces.push(bytes.subarray(at, end));
    if (name === 'IEND') return joined(pieces);
    at = end;
  }
  return null;
}
