// @ts-check
/* The door of the office: an invitation opens itself, a locked page rings, and a list is printed. */

import { ring } from './tone.js';

const LOOK_MS = 10_000;

/* ── an invitation ── */

/** The code is taken out of the address, so that neither the history nor a shared screen keeps it. */
function open() {
  const form = document.querySelector('form[data-open]');
  const code = /^#start=([\w-]+)$/.exec(location.hash)?.[1];
  if (!(form instanceof HTMLFormElement) || code === undefined) return;
  history.replaceState(null, '', location.pathname + location.search);
  const field = form.elements.namedItem('code');
  const closed = document.querySelector('[data-closed]');
  if (!(field instanceof HTMLInputElement) || closed === null) return;
  field.value = code;
  closed.textContent = form.dataset.open ?? '';
  form.submit();
}

/* ── what comes while it is locked: how much, and not what ── */

const door = document.querySelector('[data-news]');
/** @type {number | null} */
let known = null;

/** @param {HTMLElement} lock */
async function listen(lock) {
  try {
    const response = await fetch(lock.dataset.news ?? '', { cache: 'no-store' });
    if (!response.ok || response.redirected) return;
    const { unseen } = await response.json();
    if (known !== null && unseen > known) ring();
    known = unseen;
    const { title = '' } = lock.dataset;
    document.title = unseen === 0 ? title : `(${unseen}) ${title}`;
    const news = lock.querySelector('[data-news-words]');
    if (!(news instanceof HTMLElement)) return;
    news.hidden = unseen === 0;
    const words = `${news.dataset.newsWords}: ${unseen}`;
    if (news.textContent !== words) news.textContent = words;
  } catch {
    // The next look may succeed.
  }
}

/* ── the list ── */

const list = document.querySelector('[data-locks]');
document.querySelector('[data-do=print]')?.addEventListener('click', () => print());

/** A list that lies open goes with the lock of its seat. @param {HTMLElement} open */
async function watchLock(open) {
  const at = open.dataset.locks ?? '';
  const response = await fetch(`${at}/papan`, { cache: 'no-store' }).catch(() => null);
  if (response?.status !== 403) return;
  document.body.replaceChildren();
  location.replace(at);
}

open();
// The address changes without a load where a new link is opened in the same tab.
addEventListener('hashchange', () => (location.hash.startsWith('#start=') ? location.reload() : undefined));
addEventListener('pageshow', ({ persisted }) => (persisted ? location.reload() : undefined));
if (door instanceof HTMLElement) {
  void listen(door);
  setInterval(() => listen(door), LOOK_MS);
}
if (list instanceof HTMLElement) setInterval(() => watchLock(list), LOOK_MS);
