/** Tells a unit's staff once when little of theirs is left at the stand, whatever took it. */
import type { Database } from '../db/database.ts';
import { loadRecipients } from '../db/store/facts.ts';
import { type LowStock, lowAndUntold, tellLow } from '../db/store/low-stock.ts';
import type { OwnNotice } from '../db/store/outbox/own-notices.ts';
import type { Capabilities } from './chat/channel.ts';
import type { Copy } from './chat/copy/copy.ts';
import type { ChannelName } from './chat/message.ts';
import { fitTo } from './chat/render.ts';
import { unitRecipients } from './chat/staff/part-card.ts';
import { variantName, words } from './chat/wording.ts';
import type { Catalogue } from './engine/catalogue.ts';
import { variantById } from './shop/catalogue.ts';
import type { Recipient } from './shop/effects.ts';

export interface LowStockDeps {
  readonly database: Database;
  readonly copy: Copy;
  readonly catalogue: Catalogue;
  readonly capabilities: Readonly<Record<ChannelName, Capabilities>>;
  readonly now: () => number;
  readonly randomId: () => string;
  /** Notices were committed for these chats. */
  readonly onOwed: (to: readonly Recipient[]) => void;
}

/**
 * Looks once, after something moved. What it finds out is in the database: a restart tells nobody twice, and what was
 * missed is told then. A single decision gives promised goods back before they leave, so that this cannot be seen
 * statement by statement.
 */
export async function lookForLowStock(deps: LowStockDeps): Promise<void> {
  for (const low of await lowAndUntold(deps.database)) await tell(deps, low);
}

async function tell(deps: LowStockDeps, { variantId, left }: LowStock): Promise<void> {
  const { database, catalogue, now, randomId } = deps;
  const found = variantById(catalogue.current(), variantId);
  if (found?.product.mode !== 'ready') return;
  const { unitId } = found.product;
  const known = await loadRecipients(database, { units: [unitId], roles: ['keeper', 'admin'] });
  const to = unitRecipients(known, unitId);
  const notices = to.map((each) => noticeFor(deps, each, found, left));
  const news = { variantId, id: randomId(), at: now() };
  if (await tellLow(database, news, notices)) deps.onOwed(to);
}

function noticeFor(
  { copy, catalogue, capabilities, now, randomId }: LowStockDeps,
  { chatId, channel, language }: Recipient,
  { product, variant }: NonNullable<ReturnType<typeof variantById>>,
  left: number,
): OwnNotice {
  const say = copy.in(language);
  const wording = { snapshot: catalogue.current(), say, language, now: now() };
  const text = say('low-stock', {
    name: variantName(wording, product, variant),
    left: Math.max(0, left),
    unit: words(wording, product.saleUnit),
  });
  const can = capabilities[channel];
  const pieces = fitTo({ text }, can, { openList: say('choices-open') });
  return {
    chatId,
    pieces: pieces.map((message) => ({ publicId: can.delivery === 'pull' ? randomId() : null, message })),
  };
}
