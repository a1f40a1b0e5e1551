/** A telephone with WhatsApp, where the stand has the Cloud API. */
import type { CloudInboxMessage, CloudPerson, GraphApi } from '../../graph-api.ts';
import { readNumbers } from '../../whatsapp-text.ts';
import type { Device, Shown } from '../person.ts';

/** What is chosen by typing its number. */
const NUMBER = /^#(\d+)$/;

export function whatsappCloudDevice(api: GraphApi, person: CloudPerson): Device {
  let known = new Set<string>();
  const shown = () => person.inbox().map(shownInWhatsapp);

  async function acknowledged(status: Promise<number>): Promise<void> {
    if ((await status) !== 200) throw new Error(`The post was answered with ${await status}.`);
  }

  /** A choice that no message carries. */
  async function forge(choice: string, message: string): Promise<void> {
    await acknowledged(
      person.sends({
        type: 'interactive',
        ...(message === '' ? {} : { context: { from: api.phoneId, id: message } }),
        interactive: { type: 'button_reply', button_reply: { id: choice, title: 'forged' } },
      }),
    );
  }

  return {
    telegram: null,
    whatsapp: person,
    whatsappWeb: null,
    says: (text) => acknowledged(person.says(text)),
    quotes: (message, text) => acknowledged(person.repliesTo(message, text)),
    // A link opens the chat with words to send.
    opens: (payload) => acknowledged(person.says(`/start ${payload}`.trim())),
    async chooses(choice, message) {
      const number = NUMBER.exec(choice)?.[1];
      const seen = person.inbox().find(({ id }) => id === message);
      if (number !== undefined) await acknowledged(person.says(number));
      else if (seen?.choices.some(({ id }) => id === choice)) {
        await acknowledged(person.presses(choice, message));
      } else await forge(choice, message);
    },
    sendsPhoto: (caption, bytes) => acknowledged(person.sendsPhoto(caption, bytes)),
    shown,
    fresh: () => shown().filter(({ id }) => !known.has(id)),
    forget() {
      known = new Set(person.inbox().map(({ id }) => id));
    },
  };
}

/** A list is seen as if it were open; numbers in the text are choices, too. */
function shownInWhatsapp({ id, text, choices, photo }: CloudInboxMessage): Shown {
  const numbered = readNumbers(text).choices.map(({ number, label }) => ({ id: `#${number}`, label }));
  const pressed = choices.map(({ id, title, description }) => ({ id, label: description ?? title }));
  const all = pressed.length > 0 ? pressed : numbered;
  return { id, text, photo: photo !== null, choices: all, labels: all.map(({ label }) => label) };
}
