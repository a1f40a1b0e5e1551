// @ts-check
/* A short tone when something new comes: two notes, made here. Browsers allow it after the first press on the page. */

const KEY = 'gerai-kantor-sound';
const NOTES = [
  { hertz: 659, at: 0 },
  { hertz: 880, at: 0.16 },
];
const NOTE_S = 0.3;
const LOUDNESS = 0.16;

/** @type {AudioContext | undefined} */
let context;

function wake() {
  context ??= new AudioContext();
  void context.resume();
}
for (const press of ['pointerdown', 'keydown']) addEventListener(press, wake);

export function isMuted() {
  try {
    return localStorage.getItem(KEY) === 'off';
  } catch {
    return false;
  }
}

/** @param {boolean} muted */
export function mute(muted) {
  try {
    localStorage.setItem(KEY, muted ? 'off' : 'on');
  } catch {
    // Then it is asked again after the next load.
  }
}

export function ring() {
  if (isMuted()) return;
  try {
    wake();
    for (const note of NOTES) if (context) play(context, note);
  } catch {
    // A PC without sound still shows what has come.
  }
}

/** @param {AudioContext} on @param {{ hertz: number, at: number }} note */
function play(on, { hertz, at }) {
  const from = on.currentTime + at;
  const source = on.createOscillator();
  const loudness = on.createGain();
  source.frequency.value = hertz;
  loudness.gain.setValueAtTime(0, from);
  loudness.gain.linearRampToValueAtTime(LOUDNESS, from + 0.02);
  loudness.gain.exponentialRampToValueAtTime(0.001, from + NOTE_S);
  source.connect(loudness).connect(on.destination);
  source.start(from);
  source.stop(from + NOTE_S);
}
