/** A browser with the stand's page. */
import type { WebReply } from '../../../../bots/web/render.ts';
import { PowerCut } from '../life.ts';
import type { Device, Shown } from '../person.ts';

export interface WebDoor {
  request(path: string, init: RequestInit): Promise<Response>;
  /** Resolves when the stand does nothing any more but wait for time to pass. */
  quiet(): Promise<void>;
  /** The server was there again after it had gone. */
  onRestart(hears: () => void): void;
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
  let lastEvent = '';

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

  /** The page asks again when the server is there again; the id of the request makes it one. */
  async function insistently(path: string, init: RequestInit): Promise<Response> {
    try {
      return await door.request(path, init);
    } catch (error) {
      if (!(error instanceof PowerCut)) throw error;
      await new Promise<void>((resolve) => door.onRestart(resolve));
      return insistently(path, init);
    }
  }

  /** A held fragment is answered later: its request stays open meanwhile. */
  async function post(init: RequestInit): Promise<void> {
    let answered = false;
    void insistently('/api/chat', { method: 'POST', ...init })
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
    const response = await door.request(`/api/chat/events?session=${session}`, {
      headers: { ...address, ...(lastEvent === '' ? {} : { 'last-event-id': lastEvent }) },
    });
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    let rest = '';
    for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
      rest += read.value;
      const events = rest.split('\n\n');
      rest = events.pop() ?? '';
      for (const event of events) {
        const data = /^data: (.*)$/m.exec(event)?.[1];
        if (data !== undefined) take(JSON.parse(data));
        lastEvent = /^id: (.*)$/m.exec(event)?.[1] ?? lastEvent;
      }
    }
  }
  const listens = () => void listen().catch(() => undefined);
  listens();
  door.onRestart(listens);

  return {
    telegram: null,
    whatsapp: null,
    whatsappWeb: null,
    says: (text) => postJson({ text }),
    quotes: (message, text) => postJson({ text, replyTo: message }),
    opens: (payload) => postJson({ start: payload }),
    chooses: (choice, message) => postJson({ choice, ...(message ? { replyTo: message } : {}) }),
    async sendsPhoto(caption, bytes = new Uint8Array([1])) {
      const form = new FormData();
      form.set('session', session);
      form.set('id', id());
      if (caption !== undefined) form.set('text', caption);
      form.set('photo', new File([bytes], 'photo.jpg', { type: 'image/jpeg' }));
      await post({ headers: address, body: form });
    },
    shown: () => shown,
    fresh: () => fresh,
    forget() {
      fresh = [];
    },
  };
}
