/** What a decision says, fitted to the channels of those who read it. */
import { nextNumber } from '../chat/choices.ts';
import type { View } from '../chat/facts.ts';
import type { Ids } from '../chat/flow.ts';
import type { Inbound } from '../chat/message.ts';
import { type Fitted, type FittingWords, fitTo } from '../chat/render.ts';
import type { Decision } from '../chat/step.ts';
import type { Language } from '../shop/catalogue.ts';
import type { Effect } from '../shop/effects.ts';
import type { EngineDeps } from './engine.ts';
import type { NewMessage, OpenNumbers } from './store.ts';

type Deps = Pick<EngineDeps, 'copy' | 'capabilities' | 'store'>;

function wordsIn({ copy }: Deps, language: Language): FittingWords {
  const say = copy.in(language);
  return { openList: say('choices-open'), write: (label) => say('choices-write', { label }) };
}

/** The pressed message is replaced by the first reply that asks for it. Where there are several, their choices go on counting. */
export function replyMessages(
  deps: Deps,
  inbound: Inbound,
  view: View,
  decision: Decision,
  ids: Ids,
): NewMessage[] {
  const { channel, body } = inbound;
  const can = deps.capabilities[channel];
  const pressed = body.kind === 'choice' ? (body.message ?? null) : null;
  const words = wordsIn(deps, decision.conversation.language);
  let from = 1;
  const fitted = decision.replies.flatMap((reply) => {
    const messages = fitTo(reply, can, words, from);
    from += reply.choices?.length ?? 0;
    return messages;
  });
  return fitted.map((message, index) => ({
    key: `${inbound.key} reply ${index}`,
    publicId: can.delivery === 'pull' ? ids.opaque() : null,
    chatId: view.chat.id,
    channel,
    external: inbound.chat,
    cause: inbound.key,
    kind: 'reply',
    about: null,
    message,
    replaces: message.inPlace ? pressed : null,
  }));
}

type Notice = Extract<Effect, { kind: 'notice' }>;

/** Where choices are numbered, those of a notice count on after all that are open in its chat. */
export async function noticeMessages(
  deps: Deps,
  effects: readonly Effect[],
  ids: Ids,
): Promise<NewMessage[]> {
  const notices = effects.filter((effect) => effect.kind === 'notice');
  const open = [...(await openNumbers(deps, notices))];
  return notices.flatMap((notice): NewMessage[] => {
    const { about, to } = notice;
    const can = deps.capabilities[to.channel];
    const taken = open.filter(({ chatId }) => chatId === to.chatId);
    const fitted = fitTo(notice.message, can, wordsIn(deps, to.language), nextNumber(taken));
    if (about !== null) open.push(...fitted.flatMap((message) => numbersOf(to.chatId, message)));
    return fitted.map((message, index) => ({
      key: index === 0 ? notice.key : `${notice.key} ${index}`,
      publicId: can.delivery === 'pull' ? ids.opaque() : null,
      chatId: to.chatId,
      channel: to.channel,
      external: to.external,
      cause: null,
      kind: 'notice',
      about: message.choices.length > 0 ? about : null,
      message,
      replaces: null,
    }));
  });
}

/** Buttons have no numbers. */
async function openNumbers(deps: Deps, notices: readonly Notice[]): Promise<readonly OpenNumbers[]> {
  const chats = notices
    .filter(({ message }) => (message.choices ?? []).length > 0)
    .filter(({ to }) => deps.capabilities[to.channel].buttons === null || deps.capabilities[to.channel].lists)
    .map(({ to }) => to.chatId);
  return chats.length > 0 ? deps.store.openNumbers([...new Set(chats)]) : [];
}

function numbersOf(chatId: number, { shown, choices }: Fitted): OpenNumbers[] {
  return shown?.as === 'numbers' ? [{ chatId, from: shown.from, count: choices.length }] : [];
}
