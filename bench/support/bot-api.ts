/** What the Bot API of the benchmark tells about what it was sent. */
export interface Received {
  /** Messages and edits; not the signs that a button was pressed. */
  readonly messages: number;
  /** When the newest came: milliseconds since 1970, with fractions. */
  readonly lastAt: number;
}

export interface Recorded {
  readonly method: string;
  readonly at: number;
  /** JSON, as it came. */
  readonly body: string;
}

export interface SentMessage {
  readonly chat: number;
  readonly text: string;
  /** The callback data of its buttons. */
  readonly buttons: readonly string[];
  /** What its keys write into the chat. */
  readonly keys: readonly string[];
  readonly at: number;
}

export interface BotApi {
  readonly root: string;
  received(): Promise<Received>;
  record(): Promise<void>;
  recorded(): Promise<SentMessage[]>;
  /** Resolves when nothing has come for a while. */
  quiet(): Promise<Received>;
}

/** Longer than any send takes, and short beside a round. */
const QUIET_MS = 150;

interface Body {
  readonly chat_id?: number | string;
  readonly text?: string;
  readonly reply_markup?: {
    readonly inline_keyboard?: readonly (readonly { callback_data?: string }[])[];
    readonly keyboard?: readonly (readonly { text: string; request_contact?: boolean }[])[];
  };
}

export function botApiAt(root: string): BotApi {
  const ask = async (what: string): Promise<unknown> => (await fetch(`${root}/bench/${what}`)).json();
  const received = async () => (await ask('received')) as Received;
  return {
    root,
    received,
    async record() {
      await ask('record');
    },
    async recorded() {
      return ((await ask('recorded')) as Recorded[]).flatMap(sentMessage);
    },
    async quiet() {
      let last = await received();
      for (;;) {
        await new Promise((resolve) => setTimeout(resolve, QUIET_MS));
        const next = await received();
        if (next.messages === last.messages) return next;
        last = next;
      }
    },
  };
}

function sentMessage({ method, at, body }: Recorded): SentMessage[] {
  if (!/^(send|edit)Message/.test(method)) return [];
  const { chat_id: chat, text = '', reply_markup: markup } = JSON.parse(body) as Body;
  const buttons = (markup?.inline_keyboard ?? []).flat().flatMap(({ callback_data: data }) => data ?? []);
  const keys = (markup?.keyboard ?? []).flat().filter((key) => !key.request_contact);
  return [{ chat: Number(chat), text, buttons, keys: keys.map((key) => key.text), at }];
}
