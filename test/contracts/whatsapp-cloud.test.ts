import { describe, expect, it, onTestFinished } from 'vitest';
import { WHATSAPP_CLOUD } from '../../bots/whatsapp-cloud/capabilities.ts';
import { whatsappCloudChannel } from '../../bots/whatsapp-cloud/channel.ts';
import { parsePost } from '../../bots/whatsapp-cloud/parse.ts';
import { type Post, postSchema } from '../../bots/whatsapp-cloud/posts.ts';
import { MAX_CHOICE_BYTES, type Message } from '../../src/chat/message.ts';
import { fitTo } from '../../src/chat/render.ts';
import { type CloudInboxMessage, startGraphApi } from '../support/graph-api.ts';
import { openStand } from '../support/stand.ts';
import { channelContract, type Line, numberedChoices, type Seen } from './channel.ts';

async function open(): Promise<Line> {
  const double = await startGraphApi();
  onTestFinished(() => double.close());
  const siti = double.person('628120000007', { name: 'Siti' });
  const posts: Post[] = [];
  double.deliverTo(async (request) => {
    posts.push(postSchema.parse(await request.json()));
    return new Response();
  });
  const picture = { bytes: new Uint8Array([1, 2, 3]), type: 'image/png' };
  const media = { handle: async () => null, bytes: async () => picture, remember: async () => undefined };
  const { token, phoneId, url: apiRoot } = double;
  const channel = whatsappCloudChannel({ token, phoneId, apiRoot, media, now: Date.now });
  return {
    picture: 'a-hash',
    async carry(message) {
      const before = siti.inbox().length;
      for (const fitted of fitTo(message, WHATSAPP_CLOUD, { openList: 'Pilih' })) {
        const outcome = await channel.send({ chat: siti.id, message: fitted });
        expect(outcome).toMatchObject({ kind: 'sent' });
      }
      const inbox = siti.inbox().slice(before);
      for (const each of inbox) expect(each.otherwise).toEqual([]);
      return inbox.map((each) => seen(each, message));
    },
    async press(choice) {
      expect(await siti.presses(choice)).toBe(200);
      const post = posts.at(-1);
      return post && parsePost(post, double.phoneId, 0).events[0]?.inbound.body;
    },
  };
}

/** What can be pressed, or else the numbers in the text, which run over several messages where there are many. */
function seen({ text, bold, choices, photo }: CloudInboxMessage, { choices: offered = [] }: Message): Seen {
  if (choices.length === 0) return { bold, photo: photo !== null, ...numberedChoices(text, offered) };
  const pressed = choices.map(({ id, title, description }) => ({ id, label: description ?? title }));
  return { text, bold, choices: pressed, photo: photo !== null };
}

channelContract({ name: 'the Cloud API', can: WHATSAPP_CLOUD, open });

describe('what WhatsApp takes', () => {
  it('has room for every choice of ours', () => {
    // Ids of buttons may have 256 characters, of rows 200.
    expect(MAX_CHOICE_BYTES).toBeLessThan(200);
  });
});

describe('what nobody has heard of', () => {
  it('is answered in words, and never with silence', async () => {
    const stand = await openStand();
    const siti = stand.visitorOn('whatsapp-cloud', 'Siti');
    for (const part of [
      { type: 'audio', audio: { id: 'm', voice: true } },
      { type: 'sticker', sticker: { id: 'm' } },
      { type: 'location', location: { latitude: -6.2, longitude: 106.6 } },
      { type: 'video', video: { id: 'm' } },
      { type: 'document', document: { id: 'm' } },
      { type: 'contacts', contacts: [{ name: { formatted_name: 'Budi' }, phones: [{ phone: '0812' }] }] },
      { type: 'order', order: { catalog_id: '1', product_items: [] } },
      { type: 'unsupported', unsupported: { type: 'poll_creation' }, errors: [{ code: 131051 }] },
      { type: 'unsupported', errors: [{ code: 131051 }] },
      { type: 'a-kind-of-2031', a_kind: {} },
      { type: 'text' },
    ]) {
      const before = (await siti.heard()).length;
      await siti.whatsapp?.sends(part);
      await stand.settle();
      expect((await siti.heard()).length, JSON.stringify(part)).toBeGreaterThan(before);
    }
    await siti.hears('Maaf, kiriman seperti itu belum bisa saya baca');
  });
});
