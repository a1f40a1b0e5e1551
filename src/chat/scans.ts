/** Who comes by a shelf label says so in their first words: a start payload, or the words that its page puts there. */
import { wallClock } from '../shop/calendar.ts';
import { productById, type Snapshot } from '../shop/catalogue.ts';
import type { Effect } from '../shop/effects.ts';
import type { Road } from '../shop/scans.ts';
import type { Meaning } from './flow.ts';
import { readStarted } from './links.ts';
import type { ChannelName, Inbound, InboundBody } from './message.ts';

const ROADS: Readonly<Record<ChannelName, Road>> = {
  telegram: 'telegram',
  web: 'web',
  'whatsapp-web': 'whatsapp',
  'whatsapp-cloud': 'whatsapp',
};

/** A scan is counted with what it leads to; it says nothing of who came. */
export function scanEffect(
  { channel, body }: Inbound,
  meaning: Meaning,
  snapshot: Snapshot,
  now: number,
): Effect[] {
  if (meaning.do !== 'open-product') return [];
  const product = productById(snapshot, meaning.product);
  if (!product || payloadOf(body) !== product.slug) return [];
  const { day } = wallClock(now, snapshot.stand.timeZone);
  return [{ kind: 'scan', day, productId: product.id, road: ROADS[channel] }];
}

function payloadOf(body: InboundBody): string | undefined {
  if (body.kind === 'start') return body.payload;
  return body.kind === 'text' ? readStarted(body.text)?.payload : undefined;
}
