// @ts-check
/*
 * What this browser remembers: who it is to the server, and what was said (the server keeps no visitor's texts).
 * Every tab reads the same memory. Each line has an entry of its own, so that tabs that write at the same time do
 * not overwrite each other. Where storage is forbidden or full, the page remembers for as long as it is open.
 */

/** @typedef {{ text: string } | { start: string } | { choice: string, replyTo?: string }} Words */
/** @typedef {'session' | 'event' | 'left' | `line-${string}`} Key */
/** @typedef {{ id: string, label: string }} Choice */
/** @typedef {{ id: string, text: string, choices?: Choice[], photo?: string, slip?: string, replaces?: string }} Reply */
/**
 * A line of the transcript; without `reply` it is the visitor's own. `ids`: first the one that it was born with
 * and is drawn by, last the one that it has now.
 * @typedef {object} Line
 * @property {string[]} ids
 * @property {number} at when, and by that where in the transcript
 * @property {string} text
 * @property {Reply} [reply]
 * @property {Words} [words] what to send again
 * @property {'sending' | 'failed' | 'refused'} [state]
 * @property {string} [problem]
 * @property {boolean} [quiet] not shown until its answer is there
 */

const KEPT_LINES = 200;

/** A seat (`/?seat=keeper`) is a person of its own in this browser: a visitor and staff can sit side by side. */
const seat = new URLSearchParams(location.search).get('seat')?.replace(/[^a-z0-9]/g, '') ?? '';
export const PREFIX = seat === '' ? 'gerai-' : `gerai@${seat}-`;
const LINE = `${PREFIX}line-`;

/** On a PC that several people share nothing is kept: the chat of whoever has signed in lives as long as the page.
 * @type {string | undefined} */
const seatSession = document.querySelector('#chat[data-session]')?.getAttribute('data-session') ?? undefined;
export const isKept = seatSession === undefined;

/** @type {Map<string, string>} */
const fallback = new Map();

/** @param {Key} key @returns {string | null} */
export function recall(key) {
  if (!isKept) return fallback.get(key) ?? null;
  try {
    return fallback.get(key) ?? localStorage.getItem(PREFIX + key);
  } catch {
    return null;
  }
}

/** @param {Key} key @param {string} value */
export function remember(key, value) {
  if (!isKept) return void fallback.set(key, value);
  try {
    localStorage.setItem(PREFIX + key, value);
    fallback.delete(key);
  } catch {
    fallback.set(key, value);
  }
}

/** @param {Key} key */
function drop(key) {
  fallback.delete(key);
  if (!isKept) return;
  try {
    localStorage.removeItem(PREFIX + key);
  } catch {
    // Then it was not there.
  }
}

/** @returns {`line-${string}`[]} */
function lineKeys() {
  const here = [...fallback.keys()].map((key) => PREFIX + key);
  try {
    if (isKept) here.push(...Object.keys(localStorage));
  } catch {
    // Only what is here.
  }
  const found = new Set(here.filter((key) => key.startsWith(LINE)));
  return Array.from(found, (key) => /** @type {const} */ (`line-${key.slice(LINE.length)}`));
}

/** Whoever writes next from this browser is somebody new. */
export function becomeNew() {
  drop('session');
  drop('event');
}

/** 32 hexadecimal digits; `randomUUID` would need a secure page. */
export function randomId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** @returns {string} */
export function session() {
  if (seatSession !== undefined) return seatSession;
  const known = recall('session');
  if (known) return known;
  const made = randomId();
  remember('session', made);
  return made;
}

/** Everything that was said, in order. @returns {Line[]} */
export function lines() {
  const all = lineKeys().flatMap((key) => parse(recall(key)));
  return all.sort((one, other) => one.at - other.at);
}

/** Now, but after all that was said: what comes in the same millisecond keeps its order. @param {number} [now] */
export function nextMoment(now = Date.now()) {
  return Math.max(now, (lines().at(-1)?.at ?? 0) + 0.001);
}

/** @param {string | null} stored @returns {Line[]} */
function parse(stored) {
  try {
    return stored === null ? [] : [JSON.parse(stored)];
  } catch {
    return [];
  }
}

/** @param {Line} line */
export function keepLine(line) {
  remember(`line-${line.ids[0]}`, JSON.stringify(line));
  for (const old of lines().slice(0, -KEPT_LINES)) dropLine(old);
}

/** @param {Line} line */
export function dropLine(line) {
  drop(`line-${line.ids[0]}`);
}
