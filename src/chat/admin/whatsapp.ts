/** The paired phone: the link to its page, and what admins are told when it does not work. */
import type { Flow, Scene, Turn } from '../flow.ts';
import { pairingLink } from '../links.ts';
import type { Message } from '../message.ts';
import { whenText } from '../staff/part-work.ts';
import { choice, type Wording } from '../wording.ts';
import { adminOnly, audit, closing } from './admin-only.ts';

/** Long enough to walk to a screen that the phone can look at. */
const VALID_MS = 30 * 60_000;

function giveLink(scene: Scene): Turn {
  const { ids, say, now } = scene;
  // It must not be guessed: 36 characters are 216 bits.
  const key = `${ids.opaque()}${ids.opaque()}${ids.opaque()}`;
  const link = pairingLink(scene.reach, key);
  if (link === null) return closing(scene, say('admin-whatsapp-off'));
  return closing(scene, say('admin-whatsapp-link', { link, minutes: VALID_MS / 60_000 }), [
    { kind: 'pairing-link', key, expiresAt: now + VALID_MS },
    audit('whatsapp', 'page', null, 'link'),
  ]);
}

export const whatsappFlow: Flow<'whatsapp-page'> = {
  'whatsapp-page': { turn: (scene) => adminOnly(scene, () => giveLink(scene)) },
};

/** @param since UTC milliseconds. */
export function alarmMessage(
  wording: Wording,
  what: 'not-ready' | 'unacknowledged' | 'over',
  since: number,
): Message {
  const { say } = wording;
  return {
    text: say('alarm-whatsapp', { what, time: whenText(wording, since) }),
    choices: [choice(say('alarm-whatsapp-button'), { do: 'whatsapp-page' })],
  };
}
