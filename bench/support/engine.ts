/** The engine over a database, in this process: from the event to the committed reply. */
import type { Update } from 'grammy/types';
import { TELEGRAM } from '../../bots/telegram/capabilities.ts';
import { parseUpdate } from '../../bots/telegram/parse.ts';
import { WEB } from '../../bots/web/capabilities.ts';
import type { Database } from '../../db/database.ts';
import { loadSnapshot } from '../../db/store/catalogue.ts';
import { makeStore } from '../../db/store/store.ts';
import { makeCopy } from '../../src/chat/copy/copy.ts';
import type { Inbound } from '../../src/chat/message.ts';
import { type Catalogue, makeCatalogue } from '../../src/engine/catalogue.ts';
import { type Engine, makeEngine, type OwnDoor } from '../../src/engine/engine.ts';
import { makeLanes } from '../../src/lanes.ts';
import { readCopy } from '../../src/node/files.ts';
import { derivedIds } from '../../src/node/secrets.ts';
import { readUnderstand } from '../../src/node/understand.ts';
import { type Step, updateFor } from './updates.ts';

export const CAPABILITIES = { telegram: TELEGRAM, web: WEB, 'whatsapp-web': WEB, 'whatsapp-cloud': WEB };
export const COPY = makeCopy(readCopy());

/** @param now UTC milliseconds */
export async function engineOver(
  database: Database,
  now: () => number = Date.now,
): Promise<Engine & OwnDoor & { readonly catalogue: Catalogue }> {
  const catalogue = await makeCatalogue(() => loadSnapshot(database));
  const engine = makeEngine({
    store: makeStore(database),
    catalogue,
    copy: COPY,
    understand: readUnderstand(),
    lanes: makeLanes(),
    capabilities: CAPABILITIES,
    reach: () => ({ web: null, telegram: null, whatsapp: null }),
    now,
    ids: derivedIds('bench'),
    onCommitted: () => undefined,
  });
  return { ...engine, catalogue };
}

export function inboundOf(chat: number, step: Step, at = Date.now()): Inbound {
  const inbound = parseUpdate(JSON.parse(updateFor(chat, step)) as Update, at);
  if (!inbound) throw new Error('An update asks for no answer.');
  return inbound;
}

/** What a visitor does up to the last button of an order, and that one. */
export const UP_TO_CONFIRMATION: readonly Step[] = [
  { text: 'keripik 2' },
  { press: 'checkout' },
  { text: 'besok' },
  { text: 'Rani' },
  { press: 'skip-phone' },
];
export const CONFIRMATION: Step = { press: 'confirm 4' };
