/**
 * The one door: every event of every channel is read, stepped and committed here. Nothing leaves before the
 * commit; whoever brought the event acknowledges it only when `handle` has resolved.
 */
import type { Advise } from '../chat/advice/advice.ts';
import type { Unusable } from '../chat/advice/usable.ts';
import type { Capabilities } from '../chat/channel.ts';
import type { Copy } from '../chat/copy/copy.ts';
import type { Facts, View } from '../chat/facts.ts';
import type { Ids, Reach } from '../chat/flow.ts';
import { HOLD_MS } from '../chat/fragments.ts';
import { isInGroup } from '../chat/groups.ts';
import type { ChannelName, Inbound } from '../chat/message.ts';
import { read } from '../chat/read.ts';
import { invitationIn } from '../chat/read-group.ts';
import { asQuoted } from '../chat/read-quoted.ts';
import type { Reading } from '../chat/readable.ts';
import { type Decision, needsOf, step } from '../chat/step.ts';
import { tallyOf } from '../chat/tally.ts';
import type { Understand } from '../chat/understand/understanding.ts';
import type { Owed } from '../delivery/sender.ts';
import type { Lanes } from '../lanes.ts';
import type { Snapshot } from '../shop/catalogue.ts';
import { changesCatalogue, changesStock, type OwnEffect } from '../shop/effects.ts';
import { adviceOn, askingOnce } from './advising.ts';
import type { Catalogue } from './catalogue.ts';
import { noticeMessages, replyMessages } from './messages.ts';
import { fetchPicture, type PictureDoors } from './pictures.ts';
import type { Answer, Commit, Store } from './store.ts';

/** How often a decision is made again when a guard refused it. */
const MAX_ATTEMPTS = 5;

/**
 * Notices of others to the same chat took the numbers first. Of those who contend at least one is through each time,
 * so that this ends with them; the limit is for hangs.
 */
const NUMBERS_TAKEN = 'open_numbers_apart';
const MAX_RACES = 200;

/** How long the process that commits has for sending its messages itself. */
const SENDING_LEASE_MS = 60_000;

/** What the shop decides by itself is decided one after another. */
const OWN_LANE = 'own';

export interface EngineDeps {
  readonly store: Store;
  readonly catalogue: Catalogue;
  readonly copy: Copy;
  readonly understand: Understand;
  /** A language model of the office's choosing; left out: none is asked. */
  readonly advise?: Advise;
  /** Where channels keep the pictures that people send; left out: nowhere. */
  readonly pictures?: PictureDoors;
  /** What it said was not shown. */
  readonly onUnusable?: (why: Unusable) => void;
  readonly lanes: Lanes;
  readonly capabilities: Readonly<Record<ChannelName, Capabilities>>;
  readonly reach: () => Reach;
  readonly now: () => number;
  /** Ids for this attempt at this event. */
  readonly ids: (inboxKey: string, attempt: number) => Ids;
  /** Hears of every commit: the dispatcher sends, the web chat streams, timers are set. */
  readonly onCommitted: (committed: Committed) => void;
}

export interface Committed {
  /** null: the shop decided it by itself. */
  readonly inbound: Inbound | null;
  readonly owed: readonly Owed[];
  /** The messages that answer the event itself. */
  readonly answers: readonly Answer[];
  readonly toast: string | null;
  /** When the fragments that it held back are due; null: none are. */
  readonly heldUntil: number | null;
  /** There may be less at the stand than there was, or more. */
  readonly movesStock: boolean;
}

export interface Outcome {
  /** `repeated`: the event was handled before, and nothing was done now. */
  readonly status: 'handled' | 'repeated';
  readonly answers: readonly Answer[];
  readonly toast: string | null;
  readonly heldUntil: number | null;
}

/** A decision that no attempt could store: the guards kept refusing it. */
export class TooContended extends Error {
  override readonly name = 'TooContended';
}

/** A decision that comes from no chat. */
export interface OwnDecision {
  /** Unique for what is decided: a second time nothing is done. */
  readonly key: string;
  /** UTC milliseconds. */
  readonly now: number;
  readonly effects: readonly OwnEffect[];
}

/** The door for what the shop decides because of the time. */
export interface OwnDoor {
  /**
   * `repeated`: it was decided before; `refused`: what it is about has changed since it was looked at.
   *
   * @throws StorageError when nothing can be stored.
   */
  act(decision: OwnDecision): Promise<'done' | 'repeated' | 'refused'>;
}

export interface Engine {
  /** @throws StorageError when nothing can be stored; the event was not handled. */
  handle(inbound: Inbound): Promise<Outcome>;
}

export function makeEngine(deps: EngineDeps): Engine & OwnDoor {
  return {
    act: (decision) => deps.lanes.run(OWN_LANE, () => act(deps, decision)),
    handle: (inbound) => deps.lanes.run(`${inbound.channel} ${inbound.chat}`, () => handle(deps, inbound)),
  };
}

async function act(deps: EngineDeps, { key, now, effects }: OwnDecision): ReturnType<OwnDoor['act']> {
  for (let attempt = 0; attempt < MAX_RACES; attempt += 1) {
    const messages = await noticeMessages(deps, effects, deps.ids(key, attempt));
    const commit = { origin: { now }, inboxKey: key, chat: null, effects, messages };
    const result = await deps.store.commit({ ...commit, leaseUntil: now + SENDING_LEASE_MS });
    if ('owed' in result) {
      deps.onCommitted({
        inbound: null,
        owed: result.owed,
        answers: [],
        toast: null,
        heldUntil: null,
        movesStock: changesStock(effects),
      });
      return 'done';
    }
    if (result.refused === 'inbox.key') return 'repeated';
    if (result.refused !== NUMBERS_TAKEN) return 'refused';
  }
  throw new TooContended('The numbers of its notices were taken again and again.');
}

async function handle(given: EngineDeps, inbound: Inbound): Promise<Outcome> {
  const deps = askingOnce(given);
  let picture: Promise<Facts['picture']> | null = null;
  /** However often the event is decided, it is fetched once. */
  const fetchOnce = () => {
    picture ??= fetchPicture(given.pictures ?? {}, inbound);
    return picture;
  };
  let refused = '';
  let tries = 0;
  for (let attempt = 0; tries < MAX_ATTEMPTS && attempt < MAX_RACES; attempt += 1) {
    const ids = deps.ids(inbound.key, attempt);
    const known = await load(deps, inbound, ids);
    if (!known) return IGNORED;
    const { view, snapshot } = known;
    const decided = await decide(deps, inbound, view, snapshot, ids, fetchOnce);
    const { commit, answers } = await prepare(deps, inbound, view, decided, ids);
    const result = await deps.store.commit(commit);
    if ('owed' in result) return finish(deps, inbound, decided, commit, result.owed, answers);
    if (result.refused === 'inbox.key') return repeated(deps, inbound);
    refused = result.refused;
    if (refused !== NUMBERS_TAKEN) tries += 1;
  }
  throw new TooContended(`The decision was refused again and again, the last time by ${refused}.`);
}

/** What people say to each other in a group: it is done with, and nothing of it is kept. */
const IGNORED: Outcome = { status: 'handled', answers: [], toast: null, heldUntil: null };

/** @returns null for what is let go by in a group. */
async function load(
  deps: EngineDeps,
  inbound: Inbound,
  ids: Ids,
): Promise<{ view: View; snapshot: Snapshot } | null> {
  let loaded = await deps.store.loadView(inbound);
  const inGroup = isInGroup(inbound);
  if (inGroup && !concernsUs(deps, inbound, loaded.view)) return null;
  if (!loaded.view || loaded.view.member?.id === null) {
    // A group's language is not that of the telephone of whoever came first.
    const language = inGroup ? undefined : deps.copy.fitting(inbound.locale);
    const { defaultLanguage } = deps.catalogue.current().stand;
    loaded = await deps.store.introduce(inbound, ids.opaque(), language ?? defaultLanguage, deps.now());
  }
  if (!loaded.view) throw new Error('A chat that was introduced cannot be loaded.');
  return { view: loaded.view, snapshot: await deps.catalogue.atLeast(loaded.catalogueVersion) };
}

function concernsUs(deps: EngineDeps, inbound: Inbound, view: View | null): boolean {
  if (!view) return invitationIn(inbound.body) !== null;
  return readIn(deps, inbound, view, deps.catalogue.current()).meaning.do !== 'ignore';
}

function readIn(deps: EngineDeps, inbound: Inbound, view: View, snapshot: Snapshot): Reading {
  const { understand, now, reach } = deps;
  return read({ inbound, view, snapshot, understand, now: now(), botName: reach().telegram });
}

async function decide(
  deps: EngineDeps,
  inbound: Inbound,
  view: View,
  snapshot: Snapshot,
  ids: Ids,
  fetchOnce: () => Promise<Facts['picture']>,
): Promise<Decision> {
  const reading = readIn(deps, inbound, view, snapshot);
  const seen = asQuoted(view, reading.topic);
  const {
    advice: wish,
    picture: wantsPicture,
    ...needs
  } = needsOf(reading.meaning, seen, snapshot, deps.now());
  // It takes seconds: what the database knows is loaded behind it.
  const advice = wish ? await adviceOn(deps, wish, { inbound, reading, view: seen, snapshot }) : null;
  const picture = wantsPicture ? await fetchOnce() : null;
  const facts = { ...(await deps.store.loadFacts(seen, needs)), advice, picture };
  const { copy, now, reach } = deps;
  const can = deps.capabilities[inbound.channel];
  const from = { inbound, reading, view: seen, facts, snapshot, copy, ids };
  const decision = step({
    ...from,
    numbered: can.buttons === null,
    windowMs: can.windowMs,
    reach: reach(),
    now: now(),
    asksModel: deps.advise !== undefined,
  });
  const tally = tallyOf({ inbound, reading, view: seen, decision, snapshot, now: now() });
  return tally ? { ...decision, effects: [...decision.effects, tally] } : decision;
}

async function prepare(
  deps: EngineDeps,
  inbound: Inbound,
  view: View,
  decision: Decision,
  ids: Ids,
): Promise<{ commit: Commit; answers: Omit<Answer, 'id'>[] }> {
  const now = deps.now();
  const { held } = decision.conversation;
  const replies = replyMessages(deps, inbound, view, decision, ids);
  const commit: Commit = {
    origin: {
      personId: view.person.id,
      addressId: view.address.id,
      actorId: view.member?.id ?? view.address.id,
      chatId: view.chat.id,
      now,
    },
    inboxKey: inbound.key,
    chat: {
      version: view.chat.version,
      conversation: decision.conversation,
      heldUntil: held ? now + HOLD_MS : null,
      heardAt: wroteAt(inbound),
    },
    effects: decision.effects,
    messages: [...replies, ...(await noticeMessages(deps, decision.effects, ids))],
    leaseUntil: now + SENDING_LEASE_MS,
  };
  const answers = replies.map(({ publicId, message, replaces }) => ({
    publicId: publicId ?? '',
    message,
    replaces,
  }));
  return { commit, answers };
}

/** A timer of ours and a blocked bot are no words of theirs; of an edit, WhatsApp does not say what it counts as. */
const NOT_WRITTEN: readonly Inbound['body']['kind'][] = [
  'held',
  'moved',
  'reachable',
  'edited',
  'deleted',
  'same-person',
  'own',
];

function wroteAt({ body, at }: Inbound): number | null {
  return NOT_WRITTEN.includes(body.kind) ? null : at;
}

async function finish(
  deps: EngineDeps,
  inbound: Inbound,
  decision: Decision,
  commit: Commit,
  owed: readonly Owed[],
  prepared: readonly Omit<Answer, 'id'>[],
): Promise<Outcome> {
  const answers = prepared.map((answer, index) => ({ ...answer, id: owed[index]?.id ?? 0 }));
  if (changesCatalogue(decision.effects)) await deps.catalogue.reload();
  const { heldUntil } = commit.chat;
  deps.onCommitted({
    inbound,
    owed,
    answers,
    toast: decision.toast,
    heldUntil,
    movesStock: changesStock(decision.effects),
  });
  return { status: 'handled', answers, toast: decision.toast, heldUntil };
}

async function repeated(deps: EngineDeps, inbound: Inbound): Promise<Outcome> {
  const answers = await deps.store.answersTo(inbound.key);
  return { status: 'repeated', answers, toast: null, heldUntil: null };
}
