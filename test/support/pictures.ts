/** Pictures as cameras and programs write them: with more in them than is seen. */
import { deflateSync } from 'node:zlib';

const text = (words: string) => [...new TextEncoder().encode(words)];

function segment(marker: number, body: readonly number[]): number[] {
  return [0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 0xff, ...body];
}

/** Little-endian, as most cameras write it: the orientation, and a pointer to where it was taken. */
function exif(orientation: number): number[] {
  const tiff = [0x49, 0x49, 42, 0, 8, 0, 0, 0, 2, 0];
  const entries = [
    0x12,
    0x01,
    3,
    0,
    1,
    0,
    0,
    0,
    orientation,
    0,
    0,
    0,
    0x25,
    0x88,
    4,
    0,
    1,
    0,
    0,
    0,
    38,
    0,
    0,
    0,
  ];
  return [...text('Exif\0\0'), ...tiff, ...entries, 0, 0, 0, 0, ...text('GPS 6.1783 S 106.6319 E')];
}

export interface JpegOptions {
  readonly orientation?: number;
  /** How many bytes of the picture itself there are about. */
  readonly size?: number;
}

/** Well-formed in its segments, which is all that is looked at; it shows nothing. */
export function jpeg({ orientation = 1, size = 40 }: JpegOptions = {}): Uint8Array<ArrayBuffer> {
  return new Uint8Array([
    ...[0xff, 0xd8],
    ...segment(0xe0, [...text('JFIF\0'), 1, 1, 0, 0, 1, 0, 1, 0, 0]),
    ...segment(0xe1, exif(orientation)),
    ...segment(0xe1, text('http://ns.adobe.com/xap/1.0/\0<owner>Rina</owner>')),
    ...segment(0xe2, text('MPF\0second picture')),
    ...segment(0xe2, [...text('ICC_PROFILE\0'), 1, 1, ...text('colours')]),
    ...segment(0xfe, text('taken by Rina')),
    ...segment(
      0xdb,
      Array.from({ length: 65 }, () => 1),
    ),
    ...segment(0xc0, [8, 0, 8, 0, 8, 1, 1, 0x11, 0]),
    ...segment(0xda, [1, 1, 0, 0, 63, 0]),
    // A stuffed byte and a restart belong to the data.
    ...[0x12, 0xff, 0x00, 0x34, 0xff, 0xd0],
    ...Array.from({ length: size }, (_, index) => index % 200),
    ...[0xff, 0xd9],
    ...text('a film that hangs behind'),
  ]);
}

function chunk(name: string, body: Uint8Array): Uint8Array {
  const whole = new Uint8Array(12 + body.length);
  new DataView(whole.buffer).setUint32(0, body.length);
  whole.set(text(name), 4);
  whole.set(body, 8);
  return whole;
}

export function png(): Uint8Array<ArrayBuffer> {
  const header = new Uint8Array([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
  const pieces = [
    new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('tEXt', new Uint8Array(text('Author\0Rina'))),
    chunk('eXIf', new Uint8Array(exif(1))),
    chunk('tIME', new Uint8Array(7)),
    chunk('IDAT', new Uint8Array(deflateSync(new Uint8Array([0, 128])))),
    chunk('IEND', new Uint8Array(0)),
    new Uint8Array(text('behind the end')),
  ];
  return new Uint8Array(pieces.flatMap((piece) => [...piece]));
}
