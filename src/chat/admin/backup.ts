/** What admins are told when there is no new backup, and when there is one again. */
import type { Message } from '../message.ts';
import { whenText } from '../staff/part-work.ts';
import type { Wording } from '../wording.ts';

/** @param since UTC milliseconds. */
export function backupAlarmMessage(
  wording: Wording,
  what: 'failed' | 'stale' | 'over',
  since: number,
): Message {
  return { text: wording.say('alarm-backup', { what, time: whenText(wording, since) }) };
}
