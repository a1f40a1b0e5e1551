/** Everything that a visitor can do. */
import { type Flow, reply, type Scene } from '../flow.ts';
import { tellHours, tellPayment, tellPlace } from './answer-questions.ts';
import { browse } from './browse.ts';
import { checkOut } from './check-out.ts';
import { fillCart } from './fill-cart.ts';
import { hear } from './hear.ts';
import { myOrders } from './my-orders.ts';
import { confirmOrder } from './place-order.ts';
import { privacy } from './privacy.ts';
import { smallTalk } from './small-talk.ts';

const questions: Flow<'tell-place' | 'tell-hours' | 'tell-payment'> = {
  'tell-place': { turn: tellPlace },
  'tell-hours': { turn: tellHours },
  'tell-payment': { turn: tellPayment },
};

/** A label that several open notices offer: which order is meant? */
const whichNotice: Flow<'which-notice'> = {
  'which-notice': { turn: (scene: Scene, { choices }) => reply(scene.say('which-notice'), { choices }) },
};

export const visitorFlow = {
  ...browse,
  ...fillCart,
  ...checkOut,
  ...confirmOrder,
  ...myOrders,
  ...privacy,
  ...questions,
  ...smallTalk,
  ...hear,
  ...whichNotice,
};
