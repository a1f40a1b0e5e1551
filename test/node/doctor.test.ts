/**
 * What the doctor finds, on files and beside doubles of Telegram and Meta. That Meta answers `GET /<phone id>` so rests on
 * its documentation only.
 */
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { openDatabase } from '../../db/connect.ts';
import { fileUrl } from '../../db/database-url.ts';
import { migrateDatabase } from '../../db/migrate.ts';
import { claim } from '../../db/owner.ts';
import { seedSampleStand } from '../../db/seed/seed.ts';
import { parseConfig } from '../../src/config.ts';
import { backupName } from '../../src/node/backup/kept.ts';
import { examine } from '../../src/node/doctor/command.ts';
import { MIGRATIONS, readPicture } from '../../src/node/files.ts';
import { startBotApi } from '../support/bot-api.ts';
import { startGraphApi } from '../support/graph-api.ts';
import { writeOlderMigrations } from '../support/older-migrations.ts';

const HOUR = 3_600_000;

let folder: string;
let file: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'gerai-doctor-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  file = join(folder, 'gerai.db');
  await migrateDatabase({ url: fileUrl(file) }, MIGRATIONS);
  const database = await openDatabase({ url: fileUrl(file) });
  await seedSampleStand(database, 1, readPicture);
  await database.close();
});

async function found(env: Record<string, string> = {}, now: () => number = Date.now) {
  const config = parseConfig({ DATABASE_URL: fileUrl(file), ...env });
  const findings = await examine({ config, now, folder });
  return {
    findings,
    /** State, text and remedy of what is said about it. */
    about: (about: string) => findings.filter((each) => each.about === about),
  };
}

async function serving(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe('the machine and its files', () => {
  it('are well where they are well', async () => {
    mkdirSync(join(folder, 'backups'));
    writeFileSync(join(folder, 'backups', backupName('nightly', Date.now() - 5 * HOUR, false)), '');
    writeFileSync(join(folder, 'session-secret'), 'x', { mode: 0o600 });
    const { findings, about } = await found();
    expect(findings.filter(({ state }) => state === 'problem')).toEqual([]);
    expect(about('database')[0]?.text).toContain('is whole');
    expect(about('backups')[0]).toMatchObject({ state: 'ok', text: expect.stringContaining('5 hours old') });
    expect(about('time zone')[0]?.text).toMatch(
      /^Asia\/Jakarta: at the stand it is \d{4}-\d\d-\d\d \d\d:\d\d\.$/,
    );
    expect(about('server')[0]).toMatchObject({
      state: 'warning',
      remedy: expect.stringContaining('npm start'),
    });
  });

  it('say which secret others may read, and how to mend it', async () => {
    const env = join(folder, '.env');
    writeFileSync(env, 'TELEGRAM_BOT_TOKEN=1:abc');
    chmodSync(env, 0o644);
    expect((await found()).about('secrets')).toEqual([
      {
        about: 'secrets',
        state: 'problem',
        text: expect.stringContaining(env),
        remedy: `Run \`chmod 600 ${env}\`.`,
      },
    ]);
  });

  it('tell of a folder that cannot be written to', async () => {
    writeFileSync(join(folder, 'a-file'), '');
    const { about } = await found({ BACKUP_DIR: join(folder, 'a-file') });
    expect(about('disk of the backups')).toMatchObject([
      { state: 'problem', remedy: expect.stringContaining('chown') },
    ]);
  });

  it('tell of a backup that is too old, and of none', async () => {
    expect((await found()).about('backups')).toMatchObject([
      { state: 'warning', text: expect.stringContaining('none') },
    ]);
    mkdirSync(join(folder, 'backups'));
    writeFileSync(join(folder, 'backups', backupName('nightly', Date.now() - 40 * HOUR, true)), '');
    expect((await found()).about('backups')[0]).toMatchObject({
      state: 'problem',
      remedy: expect.stringContaining('gerai backup'),
    });
    const patient = await found({ BACKUP_STALE_HOURS: '48' });
    expect(patient.about('backups')[0]).toMatchObject({ state: 'ok' });
  });

  it('tell of a database that is damaged, of an old schema and of one that is not there', async () => {
    writeFileSync(file, 'this is no database, and long enough to be looked at');
    expect((await found()).about('database')).toMatchObject([
      { state: 'problem', remedy: expect.stringContaining('Restore') },
    ]);
    rmSync(file);
    expect((await found()).about('database')).toMatchObject([{ state: 'warning' }]);
    writeOlderMigrations(join(folder, 'older'), 6);
    await migrateDatabase({ url: fileUrl(file) }, join(folder, 'older'));
    expect((await found()).about('schema')).toMatchObject([
      { state: 'warning', text: expect.stringContaining('0006_') },
    ]);
  });

  it('tell what the server that has the database says of itself', async () => {
    const owner = await claim(file);
    onTestFinished(() => owner.release());
    const url = await serving((_, response) =>
      response.end(JSON.stringify({ status: 'ready', channels: { 'whatsapp-web': { alarm: 'not-ready' } } })),
    );
    await owner.publish(url, 'the-token-of-the-owner');
    const { about, findings } = await found();
    expect(about('server')).toMatchObject([{ state: 'ok', text: expect.stringContaining(url) }]);
    expect(about('whatsapp-web')).toMatchObject([
      { state: 'problem', remedy: expect.stringContaining('/whatsapp') },
    ]);
    expect(JSON.stringify(findings)).not.toContain('the-token-of-the-owner');
  });
});

describe('Telegram', () => {
  const TOKEN = '4815162342:the-token-that-nobody-may-read';

  async function telegram(env: Record<string, string> = {}) {
    const double = await startBotApi({ token: TOKEN });
    onTestFinished(() => double.close());
    return { double, env: { TELEGRAM_BOT_TOKEN: TOKEN, TELEGRAM_API_ROOT: double.url, ...env } };
  }

  const HERE = {
    PUBLIC_URL: 'http://127.0.0.1:9',
    TELEGRAM_MODE: 'webhook',
    TELEGRAM_WEBHOOK_SECRET: 'a-secret-of-the-webhook',
  };
  const setWebhook = (url: string, root: string) =>
    fetch(`${root}/bot${TOKEN}/setWebhook?url=${encodeURIComponent(url)}`);

  it('knows the token, and posts nowhere where messages are fetched', async () => {
    const { env } = await telegram();
    const { about } = await found(env);
    expect(about('Telegram')).toMatchObject([{ state: 'ok', text: expect.stringContaining('@') }]);
    expect(about('Telegram webhook')).toMatchObject([{ state: 'ok' }]);
    expect(about('clock')).toMatchObject([{ state: 'ok', text: expect.stringContaining('Telegram') }]);
  });

  it('does not know the token: the remedy names the setting, and nothing shows the token', async () => {
    const { env } = await telegram({ TELEGRAM_BOT_TOKEN: '1:another-token-that-is-wrong' });
    const { about, findings } = await found(env);
    expect(about('Telegram')).toMatchObject([
      { state: 'problem', remedy: expect.stringContaining('Set TELEGRAM_BOT_TOKEN to') },
    ]);
    expect(JSON.stringify(findings)).not.toContain('another-token-that-is-wrong');
  });

  it('posts elsewhere', async () => {
    const { double, env } = await telegram(HERE);
    expect((await found(env)).about('Telegram webhook')).toMatchObject([
      { state: 'problem', text: expect.stringContaining('None is set') },
    ]);
    await setWebhook('https://another.example/webhooks/telegram?secret=xyz', double.url);
    const { about } = await found(env);
    expect(about('Telegram webhook')).toMatchObject([
      { state: 'problem', text: 'Telegram posts to another.example, not here.' },
    ]);
    await setWebhook('http://127.0.0.1:9/webhooks/telegram', double.url);
    expect((await found(env)).about('Telegram webhook')).toMatchObject([{ state: 'ok' }]);
  });

  it('cannot be reached', async () => {
    const { about, findings } = await found({
      TELEGRAM_BOT_TOKEN: TOKEN,
      TELEGRAM_API_ROOT: 'http://127.0.0.1:9',
    });
    expect(about('Telegram')).toMatchObject([
      { state: 'problem', text: expect.stringContaining('cannot be reached') },
    ]);
    expect(JSON.stringify(findings)).not.toContain('nobody-may-read');
  });

  it('shows that the clock here is wrong', async () => {
    const { env } = await telegram();
    const { about } = await found(env, () => Date.now() + 5 * 60_000);
    expect(about('clock')).toMatchObject([
      { state: 'problem', text: expect.stringMatching(/^(299|300|301) s ahead/) },
    ]);
  });
});

describe('WhatsApp, the address from outside and the language model', () => {
  it('say whether Meta knows token and number', async () => {
    const meta = await startGraphApi();
    onTestFinished(() => meta.close());
    const env = {
      WHATSAPP: 'cloud',
      WHATSAPP_CLOUD_TOKEN: meta.token,
      WHATSAPP_CLOUD_PHONE_ID: meta.phoneId,
      WHATSAPP_CLOUD_APP_SECRET: 'x',
      WHATSAPP_CLOUD_VERIFY_TOKEN: 'sixteen-or-more-letters',
      WHATSAPP_CLOUD_API_ROOT: meta.url,
    };
    const about = async (more: Record<string, string>) =>
      (await found({ ...env, ...more })).about('WhatsApp Cloud API');
    expect(await about({})).toMatchObject([{ state: 'ok' }]);
    expect(await about({ WHATSAPP_CLOUD_TOKEN: 'EAAwrong' })).toMatchObject([
      { state: 'problem', remedy: expect.stringContaining('WHATSAPP_CLOUD_TOKEN') },
    ]);
    expect(await about({ WHATSAPP_CLOUD_PHONE_ID: '123' })).toMatchObject([
      { state: 'problem', remedy: expect.stringContaining('WHATSAPP_CLOUD_PHONE_ID') },
    ]);
  });

  it('say whether PUBLIC_URL leads here', async () => {
    const gerai = await serving((_, response) => response.end('{"status":"ok"}'));
    const about = async (PUBLIC_URL: string) => (await found({ PUBLIC_URL })).about('public address');
    expect(await about(gerai)).toMatchObject([
      { state: 'ok' },
      { state: 'warning', text: expect.stringContaining('not https') },
    ]);
    const other = await serving((_, response) => response.end('<h1>Router</h1>'));
    expect(await about(other)).toMatchObject([
      { state: 'problem', text: expect.stringContaining('not as Gerai') },
    ]);
    expect(await about('http://127.0.0.1:9')).toMatchObject([
      { state: 'problem', remedy: expect.stringContaining('docs/exposing.md') },
    ]);
  });

  it('say whether the language model answers, and only warn', async () => {
    const model = await serving((request, response) => {
      response.statusCode = request.headers.authorization === 'Bearer right' ? 200 : 401;
      response.end('{"data":[{"id":"small"}]}');
    });
    const about = async (LLM_KEY: string, LLM_MODEL: string) =>
      (await found({ LLM_URL: model, LLM_KEY, LLM_MODEL })).about('language model');
    expect(await about('right', 'small')).toMatchObject([{ state: 'ok' }]);
    expect(await about('wrong', 'small')).toMatchObject([
      { state: 'warning', remedy: expect.stringContaining('LLM_KEY') },
    ]);
    expect(await about('right', 'large')).toMatchObject([
      { state: 'warning', remedy: expect.stringContaining('LLM_MODEL') },
    ]);
  });

  it('tell of a browser that is missing', async () => {
    const env = { WHATSAPP: 'web', WHATSAPP_WEB_BROWSER: '/nowhere/chromium' };
    expect((await found(env)).about('browser')).toMatchObject([
      { state: 'problem', remedy: expect.stringContaining('Chromium') },
    ]);
  });
});
