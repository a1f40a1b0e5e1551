/** People who wait in the lounge: most ask something, some order, and of those some come back. */
import type { Person, StandChannel } from '../test/support/stand.ts';
import type { Doing } from './agenda.ts';
import { between, chance, DAY, HOUR, MINUTE, news, offers, SECOND, type World } from './world.ts';

const QUESTIONS = [
  'keripik tempenya berapa?',
  'ada apa aja min',
  'buka sampe jam brp',
  'bisa bayar qris?',
  'tasnya muat laptop ga',
  'keripiknya halal?',
  'ini yg bikin siapa ya',
  'do you ship to Bali?',
  'how much is the bag',
  'ada sambal gak',
  'batakonya kuat ga buat pager',
  'makasih ya',
] as const;

const ORDERS = [
  'keripik 2',
  'mau keripik tempe 3 bks sama gantungan kunci 1',
  'gantungan kunci 2',
  'sepatu 1',
  'sepatu 3 pasang',
  'tas 3',
  'miniatur kapal 1',
  'pesen tas sulam pita 1',
  'tas 2 sama keripik 1',
  'paving 200',
  'batako 500 pcs',
  'two packs of tempeh chips please',
  'keripik 99',
  'keripik 1, tas 1, paving 100',
] as const;

const NAMES = ['Siti', 'Budi', 'Ayu', 'Rahmat', 'Dewi', 'Joko', 'Maria', 'Tono', 'Wulan', 'Kevin'] as const;

const FORWARD = [
  'checkout',
  'pick-up-now',
  'pick-up-on',
  'pick-up-when-ready',
  'use-known-name',
  'skip-phone',
  'confirm',
];

/** More steps than any way to a confirmation has. */
const MOST_STEPS = 14;

export function newVisitor({ stand, random }: World): Person {
  const channel: StandChannel = random.pick(['telegram', 'telegram', 'telegram', 'web']);
  return stand.visitorOn(channel, random.pick(NAMES));
}

export async function* visit(world: World, person: Person): Doing {
  const { random } = world;
  for (let asked = between(random, 0, 2); asked > 0; asked -= 1) {
    await person.says(random.pick(QUESTIONS));
    yield between(random, 5 * SECOND, 2 * MINUTE);
    const [ask] = offers(person, 'ask-staff');
    if (ask !== undefined && chance(random, 0.3)) await person.chooses(ask);
    yield between(random, 5 * SECOND, MINUTE);
  }
  if (!chance(random, 0.45)) return;
  await person.says(random.pick(ORDERS));
  yield between(random, 5 * SECOND, MINUTE);
  const placed = yield* goesOn(world, person);
  if (placed) yield* afterwards(world, person, placed);
}

interface Placed {
  readonly code: string;
  readonly isReady: boolean;
}

const PLACED = /sudah tercatat|has been placed/;
const READY = /siap diambil|sudah siap|is ready|ready for/i;

/** To the confirmation, or away. */
async function* goesOn({ random }: World, person: Person): AsyncGenerator<number, Placed | null> {
  for (let steps = 0; steps < MOST_STEPS; steps += 1) {
    const heard = await news(person);
    const code = /(?:Kode|Code) ([0-9A-Z]{3}-[0-9A-Z]{3})/.exec(heard)?.[1];
    if (code !== undefined && PLACED.test(heard)) return { code, isReady: READY.test(heard) };
    if (chance(random, 0.02)) return null;
    const [next] = offers(person, ...FORWARD);
    if (/atas nama siapa|What name/i.test(heard)) await person.says(person.name);
    else if (/Nomor HP|A phone number/.test(heard))
      await person.says(chance(random, 0.3) ? '0812 3456 7890' : 'lewati');
    else if (/paling banyak|at most/.test(heard)) await person.says('5');
    else if (next === undefined) return null;
    // Impatient people press twice.
    else if (chance(random, 0.1)) await Promise.all([person.chooses(next), person.chooses(next)]);
    else await person.chooses(next);
    yield between(random, 3 * SECOND, MINUTE);
  }
  return null;
}

/** Looks at the telephone now and then, for some days. */
async function* afterwards(world: World, person: Person, { code, isReady }: Placed): Doing {
  const { random, queue } = world;
  if (chance(random, 0.05)) {
    await person.chooses(`show-order ${code}`);
    yield MINUTE;
    const [cancel] = offers(person, 'ask-cancel');
    if (cancel !== undefined) await person.chooses(cancel);
    yield MINUTE;
    const [really] = offers(person, 'cancel');
    if (really !== undefined) await person.chooses(really);
    return;
  }
  const forgets = chance(random, 0.1);
  if (isReady) {
    yield between(random, MINUTE, 30 * MINUTE);
    if (!forgets) queue.push(code);
  }
  for (let days = 0; days < 12; days += 0.25) {
    yield between(random, 3 * HOUR, 9 * HOUR);
    const heard = await news(person);
    // A unit's price, or something else than was ordered.
    const [quote] = offers(person, 'take-quote');
    const [declined] = offers(person, 'decline-quote');
    if (quote !== undefined && chance(random, 0.6)) {
      const takes = chance(random, 0.85);
      if (takes && chance(random, 0.3)) await person.says('ya saya setuju');
      else await person.chooses(takes ? quote : (declined ?? quote));
      if (takes && isReady && !forgets) queue.push(code);
    }
    if (READY.test(heard) && !forgets) {
      yield between(random, HOUR, DAY);
      queue.push(code);
      return;
    }
  }
}
