/** Everything that a visitor can do. */
import { hasRole } from '../../shop/roles.ts';
import { unpack } from '../actions.ts';
import { findPart } from '../facts.ts';
import { type Flow, reply, type Scene, type Turn } from '../flow.ts';
import type { Choice } from '../message.ts';
import { visibleUnits } from '../staff/open-parts.ts';
import { shortItemsText } from '../staff/part-work.ts';
import { tellDelivery, tellHours, tellPayment, tellPlace } from './answer-questions.ts';
import { askedBack } from './ask-back.ts';
import { askStaff } from './ask-staff.ts';
import { browse } from './browse.ts';
import { checkOut } from './check-out.ts';
import { connectChats } from './connect-chats.ts';
import { fillCart } from './fill-cart.ts';
import { hear } from './hear.ts';
import { myOrders } from './my-orders.ts';
import { ownData } from './own-data.ts';
import { confirmOrder } from './place-order.ts';
import { privacy } from './privacy.ts';
import { repeatOrder } from './repeat-order.ts';
import { smallTalk } from './small-talk.ts';
import { talkFlow } from './talk.ts';

const questions: Flow<'tell-place' | 'tell-hours' | 'tell-payment' | 'tell-delivery'> = {
  'tell-place': { turn: tellPlace },
  'tell-hours': { turn: (scene) => tellHours(scene) },
  'tell-payment': { turn: tellPayment },
  'tell-delivery': { turn: tellDelivery },
};

/** What several open notices offer, or the newest list and a later notice: which is meant? */
const whichOfThem: Flow<'which-notice'> = {
  'which-notice': {
    needs: (_meaning, { roles }) => ({
      orders: hasRole(roles, 'staff', 'keeper', 'admin')
        ? { by: 'open', units: visibleUnits(roles) }
        : { by: 'me' },
    }),
    turn: whichNotice,
  },
};

/** Where the same was not said by all of them, each says what it does. */
function whichNotice(scene: Scene, { choices }: { readonly choices: readonly Choice[] }): Turn {
  const isSame = new Set(choices.map(({ label }) => label)).size === 1;
  const orders = choices.map((each) => orderOf(scene, each));
  const say = orders.includes(null) ? 'which-choice' : 'which-notice';
  return reply(scene.say(say), {
    choices: choices.map((each, index) => {
      const order = orders[index];
      if (!order) return each;
      return { ...each, label: isSame ? order : `${order} – ${each.label}` };
    }),
  });
}

function orderOf(scene: Scene, offered: Choice): string | null {
  const action = unpack(offered.id);
  const found = action && 'part' in action ? findPart(scene.facts, action.part) : undefined;
  return found ? `${found.order.code} · ${shortItemsText(scene, found.part)}` : null;
}

export const visitorFlow = {
  ...browse,
  ...fillCart,
  ...checkOut,
  ...confirmOrder,
  ...myOrders,
  ...privacy,
  ...ownData,
  ...connectChats,
  ...questions,
  ...askStaff,
  ...talkFlow,
  ...smallTalk,
  ...hear,
  ...askedBack,
  ...repeatOrder,
  ...whichOfThem,
};
