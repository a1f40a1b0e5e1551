/** The templates as they ship, against what is known of Meta's rules, and what becomes of one that is sent. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { whatsappCloudChannel } from '../../../bots/whatsapp-cloud/channel.ts';
import { MAX_WORDS_LENGTH, templateDrafts, templateId } from '../../../bots/whatsapp-cloud/templates.ts';
import { templatesAtMeta } from '../../../bots/whatsapp-cloud/templates-at-meta.ts';
import { BOLD_END, BOLD_START } from '../../../src/chat/message.ts';
import { type FilledTemplate, fillTemplate, TEMPLATE_NAMES } from '../../../src/chat/templates.ts';
import { testCopy } from '../../support/factories.ts';
import { type GraphApi, startGraphApi } from '../../support/graph-api.ts';

const SITI = '628120000007';
const DRAFTS = templateDrafts(testCopy);
const media = { handle: async () => null, bytes: async () => null, remember: async () => undefined };

let double: GraphApi;
let noticed: string[];
beforeEach(async () => {
  noticed = [];
  double = await startGraphApi({ window: 'refused' });
});
afterEach(() => double.close());

function atMeta(more: { token?: string; businessId?: string } = {}) {
  const { token, businessId, url: apiRoot } = double;
  return templatesAtMeta({ token, businessId, apiRoot, ...more });
}

async function approveAll(): Promise<void> {
  for (const draft of DRAFTS) await atMeta().submit(draft);
  await double.review(/./, 'APPROVED');
}

function send(template: FilledTemplate) {
  const { token, phoneId, url: apiRoot } = double;
  const channel = whatsappCloudChannel({
    token,
    phoneId,
    apiRoot,
    media,
    now: Date.now,
    onTemplateStatus: (about, status) => void noticed.push(`${templateId(about)} ${status}`),
  });
  return channel.sendTemplate({ chat: SITI, template, reference: '7' });
}

const VALUES = { code: 'K7M-2PQ', items: '2 × Keripik tempe', place: 'Gerai', time: 'Senin' };
const ready = (values: Partial<typeof VALUES> = {}, language = 'id') =>
  fillTemplate('ready', language, { ...VALUES, ...values }, {});

describe.each(DRAFTS)('$name in $language', (draft) => {
  it('is taken by the double, which knows the rules that are documented or reported', async () => {
    expect(await atMeta().submit(draft)).toBe('PENDING');
  });

  it('leaves room for its values', () => {
    expect(draft.body.replaceAll(/\{\{\d\}\}/g, '').length).toBeLessThan(MAX_WORDS_LENGTH);
    expect(draft.body).not.toContain('{ $');
  });

  it('has one sample for each value, and labels that a button holds', () => {
    expect(draft.samples).toHaveLength(new Set(draft.body.match(/\{\{\d\}\}/g)).size);
    for (const label of draft.buttons) expect(label.length).toBeLessThanOrEqual(25);
  });
});

describe('the templates', () => {
  it('exist in Indonesian and English, each under a name of its own', () => {
    expect(DRAFTS).toHaveLength(2 * TEMPLATE_NAMES.length);
    const names = new Set(DRAFTS.map(({ name }) => name));
    expect(names.size).toBe(TEMPLATE_NAMES.length);
    for (const name of names) expect(name).toMatch(/^gerai_[a-z_]+_v\d+$/);
  });

  it('are of the kind that is asked for, but for new products', () => {
    const marketing = DRAFTS.filter(({ category }) => category === 'MARKETING').map(({ name }) => name);
    expect([...new Set(marketing)]).toEqual(['gerai_new_product_v1']);
  });

  it('are all listed, over more than one page', async () => {
    await approveAll();
    for (let n = 0; n < 100; n += 1) {
      await atMeta().submit({ ...(DRAFTS[0] as (typeof DRAFTS)[0]), name: `other_${n}` });
    }
    const [last] = DRAFTS.slice(-1);
    await atMeta().submit({ ...(last as (typeof DRAFTS)[0]), name: 'gerai_last_v1' });
    const found = await atMeta().list();
    expect(found).toHaveLength(DRAFTS.length + 1);
    expect(found[0]).toEqual({
      name: DRAFTS[0]?.name,
      language: 'id',
      status: 'APPROVED',
      reason: null,
      body: DRAFTS[0]?.body,
    });
  });

  it('that are refused say why, without the token', async () => {
    const bad = { ...(DRAFTS[0] as (typeof DRAFTS)[0]), body: 'Pesanan siap: {{1}}.', samples: ['K7M'] };
    await expect(atMeta().submit(bad)).rejects.toMatchObject({
      code: 100,
      said: expect.stringContaining("Variables can't be at the start or end"),
    });
    await expect(atMeta({ businessId: '5' }).list()).rejects.toMatchObject({ code: 33 });
  });
});

describe('a template that is sent', () => {
  it('reaches somebody who has never written, with its values and buttons', async () => {
    await approveAll();
    const template = fillTemplate(
      'staff-order',
      'id',
      { code: 'K7M-2PQ', name: 'Siti', unit: 'Lapas', items: '2 × Tas' },
      {
        accept: { do: 'accept', part: 'abc' },
        reject: { do: 'ask-reject', part: 'abc', version: 1 },
        see: { do: 'show-part', part: 'abc' },
      },
    );
    expect(await send(template)).toEqual({ kind: 'sent', externalId: double.log[0]?.id });
    const [message] = double.person(SITI).inbox();
    expect(message?.text).toContain('kode K7M-2PQ dari Siti untuk Lapas');
    expect(message?.choices.map(({ id, title }) => `${title}: ${id}`)).toEqual([
      'Terima: accept abc',
      'Tolak: ask-reject abc 1',
      'Lihat pesanan: show-part abc',
    ]);
    expect(double.log[0]?.message.biz_opaque_callback_data).toBe('7');
  });

  it('has values of one line, without bold, and never an empty one', async () => {
    await approveAll();
    const items = `${BOLD_START}2${BOLD_END} × Tas\n\t*miring*      merah`;
    expect((await send(ready({ items, place: ' ' }))).kind).toBe('sent');
    const [message] = double.person(SITI).inbox();
    expect(message).toMatchObject({ bold: [], otherwise: [] });
    expect(message?.text).toContain('Isi pesanan: 2 × Tas *miring* merah\nTempat ambil: –');
  });

  it('is not too long, however long its values are', async () => {
    await approveAll();
    const long = 'keripik '.repeat(200);
    expect((await send(ready({ items: long, place: `${long}🙂` }, 'en'))).kind).toBe('sent');
    const [message] = double.person(SITI).inbox();
    expect(message?.text.length).toBeLessThanOrEqual(1_024);
    expect(message?.text).toContain('K7M-2PQ');
  });

  it.each([
    ['PAUSED', 'PAUSED', 132015],
    ['DISABLED', 'DISABLED', 132016],
    ['REJECTED', 'MISSING', 132001],
  ])('while it is %s is not tried again, and that is noticed', async (status, heard, code) => {
    await approveAll();
    await double.review(/ready/, status);
    expect(await send(ready())).toEqual({
      kind: 'rejected',
      reason: expect.stringContaining(`(${code})`),
    });
    expect(noticed).toEqual([`gerai_ready_v1 ${heard}`]);
  });

  it.each([132000, 132005, 132007, 132012, 132018, 131047])(
    'and refused with %i goes another way',
    async (code) => {
      await approveAll();
      double.fail({ how: { status: 400, code } });
      expect(await send(ready())).toEqual({
        kind: 'rejected',
        reason: expect.stringContaining(`(${code})`),
      });
      expect(noticed).toEqual([]);
    },
  );

  it('waits where everything has to wait', async () => {
    await approveAll();
    double.fail({ how: { status: 429, code: 130429 } });
    expect(await send(ready())).toMatchObject({ kind: 'retry', scope: 'bot' });
  });
});
