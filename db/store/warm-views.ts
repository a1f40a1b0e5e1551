/**
 * Views that stay in memory: most events come from a chat that has just been there. Only where this process is the
 * only writer, which an embedded file tells by `onWritten`. A view is kept only as it is known to be stored: a commit
 * that went through carries it on, one that did not drops it, and what else is written drops what it may have touched.
 */
import type { View } from '../../src/chat/facts.ts';
import type { Inbound } from '../../src/chat/message.ts';
import type { Commit, Loaded, OwnCommit, Store } from '../../src/engine/store.ts';
import type { Effect } from '../../src/shop/effects.ts';
import type { Database, Statement } from '../database.ts';
import { touchesViews } from './touches-views.ts';
import { looksBack } from './view.ts';

/** Some kilobytes each. */
const MAX_VIEWS = 2_000;

interface Warm {
  readonly key: string;
  readonly view: View;
  readonly catalogueVersion: number;
}

/** What each effect does to views: nothing, a change to this person's own that is known, or more than is followed here. */
const REACH: Readonly<Record<Effect['kind'], 'none' | 'person' | 'all'>> = {
  cart: 'person',
  person: 'person',
  // The statements of these read and write other tables.
  order: 'none',
  interest: 'none',
  allocate: 'none',
  movement: 'none',
  payment: 'none',
  entry: 'none',
  'undo-entry': 'none',
  'low-level': 'none',
  audit: 'none',
  task: 'none',
  'task-done': 'none',
  told: 'none',
  'question-told': 'none',
  question: 'none',
  'unmet-wish': 'none',
  tally: 'none',
  'erase-request': 'none',
  'data-link': 'none',
  scan: 'none',
  invitation: 'none',
  'connect-code': 'none',
  'pairing-link': 'none',
  reachable: 'none',
  // What is owed is looked at message by message.
  notice: 'none',
  // Takes the choices of notices away, in whichever chats they are.
  step: 'all',
  'accept-invitation': 'all',
  'end-roles': 'all',
  'chat-moved': 'all',
  answer: 'all',
  // Shows in the chats of two people.
  connect: 'all',
  // Shows in two chats.
  talk: 'all',
  'talk-taken': 'all',
  'talk-goes-on': 'all',
  'talk-released': 'all',
  'talk-ended': 'all',
  // The version of the catalogue is kept with each view.
  price: 'all',
  mode: 'all',
  fact: 'all',
  hours: 'all',
  'day-off': 'all',
  wait: 'all',
  stage: 'all',
  'unit-added': 'all',
  'unit-changed': 'all',
  'kind-added': 'all',
  'place-added': 'all',
  'place-changed': 'all',
  'product-added': 'all',
  'product-changed': 'all',
  'variant-added': 'all',
  'variant-changed': 'all',
  aliases: 'all',
  'fact-written': 'all',
  picture: 'all',
  'stand-changed': 'all',
  'samples-removed': 'all',
};

/** @param make the store over a database, which is asked for what is not in memory and does all the writing. */
export function withWarmViews(database: Database, make: (database: Database) => Store): Store {
  const { onWritten } = database;
  if (!onWritten) return make(database);
  const views = makeViews();
  const own = new WeakSet<readonly Statement[]>();
  const store = make({
    ...database,
    write(statements) {
      own.add(statements);
      return database.write(statements);
    },
  });
  onWritten((statements) => {
    if (!own.has(statements) && statements.some(touchesViews)) views.clear();
  });

  /** Keeps what is read, unless it was dropped while it was on its way. */
  async function keeping(inbound: Inbound, reading: Promise<Loaded>): Promise<Loaded> {
    const { isDropped, end } = views.watchDrops();
    try {
      const { view, catalogueVersion } = await reading;
      if (view && !isDropped(view)) views.keep({ key: keyOf(inbound), view, catalogueVersion });
      return { view, catalogueVersion };
    } finally {
      end();
    }
  }

  return {
    ...store,
    // What a reply quotes, what a number may have meant and who acts in a group is looked for each time.
    loadView: async (inbound) =>
      looksBack(inbound)
        ? store.loadView(inbound)
        : (views.get(keyOf(inbound)) ?? keeping(inbound, store.loadView(inbound))),
    introduce(inbound, ...rest) {
      const introduced = store.introduce(inbound, ...rest);
      return looksBack(inbound) ? introduced : keeping(inbound, introduced);
    },
    async commit(decided) {
      try {
        const result = await store.commit(decided);
        if ('owed' in result) carryOn(views, decided);
        else if (decided.chat !== null) views.dropChat(decided.origin.chatId);
        return result;
      } catch (error) {
        if (decided.chat !== null) views.dropChat(decided.origin.chatId);
        throw error;
      }
    },
  };
}

function keyOf({ channel, chat }: Inbound): string {
  return `${channel} ${chat}`;
}

function carryOn(views: Views, decided: Commit | OwnCommit): void {
  const { effects, messages } = decided;
  const reaches = effects.map(({ kind }) => REACH[kind]);
  if (reaches.includes('all')) {
    views.clear();
    return;
  }
  if (decided.chat !== null) carryChatOn(views, decided, reaches.includes('person'));
  for (const { about, chatId } of messages) if (about !== null) views.dropChat(chatId);
}

function carryChatOn(views: Views, decided: Commit, reachesPerson: boolean): void {
  const { chatId, personId } = decided.origin;
  const warm = views.ofChat(chatId);
  if (reachesPerson) views.dropPerson(personId);
  if (warm) views.keep({ ...warm, view: viewAfter(warm.view, decided) });
}

/** The view as the commit has stored it. What an effect leaves out stays as it was. */
function viewAfter(view: View, { chat, effects }: Commit): View {
  let { cart, person } = view;
  for (const effect of effects) {
    if (effect.kind === 'cart') {
      cart = { version: cart.version + 1, body: effect.body };
    } else if (effect.kind === 'person') {
      const { name = person.name, phone = person.phone, noticeAt = person.noticeAt } = effect;
      person = { ...person, name, phone, noticeAt };
    }
  }
  const { conversation } = chat;
  return { ...view, chat: { ...view.chat, version: chat.version + 1, conversation }, cart, person };
}

interface Views {
  get(key: string): Warm | undefined;
  ofChat(chatId: number): Warm | undefined;
  keep(warm: Warm): void;
  dropChat(chatId: number): void;
  dropPerson(personId: number): void;
  clear(): void;
  /** What is dropped from now on: what was read before may be older than that. */
  watchDrops(): Watch;
}

interface Watch {
  isDropped(view: View): boolean;
  end(): void;
}

interface Drops {
  readonly chats: Set<number>;
  readonly persons: Set<number>;
  all: boolean;
}

function makeViews(): Views {
  /** The one that was used last stands last. */
  const byKey = new Map<string, Warm>();
  const byChat = new Map<number, Warm>();
  const byPerson = new Map<number, Set<number>>();
  const watches = new Set<Drops>();

  function forget(warm: Warm | undefined): void {
    if (!warm) return;
    const { chat, person } = warm.view;
    byKey.delete(warm.key);
    byChat.delete(chat.id);
    const chats = byPerson.get(person.id);
    chats?.delete(chat.id);
    if (chats?.size === 0) byPerson.delete(person.id);
  }

  function dropChat(chatId: number): void {
    for (const { chats } of watches) chats.add(chatId);
    forget(byChat.get(chatId));
  }

  return {
    get(key) {
      const warm = byKey.get(key);
      if (warm) {
        byKey.delete(key);
        byKey.set(key, warm);
      }
      return warm;
    },
    ofChat: (chatId) => byChat.get(chatId),
    keep(warm) {
      const { chat, person } = warm.view;
      byKey.delete(warm.key);
      byKey.set(warm.key, warm);
      byChat.set(chat.id, warm);
      byPerson.set(person.id, (byPerson.get(person.id) ?? new Set()).add(chat.id));
      const [oldest] = byKey.values();
      if (byKey.size > MAX_VIEWS) forget(oldest);
    },
    dropChat,
    dropPerson(personId) {
      for (const { persons } of watches) persons.add(personId);
      for (const chatId of [...(byPerson.get(personId) ?? [])]) dropChat(chatId);
    },
    clear() {
      for (const drops of watches) drops.all = true;
      byKey.clear();
      byChat.clear();
      byPerson.clear();
    },
    watchDrops() {
      const drops: Drops = { chats: new Set(), persons: new Set(), all: false };
      watches.add(drops);
      return {
        isDropped: ({ chat, person }) =>
          drops.all || drops.chats.has(chat.id) || drops.persons.has(person.id),
        end: () => void watches.delete(drops),
      };
    },
  };
}
