/** What belongs to a paired phone beside its bridge: the page on which admins look after it, and the alarm. */

import type { Database } from '../db/database.ts';
import { recordBridgeCommand, usePairingLink } from '../db/store/pairing-links.ts';
import { type AlarmDeps, alarmsOf } from './alarms.ts';
import { alarmMessage } from './chat/admin/whatsapp.ts';
import { type BridgeWatch, makeBridgeWatch, type Trouble } from './web/bridge-alarm.ts';
import type { BridgeMemory } from './web/bridge-api.ts';
import type { PairingDeps } from './web/pairing.ts';

export function bridgeWatch(deps: AlarmDeps, memory: BridgeMemory): BridgeWatch {
  const alarms = alarmsOf<Trouble>(deps, 'whatsapp-web', alarmMessage);
  return makeBridgeWatch({
    memory,
    now: deps.now,
    lastAlarm: alarms.last,
    raise: alarms.raise,
    end: alarms.end,
  });
}

/** What the page asks the database for. */
export function pairingStore(
  database: Database,
  now: () => number,
): Pick<PairingDeps, 'openLink' | 'record'> {
  return {
    openLink: (key) => usePairingLink(database, key, now()),
    record: (command, actor) => recordBridgeCommand(database, { command, actor, at: now() }),
  };
}
