/** Those who keep the stand: they hand over what was ordered, and enter what happens at the counter. */
import type { Person } from '../test/support/stand.ts';
import type { Doing } from './agenda.ts';
import {
  between,
  chance,
  MINUTE,
  news,
  OFFICE_DAYS,
  offers,
  SECOND,
  type Shift,
  timeOfDay,
  untilWork,
  type World,
  weekday,
} from './world.ts';

const COUNTER: Shift = { from: 8 * 60, to: 15 * 60 + 30, days: OFFICE_DAYS };

export async function employKeepers(world: World, from: number): Promise<void> {
  for (const [index, name] of ['Pak Budi', 'Bu Endang'].entries()) {
    const person = await world.stand.keeper(index === 0 ? 'telegram' : 'web', name);
    world.agenda.add(from + 30 * MINUTE, keepsTheStand(world, person, index === 0));
  }
}

/** One of them counts what lies there, before the weekend. */
async function* keepsTheStand(world: World, person: Person, counts: boolean): Doing {
  const { stand, random, queue } = world;
  let counted = 0;
  for (;;) {
    const wait = untilWork(stand.now(), COUNTER);
    if (wait > 0) yield wait;
    if (chance(random, 0.3)) yield* takesIn(person);
    for (let code = queue.shift(); code !== undefined; code = queue.shift())
      yield* handsOver(world, person, code);
    if (chance(random, 0.5)) yield* enters(world, person);
    const isDue = weekday(stand.now()) === 5 && timeOfDay(stand.now()) >= 14 * 60;
    if (counts && isDue && stand.now() - counted > COUNTED_FOR) {
      counted = stand.now();
      yield* takesStock(world, person);
    }
    yield between(random, 10 * MINUTE, 40 * MINUTE);
  }
}

const COUNTED_FOR = 12 * 60 * MINUTE;

/* ── orders ── */

/** What a unit brought or finished is put where it is picked up. */
async function* takesIn(person: Person): Doing {
  await person.chooses('open-parts');
  yield 10 * SECOND;
  for (const part of offers(person, 'show-part').slice(0, 5)) {
    await person.chooses(part);
    yield 10 * SECOND;
    const [ready] = offers(person, 'ready');
    if (ready !== undefined) await person.chooses(ready);
    yield 10 * SECOND;
  }
}

async function* handsOver({ random }: World, person: Person, code: string): Doing {
  await person.says(code);
  yield 10 * SECOND;
  const [fewer] = offers(person, 'propose');
  if (fewer !== undefined && chance(random, 0.1)) {
    yield* findsFewer(person, fewer);
    return;
  }
  const [pay] = offers(person, 'pay').filter((id) => !id.endsWith('unpaid'));
  if (pay !== undefined && chance(random, 0.9)) {
    await person.chooses(pay);
    yield 10 * SECOND;
    const [unpaid] = offers(person, 'pay');
    if (unpaid !== undefined && chance(random, 0.05)) {
      await person.chooses(unpaid);
      yield 10 * SECOND;
    }
  }
  for (let parts = 0; parts < 3; parts += 1) {
    const [collect] = offers(person, 'collect');
    if (collect === undefined) return;
    if (chance(random, 0.1)) await Promise.all([person.chooses(collect), person.chooses(collect)]);
    else await person.chooses(collect);
    yield 10 * SECOND;
  }
}

/** Than was promised; the visitor is asked. */
async function* findsFewer(person: Person, fewer: string): Doing {
  await person.chooses(fewer);
  yield 10 * SECOND;
  const [line] = offers(person, 'propose-line');
  if (line !== undefined && !/Yang ada di rak berapa/.test(await news(person))) {
    await person.chooses(line);
    yield 10 * SECOND;
  }
  if (/Yang ada di rak berapa/.test(await news(person))) await person.says('1');
  yield 10 * SECOND;
}

/* ── the counter ── */

type Lines = readonly [string, ...string[]];

const SALES: Lines = [
  'jual keripik 3 tunai',
  'jual keripik 1 tunai',
  'jual gantungan kunci 2 qris',
  'jual keripik 1 sama gantungan kunci 1 tunai',
  'jual miniatur kapal 1 qris',
  'jual keripik 2',
];
const DELIVERIES: Lines = [
  'terima keripik 20 dari lapas 1',
  'terima gantungan kunci 10',
  'terima miniatur kapal 2',
];
const BREAKAGE: Lines = ['rusak keripik 1', 'rusak gantungan kunci 1'];

/** A line of the book, what is asked about it, and now and then the other way round because it was wrong. */
async function* enters({ random }: World, person: Person): Doing {
  const line = random.pick(chance(random, 0.75) ? SALES : chance(random, 0.7) ? DELIVERIES : BREAKAGE);
  await person.says(line);
  yield 10 * SECOND;
  const [method] = offers(person, 'counter-set');
  if (/dibayar dengan apa/.test(await news(person)) && method !== undefined) {
    await person.chooses(method);
    yield 10 * SECOND;
  }
  const heard = await news(person);
  const [undo] = offers(person, 'undo-entry');
  if (!/Terjual|Diterima|\*?Rusak/.test(heard)) {
    await person.says('batal');
  } else if (undo !== undefined && chance(random, 0.1)) {
    if (chance(random, 0.3)) await Promise.all([person.chooses(undo), person.chooses(undo)]);
    else await person.chooses(undo);
  }
  yield 10 * SECOND;
  if (chance(random, 0.1)) await person.chooses('cash-today');
  yield 10 * SECOND;
}

/** Counts shelf by shelf; now and then one has gone. */
async function* takesStock({ stand, random }: World, person: Person): Doing {
  await person.says('stok opname');
  yield MINUTE;
  for (let steps = 0; steps < 9; steps += 1) {
    const heard = await news(person);
    const asked = (
      await stand.rows<{ name: string; onHand: number }>(`
        SELECT CASE variants.slug WHEN '' THEN products.name ->> 'id' ELSE variants.name ->> 'id' END AS name, on_hand AS onHand
        FROM stock JOIN variants ON variants.id = variant_id JOIN products ON products.id = product_id`)
    ).find(({ name }) => heard.toLowerCase().includes(name.toLowerCase()));
    const [book] = offers(person, 'book-stock-take');
    if (book !== undefined) {
      await person.chooses(book);
      return;
    }
    if (!asked) return;
    await person.says(String(Math.max(0, asked.onHand - (chance(random, 0.2) ? 1 : 0))));
    yield MINUTE;
  }
}
