/** The outside form of reading a message: lines in, lines out. */
import * as z from 'zod';
import {
  DIALOGUE_STATES,
  type DialogueState,
  type Understanding,
  type UnderstoodItem,
} from './understanding.ts';

export interface ContractLine {
  readonly lang: string;
  readonly intent: string;
  readonly confidence: number;
  readonly items: readonly UnderstoodItem[];
  readonly attribute?: string;
}

/**
 * What is only taken out is named, and not wanted; what is named beside it without a number stays as it is ("the bag off,
 * just the chips"), if it is not given for it.
 */
export function wantedItems({
  intent,
  change,
  items,
  refused = [],
}: Understanding): readonly UnderstoodItem[] {
  if (change === 'remove') return [];
  const onlyTakesOut =
    intent === 'cancel_order' || (intent === 'change_order' && change !== 'set' && refused.length > 0);
  return onlyTakesOut ? items.filter(({ qty }) => qty !== null) : items;
}

/** Where the language does not show, the contract says Indonesian. */
export function toContract(understanding: Understanding): ContractLine {
  const { language, intent, confidence, attribute } = understanding;
  return {
    lang: language ?? 'id',
    intent,
    confidence,
    items: wantedItems(understanding),
    ...(attribute === undefined ? {} : { attribute }),
  };
}

const Line = z.object({
  text: z.string(),
  lang: z.string().nullish(),
  state: z.enum(DIALOGUE_STATES).nullish(),
});

/** One line of `{"text","lang"?,"state"?}`; throws where it is anything else. */
export function readLine(line: string): { text: string; state: DialogueState | undefined } {
  const { text, state } = Line.parse(JSON.parse(line));
  return { text, state: state ?? undefined };
}
