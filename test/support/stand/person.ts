/** Somebody who talks with the stand, the same on every channel: a script does not show on which one it runs. */
import type { User } from '../bot-api.ts';
import type { CloudPerson } from '../graph-api.ts';
import type { WhatsappUser } from './devices/whatsapp-web.ts';

export type StandChannel = 'telegram' | 'web' | 'whatsapp-web' | 'whatsapp-cloud';

export interface Heard {
  readonly text: string;
  /** What can be pressed under it. */
  readonly labels: readonly string[];
  readonly photo: boolean;
}

/** A message as it looks now, with what its buttons carry. */
export interface Shown extends Heard {
  readonly id: string;
  readonly choices: readonly { readonly id: string; readonly label: string }[];
}

/** How a channel is used. Each deed resolves when the stand has taken it in; the answer may come later. */
export interface Device {
  says(text: string): Promise<void>;
  quotes(message: string, text: string): Promise<void>;
  opens(payload: string): Promise<void>;
  /** Presses whatever carries this id, be there such a button or not. */
  chooses(choice: string, message: string): Promise<void>;
  /** A picture of a byte, unless another one is given. */
  sendsPhoto(caption?: string, bytes?: Uint8Array<ArrayBuffer>): Promise<void>;
  /** The stand's messages as they look now, oldest first. */
  shown(): Shown[];
  /** Messages that came or changed since `forget`. */
  fresh(): Shown[];
  forget(): void;
  /** The person's Telegram, for what only Telegram has. */
  readonly telegram: User | null;
  readonly whatsapp: CloudPerson | null;
  readonly whatsappWeb: WhatsappUser | null;
}

export interface Person {
  readonly channel: StandChannel;
  readonly name: string;
  says(text: string): Promise<void>;
  /** Says several things without waiting, as one does within a second or two. */
  saysQuickly(...texts: string[]): Promise<void>;
  /** The newest button with this label. */
  presses(label: string | RegExp): Promise<void>;
  /** Presses the same button twice before anything was answered. */
  pressesTwice(label: string | RegExp): Promise<void>;
  /** A button that was remembered, or forged: this is what it carries. */
  chooses(choice: string): Promise<void>;
  opens(payload: string): Promise<void>;
  /** Quotes the newest message that matches. */
  quotes(pattern: RegExp, text: string): Promise<void>;
  sendsPhoto(caption?: string, bytes?: Uint8Array<ArrayBuffer>): Promise<void>;
  /** Each of these is in what came since one's own last deed; gives the newest message with the first of them. */
  hears(...patterns: readonly (RegExp | string)[]): Promise<Heard>;
  /** None of these is. */
  hearsNothingOf(...patterns: readonly (RegExp | string)[]): Promise<void>;
  /** All that came since one's own last deed. */
  heard(): Promise<readonly Heard[]>;
  /** What the newest button with this label carries. */
  choiceOf(label: string | RegExp): string;
  /** Labels of the newest message with buttons. */
  offered(): readonly Shown['choices'][number][];
  readonly telegram: User | null;
  readonly whatsapp: CloudPerson | null;
  readonly whatsappWeb: WhatsappUser | null;
}

export function matches(text: string, pattern: RegExp | string): boolean {
  return typeof pattern === 'string' ? text.includes(pattern) : pattern.test(text);
}

/** How long somebody types before the next of several short messages. */
const TYPING_MS = 700;

export interface Time {
  /** Resolves when everything that follows from what was done has happened. */
  settle(): Promise<void>;
  /** So much time passes, and nothing is waited for. */
  goesOn(ms: number): Promise<void>;
}

export function makePerson(
  channel: StandChannel,
  name: string,
  device: Device,
  { settle, goesOn }: Time,
): Person {
  async function act(deed: () => Promise<void>): Promise<void> {
    await settle();
    device.forget();
    await deed();
  }

  function button(label: string | RegExp): { choice: string; message: string } {
    for (const message of device.shown().toReversed()) {
      const found = message.choices.findLast((each) =>
        typeof label === 'string' ? each.label === label : label.test(each.label),
      );
      if (found) return { choice: found.id, message: message.id };
    }
    throw new Error(`${name} sees no button ${label}.\n${inSight(device.shown().slice(-3))}`);
  }

  const newestWith = (pattern: RegExp | string) =>
    device.fresh().findLast(({ text }) => matches(text, pattern));

  return {
    channel,
    name,
    telegram: device.telegram,
    whatsapp: device.whatsapp,
    whatsappWeb: device.whatsappWeb,
    says: (text) => act(() => device.says(text)),
    saysQuickly: (...texts) =>
      act(async () => {
        const [first = '', ...more] = texts;
        await device.says(first);
        for (const text of more) {
          await goesOn(TYPING_MS);
          await device.says(text);
        }
      }),
    presses: (label) =>
      act(async () => {
        const { choice, message } = button(label);
        await device.chooses(choice, message);
      }),
    pressesTwice: (label) =>
      act(async () => {
        const { choice, message } = button(label);
        await Promise.all([device.chooses(choice, message), device.chooses(choice, message)]);
      }),
    chooses: (choice) =>
      act(() => {
        const [last] = device.shown().slice(-1);
        return device.chooses(choice, last?.id ?? '');
      }),
    opens: (payload) => act(() => device.opens(payload)),
    async quotes(pattern, text) {
      await settle();
      const quoted = device.shown().findLast((message) => matches(message.text, pattern));
      if (!quoted) throw new Error(`${name} sees nothing to quote: ${pattern}`);
      await act(() => device.quotes(quoted.id, text));
    },
    sendsPhoto: (caption, bytes) => act(() => device.sendsPhoto(caption, bytes)),
    async hears(...patterns) {
      await settle();
      for (const pattern of patterns) {
        if (!newestWith(pattern))
          throw new Error(`${name} does not hear ${pattern}.\n${inSight(device.fresh())}`);
      }
      const [first = /^/] = patterns;
      const found = newestWith(first);
      if (!found) throw new Error(`${name} hears nothing.`);
      return found;
    },
    async hearsNothingOf(...patterns) {
      await settle();
      for (const pattern of patterns) {
        if (newestWith(pattern)) throw new Error(`${name} hears ${pattern}.\n${inSight(device.fresh())}`);
      }
    },
    async heard() {
      await settle();
      return device.fresh();
    },
    choiceOf: (label) => button(label).choice,
    offered: () => device.shown().findLast(({ choices }) => choices.length > 0)?.choices ?? [],
  };
}

function inSight(messages: readonly Shown[]): string {
  if (messages.length === 0) return 'Nothing came.';
  return messages.map(({ text, labels }) => `---\n${text}\n[${labels.join('] [')}]`).join('\n');
}
