/** The ways from a shelf label into the shop. */

/** `page`: the product's page was opened; the others: the road that was taken to talk about the product. */
export const ROADS = ['page', 'whatsapp', 'telegram', 'web'] as const;
export type Road = (typeof ROADS)[number];

/** One more of these. */
export interface Scan {
  /** `YYYY-MM-DD` in the stand's time zone. */
  readonly day: string;
  readonly productId: number;
  readonly road: Road;
}
