/** A telephone with Telegram. */
import type { BotApi, InboxMessage, User } from '../../bot-api.ts';
import type { Device, Shown } from '../person.ts';

/** Far above those that the double counts itself. */
let forgedUpdates = 900_000_000;

/** A press whose data no button carries: Telegram does not vouch for what a changed client sends. */
async function forge(api: BotApi, user: User, data: string, message: string): Promise<void> {
  forgedUpdates += 1;
  const from = { id: user.id, is_bot: false, first_name: user.firstName };
  const chat =
    user.chat === user.id
      ? { id: user.id, type: 'private' as const, first_name: 'Somebody' }
      : { id: user.chat, type: 'supergroup' as const, title: 'Group' };
  const [status] = await api.raw({
    update_id: forgedUpdates,
    callback_query: {
      id: `forged-${forgedUpdates}`,
      from,
      chat_instance: 'forged',
      data,
      message: { message_id: Number(message) || 1, date: 0, chat },
    },
  });
  if (status !== 200) throw new Error(`The forged press was answered with ${status}.`);
}

export function telegramDevice(api: BotApi, user: User): Device {
  let before = new Map<string, string>();
  const shown = () => user.inbox().map(shownInTelegram);
  const looks = (message: Shown) => JSON.stringify(message);
  return {
    telegram: user,
    whatsapp: null,
    whatsappWeb: null,
    says: async (text) => void (await user.says(text)),
    quotes: async (message, text) => void (await user.repliesTo(Number(message), text)),
    opens: async (payload) => void (await user.opens(payload)),
    async chooses(choice, message) {
      const seen = user.inbox().find(({ id }) => String(id) === message);
      const real = seen?.buttons.some(({ data }) => data === choice) ?? false;
      if (real) await user.presses(choice, Number(message));
      else if (seen?.keys.some(({ label }) => label === choice)) await user.presses(choice);
      else await forge(api, user, choice, message);
    },
    sendsPhoto: async (caption, bytes) => void (await user.sendsPhoto(caption, bytes)),
    shown,
    fresh: () => shown().filter((message) => before.get(message.id) !== looks(message)),
    forget() {
      before = new Map(shown().map((message) => [message.id, looks(message)]));
    },
  };
}

function shownInTelegram({ id, text, buttons, keys, photo }: InboxMessage): Shown {
  const choices = [
    ...buttons.map(({ label, data }) => ({ id: data ?? '', label })),
    ...keys.map(({ label }) => ({ id: label, label })),
  ];
  return { id: String(id), text, photo: photo !== null, choices, labels: choices.map(({ label }) => label) };
}
