/** Words that answer the open question, handed to the flow that asked it. */

import type { Snapshot } from '../shop/catalogue.ts';
import { variantById } from '../shop/catalogue.ts';
import { adminAnswerNeeds, answerAdmin } from './admin/answers.ts';
import type { Asked } from './conversation.ts';
import type { Needs, View } from './facts.ts';
import type { Flow, Meaning, Scene, Turn } from './flow.ts';
import { answerKeeper, keeperAnswerNeeds } from './keeper/answers.ts';
import { answerStaff, staffAnswerNeeds } from './staff/answers.ts';
import type { Understanding } from './understand/understanding.ts';
import { answerCheckOut, askOnceMore } from './visitor/check-out.ts';
import { productNeeds } from './visitor/fill-cart.ts';
import { sayNeeds, sayTurn } from './visitor/hear.ts';
import { inOneReply } from './visitor/one-reply.ts';
import { answerQuantity } from './visitor/order-in-words.ts';
import { notUnderstood } from './visitor/small-talk.ts';

function needs({ asked, also = [] }: Answer, view: View, snapshot: Snapshot): Needs {
  const beside = also.length > 0 ? sayNeeds(also, view, snapshot) : {};
  if (asked.what === 'quantity') {
    const product = variantById(snapshot, asked.variant)?.product;
    const own = product ? productNeeds(snapshot, [product.id]) : {};
    return { ...beside, ...own, stock: [...(beside.stock ?? []), ...(own.stock ?? [])] };
  }
  return {
    ...beside,
    ...staffAnswerNeeds(asked),
    ...keeperAnswerNeeds(asked, snapshot),
    ...adminAnswerNeeds(asked, snapshot),
  };
}

type Answer = Extract<Meaning, { do: 'answer' }>;

function answer(scene: Scene, asked: Asked, text: string, understood: Understanding): Turn | null {
  if (asked.what === 'quantity') return answerQuantity(scene, asked.variant, understood);
  return (
    answerCheckOut(scene, asked, text) ??
    answerStaff(scene, asked, text, understood) ??
    answerKeeper(scene, asked, text) ??
    answerAdmin(scene, asked, text)
  );
}

/** An answer that could not be read: the question once more. */
function askAgain(scene: Scene, asked: Asked): Turn {
  const again = askOnceMore(scene, asked);
  if (!again) return notUnderstood(scene);
  const [first, ...rest] = again.replies;
  if (!first) return again;
  return {
    ...again,
    replies: [{ ...first, text: `${scene.say('answer-unclear')}\n\n${first.text}` }, ...rest],
  };
}

export const answers: Flow<'answer'> = {
  answer: {
    needs,
    turn: (scene, { asked, text, understood, also = [] }) =>
      inOneReply([
        ...also.map((each) => sayTurn(scene, each, text)),
        answer(scene, asked, text, understood) ?? askAgain(scene, asked),
      ]),
  },
};
