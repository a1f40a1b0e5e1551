/**
 * Visitors write to a paired phone while the server, the bridge, its browser or its page is killed with SIGKILL, again
 * and again. The phone and the people are doubles (see `whatsapp-page.ts` for what that proves), everything else is
 * real. `SEED=<number>` gives the same kills again, as far as the machine's own timing lets them.
 */
import { afterEach, expect, test } from 'vitest';
import { QUICK_CHROMIUM } from '../support/browser.ts';
import { PARTS, type Part, partsIn, processesIn } from '../support/processes.ts';
import { type Seeded, seeded } from '../support/seeded.ts';
import type { ServerProcess } from '../support/server.ts';
import { startWhatsAppPage, type WhatsAppPage } from '../support/whatsapp-page.ts';
import { becomes, pairWith, SESSION_ON_DISK_MS } from '../support/whatsapp-stand.ts';
import { ask, ENDURANCE, pause, type Rows, spawnServer, temporaryFolder } from './support.ts';

const KILLS = ENDURANCE ? 50 : 5;
const SEED = Number(process.env.SEED) || (ENDURANCE ? Date.now() % 2 ** 31 : 20_261_125);
const VISITORS = ['628111000001@c.us', '628111000002@c.us', '77665544332211@lid', '99887766554433@lid'];
const QUESTIONS = ['jam buka?', 'ada apa saja?', 'keripik tempe berapa?'] as const;

/** A limit for hangs: the longest pause before a bridge that keeps failing is started again, and a good deal more. */
const PATIENCE_MS = 180_000;

let whatsapp: WhatsAppPage | null = null;
afterEach(async () => whatsapp?.close());

/** Each writes, waits for the answer, thinks for a moment, and writes again. */
function startVisitors(page: WhatsAppPage, random: Seeded) {
  let enough = false;
  let waiting = 0;
  const answers = (chat: string) => page.sent().filter((each) => each.chat === chat).length;
  const visits = VISITORS.map(async (chat) => {
    while (!enough) {
      const before = answers(chat);
      page.says(chat, random.pick(QUESTIONS));
      waiting += 1;
      await page.until(`an answer in ${chat}`, () => answers(chat) > before, PATIENCE_MS);
      waiting -= 1;
      await pause(random.integer(400));
    }
  });
  return {
    waiting: () => waiting,
    /** Resolves when everybody was answered. */
    async end() {
      enough = true;
      await Promise.all(visits);
    },
  };
}

/** The server as a person keeps it: started again when it has ended. Whatever it started is its own to watch. */
function keepServer(page: WhatsAppPage) {
  const folder = temporaryFolder();
  const env = {
    WHATSAPP: 'web',
    WHATSAPP_WEB_BROWSER: QUICK_CHROMIUM,
    WHATSAPP_WEB_BROWSER_ARGS: page.browserArgs,
  };
  let server: ServerProcess;
  let at = '';
  const start = () => {
    const started = spawnServer({ folder, env });
    server = started;
    const listens = (url: string) => {
      if (server === started) at = url;
    };
    started.url.then(listens, () => undefined);
  };
  start();
  return {
    folder,
    at: () => at,
    again: start,
    output: () => server.output(),
    stop: async () => server.stop(),
  };
}

/** @returns which part died; null while there was none to kill */
function killOne(folder: string, random: Seeded): Part | null {
  const alive = PARTS.map((part) => ({ part, pids: partsIn(folder, part) })).filter(
    ({ pids }) => pids.length > 0,
  );
  const victim = alive[random.integer(alive.length)];
  const pid = victim?.pids[random.integer(victim.pids.length)];
  if (victim === undefined || pid === undefined) return null;
  process.kill(pid, 'SIGKILL');
  return victim.part;
}

/** Whether nothing is owed any more: the server's own figures. */
async function isSettled(at: string): Promise<boolean> {
  const figures = await (await fetch(`${at}/metrics`)).text();
  return !/^gerai_outbox_messages\{state="(?:pending|sending|uncertain)"\} [1-9]/m.test(figures);
}

const COUNTED = `SELECT o.cause, o.state, o.attempts, o.external_id AS external, c.external AS chat
  FROM outbox o JOIN chats c ON c.id = o.chat_id WHERE c.channel = 'whatsapp-web'`;

/** What the phone has against what the server wrote down. */
function compare(page: WhatsAppPage, owed: Rows, keys: Rows) {
  const handled = new Set(keys.map(({ key }) => key));
  const answered = new Set(owed.map(({ cause }) => cause));
  const keyOf = ({ chat, id }: { chat: string; id: string }) => `whatsapp-web:false_${chat}_${id}`;
  const counted = new Set(owed.map(({ external }) => external));
  const doubles = page.sent().filter(({ id }) => !counted.has(id));
  const textOf = new Map(page.sent().map(({ id, text }) => [id, text]));
  const unexplained = doubles.filter(
    ({ chat, text }) =>
      !owed.some((row) => {
        return row.chat === chat && Number(row.attempts) > 0 && textOf.get(String(row.external)) === text;
      }),
  );
  return {
    lost: page.received().filter((each) => !handled.has(keyOf(each))),
    unanswered: page.received().filter((each) => !answered.has(keyOf(each))),
    unsent: owed.filter(({ state, external }) => state !== 'sent' || !textOf.has(String(external))),
    doubles,
    unexplained,
    uncertain: owed.reduce((sum, { attempts }) => sum + Number(attempts), 0),
  };
}

test(
  `a paired phone loses nothing over ${KILLS} kills`,
  async () => {
    const random = seeded(SEED);
    const page = await startWhatsAppPage();
    whatsapp = page;
    const server = keepServer(page);
    const { folder } = server;
    await pairWith(page, server.at);
    await pause(SESSION_ON_DISK_MS);
    const codes = page.codes().length;
    const visitors = startVisitors(page, random);

    const killed: Part[] = [];
    while (killed.length < KILLS) {
      const replies = page.sent().length;
      // Sometimes while it is still coming back from the last one.
      if (random.next() < 0.75) await page.until('a reply', () => page.sent().length > replies, PATIENCE_MS);
      await pause(random.integer(2_500));
      await page.until('somebody who waits', () => visitors.waiting() > 0);
      const part = killOne(folder, random);
      if (part !== null) killed.push(part);
      if (partsIn(folder, 'server').length === 0) server.again();
    }
    await becomes(page, server.at, 'ready', PATIENCE_MS);
    await visitors.end();
    await page.until(
      'one of each, and no other browser',
      () => {
        const parts = PARTS.slice(0, 3).map((part) => partsIn(folder, part).length);
        return parts.every((count) => count === 1);
      },
      PATIENCE_MS,
    );
    // What was uncertain may still go once more.
    await page.until('the end of all that is owed', () => isSettled(server.at()), PATIENCE_MS);
    expect((await server.stop()).code).toBe(0);
    expect(processesIn(folder)).toEqual([]);

    const [owed = [], keys = []] = await ask(folder, COUNTED, 'SELECT key FROM inbox');
    const found = compare(page, owed, keys);
    process.stdout.write(
      `Seed ${SEED}: killed ${killed.join(', ')}; ${page.received().length} messages, ${page.sent().length} replies, ` +
        `${found.doubles.length} of them copies; ${found.uncertain} sends were uncertain.\n`,
    );
    expect(found.lost).toEqual([]);
    expect(found.unanswered).toEqual([]);
    expect(found.unsent).toEqual([]);
    expect(found.unexplained).toEqual([]);
    expect(found.doubles.length).toBeLessThanOrEqual(found.uncertain);
    expect(page.codes()).toHaveLength(codes);
  },
  ENDURANCE ? 3_600_000 : 300_000,
);
