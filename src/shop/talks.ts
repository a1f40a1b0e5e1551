/** Where people answer instead of the bot: questions to the units' staff, and talks with a person. */
import { ATTRIBUTES } from './catalogue.ts';

/** What can be asked of the staff: an attribute of a product, or something else about it or the stand. */
export const QUESTION_SUBJECTS = [
  ...ATTRIBUTES,
  'price',
  'discount',
  'stock',
  'origin',
  'photo',
  'delivery',
  'payment',
] as const;
export type QuestionSubject = (typeof QUESTION_SUBJECTS)[number];

/** `phone`: somebody wrote in the chat by themselves, at the phone whose number the stand has. */
export const TALK_REASONS = ['asked', 'complaint', 'phone'] as const;
export type TalkReason = (typeof TALK_REASONS)[number];

/** A talk ends by itself when its owner has said nothing for so long. */
export const TALK_MS = 3_600_000;

/** Questions of one chat that may wait for an answer at the same time. */
export const MAX_OPEN_QUESTIONS = 3;

/** For how long an answer may be kept as a fact; 0: until it is changed. */
export const KEPT_DAYS = [30, 365, 0] as const;

/** Whether the bot is silent in a chat: somebody has taken the talk and it has not run out. */
export function isOwned(talk: { readonly until: number | null } | null, now: number): boolean {
  return talk?.until !== null && talk?.until !== undefined && now < talk.until;
}
