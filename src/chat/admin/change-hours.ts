/** The opening hours of a pick-up place, typed in words. */
import { type Place, placeById, type WeeklyHours } from '../../shop/catalogue.ts';
import { type Flow, reply, type Scene, type Turn } from '../flow.ts';
import { readHours } from '../understand/hours.ts';
import { choice, placeText, spansText } from '../wording.ts';
import { adminOnly, audit, choosing, closing, gone } from './admin-only.ts';

export function weekText(scene: Scene, hours: WeeklyHours): string {
  const lines = hours.map((spans, weekday) =>
    scene.say('admin-hours-line', { weekday, hours: spansText(scene, spans) }),
  );
  return lines.join('\n');
}

/** Seven days, however many were stored. */
export function week(hours: WeeklyHours): WeeklyHours {
  return Array.from({ length: 7 }, (_, day) => hours[day] ?? []);
}

function pickPlace(scene: Scene): Turn {
  return choosing(scene.say('admin-pick-place'), [
    ...scene.snapshot.places.map((place) =>
      choice(placeText(scene, place.id), { do: 'ask-hours', place: place.id }),
    ),
    choice(scene.say('admin-button-menu'), { do: 'admin-menu' }),
  ]);
}

function askHours(scene: Scene, place: Place, preface?: string): Turn {
  const question = scene.say('admin-ask-hours', {
    place: placeText(scene, place.id),
    week: weekText(scene, week(place.hours)),
  });
  return {
    ...reply([preface, question].filter(Boolean).join('\n\n')),
    conversation: { asked: { what: 'hours', place: place.id } },
  };
}

export function answerHours(scene: Scene, placeId: number, text: string): Turn {
  const place = placeById(scene.snapshot, placeId);
  if (!place) return gone(scene);
  const before = week(place.hours);
  const hours = readHours(text, before);
  if (!hours) return askHours(scene, place, scene.say('admin-hours-unclear'));
  const said = { place: placeText(scene, place.id), week: weekText(scene, hours) };
  if (JSON.stringify(hours) === JSON.stringify(before)) {
    return closing(scene, scene.say('admin-hours-same', said));
  }
  return closing(scene, scene.say('admin-hours-changed', said), [
    { kind: 'hours', placeId: place.id, hours },
    audit('hours', `place ${place.id}`, JSON.stringify(before), JSON.stringify(hours)),
  ]);
}

export const changeHoursFlow: Flow<'pick-place' | 'ask-hours'> = {
  'pick-place': { turn: (scene) => adminOnly(scene, () => pickPlace(scene)) },
  'ask-hours': {
    turn: (scene, { place: placeId }) =>
      adminOnly(scene, () => {
        const place = placeById(scene.snapshot, placeId);
        return place ? askHours(scene, place) : gone(scene);
      }),
  },
};
