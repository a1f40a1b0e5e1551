/**
 * Decides when the WhatsApp client is started, given up and started anew. Pure: a state and an event give the next
 * state and what is to be done. There is at most one client: the next is started when the last one is known to be gone.
 */

export type Phase =
  /** A client was started and has not said anything yet. */
  | 'starting'
  /** Somebody has to scan a code with the phone. */
  | 'pairing'
  /** The phone is known, the messages are being fetched. */
  | 'connecting'
  | 'ready'
  /** No client that could be used; one will be started. */
  | 'lost'
  /** No client, and none will be started by itself. */
  | 'stopped';

export type TimerName =
  /** The client does not become ready: the library waits for that without a limit. */
  | 'never-ready'
  /** The code that is shown has not been renewed: nobody could scan it any more. */
  | 'stale-code'
  /** No heartbeat came, although the client says that it is ready. */
  | 'silence'
  /** A message went out, and neither it nor a later one was acknowledged. */
  | 'acks'
  /** Ready for so long that earlier failures are forgotten. */
  | 'stable'
  /** The pause before the next start. */
  | 'retry'
  /** The client does not close. */
  | 'closing';

/** Why the phase is what it is, for the log and the status page. */
export type Reason =
  | 'start'
  | 'stop'
  | 'restart'
  /** The phone is known. */
  | 'linked'
  /** It is not, or we took the link off: somebody has to scan a code. */
  | 'unlinked'
  /** WhatsApp or somebody at the phone took the link off. */
  | 'logged-out'
  | 'memory'
  | 'never-ready'
  | 'stale-code'
  | 'silence'
  | 'acks'
  | 'start-failed'
  | 'page-closed'
  | 'page-crashed'
  | 'browser-gone'
  | `disconnected ${string}`;

export interface State {
  readonly phase: Phase;
  readonly reason: Reason;
  /** Counts the clients that were started; the number of the last one. */
  readonly client: number;
  readonly browser: 'none' | 'open' | 'closing';
  /** The timers that are set. */
  readonly timers: readonly TimerName[];
  /** Starts that failed one after another. */
  readonly failures: number;
  /** In `lost`: the pause once the last client is gone, milliseconds; 0 for none. */
  readonly pauseMs: number;
  /** The session is to be forgotten once the browser, which is closing, is gone. */
  readonly forgets: boolean;
  /** Samples in a row that were too large. */
  readonly heavySamples: number;
}

export type OutsideEvent =
  | { readonly kind: 'start' }
  | { readonly kind: 'stop' }
  | { readonly kind: 'restart' }
  /** Take the link to the phone off, and show a code for the next one. */
  | { readonly kind: 'unlink' };

export type ClientEvent =
  | { readonly kind: 'qr'; readonly code: string }
  | { readonly kind: 'authenticated' }
  | { readonly kind: 'ready' }
  | { readonly kind: 'disconnected'; readonly reason: string }
  /** What the library reports of WhatsApp's own connection, for example TIMEOUT. */
  | { readonly kind: 'change-state'; readonly state: string }
  | { readonly kind: 'page-closed' }
  | { readonly kind: 'renderer-error' }
  | { readonly kind: 'browser-disconnected' }
  | { readonly kind: 'start-failed' }
  | { readonly kind: 'heartbeat'; readonly ok: boolean }
  /** A message that was sent was acknowledged (or not in time). */
  | { readonly kind: 'ack'; readonly inTime: boolean }
  | { readonly kind: 'memory'; readonly bytes: number }
  /** The browser of the client has ended, whoever ended it. */
  | { readonly kind: 'gone' };

export type Event =
  | OutsideEvent
  /** `client`: the number under which it was started; what an older one still says is ignored. */
  | (ClientEvent & { readonly client: number })
  | { readonly kind: 'timer'; readonly timer: TimerName };

export type Command =
  | { readonly do: 'initialise'; readonly client: number }
  /** Close it, and say `gone` when that is done. `unlink`: log out at the phone and forget the session as well. */
  | { readonly do: 'destroy'; readonly client: number; readonly unlink: boolean }
  /** It does not close: end its processes, and say `gone`. */
  | { readonly do: 'kill-browser'; readonly client: number }
  | { readonly do: 'set-timer'; readonly timer: TimerName; readonly ms: number }
  | { readonly do: 'clear-timer'; readonly timer: TimerName }
  | {
      readonly do: 'report';
      readonly phase: Phase;
      readonly reason: Reason;
      readonly failures: number;
    }
  | { readonly do: 'show-code'; readonly code: string };

export interface Policy {
  /** Milliseconds, for each timer but `retry`. */
  readonly limits: Readonly<Record<Exclude<TimerName, 'retry'>, number>>;
  /** The pause before the next start after so many failures in a row (from 1 on), with its jitter. */
  readonly pauseMs: (failures: number) => number;
  /** A browser that is larger in this many samples in a row is started anew. */
  readonly memory: { readonly bytes: number; readonly samples: number };
}

/**
 * Measured with a test page on two cores: a code after 5 s, ready 1 s after the scan, 384 MiB. What WhatsApp's own page
 * needs is a belief: it renews its code about every 20 s, and large accounts take a minute to get ready.
 */
export const LIMITS: Policy['limits'] = {
  'never-ready': 120_000,
  'stale-code': 90_000,
  // With a heartbeat every 15 s, "ready but dead" is noticed within 90 s.
  silence: 70_000,
  // A message counts as unacknowledged after 30 s.
  acks: 45_000,
  stable: 5 * 60_000,
  closing: 10_000,
};

export const MEMORY: Policy['memory'] = { bytes: 1_500 * 1024 * 1024, samples: 3 };

export interface Step {
  readonly state: State;
  readonly commands: readonly Command[];
}

export const INITIAL: State = {
  phase: 'stopped',
  reason: 'start',
  client: 0,
  browser: 'none',
  timers: [],
  failures: 0,
  pauseMs: 0,
  forgets: false,
  heavySamples: 0,
};

export function step(state: State, event: Event, policy: Policy): Step {
  if (event.kind === 'timer') return onTimer(state, event.timer, policy);
  if (!('client' in event)) return onOutside(state, event, policy);
  if (event.client !== state.client || state.browser === 'none') return same(state);
  if (event.kind === 'gone') return onGone(state, policy);
  return state.browser === 'open' ? onClient(state, event, policy) : same(state);
}

/* ── by where the event comes from ── */

function onOutside(state: State, event: OutsideEvent, policy: Policy): Step {
  switch (event.kind) {
    case 'start':
      return state.phase === 'stopped' ? begin(state, 'start', policy) : same(state);
    case 'stop':
      return state.phase === 'stopped' ? same(state) : giveUp(state, 'stopped', 'stop', policy);
    case 'restart':
      return begin({ ...state, failures: 0 }, 'restart', policy);
    case 'unlink':
      return forget({ ...state, failures: 0, pauseMs: 0 }, policy);
  }
}

function onClient(state: State, event: Exclude<ClientEvent, { kind: 'gone' }>, policy: Policy): Step {
  switch (event.kind) {
    case 'qr':
      return onCode(state, event.code, policy);
    case 'authenticated':
      return state.phase === 'starting' || state.phase === 'pairing'
        ? enter(state, { phase: 'connecting', reason: 'linked' }, ['never-ready'], policy)
        : same(state);
    case 'ready':
      return state.phase === 'ready'
        ? same(state)
        : enter(state, { phase: 'ready', reason: 'linked' }, ['silence', 'stable'], policy);
    case 'disconnected':
      return onDisconnected(state, event.reason, policy);
    case 'change-state':
      // A bad line (TIMEOUT, OPENING) passes, or the heartbeat tells.
      return UNPAIRED.has(event.state) ? begin(state, 'logged-out', policy) : same(state);
    case 'page-closed':
      return fail(state, 'page-closed', policy);
    case 'renderer-error':
      return fail(state, 'page-crashed', policy);
    case 'browser-disconnected':
      return fail(state, 'browser-gone', policy);
    case 'start-failed':
      // Once it was ready, a start that failed late is of no interest: the heartbeat tells.
      return state.phase === 'ready' ? same(state) : fail(state, 'start-failed', policy);
    case 'heartbeat':
      return event.ok && state.phase === 'ready' ? set(state, 'silence', policy) : same(state);
    case 'ack':
      return onAck(state, event.inTime, policy);
    case 'memory':
      return onMemory(state, event.bytes, policy);
  }
}

function onTimer(state: State, timer: TimerName, policy: Policy): Step {
  // It rang while it was being cleared.
  if (!state.timers.includes(timer)) return same(state);
  const rung = { ...state, timers: state.timers.filter((each) => each !== timer) };
  switch (timer) {
    case 'retry':
      return initialise(rung, policy);
    case 'closing':
      return after(set(rung, 'closing', policy), { do: 'kill-browser', client: state.client });
    case 'stable':
      return same({ ...rung, failures: 0 });
    case 'stale-code':
      // Nobody came to scan it, which is no failure: the next client shows a fresh one.
      return begin(rung, 'stale-code', policy);
    default:
      return fail(rung, timer, policy);
  }
}

/** The last client is gone: what was wanted meanwhile decides what comes now. */
function onGone(state: State, policy: Policy): Step {
  const gone: State = { ...state, browser: 'none' };
  // Nobody has asked it to: it ended by itself, and there is nothing left to close.
  if (state.browser === 'open') return fail(gone, 'browser-gone', policy);
  if (state.forgets) return forget(gone, policy);
  return state.phase === 'stopped' ? enter(gone, gone, [], policy) : wait(gone, policy);
}

/* ── what clients say ── */

function onCode(state: State, code: string, policy: Policy): Step {
  const shown: Command = { do: 'show-code', code };
  if (state.phase === 'pairing') return after(set(state, 'stale-code', policy), shown);
  // A client that knows its phone shows no code: also where it was ready before, the link is gone.
  const wasLinked = state.phase === 'ready' || state.phase === 'connecting' || state.reason === 'logged-out';
  const reason = wasLinked ? 'logged-out' : 'unlinked';
  return after(enter(state, { phase: 'pairing', reason }, ['stale-code'], policy), shown);
}

/** WhatsApp no longer knows this device, in the words of the library, which then ends the browser by itself. */
const UNPAIRED = new Set(['UNPAIRED', 'UNPAIRED_IDLE']);

function onDisconnected(state: State, reason: string, policy: Policy): Step {
  if (UNPAIRED.has(reason)) return begin(state, 'logged-out', policy);
  // After a logout the library itself forgets the session and asks for a new code; closing it meanwhile would race that.
  return reason === 'LOGOUT' ? loggedOut(state, policy) : fail(state, `disconnected ${reason}`, policy);
}

/** Somebody took the link off at the phone: no failure, and a code comes. */
function loggedOut(state: State, policy: Policy): Step {
  if (state.phase === 'pairing') return same(state);
  return enter(state, { phase: 'pairing', reason: 'logged-out' }, ['stale-code'], policy);
}

function onAck(state: State, inTime: boolean, policy: Policy): Step {
  if (state.phase !== 'ready') return same(state);
  if (inTime) return clear(state, 'acks');
  // The first that is late counts; those after it do not put off the end.
  return state.timers.includes('acks') ? same(state) : set(state, 'acks', policy);
}

function onMemory(state: State, bytes: number, policy: Policy): Step {
  if (bytes <= policy.memory.bytes) return same({ ...state, heavySamples: 0 });
  const heavySamples = state.heavySamples + 1;
  const heavy = { ...state, heavySamples };
  return heavySamples < policy.memory.samples ? same(heavy) : begin(heavy, 'memory', policy);
}

/* ── moves ── */

/** A client as soon as there may be one. */
function begin(state: State, reason: Reason, policy: Policy): Step {
  const wanted: State = { ...state, reason, pauseMs: 0 };
  return state.browser === 'none' ? initialise(wanted, policy) : giveUp(wanted, 'lost', reason, policy);
}

function initialise(state: State, policy: Policy): Step {
  const client = state.client + 1;
  const started = enter(
    { ...state, client, browser: 'open', heavySamples: 0 },
    { phase: 'starting', reason: state.reason },
    ['never-ready'],
    policy,
  );
  return after(started, { do: 'initialise', client });
}

function fail(state: State, reason: Reason, policy: Policy): Step {
  const failures = state.failures + 1;
  return giveUp({ ...state, failures, pauseMs: policy.pauseMs(failures) }, 'lost', reason, policy);
}

/** The client is closed, if there is one. */
function giveUp(state: State, phase: 'lost' | 'stopped', reason: Reason, policy: Policy): Step {
  const change = { phase, reason };
  switch (state.browser) {
    case 'open':
      return close({ ...state, ...change }, false, policy);
    case 'closing':
      return enter(state, change, ['closing'], policy);
    case 'none':
      return phase === 'lost' ? wait({ ...state, ...change }, policy) : enter(state, change, [], policy);
  }
}

/** Takes the link off, also where there is no client: its session is on the disk. Who was stopped stays so. */
function forget(state: State, policy: Policy): Step {
  const phase = state.phase === 'stopped' ? 'stopped' : 'lost';
  const wanted: State = { ...state, phase, reason: 'unlinked', forgets: state.browser === 'closing' };
  return wanted.forgets ? enter(wanted, wanted, ['closing'], policy) : close(wanted, true, policy);
}

function close(state: State, unlink: boolean, policy: Policy): Step {
  const closing = enter({ ...state, browser: 'closing' }, state, ['closing'], policy);
  return after(closing, { do: 'destroy', client: state.client, unlink });
}

/** There is no client: the next is started at once or after the pause. */
function wait(state: State, policy: Policy): Step {
  if (state.pauseMs === 0) return initialise(state, policy);
  return enter(state, { phase: 'lost', reason: state.reason }, ['retry'], policy);
}

/* ── timers and reports ── */

type Change = Pick<State, 'phase' | 'reason'>;

/** Leaves the phase: its timers are cleared and those of the next are set. */
function enter(state: State, change: Change, timers: readonly TimerName[], policy: Policy): Step {
  const next: State = { ...state, phase: change.phase, reason: change.reason, timers };
  const cleared = state.timers.map((timer): Command => ({ do: 'clear-timer', timer }));
  const begun = timers.map((timer) => setting(next, timer, policy));
  const { phase, reason, failures } = next;
  return { state: next, commands: [...cleared, ...begun, { do: 'report', phase, reason, failures }] };
}

function setting(state: State, timer: TimerName, policy: Policy): Command {
  const ms = timer === 'retry' ? state.pauseMs : policy.limits[timer];
  return { do: 'set-timer', timer, ms };
}

/** Sets it, or sets it anew. */
function set(state: State, timer: TimerName, policy: Policy): Step {
  const others = state.timers.filter((each) => each !== timer);
  return { state: { ...state, timers: [...others, timer] }, commands: [setting(state, timer, policy)] };
}

function clear(state: State, timer: TimerName): Step {
  if (!state.timers.includes(timer)) return same(state);
  const timers = state.timers.filter((each) => each !== timer);
  return { state: { ...state, timers }, commands: [{ do: 'clear-timer', timer }] };
}

function same(state: State): Step {
  return { state, commands: [] };
}

function after({ state, commands }: Step, command: Command): Step {
  return { state, commands: [...commands, command] };
}
