import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { Database } from '../../db/database.ts';
import { keepTemplates, loadTemplates } from '../../db/store/templates.ts';
import { whatsappTemplates } from '../../src/commands/whatsapp-templates.ts';
import type { TemplateAccount } from '../../src/config.ts';
import { ASK_EVERY_MS, refreshTemplates } from '../../src/whatsapp-templates.ts';
import { openFile } from '../delivery/world.ts';
import { testCopy } from '../support/factories.ts';
import { type GraphApi, startGraphApi } from '../support/graph-api.ts';
import { freePort } from '../support/server.ts';

let double: GraphApi;
let database: Database;
let now: number;
beforeEach(async () => {
  now = 1_800_000_000_000;
  double = await startGraphApi({ now: () => now });
  onTestFinished(() => double.close());
  database = await openFile();
});

function run(input: { submit?: 'true' } = {}, change: Partial<TemplateAccount> = {}): Promise<string> {
  const { token, businessId, url: apiRoot } = double;
  const templates = { token, businessId, apiRoot, ...change };
  const reach = () => ({ web: null, telegram: null, whatsapp: null });
  return whatsappTemplates.run({ database, reach, now: () => now, templates }, input);
}

const statusOf = async (name: string, language: string) =>
  (await loadTemplates(database)).find((each) => each.name === name && each.language === language)?.status;

describe('gerai whatsapp-templates', () => {
  it('lists what is missing, and changes nothing at Meta', async () => {
    const output = await run();
    expect(output).toMatch(/^gerai_ready_v1 +id {2}UTILITY {4}missing$/m);
    expect(output).toMatch(/^gerai_new_product_v1 +en {2}MARKETING {2}missing$/m);
    expect(output).toMatch(/^20 of 20 \(in id and en\) are missing\. Add --submit to hand them in\.$/m);
    expect(double.templates()).toEqual([]);
    expect(await statusOf('gerai_ready_v1', 'id')).toBe('MISSING');
  });

  it('hands in what is missing, once', async () => {
    expect(await run({ submit: 'true' })).toMatch(/^gerai_ready_v1 +id .* submitted: PENDING$/m);
    expect(double.templates()).toHaveLength(20);
    const again = await run({ submit: 'true' });
    expect(again).toMatch(/^gerai_ready_v1 +id .* PENDING$/m);
    expect(again).not.toContain('submitted');
    expect(double.templates()).toHaveLength(20);
    expect(await statusOf('gerai_quoted_v1', 'en')).toBe('PENDING');
  });

  it('says what became of each, and why', async () => {
    await run({ submit: 'true' });
    await double.review(/ready/, 'APPROVED');
    await double.review(/quoted/, 'REJECTED', { language: 'en', reason: 'INVALID_FORMAT' });
    const output = await run();
    expect(output).toMatch(/^gerai_ready_v1 +en .* APPROVED$/m);
    expect(output).toMatch(/^gerai_quoted_v1 +en .* REJECTED: INVALID_FORMAT$/m);
    expect(await statusOf('gerai_ready_v1', 'id')).toBe('APPROVED');
    expect(await statusOf('gerai_quoted_v1', 'en')).toBe('REJECTED');
  });

  it('says why one was not taken, and hands in the others', async () => {
    double.fail({ path: 'submission', how: { status: 400, code: 424242 } });
    const output = await run({ submit: 'true' });
    expect(output).toMatch(/^gerai_ready_v1 +id .* not taken\. Meta refuses it \(code 424242\)\.$/m);
    expect(double.templates()).toHaveLength(19);
    expect(output).toMatch(/^1 of 20/m);
  });

  it('says which settings it needs, and asks nobody without them', async () => {
    await expect(run({}, { businessId: undefined, token: undefined })).rejects.toThrow(
      /^WHATSAPP_CLOUD_TOKEN: set .*\nWHATSAPP_CLOUD_BUSINESS_ID: set /,
    );
  });

  it.each([
    [{ token: 'wrong' }, /refuses the access token.*Set WHATSAPP_CLOUD_TOKEN/],
    [{ businessId: '1' }, /no such account.*WHATSAPP_CLOUD_BUSINESS_ID/],
  ])('says what to put right with %j, and never the token', async (change, expected) => {
    const message = await run({}, change).catch((error: Error) => error.message);
    expect(message).toMatch(expected);
    expect(message).not.toContain(double.token);
  });
});

it('says so where Meta cannot be reached', async () => {
  const apiRoot = `http://127.0.0.1:${await freePort()}`;
  await expect(run({}, { apiRoot })).rejects.toThrow('Meta cannot be reached (ECONNREFUSED).');
});

describe('what Meta says of the templates', () => {
  const lines: object[] = [];
  const log = {
    info: () => undefined,
    warn: (fields: object) => void lines.push(fields),
    error: () => undefined,
  };
  function refresh(change: { token?: string; businessId?: string | undefined } = {}): Promise<void> {
    const { token, phoneId, appSecret, verifyToken, businessId, url: apiRoot } = double;
    const settings = { token, phoneId, appSecret, verifyToken, businessId, apiRoot, ...change };
    return refreshTemplates({ settings, database, copy: testCopy, log, now: () => now });
  }
  beforeEach(() => lines.splice(0));

  it('is asked for each hour, and kept', async () => {
    await run({ submit: 'true' });
    now += ASK_EVERY_MS - 1;
    await double.review(/./, 'APPROVED');
    await refresh();
    expect(await statusOf('gerai_ready_v1', 'id')).toBe('PENDING');
    now += 1;
    await refresh();
    expect(await statusOf('gerai_ready_v1', 'id')).toBe('APPROVED');
    expect(lines).toEqual([]);
  });

  it('is asked for at once where a template is new here', async () => {
    await refresh();
    expect(await statusOf('gerai_ready_v1', 'id')).toBe('MISSING');
    expect(lines).toMatchObject([{ templates: expect.arrayContaining(['gerai_ready_v1 (id)']) }]);
    await database.write([{ sql: `DELETE FROM templates WHERE name = 'gerai_ready_v1'`, args: [] }]);
    await refresh();
    expect(await statusOf('gerai_ready_v1', 'id')).toBe('MISSING');
  });

  it('stays as it was while Meta does not answer', async () => {
    const approved = { name: 'gerai_ready_v1', language: 'id', status: 'APPROVED', reason: null };
    await keepTemplates(database, [approved], now);
    await refresh({ token: 'wrong' });
    expect(await statusOf('gerai_ready_v1', 'id')).toBe('APPROVED');
    expect(lines).toEqual([{ reason: 'GraphError', code: 190 }]);
  });

  it('is not asked for without the id of the account', async () => {
    await refresh({ businessId: undefined });
    expect(await loadTemplates(database)).toEqual([]);
  });
});
