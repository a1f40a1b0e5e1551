/** A telephone with Telegram or WhatsApp, and a browser with the stand's page. */
import type { WebReply } from '../../../bots/web/render.ts';
import type { BotApi, InboxMessage, User } from '../bot-api.ts';
import { type CloudInboxMessage, type CloudPerson, type GraphApi, readNumbers } from '../graph-api.ts';
import type { Device, Shown } from './person.ts';

/* ── Telegram ── */

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
    sendsPhoto: async (caption) => void (await user.sendsPhoto(caption)),
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

/* ── WhatsApp ── */

/** What is chosen by typing its number. */
const NUMBER = /^#(\d+)$/;

export function whatsappDevice(api: GraphApi, person: CloudPerson): Device {
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
    sendsPhoto: (caption) => acknowledged(person.sendsPhoto(caption)),
    shown,
    fresh: () => shown().filter(({ id }) => !known.has(id)),
    forget() {
      known = new Set(person.inbox().map(({ id }) => id));
    },
  };
}

/** A list is seen as if it were open; numbers in the text are choices, too. */
function shownInWhatsapp({ id, text, choices, photo }: CloudInboxMessage): Shown {
  const numbered = readNumbers(text).labels.map((label, index) => ({ id: `#${index + 1}`, label }));
  const pressed = choices.map(({ id, title, description }) => ({ id, label: description ?? title }));
  const all = pressed.length > 0 ? pressed : numbered;
  return { id, text, photo: photo !== null, choices: all, labels: all.map(({ label }) => label) };
}

/* ── the web chat ── */

export interface WebDoor {
  request(path: string, init: RequestInit): Promise<Response>;
  /** Resolves when the stand does nothing any more but wait for time to pass. */
  quiet(): Promise<void>;
  /** Somebody's fragments wait for the rest of their sentence. */
  isHolding(): Promise<boolean>;
}

export interface WebVisitor {
  readonly session: string;
  /** What the browser says of the language. */
  readonly locale: string;
}

export function webDevice(door: WebDoor, { session, locale }: WebVisitor): Device {
  const shown: Shown[] = [];
  let fresh: Shown[] = [];
  let requests = 0;

  function take(reply: WebReply): void {
    const choices = reply.choices ?? [];
    const message: Shown = {
      id: reply.id,
      text: reply.text,
      photo: reply.photo !== undefined,
      choices,
      labels: choices.map(({ label }) => label),
    };
    const replaced = shown.findIndex(({ id }) => id === reply.replaces);
    if (shown.some(({ id }) => id === reply.id)) return;
    if (replaced >= 0) shown.splice(replaced, 1, message);
    else shown.push(message);
    fresh = [...fresh.filter(({ id }) => id !== reply.replaces), message];
  }

  /** A held fragment is answered later: its request stays open meanwhile. */
  async function post(init: RequestInit): Promise<void> {
    let answered = false;
    void door
      .request('/api/chat', { method: 'POST', ...init })
      .then(async (response) => {
        if (response.status !== 200) throw new Error(`${response.status}: ${await response.text()}`);
        const { replies } = (await response.json()) as { replies: WebReply[] };
        for (const reply of replies) take(reply);
      })
      .catch((error: unknown) => {
        const text = `The web chat failed: ${error}`;
        fresh = [...fresh, { id: 'error', text, photo: false, choices: [], labels: [] }];
      })
      .finally(() => {
        answered = true;
      });
    // A hash is worked out beside the event loop: being quiet is not yet being answered.
    do await door.quiet();
    while (!answered && !(await door.isHolding()));
  }

  const address = { 'x-forwarded-for': session };
  const id = () => {
    requests += 1;
    return `request-${requests}`;
  };

  function postJson(body: object): Promise<void> {
    return post({
      headers: { 'content-type': 'application/json', ...address },
      body: JSON.stringify({ session, locale, id: id(), ...body }),
    });
  }

  /** The page keeps one stream open, through which notices come. */
  async function listen(): Promise<void> {
    const response = await door.request(`/api/chat/events?session=${session}`, { headers: address });
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    let rest = '';
    for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
      rest += read.value;
      const events = rest.split('\n\n');
      rest = events.pop() ?? '';
      for (const event of events) {
        const data = /^data: (.*)$/m.exec(event)?.[1];
        if (data !== undefined) take(JSON.parse(data));
      }
    }
  }
  void listen().catch(() => undefined);

  return {
    telegram: null,
    whatsapp: null,
    says: (text) => postJson({ text }),
    quotes: (message, text) => postJson({ text, replyTo: message }),
    opens: (payload) => postJson({ start: payload }),
    chooses: (choice, message) => postJson({ choice, ...(message ? { replyTo: message } : {}) }),
    async sendsPhoto(caption) {
      const form = new FormData();
      form.set('session', session);
      form.set('id', id());
      if (caption !== undefined) form.set('text', caption);
      form.set('photo', new File([new Uint8Array([1])], 'photo.jpg', { type: 'image/jpeg' }));
      await post({ headers: address, body: form });
    },
    shown: () => shown,
    fresh: () => fresh,
    forget() {
      fresh = [];
    },
  };
}
