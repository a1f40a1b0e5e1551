import type { Update } from 'grammy/types';
import { describe, expect, it, onTestFinished } from 'vitest';
import { TELEGRAM } from '../../bots/telegram/capabilities.ts';
import { telegramChannel } from '../../bots/telegram/channel.ts';
import { parseUpdate } from '../../bots/telegram/parse.ts';
import { fitTo } from '../../src/chat/render.ts';
import { type InboxMessage, startBotApi } from '../support/bot-api.ts';
import { openStand } from '../support/stand.ts';
import { channelContract, type Line, type Seen } from './channel.ts';

async function open(): Promise<Line> {
  const double = await startBotApi();
  onTestFinished(() => double.close());
  const user = double.user({ id: 7, firstName: 'Siti' });
  const updates: Update[] = [];
  double.deliverTo(async (request) => {
    updates.push(await request.json());
    return new Response();
  });
  const picture = { bytes: new Uint8Array([1, 2, 3]), type: 'image/png' };
  const media = { handle: async () => null, bytes: async () => picture, remember: async () => undefined };
  const channel = telegramChannel({ token: double.token, apiRoot: double.url, media });
  return {
    picture: 'a-hash',
    async carry(message) {
      const before = user.inbox().length;
      for (const fitted of fitTo(message, TELEGRAM)) {
        const outcome = await channel.send({ chat: '7', message: fitted });
        expect(outcome.kind).toBe('sent');
      }
      return user.inbox().slice(before).map(seen);
    },
    async press(choice) {
      await user.presses(choice);
      const update = updates.at(-1);
      return update && parseUpdate(update, 0)?.body;
    },
  };
}

function seen({ text, bold, buttons, photo }: InboxMessage): Seen {
  const choices = buttons.map(({ label, data }) => ({ id: data ?? '', label }));
  return { text, bold, choices, photo: photo !== null };
}

channelContract({ name: 'Telegram', can: TELEGRAM, open });

describe('what nobody has heard of', () => {
  it('is answered in words, and never with silence', async () => {
    const stand = await openStand();
    const siti = stand.visitorOn('telegram', 'Siti');
    const kinds: object[] = [
      { voice: { file_id: 'v', file_unique_id: 'v', duration: 1 } },
      { sticker: { file_id: 's', file_unique_id: 's' } },
      { location: { latitude: -6.2, longitude: 106.6 } },
      { poll: { id: 'p', question: 'Enak?' } },
      { dice: { emoji: '🎲', value: 3 } },
      { thing_of_next_year: { id: 1 } },
    ];
    for (const kind of kinds) {
      const before = (await siti.heard()).length;
      await siti.telegram?.sends(kind);
      await stand.settle();
      expect((await siti.heard()).length, JSON.stringify(kind)).toBeGreaterThan(before);
    }
    await siti.hears('Maaf, kiriman seperti itu belum bisa saya baca');
  });
});
