/** The visitor's phone number, on a tap that is recorded: staff otherwise see a first name and the code. */
import { type Flow, reply } from '../flow.ts';
import { nameOn } from '../wording.ts';
import { firstName } from './part-card.ts';
import { aboutPart, partNeeds } from './part-work.ts';

export const showPhoneFlow: Flow<'show-phone'> = {
  'show-phone': {
    needs: partNeeds,
    turn: (scene, { part }) =>
      aboutPart(scene, part, (order) => {
        const about = { code: order.code, name: firstName(nameOn(scene, order)) };
        if (scene.view.member) return reply(scene.say('group-no-phone', about));
        if (order.phone === null) return reply(scene.say('phone-not-left', about));
        return {
          ...reply(scene.say('phone-of', { ...about, phone: order.phone })),
          effects: [
            { kind: 'audit', what: 'see-phone', subject: `order ${order.id}`, before: null, after: null },
          ],
        };
      }),
  },
};
