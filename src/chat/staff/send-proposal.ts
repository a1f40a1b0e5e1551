/** Something else than was ordered, for its visitor to decide on. */
import { addDays, endOfDay, wallClock } from '../../shop/calendar.ts';
import type { Effect } from '../../shop/effects.ts';
import type { Fulfilment } from '../../shop/fulfilment.ts';
import type { OrderView } from '../facts.ts';
import type { Scene, Turn } from '../flow.ts';
import { dayText } from '../wording.ts';
import { stepTurn } from './part-work.ts';
import { tellProposed } from './tell.ts';

const VALID_DAYS = 3;

export interface Proposal {
  /** Of the line with this variant so many; of all others as many as now. */
  readonly fewer?: { readonly variantId: number; readonly qty: number };
  readonly day?: string;
}

export function sendProposal(
  scene: Scene,
  order: OrderView,
  part: Fulfilment,
  { fewer, day }: Proposal,
): Turn {
  const { timeZone } = scene.snapshot.stand;
  const validDay = addDays(wallClock(scene.now, timeZone).day, VALID_DAYS);
  const agreed = fewer ? [fewer] : [];
  return stepTurn(scene, order, part, {
    to: 'quoted',
    change: {
      ...(day === undefined ? {} : { readyDay: day }),
      quoteValidUntil: endOfDay(validDay, timeZone),
    },
    agreed,
    did: scene.say('staff-did-propose', { code: order.code, until: dayText(scene, validDay) }),
    effects: (after) => [...missing(part, agreed), tellProposed(scene, order, after)],
  });
}

/** What does not lie on the shelf is promised to nobody any more, and is counted off. */
function missing(part: Fulfilment, agreed: readonly { variantId: number; qty: number }[]): Effect[] {
  if (!part.fromStock) return [];
  return agreed.flatMap(({ variantId, qty }): Effect[] => {
    const less = qty - (part.lines.find((line) => line.variantId === variantId)?.qty ?? qty);
    if (less === 0) return [];
    return [
      { kind: 'allocate', variantId, qty: less },
      { kind: 'movement', variantId, movement: 'correction', qty: less, orderId: part.orderId },
    ];
  });
}
