// @ts-check
/* The office: the board beside the chat, what was seen of what came, and the lock. */

import { lead, say } from './chat.js';
import { remember } from './memory.js';
import { find, input, isClosed, log, openChat, proof, showUnread } from './page.js';
import { isMuted, mute, ring } from './tone.js';
import { restore } from './transcript.js';

const LOOK_MS = 15_000;
/** So long a message has to be in view. */
const SEEN_MS = 800;
/** So much of it, or so much of the window filled by it. */
const SEEN_PART = 0.6;
const TELL_MS = 400;
/** Whoever is there is told of to the server at most so often. */
const ACTIVE_MS = 30_000;

const office = find('.office', HTMLElement);
const { at = '', seat = '' } = office.dataset;
const idleMs = Number(office.dataset.idle);
const lost = find('[data-lost]', HTMLElement);

/* ── the lock ── */

const beside = new BroadcastChannel(`gerai-kantor-${seat}`);
let idleAt = Date.now() + Number(office.dataset.left);
let toldAt = Date.now();
let leaving = false;

/** Shows nothing any more, and asks the server what is to be shown. @param {string} [to] */
function hide(to = at) {
  if (leaving) return;
  leaving = true;
  document.body.replaceChildren();
  location.replace(to);
}

/** @param {string} [to] */
async function lock(to) {
  if (leaving) return;
  document.body.hidden = true;
  beside.postMessage('locked');
  await post('kunci', form()).catch(() => undefined);
  hide(to);
}

function form() {
  const fields = new FormData();
  fields.set('token', proof['x-kantor'] ?? '');
  return fields;
}

/** @param {string} what @param {BodyInit} [body] */
function post(what, body) {
  return fetch(`${at}/${what}`, {
    method: 'POST',
    headers: proof,
    body,
    keepalive: true,
    redirect: 'manual',
  });
}

function isThere() {
  if (leaving) return;
  const now = Date.now();
  if (now >= idleAt) return void lock();
  // A pointer that moves says so all the time.
  if (now + idleMs - idleAt > 500) beside.postMessage('input');
  idleAt = now + idleMs;
  if (now - toldAt >= Math.min(ACTIVE_MS, idleMs / 4)) void tellActive();
}

async function tellActive() {
  toldAt = Date.now();
  const response = await post('aktif').catch(() => null);
  if (response?.status === 403) hide();
}

/** What was not told when it happened is told before the server would lock. */
function watchIdle() {
  const now = Date.now();
  if (now >= idleAt) return void lock();
  const wasThere = idleAt - idleMs > toldAt;
  if (wasThere && now - toldAt >= Math.min(ACTIVE_MS, idleMs / 4)) void tellActive();
}

for (const kind of ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'])
  addEventListener(kind, isThere, { passive: true, capture: true });
beside.onmessage = ({ data }) => {
  if (data === 'locked') hide();
  else idleAt = Date.now() + idleMs;
};
setInterval(watchIdle, Math.min(1_000, idleMs / 4));
// After a sleep, and out of the memory of "back".
document.addEventListener('visibilitychange', watchIdle);
addEventListener('focus', watchIdle);
addEventListener('pageshow', ({ persisted }) => persisted && hide());
addEventListener('locked', () => hide());

/* ── the board ── */

/** @param {string} html */
function show(html) {
  const fresh = document.createElement('template');
  fresh.innerHTML = html;
  const held = document.activeElement?.getAttribute('data-board-choice');
  for (const part of office.querySelectorAll('[data-part]')) {
    const next = fresh.content.querySelector(`[data-part="${part.getAttribute('data-part')}"]`);
    // What stays as it is is left alone: nothing is read out twice, and a selection stays.
    if (next && next.innerHTML !== part.innerHTML) part.innerHTML = next.innerHTML;
  }
  if (held && document.activeElement === document.body) {
    const again = office.querySelector(`[data-board-choice="${CSS.escape(held)}"]`);
    if (again instanceof HTMLElement) again.focus({ preventScroll: true });
  }
}

async function look() {
  if (leaving) return;
  try {
    const response = await fetch(`${at}/papan${location.search}`, { cache: 'no-store' });
    if (response.status === 403 || response.redirected) return hide();
    if (!response.ok) throw new Error(String(response.status));
    show(await response.text());
    lost.textContent = '';
  } catch {
    const { lost: sentence = '' } = lost.dataset;
    if (lost.textContent !== sentence) lost.textContent = sentence;
  }
}

/** What is pressed here is said in the chat, where it is gone on with. @param {HTMLButtonElement} button */
async function press(button) {
  if (button.ariaDisabled === 'true') return;
  button.ariaDisabled = 'true';
  openChat();
  await say({ choice: button.dataset.boardChoice ?? '' }, button.ariaLabel ?? button.textContent ?? '');
  button.ariaDisabled = null;
  goOn();
  await look();
}

/** To what is asked now: a button of the newest message, or where one writes. */
function goOn() {
  const newest = [...log.querySelectorAll('.message.theirs')].at(-1);
  const buttons = newest?.querySelectorAll('.choices button') ?? [];
  // One by itself only lays the question aside.
  const [button] = buttons.length > 1 ? buttons : [];
  (button instanceof HTMLElement ? button : input).focus({ preventScroll: true });
}

office.addEventListener('click', ({ target }) => {
  const button = target instanceof Element ? target.closest('button[data-board-choice]') : null;
  if (button instanceof HTMLButtonElement) void press(button);
});

document.querySelector('form[data-says]')?.addEventListener('submit', async (event) => {
  event.preventDefault();
  const field = find('#slip', HTMLInputElement);
  const text = field.value.trim();
  if (text === '') return;
  field.value = '';
  openChat();
  await say({ text }, text);
  goOn();
  await look();
});

// What was decided in the chat shows on the board.
new MutationObserver(() => void soon()).observe(log, { childList: true });
let looking = 0;
function soon() {
  clearTimeout(looking);
  looking = setTimeout(look, TELL_MS);
}

/* ── what was seen ── */

/** Notices that nobody has seen. @type {Set<string>} */
const unseen = new Set();
/** Since when each is in view. @type {Map<string, number>} */
const inView = new Map();
/** @type {Set<string>} */
const toTell = new Set();

const watcher = new IntersectionObserver(
  (entries) => {
    for (const { target, intersectionRatio, intersectionRect, rootBounds } of entries) {
      const id = target.getAttribute('data-reply') ?? '';
      const fills = intersectionRect.height >= SEEN_PART * (rootBounds?.height ?? Number.POSITIVE_INFINITY);
      if (intersectionRatio < SEEN_PART && !fills) inView.delete(id);
      else if (!inView.has(id)) inView.set(id, Date.now());
    }
  },
  { root: log, threshold: [0, 0.2, 0.4, SEEN_PART, 0.8, 1] },
);

/** @param {ParentNode} from */
function watchAll(from) {
  for (const node of from.querySelectorAll('[data-reply]')) watcher.observe(node);
}

new MutationObserver((changes) => {
  for (const { addedNodes } of changes)
    for (const node of addedNodes)
      if (node instanceof HTMLElement && node.dataset.reply) watcher.observe(node);
}).observe(log, { childList: true });

function isDisplayed() {
  return document.visibilityState === 'visible' && !document.body.hidden && !isClosed() && !leaving;
}

/** What is in view on a page that nobody looks at is not seen: it counts from when somebody does. */
function noteSeen() {
  const now = Date.now();
  if (!isDisplayed()) {
    for (const id of inView.keys()) inView.set(id, now);
    return;
  }
  for (const [id, since] of inView) {
    if (now - since < SEEN_MS || !unseen.delete(id)) continue;
    toTell.add(id);
  }
  count();
  if (toTell.size > 0) void tellSeen();
}

async function tellSeen() {
  const ids = [...toTell];
  toTell.clear();
  try {
    const response = await post('terlihat', JSON.stringify({ ids }));
    if (response.status === 403) return hide();
    if (!response.ok) throw new Error(String(response.status));
  } catch {
    for (const id of ids) toTell.add(id);
  }
}

function count() {
  showUnread(unseen.size);
}

addEventListener('notice', (event) => {
  const id = event instanceof CustomEvent ? event.detail : '';
  if (!id || unseen.has(id)) return;
  unseen.add(id);
  count();
  ring();
  soon();
});
addEventListener('silence', soon);
setInterval(noteSeen, TELL_MS);

/* ── tools ── */

const sound = find('[data-do=sound]', HTMLButtonElement);
function showSound() {
  sound.ariaPressed = String(!isMuted());
}
sound.addEventListener('click', () => {
  mute(!isMuted());
  showSound();
  ring();
});
find('[data-do=lock]', HTMLButtonElement).addEventListener('click', () => void lock());
find('[data-do=switch]', HTMLButtonElement).addEventListener('click', () => void lock('/kantor'));

/* ── the beginning ── */

async function begin() {
  showSound();
  const response = await fetch(`${at}/obrolan`, { cache: 'no-store' }).catch(() => null);
  if (response?.status === 403) return hide();
  if (!response?.ok) return void setTimeout(begin, LOOK_MS);
  const { given } = await response.json();
  for (const each of given) if (each.unseen) unseen.add(each.id);
  restore(given.map(({ unseen: _, ...reply }) => reply));
  const last = given.at(-1);
  if (last) remember('event', last.id);
  watchAll(log);
  log.scrollTo({ top: log.scrollHeight });
  count();
  lead();
}

void begin();
setInterval(look, LOOK_MS);
