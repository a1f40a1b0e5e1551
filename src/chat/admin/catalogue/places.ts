/** Where products are picked up beside the stand: a unit's workshop, or a place that is agreed on. */
import { type Place, placeById, type WeeklyHours } from '../../../shop/catalogue.ts';
import { saysSample } from '../../../shop/catalogue-changes.ts';
import type { Effect } from '../../../shop/effects.ts';
import { type AskedOfCurator, PLACE_FIELDS, type PlaceField } from '../../conversation.ts';
import { type Flow, reply, type Scene, type Turn } from '../../flow.ts';
import { readHours } from '../../understand/hours.ts';
import { choice, placeText, words } from '../../wording.ts';
import { adminOnly, audit, choosing, curatorOnly, gone } from '../admin-only.ts';
import { week, weekText } from '../change-hours.ts';
import { afterPlace, byId } from './edit-product.ts';
import { isProblem, languagesOf, MAX_ADDRESS, MAX_NAME, nowLine, questionText, readLine } from './texts.ts';

type AskedNewPlace = Extract<AskedOfCurator, { what: 'new-place' }>;
type AskedPlace = Extract<AskedOfCurator, { what: 'place' }>;

export const CLOSED_WEEK: WeeklyHours = [[], [], [], [], [], [], []];

/* ── a new one ── */

type NewStep = 'kind' | 'name' | 'address' | 'hours';

function stepOf({ kind, name, address }: AskedNewPlace): NewStep {
  if (kind === null) return 'kind';
  if (name === null) return 'name';
  return address === null ? 'address' : 'hours';
}

export function askNewPlace(scene: Scene, asked: AskedNewPlace, preface?: string): Turn {
  const { say } = scene;
  const step = stepOf(asked);
  const choices =
    step === 'kind'
      ? (['workshop', 'agreement'] as const).map((kind) =>
          choice(say('place-kind', { kind }), { do: 'place-kind', kind }),
        )
      : [];
  return {
    ...reply([preface, say('place-new', { step })].filter(Boolean).join('\n\n'), {
      choices: [
        ...choices,
        ...(step === 'hours' ? [choice(say('place-button-no-hours'), { do: 'step-skip' })] : []),
        choice(say('catalogue-button-back'), { do: 'step-back' }),
        choice(say('catalogue-button-cancel'), { do: 'step-leave' }),
      ],
      ...(step === 'kind' ? {} : { inWords: true }),
    }),
    conversation: { asked },
  };
}

/** null: before its first question. */
export function stepBackInPlace(asked: AskedNewPlace): AskedNewPlace | null {
  if (asked.address !== null) return { ...asked, address: null };
  if (asked.name !== null) return { ...asked, name: null };
  return asked.kind !== null ? { ...asked, kind: null } : null;
}

export function answerNewPlace(scene: Scene, asked: AskedNewPlace, text: string): Turn {
  const step = stepOf(asked);
  if (step === 'kind') return askNewPlace(scene, asked, scene.say('catalogue-choose'));
  if (step === 'hours') {
    const hours = readHours(text, CLOSED_WEEK);
    return hours
      ? addPlace(scene, asked, hours)
      : askNewPlace(scene, asked, scene.say('admin-hours-unclear'));
  }
  const read = readLine(text, step === 'name' ? MAX_NAME : MAX_ADDRESS);
  if (isProblem(read)) return askNewPlace(scene, asked, scene.say(read.problem, read.args));
  if (step === 'name' && isPlaceName(scene, read.text)) {
    return askNewPlace(scene, asked, scene.say('catalogue-name-taken', { name: read.text }));
  }
  return askNewPlace(scene, { ...asked, [step]: read.text });
}

function isPlaceName(scene: Scene, name: string): boolean {
  return scene.snapshot.places.some((place) => words(scene, place.name).toLowerCase() === name.toLowerCase());
}

export function addPlace(scene: Scene, asked: AskedNewPlace, hours: WeeklyHours): Turn {
  const { own } = languagesOf(scene);
  const { kind, name, address, product, guided } = asked;
  if (kind === null || name === null || address === null) return askNewPlace(scene, asked);
  const added: Effect[] = [
    { kind: 'place-added', place: { kind, name: { [own]: name }, address: { [own]: address }, hours } },
    audit('place', `place ${name}`, null, address),
  ];
  const noted = scene.say('place-added', { name });
  const turn = product === null ? placeList(scene, noted) : afterPlace(scene, product, name, guided, noted);
  return { ...turn, effects: [...added, ...(turn.effects ?? [])] };
}

/* ── those that there are ── */

export function placeList(scene: Scene, preface?: string): Turn {
  const { say } = scene;
  return choosing([preface, say('place-list')].filter(Boolean).join('\n\n'), [
    ...scene.snapshot.places.map((each) =>
      choice(placeText(scene, each.id), { do: 'edit-place', place: each.id }),
    ),
    choice(say('place-button-new'), { do: 'new-place', product: 0 }),
    choice(say('admin-button-stand'), { do: 'our-stand' }),
  ]);
}

function placeSheet(scene: Scene, place: Place, preface?: string): Turn {
  const { say } = scene;
  const text = say('place-sheet', {
    name: placeText(scene, place.id),
    address: words(scene, place.address),
    week: weekText(scene, week(place.hours)),
  });
  return choosing([preface, text].filter(Boolean).join('\n\n'), [
    ...PLACE_FIELDS.map((field) =>
      choice(say('place-field', { field }), { do: 'place-field', place: place.id, field }),
    ),
    choice(say('catalogue-button-back'), { do: 'places' }),
  ]);
}

function ofPlace(scene: Scene, id: number, turn: (place: Place) => Turn): Turn {
  return adminOnly(scene, () => {
    const place = placeById(scene.snapshot, id);
    return place ? turn(place) : gone(scene);
  });
}

export function placeValue(scene: Scene, place: Place, field: PlaceField): string {
  if (field === 'hours') return `\n${weekText(scene, week(place.hours))}`;
  return words(scene, place[field]);
}

function ask(scene: Scene, place: Place, field: PlaceField, preface?: string): Turn {
  const question = scene.say('place-ask', {
    field,
    name: words(scene, place.name),
    value: placeValue(scene, place, field),
  });
  const now = field === 'hours' ? null : nowLine(scene, placeValue(scene, place, field));
  return {
    ...reply(questionText(preface, null, question, now), {
      choices: [choice(scene.say('catalogue-button-right'), { do: 'step-skip' })],
      inWords: true,
    }),
    conversation: { asked: { what: 'place', place: place.id, field } },
  };
}

export function askPlaceAgain(scene: Scene, asked: AskedPlace, preface?: string): Turn {
  return ofPlace(scene, asked.place, (place) => ask(scene, place, asked.field, preface));
}

/**
 * What an answer changes of a place. Its hours are invented, too, where it is a sample: who has been asked for both says
 * with the hours that it is none any more.
 */
export function placeChange(
  scene: Scene,
  place: Place,
  field: PlaceField,
  text: string,
): PlaceRead | { problem: string; args?: Readonly<Record<string, string | number>> } {
  const { own } = languagesOf(scene);
  const subject = `place ${place.id}`;
  if (field === 'hours') {
    const hours = readHours(text, week(place.hours));
    if (!hours) return { problem: 'admin-hours-unclear' };
    return { ...confirmed(place, { hours }), value: weekText(scene, hours) };
  }
  const read = readLine(text, field === 'name' ? MAX_NAME : MAX_ADDRESS);
  if (isProblem(read)) return read;
  const texts = { [own]: read.text };
  return {
    effects: [
      { kind: 'place-changed', placeId: place.id, change: { [field]: texts } },
      audit(`place ${field}`, subject, words(scene, place[field]), read.text),
    ],
    place: { ...place, [field]: texts },
    value: read.text,
  };
}

export interface PlaceRead {
  readonly effects: readonly Effect[];
  readonly place: Place;
  readonly value: string;
}

/** The hours were read by somebody who knows them. */
export function confirmed(place: Place, change: { readonly hours?: WeeklyHours }): Omit<PlaceRead, 'value'> {
  const sample = place.sample && saysSample(place.address);
  const hours = change.hours ?? place.hours;
  const isSame = JSON.stringify(hours) === JSON.stringify(place.hours);
  if (isSame && sample === place.sample) return { effects: [], place };
  return {
    effects: [
      { kind: 'place-changed', placeId: place.id, change: { ...change, sample } },
      audit('hours', `place ${place.id}`, JSON.stringify(place.hours), JSON.stringify(hours)),
    ],
    place: { ...place, hours, sample },
  };
}

export function answerPlace(scene: Scene, asked: AskedPlace, text: string): Turn {
  return ofPlace(scene, asked.place, (place) => {
    const read = placeChange(scene, place, asked.field, text);
    if ('problem' in read) return ask(scene, place, asked.field, scene.say(read.problem, read.args));
    return { ...afterField(scene, read.place, asked.field), effects: read.effects };
  });
}

/** Who has said where a sample is says when it is open. */
function afterField(scene: Scene, place: Place, field: PlaceField): Turn {
  const noted = scene.say('catalogue-saved');
  if (field === 'address' && place.sample) return ask(scene, place, 'hours', noted);
  return placeList(scene, noted);
}

export function skipPlaceStep(scene: Scene, asked: AskedPlace): Turn {
  return ofPlace(scene, asked.place, (place) => {
    if (asked.field !== 'hours') return placeSheet(scene, place);
    const { effects } = confirmed(place, {});
    return { ...placeList(scene), ...(effects.length > 0 ? { effects } : {}) };
  });
}

export const placesFlow: Flow<'places' | 'new-place' | 'place-kind' | 'edit-place' | 'place-field'> = {
  places: { turn: (scene) => adminOnly(scene, () => placeList(scene)) },
  'new-place': {
    turn: (scene, { product }) =>
      curatorOnly(scene, () => {
        const { asked } = scene.conversation;
        const found = byId(scene, product);
        const guided = asked?.what === 'product' && asked.guided && asked.product === found?.slug;
        return askNewPlace(scene, {
          what: 'new-place',
          product: found?.slug ?? null,
          guided,
          kind: null,
          name: null,
          address: null,
        });
      }),
  },
  'place-kind': {
    turn: (scene, { kind }) =>
      curatorOnly(scene, () => {
        const { asked } = scene.conversation;
        const begun: AskedNewPlace =
          asked?.what === 'new-place'
            ? asked
            : { what: 'new-place', product: null, guided: false, kind: null, name: null, address: null };
        return askNewPlace(scene, { ...begun, kind });
      }),
  },
  'edit-place': { turn: (scene, { place }) => ofPlace(scene, place, (found) => placeSheet(scene, found)) },
  'place-field': {
    turn: (scene, { place, field }) => ofPlace(scene, place, (found) => ask(scene, found, field)),
  },
};
