/** Who is told when the paired phone does not work, with the whole stand behind it; and how often. */
import { describe, expect, it } from 'vitest';
import { lastAlarm } from '../../db/store/alarms.ts';
import { makeBridgeWatch } from '../../src/web/bridge-alarm.ts';
import type { BridgeEvent, Receipt } from '../../src/wire/bridge.ts';
import { type BridgeDouble, bridgeDouble } from '../support/bridge.ts';
import { openStand, type Stand } from '../support/stand.ts';

const MINUTE = 60_000;
/** As often as the server looks. */
const LOOK_MS = 15_000;

const BROKEN = /tidak tersambung/;
const UNSURE = /tidak memastikan kiriman/;
const OVER = /lancar kembali/;

interface Watched {
  readonly stand: Stand;
  readonly bridge: BridgeDouble;
  /** The bridge says what it does; it is heard from then on until `falls silent`. */
  is(phase: 'ready' | 'lost'): Promise<void>;
  fallsSilent(): void;
  passes(ms: number): Promise<void>;
  alarm(): Promise<unknown>;
  /** Texts that were owed to admins because of the alarm. */
  notices(): Promise<string[]>;
}

async function watched(): Promise<Watched> {
  const stand = await openStand();
  const bridge = bridgeDouble(
    async (path, init) => stand.gerai.app.request(`https://gerai.example${path}`, init),
    stand.now,
  );
  let speaks = false;
  let events = 0;
  return {
    stand,
    bridge,
    async is(phase) {
      speaks = true;
      events += 1;
      const reason = phase === 'ready' ? 'linked' : 'silence';
      const event: BridgeEvent = {
        kind: 'state',
        id: `s${events}`,
        at: stand.now(),
        phase,
        reason,
        failures: 0,
      };
      await bridge.tells(event);
    },
    fallsSilent() {
      speaks = false;
    },
    async passes(ms) {
      for (let left = ms; left > 0; left -= LOOK_MS) {
        await stand.passes(Math.min(left, LOOK_MS));
        if (speaks) await bridge.commands();
        await stand.gerai.bridgeWatch?.look();
      }
      await stand.settle();
    },
    async alarm() {
      const body = (await (await stand.gerai.app.request('/readyz')).json()) as {
        status: string;
        channels: Record<string, { alarm?: unknown }>;
      };
      expect(body.status).toBe('ready');
      return body.channels['whatsapp-web']?.alarm;
    },
    notices: async () =>
      (
        await stand.rows<{ text: string }>(
          "SELECT json_extract(message, '$.text') AS text FROM outbox WHERE key LIKE 'alarm %' ORDER BY id",
        )
      ).map(({ text }) => text),
  };
}

describe('a phone that is not ready', () => {
  it('is told to each admin once, and once more when it works again', async () => {
    const { stand, is, passes, alarm, notices } = await watched();
    const sari = await stand.admin('telegram', 'Bu Sari');
    const adi = await stand.admin('web', 'Pak Adi');
    await is('ready');
    await passes(MINUTE);
    expect(await alarm()).toBeNull();
    await is('lost');
    await passes(4 * MINUTE);
    expect(await alarm()).toBeNull();
    expect(await notices()).toEqual([]);
    await passes(2 * MINUTE);
    expect(await alarm()).toBe('not-ready');
    await sari.hears(BROKEN);
    await adi.hears(BROKEN);
    await passes(30 * MINUTE);
    expect(await notices()).toHaveLength(2);
    await is('ready');
    await passes(MINUTE);
    expect(await alarm()).toBeNull();
    expect(await notices()).toHaveLength(2);
    await passes(10 * MINUTE);
    await sari.hears(OVER);
    await adi.hears(OVER);
    await passes(30 * MINUTE);
    expect(await notices()).toHaveLength(4);
    // From the notice to the page in one press.
    await sari.presses('Halaman WhatsApp');
    await sari.hears('/whatsapp#key=');
  });

  it('is known also where the bridge was never heard, or is heard no more', async () => {
    const never = await watched();
    await never.stand.admin('telegram');
    await never.passes(6 * MINUTE);
    expect(await never.notices()).toEqual([expect.stringMatching(BROKEN)]);
    const silent = await watched();
    await silent.stand.admin('telegram');
    await silent.is('ready');
    await silent.passes(MINUTE);
    silent.fallsSilent();
    await silent.passes(6 * MINUTE);
    expect(await silent.alarm()).toBe('not-ready');
    expect(await silent.notices()).toEqual([expect.stringMatching(BROKEN)]);
  });

  it('is told no second time after a restart of the server', async () => {
    const { stand, passes, notices } = await watched();
    await stand.admin('telegram');
    await passes(6 * MINUTE);
    expect(await notices()).toHaveLength(1);
    const told: string[] = [];
    const restarted = makeBridgeWatch({
      memory: { ...stand.memory.bridge, listeningSince: stand.now() - 6 * MINUTE },
      now: stand.now,
      lastAlarm: () => lastAlarm(stand.database, 'whatsapp-web'),
      raise: async ({ what }) => void told.push(what),
      end: async (_, { what }) => void told.push(what),
    });
    await restarted.look();
    expect(told).toEqual([]);
  });

  it('is told to an admin with several addresses once, where it reaches them', async () => {
    const { stand, bridge, passes, notices } = await watched();
    const sari = await stand.admin('telegram');
    await bridge.hears('628111@c.us', `/start ${await stand.invitation('admin', 'Bu Sari')}`);
    await bridge.sendsAll();
    await stand.visitorOn('web', 'Bu Sari').says('halo, ada apa saja?');
    await stand.settle();
    // As if all three were linked.
    await stand.database.write([
      { sql: 'UPDATE addresses SET person_id = (SELECT min(person_id) FROM addresses)', args: [] },
    ]);
    await passes(6 * MINUTE);
    expect(await notices()).toHaveLength(1);
    await sari.hears(BROKEN);
  });

  it('is told to nobody by the very channel that does not work', async () => {
    const { stand, bridge, passes, notices } = await watched();
    await bridge.hears('628111@c.us', `/start ${await stand.invitation('admin', 'Bu Sari')}`);
    await bridge.sendsAll();
    expect(await stand.count("SELECT count(*) FROM roles WHERE role = 'admin'")).toBe(1);
    await passes(8 * MINUTE);
    expect(await notices()).toEqual([]);
    expect(await stand.count('SELECT count(*) FROM alarms')).toBe(1);
  });

  it('that comes and goes is one trouble, and told once an hour at most', async () => {
    const { stand, is, passes, notices } = await watched();
    await stand.admin('telegram');
    const flaps = async (times: number, away: number, back: number) => {
      for (let n = 0; n < times; n += 1) {
        await is('lost');
        await passes(away);
        await is('ready');
        await passes(back);
      }
    };
    await flaps(5, MINUTE, MINUTE);
    expect(await notices()).toEqual([]);
    await flaps(3, 6 * MINUTE, 5 * MINUTE);
    expect(await notices()).toHaveLength(1);
    await passes(10 * MINUTE);
    expect(await notices()).toHaveLength(2);
    await flaps(1, 6 * MINUTE, MINUTE);
    expect(await notices()).toHaveLength(2);
    await passes(40 * MINUTE);
    await flaps(1, 6 * MINUTE, MINUTE);
    expect(await notices()).toHaveLength(3);
  });
});

describe('messages that nobody acknowledges', () => {
  async function sending() {
    const all = await watched();
    await all.stand.admin('telegram');
    await all.is('ready');
    await all.bridge.hears('628111@c.us', 'ada apa saja?');
    await all.stand.settle();
    const [message] = await all.bridge.borrows();
    const ends = (outcome: Receipt['outcome']) => all.bridge.receipts({ id: message?.id ?? '', outcome });
    return { ...all, ends };
  }

  it('raise the alarm within a minute of that, although the phone says that it is ready', async () => {
    const { ends, passes, alarm, notices } = await sending();
    await ends({ kind: 'uncertain', reason: 'no ack' });
    expect(await alarm()).toBeNull();
    await passes(MINUTE);
    expect(await alarm()).toBe('unacknowledged');
    expect(await notices()).toEqual([expect.stringMatching(UNSURE)]);
  });

  it('raise none where a later one was, and end it when one is', async () => {
    const { ends, passes, alarm, notices } = await sending();
    await ends({ kind: 'uncertain', reason: 'no ack' });
    await ends({ kind: 'sent', externalId: 'late' });
    await passes(2 * MINUTE);
    expect(await alarm()).toBeNull();
    expect(await notices()).toEqual([]);
  });
});
