import { expect, test } from 'vitest';
import { openStand } from '../support/stand.ts';
import { orders } from './ordering.ts';

const WOMEN = 'lapas-perempuan-2a-tangerang';
test('try', async () => {
  const stand = await openStand();
  const rina = await stand.staffOf(WOMEN, 'telegram');
  const siti = stand.visitorOn('telegram', 'Siti');
  await orders(siti, 'tas 1');
  console.log((await siti.heard()).map((x) => x.text).join('\n---\n'));
  console.log(await stand.rows('SELECT state, version, due_at, told, updated_at FROM fulfilments'));
  await stand.passesTo('2026-11-25T14:10');
  console.log((await rina.heard()).map((x) => x.text).join('\n---\n'));
  console.log(await stand.rows('SELECT state, version, due_at, told FROM fulfilments'));
  await stand.passesTo('2026-11-26T14:10');
  console.log((await siti.heard()).map((x) => x.text).join('\n---\n'));
  console.log(await stand.rows('SELECT state, version, due_at, told FROM fulfilments'));
  await stand.passesTo('2026-12-03T14:10');
  console.log((await siti.heard()).map((x) => x.text).join('\n---\n'));
  console.log(await stand.rows('SELECT state, version, due_at, told FROM fulfilments'));
  expect(1).toBe(1);
});
