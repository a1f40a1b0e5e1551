/** What the catalogue does not know is asked of the unit's staff; for what concerns the stand, of its keepers. */
import { type Product, productById, type Snapshot } from '../../shop/catalogue.ts';
import type { Effect } from '../../shop/effects.ts';
import { MAX_OPEN_QUESTIONS, type QuestionSubject } from '../../shop/talks.ts';
import type { Needs, RoleRecipient } from '../facts.ts';
import { type Flow, reply, type Scene, type Turn } from '../flow.ts';
import type { Choice } from '../message.ts';
import { onePerChat, unitRecipients } from '../staff/part-card.ts';
import { fillTemplate } from '../templates.ts';
import { choice, unitName, type Wording, wordingFor, words } from '../wording.ts';
import { thenOpenQuestion } from './open-question.ts';

/** Of the visitor's own words, what goes along with the question. */
const MAX_WORDS = 300;

/** The choice to have it asked. */
export function askStaffChoice(scene: Scene, product: Product | null, subject: QuestionSubject): Choice {
  const about = scene.say('question-subject', { subject });
  return choice(scene.say('button-ask-staff', { about }), {
    do: 'ask-staff',
    product: product?.id ?? 0,
    subject,
  });
}

/** "halal Keripik tempe", "cara bayar". */
export function questionText(
  wording: Wording,
  { productId, subject }: { readonly productId: number | null; readonly subject: QuestionSubject },
): string {
  const product = productId === null ? undefined : productById(wording.snapshot, productId);
  const name = product ? words(wording, product.name) : 'none';
  return wording.say('question-about', { name, about: wording.say('question-subject', { subject }) });
}

function needs({ product }: { product: number }, _view: unknown, snapshot: Snapshot): Needs {
  const unit = productById(snapshot, product)?.unitId;
  return {
    questions: 'own',
    recipients: { units: unit === undefined ? [] : [unit], roles: ['keeper', 'admin'] },
  };
}

/** Whoever can know it: the unit's staff, or else those at the stand. */
export function whoAnswers(recipients: readonly RoleRecipient[], unitId: number | null): RoleRecipient[] {
  if (unitId !== null) return unitRecipients(recipients, unitId);
  const keepers = recipients.filter(({ role }) => role === 'keeper');
  return onePerChat(keepers.length > 0 ? keepers : recipients);
}

interface Question {
  readonly publicId: string;
  readonly number: number;
  readonly productId: number | null;
  readonly subject: QuestionSubject;
}

function notice(scene: Scene, question: Question, to: RoleRecipient): Effect {
  const wording = wordingFor(scene, to.language);
  const { publicId, number } = question;
  const about = questionText(wording, question);
  const words = scene.conversation.unanswered?.slice(0, MAX_WORDS);
  const answer = { do: 'answer-question', question: publicId, number } as const;
  return {
    kind: 'notice',
    key: `question ${publicId} ${to.chatId}`,
    to,
    about: publicId,
    message: {
      text: wording.say('staff-question', { number, about, words: words ?? 'none' }),
      choices: [choice(wording.say('staff-button-answer'), answer)],
      template: fillTemplate(
        'staff-question',
        wording.language,
        { number: String(number), about, words: words ?? wording.say('template-no-words') },
        { answer },
      ),
    },
  };
}

function ask(scene: Scene, product: Product | null, subject: QuestionSubject): Turn {
  const waiting = scene.facts.questions;
  const productId = product?.id ?? null;
  if (waiting.some((each) => each.productId === productId && each.subject === subject))
    return reply(scene.say('question-waits'));
  if (waiting.length >= MAX_OPEN_QUESTIONS) return reply(scene.say('question-too-many'));
  const recipients = whoAnswers(scene.facts.recipients, product?.unitId ?? null);
  if (recipients.length === 0) return reply(scene.say('question-nobody'));
  const question = {
    publicId: scene.ids.opaque(),
    number: scene.facts.nextQuestion,
    productId,
    subject,
  };
  return {
    ...reply(scene.say('question-sent', { unit: product ? unitName(scene, product.unitId) : 'none' })),
    effects: [
      { kind: 'question', ...question, unitId: product?.unitId ?? null },
      ...recipients.map((to) => notice(scene, question, to)),
    ],
  };
}

export const askStaff: Flow<'ask-staff'> = {
  'ask-staff': {
    needs,
    turn: (scene, { product, subject }) => {
      const found = productById(scene.snapshot, product);
      if (product !== 0 && !found) return reply(scene.say('product-gone-sorry'));
      return thenOpenQuestion(scene, ask(scene, found ?? null, subject));
    },
  },
};
