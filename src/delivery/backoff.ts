/** How long to wait before trying again. */
export interface Backoff {
  readonly firstMs: number;
  readonly factor: number;
  readonly mostMs: number;
}

/** Between the tries of one message: 1 s, 4 s, 16 s, about a minute, about five. */
export const MESSAGE_BACKOFF: Backoff = { firstMs: 1_000, factor: 4, mostMs: 5 * 60_000 };

/** Between the copies of a notice that may have arrived: a line that is dead for two minutes should not use them up. */
export const UNCERTAIN_NOTICE_BACKOFF: Backoff = { firstMs: 5_000, factor: 24, mostMs: 2 * 60_000 };

/** While a whole channel is away. */
export const CHANNEL_BACKOFF: Backoff = { firstMs: 1_000, factor: 2, mostMs: 60_000 };

/** While the database is away: what is known only here should be written down soon. */
export const STORAGE_BACKOFF: Backoff = { firstMs: 250, factor: 2, mostMs: 10_000 };

/**
 * @param failures how many there were in a row, from 1 on.
 * @param random from 0 to 1. A fifth more or less, so that what failed together does not come back together.
 */
export function backoffMs({ firstMs, factor, mostMs }: Backoff, failures: number, random: number): number {
  const wait = Math.min(mostMs, firstMs * factor ** (failures - 1));
  return Math.round(wait * (0.8 + 0.4 * random));
}
