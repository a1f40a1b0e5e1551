/** From the pressed "confirm" to the notice of the staff at the Bot API, while the server is half as busy as it can be. */
import { STAFF_CHAT, type Stage } from '../support/contenders.ts';
import { measure } from '../support/load.ts';
import { percentile } from '../support/stats.ts';
import { newChat, type Step } from '../support/updates.ts';
import { contenderOf, dialogueOf } from './webhook.ts';

const CONNECTIONS = 16;
const FULL_MS = 2_000;
const HALF_MS = 8_000;

export interface Notices {
  /** Updates a second. */
  readonly load: number;
  readonly notices: number;
  readonly p50: number;
  readonly p99: number;
}

export async function noticeTimes(stage: Stage): Promise<Notices> {
  const contender = contenderOf(stage, 'gerai');
  const steps = await dialogueOf(stage, 'gerai');
  const full = await measure(contender, stage.botApi, {
    connections: CONNECTIONS,
    ms: FULL_MS,
    nextVisit: () => ({ chat: newChat(), steps }),
  });
  const load = full.perSecond / 2;
  const confirmedAt = new Map<string, number>();
  const names = new Map<number, string>();
  await stage.botApi.record();
  await measure(contender, stage.botApi, {
    connections: CONNECTIONS,
    ms: HALF_MS,
    perSecond: load,
    nextVisit() {
      const chat = newChat();
      const name = nameFor(names.size);
      names.set(chat, name);
      return {
        chat,
        steps: steps.map((step): Step => ('text' in step && step.text === 'Rani' ? { text: name } : step)),
      };
    },
    onPost(chat, index, at) {
      if (index === steps.length - 1) confirmedAt.set(names.get(chat) ?? '', at);
    },
  });
  const told = (await stage.botApi.recorded()).filter(({ chat }) => chat === STAFF_CHAT);
  const times = [...confirmedAt].map(([name, at]) => {
    const notice = told.find(({ text }) => text.includes(name));
    if (!notice) throw new Error(`The staff were not told of the order of ${name}.`);
    return notice.at - at;
  });
  return { load, notices: times.length, p50: percentile(times, 0.5), p99: percentile(times, 0.99) };
}

/** By the name, the notice of each order is known; letters only, or it would be no name. */
function nameFor(index: number): string {
  const letters = Array.from(String(index).padStart(5, '0'), (digit) => 'bcdfghjklm'[Number(digit)] ?? '');
  return `Ra${letters.join('a')}`;
}
