/** What every task about one part shares: who may do it, what is said when it is too late, and the card after a step. */
import { wallClock } from '../../shop/calendar.ts';
import { placeById } from '../../shop/catalogue.ts';
import type { Effect, PartChange } from '../../shop/effects.ts';
import {
  asItCounts,
  canDo,
  type Fulfilment,
  type FulfilmentState,
  type Verb,
} from '../../shop/fulfilment.ts';
import { hasRole, isStaffOf } from '../../shop/roles.ts';
import { type Action, pack, unpack } from '../actions.ts';
import { resolveChoice } from '../choices.ts';
import { findPart, type Needs, type OrderView, type View } from '../facts.ts';
import { reply, type Scene, type Turn } from '../flow.ts';
import type { Choice, Message } from '../message.ts';
import { isNeverMind } from '../understand/never-mind.ts';
import { choice, dayText, lineText, type Wording } from '../wording.ts';
import { maySeePart, partCard } from './part-card.ts';

/** The order of the part, and who else has to hear of it. */
export const partNeeds = ({ part }: { part: string }): Needs => ({
  orders: { by: 'part', part },
  recipients: { units: [], roles: ['keeper', 'admin'] },
});

/** A press by somebody who may not: an old or a forged choice. */
export function notYours(scene: Scene): Turn {
  return { ...reply(scene.say('not-yours')), conversation: { asked: null } };
}

/** A turn about a part that this staff member, keeper or admin answers for. */
export function aboutPart(
  scene: Scene,
  publicId: string,
  turn: (order: OrderView, part: Fulfilment) => Turn,
): Turn {
  const { roles } = scene.view;
  if (!hasRole(roles, 'staff', 'keeper', 'admin')) return notYours(scene);
  const found = findPart(scene.facts, publicId);
  if (!found) return reply(scene.say('staff-part-unknown'));
  return maySeePart(roles, found.part) ? turn(found.order, found.part) : notYours(scene);
}

/** The same, while the verb can still be done; afterwards it is told who was quicker. */
export function whileItCan(
  scene: Scene,
  publicId: string,
  verb: Verb,
  turn: (order: OrderView, part: Fulfilment) => Turn,
): Turn {
  return aboutPart(scene, publicId, (order, part) =>
    canDo(part, verb) ? turn(order, part) : tooLate(scene, order, part),
  );
}

/** The same for what can be done in several states: who decides must have seen the one that the part is in. */
export function asItWasSeen(
  scene: Scene,
  seen: { readonly part: string; readonly version: number },
  verb: Verb,
  turn: (order: OrderView, part: Fulfilment) => Turn,
): Turn {
  return whileItCan(scene, seen.part, verb, (order, part) =>
    part.version === seen.version ? turn(order, part) : tooLate(scene, order, part),
  );
}

function tooLate(scene: Scene, order: OrderView, part: Fulfilment): Turn {
  const toast = tooLateText(scene, part);
  return { ...cardTurn(scene, order, part, toast), toast };
}

/** The choice of the newest list that a typed "2" or "yang kedua" names, where it is about this part. */
export function pickedAction(scene: Scene, part: Fulfilment, text: string): Action | undefined {
  const picked = resolveChoice(text, scene.conversation.offered);
  const action = picked && unpack(picked.id);
  return action && 'part' in action && action.part === part.publicId ? action : undefined;
}

/** The question is laid aside in words, or by the number of that choice. */
export function isLaidAside(scene: Scene, part: Fulfilment, text: string): boolean {
  return isNeverMind(text) || pickedAction(scene, part, text)?.do === 'show-part';
}

/** Somebody who reads a card, in a chat or on the page of an office. */
export type Reader = Wording & { readonly view: Pick<View, 'roles'> };

/** Where the visitor comes decides who confirms and hands over: at the stand its keepers, elsewhere the unit too. */
export function mayHandOver(reader: Reader, part: Fulfilment): boolean {
  const { roles } = reader.view;
  if (hasRole(roles, 'keeper', 'admin')) return true;
  return !isPickedUpAtStand(reader, part) && isStaffOf(roles, part.unitId);
}

/** What lies on the shelf is the keeper's to count; what is made, the unit's to offer. */
export function mayPropose(reader: Reader, part: Fulfilment): boolean {
  return canDo(part, 'propose') && (!part.fromStock || mayHandOver(reader, part));
}

export function isPickedUpAtStand({ snapshot }: Wording, part: Fulfilment): boolean {
  return placeById(snapshot, part.placeId)?.kind === 'stand';
}

/** What the reader may do with the part as it stands. */
export function readersChoices(reader: Reader, order: OrderView, part: Fulfilment): Choice[] {
  const it = part.publicId;
  const mine = mayHandOver(reader, part);
  const confirmReady = pack({ do: 'ready', part: it });
  return [
    ...(partCard(reader, order, part).choices ?? []).filter((each) => mine || each.id !== confirmReady),
    ...(mine && canDo(part, 'collect')
      ? [choice(reader.say('staff-button-hand-over'), { do: 'collect', part: it })]
      : []),
    ...(mayPropose(reader, part) && part.state !== 'new'
      ? [choice(reader.say('button-propose'), { do: 'propose', part: it, version: part.version })]
      : []),
    ...(hasRole(reader.view.roles, 'keeper', 'admin')
      ? [choice(reader.say('staff-button-slip'), { do: 'show-slip', code: order.code })]
      : []),
  ];
}

/** The part's card with the choices that the reader may take. */
function cardFor(scene: Scene, order: OrderView, part: Fulfilment, preface?: string): Message {
  const card = partCard(scene, order, part);
  const choices = readersChoices(scene, order, part);
  return { ...card, text: [preface, card.text].filter(Boolean).join('\n\n'), choices, inPlace: true };
}

export function cardTurn(scene: Scene, order: OrderView, part: Fulfilment, preface?: string): Turn {
  return { replies: [cardFor(scene, order, part, preface)], conversation: { asked: null } };
}

/** "Sudah diterima oleh Bu Rina pukul 10.32." */
export function tooLateText(wording: Wording, part: Fulfilment): string {
  const { say } = wording;
  const { lastStep, state } = part;
  if (state === 'new') return say('staff-not-yet', { first: part.quoteFirst ? 'quote' : 'accept' });
  if (!lastStep) return say('staff-too-late');
  const when = whenText(wording, lastStep.at);
  return lastStep.by === null
    ? say('staff-too-late-alone', { state, when })
    : say('staff-too-late-by', { state, when, who: lastStep.by });
}

/** "pukul 10.32", with the day where it was not today. */
export function whenText(wording: Wording, at: number): string {
  const { timeZone } = wording.snapshot.stand;
  const { day, minutes } = wallClock(at, timeZone);
  const hour = String(Math.floor(minutes / 60)).padStart(2, '0');
  const minute = String(minutes % 60).padStart(2, '0');
  if (day === wallClock(wording.now, timeZone).day) return wording.say('staff-at-time', { hour, minute });
  return wording.say('staff-at-day-time', { hour, minute, day: dayText(wording, day) });
}

export function itemsText(wording: Wording, part: Fulfilment): string {
  return part.lines.map((line) => lineText(wording, line)).join(', ');
}

/** Short enough for a button: the first line, and how many more there are. */
export function shortItemsText(wording: Wording, part: Fulfilment): string {
  const [first, ...more] = part.lines;
  if (!first) return '';
  const text = lineText(wording, first);
  return more.length > 0 ? `${text} +${more.length}` : text;
}

type Step = Extract<Effect, { kind: 'step' }>;
type Agreed = NonNullable<Step['agreed']>;

export function stepEffect(
  part: Fulfilment,
  to: FulfilmentState,
  change: PartChange = {},
  agreed: Agreed = [],
): Step {
  const { id, publicId, version } = part;
  const offered = agreed.length > 0 ? { agreed } : {};
  return { kind: 'step', part: { id, publicId, version }, from: part.state, to, change, ...offered };
}

/** The part as it is once the step is stored. */
export function afterStep(
  part: Fulfilment,
  to: FulfilmentState,
  change: PartChange = {},
  agreed: Agreed = [],
): Fulfilment {
  const lines = part.lines.map((line) => {
    const qty = agreed.find((each) => each.variantId === line.variantId)?.qty;
    return asItCounts(qty === undefined ? line : { ...line, agreed: qty }, to);
  });
  return { ...part, ...change, state: to, version: part.version + 1, lines };
}

/** The step, what follows from it, and the card as it then stands under the sentence of what was done. */
export function stepTurn(
  scene: Scene,
  order: OrderView,
  part: Fulfilment,
  step: {
    readonly to: FulfilmentState;
    readonly change?: PartChange;
    readonly agreed?: Agreed;
    readonly did: string;
    readonly effects: (after: Fulfilment) => readonly Effect[];
  },
): Turn {
  const after = afterStep(part, step.to, step.change, step.agreed);
  return {
    ...cardTurn(scene, order, after, step.did),
    effects: [stepEffect(part, step.to, step.change, step.agreed), ...step.effects(after)],
  };
}
