/** "Gerai kita": what the stand says of itself. What the sample stand says goes as the office's own takes its place. */
import { type Place, placeById, type Stand } from '../../../shop/catalogue.ts';
import { type StandChange, saysSample } from '../../../shop/catalogue-changes.ts';
import type { Effect } from '../../../shop/effects.ts';
import { type AskedOfCurator, STAND_FIELDS, type StandField } from '../../conversation.ts';
import { type Flow, reply, type Scene, type Turn } from '../../flow.ts';
import { choice } from '../../wording.ts';
import { adminOnly, audit, choosing } from '../admin-only.ts';
import { UNKNOWN } from '../change-price.ts';
import { confirmed, placeChange, placeValue } from './places.ts';
import { hasSamples } from './samples.ts';
import {
  isProblem,
  languagesOf,
  MAX_ADDRESS,
  MAX_NAME,
  MAX_NOTICE,
  nowLine,
  type Problem,
  questionText,
  readLine,
  readParagraphs,
} from './texts.ts';

type AskedStand = Extract<AskedOfCurator, { what: 'stand' }>;

/** IANA names of Indonesia's three. */
const ZONES = { wib: 'Asia/Jakarta', wita: 'Asia/Makassar', wit: 'Asia/Jayapura' } as const;
type Zone = keyof typeof ZONES;

const TEXTS = {
  name: 'name',
  payment: 'payment',
  delivery: 'delivery',
  'data-keeper': 'dataKeeper',
} as const;

/** What a field is of, and in which language. */
function partOf(scene: Scene, field: StandField): { base: string; language: string; isOther: boolean } {
  const { own, other } = languagesOf(scene);
  const isOther = field.endsWith('-en');
  return { base: field.replace(/-en$/, ''), language: isOther ? other : own, isOther };
}

function standPlace({ snapshot }: Scene): Place | undefined {
  return placeById(snapshot, snapshot.stand.placeId);
}

function valueNow(scene: Scene, field: StandField): string {
  const { say, snapshot } = scene;
  const { base, language } = partOf(scene, field);
  const place = standPlace(scene);
  const none = say('catalogue-none');
  if (base === 'time-zone') {
    const zone = Object.entries(ZONES).find(([, name]) => name === snapshot.stand.timeZone)?.[0];
    return zone ? say('stand-zone', { zone }) : snapshot.stand.timeZone;
  }
  if (base === 'hours') return place ? placeValue(scene, place, 'hours') : none;
  if (base === 'address') return place?.address[language] ?? none;
  const of = TEXTS[base as keyof typeof TEXTS];
  return snapshot.stand[of]?.[language] ?? none;
}

function standSheet(scene: Scene, preface?: string): Turn {
  const { say } = scene;
  const own = STAND_FIELDS.filter((field) => !field.endsWith('-en'));
  const lines = own.map((field) => say('stand-sheet-line', { field, value: valueNow(scene, field) }));
  const text = [
    ...(preface ? [preface, ''] : []),
    say('stand-sheet-head', {
      sample: scene.snapshot.stand.sample || standPlace(scene)?.sample ? 'yes' : 'no',
    }),
    ...lines,
  ];
  return choosing(text.join('\n'), [
    choice(say('stand-button-guide'), { do: 'guide-stand' }),
    ...own.map((field) => choice(say('stand-field', { field }), { do: 'stand-field', field })),
    choice(say('stand-button-places'), { do: 'places' }),
    choice(say('admin-button-units'), { do: 'units' }),
    ...(hasSamples(scene.snapshot) ? [choice(say('samples-button'), { do: 'ask-remove-samples' })] : []),
    choice(say('admin-button-menu'), { do: 'admin-menu' }),
  ]);
}

function ask(scene: Scene, field: StandField, guided: boolean, preface?: string): Turn {
  const { say } = scene;
  const at = STAND_FIELDS.indexOf(field);
  const mark = guided ? say('catalogue-step', { step: at + 1, steps: STAND_FIELDS.length }) : null;
  const value = valueNow(scene, field);
  const question = say('stand-ask', { field, value });
  const now = field === 'hours' ? null : nowLine(scene, value);
  const isThere = field === 'hours' || now !== null;
  const zones = field === 'time-zone' ? (Object.keys(ZONES) as Zone[]) : [];
  return {
    ...reply(questionText(preface, mark, question, now), {
      choices: [
        ...zones.map((zone) => choice(say('stand-zone', { zone }), { do: 'stand-zone', zone })),
        isThere
          ? choice(say('catalogue-button-right'), { do: 'step-skip' })
          : choice(say('catalogue-button-skip', { field, guided: 'yes' }), { do: 'step-skip' }),
        ...(guided && at > 0 ? [choice(say('catalogue-button-back'), { do: 'step-back' })] : []),
        choice(say('catalogue-button-leave'), { do: 'step-leave' }),
      ],
      ...(zones.length === 0 ? { inWords: true } : {}),
    }),
    conversation: { asked: { what: 'stand', field, guided } },
  };
}

export function askStandAgain(scene: Scene, { field, guided }: AskedStand, preface?: string): Turn {
  return adminOnly(scene, () => ask(scene, field, guided, preface));
}

function next(scene: Scene, { field, guided }: AskedStand, preface?: string): Turn {
  const following = STAND_FIELDS.slice(STAND_FIELDS.indexOf(field) + 1).find((each) => isAsked(scene, each));
  // The other language follows its text, and the hours a new address.
  const goesOn =
    guided || following === `${field}-en` || (field === 'address-en' && standPlace(scene)?.sample);
  return following && goesOn ? ask(scene, following, guided, preface) : standSheet(scene, preface);
}

/** What is not known is not known in the other language either. */
function isAsked(scene: Scene, field: StandField): boolean {
  const { stand } = scene.snapshot;
  if (field === 'payment-en') return stand.payment !== null;
  return field === 'delivery-en' ? stand.delivery !== null : true;
}

export function skipStandStep(scene: Scene, asked: AskedStand): Turn {
  return adminOnly(scene, () => {
    const place = standPlace(scene);
    if (asked.field !== 'hours' || !place) return next(scene, asked);
    const { effects } = confirmed(place, {});
    return { ...next(scene, asked), ...(effects.length > 0 ? { effects } : {}) };
  });
}

export function stepBackInStand(scene: Scene, { field, guided }: AskedStand): Turn {
  return adminOnly(scene, () => {
    const before = STAND_FIELDS[STAND_FIELDS.indexOf(field) - 1];
    return before && guided ? ask(scene, before, guided) : standSheet(scene);
  });
}

/* ── answers ── */

interface StandRead {
  readonly effects: readonly Effect[];
  /** As the next question and the sheet are to show it. */
  readonly scene: Scene;
}

export function answerStand(scene: Scene, asked: AskedStand, text: string): Turn {
  return adminOnly(scene, () => {
    const read = readStand(scene, asked.field, text);
    if (isProblem(read)) return ask(scene, asked.field, asked.guided, scene.say(read.problem, read.args));
    const noted = read.effects.length > 0 ? scene.say('catalogue-saved') : scene.say('catalogue-unchanged');
    return { ...next(read.scene, asked, noted), effects: read.effects };
  });
}

function readStand(scene: Scene, field: StandField, text: string): StandRead | Problem {
  const { base, language, isOther } = partOf(scene, field);
  const place = standPlace(scene);
  if (base === 'time-zone') return { problem: 'catalogue-choose' };
  if ((base === 'hours' || (base === 'address' && !isOther)) && place) {
    const read = placeChange(scene, place, base, text);
    return 'problem' in read ? read : { effects: read.effects, scene: withPlace(scene, read.place) };
  }
  if (base === 'address' && place) {
    const read = readLine(text, MAX_ADDRESS);
    if (isProblem(read)) return read;
    const address = { ...place.address, [language]: read.text };
    return {
      effects: [
        { kind: 'place-changed', placeId: place.id, change: { address } },
        audit('place address', `place ${place.id}`, place.address[language] ?? null, read.text),
      ],
      scene: withPlace(scene, { ...place, address }),
    };
  }
  return readText(scene, base as keyof typeof TEXTS, language, isOther, text);
}

/** A new text in the stand's own language leaves no old one beside it in the other. */
function readText(
  scene: Scene,
  base: keyof typeof TEXTS,
  language: string,
  isOther: boolean,
  text: string,
): StandRead | Problem {
  const { stand } = scene.snapshot;
  const of = TEXTS[base];
  const known = stand[of];
  const isUnknown = UNKNOWN.test(text.trim()) && (base === 'payment' || base === 'delivery');
  const read = base === 'name' ? readLine(text, MAX_NAME) : readParagraphs(text, MAX_NOTICE);
  if (!isUnknown && isProblem(read)) return read;
  const said = isUnknown || isProblem(read) ? null : read.text;
  if ((known?.[language] ?? null) === said) return { effects: [], scene };
  const texts = said === null ? null : isOther ? { ...known, [language]: said } : { [language]: said };
  const after: Stand = { ...stand, [of]: texts };
  const sample = stand.sample && (saysSample(after.name) || saysSample(after.dataKeeper));
  const change: StandChange = { [of]: texts, ...(sample === stand.sample ? {} : { sample }) };
  return {
    effects: [
      { kind: 'stand-changed', standId: stand.id, change },
      audit(`stand ${base}`, `stand ${stand.id}`, known?.[language] ?? null, said),
    ],
    scene: { ...scene, snapshot: { ...scene.snapshot, stand: { ...after, sample } } },
  };
}

function withPlace(scene: Scene, place: Place): Scene {
  const places = scene.snapshot.places.map((each) => (each.id === place.id ? place : each));
  return { ...scene, snapshot: { ...scene.snapshot, places } };
}

function setZone(scene: Scene, zone: Zone): Turn {
  const { stand } = scene.snapshot;
  const timeZone = ZONES[zone];
  const said = scene.say('stand-zone-set', { zone });
  const after = { ...scene, snapshot: { ...scene.snapshot, stand: { ...stand, timeZone } } };
  if (stand.timeZone === timeZone) return standSheet(scene, scene.say('catalogue-unchanged'));
  return {
    ...standSheet(after, said),
    effects: [
      { kind: 'stand-changed', standId: stand.id, change: { timeZone } },
      audit('stand time-zone', `stand ${stand.id}`, stand.timeZone, timeZone),
    ],
  };
}

export function leaveStand(scene: Scene): Turn {
  return adminOnly(scene, () => standSheet(scene));
}

export const ourStandFlow: Flow<'our-stand' | 'guide-stand' | 'stand-field' | 'stand-zone'> = {
  'our-stand': { turn: (scene) => adminOnly(scene, () => standSheet(scene)) },
  'guide-stand': { turn: (scene) => adminOnly(scene, () => ask(scene, STAND_FIELDS[0], true)) },
  'stand-field': { turn: (scene, { field }) => adminOnly(scene, () => ask(scene, field, false)) },
  'stand-zone': { turn: (scene, { zone }) => adminOnly(scene, () => setZone(scene, zone)) },
};
