/**
 * A telephone with WhatsApp, where the stand has a paired phone. The bridge between them is played: what is written
 * comes as whatsapp-web.js tells it, and goes through the bridge's own parser. WhatsApp itself is not there.
 */
import {
  parseCall,
  parseEdit,
  parseMessage,
  type RawCall,
  type RawMessage,
} from '../../../../bots/whatsapp-web/parse.ts';
import type { BridgeEvent, BridgeMessage } from '../../../../src/wire/bridge.ts';
import type { BridgeDouble } from '../../bridge.ts';
import { readMarkup, readNumbers } from '../../whatsapp-text.ts';
import type { Device, Shown } from '../person.ts';

/** What only WhatsApp has. Each deed resolves when the stand has taken it in. */
export interface WhatsappUser {
  /** `…@c.us` or `…@lid`. */
  readonly chat: string;
  /** A message of another type, for example `{ type: 'ptt' }`. */
  sends(fields: Partial<RawMessage>): Promise<void>;
  /** Changes their newest text. */
  edits(text: string): Promise<void>;
  calls(): Promise<void>;
}

export interface PairedPhone {
  device(chat: string, name: string): Device;
  /** Fetches what is owed and sends it, until nothing is left. */
  sendsAll(): Promise<void>;
}

/** WhatsApp's id of a message that the paired phone sent. */
const sentId = (id: string) => `3EB0${id}`;

export function pairedPhone(bridge: BridgeDouble, now: () => number): PairedPhone {
  const inboxes = new Map<string, Shown[]>();
  let count = 0;

  function shownTo(chat: string): Shown[] {
    const inbox = inboxes.get(chat) ?? [];
    inboxes.set(chat, inbox);
    return inbox;
  }

  async function tells(event: BridgeEvent | null): Promise<void> {
    if (event === null) return;
    const { accepted } = await bridge.tells(event);
    if (!accepted.includes(event.id)) throw new Error(`The server does not take ${JSON.stringify(event)}.`);
  }

  function device(chat: string, name: string): Device {
    const inbox = shownTo(chat);
    let known = new Set<string>();
    let newest: RawMessage | null = null;

    function written(fields: Partial<RawMessage>): RawMessage {
      count += 1;
      const id = `3A${String(count).padStart(18, '0')}`;
      return {
        id: { _serialized: `false_${chat}_${id}`, id, fromMe: false },
        from: chat,
        to: '628000@c.us',
        type: 'chat',
        body: '',
        timestamp: Math.floor(now() / 1_000),
        ...fields,
        _data: { notifyName: name, ...fields._data },
      };
    }

    async function writes(fields: Partial<RawMessage>): Promise<void> {
      const message = written(fields);
      if (message.type === 'chat') newest = message;
      await tells(parseMessage(message));
    }

    const user: WhatsappUser = {
      chat,
      sends: writes,
      async edits(text) {
        if (newest === null) throw new Error('There is nothing to edit.');
        await tells(parseEdit(newest, text, newest.body));
      },
      async calls() {
        count += 1;
        const call: RawCall = {
          id: `C${count}`,
          from: chat,
          timestamp: 0,
          isGroup: false,
          fromMe: false,
        };
        await tells(parseCall(call, now()));
      },
    };

    return {
      telegram: null,
      whatsapp: null,
      whatsappWeb: user,
      says: (text) => writes({ body: text }),
      quotes: (message, text) => writes({ body: text, _data: { quotedStanzaID: sentId(message) } }),
      // A link opens the chat with words to send.
      opens: (payload) => writes({ body: `/start ${payload}`.trim() }),
      async chooses(choice) {
        const [message = '', words = ''] = choice.split('#');
        const at = inbox.findIndex(({ id }) => id === message);
        if (at < 0) throw new Error(`Nobody can press "${choice}" there.`);
        // Where a newer message has it too, or any choices at all, one quotes the older.
        const isNewest = inbox.slice(at + 1).every(({ choices }) => choices.length === 0);
        await writes({ body: words, ...(isNewest ? {} : { _data: { quotedStanzaID: sentId(message) } }) });
      },
      sendsPhoto: (caption) => writes({ type: 'image', body: caption ?? '' }),
      shown: () => inbox,
      fresh: () => inbox.filter(({ id }) => !known.has(id)),
      forget() {
        known = new Set(inbox.map(({ id }) => id));
      },
    };
  }

  return {
    device,
    async sendsAll() {
      for (let all = await bridge.borrows(); all.length > 0; all = await bridge.borrows()) {
        for (const message of all) shownTo(message.chat).push(shown(message));
        await bridge.receipts(
          ...all.map(({ id }) => ({ id, outcome: { kind: 'sent' as const, externalId: sentId(id) } })),
        );
      }
    },
  };
}

/** Numbers in the text are choices, and so is what is to be written. */
function shown({ id, text: raw, photo }: BridgeMessage): Shown {
  const { text } = readMarkup(raw);
  const choices = [
    ...readNumbers(text).choices.map(({ number, label }) => ({ id: `${id}#${number}`, label })),
    ...[...text.matchAll(/^(?:Tulis|Write) “(.+)”$/gm)].map(([, label = '']) => ({
      id: `${id}#${label}`,
      label,
    })),
  ];
  return { id, text, photo: photo !== null, choices, labels: choices.map(({ label }) => label) };
}
