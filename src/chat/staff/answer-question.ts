/** A visitor's question, answered in place; the answer can be kept, so that the next visitor has it at once. */

import { wallClock } from '../../shop/calendar.ts';
import { ATTRIBUTES, type Attribute, productById } from '../../shop/catalogue.ts';
import type { Effect } from '../../shop/effects.ts';
import type { RoleGrant } from '../../shop/roles.ts';
import { KEPT_DAYS } from '../../shop/talks.ts';
import type { Needs, QuestionView } from '../facts.ts';
import { type Flow, reply, type Scene, type Turn } from '../flow.ts';
import { fillTemplate } from '../templates.ts';
import { isNeverMind } from '../understand/never-mind.ts';
import type { Understanding } from '../understand/understanding.ts';
import { questionText } from '../visitor/ask-staff.ts';
import { choice, dayText, inItsLanguage, unitName, wordingFor } from '../wording.ts';
import { MAX_NOTE_LENGTH } from './answer-part.ts';
import { notYours, whenText } from './part-work.ts';

const DAY_MS = 24 * 3_600_000;

export const questionNeeds = ({ question }: { question: string }): Needs => ({
  questions: { publicId: question },
});

/** The grant by which somebody may answer: of the unit's staff, or of the stand. */
function grantFor(roles: readonly RoleGrant[], question: QuestionView): RoleGrant | undefined {
  return roles.find(
    ({ role, unitId }) =>
      role === 'keeper' || role === 'admin' || (role === 'staff' && unitId === question.unitId),
  );
}

function aboutQuestion(scene: Scene, turn: (question: QuestionView, grant: RoleGrant) => Turn): Turn {
  const [question] = scene.facts.questions;
  const grant = question && grantFor(scene.view.roles, question);
  return question && grant ? turn(question, grant) : notYours(scene);
}

/** The same, while nobody has answered; afterwards it is told who has. */
function whileItIsOpen(scene: Scene, turn: (question: QuestionView, grant: RoleGrant) => Turn): Turn {
  return aboutQuestion(scene, (question, grant) => {
    if (question.open) return turn(question, grant);
    const when = question.answeredAt === null ? '' : whenText(scene, question.answeredAt);
    const who = question.answeredBy ?? '';
    const text = scene.say('staff-question-answered', { who, when, answer: question.answer ?? '' });
    return { ...reply(text), conversation: { asked: null } };
  });
}

function askAnswer(scene: Scene, question: QuestionView, preface?: string): Turn {
  const about = questionText(scene, question);
  const text = scene.say('staff-ask-answer', { about, max: MAX_NOTE_LENGTH });
  return {
    ...reply([preface, text].filter(Boolean).join('\n\n')),
    conversation: { asked: { what: 'answer', question: question.publicId } },
  };
}

/** Words for the visitor, and then whether to keep them. */
export function answerQuestion(scene: Scene, text: string, understood: Understanding): Turn {
  return whileItIsOpen(scene, (question) => {
    const answer = text.replaceAll(/\s+/g, ' ').trim();
    if (isNeverMind(answer)) return { ...reply(scene.say('all-right')), conversation: { asked: null } };
    if (!/[\p{L}\p{N}]/u.test(answer)) return askAnswer(scene, question, scene.say('staff-answer-unclear'));
    if (answer.length > MAX_NOTE_LENGTH) return askAnswer(scene, question, scene.say('staff-note-too-long'));
    const written = scene.copy.languages.find((each) => each === understood.language) ?? scene.language;
    return {
      ...didAnswer(scene, question),
      effects: [
        { kind: 'answer', question, text: answer, language: written },
        tellVisitor(scene, question, answer, written),
      ],
      conversation: { asked: null },
    };
  });
}

function didAnswer(scene: Scene, question: QuestionView): Turn {
  const choices = keepChoices(scene, question);
  return choices.length > 0
    ? reply(scene.say('staff-did-answer'), { choices })
    : reply(scene.say('staff-did-answer-only'));
}

function tellVisitor(scene: Scene, question: QuestionView, answer: string, written: string): Effect {
  const wording = wordingFor(scene, question.visitor.language);
  const said = {
    about: questionText(wording, question),
    answer: inItsLanguage(wording, answer, written),
  };
  const from = question.unitId === null ? 'none' : unitName(wording, question.unitId);
  return {
    kind: 'notice',
    key: `question ${question.publicId} answer`,
    to: question.visitor,
    about: null,
    message: {
      text: wording.say('question-answered', { ...said, from }),
      template: fillTemplate('answered', wording.language, said, {}),
    },
  };
}

/** What the catalogue has a place for can be kept there. */
function factOf({ productId, subject }: QuestionView): { productId: number; attribute: Attribute } | null {
  const attribute = ATTRIBUTES.find((each) => each === subject);
  return productId !== null && attribute ? { productId, attribute } : null;
}

function keepChoices(scene: Scene, question: QuestionView) {
  if (!factOf(question)) return [];
  return KEPT_DAYS.map((days) =>
    choice(scene.say('staff-button-keep', { days }), {
      do: 'keep-answer',
      question: question.publicId,
      days,
    }),
  );
}

function keep(scene: Scene, question: QuestionView, grant: RoleGrant, days: number): Turn {
  const fact = factOf(question);
  const product = fact && productById(scene.snapshot, fact.productId);
  if (!fact || !product || question.answer === null || !KEPT_DAYS.some((each) => each === days))
    return reply(scene.say('old-button'));
  const validUntil = days === 0 ? null : scene.now + days * DAY_MS;
  const value = { [question.answerLanguage ?? scene.language]: question.answer };
  const before = product.facts.find(({ attribute }) => attribute === fact.attribute)?.value ?? null;
  const until =
    validUntil === null ? 'none' : dayText(scene, wallClock(validUntil, scene.snapshot.stand.timeZone).day);
  return {
    ...reply(scene.say('staff-did-keep', { about: questionText(scene, question), until })),
    effects: [
      { kind: 'fact', ...fact, value, confirmedBy: grant.name, validUntil },
      {
        kind: 'audit',
        what: 'fact',
        subject: `product ${fact.productId} ${fact.attribute}`,
        before: before && JSON.stringify(before),
        after: JSON.stringify(value),
      },
    ],
  };
}

export const answerQuestionFlow: Flow<'answer-question' | 'answer-this' | 'keep-answer'> = {
  'answer-question': {
    needs: questionNeeds,
    turn: (scene) => whileItIsOpen(scene, (question) => askAnswer(scene, question)),
  },
  'answer-this': {
    needs: questionNeeds,
    turn: (scene, { text, understood }) => answerQuestion(scene, text, understood),
  },
  'keep-answer': {
    needs: questionNeeds,
    turn: (scene, { days }) => aboutQuestion(scene, (question, grant) => keep(scene, question, grant, days)),
  },
};
