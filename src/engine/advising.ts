/** What a language model says to a question, where the office has one. Only what was checked comes out of here. */
import type { Advice, AdviceWish } from '../chat/advice/advice.ts';
import { adviceQuestion } from '../chat/advice/known.ts';
import { usableAdvice } from '../chat/advice/usable.ts';
import { type StepInput, settleLanguage } from '../chat/step.ts';
import type { EngineDeps } from './engine.ts';

type Where = Pick<StepInput, 'inbound' | 'reading' | 'view' | 'snapshot'>;

/** null: there is no model, it has no answer, or none that may be shown. */
export async function adviceOn(deps: EngineDeps, wish: AdviceWish, where: Where): Promise<string | null> {
  if (!deps.advise) return null;
  const { copy, now } = deps;
  const language = settleLanguage({ ...where, copy });
  const wording = { snapshot: where.snapshot, say: copy.in(language), language, now: now() };
  const question = adviceQuestion(wording, wish, where.view.person.name);
  const said = await deps.advise(question);
  if (said === null || said.answer === null) return null;
  const advice = usableAdvice(question, said);
  if ('text' in advice) return advice.text;
  deps.onUnusable?.(advice.unusable);
  return null;
}

/** However often an event is decided, nobody waits twice. What was said is checked each time. */
export function askingOnce(deps: EngineDeps): EngineDeps {
  const { advise } = deps;
  if (!advise) return deps;
  let said: Promise<Advice | null> | null = null;
  return {
    ...deps,
    advise: (question) => {
      said ??= advise(question);
      return said;
    },
  };
}
