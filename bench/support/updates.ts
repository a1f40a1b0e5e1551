/** Updates as Telegram posts them. */
export type Step =
  | { readonly text: string }
  /** A button, by its callback data or, as long as that is not known, by how it begins. */
  | { readonly press: string };

let updateId = 1_000;
let newestChat = 10_000_000;

/** A chat that nobody has written in yet. */
export function newChat(): number {
  newestChat += 1;
  return newestChat;
}

export function updateFor(chat: number, step: Step): string {
  updateId += 1;
  const from = { id: chat, is_bot: false, first_name: 'Sari', language_code: 'id' };
  const room = { id: chat, type: 'private', first_name: 'Sari' };
  const date = Math.floor(Date.now() / 1_000);
  if ('press' in step) {
    const message = { message_id: 7, date, chat: room, text: '…' };
    const query = { id: String(updateId), from, chat_instance: '1', message, data: step.press };
    return JSON.stringify({ update_id: updateId, callback_query: query });
  }
  const entities = step.text.startsWith('/')
    ? { entities: [{ type: 'bot_command', offset: 0, length: step.text.split(' ')[0]?.length ?? 0 }] }
    : {};
  const message = { message_id: updateId, date, chat: room, from, text: step.text, ...entities };
  return JSON.stringify({ update_id: updateId, message });
}
