import { describe, expect, test } from 'vitest';
import { WEB } from '../../bots/web/capabilities.ts';
import { chatRequest, parseChatRequest, parsePhotoRequest, photoRequest } from '../../bots/web/parse.ts';
import { renderReply } from '../../bots/web/render.ts';
import { fitTo } from '../../src/chat/render.ts';
import { describeChannel } from './channel.contract.ts';

const SESSION = 'a-session-of-sixteen-or-more';
const ARRIVAL = { chat: 'hash', fallbackId: '1', now: 1, locale: 'id' };

describe('the web chat', () => {
  describeChannel(() => ({
    name: 'web',
    can: WEB,
    picture: 'a'.repeat(64),
    arrives: async (message) =>
      fitTo(message, WEB).map((fitted, index) => {
        const { text, choices, photo } = renderReply(`reply-${index}`, fitted, null);
        return {
          text: text === '…' ? '' : text,
          bold: null,
          choices: choices ?? [],
          photo: photo !== undefined,
        };
      }),
    pressed: (choice) =>
      parseChatRequest(chatRequest.parse({ session: SESSION, choice, replyTo: 'reply-1' }), ARRIVAL).body,
    strange: () => [
      {
        what: 'a photo without words',
        body: parsePhotoRequest(photoRequest.parse({ session: SESSION }), ARRIVAL).body,
      },
    ],
  }));

  test.each([
    ['a field that it does not know', { session: SESSION, voice: 'x' }],
    ['two things at once', { session: SESSION, text: 'halo', choice: 'help' }],
    ['a session that anybody could guess', { session: 'short', text: 'halo' }],
  ])('takes no request with %s', (_what, request) => {
    expect(chatRequest.safeParse(request).success).toBe(false);
  });

  test('says which message a new one takes the place of', () => {
    const [fitted] = fitTo({ text: 'Keranjang', inPlace: true }, WEB);
    expect(fitted && renderReply('b', fitted, 'a')).toMatchObject({ id: 'b', replaces: 'a' });
  });
});
