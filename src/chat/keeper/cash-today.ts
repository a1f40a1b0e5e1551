/** What came in today, as a sum of entries: by unit and method. */
import { startOfDay, wallClock } from '../../shop/calendar.ts';
import type { MoneySum } from '../facts.ts';
import { type Flow, reply, type Scene, type Turn } from '../flow.ts';
import { choice, dayText, unitName } from '../wording.ts';
import { keeperOnly } from './counter.ts';

/** Only confirmed prices are money; what else changed hands is told beside it. */
function cashToday(scene: Scene): Turn {
  const { say, facts, snapshot } = scene;
  const { day } = wallClock(scene.now, snapshot.stand.timeZone);
  const units = [...new Set(facts.money.map(({ unitId }) => unitId))];
  const texts = [
    say(units.length === 0 ? 'cash-none' : 'cash-head', { day: dayText(scene, day) }),
    ...units.map((unitId) => unitText(scene, unitId)),
    ...(units.length > 1 ? [say('cash-all', sums(facts.money))] : []),
  ];
  return {
    ...reply(texts.join('\n\n'), {
      choices: [choice(say('counter-button-menu'), { do: 'counter-menu' })],
      inPlace: true,
    }),
    conversation: { asked: null },
  };
}

function unitText(scene: Scene, unitId: number): string {
  const own = scene.facts.money.filter((each) => each.unitId === unitId);
  const open = own.filter(({ priceStatus, qty }) => priceStatus !== 'confirmed' && qty !== 0);
  return [
    scene.say('cash-unit', { unit: unitName(scene, unitId), ...sums(own) }),
    ...open.map(({ method, priceStatus, qty }) =>
      scene.say('cash-unit-open', { method, status: priceStatus, qty }),
    ),
  ].join('\n');
}

function sums(money: readonly MoneySum[]): { cash: number; qris: number; total: number } {
  const of = (method: MoneySum['method']) =>
    money
      .filter((each) => each.method === method && each.priceStatus === 'confirmed')
      .reduce((sum, { amount }) => sum + (amount ?? 0), 0);
  const [cash, qris] = [of('cash'), of('qris')];
  return { cash, qris, total: cash + qris };
}

export const cashTodayFlow: Flow<'cash-today'> = {
  'cash-today': {
    needs: (_meaning, _view, { stand }, now = Number.NaN) => ({
      moneySince: startOfDay(wallClock(now, stand.timeZone).day, stand.timeZone),
    }),
    turn: (scene) => keeperOnly(scene, () => cashToday(scene)),
  },
};
