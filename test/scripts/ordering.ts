/** What many scripts begin with: an order that was placed. */
import type { Heard, Person } from '../support/stand.ts';

export const CODE = /(?:Kode|Code) (\w{3}-\w{3})/;

/** From a filled cart to the summary: the first pick-up that is offered, this name, no phone number. */
export async function goesToSummary(visitor: Person, name: string): Promise<Heard> {
  await visitor.presses('Lanjut pesan');
  for (let heard = await visitor.heard(); !has(heard, /Sudah benar\?/); heard = await visitor.heard()) {
    if (has(heard, /atas nama siapa/)) await visitor.says(name);
    else if (has(heard, /Nomor HP/)) await visitor.presses('Lewati');
    else if (has(heard, /hari apa\?/)) await visitor.presses('Kabari kalau sudah siap');
    else if (has(heard, /Mau diambil kapan/)) await visitor.says('1');
    else throw new Error(`Not on the way to the summary: ${heard.map(({ text }) => text).join('\n')}`);
  }
  return visitor.hears(/Ringkasan pesanan/);
}

function has(heard: readonly Heard[], words: RegExp): boolean {
  return heard.some(({ text }) => words.test(text));
}

/** @returns the code of the order. */
export async function orders(visitor: Person, wish: string, name = visitor.name): Promise<string> {
  await visitor.says(wish);
  await visitor.hears(/Keranjang/);
  await goesToSummary(visitor, name);
  await visitor.presses('Ya, pesan');
  const { text } = await visitor.hears(/sudah tercatat/, CODE);
  return CODE.exec(text)?.[1] ?? '';
}
