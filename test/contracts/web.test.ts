import { describe, expect, it } from 'vitest';
import { WEB } from '../../bots/web/capabilities.ts';
import { chatRequest, parseChatRequest } from '../../bots/web/parse.ts';
import { renderReply } from '../../bots/web/render.ts';
import { fitTo } from '../../src/chat/render.ts';
import { openStand } from '../support/stand.ts';
import { channelContract, type Line } from './channel.ts';

const session = 'session-of-the-contract';

async function open(): Promise<Line> {
  return {
    picture: 'a-hash',
    async carry(message) {
      return fitTo(message, WEB).map((fitted) => {
        const { text, choices = [], photo } = renderReply('one', fitted, null);
        return { text, bold: null, choices, photo: photo !== undefined };
      });
    },
    async press(choice) {
      const request = chatRequest.parse(JSON.parse(JSON.stringify({ session, choice, replyTo: 'one' })));
      return parseChatRequest(request, { chat: 'c', fallbackId: 'f', now: 0, locale: undefined }).body;
    },
  };
}

channelContract({ name: 'the web chat', can: WEB, open });

describe('what nobody has heard of', () => {
  it.each([
    ['an unknown kind', { session, dance: 'poco-poco' }],
    ['a kind beside another', { session, text: 'halo', choice: 'help' }],
    ['no session', { text: 'halo' }],
    ['a list', []],
  ])('is answered in words: %s', async (_, body) => {
    const { gerai } = await openStand();
    const response = await gerai.app.request('/api/chat', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'accept-language': 'id' },
      body: JSON.stringify(body),
    });
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({
      error: { code: 'malformed', message: expect.stringContaining('tidak terbaca') },
    });
  });
});
