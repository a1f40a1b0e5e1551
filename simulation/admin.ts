/** The admin of the stand: confirms what it costs, and looks after what others let wait. */
import type { Person } from '../test/support/stand.ts';
import type { Doing } from './agenda.ts';
import { chance, HOUR, OFFICE_DAYS, offers, SECOND, type Shift, untilWork, type World } from './world.ts';

const LOOKS: Shift = { from: 13 * 60, to: 14 * 60, days: OFFICE_DAYS };

export async function employAdmin(world: World, from: number): Promise<void> {
  const person = await world.stand.admin('telegram', 'Bu Sari');
  world.agenda.add(from, confirmsPrices(world, person));
  world.agenda.add(from, looksIn(world, person));
}

/** Sample prices count for nothing. */
async function* confirmsPrices({ stand }: World, person: Person): Doing {
  const variants = await stand.rows<{ id: number; price: number }>(
    'SELECT id, price FROM variants WHERE price IS NOT NULL ORDER BY id',
  );
  for (const { id, price } of variants) {
    await person.chooses(`ask-price ${id}`);
    yield 10 * SECOND;
    await person.says(String(price));
    yield 10 * SECOND;
  }
}

/** Once a day, and then accepts what nobody else did. */
async function* looksIn({ stand, random }: World, person: Person): Doing {
  for (;;) {
    const wait = untilWork(stand.now(), LOOKS);
    if (wait > 0) yield wait;
    await person.chooses('open-parts');
    yield 10 * SECOND;
    for (const part of offers(person, 'show-part').slice(0, 3)) {
      await person.chooses(part);
      yield 10 * SECOND;
      const [accept] = offers(person, 'accept');
      if (accept === undefined || chance(random, 0.5)) continue;
      await person.chooses(accept);
      yield 10 * SECOND;
      const [day] = offers(person, 'accept-for');
      if (day !== undefined) await person.chooses(day);
      yield 10 * SECOND;
    }
    yield 2 * HOUR;
  }
}
