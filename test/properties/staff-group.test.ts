/** Whatever is said and pressed in a linked group, and whoever does it: it is never somebody's own. */
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { forgedChoice, forgedText } from '../durability/forgeries.ts';
import { orders } from '../scripts/ordering.ts';
import { seeded } from '../support/seeded.ts';
import { openStandUntilClosed, type Person, type Stand } from '../support/stand.ts';

const ENDURANCE = process.env.ENDURANCE === '1';
const RUNS = ENDURANCE ? 60 : 8;
const STEPS = ENDURANCE ? 60 : 30;
const SEED = ENDURANCE ? Date.now() % 2 ** 31 : 20_261_126;

const GROUP = -4_001;

const SAID = [
  'keripik 2 sama tas 1',
  'lanjut pesan',
  'ya, pesan',
  'atas nama Budi',
  '0812 3456 7890',
  'batalkan pesanan saya',
  'pesanan saya',
  'checkout',
  'keranjang',
  '/keranjang',
  '/pesanan',
  '/bantuan',
  'hadir',
  'besok',
  '11 desember',
  '250rb',
  'terima',
  'tolak',
  'alasan lain',
  'Bahannya habis, maaf',
  'nanti saja',
  '1',
  '2',
  '7',
  'ok siap',
] as const;

const deed = fc.oneof(
  fc.record({ do: fc.constant('says' as const), text: fc.constantFrom(...SAID) }),
  fc.record({ do: fc.constant('quotes' as const), text: fc.constantFrom(...SAID), back: fc.nat(6) }),
  fc.record({ do: fc.constant('presses' as const), which: fc.nat(40) }),
  fc.record({ do: fc.constant('forges' as const), seed: fc.nat() }),
  fc.record({
    do: fc.constant('visitor' as const),
    choice: fc.constantFrom(
      'add 1 2',
      'clear-cart',
      'checkout',
      'confirm 1',
      'confirm 2',
      'my-orders',
      'ask-person',
      'use-known-name',
      'skip-phone',
    ),
  }),
);

type Deed = typeof deed extends fc.Arbitrary<infer T> ? T : never;

async function does(member: Person, each: Deed, known: { code: string; part: string }): Promise<void> {
  const about = { ...known, name: 'Siti', staffChat: GROUP };
  switch (each.do) {
    case 'says':
      return member.says(each.text);
    case 'quotes': {
      const inbox = member.telegram?.inbox() ?? [];
      const quoted = inbox.at(-1 - each.back);
      if (quoted) await member.telegram?.repliesTo(quoted.id, each.text);
      return;
    }
    case 'presses': {
      const buttons = (member.telegram?.inbox() ?? []).flatMap(({ buttons: under }) => under);
      const button = buttons.at(-1 - each.which);
      if (button?.data) await member.chooses(button.data);
      return;
    }
    case 'forges': {
      const random = seeded(each.seed);
      return random.next() < 0.7
        ? member.chooses(forgedChoice(random, about))
        : member.says(forgedText(random, about));
    }
    case 'visitor':
      return member.chooses(each.choice);
  }
}

/** What is somebody's own, and what only a visitor, a keeper or an admin decides. */
async function own(stand: Stand): Promise<unknown> {
  const tables = ['carts', 'orders', 'order_lines', 'payments', 'interests', 'talks', 'invitations'];
  const rows = await Promise.all(tables.map((table) => stand.rows(`SELECT * FROM ${table} ORDER BY 1`)));
  const persons = await stand.rows(
    'SELECT name, phone, notice_at FROM persons WHERE name IS NOT NULL ORDER BY id',
  );
  const catalogue = await stand.rows('SELECT id, price FROM variants');
  return { rows, persons, catalogue };
}

it('never changes a cart, an order, a name or a price', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.boolean(), deed), { minLength: STEPS, maxLength: STEPS }),
      async (deeds) => {
        const stand = await openStandUntilClosed();
        try {
          stand.telegram.group(GROUP, 'Petugas');
          const [rina, siti] = ['Rina', 'Siti'].map((name) => stand.visitorOn('telegram', name)) as [
            Person,
            Person,
          ];
          const members = [rina, siti].map((each) => stand.inGroup(each, GROUP)) as [Person, Person];
          await members[0].opens(await stand.invitation('staff', 'Grup', 'lapas-perempuan-2a-tangerang'));
          const code = await orders(siti, 'tas 1');
          await siti.says('keripik 2');
          const [row] = await stand.rows<{ part: string }>('SELECT public_id AS part FROM fulfilments');
          const before = await own(stand);
          for (const [first, each] of deeds)
            await does(first ? members[0] : members[1], each, { code, part: row?.part ?? '' });
          expect(await own(stand)).toEqual(before);
          const ended = await stand.rows<{ actor: string }>(
            `SELECT DISTINCT a.external AS actor FROM fulfilment_steps s JOIN addresses a ON a.id = s.actor`,
          );
          expect(ended.map(({ actor }) => actor)).not.toContain(String(GROUP));
        } finally {
          await stand.close();
        }
      },
    ),
    { numRuns: RUNS, seed: SEED },
  );
}, 120_000);
