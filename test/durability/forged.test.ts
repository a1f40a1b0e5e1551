/** Malformed, oversized, duplicated and forged posts against a running server. */
import { connect } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { startBotApi } from '../support/bot-api.ts';
import { type RawAnswer, type RawRequest, startRawClient } from '../support/raw-http.ts';
import { seeded } from '../support/seeded.ts';
import { freePort } from '../support/server.ts';
import {
  foreignUpdate,
  forgedDialogue,
  forgedPress,
  huge,
  type Known,
  MARK,
  mutatedUpdate,
  posted,
  refused,
  textUpdate,
} from './forgeries.ts';
import { chatWith, sessionOf } from './in-process.ts';
import {
  ask,
  BOT_TOKEN,
  becomesStaff,
  ENDURANCE,
  invite,
  readOwnerFile,
  SLIP,
  startServer,
  tableCounts,
  telegramSettings,
  temporaryFolder,
  until,
  WEBHOOK_SECRET,
} from './support.ts';

const POSTS = ENDURANCE ? 10_000 : 2_000;
const SEED = 4_815_162;
const AT_ONCE = 12;
const NAME = 'Wulandari Kusumaningrum';
const PHONE = '081298765432';

/** What a forger may leave: that they came, what they said and what they were answered. */
const OPEN_TABLES = ['inbox', 'persons', 'addresses', 'chats', 'carts', 'outbox', 'media_handles'];

/** What the stand itself writes meanwhile: that something was asked, and what its jobs did. */
const OWN_TABLES = ['tallies', 'retention', 'seals', 'leases'];

interface Sent {
  readonly request: RawRequest;
  readonly answer: RawAnswer;
}

async function stand() {
  const folder = temporaryFolder();
  const double = await startBotApi({ token: BOT_TOKEN, anyChat: true });
  onTestFinished(() => double.close());
  const server = await startServer({
    folder,
    env: { ...telegramSettings(double, await freePort()), LOG_LEVEL: 'trace' },
  });
  const staff = double.user({ id: 11, languageCode: 'id' });
  await becomesStaff(staff, folder, 'lapas-kelas-1-tangerang', 'Petugas');
  await chatWith(fetch, server.at, sessionOf(2), {
    start: await invite(folder, { role: 'admin', name: 'Bu Sari' }),
  });
  const chat = (session: string, body: object) => chatWith(fetch, server.at, session, body);
  const session = sessionOf(1);
  await chat(session, { text: 'pesan 100 paving block' });
  await chat(session, { choice: 'checkout' });
  await chat(session, { text: NAME });
  const summary = await chat(session, { text: PHONE });
  const confirm = summary.replies
    .flatMap(({ choices = [] }) => choices)
    .find(({ id }) => id.startsWith('confirm'));
  const slip = await chat(session, { choice: confirm?.id ?? '' });
  const [parts] = await ask(folder, 'SELECT public_id FROM fulfilments');
  const known: Known = {
    code: SLIP.exec(slip.text)?.[1] ?? '',
    part: String(parts?.[0]?.public_id),
    name: NAME,
    staffChat: 11,
  };
  const client = startRawClient(server.at);
  onTestFinished(client.close);
  return { folder, double, server, known, client };
}

/** Everything but what a forger may leave, row by row. */
async function guarded(folder: string): Promise<Record<string, unknown>> {
  const tables = Object.keys(await tableCounts(folder)).filter(
    (name) => ![...OPEN_TABLES, ...OWN_TABLES].includes(name),
  );
  const rows = await ask(folder, ...tables.map((name) => `SELECT * FROM "${name}" ORDER BY 1`));
  return Object.fromEntries(tables.map((name, index) => [name, JSON.stringify(rows[index])]));
}

test(`${POSTS} posts that nobody honest makes change nothing, reveal nothing and stop nothing`, {
  timeout: ENDURANCE ? 900_000 : 300_000,
}, async () => {
  const { folder, server, known, client } = await stand();
  const random = seeded(SEED);
  const before = await guarded(folder);
  const untouched = await tableCounts(folder);
  let lastUpdate = 10_000_000;
  const nextSeed = () => {
    lastUpdate += 1;
    return { update: lastUpdate, chat: lastUpdate };
  };

  async function send(requests: readonly RawRequest[], through = client): Promise<Sent[]> {
    const waiting = [...requests];
    const sent: Sent[] = [];
    const work = async () => {
      for (let request = waiting.shift(); request; request = waiting.shift()) {
        sent.push({ request, answer: await through.send(request) });
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    return sent;
  }
  const make = <T>(share: number, one: () => T) => Array.from({ length: Math.round(POSTS * share) }, one);
  const wrong = (sent: readonly Sent[], ...allowed: number[]) =>
    sent
      .filter(({ answer }) => !allowed.includes(answer.status))
      .map(
        ({ request, answer }) =>
          `${answer.status} ${request.method} ${request.path.slice(0, 60)} ${String(request.body).slice(0, 300)}`,
      );

  // Refused, and not a row was written.
  const hopeless = await send(make(0.35, () => refused(random, nextSeed())));
  expect(wrong(hopeless, 400, 401, 404, 405, 413, 415)).toEqual([]);
  // The server may cut the line while the rest is still coming: these lines are used for nothing else.
  const cutOff = startRawClient(server.at);
  const oversized = await send(
    Array.from({ length: 12 }, () => huge(random)),
    cutOff,
  );
  cutOff.close();
  expect(wrong(oversized, 0, 401, 413)).toEqual([]);
  const foreign = await send(make(0.05, () => foreignUpdate(random, nextSeed())));
  expect(wrong(foreign, 200)).toEqual([]);
  expect(await tableCounts(folder)).toEqual(untouched);

  // One value is wrong: handled as far as it makes sense, or refused without a trace.
  const firstMutated = lastUpdate + 1;
  const mutated = await send(make(0.25, () => mutatedUpdate(random, nextSeed())));
  expect(wrong(mutated, 200, 400)).toEqual([]);
  const turnedAway = mutated
    .filter(({ answer }) => answer.status === 400)
    .map(({ request }) => idOf(request));
  expect(turnedAway.length).toBeGreaterThan(POSTS / 50);
  const [traces] = await ask(
    folder,
    `SELECT key FROM inbox WHERE key IN (${turnedAway.map((id) => `'telegram:${id}'`).join()})
     UNION ALL SELECT external FROM chats WHERE external IN (${turnedAway.map((id) => `'${id}'`).join()})`,
  );
  expect(traces).toEqual([]);
  expect(firstMutated).toBeLessThan(lastUpdate);

  // Understood, and not allowed. An address has its own limit, so some are told to slow down.
  const pressed = await send(make(0.2, () => forgedPress(random, nextSeed(), known)));
  expect(wrong(pressed, 200)).toEqual([]);
  const dialogues = make(0.075, () => forgedDialogue(random, known));
  const typed: Sent[] = [];
  const talk = async () => {
    for (let dialogue = dialogues.shift(); dialogue; dialogue = dialogues.shift()) {
      for (const request of dialogue) typed.push({ request, answer: await client.send(request) });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, talk));
  expect(wrong(typed, 200, 400, 429)).toEqual([]);

  // The same id again and again, also with other content.
  const twice = nextSeed();
  const same = posted(textUpdate(twice, 'pesan 1 keripik tempe'));
  const other = posted(textUpdate(twice, 'pesan 5 keripik tempe'));
  const repeated = await send([same, same, other, same, other, same]);
  expect(wrong(repeated, 200)).toEqual([]);
  const [once] = await ask(folder, `SELECT count(*) AS n FROM inbox WHERE key = 'telegram:${twice.update}'`);
  expect(once).toEqual([{ n: 1 }]);

  // Nobody gained anything, and nobody read of anybody else.
  expect(await guarded(folder)).toEqual(before);
  const [read = []] = await ask(
    folder,
    `SELECT c.channel, c.external, o.message FROM outbox o JOIN chats c ON c.id = o.chat_id
     WHERE c.external <> '11' AND c.id NOT IN (SELECT chat_id FROM orders)`,
  );
  expect(read.length).toBeGreaterThan(POSTS / 10);
  const secrets = [NAME, 'Wulandari', PHONE, '81298765432', '8129-8765-432'];
  expect(read.filter(({ message }) => secrets.some((secret) => String(message).includes(secret)))).toEqual(
    [],
  );
  const answers = [...hopeless, ...foreign, ...mutated, ...typed].map(({ answer }) => answer.text);
  expect(answers.filter((text) => secrets.some((secret) => text.includes(secret)))).toEqual([]);

  // The server goes on, for honest people too.
  const honest = (session: string, body: object) => chatWith(fetch, server.at, session, body);
  expect((await fetch(`${server.at}/readyz`)).status).toBe(200);
  // Who shares the forger's address waits until the minute is over.
  await until(
    async () => (await honest(sessionOf(1), { text: known.code })).text.includes(known.code),
    'honest people are answered',
  );
  const { token } = readOwnerFile(folder);
  expect(await server.stop()).toEqual({ code: 0, signal: null });
  expectClean(server.output(), [
    MARK,
    ...secrets,
    known.code,
    known.part,
    BOT_TOKEN,
    WEBHOOK_SECRET,
    token,
    sessionOf(1),
    'session-of',
    'paving',
  ]);
});

function idOf({ body }: RawRequest): number {
  return JSON.parse(String(body)).update_id;
}

/** What is printed for the newcomer at the start, the first links, is no log. */
function expectClean(output: string, secrets: readonly string[]): void {
  const lines = output.split('\n').filter((line) => line.startsWith('{'));
  expect(lines.length).toBeGreaterThan(100);
  const strange = output
    .split('\n')
    .filter((line) => line !== '' && !/^(\{|Gerai listens|First )/.test(line));
  expect(strange).toEqual([]);
  for (const secret of secrets)
    expect(lines.filter((line) => line.includes(secret)).slice(0, 3), secret).toEqual([]);
  expect(lines.filter((line) => JSON.parse(line).level >= 50)).toEqual([]);
}

test('who presses without end is slowed down, and what was refused is not stored', {
  timeout: 120_000,
}, async () => {
  const { folder, server } = await stand();
  const before = await tableCounts(folder);
  const answers = await Promise.all(
    Array.from({ length: 60 }, () => chatWith(fetch, server.at, sessionOf(50), { choice: 'help' })),
  );
  const served = answers.filter(({ status }) => status === 200).length;
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(60 - served);
  expect(served).toBeGreaterThan(0);
  expect(served).toBeLessThan(60);
  expect(answers.find(({ status }) => status === 429)?.text).toMatch(/\w/);
  const after = await tableCounts(folder);
  expect(Number(after.inbox) - Number(before.inbox)).toBe(served);
  expect((await chatWith(fetch, server.at, sessionOf(51), { choice: 'help' })).status).toBe(200);
});

test('what is no HTTP at all stops nobody', { timeout: 120_000 }, async () => {
  const { server, known } = await stand();
  const { hostname, port } = new URL(server.at);
  const garbage = [
    '\u0000\u0001\u0002',
    'GET\r\n\r\n',
    'POST /api/chat HTTP/9.9\r\n\r\n',
    `GET / HTTP/1.1\r\nx: ${'y'.repeat(100_000)}\r\n\r\n`,
    'POST /api/chat HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n',
    'POST /api/chat HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{',
  ];
  await Promise.all(
    garbage.map(
      (bytes) =>
        new Promise<void>((resolve) => {
          const socket = connect(Number(port), hostname, () => socket.end(bytes));
          socket
            .on('data', () => undefined)
            .once('close', () => resolve())
            .once('error', () => undefined);
        }),
    ),
  );
  expect((await chatWith(fetch, server.at, sessionOf(1), { text: known.code })).text).toContain(known.code);
});
