/** Typed answers to what a keeper was asked. */
import type { Snapshot } from '../../shop/catalogue.ts';
import type { Asked } from '../conversation.ts';
import type { Needs } from '../facts.ts';
import type { Scene, Turn } from '../flow.ts';
import { answerDraft, counterNeeds, keeperOnly } from './counter.ts';
import { answerLevel } from './stock-list.ts';
import { answerCount, stockTakeNeeds } from './stock-take.ts';

export function keeperAnswerNeeds(asked: Asked, snapshot: Snapshot): Needs {
  switch (asked.what) {
    case 'counter':
      return { ...counterNeeds(snapshot), entry: asked.draft.id };
    case 'low-level':
      return counterNeeds(snapshot);
    case 'count':
      return stockTakeNeeds(snapshot);
    default:
      return {};
  }
}

/** The turn that takes the words as the answer; null where the question is none of these. */
export function answerKeeper(scene: Scene, asked: Asked, text: string): Turn | null {
  switch (asked.what) {
    case 'counter':
      return keeperOnly(scene, () => answerDraft(scene, asked.draft, text));
    case 'low-level':
      return keeperOnly(scene, () => answerLevel(scene, asked.variant, text));
    case 'count':
      return keeperOnly(scene, () => answerCount(scene, asked.variant, text));
    default:
      return null;
  }
}
