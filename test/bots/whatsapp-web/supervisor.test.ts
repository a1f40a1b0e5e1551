import { describe, expect, it } from 'vitest';
import {
  type ClientEvent,
  type Command,
  type Event,
  INITIAL,
  LIMITS,
  type OutsideEvent,
  type Phase,
  type Policy,
  type State,
  step,
  type TimerName,
} from '../../../bots/whatsapp-web/supervisor.ts';

const POLICY: Policy = {
  limits: LIMITS,
  pauseMs: (failures) => 1_000 * 2 ** failures,
  memory: { bytes: 1_000, samples: 3 },
};

/** Events in a row; those of clients are of the newest one. */
type Told = OutsideEvent | ClientEvent | { kind: 'timer'; timer: TimerName };

const OUTSIDE = new Set(['start', 'stop', 'restart', 'unlink', 'timer']);

function addressed(told: Told, client: number): Event {
  return (OUTSIDE.has(told.kind) ? told : { ...told, client }) as Event;
}

function run(events: readonly Told[], from: State = INITIAL) {
  let state = from;
  const commands: Command[] = [];
  for (const told of events) {
    const next = step(state, addressed(told, state.client), POLICY);
    state = next.state;
    commands.push(...next.commands);
  }
  return { state, commands };
}

/** What the last of the events leads to. */
function last(...events: Told[]) {
  const before = run(events.slice(0, -1)).state;
  return run(events.slice(-1), before);
}

const start: Told = { kind: 'start' };
const qr: Told = { kind: 'qr', code: 'a code' };
const authenticated: Told = { kind: 'authenticated' };
const ready: Told = { kind: 'ready' };
const gone: Told = { kind: 'gone' };
const timer = (name: TimerName): Told => ({ kind: 'timer', timer: name });
const heavy: Told = { kind: 'memory', bytes: 1_001 };
const light: Told = { kind: 'memory', bytes: 1_000 };

const doing = (commands: readonly Command[]) => commands.map((each) => each.do);
const sets = (commands: readonly Command[]) =>
  commands.flatMap((each) => (each.do === 'set-timer' ? [`${each.timer} ${each.ms}`] : []));

describe('where an event leads to', () => {
  it.each<[string, Told[], Phase, State['browser'], string]>([
    ['nothing yet', [], 'stopped', 'none', 'start'],
    ['a start', [start], 'starting', 'open', 'start'],
    ['a second start', [start, start], 'starting', 'open', 'start'],
    ['a code', [start, qr], 'pairing', 'open', 'unlinked'],
    ['the scan', [start, qr, authenticated], 'connecting', 'open', 'linked'],
    ['a known phone', [start, authenticated], 'connecting', 'open', 'linked'],
    ['ready', [start, authenticated, ready], 'ready', 'open', 'linked'],
    ['ready without a word before', [start, ready], 'ready', 'open', 'linked'],
    ['a start that failed', [start, { kind: 'start-failed' }], 'lost', 'closing', 'start-failed'],
    [
      'a start that failed after it was ready',
      [start, ready, { kind: 'start-failed' }],
      'ready',
      'open',
      'linked',
    ],
    ['never ready', [start, timer('never-ready')], 'lost', 'closing', 'never-ready'],
    [
      'never ready after the scan',
      [start, qr, authenticated, timer('never-ready')],
      'lost',
      'closing',
      'never-ready',
    ],
    ['a code that nobody scans', [start, qr, timer('stale-code')], 'lost', 'closing', 'stale-code'],
    ['the page closed', [start, ready, { kind: 'page-closed' }], 'lost', 'closing', 'page-closed'],
    ['the renderer dead', [start, ready, { kind: 'renderer-error' }], 'lost', 'closing', 'page-crashed'],
    ['the browser away', [start, ready, { kind: 'browser-disconnected' }], 'lost', 'closing', 'browser-gone'],
    ['the browser ended by itself', [start, ready, gone], 'lost', 'none', 'browser-gone'],
    ['no heartbeat', [start, ready, timer('silence')], 'lost', 'closing', 'silence'],
    ['a code after ready', [start, ready, qr], 'pairing', 'open', 'logged-out'],
    [
      'a logout at the phone',
      [start, ready, { kind: 'disconnected', reason: 'LOGOUT' }],
      'pairing',
      'open',
      'logged-out',
    ],
    [
      'a logout at the phone, and the code that follows it',
      [start, ready, { kind: 'disconnected', reason: 'LOGOUT' }, qr],
      'pairing',
      'open',
      'logged-out',
    ],
    [
      'unpaired',
      [start, ready, { kind: 'change-state', state: 'UNPAIRED' }],
      'lost',
      'closing',
      'logged-out',
    ],
    [
      'unpaired, and the client gone',
      [start, ready, { kind: 'change-state', state: 'UNPAIRED' }, gone],
      'starting',
      'open',
      'logged-out',
    ],
    [
      'a code after we took the link off',
      [start, ready, { kind: 'unlink' }, gone, qr],
      'pairing',
      'open',
      'unlinked',
    ],
    ['a bad line', [start, ready, { kind: 'change-state', state: 'TIMEOUT' }], 'ready', 'open', 'linked'],
    [
      'a conflict',
      [start, ready, { kind: 'disconnected', reason: 'CONFLICT' }],
      'lost',
      'closing',
      'disconnected CONFLICT',
    ],
    ['one heavy sample', [start, ready, heavy], 'ready', 'open', 'linked'],
    ['heavy samples in a row', [start, ready, heavy, heavy, heavy], 'lost', 'closing', 'memory'],
    ['heavy samples, not in a row', [start, ready, heavy, heavy, light, heavy], 'ready', 'open', 'linked'],
    ['a restart', [start, ready, { kind: 'restart' }], 'lost', 'closing', 'restart'],
    [
      'a restart, and the old one gone',
      [start, ready, { kind: 'restart' }, gone],
      'starting',
      'open',
      'restart',
    ],
    ['a restart of what was stopped', [{ kind: 'restart' }], 'starting', 'open', 'restart'],
    ['a stop', [start, ready, { kind: 'stop' }], 'stopped', 'closing', 'stop'],
    ['a stop, and the client gone', [start, ready, { kind: 'stop' }, gone], 'stopped', 'none', 'stop'],
    ['a stop while it waits', [start, gone, { kind: 'stop' }], 'stopped', 'none', 'stop'],
    ['a start while it still closes', [start, { kind: 'stop' }, start], 'lost', 'closing', 'start'],
    ['a start while it still closed', [start, { kind: 'stop' }, start, gone], 'starting', 'open', 'start'],
    ['unlink', [start, ready, { kind: 'unlink' }], 'lost', 'closing', 'unlinked'],
    ['unlink, and the client gone', [start, ready, { kind: 'unlink' }, gone], 'starting', 'open', 'unlinked'],
    ['unlink while stopped', [{ kind: 'unlink' }, gone], 'stopped', 'none', 'unlinked'],
  ])('%s', (_, events, phase, browser, reason) => {
    expect(run(events).state).toMatchObject({ phase, browser, reason });
  });
});

describe('what is done', () => {
  it('starts the first client at once', () => {
    const { commands } = last(start);
    expect(commands).toContainEqual({ do: 'initialise', client: 1 });
    expect(sets(commands)).toEqual(['never-ready 120000']);
  });

  it('shows every code, and waits anew for the next one', () => {
    const again = last(start, qr, { kind: 'qr', code: 'the next' });
    expect(again.commands).toEqual([
      { do: 'set-timer', timer: 'stale-code', ms: LIMITS['stale-code'] },
      { do: 'show-code', code: 'the next' },
    ]);
  });

  it('counts what comes twice once', () => {
    expect(last(start, authenticated, authenticated).commands).toEqual([]);
    expect(last(start, authenticated, ready, ready).commands).toEqual([]);
    expect(last(start, authenticated, ready, authenticated).commands).toEqual([]);
    const loggedOut: Told = { kind: 'disconnected', reason: 'LOGOUT' };
    expect(last(start, ready, loggedOut, loggedOut).commands).toEqual([]);
  });

  it('closes a dead client, waits, and starts the next', () => {
    const closed = last(start, ready, { kind: 'renderer-error' });
    expect(closed.commands).toContainEqual({ do: 'destroy', client: 1, unlink: false });
    expect(doing(closed.commands)).not.toContain('initialise');
    const waits = last(start, ready, { kind: 'renderer-error' }, gone);
    expect(sets(waits.commands)).toEqual(['retry 2000']);
    const again = last(start, ready, { kind: 'renderer-error' }, gone, timer('retry'));
    expect(again.commands).toContainEqual({ do: 'initialise', client: 2 });
  });

  it('waits longer after each failure, and forgets them when a client stays ready', () => {
    const dies: Told[] = [ready, { kind: 'page-closed' }, gone];
    const twice = last(start, ...dies, timer('retry'), ...dies);
    expect(sets(twice.commands)).toEqual(['retry 4000']);
    const stayed = last(
      start,
      ...dies,
      timer('retry'),
      ready,
      timer('stable'),
      { kind: 'page-closed' },
      gone,
    );
    expect(sets(stayed.commands)).toEqual(['retry 2000']);
  });

  it('does not count as a failure what somebody wanted', () => {
    const wanted: Told[] = [
      { kind: 'restart' },
      { kind: 'unlink' },
      { kind: 'stop' },
      { kind: 'disconnected', reason: 'LOGOUT' },
      qr,
    ];
    for (const event of wanted) expect(run([start, ready, event]).state.failures).toBe(0);
    expect(run([start, qr, timer('stale-code')]).state.failures).toBe(0);
    expect(run([start, ready, heavy, heavy, heavy]).state.failures).toBe(0);
  });

  it('ends the processes of a client that does not close, again and again', () => {
    const stuck: Told[] = [start, ready, { kind: 'restart' }];
    const killed = last(...stuck, timer('closing'));
    expect(killed.commands).toEqual([
      { do: 'set-timer', timer: 'closing', ms: LIMITS.closing },
      { do: 'kill-browser', client: 1 },
    ]);
    expect(doing(last(...stuck, timer('closing'), timer('closing')).commands)).toContain('kill-browser');
  });

  it('takes the link off the phone, also while the client closes and where there is none', () => {
    const off: Command = { do: 'destroy', client: 1, unlink: true };
    expect(last(start, ready, { kind: 'unlink' }).commands).toContainEqual(off);
    expect(last(start, ready, gone, { kind: 'unlink' }).commands).toContainEqual(off);
    const meanwhile: Told[] = [start, ready, { kind: 'restart' }, { kind: 'unlink' }];
    expect(doing(last(...meanwhile).commands)).not.toContain('destroy');
    expect(last(...meanwhile, gone).commands).toContainEqual(off);
    expect(last(...meanwhile, gone, gone).commands).toContainEqual({ do: 'initialise', client: 2 });
  });

  it('hears nothing that an older client still says', () => {
    const second = run([start, ready, { kind: 'restart' }, gone]).state;
    const late = step(second, { kind: 'ready', client: 1 }, POLICY);
    expect(late).toEqual({ state: second, commands: [] });
  });
});

describe('ready but dead', () => {
  /** Heartbeats come every 15 s, and a message counts as late after 30 s: see `client.ts`. */
  it('is noticed within 90 s', () => {
    expect(LIMITS.silence + 15_000).toBeLessThanOrEqual(90_000);
    expect(LIMITS.acks + 30_000).toBeLessThanOrEqual(90_000);
  });

  it('is put off by a heartbeat, and not by one that failed', () => {
    expect(sets(last(start, ready, { kind: 'heartbeat', ok: true }).commands)).toEqual([
      `silence ${LIMITS.silence}`,
    ]);
    expect(last(start, ready, { kind: 'heartbeat', ok: false }).commands).toEqual([]);
  });

  it('shows in messages that nobody acknowledges', () => {
    const late: Told = { kind: 'ack', inTime: false };
    expect(sets(last(start, ready, late).commands)).toEqual([`acks ${LIMITS.acks}`]);
    expect(last(start, ready, late, late).commands).toEqual([]);
    expect(last(start, ready, late, { kind: 'ack', inTime: true }).commands).toEqual([
      { do: 'clear-timer', timer: 'acks' },
    ]);
    expect(run([start, ready, late, timer('acks')]).state).toMatchObject({ phase: 'lost', reason: 'acks' });
  });
});
