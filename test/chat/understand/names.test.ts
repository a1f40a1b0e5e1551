import { describe, expect, it } from 'vitest';
import { onlyIntroducesName, readName, splitNameAndPhone } from '../../../src/chat/understand/names.ts';

describe('a name', () => {
  it.each([
    ['Siti', 'Siti'],
    ['atas nama Budi ya kak', 'Budi'],
    ["it's for Amy", 'Amy'],
    ['jenengku Siti', 'Siti'],
    ['pake nama suami saya aja, Budi', 'Budi'],
    ['my name is Mei Ling', 'Mei Ling'],
    ['toiletnya di mana?', null],
    ['bentar ya', null],
    ['lewati', null],
    ['ada wifi ga', null],
  ])('in "%s" is %s', (text, name) => {
    expect(readName(text)).toBe(name);
  });

  it('may come with a number, or in the next message', () => {
    expect(splitNameAndPhone('Siti, no hp 081234567890')).toEqual({ name: 'Siti', phone: '081234567890' });
    expect(splitNameAndPhone('Siti')).toEqual({ name: 'Siti', phone: null });
    expect(onlyIntroducesName('atas nama')).toBe(true);
    expect(onlyIntroducesName('atas nama Siti')).toBe(false);
  });
});
