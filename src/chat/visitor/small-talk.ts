/** What needs a kind sentence and nothing else: greetings, manners, and what is none of the stand's business. */
import { wallClock } from '../../shop/calendar.ts';
import { type Flow, reply, type Scene, type Turn } from '../flow.ts';
import type { Choice } from '../message.ts';
import { choice, words } from '../wording.ts';
import { thenOpenQuestion } from './open-question.ts';

function mainChoices(scene: Scene): Choice[] {
  const { say } = scene;
  return [
    choice(say('button-products'), { do: 'list-products' }),
    choice(say('button-cart'), { do: 'show-cart' }),
    choice(say('button-my-orders'), { do: 'my-orders' }),
    choice(say('button-place'), { do: 'tell-place' }),
    choice(say('button-hours'), { do: 'tell-hours' }),
  ];
}

export function personChoice(scene: Scene): Choice {
  return choice(scene.say('button-ask-person'), { do: 'ask-person' });
}

/** The welcome: whose stand this is, in which stage, and what can be done here. */
export function welcome(scene: Scene): Turn {
  const { say, snapshot } = scene;
  const text = say('welcome', {
    stand: words(scene, snapshot.stand.name),
    stage: snapshot.stand.stage,
    sample: snapshot.stand.sample ? 'yes' : 'no',
  });
  return { ...reply(text, { choices: mainChoices(scene) }), conversation: { asked: null } };
}

/** A sentence of its own for each of these; the key is `talk-<intent>`. */
const TALK = [
  'thanks',
  'goodbye',
  'subscribe',
  'unsubscribe',
  'abuse',
  'inmate_info',
  'oos_immigration',
  'oos_prison',
  'out_of_scope',
] as const;
type Talk = (typeof TALK)[number];

export function isTalk(intent: string): intent is Talk {
  return TALK.some((each) => each === intent);
}

export function talk(scene: Scene, intent: Talk): Turn {
  const offersProducts = intent === 'out_of_scope' || intent === 'abuse';
  return reply(scene.say(`talk-${intent}`), {
    ...(offersProducts ? { choices: [choice(scene.say('button-products'), { do: 'list-products' })] } : {}),
  });
}

/** Asked for, and nobody makes it: counted by the day, without the words. */
export function unmetWish(scene: Scene): Turn {
  const { snapshot, now } = scene;
  return {
    ...reply(scene.say('unmet-wish'), {
      choices: snapshot.products.map(({ id, name }) =>
        choice(words(scene, name), { do: 'open-product', product: id }),
      ),
    }),
    effects: [{ kind: 'unmet-wish', day: wallClock(now, snapshot.stand.timeZone).day }],
  };
}

/** Nothing was understood; a second time in a row says where a person can be found. */
export function notUnderstood(scene: Scene): Turn {
  const misses = scene.conversation.misses + 1;
  return {
    ...reply(scene.say(misses > 1 ? 'not-understood-again' : 'not-understood'), {
      choices: [...(misses > 1 ? [personChoice(scene)] : []), ...mainChoices(scene)],
    }),
    conversation: { misses },
  };
}

export const smallTalk: Flow<
  | 'welcome'
  | 'help'
  | 'unsupported'
  | 'photo'
  | 'edited'
  | 'taken-back'
  | 'old-button'
  | 'too-long'
  | 'identity-number'
  | 'reachable'
  | 'nothing'
  | 'language'
  | 'hold'
> = {
  welcome: { turn: welcome },
  help: { turn: (scene) => reply(scene.say('help'), { choices: mainChoices(scene) }) },
  unsupported: {
    turn: (scene) => {
      const what = scene.inbound.body.kind === 'unsupported' ? scene.inbound.body.what : 'other';
      return thenOpenQuestion(scene, reply(scene.say('unsupported', { what })));
    },
  },
  photo: { turn: (scene) => thenOpenQuestion(scene, reply(scene.say('photo-received'))) },
  edited: { turn: (scene) => reply(scene.say('edited')) },
  'taken-back': { turn: () => ({ replies: [] }) },
  'old-button': {
    turn: (scene) => ({
      ...reply(scene.say('old-button'), { choices: mainChoices(scene) }),
      toast: scene.say('toast-old-button'),
    }),
  },
  'too-long': { turn: (scene) => reply(scene.say('too-long')) },
  'identity-number': { turn: (scene) => thenOpenQuestion(scene, reply(scene.say('identity-number'))) },
  reachable: {
    turn: (_scene, { reachable }) => ({ replies: [], effects: [{ kind: 'reachable', reachable }] }),
  },
  nothing: { turn: () => ({ replies: [] }) },
  hold: {
    turn: (scene, { text }) => ({ replies: [], conversation: { held: { text, key: scene.inbound.key } } }),
  },
  language: {
    turn: (scene, { language }) => {
      const known = scene.copy.languages.find((each) => each === language);
      if (!known) return reply(scene.say('old-button'));
      const inNew: Scene = { ...scene, language: known, say: scene.copy.in(known) };
      const settled: Turn = {
        ...reply(inNew.say('language-set'), scene.conversation.asked ? {} : { choices: mainChoices(inNew) }),
        effects: [{ kind: 'person', language: known }],
        conversation: { language: known, languageChosen: true },
      };
      return thenOpenQuestion(inNew, settled);
    },
  },
};
