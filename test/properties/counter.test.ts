/** Whatever keepers enter, undo and count while visitors order: stock is the sum of movements, money the sum of entries. */
import * as fc from 'fast-check';
import { it } from 'vitest';
import { orders } from '../scripts/ordering.ts';
import { openStandUntilClosed, type Person, type Stand } from '../support/stand.ts';
import { checkMoney, checkStock } from './invariants.ts';

const ENDURANCE = process.env.ENDURANCE === '1';
const RUNS = ENDURANCE ? 40 : 4;
const STEPS = ENDURANCE ? 40 : 14;
const SEED = ENDURANCE ? Date.now() % 2 ** 31 : 20_261_127;

const LINES = [
  'jual keripik 3 tunai',
  'jual keripik 40 qris',
  'jual gantungan kunci 2 sama keripik 1 qris',
  'jual miniatur kapal 6 tunai',
  'jual',
  'jual keripik',
  'jual keripik -1 tunai',
  'terima keripik 7 dari lapas 1',
  'terima miniatur kapal 2',
  'terima keripik 99999999',
  'rusak keripik 1',
  'rusak 1',
  'retur keripik 1 dari pembeli tunai',
  'retur keripik 2 ke lapas',
  'retur gantungan kunci 1',
  'stok opname',
  'batas keripik 12',
  'kas hari ini',
  'lewati',
  'batal',
  'keripik',
  'tunai',
  '0',
  '2',
  '9',
  '31',
] as const;

const deed = fc.oneof(
  fc.record({ do: fc.constant('says' as const), text: fc.constantFrom(...LINES), who: fc.nat(1) }),
  fc.record({ do: fc.constant('presses' as const), which: fc.nat(40), who: fc.nat(1) }),
  fc.record({ do: fc.constant('remembers' as const), which: fc.nat(400), who: fc.nat(1) }),
  fc.record({ do: fc.constant('both' as const), text: fc.constantFrom(...LINES) }),
  fc.record({ do: fc.constant('orders' as const), qty: fc.integer({ min: 1, max: 9 }) }),
);
type Deed = typeof deed extends fc.Arbitrary<infer T> ? T : never;

interface Cast {
  readonly keepers: readonly [Person, Person];
  readonly codes: string[];
  readonly remembered: Set<string>;
}

async function does(stand: Stand, cast: Cast, each: Deed): Promise<void> {
  for (const keeper of cast.keepers) for (const { id } of keeper.offered()) cast.remembered.add(id);
  switch (each.do) {
    case 'says':
      return cast.keepers[each.who === 0 ? 0 : 1].says(each.text);
    case 'both':
      await Promise.all(cast.keepers.map((keeper) => keeper.says(each.text)));
      return;
    case 'orders': {
      const [left = { free: 0 }] = await stand.rows<{ free: number }>(
        'SELECT on_hand - allocated AS free FROM stock WHERE variant_id = 1',
      );
      if (left.free < each.qty) return;
      const visitor = stand.visitorOn('web', `Siti ${cast.codes.length}`);
      const code = await orders(visitor, `keripik ${each.qty}`);
      cast.codes.push(code);
      return cast.keepers[0].says(code);
    }
    default: {
      const keeper = cast.keepers[each.who === 0 ? 0 : 1];
      const from = each.do === 'presses' ? keeper.offered().map(({ id }) => id) : [...cast.remembered];
      const choice = from[each.which % Math.max(1, from.length)];
      if (choice && !choice.startsWith('new-order') && !choice.startsWith('order-for'))
        await keeper.chooses(choice);
    }
  }
}

it('holds whatever is entered, undone, counted and ordered', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: STEPS, maxLength: STEPS }), async (deeds) => {
      const stand = await openStandUntilClosed();
      try {
        await stand.database.write([
          { sql: `UPDATE variants SET price_status = 'confirmed' WHERE price IS NOT NULL`, args: [] },
          { sql: `UPDATE versions SET value = value + 1 WHERE name = 'catalogue'`, args: [] },
        ]);
        const keepers = [await stand.keeper('web'), await stand.keeper('telegram', 'Bu Ani')] as const;
        const cast: Cast = { keepers, codes: [], remembered: new Set() };
        for (const each of deeds) {
          await does(stand, cast, each);
          await checkStock(stand);
          await checkMoney(stand);
        }
      } finally {
        await stand.close();
      }
    }),
    { numRuns: RUNS, seed: SEED },
  );
}, 240_000);
