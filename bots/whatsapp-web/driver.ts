/** Does what the supervisor decides: timers, clients, reports. */
import type { ClientEvent, Command, Event, Policy, State, TimerName } from './supervisor.ts';
import { INITIAL, step } from './supervisor.ts';

/** What the driver needs of a client. */
export interface Driven {
  close(unlink: boolean): Promise<void>;
  kill(): void;
}

export interface DriverOptions<C extends Driven> {
  readonly policy: Policy;
  start(onEvent: (event: ClientEvent) => void): C;
  /** Without a client: forgets the session that lies on the disk. */
  forget(): Promise<void>;
  /** @returns takes it back. */
  after(ms: number, run: () => void): () => void;
  onReport(report: Extract<Command, { do: 'report' }>): void;
  onCode(code: string): void;
}

export interface Driver<C> {
  tell(event: Event): void;
  /** As if the current client had said it. */
  tellOfClient(event: ClientEvent): void;
  state(): State;
  /** The client, while it is ready. */
  ready(): C | null;
  /** Resolves when it is stopped and the browser is gone. */
  stop(): Promise<void>;
}

export function startDriver<C extends Driven>(options: DriverOptions<C>): Driver<C> {
  const timers = new Map<TimerName, () => void>();
  const stopping = new Set<() => void>();
  let state = INITIAL;
  let client: C | null = null;

  function tell(event: Event): void {
    const next = step(state, event, options.policy);
    state = next.state;
    for (const command of next.commands) obey(command);
    if (state.phase !== 'stopped' || state.browser !== 'none') return;
    for (const resolve of stopping) resolve();
    stopping.clear();
  }

  function obey(command: Command): void {
    switch (command.do) {
      case 'initialise': {
        const { client: number } = command;
        client = options.start((event) => tell({ ...event, client: number }));
        return;
      }
      case 'destroy':
        void destroy(command.client, command.unlink);
        return;
      case 'kill-browser':
        client?.kill();
        return;
      case 'set-timer':
        timers.get(command.timer)?.();
        timers.set(
          command.timer,
          options.after(command.ms, () => ring(command.timer)),
        );
        return;
      case 'clear-timer':
        timers.get(command.timer)?.();
        timers.delete(command.timer);
        return;
      case 'report':
        options.onReport(command);
        return;
      case 'show-code':
        options.onCode(command.code);
    }
  }

  function ring(timer: TimerName): void {
    timers.delete(timer);
    tell({ kind: 'timer', timer });
  }

  /** A client that was killed closes by that: its `gone` comes from here in either case. */
  async function destroy(number: number, unlink: boolean): Promise<void> {
    const closing = client;
    await (closing ? closing.close(unlink) : unlink ? options.forget() : undefined);
    if (client === closing) client = null;
    tell({ kind: 'gone', client: number });
  }

  return {
    tell,
    tellOfClient: (event) => tell({ ...event, client: state.client }),
    state: () => state,
    ready: () => (state.phase === 'ready' ? client : null),
    stop() {
      const stopped = new Promise<void>((resolve) => void stopping.add(resolve));
      tell({ kind: 'stop' });
      // It may have been stopped before.
      if (state.browser === 'none') for (const resolve of stopping) resolve();
      return stopped;
    },
  };
}
