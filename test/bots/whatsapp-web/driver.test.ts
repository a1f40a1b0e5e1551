/** The supervisor's decisions, carried out on clients that do as they are told, or do not. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { startDriver } from '../../../bots/whatsapp-web/driver.ts';
import { type ClientEvent, LIMITS, type Policy } from '../../../bots/whatsapp-web/supervisor.ts';
import { virtualClock } from '../../support/stand/clock.ts';

const POLICY: Policy = { limits: LIMITS, memory: { bytes: 1, samples: 1 }, pauseMs: () => 5_000 };

class FakeClient {
  readonly closings: boolean[] = [];
  kills = 0;
  closed: (() => void) | null = null;
  constructor(
    readonly say: (event: ClientEvent) => void,
    readonly obeys: boolean,
  ) {}
  close(unlink: boolean): Promise<void> {
    this.closings.push(unlink);
    return this.obeys ? Promise.resolve() : new Promise((resolve) => (this.closed = resolve));
  }
  kill(): void {
    this.kills += 1;
    this.closed?.();
  }
}

function drive({ obeys = true } = {}) {
  const clock = virtualClock(0);
  const clients: FakeClient[] = [];
  const reports: string[] = [];
  const codes: string[] = [];
  let forgotten = 0;
  const driver = startDriver<FakeClient>({
    policy: POLICY,
    start(onEvent) {
      const client = new FakeClient(onEvent, obeys);
      clients.push(client);
      return client;
    },
    async forget() {
      forgotten += 1;
    },
    after: clock.after,
    onReport: ({ phase, reason }) => reports.push(`${phase} ${reason}`),
    onCode: (code) => codes.push(code),
  });
  return {
    driver,
    clients,
    reports,
    codes,
    forgotten: () => forgotten,
    newest: () => clients.at(-1) as FakeClient,
    async passes(ms: number) {
      clock.jumpTo(clock.now() + ms);
      await nextTurn();
    },
  };
}

describe('the driver', () => {
  it('starts a client, shows its code, and gives it out when it is ready', () => {
    const { driver, newest, codes, reports } = drive();
    driver.tell({ kind: 'start' });
    newest().say({ kind: 'qr', code: 'a code' });
    expect(driver.ready()).toBeNull();
    newest().say({ kind: 'authenticated' });
    newest().say({ kind: 'ready' });
    expect(codes).toEqual(['a code']);
    expect(driver.ready()).toBe(newest());
    expect(reports).toEqual(['starting start', 'pairing unlinked', 'connecting linked', 'ready linked']);
  });

  it('closes a dead client and starts the next after the pause', async () => {
    const { driver, clients, newest, passes } = drive();
    driver.tell({ kind: 'start' });
    newest().say({ kind: 'ready' });
    newest().say({ kind: 'page-closed' });
    await nextTurn();
    expect(clients[0]?.closings).toEqual([false]);
    expect(driver.ready()).toBeNull();
    expect(clients).toHaveLength(1);
    await passes(5_000);
    expect(clients).toHaveLength(2);
  });

  it('notices one that falls silent, and not one whose heart beats', async () => {
    const { driver, clients, newest, passes } = drive();
    driver.tell({ kind: 'start' });
    newest().say({ kind: 'ready' });
    for (let beat = 0; beat < 20; beat += 1) {
      await passes(15_000);
      newest().say({ kind: 'heartbeat', ok: true });
    }
    expect(driver.state().phase).toBe('ready');
    await passes(LIMITS.silence);
    expect(driver.state()).toMatchObject({ phase: 'lost', reason: 'silence' });
    await passes(5_000);
    expect(clients).toHaveLength(2);
  });

  it('kills one that does not close, and only then starts the next', async () => {
    const { driver, clients, newest, passes } = drive({ obeys: false });
    driver.tell({ kind: 'start' });
    newest().say({ kind: 'ready' });
    driver.tell({ kind: 'restart' });
    await passes(LIMITS.closing - 1);
    expect(clients).toHaveLength(1);
    await passes(1);
    expect(clients[0]?.kills).toBe(1);
    await nextTurn();
    expect(clients).toHaveLength(2);
  });

  it('forgets the session also where there is no client', async () => {
    const { driver, newest, forgotten } = drive();
    driver.tell({ kind: 'unlink' });
    await nextTurn();
    expect(forgotten()).toBe(1);
    driver.tell({ kind: 'start' });
    driver.tell({ kind: 'unlink' });
    expect(newest().closings).toEqual([true]);
  });

  it('stops when the browser is gone, also twice and before anything was started', async () => {
    const idle = drive();
    await idle.driver.stop();
    const { driver, clients, newest, passes } = drive();
    driver.tell({ kind: 'start' });
    await Promise.all([driver.stop(), driver.stop()]);
    await driver.stop();
    newest().say({ kind: 'ready' });
    await passes(10 * 60_000);
    expect(clients).toHaveLength(1);
    expect(clients[0]?.closings).toEqual([false]);
  });
});
