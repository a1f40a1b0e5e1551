/** Typed answers to what an admin was asked. */
import type { Snapshot } from '../../shop/catalogue.ts';
import type { Asked } from '../conversation.ts';
import type { Needs } from '../facts.ts';
import type { Scene, Turn } from '../flow.ts';
import { isNeverMind } from '../understand/never-mind.ts';
import { adminOnly, curatorOnly } from './admin-only.ts';
import { asksOfCurator } from './catalogue/asked.ts';
import { answerCurator, leave } from './catalogue/steps.ts';
import { answerHours } from './change-hours.ts';
import { answerPrice } from './change-price.ts';
import { answerStock } from './change-stock.ts';
import { answerWait } from './change-waits.ts';
import { answerInviteName } from './invite.ts';
import { adminMenu } from './menu.ts';

/** The snapshot knows everything else. */
export function adminAnswerNeeds(asked: Asked, _snapshot: Snapshot): Needs {
  return asked.what === 'stock' ? { stock: [asked.variant] } : {};
}

type AdminAsked = Extract<Asked, { what: 'stock' | 'price' | 'hours' | 'wait' | 'invite-name' }>;

function isAdminAsked(asked: Asked): asked is AdminAsked {
  return ['stock', 'price', 'hours', 'wait', 'invite-name'].includes(asked.what);
}

/** The turn that takes the words as the answer; null where the question is none of these. */
export function answerAdmin(scene: Scene, asked: Asked, text: string): Turn | null {
  if (asksOfCurator(asked)) {
    return curatorOnly(scene, () =>
      isNeverMind(text) ? leave(scene, asked) : answerCurator(scene, asked, text),
    );
  }
  if (!isAdminAsked(asked)) return null;
  return adminOnly(scene, () => (isNeverMind(text) ? adminMenu(scene) : answerOf(scene, asked, text)));
}

function answerOf(scene: Scene, asked: AdminAsked, text: string): Turn {
  switch (asked.what) {
    case 'stock':
      return answerStock(scene, asked.variant, text);
    case 'price':
      return answerPrice(scene, asked.variant, text);
    case 'hours':
      return answerHours(scene, asked.place, text);
    case 'wait':
      return answerWait(scene, asked.wait, text);
    case 'invite-name':
      return answerInviteName(scene, asked, text);
  }
}
