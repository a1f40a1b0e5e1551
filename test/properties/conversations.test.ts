import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openStandUntilClosed, type Person, type Stand, type StandChannel } from '../support/stand.ts';
import { checkChoices, checkSlip, checkSteps, checkStock, checkSummary } from './invariants.ts';

const ENDURANCE = process.env.ENDURANCE === '1';
const RUNS = ENDURANCE ? 150 : 25;
const STEPS = ENDURANCE ? 60 : 40;
const SEED = ENDURANCE ? Date.now() % 2 ** 31 : 20_261_125;

const SAID = [
  'keripik 2 sama gantungan kunci 1',
  'keripik 3',
  'tas 2',
  'paving 100 sama batako 50',
  'kapal 4',
  'tambah keripik 1',
  'keripiknya jadi 5',
  'hapus keripik',
  'miniatur kapal 99',
  'kerajinan',
  'lanjut',
  'ya',
  'gak jadi',
  'batal',
  'besok',
  'jumat',
  'sabtu',
  'sekarang',
  'kabari aja',
  'lewati',
  '0812 3456 7890',
  '+44 20 7946 0958',
  'atas nama Budi',
  'harganya berapa?',
  'stok keripik masih ada?',
  'keripik halal gak?',
  'buka jam berapa',
  'pesanan saya',
  'mau batalkan pesanan',
  'mulai dari awal',
  '/keranjang',
  '/pesanan',
  '/privasi',
  '/produk',
  '0',
  '-1',
  '1.5',
  '3',
  '7',
  'satu',
  'yang kedua',
  '150rb',
  'Rp 1.250.000',
  'minggu depan',
  'bahannya habis, maaf',
  'asdfgh',
  '🙏',
] as const;

interface Step {
  readonly who: number;
  readonly does:
    | 'goes on'
    | 'presses'
    | 'presses an old button'
    | 'says the label'
    | 'says the number'
    | 'says'
    | 'waits';
  readonly which: number;
}

const step: fc.Arbitrary<Step> = fc.record({
  who: fc.constantFrom(0, 0, 0, 1, 2, 2, 3, 4, 4),
  does: fc.constantFrom(
    ...Array<'goes on'>(12).fill('goes on'),
    'presses' as const,
    'presses' as const,
    'presses' as const,
    'says the label' as const,
    'says the number' as const,
    'presses an old button' as const,
    'says' as const,
    'says' as const,
    'says' as const,
    'waits' as const,
  ),
  which: fc.nat({ max: 10_000 }),
});

interface Cast {
  readonly visitors: readonly Person[];
  readonly all: readonly Person[];
  /** Every choice that somebody was ever offered. */
  readonly remembered: Map<Person, string[]>;
}

async function assemble(stand: Stand, channels: readonly StandChannel[]): Promise<Cast> {
  const on = (index: number): StandChannel => channels[index % channels.length] ?? 'web';
  await stand.database.write([
    { sql: `UPDATE variants SET price_status = 'confirmed' WHERE price IN (15000, 185000)`, args: [] },
    { sql: `UPDATE versions SET value = value + 1 WHERE name = 'catalogue'`, args: [] },
  ]);
  const visitors = [stand.visitorOn(on(0), 'Siti'), stand.visitorOn(on(1), 'Budi')] as const;
  const all = [
    ...visitors,
    await stand.staffOf('lapas-kelas-1-tangerang', on(2), 'Bu Rina'),
    await stand.staffOf('lapas-perempuan-2a-tangerang', on(3), 'Bu Wati'),
    await stand.keeper(on(4), 'Pak Yanto'),
  ];
  const cast = { visitors, all, remembered: new Map(all.map((person) => [person, []])) };
  await placeOrder(cast, visitors[0]);
  return cast;
}

/** So that those who work there have something to do from the beginning: stand stock, pre-order and quote. */
async function placeOrder(cast: Cast, person: Person): Promise<void> {
  await person.says('keripik 2, tas 1, paving 100');
  for (let steps = 0; steps < 12; steps += 1) {
    await goOn(cast, person, 1);
    if ((await person.heard()).some(({ text }) => text.includes('sudah tercatat'))) return;
  }
  throw new Error('The order does not come about.');
}

async function take(stand: Stand, cast: Cast, { who, does, which }: Step): Promise<void> {
  const person = cast.all[who];
  if (!person) throw new Error(`Nobody is number ${who}.`);
  const offered = person.offered();
  const remembered = cast.remembered.get(person) ?? [];
  remembered.push(...offered.map(({ id }) => id));
  const choice = offered[which % Math.max(1, offered.length)];
  const old = remembered[which % Math.max(1, remembered.length)];
  if (does === 'waits') return stand.passes((which % 30) * 3_600_000);
  if (does === 'goes on') return goOn(cast, person, which);
  if (does === 'presses' && choice) return person.chooses(choice.id);
  if (does === 'presses an old button' && old) return person.chooses(old);
  if (does === 'says the label' && choice) return speak(person, choice.label);
  if (does === 'says the number' && choice) return speak(person, String(offered.indexOf(choice) + 1));
  return speak(person, SAID[which % SAID.length] ?? 'halo');
}

const FORWARD =
  /^(checkout|pick-up|use-known-name|skip-phone|confirm|show-part|show-slip|accept|quote|made|ready|collect|pay|take-quote)/;

/** Does what leads on: a visitor towards an order, those who work there towards its end. */
async function goOn({ visitors }: Cast, person: Person, which: number): Promise<void> {
  const forward = person.offered().filter(({ id }) => FORWARD.test(id));
  const next = forward[which % Math.max(1, forward.length)];
  const asked = (await person.heard()).map(({ text }) => text).join(' ');
  if (/atas nama siapa/.test(asked)) return speak(person, person.name);
  if (/Nomor HP kalau/.test(asked)) return speak(person, 'lewati');
  if (/Berapa harga seluruhnya/.test(asked)) return speak(person, '150rb');
  if (next && which % 10 > 0) return person.chooses(next.id);
  return speak(person, visitors.includes(person) ? (SAID[which % 5] ?? 'keripik 2') : '/pesanan');
}

/** Whatever is said, there is an answer. */
async function speak(person: Person, text: string): Promise<void> {
  await person.says(text);
  expect((await person.heard()).length, `an answer to "${text}"`).toBeGreaterThan(0);
}

async function checkSummaries(stand: Stand, { visitors }: Cast): Promise<void> {
  for (const person of visitors) {
    const summary = (await person.heard()).findLast(({ text }) => text.includes('Ringkasan pesanan'));
    const named = summary && /Atas nama ([^,\n]+)/.exec(summary.text)?.[1];
    if (summary && named) await checkSummary(stand, named, summary);
  }
}

/** Whoever ordered reads the slip, and nobody else; those who work there shop too. */
async function checkSlips(stand: Stand, { all }: Cast): Promise<number> {
  const orders = await stand.rows<{ readonly code: string }>('SELECT code FROM orders ORDER BY id');
  for (const { code } of orders) {
    let seen = 0;
    for (const person of all) {
      await person.chooses(`show-order ${code}`);
      const slip = (await person.heard()).find(({ text }) => text.includes(`Kode ${code}`));
      if (!slip) continue;
      seen += 1;
      await checkSlip(stand, code, slip);
    }
    expect(seen, `people who can read ${code}`).toBe(1);
  }
  return orders.length;
}

describe('whatever people say and press', () => {
  it('keeps stock, states, totals and choices right', {
    timeout: ENDURANCE ? 3_600_000 : 240_000,
  }, async () => {
    let orders = 0;
    let moved = 0;
    const channels = fc.array(fc.constantFrom<StandChannel>('telegram', 'web'), {
      minLength: 5,
      maxLength: 5,
    });
    const steps = fc.array(step, { minLength: STEPS, maxLength: STEPS });
    await fc.assert(
      fc.asyncProperty(channels, steps, async (on, taken) => {
        const stand = await openStandUntilClosed();
        try {
          const cast = await assemble(stand, on);
          for (const each of taken) {
            await take(stand, cast, each);
            await checkSummaries(stand, cast);
            await checkStock(stand);
            await checkChoices(stand);
          }
          await checkSteps(stand);
          orders += await checkSlips(stand, cast);
          moved += await stand.count('SELECT count(*) FROM fulfilment_steps WHERE from_state IS NOT NULL');
          expect(await stand.rows('SELECT * FROM dead_letters')).toEqual([]);
          expect(await stand.rows(`SELECT * FROM outbox WHERE state IN ('failed', 'dead')`)).toEqual([]);
        } finally {
          await stand.close();
        }
      }),
      { numRuns: RUNS, seed: SEED, endOnFailure: true },
    );
    // Conversations that lead nowhere would prove nothing.
    expect(orders).toBeGreaterThan(0);
    expect(moved).toBeGreaterThan(0);
  });
});
