import { expect, test } from 'vitest';
import { bridgeDouble } from '../support/bridge.ts';
import { openStand, type Stand } from '../support/stand.ts';

const RINA = '628111@c.us';
const MINUTE = 60_000;

async function open() {
  const stand = await openStand();
  const bridge = bridgeDouble(
    (path, init) => stand.gerai.app.request(`https://gerai.example${path}`, init),
    stand.now,
  );
  let count = 0;
  /** Written so long ago, and brought only now. */
  async function brings(text: string, agoMs: number): Promise<string> {
    count += 1;
    const at = stand.now() - agoMs;
    await bridge.tells({
      kind: 'message',
      id: `late-${count}`,
      chat: RINA,
      at,
      body: { kind: 'text', text },
    });
    await stand.settle();
    return (await bridge.sendsAll()).map((each) => each.text).join('\n');
  }
  return { stand, brings };
}

const cart = (stand: Stand) =>
  stand.rows<{ qty: number }>(`SELECT json_extract(line.value, '$.qty') AS qty
    FROM carts, json_each(body, '$.lines') line`);

test('a question that waited out an outage is answered, with an apology that says from when it is', async () => {
  const { brings } = await open();
  const heard = await brings('keripik berapa?', 45 * MINUTE);
  expect(heard).toMatch(/pukul 09\.15 baru sampai/);
  expect(heard).toMatch(/Rp15\.000/);
});

test('an order that waited is not put into the cart: it is asked for once more, once for all of them', async () => {
  const { stand, brings } = await open();
  expect(await brings('keripik 2', 45 * MINUTE)).toMatch(/belum ada yang saya ubah/);
  expect(await brings('gantungan kunci 3', 44 * MINUTE)).toBe('');
  expect(await cart(stand)).toEqual([]);
  await brings('keripik 2', 0);
  expect(await cart(stand)).toEqual([{ qty: 2 }]);
});

test('a piece of a sentence that waited is not kept back for what comes next', async () => {
  const { stand, brings } = await open();
  await brings('halo', 0);
  await brings('keripik 2 sama', 45 * MINUTE);
  await stand.passes(5_000);
  await brings('gantungan kunci 1', 0);
  expect(await cart(stand)).toEqual([{ qty: 1 }]);
});

test('an answer that waited leaves the question open, and it is asked again', async () => {
  const { stand, brings } = await open();
  await brings('keripik', 0);
  await stand.passes(5_000);
  await brings('pesan keripik', 0);
  const heard = await brings('5', 45 * MINUTE);
  expect(heard).toMatch(/belum ada yang saya ubah/);
  expect(await cart(stand)).toEqual([]);
  await brings('5', 0);
  expect(await cart(stand)).toEqual([{ qty: 5 }]);
});

test('what took a few minutes is as good as new', async () => {
  const { stand, brings } = await open();
  expect(await brings('keripik 2', 9 * MINUTE)).not.toMatch(/baru sampai/);
  expect(await cart(stand)).toEqual([{ qty: 2 }]);
});
