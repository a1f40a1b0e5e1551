/** Taking a visitor's chat, talking in it, and handing it back to the bot. */
import type { Effect } from '../../shop/effects.ts';
import { hasRole, type RoleGrant } from '../../shop/roles.ts';
import { isOwned, TALK_MS } from '../../shop/talks.ts';
import type { TalkView } from '../facts.ts';
import { type Flow, reply, type Scene, type Turn } from '../flow.ts';
import type { Choice, Message } from '../message.ts';
import { choice, type Wording, wordingFor } from '../wording.ts';
import { firstName } from './part-card.ts';
import { notYours } from './part-work.ts';

function visitorName({ visitorName: name }: TalkView): string {
  return name === null ? 'none' : firstName(name);
}

function endChoice(wording: Wording, { publicId }: TalkView): Choice {
  return choice(wording.say('staff-button-end-talk'), { do: 'end-talk', talk: publicId });
}

function tellVisitor(
  scene: Scene,
  talk: TalkView,
  what: string,
  write: (wording: Wording) => Message,
  about: string | null = null,
): Effect {
  return {
    kind: 'notice',
    key: `talk ${talk.publicId} ${scene.inbound.key} ${what}`,
    to: talk.visitor,
    about,
    message: write(wordingFor(scene, talk.visitor.language)),
  };
}

/** How the visitor reads who talks with them. */
function nameOf(roles: readonly RoleGrant[]): string {
  return roles.find(({ role }) => role !== 'curator')?.name ?? '';
}

function take(scene: Scene, talk: TalkView): Turn {
  const { view, now } = scene;
  const who = nameOf(view.roles);
  const before = view.talkingTo;
  const ended: Effect[] = before && before.id !== talk.id ? [{ kind: 'talk-released', talk: before }] : [];
  return {
    ...reply(scene.say('staff-talk-begun', { name: visitorName(talk) }), {
      choices: [endChoice(scene, talk)],
      inWords: true,
    }),
    effects: [
      ...ended,
      { kind: 'talk-taken', talk, until: now + TALK_MS },
      tellVisitor(
        scene,
        talk,
        'begun',
        ({ say }) => ({
          text: say('talk-begun', { who }),
          choices: [choice(say('button-leave-talk'), { do: 'leave-talk', talk: talk.publicId })],
          inWords: true,
        }),
        talk.publicId,
      ),
    ],
    conversation: { asked: null },
  };
}

function takeIfFree(scene: Scene): Turn {
  const { view, facts, now } = scene;
  const { talk } = facts;
  if (!hasRole(view.roles, 'staff', 'keeper', 'admin')) return notYours(scene);
  if (view.member) return reply(scene.say('group-no-talk'));
  if (!talk || talk.chatId === view.chat.id) return reply(scene.say('staff-talk-over'));
  const mine = view.talkingTo;
  if (mine && isOwned(mine, now))
    return reply(scene.say('staff-talk-first', { name: visitorName(mine) }), {
      choices: [endChoice(scene, mine)],
      inWords: true,
    });
  if (isOwned(talk, now)) return reply(scene.say('staff-talk-taken', { who: talk.owner?.name ?? '' }));
  return take(scene, talk);
}

function end(scene: Scene, talk: TalkView): Turn {
  const who = nameOf(scene.view.roles);
  return {
    ...reply(scene.say('staff-talk-ended', { name: visitorName(talk) })),
    effects: [
      { kind: 'talk-ended', talk },
      tellVisitor(scene, talk, 'ended', ({ say }) => ({ text: say('talk-ended', { who }) })),
    ],
  };
}

function relay(scene: Scene, talk: TalkView, text: string): Turn {
  const who = nameOf(scene.view.roles);
  return {
    replies: [],
    effects: [
      { kind: 'talk-goes-on', talk, until: scene.now + TALK_MS },
      tellVisitor(scene, talk, 'says', ({ say }) => ({ text: say('talk-says', { who, text }) })),
    ],
  };
}

/** Too late: the bot has the chat again. What was written is not sent, and the chat can be taken anew. */
function ranOut(scene: Scene, talk: TalkView): Turn {
  return {
    ...reply(scene.say('staff-talk-ran-out', { name: visitorName(talk) }), {
      choices: [choice(scene.say('staff-button-take-talk'), { do: 'take-talk', talk: talk.publicId })],
    }),
    effects: [{ kind: 'talk-released', talk }],
  };
}

export const staffTalkFlow: Flow<'take-talk' | 'end-talk' | 'tell-visitor'> = {
  'take-talk': {
    needs: ({ talk }) => ({ talk }),
    turn: takeIfFree,
  },
  'end-talk': {
    turn: (scene, { talk }) => {
      const mine = scene.view.talkingTo;
      return mine?.publicId === talk ? end(scene, mine) : reply(scene.say('staff-talk-over'));
    },
  },
  'tell-visitor': {
    turn: (scene, { text }) => {
      const mine = scene.view.talkingTo;
      if (!mine) return reply(scene.say('staff-talk-over'));
      // Their role has ended since.
      if (!hasRole(scene.view.roles, 'staff', 'keeper', 'admin'))
        return { ...notYours(scene), effects: [{ kind: 'talk-released', talk: mine }] };
      return isOwned(mine, scene.now) ? relay(scene, mine, text) : ranOut(scene, mine);
    },
  },
};
