import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type CleanPicture, cleanPicture, MAX_PICTURE_BYTES } from '../../src/shop/picture.ts';
import { jpeg, png } from '../support/pictures.ts';

function cleaned(bytes: Uint8Array): CleanPicture {
  const picture = cleanPicture(bytes);
  if (typeof picture === 'string') throw new Error(picture);
  return picture;
}

const asText = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');

describe('a JPEG that is kept', () => {
  it('holds nothing but what is seen', () => {
    const { type, bytes } = cleaned(jpeg());
    expect(type).toBe('image/jpeg');
    expect(asText(bytes)).not.toMatch(/Exif|GPS|Rina|xap|MPF|film/);
    expect(asText(bytes)).toMatch(/JFIF[\s\S]*ICC_PROFILE/);
    expect([...bytes.subarray(0, 2), ...bytes.subarray(-2)]).toEqual([0xff, 0xd8, 0xff, 0xd9]);
  });

  it('stays upright: of how the camera was held that alone is left', () => {
    const { bytes } = cleaned(jpeg({ orientation: 6 }));
    expect(asText(bytes)).toMatch(/Exif/);
    expect(asText(bytes)).not.toMatch(/GPS|Rina/);
    // What was written is what is read, and is written again.
    expect(cleaned(bytes).bytes).toEqual(bytes);
  });

  it('keeps its data whole, stuffed bytes and restarts too', () => {
    const { bytes } = cleaned(jpeg());
    expect(asText(bytes)).toContain('\x12\xff\x00\x34\xff\xd0');
    expect(cleaned(bytes).bytes).toEqual(bytes);
  });
});

describe('a PNG that is kept', () => {
  it('holds nothing but what is seen', () => {
    const { type, bytes } = cleaned(png());
    expect(type).toBe('image/png');
    expect(asText(bytes)).not.toMatch(/Author|Rina|eXIf|tIME|behind/);
    expect(asText(bytes)).toMatch(/IHDR[\s\S]*IDAT[\s\S]*IEND/);
  });

  it('is what the sample pictures are', () => {
    const file = fileURLToPath(new URL('../../db/seed/pictures/batako.png', import.meta.url));
    const picture = readFileSync(file);
    expect(cleaned(picture).bytes.length).toBeGreaterThan(picture.length / 2);
  });
});

describe('what is no picture that can be kept', () => {
  it.each([
    ['a text', new TextEncoder().encode('<svg onload="alert(1)">'), 'not-a-picture'],
    ['nothing', new Uint8Array(0), 'not-a-picture'],
    ['a GIF', new TextEncoder().encode('GIF89a…'), 'not-a-picture'],
    ['a JPEG that is cut off', jpeg().subarray(0, 200), 'damaged'],
    [
      'a JPEG with a length that leads nowhere',
      new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0xff, 0xff, 1]),
      'damaged',
    ],
    ['a PNG that is cut off', png().subarray(0, 40), 'damaged'],
    ['a picture that is too large', jpeg({ size: MAX_PICTURE_BYTES }), 'too-large'],
  ])('%s', (_what, bytes, problem) => {
    expect(cleanPicture(bytes)).toBe(problem);
  });
});
