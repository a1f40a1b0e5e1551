import type { Message, Update } from 'grammy/types';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { telegramApi } from '../../../bots/telegram/api.ts';
import { parseUpdate } from '../../../bots/telegram/parse.ts';
import type { InboundBody } from '../../../src/chat/message.ts';
import { type BotApi, startBotApi, type User } from '../../support/bot-api.ts';

const NOW = 1_770_000_000_000;

let double: BotApi;
let siti: User;
beforeEach(async () => {
  double = await startBotApi();
  siti = double.user({ id: 7, firstName: 'Siti', languageCode: 'en-GB', phone: '+62812' });
});
afterEach(() => double.close());

const api = () => telegramApi({ token: double.token, apiRoot: double.url });

/** What the bot understands of the newest thing that was done. */
async function understood(): Promise<InboundBody | undefined> {
  const update = (await api().getUpdates()).at(-1);
  return update && parseUpdate(update, NOW)?.body;
}

describe('what a person does', () => {
  it('names the event, the chat and the person', async () => {
    void siti.says('Ada keripik?');
    const [update] = await api().getUpdates();
    expect(update && parseUpdate(update, NOW)).toMatchObject({
      key: `telegram:${update?.update_id}`,
      channel: 'telegram',
      chat: '7',
      actor: '7',
      at: (update?.message?.date ?? 0) * 1_000,
      locale: 'en-GB',
      displayName: 'Siti',
      body: { kind: 'text', text: 'Ada keripik?' },
    });
  });

  it.each<[string, (user: User) => void, InboundBody]>([
    ['a shelf code', (user) => user.opens('keripik-tempe'), { kind: 'start', payload: 'keripik-tempe' }],
    ['the first opening', (user) => user.opens(), { kind: 'start', payload: '' }],
    ['another command', (user) => user.says('/pesanan'), { kind: 'text', text: '/pesanan' }],
    ['a word that begins like one', (user) => user.says('/starter'), { kind: 'text', text: '/starter' }],
    ['their number', (user) => user.sharesContact(), { kind: 'contact', phone: '+62812' }],
    [
      'a photo',
      (user) => user.sendsPhoto('yang ini?'),
      { kind: 'photo', caption: 'yang ini?', picture: { handle: expect.any(String) } },
    ],
    [
      'a photo without words',
      (user) => user.sendsPhoto(),
      { kind: 'photo', caption: '', picture: { handle: expect.any(String) } },
    ],
    ['a voice note', (user) => user.sendsVoice(), { kind: 'unsupported', what: 'voice' }],
    ['a block', (user) => user.blocks(), { kind: 'reachable', reachable: false }],
    ['a return', (user) => user.unblocks(), { kind: 'reachable', reachable: true }],
  ])('understands %s', async (_, act, expected) => {
    act(siti);
    expect(await understood()).toEqual(expected);
  });

  it('does not take another person’s contact card for theirs', async () => {
    void siti.sharesContact('+62899', 8);
    expect(await understood()).toEqual({ kind: 'unsupported', what: 'other' });
  });

  it('understands an edit of what was said', async () => {
    void siti.says('2 keripik');
    void siti.edits('3 keripik');
    expect(await understood()).toEqual({ kind: 'edited', text: '3 keripik' });
  });

  it('knows the message that a button or a reply belongs to', async () => {
    const reply_markup = { inline_keyboard: [[{ text: 'Pesan', callback_data: 'add 1 2' }]] };
    const { message_id: id } = await api().sendMessage(7, 'Keripik', { reply_markup });
    void siti.presses('Pesan');
    expect(await understood()).toEqual({ kind: 'choice', choice: 'add 1 2', message: String(id) });
    void siti.repliesTo(id, '2');
    expect(await understood()).toEqual({ kind: 'text', text: '2', replyTo: String(id) });
  });

  it.each<[string, object, string]>([
    ['sticker', { sticker: {} }, 'sticker'],
    ['place', { venue: {}, location: {} }, 'location'],
    ['moving picture, which is also a document', { animation: {}, document: {} }, 'video'],
    ['round video', { video_note: {} }, 'video'],
    ['file', { document: {}, caption: 'daftar' }, 'document'],
    ['song', { audio: {} }, 'voice'],
    ['poll', { poll: {} }, 'other'],
    ['thing that Telegram will invent', { hologram: {} }, 'other'],
  ])('has a name for a %s', async (_, part, what) => {
    void siti.sends(part as Partial<Message>);
    expect(await understood()).toEqual({ kind: 'unsupported', what });
  });
});

describe('what asks for no answer', () => {
  const chat = { id: -5, type: 'group', title: 'Petugas' } as const;
  const from = { id: 7, is_bot: false, first_name: 'Siti' };
  const date = 1_770_000_000;
  const text = { message_id: 1, date, text: 'halo' };
  const privateChat = { id: 7, type: 'private', first_name: 'Siti' };

  it.each<[string, object]>([
    ['a picture in a group', { message: { message_id: 1, date, chat, from, photo: [], caption: 'halo' } }],
    ['a voice note in a group', { message: { message_id: 1, date, chat, from, voice: {} } }],
    ['an edit in a group', { edited_message: { ...text, chat, from, edit_date: date } }],
    ['a group that writes itself', { message: { ...text, chat, from: { ...from, is_bot: true } } }],
    ['a channel', { channel_post: { ...text, chat: { id: -6, type: 'channel', title: 'Kabar' } } }],
    ['a pinned message', { message: { message_id: 1, date, chat: privateChat, from, pinned_message: text } }],
    ['another bot', { message: { ...text, chat: privateChat, from: { ...from, is_bot: true } } }],
    [
      'a live location that moves',
      { edited_message: { message_id: 1, date, chat: privateChat, from, location: {} } },
    ],
    ['a kind of update that is not read', { poll: {} }],
  ])('is silent about %s', (_, body) => {
    expect(parseUpdate({ update_id: 1, ...body } as Update, NOW)).toBeNull();
  });

  it('still takes a press under a message too old for Telegram to show', () => {
    const message = { message_id: 3, date: 0, chat: privateChat };
    const update = { update_id: 1, callback_query: { id: '1', from, data: 'a', message } };
    const inbound = parseUpdate(update as unknown as Update, NOW);
    expect(inbound).toMatchObject({ at: NOW, body: { kind: 'choice', choice: 'a', message: '3' } });
  });
});

describe('a group', () => {
  const chat = { id: -5, type: 'supergroup', title: 'Petugas' } as const;
  const from = { id: 7, is_bot: false, first_name: 'Siti', last_name: 'Aminah', language_code: 'id' };
  const date = 1_770_000_000;
  const understoodAs = (body: object) => parseUpdate({ update_id: 1, ...body } as Update, NOW);
  const change = (member: object) => ({ my_chat_member: { chat, from, date, new_chat_member: member } });

  it('is told with the member who wrote, under the whole name that Telegram shows', () => {
    const message = { message_id: 1, date, chat, from, text: '/pesanan' };
    expect(understoodAs({ message })).toEqual({
      key: 'telegram:1',
      channel: 'telegram',
      chat: '-5',
      actor: '7',
      at: date * 1_000,
      locale: 'id',
      displayName: 'Siti Aminah',
      body: { kind: 'text', text: '/pesanan' },
    });
  });

  it('is told with who pressed', () => {
    const message = { message_id: 3, date, chat };
    expect(understoodAs({ callback_query: { id: '1', from, data: 'a', message } })).toMatchObject({
      chat: '-5',
      actor: '7',
      body: { kind: 'choice', choice: 'a', message: '3' },
    });
  });

  it.each<[object, boolean]>([
    [{ status: 'member' }, true],
    [{ status: 'administrator' }, true],
    [{ status: 'restricted', is_member: true }, true],
    [{ status: 'restricted', is_member: false }, false],
    [{ status: 'left' }, false],
    [{ status: 'kicked' }, false],
  ])('has the bot in it, or not: %j', (member, reachable) => {
    expect(understoodAs(change(member))?.body).toEqual({ kind: 'reachable', reachable });
  });

  it.each<[string, object]>([
    ['in the old group', { chat: { ...chat, type: 'group' }, migrate_to_chat_id: -1_005 }],
    ['in the new one', { chat: { ...chat, id: -1_005 }, migrate_from_chat_id: -5 }],
  ])("says that it has another id, in nobody's name: %s", (_, part) => {
    expect(understoodAs({ message: { message_id: 1, date, ...part } })).toMatchObject({
      chat: '-5',
      actor: '-5',
      body: { kind: 'moved', to: '-1005' },
    });
  });
});
