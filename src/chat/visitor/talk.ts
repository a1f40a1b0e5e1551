/** A visitor wants a person: the staff are told, and whoever takes the chat owns it until the talk is over. */
import { hoursOn, isOpenAt, wallClock } from '../../shop/calendar.ts';
import { cartItems } from '../../shop/cart.ts';
import { openingOf, placeById, productById, productBySlug } from '../../shop/catalogue.ts';
import type { Effect } from '../../shop/effects.ts';
import { isOwned, TALK_MS, type TalkReason } from '../../shop/talks.ts';
import type { Needs, OrderView, RoleRecipient, TalkView } from '../facts.ts';
import { type Flow, reply, type Scene, type Turn } from '../flow.ts';
import { isGroupChat } from '../groups.ts';
import { firstName, onePerChat } from '../staff/part-card.ts';
import { itemsText } from '../staff/part-work.ts';
import { fillTemplate } from '../templates.ts';
import type { Understanding } from '../understand/understanding.ts';
import { choice, hoursText, type Wording, wordingFor } from '../wording.ts';
import { thenOpenQuestion } from './open-question.ts';

/** Everybody who could take the chat. */
export const talkNeeds: Needs = { recipients: { units: [], roles: ['staff', 'keeper', 'admin'] } };

/** The units that the talk may be about: of the order, of what is named or spoken of, of the cart. */
function unitsInMind(scene: Scene, order: OrderView | null, understood: Understanding | null): number[] {
  if (order) return order.parts.map(({ unitId }) => unitId);
  const { snapshot, conversation, view } = scene;
  const named =
    understood?.items.flatMap(({ product }) => (product && productBySlug(snapshot, product)) || []) ?? [];
  const topic = conversation.topic === null ? undefined : productById(snapshot, conversation.topic);
  const inCart = cartItems(view.cart.body, snapshot).map(({ product }) => product);
  const products = named.length > 0 ? named : [...(topic ? [topic] : []), ...inCart];
  return products.map(({ unitId }) => unitId);
}

/** The keepers, and the staff whom it concerns; without a hint at whom, all of them, and the admins where there is nobody. */
function whoMayTake(scene: Scene, units: readonly number[]): RoleRecipient[] {
  const others = scene.facts.recipients.filter(({ chatId }) => chatId !== scene.view.chat.id);
  const concerned = others.filter(
    ({ role, unitId }) =>
      role === 'keeper' ||
      (role === 'staff' && (units.length === 0 || (unitId !== null && units.includes(unitId)))),
  );
  // A group hears of it, and talks with nobody.
  const told = concerned.some(canTalk) ? concerned : [...concerned, ...others.filter(canTalk)];
  return told.some(canTalk) ? onePerChat(told) : [];
}

function canTalk({ channel, external }: RoleRecipient): boolean {
  return !isGroupChat(channel, external);
}

interface Wish {
  readonly reason: TalkReason;
  readonly order: OrderView | null;
  /** The visitor's own words, where there are any. */
  readonly words: string | null;
  readonly understood: Understanding | null;
}

/** What the reader answers for. */
function itemsFor(wording: Wording, order: OrderView, { unitId }: RoleRecipient): string {
  const parts = order.parts.filter((part) => unitId === null || part.unitId === unitId);
  return parts.map((part) => itemsText(wording, part)).join(', ');
}

function notice(scene: Scene, publicId: string, wish: Wish, to: RoleRecipient): Effect {
  const wording = wordingFor(scene, to.language);
  const { order, reason } = wish;
  const name = order?.name ?? scene.view.person.name;
  const take = { do: 'take-talk', talk: publicId } as const;
  const wanted = wording.say('staff-talk-wanted', {
    reason,
    name: name === null ? 'none' : firstName(name),
    code: order?.code ?? 'none',
    items: order ? itemsFor(wording, order, to) : 'none',
    words: wish.words ?? 'none',
  });
  const text = canTalk(to) ? wanted : `${wanted}\n${wording.say('group-no-talk')}`;
  return {
    kind: 'notice',
    key: `talk ${publicId} ${scene.inbound.key} ${to.chatId}`,
    to,
    about: publicId,
    message: {
      text,
      choices: [choice(wording.say('staff-button-take-talk'), take)],
      template: fillTemplate(
        'staff-talk',
        wording.language,
        {
          name: name === null ? wording.say('template-nobody') : firstName(name),
          words: wish.words ?? wording.say('template-no-words'),
        },
        { take },
      ),
    },
  };
}

/** One wish at a time: said again, it reaches the staff again. */
function wishFor(scene: Scene, wish: Wish): { publicId: string; effects: Effect[] } {
  const { talk } = scene.view;
  const isNew = talk === null || talk.owner !== null;
  const publicId = isNew ? scene.ids.opaque() : talk.publicId;
  const ended: Effect[] = talk && isNew ? [{ kind: 'talk-ended', talk }] : [];
  const begun: Effect[] = isNew
    ? [{ kind: 'talk', publicId, reason: wish.reason, orderId: wish.order?.id ?? null }]
    : [];
  return { publicId, effects: [...ended, ...begun] };
}

function wantPerson(scene: Scene, wish: Wish): Turn | null {
  const recipients = whoMayTake(scene, unitsInMind(scene, wish.order, wish.understood));
  if (recipients.length === 0) return null;
  const { publicId, effects } = wishFor(scene, wish);
  return {
    ...reply(
      scene.say(wish.reason === 'complaint' ? 'complaint-sent' : 'talk-wanted', {
        code: wish.order?.code ?? 'none',
        hours: closedHours(scene),
      }),
    ),
    effects: [...effects, ...recipients.map((to) => notice(scene, publicId, wish, to))],
  };
}

/** The hours of the day, while nobody is at the stand; "none" while somebody is. */
function closedHours(scene: Scene): string {
  const { snapshot, now } = scene;
  const place = placeById(snapshot, snapshot.stand.placeId);
  if (!place || isOpenAt(openingOf(snapshot, place), now)) return 'none';
  const { day } = wallClock(now, snapshot.stand.timeZone);
  return hoursOn(openingOf(snapshot, place), day).length === 0 ? 'closed' : hoursText(scene, place, day);
}

/** "mau ngomong sama orangnya". */
export function talkToPerson(scene: Scene, words: string | null, understood: Understanding | null): Turn {
  if (isOwned(scene.view.talk, scene.now)) return reply(scene.say('talk-already'));
  return (
    wantPerson(scene, { reason: 'asked', order: null, words, understood }) ?? reply(scene.say('talk-nobody'))
  );
}

/** What went wrong goes to those who can mend it, with the order that it concerns. */
export function complain(scene: Scene, words: string, understood: Understanding): Turn {
  const order = orderConcerned(scene, understood);
  return (
    wantPerson(scene, { reason: 'complaint', order, words, understood }) ??
    reply(scene.say('complaint-nobody'))
  );
}

/** The order that is named, else the newest that has a product that is named, else the newest. */
function orderConcerned(scene: Scene, { items }: Understanding): OrderView | null {
  const own = scene.facts.orders.filter(({ personId }) => personId === scene.view.person.id);
  const named = items.flatMap(({ product }) => (product && productBySlug(scene.snapshot, product)?.id) || []);
  const withProduct = own.find(({ parts }) =>
    parts.some(({ lines }) => lines.some(({ productId }) => named.includes(productId))),
  );
  return withProduct ?? own[0] ?? null;
}

function tellOwner(scene: Scene, talk: TalkView, key: string, args: Record<string, string>): Effect[] {
  if (!talk.owner) return [];
  const wording = wordingFor(scene, talk.owner.language);
  const name = talk.visitorName === null ? 'none' : firstName(talk.visitorName);
  return [
    {
      kind: 'notice',
      key: `talk ${talk.publicId} ${scene.inbound.key}`,
      to: talk.owner,
      about: null,
      message: {
        text: wording.say(key, { name, ...args }),
        choices:
          key === 'staff-talk-left'
            ? []
            : [choice(wording.say('staff-button-end-talk'), { do: 'end-talk', talk: talk.publicId })],
        inWords: true,
      },
    },
  ];
}

/** They have the chat as if they had taken it: the bot is silent, until they give it back or an hour has passed. */
function takenOutside(scene: Scene, at: number): Effect[] {
  const { talk } = scene.view;
  const until = at + TALK_MS;
  if (until <= scene.now) return [];
  if (talk && isOwned(talk, scene.now)) return [{ kind: 'talk-goes-on', talk, until }];
  const publicId = scene.ids.opaque();
  return [
    ...(talk ? [{ kind: 'talk-ended', talk } as const] : []),
    { kind: 'talk', publicId, reason: 'phone', orderId: null, until },
  ];
}

export const talkFlow: Flow<'ask-person' | 'leave-talk' | 'tell-owner' | 'own'> = {
  own: {
    turn: (scene, { at, givesBack }) => {
      const { talk } = scene.view;
      if (!givesBack) return { replies: [], effects: takenOutside(scene, at) };
      return { replies: [], effects: talk ? [{ kind: 'talk-ended', talk }] : [] };
    },
  },
  'ask-person': {
    needs: () => talkNeeds,
    turn: (scene) => talkToPerson(scene, null, null),
  },
  'leave-talk': {
    turn: (scene, { talk }) => {
      const own = scene.view.talk;
      if (own?.publicId !== talk) return reply(scene.say('talk-over-already'));
      return thenOpenQuestion(scene, {
        ...reply(scene.say('talk-left')),
        effects: [{ kind: 'talk-ended', talk: own }, ...tellOwner(scene, own, 'staff-talk-left', {})],
      });
    },
  },
  'tell-owner': {
    turn: (scene, { text, what }) => {
      const { talk } = scene.view;
      if (!talk) return { replies: [] };
      const said = tellOwner(scene, talk, 'staff-talk-says', { text: text || 'none', what: what ?? 'none' });
      return { replies: [], effects: said, conversation: { held: null } };
    },
  },
};

/** Nobody has said anything for so long: the bot speaks again, and says so first. */
export function afterTalk(scene: Scene, turn: Turn): Turn {
  const { talk } = scene.view;
  const [first, ...more] = turn.replies;
  if (!talk?.owner || isOwned(talk, scene.now) || !first) return turn;
  if (turn.effects?.some(({ kind }) => kind === 'talk-ended')) return turn;
  const back = scene.say('talk-ran-out', { who: talk.owner.name });
  return {
    ...turn,
    replies: [{ ...first, text: `${back}\n\n${first.text}`, inPlace: false }, ...more],
    effects: [...(turn.effects ?? []), { kind: 'talk-ended', talk }],
  };
}
