/** What every task of an admin shares: who may, and the trace that a change leaves. */
import type { Effect } from '../../shop/effects.ts';
import { hasRole } from '../../shop/roles.ts';
import { reply, type Scene, type Turn } from '../flow.ts';
import type { Message } from '../message.ts';
import { notYours } from '../staff/part-work.ts';
import { choice } from '../wording.ts';

export function adminOnly(scene: Scene, turn: () => Turn): Turn {
  return hasRole(scene.view.roles, 'admin') ? turn() : notYours(scene);
}

/** Products and units are a curator's, too. */
export function curatorOnly(scene: Scene, turn: () => Turn): Turn {
  return hasRole(scene.view.roles, 'admin', 'curator') ? turn() : notYours(scene);
}

/** Who changed what is recorded by the store; before and after are said here. */
export function audit(what: string, subject: string, before: string | null, after: string | null): Effect {
  return { kind: 'audit', what, subject, before, after };
}

/** A sentence that closes a task, with the way back to the menu. */
export function closing(scene: Scene, text: string, effects: readonly Effect[] = []): Turn {
  return {
    ...reply(text, { choices: [choice(scene.say('admin-button-menu'), { do: 'admin-menu' })] }),
    ...(effects.length > 0 ? { effects } : {}),
    conversation: { asked: null },
  };
}

/** A list to choose from; it lays an open question aside. */
export function choosing(text: string, choices: NonNullable<Message['choices']>): Turn {
  return { ...reply(text, { choices, inPlace: true }), conversation: { asked: null } };
}

/** What was picked is no longer on the stand. */
export function gone(scene: Scene): Turn {
  return closing(scene, scene.say('admin-gone'));
}
