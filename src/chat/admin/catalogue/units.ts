/** The units that products come from: their names, and what they do, never who. */
import { type Unit, unitById } from '../../../shop/catalogue.ts';
import { doubtsIn, withoutDoubts } from '../../../shop/personal-data.ts';
import { type AskedOfCurator, UNIT_FIELDS, type UnitField } from '../../conversation.ts';
import { type Flow, reply, type Scene, type Turn } from '../../flow.ts';
import { choice, words } from '../../wording.ts';
import { audit, choosing, curatorOnly } from '../admin-only.ts';
import { newUnit } from './list.ts';
import {
  doubtLines,
  isProblem,
  languagesOf,
  MAX_NAME,
  MAX_NOTICE,
  nowLine,
  questionText,
  readLine,
  readParagraphs,
  withText,
} from './texts.ts';

type AskedUnit = Extract<AskedOfCurator, { what: 'unit' }>;

function unitList(scene: Scene, preface?: string): Turn {
  const { say } = scene;
  return choosing([preface, say('unit-list')].filter(Boolean).join('\n\n'), [
    ...scene.snapshot.units.map((unit) =>
      choice(say('unit-list-entry', { name: words(scene, unit.name), sample: unit.sample ? 'yes' : 'no' }), {
        do: 'edit-unit',
        unit: unit.id,
      }),
    ),
    choice(say('unit-button-new'), { do: 'new-unit' }),
    choice(say('admin-button-products'), { do: 'products' }),
  ]);
}

function ofUnit(scene: Scene, id: number, turn: (unit: Unit) => Turn): Turn {
  return curatorOnly(scene, () => {
    const unit = unitById(scene.snapshot, id);
    return unit ? turn(unit) : unitList(scene, scene.say('admin-gone'));
  });
}

function unitSheet(scene: Scene, unit: Unit, preface?: string): Turn {
  const { say } = scene;
  const text = say('unit-sheet', {
    name: words(scene, unit.name),
    about: words(scene, unit.about) || say('catalogue-none'),
  });
  return choosing([preface, text].filter(Boolean).join('\n\n'), [
    ...UNIT_FIELDS.map((field) =>
      choice(say('unit-field', { field }), { do: 'unit-field', unit: unit.id, field }),
    ),
    choice(say('catalogue-button-back'), { do: 'units' }),
  ]);
}

function place(
  scene: Scene,
  unit: Unit,
  field: UnitField,
): { of: 'name' | 'about'; language: string; known: string | undefined } {
  const { own, other } = languagesOf(scene);
  const of = field.startsWith('name') ? 'name' : 'about';
  const language = field.endsWith('-en') ? other : own;
  return { of, language, known: unit[of][language] };
}

function ask(scene: Scene, unit: Unit, field: UnitField, preface?: string): Turn {
  const { known } = place(scene, unit, field);
  const question = scene.say('unit-ask', {
    field,
    name: words(scene, unit.name),
  });
  const now = known === undefined ? null : nowLine(scene, known);
  return {
    ...reply(questionText(preface, null, question, now), {
      choices: [choice(scene.say('catalogue-button-keep'), { do: 'edit-unit', unit: unit.id })],
      inWords: true,
    }),
    conversation: { asked: { what: 'unit', unit: unit.id, field } },
  };
}

export function askUnitAgain(scene: Scene, asked: AskedUnit, preface?: string): Turn {
  return ofUnit(scene, asked.unit, (unit) => ask(scene, unit, asked.field, preface));
}

/** @param isFine whoever typed it has read the doubtful passages. */
export function answerUnit(scene: Scene, asked: AskedUnit, text: string, isFine = false): Turn {
  return ofUnit(scene, asked.unit, (unit) => {
    const { of, language, known } = place(scene, unit, asked.field);
    const read = of === 'name' ? readLine(text, MAX_NAME) : readParagraphs(text, MAX_NOTICE);
    if (isProblem(read)) return ask(scene, unit, asked.field, scene.say(read.problem, read.args));
    const doubts = doubtsIn(read.text);
    if (doubts.length > 0 && !isFine) {
      return {
        ...reply(scene.say('catalogue-doubts', { passages: doubtLines(scene, doubts) }), {
          choices: [
            choice(scene.say('catalogue-button-fine'), { do: 'keep-doubted' }),
            choice(scene.say('catalogue-button-rewrite'), {
              do: 'unit-field',
              unit: unit.id,
              field: asked.field,
            }),
          ],
        }),
        conversation: { asked: { ...asked, doubted: text } },
      };
    }
    const texts = withText(unit[of], language, read.text);
    const subject = `unit ${unit.id}`;
    const fine = doubts.map(({ kind }) => kind).join(', ');
    return {
      ...unitSheet(
        scene,
        { ...unit, [of]: texts },
        scene.say('catalogue-noted', {
          what: scene.say('unit-field', { field: asked.field }),
          value: read.text,
        }),
      ),
      effects: [
        { kind: 'unit-changed', unitId: unit.id, change: { [of]: texts } },
        ...(doubts.length > 0 ? [audit('doubts-fine', subject, null, `${asked.field}: ${fine}`)] : []),
        audit(`unit ${asked.field}`, subject, withoutDoubts(known ?? null), withoutDoubts(read.text)),
      ],
    };
  });
}

export function askNewUnit(scene: Scene, preface?: string): Turn {
  const question = scene.say('product-new', { step: 'unit', naming: 'yes' });
  return {
    ...reply([preface, question].filter(Boolean).join('\n\n'), {
      choices: [choice(scene.say('catalogue-button-back'), { do: 'units' })],
      inWords: true,
    }),
    conversation: { asked: { what: 'new-unit' } },
  };
}

export function answerNewUnit(scene: Scene, text: string): Turn {
  const read = readLine(text, MAX_NAME);
  if (isProblem(read)) return askNewUnit(scene, scene.say(read.problem, read.args));
  const isThere = scene.snapshot.units.some(
    ({ name }) => words(scene, name).toLowerCase() === read.text.toLowerCase(),
  );
  if (isThere) return askNewUnit(scene, scene.say('catalogue-name-taken', { name: read.text }));
  return {
    ...unitList(scene, scene.say('unit-added', { name: read.text })),
    effects: newUnit(scene, read.text).effects,
  };
}

export const unitsFlow: Flow<'units' | 'new-unit' | 'edit-unit' | 'unit-field'> = {
  units: { turn: (scene) => curatorOnly(scene, () => unitList(scene)) },
  'new-unit': { turn: (scene) => curatorOnly(scene, () => askNewUnit(scene)) },
  'edit-unit': { turn: (scene, { unit }) => ofUnit(scene, unit, (found) => unitSheet(scene, found)) },
  'unit-field': {
    turn: (scene, { unit, field }) => ofUnit(scene, unit, (found) => ask(scene, found, field)),
  },
};
