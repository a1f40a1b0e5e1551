/** Who looked at visitors' phone numbers: each look is written down, and an admin can read it. */
import { type Flow, reply } from '../flow.ts';
import { whenText } from '../staff/part-work.ts';
import { choice } from '../wording.ts';
import { adminOnly } from './admin-only.ts';

export const phoneViewsFlow: Flow<'phone-views'> = {
  'phone-views': {
    needs: () => ({ phoneViews: true }),
    turn: (scene) =>
      adminOnly(scene, () => {
        const { say, facts } = scene;
        const lines = facts.phoneViews.map(
          ({ at, by, code }) =>
            `• ${say('admin-phone-view', { time: whenText(scene, at), name: by || say('admin-nobody-known'), code: code ?? '–' })}`,
        );
        const head = say(lines.length > 0 ? 'admin-phone-views' : 'admin-phone-views-none');
        return reply([head, ...lines].join('\n'), {
          choices: [choice(say('admin-button-menu'), { do: 'admin-menu' })],
          inPlace: true,
        });
      }),
  },
};
