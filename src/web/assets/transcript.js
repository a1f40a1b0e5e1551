// @ts-check
/* The transcript on the page. A change is kept first and drawn from there, so that every tab shows the same. */

import { dropLine, keepLine, lines, nextMoment } from './memory.js';
import { find, language, noticeReply, pace, words } from './page.js';

/** @typedef {import('./memory.js').Line} Line */
/** @typedef {import('./memory.js').Reply} Reply */
/** @typedef {import('./memory.js').Words} Words */

const KEPT_IDS = 20;
const forget = find('[data-do=forget]', HTMLButtonElement);
const greeting = find('.log > .message', HTMLElement);

/** What is not to be stored: photos, and payloads that may be an invitation. @type {Map<string, Blob | Words>} */
export const unstored = new Map();

/** @type {Map<string, { node: HTMLElement, shape: string }>} */
const drawn = new Map();
/** What was there before the page was opened is not news. */
let shownOnce = false;

/** @param {Line} line */
export function keep(line) {
  keepLine(line);
  draw();
}

/** @param {string} id @param {(line: Line) => Line | null} change  null takes the line out */
export function changeLine(id, change) {
  const line = lines().find((each) => each.ids.includes(id));
  if (!line) return;
  const changed = change(line);
  if (changed) keepLine(changed);
  else dropLine(line);
  draw();
}

export function clear() {
  for (const line of lines()) dropLine(line);
  unstored.clear();
  draw();
}

/** Takes in what has come, by an answer or by the events, whichever was first. @param {readonly Reply[]} replies */
export function receive(replies) {
  const news = replies.map((reply) => place(reply)).filter((id) => id !== null);
  draw();
  const last = drawn.get(news.at(-1) ?? '');
  last?.node.scrollIntoView({ block: 'nearest', behavior: pace() });
}

/** What was said before the page was opened. @param {readonly (Reply & { at: number })[]} replies  oldest first */
export function restore(replies) {
  for (const { at, ...reply } of replies) place(reply, at);
  draw();
}

/** @param {Reply} reply @param {number} [when] @returns {string | null} the id that its line is drawn by; null: it was there */
function place(reply, when) {
  const all = lines();
  if (all.some(({ ids }) => ids.includes(reply.id))) return null;
  const old = all.find(({ ids }) => reply.replaces !== undefined && ids.includes(reply.replaces));
  const [first = reply.id, ...later] = old?.ids ?? [];
  const ids = old ? [first, ...later.slice(-KEPT_IDS), reply.id] : [first];
  keepLine({ ids, at: old?.at ?? nextMoment(when), text: reply.text, reply });
  return first;
}

/** What has not changed stays as it is. */
export function draw() {
  const all = lines();
  const present = new Set(all.map((line) => line.ids[0]));
  for (const [id, { node }] of drawn) {
    if (present.has(id)) continue;
    node.remove();
    drawn.delete(id);
  }
  let above = greeting;
  for (const line of all) above = drawLine(line, above);
  forget.hidden = all.length === 0;
  shownOnce = true;
}

/** @param {Line} line @param {HTMLElement} above @returns {HTMLElement} */
function drawLine(line, above) {
  const id = line.ids[0] ?? '';
  const shape = JSON.stringify(line);
  const old = drawn.get(id);
  if (old?.shape === shape) return old.node;
  const node = message(line, id);
  drawn.set(id, { node, shape });
  if (old) swap(old.node, node);
  else above.after(node);
  if (line.reply && shownOnce) noticeReply();
  return node;
}

/** Puts one in the place of the other; who was on one of its buttons stays there.
 * @param {HTMLElement} old @param {HTMLElement} node */
function swap(old, node) {
  const held = [...old.querySelectorAll('button')].findIndex((button) => button.matches(':focus'));
  old.replaceWith(node);
  if (held === -1) return;
  const buttons = node.querySelectorAll('button');
  node.tabIndex = -1;
  (buttons[Math.min(held, buttons.length - 1)] ?? node).focus({ preventScroll: true });
}

/** @param {Line} line @param {string} id @returns {HTMLElement} */
function message({ at, text, reply, words: said, state, problem, quiet }, id) {
  const node = make('div', `message ${reply ? 'theirs' : 'mine'} ${state ?? ''}`.trim());
  node.hidden = quiet === true;
  // Nobody needs to hear what they have just written, only that it was not sent.
  if (!reply) node.ariaLive = 'off';
  if (reply) node.dataset.reply = reply.id;
  if (reply?.photo?.startsWith('/')) node.append(picture(reply.photo));
  node.append(make('span', 'unseen', `${reply ? words.stand : words.you}: `), make('p', 'said', text));
  if (reply?.slip) node.append(...slip(reply.slip));
  if (reply?.choices) node.append(choices(reply));
  if (reply) node.append(time(at));
  if (problem) node.append(alarm(problem));
  if (state === 'failed' && (said || unstored.has(id)))
    node.append(button('outline', words.retry, { retry: id }));
  return node;
}

/** @template {keyof HTMLElementTagNameMap} K @param {K} tag @param {string} className @param {string} [text] */
function make(tag, className, text = '') {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}

/** @param {string} problem */
function alarm(problem) {
  const shown = make('p', 'problem', problem);
  shown.role = 'alert';
  return shown;
}

/** @param {string} className @param {string | undefined} label @param {Record<string, string>} data */
function button(className, label, data) {
  const made = make('button', className, label);
  made.type = 'button';
  Object.assign(made.dataset, data);
  return made;
}

/** @param {Reply} reply */
function choices({ id: onMessage, choices = [] }) {
  const row = make('div', 'choices');
  row.append(...choices.map(({ id, label }) => button('outline', label, { choice: id, onMessage })));
  return row;
}

/** To be scanned at the counter, from the screen or from paper. @param {string} code */
function slip(code) {
  const image = make('img', 'scan');
  [image.width, image.height, image.alt, image.src] = [160, 160, code, `/s/${encodeURIComponent(code)}.svg`];
  return [image, button('outline print', words.print, { print: code })];
}

/** @param {string} path */
function picture(path) {
  const image = make('img', 'shown');
  [image.width, image.height, image.alt, image.src] = [800, 600, '', path];
  return image;
}

/** @param {number} at */
function time(at) {
  const when = new Date(at);
  const today = when.toDateString() === new Date().toDateString();
  const shown = make(
    'time',
    'when',
    when.toLocaleTimeString(language, { hour: '2-digit', minute: '2-digit' }),
  );
  if (!today) shown.prepend(`${when.toLocaleDateString(language, { day: 'numeric', month: 'short' })} `);
  shown.dateTime = when.toISOString();
  return shown;
}
