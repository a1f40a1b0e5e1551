// @ts-check
/* The chat: sends what the visitor says, one thing after another, and listens for what comes later. */

import {
  becomeNew,
  isKept,
  lines,
  nextMoment,
  PREFIX,
  randomId,
  recall,
  remember,
  session,
} from './memory.js';
import {
  chat,
  closeChat,
  find,
  follow,
  input,
  isSheet,
  language,
  log,
  noticeSeen,
  openChat,
  proof,
  toEnd,
  words,
} from './page.js';
import { changeLine, clear, draw, keep, receive, unstored } from './transcript.js';

/** @typedef {import('./memory.js').Line} Line */
/** @typedef {import('./memory.js').Reply} Reply */
/** @typedef {import('./memory.js').Words} Words */

const ATTEMPTS = 3;
const OVERTAKE_MS = 400;
const ANSWER_WITHIN_MS = 20_000;
const ASKED_AGAIN_WITHIN_MS = 60_000;
const LISTEN_AGAIN_MS = 10_000;
const PHOTO_EDGE = 1600;

const typing = find('.typing', HTMLElement);
const photo = find('#chat input[type=file]', HTMLInputElement);
const dialog = find('dialog', HTMLDialogElement);

// Sending

let sending = Promise.resolve();
let showing = Promise.resolve();
let waiting = 0;

/** @param {Words | Blob} what @param {string} text  what the visitor sees @param {boolean} [secret]
 * @returns {Promise<void>} settles with the answer */
export function say(what, text, secret = false) {
  // First of all, so that a tab that sees the line knows whose it is and makes up no other.
  session();
  const id = randomId();
  /** @type {Line} */
  const line = { ids: [id], at: nextMoment(), text, state: 'sending' };
  if (secret || what instanceof Blob) unstored.set(id, what);
  else line.words = what;
  // Whether a press shows as a line is known with its answer: where that only changes messages, it does not.
  if ('choice' in what) line.quiet = true;
  keep(line);
  toEnd();
  return send(id);
}

/** Sent one after another, but not held up by a slow answer: the server may wait for just this next message, to
 * read both as one. Answers are shown in the order of the questions. @param {string} id */
function send(id) {
  const before = showing;
  const sent = sending.then(() => exchange(id, before));
  sending = Promise.race([
    sent,
    sending.then(() => new Promise((resume) => setTimeout(resume, OVERTAKE_MS))),
  ]);
  showing = sent;
  return sent;
}

/** @param {string} id @param {Promise<void>} before  until the answers before this one are shown */
async function exchange(id, before) {
  const what = unstored.get(id) ?? lines().find((line) => line.ids.includes(id))?.words;
  if (!what) return;
  const asking = session();
  showTyping(1);
  try {
    const [replies] = await Promise.all([ask(id, what), before]);
    if (session() === asking) answered(id, replies);
  } catch (error) {
    failed(id, error instanceof Refusal ? error : new Refusal(words.failed, true));
  } finally {
    showTyping(-1);
  }
}

/** @param {string} id @param {Reply[]} replies */
function answered(id, replies) {
  unstored.delete(id);
  const onlyChanges = replies.length > 0 && replies.every((reply) => reply.replaces);
  changeLine(id, ({ ids, at, text, quiet }) => (quiet && onlyChanges ? null : { ids, at, text }));
  receive(replies);
  listen();
}

/** @param {string} id @param {Refusal} refusal */
function failed(id, { message, again }) {
  changeLine(id, ({ quiet, ...line }) => ({
    ...line,
    state: again ? 'failed' : 'refused',
    problem: message,
  }));
  toEnd();
}

class Refusal extends Error {
  /** @param {string | undefined} message @param {boolean} again  sending the same again may help */
  constructor(message, again) {
    super(message);
    this.again = again;
  }
}

/** Asks until there is an answer: by the id the server answers a repetition as it did the first time.
 * @param {string} id @param {Words | Blob} what @returns {Promise<Reply[]>} */
async function ask(id, what) {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await askOnce(id, what);
    } catch (error) {
      if (error instanceof Refusal || attempt === ATTEMPTS) throw error;
      await new Promise((resume) => setTimeout(resume, attempt * 1000));
    }
  }
}

/** @param {string} id @param {Words | Blob} what @returns {Promise<Reply[]>} */
async function askOnce(id, what) {
  const signal = AbortSignal.timeout(ANSWER_WITHIN_MS);
  const response = await fetch('/api/chat', { method: 'POST', signal, ...request(id, what) });
  const answer = await response.json();
  if (response.ok) return answer.replies;
  if (response.status === 403) dispatchEvent(new Event('locked'));
  const again = response.status >= 500 || response.status === 429 || response.status === 408;
  throw new Refusal(answer.error?.message ?? words.failed, again);
}

/** @param {string} id @param {Words | Blob} what @returns {RequestInit} */
function request(id, what) {
  const headers = { 'accept-language': language, ...proof };
  if (!(what instanceof Blob)) {
    const body = JSON.stringify({ session: session(), id, ...what });
    return { headers: { ...headers, 'content-type': 'application/json' }, body };
  }
  const body = new FormData();
  body.set('session', session());
  body.set('id', id);
  body.set('photo', what, 'photo.jpg');
  return { headers, body };
}

/** Made smaller here: it is sent sooner, and when and where it was taken stays on the phone.
 * @param {File} file @returns {Promise<Blob>} */
async function smaller(file) {
  try {
    const image = await createImageBitmap(file);
    const scale = Math.min(1, PHOTO_EDGE / Math.max(image.width, image.height));
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [Math.round(image.width * scale), Math.round(image.height * scale)];
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((done) => canvas.toBlob((blob) => done(blob ?? file), 'image/jpeg', 0.85));
  } catch {
    return file;
  }
}

/** @param {1 | -1} change */
function showTyping(change) {
  waiting += change;
  typing.hidden = waiting === 0;
}

/** What was on its way when the page was left is asked again; what lies long back waits for the visitor. */
function resume() {
  for (const { ids, at, state, words: said } of lines()) {
    const [id = ''] = ids;
    if (state !== 'sending') continue;
    if (said && Date.now() - at < ASKED_AGAIN_WITHIN_MS) send(id);
    else failed(id, new Refusal(words.failed, true));
  }
}

// Listening

/** @type {EventSource | undefined} */
let events;
let leading = false;

/** One tab listens for all (a browser opens six connections to a server, and every tab draws the same lines):
 * the one that was looked at last, since a hidden one may be put to sleep. */
export function lead() {
  if (leading || (document.hidden && isKept)) return;
  leading = true;
  listen();
  // Only secure pages have locks. Elsewhere, and where nothing is kept for the others, each tab listens for itself.
  if (!isKept) return;
  navigator.locks
    ?.request(`${PREFIX}events`, { steal: true }, () => new Promise(() => {}))
    .catch(stopLeading);
}

function stopLeading() {
  leading = false;
  stopListening();
}

/** Lets another tab know that nobody listens any more. */
function leave() {
  if (!leading) return;
  stopLeading();
  remember('left', randomId());
}

function stopListening() {
  events?.close();
  events = undefined;
}

function listen() {
  const known = isKept ? recall('session') : session();
  if (!leading || events || !known || (isKept && lines().length === 0)) return;
  events = new EventSource(eventsAddress(known));
  events.onmessage = ({ data, lastEventId }) => {
    receive([JSON.parse(data)]);
    if (lastEventId) remember('event', lastEventId);
    dispatchEvent(new CustomEvent('notice', { detail: lastEventId }));
  };
  events.onerror = ({ target }) => {
    // What is no stream closes it for good; a broken line it mends by itself.
    if (target === events && events?.readyState === EventSource.CLOSED) setTimeout(relisten, LISTEN_AGAIN_MS);
    dispatchEvent(new Event('silence'));
  };
}

function relisten() {
  stopListening();
  listen();
}

/** EventSource takes no headers from a page, so where to go on from is in the address.
 * @param {string} whose */
function eventsAddress(whose) {
  const query = new URLSearchParams({ session: whose });
  const last = recall('event');
  if (last) query.set('lastEventId', last);
  return `/api/chat/events?${query}`;
}

// What the visitor does

/** A link may carry what to start with; it leaves the address bar at once, since it may be an invitation. */
function startFromAddress() {
  const query = new URLSearchParams(location.search);
  const payload = new URLSearchParams(location.hash.slice(1)).get('start') ?? query.get('start');
  if (payload === null) return;
  query.delete('start');
  history.replaceState(null, '', `${location.pathname}?${query}#chat`.replace('?#', '#'));
  follow();
  if (payload !== '') start(payload);
}

/** @param {string} payload */
function start(payload) {
  // Only what this page offers is known to be a product; anything else is kept out of the storage.
  const offered = document.querySelector(`[data-start="${CSS.escape(payload)}"]`);
  const said = offered instanceof HTMLElement ? offered.dataset.said : undefined;
  say({ start: payload }, said ?? words.link ?? '', said === undefined);
}

/** @param {HTMLButtonElement} button */
async function press(button) {
  const { text, choice, onMessage, retry, print: slip } = button.dataset;
  if (slip) printSlip(button);
  if (text) say({ text }, text);
  if (retry) sendAgain(retry);
  if (!choice || !onMessage || button.ariaDisabled === 'true') return;
  button.ariaDisabled = 'true';
  await say({ choice, replyTo: onMessage }, button.textContent ?? '');
  button.ariaDisabled = null;
}

/** Only this slip goes on paper. @param {HTMLButtonElement} button */
function printSlip(button) {
  const message = button.closest('.message');
  message?.classList.add('printed');
  document.body.classList.add('prints-slip');
  print();
  document.body.classList.remove('prints-slip');
  message?.classList.remove('printed');
}

/** @param {string} id */
function sendAgain(id) {
  changeLine(id, ({ problem, ...line }) => ({ ...line, state: 'sending' }));
  send(id);
}

function submit() {
  const text = input.value.trim();
  input.focus();
  if (text === '') return;
  input.value = '';
  grow();
  say({ text }, text);
}

/** Makes room for what is written, without hiding the last that was said. */
function grow() {
  const atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 40;
  input.style.height = 'auto';
  input.style.height = `${input.scrollHeight + 2}px`;
  if (atEnd) toEnd('instant');
}

function forget() {
  if (dialog.returnValue === '') return;
  if (dialog.returnValue === 'all') becomeNew();
  clear();
  relisten();
  input.focus();
}

document.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest('a[data-start]') : null;
  if (!(link instanceof HTMLElement) || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  openChat();
  start(link.dataset.start ?? '');
});
find('.skip', HTMLElement).addEventListener('click', (event) => {
  event.preventDefault();
  openChat();
});
log.addEventListener('click', ({ target }) => {
  const button = target instanceof Element ? target.closest('button') : null;
  if (button) press(button);
});
find('.composer', HTMLFormElement).addEventListener('submit', (event) => {
  event.preventDefault();
  submit();
});
input.addEventListener('input', grow);
input.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  submit();
});
photo.addEventListener('change', async () => {
  const file = photo.files?.[0];
  if (file) say(await smaller(file), words.photo ?? '');
  photo.value = '';
});
chat.addEventListener('keydown', ({ key }) => {
  if (key === 'Escape' && isSheet() && !dialog.open) closeChat();
});
find('[data-do=close]', HTMLElement).addEventListener('click', closeChat);
find('[data-do=forget]', HTMLElement).addEventListener('click', () => {
  dialog.returnValue = '';
  dialog.showModal();
});
dialog.addEventListener('close', forget);
addEventListener('hashchange', startFromAddress);
addEventListener('storage', ({ key }) => {
  draw();
  if (key === `${PREFIX}left`) lead();
  else if (key === `${PREFIX}session`) relisten();
  else listen();
});
addEventListener('pagehide', leave);
addEventListener('pageshow', () => isKept && lead());
document.addEventListener('visibilitychange', () => {
  if (isKept) lead();
  noticeSeen();
});

draw();
follow();
startFromAddress();
resume();
toEnd('instant');
// Of a seat, what was said before comes first: see office.js.
if (isKept) lead();
