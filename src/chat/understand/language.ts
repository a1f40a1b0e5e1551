/** Whether a message shows a language at all, or in its letters that it is none of ours. */
import type { Token } from './normalise.ts';

/** Said in every language. */
const EVERYWHERE = /^(?:ok|oke|okay|oki|p|hai|hi|halo|hallo|stop|start|menu|x|help)$/;

export function showsLanguage(tokens: readonly Token[]): boolean {
  return tokens.some(({ raw }) => /\p{L}/u.test(raw) && !EVERYWHERE.test(raw));
}

/** Letters of a script that none of our languages is written in. */
export function isOtherScript(tokens: readonly Token[]): boolean {
  return tokens.some(({ raw }) => /[^\P{L}\p{Script=Latin}]/u.test(raw));
}
