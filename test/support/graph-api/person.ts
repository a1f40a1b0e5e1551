/** A person with WhatsApp in hand: what they do is posted to the server, and they see what was sent to them. */

import { readMarkup } from '../whatsapp-text.ts';
import { choicesOf, mediaOf, type Offered, textOf } from './content.ts';
import type { Taken } from './server.ts';

export interface PersonOptions {
  readonly name?: string;
  /** Hides the number behind a user name: Meta tells only this id. */
  readonly userId?: string;
}

export interface CloudInboxMessage {
  readonly id: string;
  /** As it is read. */
  readonly text: string;
  readonly bold: readonly string[];
  readonly otherwise: readonly string[];
  readonly choices: readonly Offered[];
  /** The label of the button that opens the list. */
  readonly opens: string | null;
  readonly photo: string | null;
}

/** Everything that a person does resolves with the status that the server answered. */
export interface CloudPerson {
  /** What Meta calls them: the number in digits, or the id where they hide it. */
  readonly id: string;
  says(text: string): Promise<number>;
  repliesTo(message: string, text: string): Promise<number>;
  /** A choice by its id or its title: of this message, or of the newest that has it. */
  presses(choice: string, message?: string): Promise<number>;
  sendsPhoto(caption?: string, bytes?: Uint8Array): Promise<number>;
  /** Any other kind of message, for example `{ type: 'sticker', sticker: … }`. */
  sends(part: { readonly type: string; readonly [key: string]: unknown }): Promise<number>;
  inbox(): CloudInboxMessage[];
}

interface Parts {
  readonly phoneId: string;
  /** What was sent to them, oldest first. */
  sent(to: string): readonly Taken[];
  newId(to: string): string;
  wrote(id: string): void;
  now(): number;
  post(value: object): Promise<number>;
  /** @returns the id under which it can be had. */
  keep(bytes: Uint8Array): string;
}

export function createPerson(parts: Parts, number: string, { name, userId }: PersonOptions): CloudPerson {
  const id = userId ?? number;
  const contact = {
    ...(name === undefined ? {} : { profile: { name } }),
    ...(userId === undefined ? { wa_id: number } : { user_id: userId }),
  };

  function send(part: object): Promise<number> {
    parts.wrote(id);
    const message = {
      ...(userId === undefined ? { from: number } : { from_user_id: userId }),
      id: parts.newId(number),
      timestamp: String(Math.floor(parts.now() / 1_000)),
      ...part,
    };
    return parts.post({ contacts: [contact], messages: [message] });
  }

  function press({ id: choice, title, description }: Offered, on: Taken): Promise<number> {
    if (on.message.type === 'template') {
      return send({ ...context(on.id), type: 'button', button: { payload: choice, text: title } });
    }
    const isList = on.message.type === 'interactive' && on.message.interactive.type === 'list';
    const reply = { id: choice, title, ...(description === null ? {} : { description }) };
    const kind = isList ? 'list_reply' : 'button_reply';
    return send({ ...context(on.id), type: 'interactive', interactive: { type: kind, [kind]: reply } });
  }

  function context(message: string): object {
    return { context: { from: parts.phoneId, id: message } };
  }

  return {
    id,
    says: (text) => send({ type: 'text', text: { body: text } }),
    repliesTo: (message, text) => send({ ...context(message), type: 'text', text: { body: text } }),
    presses(choice, message) {
      const sent = parts.sent(id).filter((each) => message === undefined || each.id === message);
      for (const each of sent.toReversed()) {
        const found = choicesOf(each.message).find(({ id, title }) => id === choice || title === choice);
        if (found) return press(found, each);
      }
      throw new Error(`No choice "${choice}" in sight.`);
    },
    sendsPhoto(caption, bytes) {
      const id = bytes ? parts.keep(bytes) : 'm1';
      return send({ type: 'image', image: { id, mime_type: 'image/jpeg', ...(caption ? { caption } : {}) } });
    },
    sends: (part) => send(part),
    inbox: () => parts.sent(id).map(seen),
  };
}

function seen({ id, message }: Taken): CloudInboxMessage {
  const list =
    message.type === 'interactive' && message.interactive.type === 'list' ? message.interactive : null;
  return {
    id,
    ...readMarkup(textOf(message)),
    choices: choicesOf(message),
    opens: list?.action.button ?? null,
    photo: mediaOf(message),
  };
}
