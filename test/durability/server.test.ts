/** The server as a process: started twice, stopped in order, spoken to by the command line. */
import { execFile } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { startBotApi } from '../support/bot-api.ts';
import { environment, freePort } from '../support/server.ts';
import { chatWith, prepareOnWeb, sessionOf } from './in-process.ts';
import {
  ask,
  BOT_TOKEN,
  becomesStaff,
  count,
  pause,
  readOwnerFile,
  SLIP,
  spawnServer,
  startServer,
  tableCounts,
  telegramSettings,
  temporaryFolder,
} from './support.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const CODE = /inv_[\w-]{24}/;

/** `npm run -s gerai -- …` */
async function gerai(folder: string, ...args: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)('npm', ['run', '-s', 'gerai', '--', ...args], {
    cwd: ROOT,
    env: environment({ folder }),
  });
  return stdout;
}

test('a second server on the same file refuses in one sentence and leaves the first alone', {
  timeout: 120_000,
}, async () => {
  const folder = temporaryFolder();
  const first = await startServer({ folder });
  const second = spawnServer({ folder });
  expect(await second.exited).toEqual({ code: 1, signal: null });
  const lines = second.output().trim().split('\n');
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain(join(folder, 'gerai.db'));
  expect(lines[0]).toContain('Stop that server first');
  expect((await fetch(`${first.at}/readyz`)).status).toBe(200);
  expect(readOwnerFile(folder).url).toBe(first.at);
  expect(await first.stop()).toEqual({ code: 0, signal: null });
});

test('a second start finds everything as it was', { timeout: 120_000 }, async () => {
  const folder = temporaryFolder();
  const first = await startServer({ folder });
  const chat = (session: string, body: object) => chatWith(fetch, first.at, session, body);
  // Each stands there twice: for a chat of one's own, and for the PC of an office.
  const links = [...new Set(first.output().match(new RegExp(CODE, 'g')) ?? [])];
  expect(links).toHaveLength(3);
  for (const [index, code] of links.entries()) await chat(sessionOf(100 + index), { start: code });
  const confirm = await prepareOnWeb(
    chat,
    sessionOf(1),
    'pesan 2 keripik tempe dan 1 tas sulam pita',
    'Siti',
  );
  expect((await chat(sessionOf(1), { choice: confirm })).text).toMatch(SLIP);
  expect(await first.stop()).toEqual({ code: 0, signal: null });
  const before = await tableCounts(folder);
  const [stock] = await ask(folder, 'SELECT * FROM stock');
  expect(before).toMatchObject({ orders: 1, roles: 3, invitations: 3 });

  const second = await startServer({ folder });
  // Nobody is missing any more, so nobody is invited.
  expect(second.output()).not.toMatch(CODE);
  const orders = await chatWith(fetch, second.at, sessionOf(1), { choice: 'my-orders' });
  expect(orders.text).toMatch(/\w{3}-\w{3}/);
  expect(await second.stop()).toEqual({ code: 0, signal: null });
  const after = await tableCounts(folder);
  // What was asked and answered now: one event, counted by the day, and one reply.
  const more = (name: string) => Number(before[name]) + 1;
  expect(after).toEqual({
    ...before,
    inbox: more('inbox'),
    outbox: more('outbox'),
    tallies: more('tallies'),
  });
  expect(await ask(folder, 'SELECT * FROM stock')).toEqual([stock]);
});

test('an orderly stop answers what is in hand, ends streams and leaves no message in doubt', {
  timeout: 120_000,
}, async () => {
  const folder = temporaryFolder();
  const double = await startBotApi({ token: BOT_TOKEN, latencyMs: 400 });
  onTestFinished(() => double.close());
  const env = telegramSettings(double, await freePort());
  const server = await startServer({ folder, env });
  const staff = double.user({ id: 11, languageCode: 'id' });
  await becomesStaff(staff, folder, 'lapas-kelas-1-tangerang', 'Petugas');
  expect(statSync(join(folder, 'owner.json')).mode & 0o777).toBe(0o600);
  const stream = await fetch(`${server.at}/api/chat/events?session=${sessionOf(1)}`);
  const streamed = stream.text();
  const chat = (session: string, body: object) => chatWith(fetch, server.at, session, body);
  const confirm = await prepareOnWeb(chat, sessionOf(2), 'pesan 2 keripik tempe', 'Siti');

  // A greeting waits a moment for the rest of the sentence: it is in hand when the signal comes.
  const held = chat(sessionOf(3), { text: 'halo' });
  await chat(sessionOf(2), { choice: confirm });
  await pause(50);
  const exit = server.stop();
  expect(await held).toMatchObject({ status: 200, text: expect.stringMatching(/\w/) });
  expect(await exit).toEqual({ code: 0, signal: null });
  expect(await streamed).toContain(': ');
  await expect(fetch(`${server.at}/healthz`)).rejects.toThrow();
  expect(existsSync(join(folder, 'owner.json'))).toBe(false);
  expect(await count(folder, `SELECT count(*) FROM outbox WHERE state IN ('sending', 'uncertain')`)).toBe(0);
  // The staff's notice was under way: it arrived, and that is known.
  const [notices] = await ask(folder, `SELECT state FROM outbox WHERE kind = 'notice'`);
  expect(notices).toEqual([{ state: 'sent' }]);
  expect(staff.inbox().filter(({ text }) => text.includes('Siti'))).toHaveLength(1);
});

test('an invitation from the command line opens, with a server and without one', {
  timeout: 120_000,
}, async () => {
  const folder = temporaryFolder();
  const first = await startServer({ folder });
  const withServer = await gerai(folder, 'invite', '--role', 'admin', '--name', 'Bu Sari');
  expect(withServer).toContain(first.at);
  const code = CODE.exec(withServer)?.[0];
  const joined = await chatWith(fetch, first.at, sessionOf(1), { start: code });
  expect(joined.text).toContain('Bu Sari');
  await first.stop();

  const without = await gerai(
    folder,
    'invite',
    '--role',
    'staff',
    '--unit',
    'rutan-kelas-1-tangerang',
    '--name',
    'Pak Dedi',
  );
  const second = await startServer({ folder });
  const answer = await chatWith(fetch, second.at, sessionOf(2), { start: CODE.exec(without)?.[0] });
  expect(answer.text).toContain('Pak Dedi');
  await second.stop();
  const [roles] = await ask(folder, 'SELECT role, name FROM roles ORDER BY id');
  expect(roles).toEqual([
    { role: 'admin', name: 'Bu Sari' },
    { role: 'staff', name: 'Pak Dedi' },
  ]);
});
