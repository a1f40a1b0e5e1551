import { describe, expect, it } from 'vitest';
import { sampleSnapshot } from '../../../db/seed/sample-snapshot.ts';
import { read } from '../../../src/chat/understand/reading.ts';
import { asksForUnknown } from '../../../src/chat/understand/unmet.ts';

const snapshot = sampleSnapshot();

describe('what nobody here makes', () => {
  it.each([
    'ada sambal?',
    'jual madu ga kak',
    'sambel ada?',
    'mau beli kopi',
    'do you sell coffee?',
    'cari mukena ada ga',
  ])('"%s" is asked for', (text) => {
    expect(asksForUnknown(read(text, snapshot))).toBe(true);
  });

  it.each([
    'ada keripik?',
    'ada apa aja',
    'masih ada?',
    'ada diskon ga?',
    'ada yang lain?',
    'jual apa aja sih',
    'what do you have?',
    'mau pesan dong',
    'bisa pesan besok ga',
    'ada orang ga di gerai?',
  ])('"%s" asks for nothing else', (text) => {
    expect(asksForUnknown(read(text, snapshot))).toBe(false);
  });
});
