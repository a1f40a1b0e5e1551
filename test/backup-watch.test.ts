/** Who is told of backups that fail or are old, with the whole stand behind it; and what /readyz says. */
import { describe, expect, it } from 'vitest';
import { openStand } from './support/stand.ts';

const HOUR = 3_600_000;
const STALE = /Cadangan data gerai sudah lama/;
const FAILED = /Cadangan data gerai gagal dibuat/;
const OVER = /Cadangan data gerai sudah dibuat lagi/;

async function watched() {
  const state = { newest: null as number | null, failing: null as number | null };
  const backups = {
    newest: () => state.newest,
    failingSince: () => state.failing,
    staleMs: 36 * HOUR,
  };
  const stand = await openStand({ backups });
  return {
    stand,
    state,
    ready: async () => (await (await stand.gerai.app.request('/readyz')).json()) as Record<string, unknown>,
    /** The jobs are asked each minute; here each hour is enough. */
    async passes(hours: number) {
      for (let hour = 0; hour < hours; hour += 1) await stand.passes(HOUR);
    },
    notices: async () =>
      (
        await stand.rows<{ text: string }>(
          "SELECT json_extract(message, '$.text') AS text FROM outbox WHERE key LIKE 'alarm backup%' ORDER BY id",
        )
      ).map(({ text }) => text),
  };
}

describe('a backup that is too old', () => {
  it('is told to each admin once, and once more when there is a new one', async () => {
    const { stand, state, passes, ready, notices } = await watched();
    const sari = await stand.admin('telegram', 'Bu Sari');
    const adi = await stand.admin('web', 'Pak Adi');
    state.newest = stand.now();
    await passes(35);
    expect(await notices()).toEqual([]);
    expect(await ready()).toMatchObject({
      status: 'ready',
      lastBackupIsStale: false,
      lastBackupAgeSeconds: 35 * 3_600,
    });
    await passes(2);
    await sari.hears(STALE);
    await adi.hears(STALE);
    expect(await ready()).toMatchObject({
      status: 'ready',
      lastBackup: new Date(state.newest).toISOString(),
      lastBackupIsStale: true,
    });
    await passes(24);
    expect(await notices()).toHaveLength(2);
    state.newest = stand.now();
    await passes(1);
    await sari.hears(OVER);
    await adi.hears(OVER);
    expect(await notices()).toHaveLength(4);
    // The next lapse is a new one.
    await passes(37);
    expect(await notices()).toHaveLength(6);
  });

  it('is nobody’s trouble where there was never one', async () => {
    const { stand, passes, ready, notices } = await watched();
    await stand.admin('telegram');
    await passes(40);
    expect(await notices()).toEqual([]);
    expect(await ready()).toMatchObject({
      lastBackup: null,
      lastBackupAgeSeconds: null,
      lastBackupIsStale: false,
    });
  });
});

describe('a backup that fails', () => {
  it('is told at once and once, also when it becomes old meanwhile, and over only by a new one', async () => {
    const { stand, state, passes, notices } = await watched();
    await stand.admin('telegram', 'Bu Sari');
    state.newest = stand.now();
    state.failing = stand.now();
    await passes(1);
    expect(await notices()).toEqual([expect.stringMatching(FAILED)]);
    await passes(40);
    expect(await notices()).toHaveLength(1);
    // A server that was started again does not know yet that it fails.
    state.failing = null;
    await passes(1);
    expect(await notices()).toHaveLength(1);
    state.newest = stand.now();
    await passes(1);
    expect(await notices()).toEqual([expect.anything(), expect.stringMatching(OVER)]);
  });
});
