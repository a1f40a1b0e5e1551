import { describe, expect, it } from 'vitest';
import {
  isPrivate,
  parseCall,
  parseDeleted,
  parseEdit,
  parseLeave,
  parseMessage,
  parseOwn,
  type RawMessage,
  sameAs,
} from '../../../bots/whatsapp-web/parse.ts';
import { bridgeEvent } from '../../../src/wire/bridge.ts';

const RINA = '628111@c.us';
const US = '628000@c.us';

function message(fields: Partial<RawMessage> = {}, fromMe = false): RawMessage {
  return {
    id: { _serialized: `${fromMe}_${RINA}_3A01`, id: '3A01', fromMe },
    from: fromMe ? US : RINA,
    to: fromMe ? RINA : US,
    type: 'chat',
    body: 'halo',
    timestamp: 1_790_000_000,
    ...fields,
  };
}

const bodyOf = (fields: Partial<RawMessage>) => parseMessage(message(fields))?.body;

describe('a message', () => {
  it('is told with the id, the chat and the time that it came with', () => {
    expect(parseMessage(message({ from: '99887766@lid', _data: { notifyName: 'Rina' } }))).toEqual({
      kind: 'message',
      id: `false_${RINA}_3A01`,
      chat: '99887766@lid',
      at: 1_790_000_000_000,
      name: 'Rina',
      body: { kind: 'text', text: 'halo' },
    });
  });

  it('names what it quotes as receipts name it', () => {
    expect(bodyOf({ _data: { quotedStanzaID: '3EB0AA' } })).toEqual({
      kind: 'text',
      text: 'halo',
      replyTo: '3EB0AA',
    });
  });

  it.each<[string, Partial<RawMessage>, unknown]>([
    [
      'an invitation',
      { body: ' inv_abcdefghijklmnopqrstuvwx ' },
      { kind: 'start', payload: 'inv_abcdefghijklmnopqrstuvwx' },
    ],
    ['a start', { body: '/start keripik-tempe' }, { kind: 'start', payload: 'keripik-tempe' }],
    ['a word about invitations', { body: 'inv_ apa?' }, { kind: 'text', text: 'inv_ apa?' }],
    ['a photo', { type: 'image', body: 'ini apa?' }, { kind: 'photo', caption: 'ini apa?' }],
    ['a voice note', { type: 'ptt', body: '' }, { kind: 'unsupported', what: 'voice' }],
    ['an audio file', { type: 'audio', body: '' }, { kind: 'unsupported', what: 'voice' }],
    ['a sticker', { type: 'sticker', body: '' }, { kind: 'unsupported', what: 'sticker' }],
    ['a place', { type: 'location', body: '/9j/4AAQ' }, { kind: 'unsupported', what: 'location' }],
    ['a video', { type: 'video', body: '' }, { kind: 'unsupported', what: 'video' }],
    ['a document', { type: 'document', body: '' }, { kind: 'unsupported', what: 'document' }],
    ['a contact card', { type: 'vcard', body: 'BEGIN:VCARD' }, { kind: 'unsupported', what: 'other' }],
    ['what nobody has heard of', { type: 'hologram', body: '' }, { kind: 'unsupported', what: 'other' }],
  ])('is read by its kind: %s', (_, fields, body) => {
    expect(bodyOf(fields)).toEqual(body);
    expect(bridgeEvent.safeParse(parseMessage(message(fields))).success).toBe(true);
  });

  it.each([
    'e2e_notification',
    'notification_template',
    'gp2',
    'protocol',
    'revoked',
    'reaction',
    'ciphertext',
    'album',
  ])('is passed over where it is none: %s', (type) => {
    expect(parseMessage(message({ type }))).toBeNull();
  });

  it.each([
    ['a group', '120363@g.us'],
    ['a status', 'status@broadcast'],
    ['a list', '1234@broadcast'],
    ['a channel', '1234@newsletter'],
    ['WhatsApp itself', '0@c.us'],
    ['somebody of whom nobody has heard', 'x@y'],
  ])('is passed over where it is from %s', (_, from) => {
    expect(parseMessage(message({ from }))).toBeNull();
    expect(isPrivate(from)).toBe(false);
  });

  it('of our own is told as nothing but that it was there', () => {
    expect(parseMessage(message({}, true))).toBeNull();
    expect(parseOwn(message({}, true))).toEqual({
      kind: 'own',
      id: `true_${RINA}_3A01`,
      chat: RINA,
      at: 1_790_000_000_000,
      givesBack: false,
    });
    expect(parseOwn(message({ body: '/selesai' }, true))).toMatchObject({ givesBack: true });
    expect(parseOwn(message())).toBeNull();
    expect(parseOwn(message({ to: '120363@g.us' }, true))).toBeNull();
  });
});

describe('a deletion', () => {
  it('names the message, and is told of other people’s only', () => {
    expect(parseDeleted(message({ type: 'revoked', body: '' }))).toMatchObject({
      chat: RINA,
      body: { kind: 'deleted', of: message().id._serialized },
    });
    expect(parseDeleted(message({ type: 'revoked' }, true))).toBeNull();
    expect(parseDeleted(message({ type: 'revoked', from: '120363@g.us' }))).toBeNull();
  });
});

describe('the other id of somebody', () => {
  it('is told where there is one, of a person', () => {
    expect(sameAs('77@lid', RINA, 5)).toEqual({
      kind: 'same',
      id: `same 77@lid ${RINA}`,
      chat: '77@lid',
      also: RINA,
      at: 5,
    });
    expect(sameAs(RINA, RINA, 5)).toBeNull();
    expect(sameAs(RINA, undefined, 5)).toBeNull();
    expect(sameAs(RINA, '120363@g.us', 5)).toBeNull();
  });
});

describe('an edit', () => {
  it('is an event of its own for each wording', () => {
    const [first, second, again] = ['halo kak', 'halo pak', 'halo kak'].map((text) =>
      parseEdit(message(), text, 'halo'),
    );
    expect(first?.body).toEqual({ kind: 'edited', text: 'halo kak' });
    expect(first?.id).not.toBe(second?.id);
    expect(first?.id).toBe(again?.id);
    expect(bridgeEvent.safeParse(first).success).toBe(true);
  });

  it('is none where the text is there for the first time, or is the same', () => {
    for (const before of [undefined, '', 'halo']) expect(parseEdit(message(), 'halo', before)).toBeNull();
    expect(parseEdit(message({}, true), 'baru', 'lama')).toBeNull();
  });
});

describe('a call', () => {
  const call = { id: 'C1', from: RINA, timestamp: 0, isGroup: false, fromMe: false };
  it('is told, at the time that it has or now', () => {
    expect(parseCall(call, 7)).toMatchObject({ id: 'call C1', chat: RINA, at: 7, body: { what: 'call' } });
    expect(parseCall({ ...call, timestamp: 5 }, 7)?.at).toBe(5_000);
  });
  it('is passed over in a group, and where we called', () => {
    expect(parseCall({ ...call, isGroup: true }, 7)).toBeNull();
    expect(parseCall({ ...call, fromMe: true }, 7)).toBeNull();
  });
});

describe('a group', () => {
  const GROUP = '120363@g.us';
  const ours = new Set([US, '5500@lid']);
  const said = (fields: Partial<RawMessage>) =>
    parseMessage(message({ from: GROUP, author: RINA, ...fields }), ours);

  it.each(['/pesanan', ' 2 ', '#12', '3.', 'hadir', 'inv_abcdefghijklmnopqrstuvwx', '/start inv_abc'])(
    'passes on %j, with who of its members wrote',
    (body) => {
      const event = said({ body });
      expect(event).toMatchObject({ chat: GROUP, author: RINA });
      expect(bridgeEvent.safeParse(event).success).toBe(true);
    },
  );

  it.each([US, '5500@lid', { _serialized: '5500@lid' }])('passes on a reply to %j, which is us', (by) => {
    const _data = { quotedStanzaID: '3EB0AA', quotedParticipant: by };
    expect(said({ body: 'besok', _data })?.body).toEqual({ kind: 'text', text: 'besok', replyTo: '3EB0AA' });
  });

  it('says nothing of what else a command quotes', () => {
    const _data = { quotedStanzaID: '3EB0AA', quotedParticipant: RINA };
    expect(said({ body: '/pesanan', _data })?.body).toEqual({ kind: 'text', text: '/pesanan' });
  });

  it.each<[string, Partial<RawMessage>]>([
    ['what members say to each other', { body: 'nanti makan apa?' }],
    ['a reply to a member', { body: 'besok', _data: { quotedStanzaID: 'x', quotedParticipant: RINA } }],
    ['a picture', { type: 'image', body: '/pesanan' }],
    ['a voice note', { type: 'ptt', body: '' }],
    ['somebody who is no person', { body: '/pesanan', author: GROUP }],
    ['nobody', { body: '/pesanan', author: undefined as never }],
    ['a status post', { from: 'status@broadcast', body: '/pesanan' }],
    ['a list', { from: '1234@broadcast', body: '/pesanan' }],
    ['a channel', { from: '1234@newsletter', body: '/pesanan' }],
  ])('keeps to itself: %s', (_, fields) => {
    expect(said(fields)).toBeNull();
  });

  it('keeps edits to itself', () => {
    expect(parseEdit(message({ from: GROUP, author: RINA }), '/pesanan', 'halo')).toBeNull();
  });

  it('tells that our number was put out, and by whom', () => {
    const leave = { id: { _serialized: 'x' }, chatId: GROUP, author: RINA, timestamp: 5 };
    const event = parseLeave({ ...leave, recipientIds: [{ _serialized: US }] }, ours);
    expect(event).toEqual({ kind: 'left', id: 'x', chat: GROUP, author: RINA, at: 5_000 });
    expect(bridgeEvent.safeParse(event).success).toBe(true);
    expect(parseLeave({ ...leave, recipientIds: [RINA] }, ours)).toBeNull();
  });
});
