// @ts-check
/* The page around the chat: its elements and sentences, the sheet that the chat is on a phone, what is unread. */

/** @template {Element} T @param {string} selector @param {new () => T} kind @returns {T} */
export function find(selector, kind) {
  const found = document.querySelector(selector);
  if (!(found instanceof kind)) throw new Error(`the page lacks ${selector}`);
  return found;
}

export const chat = find('#chat', HTMLElement);
export const log = find('.log', HTMLElement);
export const input = find('#chat-text', HTMLTextAreaElement);
export const language = document.documentElement.lang;
/** The sentences that the page brought along. @type {Readonly<Record<string, string>>} */
export const words = JSON.parse(chat.dataset.words ?? '{}');

/** Who has signed in shows by this that the page is theirs. @type {Record<string, string>} */
export const proof = chat.dataset.token === undefined ? {} : { 'x-kantor': chat.dataset.token };
/** Where somebody has signed in, what was displayed counts, not what came. */
const countsHere = chat.dataset.token === undefined;

const stall = find('#stall', HTMLElement);
const dock = find('.dock', HTMLElement);
const badge = find('.unread', HTMLElement);
const title = document.title;
let unread = 0;
let openedHere = false;
/** @type {Element | null} */
let cameFrom = null;

/** Where there is a dock, the chat is a sheet over the page: open while the address ends in #chat, so that
 * "back" closes it. */
export function isSheet() {
  return dock.getClientRects().length > 0;
}

function isOpen() {
  return document.documentElement.classList.contains('chat-open');
}

export function isClosed() {
  return isSheet() && !isOpen();
}

/** @param {ScrollBehavior} [behavior] */
export function toEnd(behavior = pace()) {
  log.scrollTo({ top: log.scrollHeight, behavior });
}

/** @returns {ScrollBehavior} */
export function pace() {
  return matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth';
}

export function openChat() {
  if (isClosed()) location.hash = 'chat';
  else if (!isSheet()) input.focus();
}

export function closeChat() {
  if (openedHere) return history.back();
  history.replaceState(null, '', location.pathname + location.search);
  follow();
}

/** Does what the address says. */
export function follow() {
  const open = location.hash === '#chat';
  const changed = open !== isOpen();
  if (open && changed) cameFrom = document.activeElement;
  document.documentElement.classList.toggle('chat-open', open);
  stall.inert = open && isSheet();
  noticeSeen();
  if (!changed || !isSheet()) return;
  if (open) find('#chat-name', HTMLElement).focus();
  else if (cameFrom instanceof HTMLElement) cameFrom.focus();
  toEnd('instant');
}

export function noticeReply() {
  if (countsHere && (document.hidden || isClosed())) showUnread(unread + 1);
}

export function noticeSeen() {
  if (countsHere && !document.hidden && !isClosed()) showUnread(0);
}

/** @param {number} count */
export function showUnread(count) {
  unread = count;
  document.title = count === 0 ? title : `(${count}) ${title}`;
  badge.hidden = count === 0;
  badge.textContent = String(count);
}

addEventListener('hashchange', () => {
  openedHere = location.hash === '#chat';
  follow();
});
addEventListener('resize', follow);
