/** What a deadline of a question to the staff does and says. */
import type { Deadline, Told } from '../../shop/deadlines.ts';
import type { OwnEffect } from '../../shop/effects.ts';
import type { QuestionView, RoleRecipient } from '../facts.ts';
import { noticesInGroups } from '../staff/group.ts';
import { onePerChat } from '../staff/part-card.ts';
import { fillTemplate } from '../templates.ts';
import { questionText, whoAnswers } from '../visitor/ask-staff.ts';
import { choice, type Desk, unitName, wordingFor } from '../wording.ts';

export interface DueQuestion {
  readonly question: QuestionView;
  readonly told: Told | null;
  readonly deadline: Deadline;
  readonly recipients: readonly RoleRecipient[];
}

type Notice = Extract<OwnEffect, { kind: 'notice' }>;

export function meetQuestionDeadline(desk: Desk, due: DueQuestion): { key: string; effects: OwnEffect[] } {
  const { question, told: before, recipients } = due;
  const told: Told = due.deadline.deed === 'remind' ? 'remind' : 'escalate';
  const those = whoAnswers(recipients, question.unitId);
  const admins = recipients.filter(({ role }) => role === 'admin');
  const effects: OwnEffect[] = [
    { kind: 'question-told', question, before, told },
    ...(told === 'remind'
      ? those.map((to) => askAgain(desk, question, to, told))
      : [
          ...onePerChat([...admins, ...(before === null ? those : [])]).map((to) =>
            askAgain(desk, question, to, told),
          ),
          late(desk, question),
        ]),
  ];
  return { key: `deadline question ${question.publicId} ${told}`, effects: noticesInGroups(effects) };
}

function askAgain(desk: Desk, question: QuestionView, to: RoleRecipient, told: Told): Notice {
  const wording = wordingFor(desk, to.language);
  const { publicId, number, unitId } = question;
  const about = questionText(wording, question);
  const answer = { do: 'answer-question', question: publicId, number } as const;
  const from = unitId === null ? 'none' : unitName(wording, unitId);
  return {
    kind: 'notice',
    key: `question ${publicId} ${told} ${to.chatId}`,
    to,
    about: publicId,
    message: {
      text: wording.say('staff-question-waits', { number, about, from, told }),
      choices: [choice(wording.say('staff-button-answer'), answer)],
      template: fillTemplate(
        'staff-question',
        wording.language,
        { number: String(number), about, words: wording.say('template-question-waits') },
        { answer },
      ),
    },
  };
}

/** A page hears it when it is open; WhatsApp has no form for it, and carries it to those who wrote today. */
function late(desk: Desk, question: QuestionView): Notice {
  const wording = wordingFor(desk, question.visitor.language);
  return {
    kind: 'notice',
    key: `question ${question.publicId} late`,
    to: question.visitor,
    about: null,
    message: { text: wording.say('question-late', { about: questionText(wording, question) }) },
  };
}
