/** Which open questions are about products, units, places and the stand itself. */
import type { Asked, AskedOfCurator } from '../../conversation.ts';

const OURS: readonly Asked['what'][] = [
  'new-product',
  'product',
  'variant',
  'new-unit',
  'unit',
  'new-place',
  'place',
  'stand',
];

export function asksOfCurator(asked: Asked | null): asked is AskedOfCurator {
  return asked !== null && OURS.includes(asked.what);
}
