/** The step: meaning and facts become the next conversation, the replies and the effects. Pure. */
import type { Language, Snapshot } from '../shop/catalogue.ts';
import type { Effect } from '../shop/effects.ts';
import { adminFlow } from './admin/flow.ts';
import { answers } from './answers.ts';
import type { Asked, Conversation } from './conversation.ts';
import type { Copy } from './copy/copy.ts';
import type { Facts, Needs, View } from './facts.ts';
import type { Flow, Handler, Ids, Meaning, Reach, Scene, Turn } from './flow.ts';
import { keeperFlow } from './keeper/flow.ts';
import { afterLate } from './late.ts';
import type { Inbound, Message } from './message.ts';
import type { Reading } from './readable.ts';
import { scanEffect } from './scans.ts';
import { staffFlow } from './staff/flow.ts';
import { inGroups } from './staff/group.ts';
import { visitorFlow } from './visitor/flow.ts';
import { afterTalk } from './visitor/talk.ts';

/** Every meaning has a handler: a missing one does not compile. */
const FLOWS: Flow = { ...visitorFlow, ...staffFlow, ...keeperFlow, ...adminFlow, ...answers };

/** The handler's parameter is the meaning that its key names; TypeScript cannot see that through the record. */
function handlerFor(meaning: Meaning): Handler<Meaning> {
  return FLOWS[meaning.do] as Handler<Meaning>;
}

export interface Decision {
  readonly conversation: Conversation;
  readonly replies: readonly Message[];
  readonly effects: readonly Effect[];
  readonly toast: string | null;
}

/** What the step has to know beside the view. */
export function needsOf(meaning: Meaning, view: View, snapshot: Snapshot, now: number): Needs {
  return handlerFor(meaning).needs?.(meaning, view, snapshot, now) ?? {};
}

export interface StepInput {
  readonly inbound: Inbound;
  readonly reading: Reading;
  readonly view: View;
  readonly facts: Facts;
  readonly snapshot: Snapshot;
  readonly copy: Copy;
  readonly ids: Ids;
  readonly reach: Reach;
  /** Choices have numbers in this chat, not buttons. */
  readonly numbered: boolean;
  readonly now: number;
  /** How long after somebody wrote their channel takes any words for them; left out: always. */
  readonly windowMs?: number | undefined;
  /** Whether a language model may be asked; left out: it may not. */
  readonly asksModel?: boolean;
}

export function step(input: StepInput): Decision {
  const { view, reading } = input;
  const before = view.chat.conversation;
  const language = settleLanguage(input);
  const conversation = { ...before, language };
  const scene: Scene = { ...input, conversation, language, say: input.copy.in(language) };
  const meant = handlerFor(reading.meaning).turn(scene, reading.meaning);
  const turn = inGroups(scene, afterLate(scene, afterTalk(scene, meant)));
  return {
    conversation: nextConversation(view, conversation, turn, reading.meaning),
    replies: turn.replies,
    effects: [
      ...languageEffect(before.language, language),
      ...(turn.effects ?? []),
      ...scanEffect(input.inbound, reading.meaning, input.snapshot, input.now),
    ],
    toast: turn.toast ?? null,
  };
}

/** The language follows the visitor's words, until they choose one. */
export function settleLanguage({
  view,
  reading,
  copy,
  inbound,
}: Pick<StepInput, 'view' | 'reading' | 'copy' | 'inbound'>): Language {
  const { language, languageChosen } = view.chat.conversation;
  const { language: heard, intent } = reading.understood ?? {};
  // "15 desember" answers in no language.
  if (intent === 'provide_info' || reading.meaning.do === 'answer') return language;
  // What cannot be made out shows no language either.
  if (languageChosen || !heard) return language;
  const isFirst = view.chat.version === 1;
  // A script of its own is plain; in our letters, a language that is not ours is a guess.
  if (heard === 'other')
    return isFirst || hasOtherScript(inbound) ? (copy.fitting(FOR_ALL_OTHERS) ?? language) : language;
  if (intent === 'unclear' || !copy.languages.includes(heard)) return language;
  return isFirst || isSentence(inbound) ? heard : language;
}

/** What those read for whose language there is no copy. */
const FOR_ALL_OTHERS = 'en';

/** "oke" and "no" are said in every language: fewer than three words switch nothing once the talk has begun. */
function isSentence({ body }: Inbound): boolean {
  const text = body.kind === 'text' || body.kind === 'start' ? (body.text ?? '') : '';
  return text.trim().split(/\s+/).length >= 3;
}

function hasOtherScript({ body }: Inbound): boolean {
  return body.kind === 'text' && /[^\p{Script=Latin}\P{L}]/u.test(body.text);
}

function languageEffect(before: Language, after: Language): Effect[] {
  return before === after ? [] : [{ kind: 'person', language: after }];
}

/** "ya" cancels, empties the cart and erases only right after the question. */
const ONLY_AT_ONCE: readonly Asked['what'][] = ['cancel', 'clear-cart', 'erase'];

function nextConversation(
  view: View,
  conversation: Conversation,
  turn: Turn,
  meaning: Meaning,
): Conversation {
  const { asked } = conversation;
  return {
    ...conversation,
    asked: asked && ONLY_AT_ONCE.includes(asked.what) ? null : asked,
    held: meaning.do === 'nothing' ? conversation.held : null,
    misses: 0,
    unanswered: null,
    ...newestList(view, turn),
    ...turn.conversation,
  };
}

/** Several messages of one turn go on counting, as they are fitted. */
function newestList({ openNotices }: View, { replies, effects = [] }: Turn): Partial<Conversation> {
  const offered = replies.flatMap(({ choices = [] }) => choices.map(({ id, label }) => ({ id, label })));
  // What was decided by it is offered no more; what only was told leaves it as it was.
  if (offered.length === 0) return effects.some(({ kind }) => kind === 'step') ? { offered } : {};
  return { offered, offeredAfter: Math.max(0, ...openNotices.map(({ id }) => id)) };
}
