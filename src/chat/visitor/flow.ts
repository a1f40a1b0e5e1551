/** Everything that a visitor can do. */
import { hasRole } from '../../shop/roles.ts';
import { unpack } from '../actions.ts';
import { findPart } from '../facts.ts';
import { type Flow, reply, type Scene } from '../flow.ts';
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

/** A label that several open notices offer: which order is meant? Each choice names its own. */
const whichNotice: Flow<'which-notice'> = {
  'which-notice': {
    needs: (_meaning, { roles }) => ({
      orders: hasRole(roles, 'staff', 'keeper', 'admin')
        ? { by: 'open', units: visibleUnits(roles) }
        : { by: 'me' },
    }),
    turn: (scene, { choices }) =>
      reply(scene.say('which-notice'), { choices: choices.map((each) => ofItsOrder(scene, each)) }),
  },
};

function ofItsOrder(scene: Scene, offered: Choice): Choice {
  const action = unpack(offered.id);
  const found = action && 'part' in action ? findPart(scene.facts, action.part) : undefined;
  if (!found) return offered;
  const { order, part } = found;
  return { ...offered, label: `${order.code} · ${shortItemsText(scene, part)}` };
}

export const visitorFlow = {
  ...browse,
  ...fillCart,
  ...checkOut,
  ...confirmOrder,
  ...myOrders,
  ...privacy,
  ...connectChats,
  ...questions,
  ...askStaff,
  ...talkFlow,
  ...smallTalk,
  ...hear,
  ...askedBack,
  ...repeatOrder,
  ...whichNotice,
};
