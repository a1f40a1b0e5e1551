/**
 * Reading: what an event means, given the chat that it came into. Pure; says nothing yet about what follows.
 */

import { wallClock } from '../shop/calendar.ts';
import { productByShelfNumber, productBySlug } from '../shop/catalogue.ts';
import { readConnectCode, readOrderCode } from '../shop/code.ts';
import { maskIdentityNumbers } from '../shop/identity.ts';
import { hasRole } from '../shop/roles.ts';
import { isOwned } from '../shop/talks.ts';
import { type Action, pack, unpack } from './actions.ts';
import { asksOfCurator } from './admin/catalogue/asked.ts';
import { readCommand } from './commands.ts';
import { SURE_ENOUGH } from './confidence.ts';
import type { View } from './facts.ts';
import type { Meaning } from './flow.ts';
import { isFragment } from './fragments.ts';
import { isInGroup } from './groups.ts';
import { isLate } from './late.ts';
import { INVITATION_PREFIX, readStarted, SLIP_PREFIX, startWords } from './links.ts';
import { type InboundBody, MAX_TEXT_LENGTH } from './message.ts';
import { dialogueState, isAskedFreely, readAnswer } from './read-answers.ts';
import { readChoice } from './read-choice.ts';
import { readCounter } from './read-counter.ts';
import { readInGroup } from './read-group.ts';
import { aboutQuoted, asQuoted, quotedTopic } from './read-quoted.ts';
import { withReferences } from './read-references.ts';
import { readForOwner, readStaffAnswer } from './read-talks.ts';
import { readSummaryChange, readTurnOfSpeech } from './read-turns.ts';
import type { Readable, Reading } from './readable.ts';
import { readDaysOff } from './understand/days-off.ts';
import { saysCancelIndeed } from './understand/never-mind.ts';
import { saysOnDuty } from './understand/on-duty.ts';
import { saysFewer } from './understand/proposals.ts';
import { beginsWithGreeting, read as readWordsOf } from './understand/reading.ts';
import { saysAgain } from './understand/references.ts';
import { readSeveral } from './understand/several.ts';
import type { Intent, Understanding } from './understand/understanding.ts';
import { asksForUnknown } from './understand/unmet.ts';

/** Said of an earlier order without wanting it again. */
const NEVER_AGAIN: readonly Intent[] = ['complaint', 'cancel_order', 'abuse', 'deny'];

export function read(given: Readable): Reading {
  const topic = quotedTopic(given);
  if (topic === undefined) return readEvent(given);
  return { ...aboutQuoted(readEvent({ ...given, view: asQuoted(given.view, topic) })), topic };
}

function readEvent(from: Readable): Reading {
  const { body } = from.inbound;
  if (isInGroup(from.inbound)) return only(readInGroup(from));
  if (isOwned(from.view.talk, from.now)) {
    const forOwner = readForOwner(from);
    if (forOwner) return only(forOwner);
  }
  switch (body.kind) {
    case 'choice':
      return only(unpack(body.choice) ?? { do: 'old-button' });
    case 'start':
      return readStartedWith(from, body);
    case 'contact':
      return only({ do: 'share-phone', phone: body.phone });
    case 'photo':
      if (asksOfCurator(from.view.chat.conversation.asked)) return only({ do: 'picture-for' });
      return body.caption.trim() === '' ? only({ do: 'photo' }) : readText(from, body.caption);
    case 'edited':
      return only({ do: 'edited' });
    case 'deleted':
      return only({ do: from.view.chat.conversation.held?.key === body.message ? 'taken-back' : 'nothing' });
    case 'unsupported':
      return only({ do: 'unsupported' });
    case 'same-person':
      return only({ do: 'is-also', channel: from.inbound.channel, external: body.also });
    case 'own':
      return only({ do: 'own', at: from.inbound.at, givesBack: body.givesBack });
    case 'reachable':
      return only({ do: 'reachable', reachable: body.reachable });
    case 'held':
      return readHeld(from, body.key);
    case 'moved':
      return only({ do: 'nothing' });
    case 'text':
      return readText(from, body.text);
  }
}

function only(meaning: Meaning): Reading {
  return { meaning, understood: null };
}

function readStart(payload: string, { snapshot, view }: Pick<Readable, 'snapshot' | 'view'>): Meaning {
  // Of a slip that was scanned; a visitor sees only what is theirs.
  if (payload.startsWith(SLIP_PREFIX)) return codeMeaning(view, payload.slice(SLIP_PREFIX.length));
  if (payload.startsWith(INVITATION_PREFIX)) return { do: 'accept-invitation', code: payload };
  const code = readConnectCode(payload);
  if (code) return { do: 'connect-with', code };
  const product = productBySlug(snapshot, payload);
  return product ? { do: 'open-product', product: product.id } : { do: 'welcome' };
}

/** By a link that puts words into their mouth: what they are about is plain, and the words show the language. */
function readStartedWith(
  from: Readable,
  { payload, text }: Extract<InboundBody, { kind: 'start' }>,
): Reading {
  const meaning = readStart(payload, from);
  if (text === undefined) return only(meaning);
  if (meaning.do === 'welcome') return readText(from, startWords(text, payload));
  return { meaning, understood: from.understand(text, undefined, from.snapshot) };
}

/** The words of a product's link, sent where nothing else says what they are about; null: they are words. */
function readTagged(from: Readable, text: string): Reading | null {
  const started = readStarted(text);
  if (started?.text === undefined || !productBySlug(from.snapshot, started.payload)) return null;
  return readStartedWith(from, { kind: 'start', ...started });
}

/** The moment has passed: the fragments are read as they are, unless more came in between. */
function readHeld(from: Readable, key: string): Reading {
  const { held } = from.view.chat.conversation;
  if (held?.key !== key) return only({ do: 'nothing' });
  return readWords(from, held.text);
}

function readText(from: Readable, typed: string): Reading {
  const { held } = from.view.chat.conversation;
  const text = (held ? `${held.text}\n${typed}` : typed).trim();
  if (text.length > MAX_TEXT_LENGTH) return only({ do: 'too-long' });
  if (maskIdentityNumbers(text) !== text) return only({ do: 'identity-number' });
  const start = /^\/start(?:@\w+)?(?:\s+(\S+))?$/.exec(text);
  if (start) return only(readStart(start[1] ?? '', from));
  const tagged = readTagged(from, text);
  if (tagged) return tagged;
  const connects = readConnectCode(text);
  if (connects) return only({ do: 'connect-with', code: connects });
  const command = readCommand(text, from.view.roles);
  if (command !== null) return only(command ?? { do: 'help' });
  const daysOff = readAdminsDays(from, text);
  if (daysOff) return only(daysOff);
  const chosen = readChoice(from, text) ?? readStaffAnswer(from, text);
  if (chosen) return only(chosen);
  const proposal = readProposalWords(from, text);
  if (proposal) return only(proposal);
  const counter = readCounter(from, text);
  if (counter) return only(counter);
  if (from.view.talkingTo && !isAskedFreely(from.view.chat.conversation)) {
    return only({ do: 'tell-visitor', text });
  }
  if (saysOnDuty(text) && mayBeOnDuty(from.view)) return only({ do: 'on-duty' });
  const isOfNow = !isLate(from.inbound, from.now);
  if (isOfNow && isFragment(text, from.view.chat.conversation, from.snapshot, from.understand))
    return only({ do: 'hold', text });
  return readWords(from, text);
}

/** "bisa 8 aja" of staff, about the notice that is quoted or the only one that is open. */
function readProposalWords({ view, inbound }: Readable, text: string): Meaning | null {
  const works = hasRole(view.roles, 'staff', 'keeper', 'admin') && view.talkingTo === null;
  if (!works || isAskedFreely(view.chat.conversation) || !saysFewer(text)) return null;
  const isReply = inbound.body.kind === 'text' && inbound.body.replyTo !== undefined;
  const offers = isReply && view.quoted ? [view.quoted] : view.openNotices;
  const proposals = offers.flatMap(({ choices }) => {
    const parts = choices.flatMap(({ id, label }) => {
      const action = unpack(id);
      return action?.do === 'accept' ? [{ part: action.part, label }] : [];
    });
    return parts.slice(0, 1);
  });
  const byPart = new Map(proposals.map((each) => [each.part, each]));
  const [one, ...more] = byPart.values();
  if (!one) return null;
  if (more.length === 0) return { do: 'propose-this', part: one.part, text };
  return {
    do: 'which-notice',
    choices: [...byPart.values()].map(({ part, label }) => ({
      id: pack({ do: 'propose', part, version: 1 }),
      label,
    })),
  };
}

/** "libur 24 desember" of an admin who is asked nothing. */
function readAdminsDays({ view, snapshot, now }: Readable, text: string): Action | null {
  if (!hasRole(view.roles, 'admin') || isAskedFreely(view.chat.conversation)) return null;
  const said = readDaysOff(text, wallClock(now, snapshot.stand.timeZone).day);
  return said && { do: 'set-days-off', ...said };
}

/** Whoever is asked something in their own words has answered it. */
function mayBeOnDuty({ roles, chat }: View): boolean {
  return hasRole(roles, 'staff', 'keeper', 'admin') && !isAskedFreely(chat.conversation);
}

function readWords(from: Readable, text: string): Reading {
  const { view, snapshot, understand } = from;
  const { conversation } = view.chat;
  const { asked } = conversation;
  const state = dialogueState(conversation);
  const whole = understand(text, state, snapshot);
  if (asked && isAskedFreely(conversation))
    return { meaning: { do: 'answer', asked, text, understood: whole }, understood: null };
  if (saysAgain(text) && !NEVER_AGAIN.includes(whole.intent))
    return { meaning: { do: 'repeat-order' }, understood: whole };
  const understood = withReferences(from, text, state, whole);
  const said = readTurnOfSpeech(from, text, understood) ?? readSummaryChange(from, text, understood);
  if (said) return { meaning: said, understood };
  if (asked?.what === 'cancel' && saysCancelIndeed(text))
    return { meaning: { do: 'cancel', part: asked.part }, understood };
  // Some codes are six digits; to "how many?" those are a number.
  const isCount = asked?.what === 'quantity' && /^\d+$/.test(text);
  const code = isCount ? null : readOrderCode(text);
  if (code && asked?.what !== 'name') return { meaning: codeMeaning(view, code), understood: null };
  const answered = asked && readAnswer(from, asked, text, understood);
  if (answered) return { meaning: answered, understood };
  const shelf = /^\d{1,4}$/.test(text) ? productByShelfNumber(snapshot, Number(text)) : undefined;
  if (shelf) return { meaning: { do: 'open-product', product: shelf.id }, understood };
  if (looksForSlip(view, understood)) return { meaning: { do: 'find-slip', name: text }, understood: null };
  const { main, also } = readSeveral(text, understood, snapshot, understand);
  const reading = readWordsOf(text, snapshot);
  const beside = {
    also,
    greets: main.intent !== 'greeting' && beginsWithGreeting(reading),
    unmet: main.items.length === 0 && asksForUnknown(reading),
  };
  return { meaning: { do: 'say', text, understood: main, beside }, understood };
}

/** A keeper who types a code wants the slip; a visitor their own order. */
function codeMeaning(view: View, code: string): Action {
  return hasRole(view.roles, 'keeper', 'admin') ? { do: 'show-slip', code } : { do: 'show-order', code };
}

/** What a keeper types that means nothing else is a name to look for. */
function looksForSlip(view: View, understood: Understanding): boolean {
  const lost =
    understood.intent === 'unclear' ||
    understood.intent === 'out_of_scope' ||
    understood.intent === 'provide_info' ||
    (understood.confidence < SURE_ENOUGH && understood.items.length === 0);
  return lost && hasRole(view.roles, 'keeper', 'admin');
}
