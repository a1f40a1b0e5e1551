import { describe, expect, it } from 'vitest';
import { parsePost } from '../../../bots/whatsapp-cloud/parse.ts';
import { postSchema } from '../../../bots/whatsapp-cloud/posts.ts';

const PHONE_ID = '106540352242922';
const NOW = 1_800_000_000_000;

function parse(value: object, { phoneId = PHONE_ID, field = 'messages' } = {}) {
  const metadata = { display_phone_number: '622112345678', phone_number_id: phoneId };
  const change = { field, value: { messaging_product: 'whatsapp', metadata, ...value } };
  const post = { object: 'whatsapp_business_account', entry: [{ id: '1', changes: [change] }] };
  return parsePost(postSchema.parse(JSON.parse(JSON.stringify(post))), PHONE_ID, NOW);
}

const message = (part: object) => ({ from: '628121', id: 'wamid.A', timestamp: '1749416383', ...part });
const bodyOf = (part: object) => parse({ messages: [message(part)] }).events[0]?.inbound.body;

describe('a message', () => {
  it('says who wrote it, when, and under what name', () => {
    const contacts = [{ wa_id: '628121', profile: { name: 'Siti' } }];
    const [event] = parse({ contacts, messages: [message({ type: 'text', text: { body: 'halo' } })] }).events;
    expect(event?.inbound).toEqual({
      key: 'whatsapp:wamid.A',
      channel: 'whatsapp-cloud',
      chat: '628121',
      actor: '628121',
      at: 1_749_416_383_000,
      displayName: 'Siti',
      body: { kind: 'text', text: 'halo' },
    });
  });

  it('of somebody who hides their number has the id that stands for them', () => {
    const from = { from: undefined, from_user_id: 'ID.13491208655302741918' };
    const contacts = [{ user_id: 'ID.13491208655302741918', profile: { name: 'Siti' } }];
    const [event] = parse({
      contacts,
      messages: [message({ ...from, type: 'text', text: { body: 'a' } })],
    }).events;
    expect(event?.inbound).toMatchObject({ chat: 'ID.13491208655302741918', displayName: 'Siti' });
  });

  it.each([
    [
      { type: 'text', text: { body: '2' }, context: { id: 'wamid.Q' } },
      { kind: 'text', text: '2', replyTo: 'wamid.Q' },
    ],
    [
      { type: 'text', text: { body: '/start keripik-tempe' } },
      { kind: 'start', payload: 'keripik-tempe' },
    ],
    [
      { type: 'text', text: { body: '/start' } },
      { kind: 'start', payload: '' },
    ],
    [
      { type: 'text', text: { body: 'inv_abcDEF' } },
      { kind: 'start', payload: 'inv_abcDEF' },
    ],
    [
      { type: 'text', text: { body: 'inv_abcDEF ya' } },
      { kind: 'text', text: 'inv_abcDEF ya' },
    ],
    [
      {
        type: 'interactive',
        context: { id: 'wamid.Q' },
        interactive: { type: 'button_reply', button_reply: { id: 'help', title: 'Bantuan' } },
      },
      { kind: 'choice', choice: 'help', message: 'wamid.Q' },
    ],
    [
      { type: 'interactive', interactive: { type: 'list_reply', list_reply: { id: 'help', title: 'B' } } },
      { kind: 'choice', choice: 'help' },
    ],
    [
      { type: 'interactive', interactive: { type: 'nfm_reply' } },
      { kind: 'unsupported', what: 'other' },
    ],
    [
      { type: 'button', button: { text: 'Ya', payload: 'x' } },
      { kind: 'text', text: 'Ya' },
    ],
    [
      { type: 'image', image: { id: '1', caption: 'ini' } },
      { kind: 'photo', caption: 'ini', picture: { handle: '1' } },
    ],
    [
      { type: 'image', image: { id: '1' } },
      { kind: 'photo', caption: '', picture: { handle: '1' } },
    ],
    [
      { type: 'audio', audio: { id: '1' } },
      { kind: 'unsupported', what: 'voice' },
    ],
    [
      { type: 'sticker', sticker: {} },
      { kind: 'unsupported', what: 'sticker' },
    ],
    [
      { type: 'location', location: {} },
      { kind: 'unsupported', what: 'location' },
    ],
    [
      { type: 'video', video: {} },
      { kind: 'unsupported', what: 'video' },
    ],
    [
      { type: 'document', document: {} },
      { kind: 'unsupported', what: 'document' },
    ],
    [
      { type: 'contacts', contacts: [{}] },
      { kind: 'unsupported', what: 'other' },
    ],
    [
      { type: 'unsupported', errors: [{}] },
      { kind: 'unsupported', what: 'other' },
    ],
    [
      { type: 'unsupported', unsupported: { type: 'video_note' } },
      { kind: 'unsupported', what: 'video' },
    ],
    [
      { type: 'unsupported', unsupported: { type: 'edit' } },
      { kind: 'edited', text: '' },
    ],
    [
      { type: 'edit', edit: { original_message_id: 'w', message: { type: 'text', text: { body: 'baru' } } } },
      { kind: 'edited', text: 'baru' },
    ],
    [{ type: 'request_welcome' }, { kind: 'start', payload: '' }],
    [
      { type: 'text', text: 'not an object' },
      { kind: 'unsupported', what: 'other' },
    ],
  ])('%j', (part, expected) => {
    expect(bodyOf(part)).toEqual(expected);
  });

  it('taken back names the event that it was', () => {
    expect(bodyOf({ type: 'revoke', revoke: { original_message_id: 'wamid.X' } })).toEqual({
      kind: 'deleted',
      message: 'whatsapp:wamid.X',
    });
  });

  it.each([
    { type: 'reaction', reaction: { emoji: '👍', message_id: 'w' } },
    { type: 'system', system: { type: 'user_changed_number', wa_id: '62813' } },
    { type: 'unsupported', unsupported: { type: 'pin' } },
    { type: 'text', text: { body: 'halo semua' }, group_id: 'g1' },
    { type: 'text', text: { body: 'halo' }, from: undefined },
  ])('asks for no answer: %j', (part) => {
    expect(bodyOf(part)).toBeUndefined();
  });

  it('for another number of the account, or of another kind, is not ours', () => {
    const messages = [message({ type: 'text', text: { body: 'halo' } })];
    expect(parse({ messages }, { phoneId: '999' }).events).toEqual([]);
    expect(parse({ messages }, { field: 'account_update' }).events).toEqual([]);
  });

  it('that cannot be read holds up nothing beside it', () => {
    const good = message({ type: 'text', text: { body: 'halo' } });
    expect(parse({ messages: [{ id: 5 }, null, good], statuses: 'x' }).events).toHaveLength(1);
  });
});

describe('a button of a template', () => {
  it('carries our choice, on the message that it was on', () => {
    const button = { text: 'Lihat pesanan', payload: 'show-part abc' };
    expect(bodyOf({ type: 'button', button, context: { id: 'wamid.T' } })).toEqual({
      kind: 'choice',
      choice: 'show-part abc',
      message: 'wamid.T',
    });
  });
});

describe('news of a template', () => {
  const news = (value: object) => parse(value, { field: 'message_template_status_update' }).templates;
  const about = { message_template_name: 'gerai_ready_v1', message_template_language: 'id', reason: 'NONE' };

  it.each([
    ['APPROVED', 'APPROVED'],
    ['REINSTATED', 'APPROVED'],
    ['PAUSED', 'PAUSED'],
    ['DISABLED', 'DISABLED'],
    ['PENDING_DELETION', 'PENDING_DELETION'],
  ])('%s', (event, status) => {
    expect(news({ ...about, event })).toEqual([
      { name: 'gerai_ready_v1', language: 'id', status, reason: null },
    ]);
  });

  it('says why it was rejected', () => {
    expect(news({ ...about, event: 'REJECTED', reason: 'INVALID_FORMAT' })).toMatchObject([
      { status: 'REJECTED', reason: 'INVALID_FORMAT' },
    ]);
  });

  it('that changes nothing, or says too little, is passed over', () => {
    for (const event of ['FLAGGED', 'LOCKED', 'IN_APPEAL', undefined]) {
      expect(news({ ...about, event })).toEqual([]);
    }
    expect(news({ event: 'PAUSED' })).toEqual([]);
  });
});

describe('a status', () => {
  const status = (part: object) =>
    parse({ statuses: [{ id: 'wamid.S', biz_opaque_callback_data: '7', ...part }] }).reports;

  it.each([
    [{ status: 'sent' }, { isThere: false, outcome: { kind: 'sent' } }],
    [{ status: 'delivered' }, { isThere: true, outcome: { kind: 'sent' } }],
    [{ status: 'read' }, { isThere: true, outcome: { kind: 'sent' } }],
    [
      { status: 'failed', errors: [{ code: 131026 }] },
      { isThere: false, outcome: { kind: 'unreachable' } },
    ],
    [{ status: 'failed', errors: [{ code: 131047 }] }, { outcome: { kind: 'closed' } }],
    [{ status: 'failed', errors: [{ code: 131056 }] }, { outcome: { kind: 'retry', scope: 'chat' } }],
    [{ status: 'failed' }, { outcome: { kind: 'rejected' } }],
  ])('%j', (part, expected) => {
    expect(status(part)).toMatchObject([{ externalId: 'wamid.S', reference: '7', ...expected }]);
  });

  it('that says nothing of a delivery, or is of nobody here, is passed over', () => {
    expect(status({ status: 'warning' })).toEqual([]);
    expect(status({ status: 'sent', biz_opaque_callback_data: undefined })).toEqual([]);
  });
});
