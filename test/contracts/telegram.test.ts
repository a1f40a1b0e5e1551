import type { Message as TelegramMessage, Update } from 'grammy/types';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TELEGRAM } from '../../bots/telegram/capabilities.ts';
import { type TelegramChannel, telegramChannel } from '../../bots/telegram/channel.ts';
import { parseUpdate } from '../../bots/telegram/parse.ts';
import type { Message } from '../../src/chat/message.ts';
import { fitTo } from '../../src/chat/render.ts';
import { type BotApi, startBotApi, type User } from '../support/bot-api.ts';
import { type Arrived, describeChannel } from './channel.contract.ts';

let double: BotApi;
let siti: User;
let channel: TelegramChannel;

beforeAll(async () => {
  double = await startBotApi();
  siti = double.user({ id: 7, firstName: 'Siti' });
  channel = telegramChannel({
    token: double.token,
    apiRoot: double.url,
    media: {
      handle: async () => null,
      remember: async () => undefined,
      bytes: async () => ({ bytes: new Uint8Array([1]), type: 'image/png' }),
    },
  });
});
afterAll(() => double.close());

async function arrives(message: Message): Promise<Arrived[]> {
  const before = new Set(siti.inbox().map(({ id }) => id));
  for (const fitted of fitTo(message, TELEGRAM)) {
    const outcome = await channel.send({ chat: '7', message: fitted });
    expect(outcome.kind).toBe('sent');
  }
  return siti
    .inbox()
    .filter(({ id }) => !before.has(id))
    .map(({ text, bold, buttons, photo }) => ({
      // A message of buttons alone has to say something: it says "…".
      text: text === '…' ? '' : text,
      bold,
      choices: buttons.map(({ label, data }) => ({ id: data ?? '', label })),
      photo: photo !== null,
    }));
}

const FROM = { id: 7, is_bot: false, first_name: 'Siti' };
const CHAT = { id: 7, type: 'private', first_name: 'Siti' };

function update(part: object): Update {
  return { update_id: 1, ...part } as Update;
}

function message(part: object): Update {
  return update({ message: { message_id: 1, date: 1, chat: CHAT, from: FROM, ...part } });
}

const KINDS: Readonly<Record<string, Partial<Record<keyof TelegramMessage | 'from_next_year', unknown>>>> = {
  'a voice note': { voice: { file_id: 'v' } },
  'a sticker': { sticker: { file_id: 's' } },
  'a location': { location: { latitude: -6, longitude: 106 } },
  'a document': { document: { file_id: 'd' } },
  'a video': { video: { file_id: 'v' } },
  'a round video': { video_note: { file_id: 'v' } },
  'an animation': { animation: { file_id: 'a' }, document: { file_id: 'a' } },
  'a poll': { poll: { id: '1' } },
  'a dice': { dice: { emoji: '🎲', value: 3 } },
  'the card of somebody else': { contact: { phone_number: '+62', first_name: 'Ali', user_id: 8 } },
  'a kind that Telegram will invent': { from_next_year: { x: 1 } },
  'a photo without words': { photo: [{ file_id: 'p' }] },
};

describe('Telegram', () => {
  describeChannel(() => ({
    name: 'telegram',
    can: TELEGRAM,
    picture: 'keripik',
    arrives,
    pressed: (data) =>
      parseUpdate(
        update({
          callback_query: {
            id: '1',
            from: FROM,
            chat_instance: '1',
            data,
            message: { message_id: 5, date: 1, chat: CHAT },
          },
        }),
        1,
      )?.body ?? null,
    strange: () =>
      Object.entries(KINDS).map(([what, part]) => ({
        what,
        body: parseUpdate(message(part), 1)?.body ?? null,
      })),
  }));

  test('a caption takes as much as Telegram lets it, and the rest of a long text follows the picture', async () => {
    const text = 'kata '.repeat(TELEGRAM.photos?.captionLength ?? 0);
    const [pictured, ...rest] = await arrives({ text, photo: 'keripik' });
    expect(pictured).toMatchObject({ photo: true, text: '' });
    expect(rest.every((each) => !each.photo)).toBe(true);
  });
});
