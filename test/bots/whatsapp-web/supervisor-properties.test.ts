/** The supervisor, whatever happens and in whatever order. */
import * as fc from 'fast-check';
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
  step,
  type TimerName,
} from '../../../bots/whatsapp-web/supervisor.ts';

const POLICY: Policy = {
  limits: LIMITS,
  pauseMs: (failures) => 1_000 * 2 ** failures,
  memory: { bytes: 1_000, samples: 3 },
};

const ALLOWED: Readonly<Record<Phase, readonly TimerName[]>> = {
  starting: ['never-ready'],
  pairing: ['stale-code'],
  connecting: ['never-ready'],
  ready: ['silence', 'acks', 'stable'],
  lost: ['closing', 'retry'],
  stopped: ['closing'],
};

/** `rings`: one of the timers that are set. `dies`: a client's browser ends, by itself or because it was told to. */
type Happening =
  | OutsideEvent
  | ClientEvent
  | { kind: 'rings'; which: number }
  | { kind: 'dies' }
  | { kind: 'old'; told: ClientEvent };

const clientEvent: fc.Arbitrary<ClientEvent> = fc.oneof(
  fc.constantFrom<ClientEvent>(
    { kind: 'authenticated' },
    { kind: 'ready' },
    { kind: 'page-closed' },
    { kind: 'renderer-error' },
    { kind: 'browser-disconnected' },
    { kind: 'start-failed' },
  ),
  fc.record({ kind: fc.constant('qr' as const), code: fc.string() }),
  fc.record({
    kind: fc.constant('disconnected' as const),
    reason: fc.constantFrom('LOGOUT', 'CONFLICT', 'TIMEOUT'),
  }),
  fc.record({
    kind: fc.constant('change-state' as const),
    state: fc.constantFrom('CONNECTED', 'UNPAIRED', 'OPENING'),
  }),
  fc.record({ kind: fc.constant('heartbeat' as const), ok: fc.boolean() }),
  fc.record({ kind: fc.constant('ack' as const), inTime: fc.boolean() }),
  fc.record({ kind: fc.constant('memory' as const), bytes: fc.integer({ min: 0, max: 2_000 }) }),
);

const happening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 4, arbitrary: clientEvent },
  {
    weight: 2,
    arbitrary: fc.constantFrom<OutsideEvent>(
      { kind: 'start' },
      { kind: 'stop' },
      { kind: 'restart' },
      { kind: 'unlink' },
    ),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('rings' as const), which: fc.nat(8) }) },
  { weight: 3, arbitrary: fc.constant({ kind: 'dies' as const }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('old' as const), told: clientEvent }) },
);

const OUTSIDE = new Set(['start', 'stop', 'restart', 'unlink']);

/** The world: one browser at most may be open, and the timers that ring are those that were set. */
class World {
  state = INITIAL;
  open: number | null = null;
  /** A destroy of what is not open (to forget a session) is answered with `gone` too. */
  owesGone = false;
  readonly timers = new Set<TimerName>();
  started = 0;

  happens(what: Happening): void {
    if (what.kind === 'rings') {
      const timers = [...this.timers];
      const ringing = timers[what.which % Math.max(1, timers.length)];
      if (ringing === undefined) return;
      this.timers.delete(ringing);
      this.tell({ kind: 'timer', timer: ringing });
    } else if (what.kind === 'dies') {
      if (this.open === null && !this.owesGone) return;
      this.open = null;
      this.owesGone = false;
      this.tell({ kind: 'gone', client: this.state.client });
    } else if (what.kind === 'old') {
      const before = this.state;
      this.tell({ ...what.told, client: this.state.client - 1 });
      expect(this.state).toBe(before);
    } else {
      this.tell(
        OUTSIDE.has(what.kind)
          ? (what as OutsideEvent)
          : { ...(what as ClientEvent), client: this.state.client },
      );
    }
  }

  private tell(event: Event): void {
    const { state, commands } = step(this.state, event, POLICY);
    this.state = state;
    for (const command of commands) this.obey(command);
  }

  private obey(command: Command): void {
    if (command.do === 'initialise') {
      expect(this.open).toBeNull();
      expect(this.owesGone).toBe(false);
      this.open = command.client;
      this.started += 1;
    } else if (command.do === 'destroy') {
      this.owesGone = true;
    } else if (command.do === 'set-timer') {
      expect(command.ms).toBeGreaterThan(0);
      this.timers.add(command.timer);
    } else if (command.do === 'clear-timer') {
      this.timers.delete(command.timer);
    }
  }
}

const RUNS = { numRuns: process.env.ENDURANCE ? 100_000 : 3_000, seed: 1 };
const happenings = fc.array(happening, { maxLength: 60 });

describe('whatever happens', () => {
  it('never has two clients, leaves no timer behind, and always goes on by itself', () => {
    fc.assert(
      fc.property(happenings, (all) => {
        const world = new World();
        for (const what of all) {
          world.happens(what);
          const { phase, timers } = world.state;
          expect([...world.timers].sort()).toEqual([...timers].sort());
          for (const name of timers) expect(ALLOWED[phase]).toContain(name);
          // Something rings, whatever the client fails to say.
          if (phase !== 'stopped') expect(timers).not.toEqual([]);
        }
      }),
      RUNS,
    );
  });

  it('starts nothing after a stop until somebody wants it', () => {
    const quiet = happening.filter(({ kind }) => kind !== 'start' && kind !== 'restart');
    fc.assert(
      fc.property(happenings, fc.array(quiet, { maxLength: 40 }), (before, after) => {
        const world = new World();
        for (const what of before) world.happens(what);
        world.happens({ kind: 'stop' });
        const { started } = world;
        for (const what of after) world.happens(what);
        expect(world.started).toBe(started);
        expect(world.state.phase).toBe('stopped');
      }),
      RUNS,
    );
  });

  it('comes back from anywhere when clients behave', () => {
    fc.assert(
      fc.property(happenings, (all) => {
        const world = new World();
        for (const what of all) world.happens(what);
        world.happens({ kind: 'restart' });
        for (let closes = 0; closes < 2; closes += 1) {
          if (world.state.browser === 'closing') world.happens({ kind: 'dies' });
        }
        world.happens({ kind: 'ready' });
        expect(world.state.phase).toBe('ready');
      }),
      RUNS,
    );
  });
});
