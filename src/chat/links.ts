/**
 * Links that carry a start payload (to the page, to the bot, to WhatsApp), and those that carry a secret once: invitations,
 * and the page of the paired phone.
 */

import type { Role } from '../shop/roles.ts';
import type { Reach } from './flow.ts';

export const INVITATION_PREFIX = 'inv_';

/** Before an order's code: for the keeper who scans a slip. */
export const SLIP_PREFIX = 'slip_';

/** Where a chat can be gone on with elsewhere, by a code that connects the two. */
export function connectLinks(reach: Reach, code: string): string[] {
  const web = reach.web === null ? [] : [`${reach.web}/#start=${code}`];
  const telegram = reach.telegram === null ? [] : [`https://t.me/${reach.telegram}?start=${code}`];
  const whatsapp = reach.whatsapp === null ? [] : [whatsappLink(reach.whatsapp, code)];
  return [...telegram, ...whatsapp, ...web];
}

/**
 * Where an invitation can be opened. On the page each role gets a seat of its own, so that one browser can hold
 * a visitor, a keeper and staff side by side.
 */
export function invitationLinks(reach: Reach, role: Role, code: string): string[] {
  const web = reach.web === null ? [] : [`${reach.web}/?seat=${role}#start=${code}`];
  const telegram = reach.telegram === null ? [] : [`https://t.me/${reach.telegram}?start=${code}`];
  const whatsapp = reach.whatsapp === null ? [] : [whatsappLink(reach.whatsapp, code)];
  return [...telegram, ...whatsapp, ...web];
}

/** As a start payload; on Telegram it is in the link itself. */
export function slipPayload(code: string): string {
  return `${SLIP_PREFIX}${code}`;
}

/** The link that a slip of ours carries, by whichever way it is opened. */
export function isSlipLink({ web, telegram }: Reach, link: string): boolean {
  const ours = [web, telegram === null ? null : `https://t.me/${telegram}`];
  return ours.some((base) => base !== null && (link.startsWith(`${base}/`) || link.startsWith(`${base}?`)));
}

/** Where the keeper who scans a slip is led; null: there is no bot. */
export function slipLinks({ telegram }: Reach, code: string): { readonly telegram: string | null } {
  return {
    telegram: telegram === null ? null : `https://t.me/${telegram}?start=${slipPayload(code)}`,
  };
}

/** Where those of an office sign in who share a browser. */
export const OFFICE_PATH = '/kantor';
/** The list of what is open, to be printed. */
export const ORDER_LIST_PATH = '/pesanan';

/** The same invitation for a browser that others use, too: it opens with a PIN. null: not for this role, or no page. */
export function officeLink(reach: Reach, role: Role, code: string): string | null {
  return reach.web === null || role === 'curator' ? null : `${reach.web}${OFFICE_PATH}#start=${code}`;
}

/**
 * Opens the chat with words to send: WhatsApp has no start payload.
 * @param number in digits, with the country code: https://faq.whatsapp.com/5913398998672934
 */
export function whatsappLink(number: string, words: string): string {
  return `https://wa.me/${number}?text=${encodeURIComponent(words)}`;
}

/** What somebody sends who comes by such a link: words of theirs, and what they are about as a tag. */
export function startWords(words: string, payload: string): string {
  return `${words} #${payload}`;
}

export interface Started {
  readonly payload: string;
  /** The words before the tag, in the language of who came. */
  readonly text?: string;
}

/** For those who know commands. */
const COMMAND = /^\/start(?:\s+(\S{1,64}))?$/;
/** Passed on by itself. */
const CODE = /^inv_[\w-]{6,60}$/;
/** "Halo, saya mau tanya Keripik tempe #keripik-tempe". A number is no tag: it names a question to the staff. */
const TAGGED = /^([^#\n]{1,200})\s#([a-z][a-z0-9]*(?:-[a-z0-9]+)*)$/;

/** A text that was meant to start something; null: it says what it says. */
export function readStarted(typed: string): Started | null {
  const text = typed.trim();
  const command = COMMAND.exec(text);
  if (command) return { payload: command[1] ?? '' };
  if (CODE.test(text)) return { payload: text };
  const [, words, payload] = TAGGED.exec(text) ?? [];
  return words === undefined || payload === undefined ? null : { payload, text: words.trim() };
}

/** Chooses a group of one's own, brings the bot into it and says the code there; null: not on Telegram. */
export function groupLink(reach: Reach, code: string): string | null {
  return reach.telegram === null ? null : `https://t.me/${reach.telegram}?startgroup=${code}`;
}

/** Where the paired phone is looked after. The key stands behind the `#`, which no server and no proxy writes down. */
export const PAIRING_PATH = '/whatsapp';

/** null: there is no such page, or nobody can reach it. */
export function pairingLink(reach: Reach, key: string): string | null {
  return reach.pairing && reach.web !== null ? `${reach.web}${PAIRING_PATH}#key=${key}` : null;
}

/** Where somebody downloads what is kept about them. */
export const DATA_PATH = '/data';

/** null: there is no address to reach it by. Behind the `#`, too, the key is not used up by whoever makes previews of links. */
export function dataLink(reach: Reach, key: string): string | null {
  return reach.web === null ? null : `${reach.web}${DATA_PATH}#key=${key}`;
}
