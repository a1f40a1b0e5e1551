/** Once a minute: what no request has in hand any more. */
import type { Database } from '../../db/database.ts';
import { watchOver } from '../../db/store/outbox/due.ts';
import { startElection } from '../delivery/election.ts';
import { SENDING_LEASE_MS } from '../delivery/intake.ts';
import { refreshTemplates } from '../whatsapp-templates.ts';
import type { Isolate } from './isolate.ts';
import { openDatabase, openStand, requireSchema } from './stand.ts';
import { introduce } from './telegram.ts';

/** Ends before the next one begins; what is then left waits for that. */
const SWEEP_MS = 50_000;

export async function sweep(isolate: Isolate, background: (work: Promise<unknown>) => void): Promise<void> {
  const database = openDatabase(isolate);
  await requireSchema(isolate, database);
  await introduce(isolate);
  const { config, copy, log } = isolate;
  await refreshTemplates({ settings: config.whatsappCloud, database, copy, log, now: Date.now });
  await recover(database);
  const web = config.PUBLIC_URL?.replace(/\/$/, '') ?? null;
  const stand = await openStand(isolate, { database, web, background, takesOver: true });
  await Promise.race([stand.settled(), pause(SWEEP_MS)]);
  await stand.close();
}

/** Requests that ended before they knew how a message arrived. The lease is given back for the stand to take. */
async function recover(database: Database): Promise<void> {
  const election = startElection(database, 'dispatcher', crypto.randomUUID());
  const now = Date.now();
  if (!(await election.isHolder(now))) return;
  const leaseUntil = now + SENDING_LEASE_MS;
  await watchOver(database, {
    inHand: [],
    away: [],
    channels: ['telegram', 'whatsapp-cloud'],
    now,
    leaseUntil,
  });
  await election.resign();
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => void setTimeout(resolve, ms));
}
