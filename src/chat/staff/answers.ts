/** Typed answers to what the unit's staff were asked. */
import type { Asked } from '../conversation.ts';
import type { Needs } from '../facts.ts';
import type { Scene, Turn } from '../flow.ts';
import type { Understanding } from '../understand/understanding.ts';
import { answerReadyDay, answerRejectNote } from './answer-part.ts';
import { answerQuestion, questionNeeds } from './answer-question.ts';
import { partNeeds } from './part-work.ts';
import { answerProposal, answerProposalDay } from './propose-part.ts';
import { answerQuoteAmount, answerQuoteDay, answerQuoteValid } from './quote-part.ts';

export function staffAnswerNeeds(asked: Asked): Needs {
  switch (asked.what) {
    case 'ready-day':
    case 'proposal':
    case 'proposal-day':
    case 'reject-note':
    case 'quote-amount':
    case 'quote-day':
    case 'quote-valid':
      return partNeeds(asked);
    case 'answer':
      return questionNeeds(asked);
    default:
      return {};
  }
}

/** The turn that takes the words as the answer; null where the question is none of these. */
export function answerStaff(
  scene: Scene,
  asked: Asked,
  text: string,
  understood: Understanding,
): Turn | null {
  switch (asked.what) {
    case 'ready-day':
      return answerReadyDay(scene, asked.part, text);
    case 'answer':
      return answerQuestion(scene, text, understood);
    case 'reject-note':
      return answerRejectNote(scene, asked, text);
    case 'proposal':
      return answerProposal(scene, asked, text);
    case 'proposal-day':
      return answerProposalDay(scene, asked, text);
    case 'quote-amount':
      return answerQuoteAmount(scene, asked.part, text);
    case 'quote-day':
      return answerQuoteDay(scene, asked.part, asked.amount, text);
    case 'quote-valid':
      return answerQuoteValid(scene, asked.part, { amount: asked.amount, day: asked.day }, text);
    default:
      return null;
  }
}
