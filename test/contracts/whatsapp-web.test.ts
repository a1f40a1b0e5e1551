/**
 * WhatsApp through a paired phone, from what the library tells, over the signed routes of the bridge, to what is written
 * in the chat. How WhatsApp shows that is a belief of `whatsapp-text.ts`; the library itself runs in the e2e test.
 */
import { describe, expect, it } from 'vitest';
import { parseMessage, type RawMessage } from '../../bots/whatsapp-web/parse.ts';
import { loadView } from '../../db/store/view.ts';
import { resolveQuoted } from '../../src/chat/choices.ts';
import type { InboundBody, Message } from '../../src/chat/message.ts';
import { type Fitted, fitTo } from '../../src/chat/render.ts';
import { toInbound } from '../../src/web/bridge-api.ts';
import { WHATSAPP_WEB } from '../../src/web/bridge-render.ts';
import type { BridgeMessage } from '../../src/wire/bridge.ts';
import { bridgeDouble } from '../support/bridge.ts';
import { openStand } from '../support/stand.ts';
import { readMarkup, readNumbers } from '../support/whatsapp-text.ts';
import { channelContract, type Line, numberedChoices, type Seen } from './channel.ts';

const RINA = '628111@c.us';
const INSERT = `INSERT INTO outbox (key, public_id, chat_id, kind, message, state, due_at, created_at)
  VALUES (?, ?, 1, 'reply', ?, 'pending', ?, ?)`;

async function open(): Promise<Line> {
  const stand = await openStand();
  const bridge = bridgeDouble((path, init) => stand.gerai.app.request(path, init), stand.now);
  await bridge.hears(RINA, 'halo');
  await stand.settle();
  await bridge.sendsAll();
  let count = 0;
  let newest: BridgeMessage | null = null;

  async function owe(message: Fitted): Promise<void> {
    count += 1;
    const args = [
      `contract ${count}`,
      `contract-${count}`,
      JSON.stringify(message),
      stand.now(),
      stand.now(),
    ];
    await stand.database.write([{ sql: INSERT, args }]);
  }

  return {
    picture: 'a-hash',
    async carry(message) {
      for (const fitted of fitTo(message, WHATSAPP_WEB)) await owe(fitted);
      const sent = await bridge.sendsAll();
      newest = sent.at(-1) ?? null;
      return sent.map((each) => seen(each, message));
    },
    /** There is nothing to press: the number is written in reply to the message that has it. */
    async press(choice): Promise<InboundBody | undefined> {
      const [only] = readNumbers(newest?.text ?? '').choices;
      const event = parseMessage(reply(String(only?.number), `true_${newest?.id}`));
      if (!event) return undefined;
      const inbound = toInbound(event);
      const { view } = await loadView(stand.database, inbound);
      if (inbound.body.kind !== 'text' || !view?.quoted) return inbound.body;
      const chosen = resolveQuoted(inbound.body.text, view.quoted);
      expect(chosen?.id).toBe(choice);
      return { kind: 'choice', choice: chosen?.id ?? '' };
    },
  };
}

function reply(body: string, quotedStanzaID: string): RawMessage {
  const id = { _serialized: `false_${RINA}_3A01`, id: '3A01', fromMe: false };
  const chat = { from: RINA, to: '628000@c.us', type: 'chat', timestamp: 1_790_000_000 };
  return { id, body, ...chat, _data: { quotedStanzaID } };
}

function seen({ text: raw, photo }: BridgeMessage, { choices = [] }: Message): Seen {
  const { text, bold } = readMarkup(raw);
  return { bold, photo: photo !== null, ...numberedChoices(text, choices) };
}

channelContract({ name: 'a paired phone', can: WHATSAPP_WEB, open });

describe('what nobody has heard of', () => {
  it('is answered in words, and never with silence', async () => {
    const stand = await openStand();
    const siti = stand.visitorOn('whatsapp-web', 'Siti');
    const types = ['ptt', 'sticker', 'location', 'video', 'document', 'vcard', 'poll_creation', 'hologram'];
    for (const type of types) {
      const before = (await siti.heard()).length;
      await siti.whatsappWeb?.sends({ type });
      await stand.settle();
      expect((await siti.heard()).length, type).toBeGreaterThan(before);
    }
    await siti.hears('Maaf, kiriman seperti itu belum bisa saya baca');
  });
});
