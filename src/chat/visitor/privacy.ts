/** What is kept about the person who asks. */
import { type Flow, reply, type Scene } from '../flow.ts';
import { choice, words } from '../wording.ts';

function privacyText(scene: Scene): string {
  const { say, view, snapshot } = scene;
  const kept = say('privacy', {
    name: view.person.name ?? say('not-kept'),
    phone: view.person.phone ?? say('not-kept'),
    orders: scene.facts.orders.filter((order) => order.personId === view.person.id).length,
    channels: scene.facts.channels.map((channel) => say(`channel-${channel}`)).join(', '),
    keeper: words(scene, snapshot.stand.dataKeeper),
  });
  return scene.asksModel ? `${kept}\n${say('privacy-advice')}` : kept;
}

export const privacy: Flow<'privacy'> = {
  privacy: {
    needs: () => ({ orders: { by: 'me' }, channels: true }),
    turn: (scene) =>
      reply(privacyText(scene), {
        choices: [
          choice(scene.say('button-my-data'), { do: 'my-data' }),
          choice(scene.say('button-erase'), { do: 'ask-erase' }),
          choice(scene.say('button-my-orders'), { do: 'my-orders' }),
          choice(scene.say('button-connect-chat'), { do: 'connect-chat' }),
        ],
      }),
  },
};
