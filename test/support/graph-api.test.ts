/** The double itself: what it takes, and what it refuses as Meta documents it. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type GraphApi, startGraphApi } from './graph-api.ts';
import { readMarkup, readNumbers } from './whatsapp-text.ts';

const SITI = '628120000007';

let double: GraphApi;
let now: number;
beforeEach(async () => {
  now = 1_800_000_000_000;
  double = await startGraphApi({ now: () => now, window: 'refused' });
  double.deliverTo(async () => new Response());
  await double.person(SITI).says('halo');
});
afterEach(() => double.close());

async function call(path: string, body: BodyInit, headers: Record<string, string> = {}) {
  const response = await fetch(`${double.url}/${double.phoneId}/${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${double.token}`, ...headers },
    body,
  });
  const answer = await response.json();
  return { status: response.status, code: answer.error?.code, id: answer.messages?.[0]?.id ?? answer.id };
}

const send = (part: object) =>
  call('messages', JSON.stringify({ messaging_product: 'whatsapp', to: SITI, ...part }));

function upload(part: { type?: string; size?: number; product?: string } = {}) {
  const { type = 'image/png', size = 3, product = 'whatsapp' } = part;
  const form = new FormData();
  form.set('messaging_product', product);
  form.set('type', type);
  form.set('file', new Blob([new Uint8Array(size)], { type }), 'photo');
  return call('media', form);
}

const text = (body: string) => ({ type: 'text', text: { body } });
const interactive = (part: object) => ({
  type: 'interactive',
  interactive: { body: { text: 'Pilih' }, ...part },
});
const button = (id: string, title: string) => ({ type: 'reply', reply: { id, title } });
const buttons = (...all: object[]) => interactive({ type: 'button', action: { buttons: all } });
const rows = (count: number, row: object = {}) =>
  Array.from({ length: count }, (_, n) => ({ id: `r${n}`, title: `R ${n}`, ...row }));
const list = (all: object[], open = 'Pilih') =>
  interactive({ type: 'list', action: { button: open, sections: [{ rows: all }] } });

describe('messages', () => {
  it.each([
    text('a'.repeat(4_096)),
    buttons(button('a', 'Ya'), button('b', 'Tidak'), button('c', 'c'.repeat(20))),
    list(rows(10)),
    list(rows(1, { title: 't'.repeat(24), description: 'd'.repeat(72), id: 'i'.repeat(200) })),
    { ...text('halo'), biz_opaque_callback_data: '7' },
  ])('are taken: %#', async (part) => {
    expect(await send(part)).toEqual({ status: 200, id: double.log[0]?.id });
    expect(double.log).toHaveLength(1);
  });

  it.each([
    text(''),
    text('a'.repeat(4_097)),
    buttons(),
    buttons(...'abcd'.split('').map((id) => button(id, id))),
    buttons(button('a', 'a'.repeat(21))),
    buttons(button('a', '')),
    buttons(button('a', 'Sama'), button('b', 'Sama')),
    buttons(button('a', 'Satu'), button('a', 'Dua')),
    buttons(button(' a', 'Satu')),
    buttons(button('a'.repeat(257), 'Satu')),
    interactive({
      type: 'button',
      body: { text: 'a'.repeat(1_025) },
      action: { buttons: [button('a', 'Ya')] },
    }),
    list([]),
    list(rows(11)),
    list(rows(1, { title: 't'.repeat(25) })),
    list(rows(1, { description: 'd'.repeat(73) })),
    list(rows(1, { id: 'i'.repeat(201) })),
    list(rows(2, { id: 'same' })),
    list(rows(1), 'p'.repeat(21)),
    { type: 'image', image: { id: 'no-such-media' } },
    { type: 'video', video: { id: '1' } },
    { ...text('halo'), to: '+62 812' },
  ])('are refused: %#', async (part) => {
    expect((await send(part)).status).toBe(400);
    expect(double.log).toEqual([]);
  });

  it('need the token and the number', async () => {
    expect(await call('messages', '{}', { authorization: 'Bearer x' })).toMatchObject({
      status: 401,
      code: 190,
    });
  });

  it('reach nobody who has not written for 24 hours', async () => {
    expect(await send({ ...text('halo'), to: '628999' })).toMatchObject({ status: 400, code: 131047 });
    now += 24 * 3_600_000;
    expect((await send(text('halo'))).status).toBe(200);
    now += 1;
    expect(await send(text('halo'))).toMatchObject({ status: 400, code: 131047 });
  });
});

describe('media', () => {
  it('get an id that can be sent, until it is forgotten', async () => {
    const { id } = await upload();
    const image = { type: 'image', image: { id, caption: 'c'.repeat(1_024) } };
    expect((await send(image)).status).toBe(200);
    expect((await send({ type: 'image', image: { id, caption: 'c'.repeat(1_025) } })).status).toBe(400);
    double.forgetMedia();
    expect((await send(image)).status).toBe(400);
  });

  it.each([{ type: 'image/webp' }, { size: 5 * 1024 * 1024 + 1 }, { product: 'x' }])(
    'are refused: %j',
    async (part) => {
      expect((await upload(part)).status).toBe(400);
    },
  );
});

describe('what somebody reads', () => {
  it.each([
    ['*tebal* dan _miring_', { text: 'tebal dan _miring_', bold: ['tebal'], otherwise: ['miring'] }],
    ['a*b*c 2 * 3 *', { text: 'a*b*c 2 * 3 *', bold: [], otherwise: [] }],
    ['∗bintang∗', { text: '*bintang*', bold: [], otherwise: [] }],
  ])('%s', (raw, expected) => {
    expect(readMarkup(raw)).toEqual(expected);
  });

  it('are numbers, as long as they go on counting', () => {
    const numbered = 'Menunggu\n4. Ya, pesan\n   besok\n5. Tidak\n\nBerapa? 6. Bukan\n6. Lain';
    expect(readNumbers(numbered)).toEqual({
      text: 'Menunggu\n   besok\n\nBerapa? 6. Bukan',
      choices: [
        { number: 4, label: 'Ya, pesan' },
        { number: 5, label: 'Tidak' },
        { number: 6, label: 'Lain' },
      ],
    });
    expect(readNumbers('Berapa?\n\n1 · 2').choices.map(({ label }) => label)).toEqual(['1', '2']);
    expect(readNumbers('1. Satu\n3. Tiga').choices).toEqual([{ number: 1, label: 'Satu' }]);
  });
});
