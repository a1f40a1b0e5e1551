/** The question that is open, asked once more after something in between, so that one can go on where one was. */
import { variantById } from '../../shop/catalogue.ts';
import { hasRole } from '../../shop/roles.ts';
import { asksOfCurator } from '../admin/catalogue/asked.ts';
import { askCuratorAgain } from '../admin/catalogue/steps.ts';
import { reply, type Scene, type Turn } from '../flow.ts';
import { choice } from '../wording.ts';
import { askOnceMore } from './check-out.ts';
import { askQuantity } from './fill-cart.ts';

/** null: nothing is asked, or nothing that would be asked again. */
export function openQuestion(scene: Scene): Turn | null {
  const { asked } = scene.conversation;
  if (!asked) return null;
  if (asked.what === 'quantity') {
    const found = variantById(scene.snapshot, asked.variant);
    return found ? askQuantity(scene, found.product, found.variant) : null;
  }
  if (asked.what === 'confirm') {
    return reply(scene.say('confirm-still-open'), {
      choices: [
        choice(scene.say('button-confirm'), { do: 'confirm', cart: asked.cart }),
        choice(scene.say('button-cart'), { do: 'show-cart' }),
      ],
    });
  }
  if (asksOfCurator(asked) && hasRole(scene.view.roles, 'admin', 'curator'))
    return askCuratorAgain(scene, asked);
  return askOnceMore(scene, asked);
}

/** The turn, and then the question that it came in the middle of. */
export function thenOpenQuestion(scene: Scene, turn: Turn): Turn {
  const again = openQuestion(scene);
  return again ? { ...turn, replies: [...turn.replies, ...again.replies] } : turn;
}
