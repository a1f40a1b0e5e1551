/** What waits in the spool goes to the server, whatever the server does. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { type PostAnswer, Refused } from '../../../bots/whatsapp-web/server-line.ts';
import { openSpool } from '../../../bots/whatsapp-web/spool.ts';
import { type Spooled, startUploader } from '../../../bots/whatsapp-web/uploader.ts';

type Server = (path: string, ids: readonly string[]) => PostAnswer | Promise<PostAnswer>;

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
const takesAll: Server = (_, ids) => ({ kind: 'taken', accepted: ids, refused: [] });
const event = (id: string): Spooled => ({
  to: 'events',
  event: { kind: 'own', id, chat: '1@c.us', at: 0, givesBack: false },
});
const receipt = (id: string): Spooled => ({ to: 'receipts', receipt: { id, outcome: { kind: 'untried' } } });

async function uploading(server: Server, spooled: readonly [string, Spooled][] = []) {
  const folder = mkdtempSync(join(tmpdir(), 'gerai-uploader-'));
  const spool = await openSpool<Spooled>(join(folder, 'spool'));
  for (const [id, value] of spooled) await spool.add({ id, value });
  const posts: string[] = [];
  const told: string[] = [];
  const apologise = vi.fn();
  const uploader = startUploader({
    spool,
    pauseMs: () => 1,
    log: { ...silent, error: (_, message) => void told.push(message) },
    apologise,
    line: {
      async post(path, body) {
        const { events, receipts } = body as Record<string, { id: string; kind?: string }[] | undefined>;
        const ids = (events ?? receipts ?? []).map(({ id }) => id);
        posts.push(`${path} ${ids.join(' ')}`);
        return server(path, ids);
      },
    },
  });
  onTestFinished(async () => {
    await uploader.stop();
    await spool.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const empty = () => vi.waitFor(() => expect(spool.size()).toBe(0));
  return { spool, uploader, posts, told, apologise, empty };
}

describe('the uploader', () => {
  it('brings what waited, in its order, and what comes', async () => {
    const { spool, uploader, posts, empty } = await uploading(takesAll, [
      ['a', event('a')],
      ['b', event('b')],
      ['r', receipt('r')],
      ['c', event('c')],
    ]);
    await empty();
    expect(posts).toEqual(['events a b', 'receipts r', 'events c']);
    await spool.add({ id: 'd', value: event('d') });
    uploader.wake();
    await empty();
    expect(posts.at(-1)).toBe('events d');
  });

  it('brings it again until it is taken', async () => {
    let failures = 5;
    const { posts, empty } = await uploading(
      (path, ids) => {
        failures -= 1;
        if (failures > 3) throw new TypeError('fetch failed');
        if (failures > 1) throw new Refused(401, 'clock');
        return takesAll(path, ids);
      },
      [['a', event('a')]],
    );
    await empty();
    expect(posts).toEqual(Array.from({ length: 4 }, () => 'events a'));
  });

  it('removes only what was taken, and what is not understood', async () => {
    let first = true;
    const { posts, told, empty } = await uploading(
      (path, ids) => {
        if (!first) return takesAll(path, ids);
        first = false;
        return { kind: 'taken', accepted: ['b'], refused: ['c'] };
      },
      [
        ['a', event('a')],
        ['b', event('b')],
        ['c', event('c')],
      ],
    );
    await empty();
    expect(posts).toEqual(['events a b c', 'events a']);
    expect(told).toHaveLength(1);
  });

  it('has apologies said when nothing can be stored', async () => {
    let first = true;
    const apologies = [{ chat: '1@c.us', text: 'Maaf' }];
    const { apologise, empty } = await uploading(
      (path, ids) => {
        if (!first) return takesAll(path, ids);
        first = false;
        return { kind: 'outage', apologies };
      },
      [['a', event('a')]],
    );
    await empty();
    expect(apologise.mock.calls).toEqual([[apologies]]);
  });

  it('tells only the newest state', async () => {
    let away = true;
    const { uploader, posts } = await uploading((path, ids) => {
      if (away) throw new TypeError('fetch failed');
      return takesAll(path, ids);
    });
    const state = { kind: 'state', at: 0, reason: 'start', failures: 0 } as const;
    uploader.status({ ...state, id: 'old', phase: 'starting' });
    uploader.status({ ...state, id: 'new', phase: 'ready' });
    away = false;
    await vi.waitFor(() => expect(posts.at(-1)).toBe('events new'));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(posts.filter((post) => post.endsWith('old')).length).toBeLessThanOrEqual(1);
    expect(posts.at(-1)).toBe('events new');
  });

  it('sends no more at once than the server takes', async () => {
    const long: Spooled = {
      to: 'events',
      event: {
        kind: 'message',
        id: '',
        chat: '1@c.us',
        at: 0,
        body: { kind: 'text', text: 'x'.repeat(60_000) },
      },
    };
    const many = Array.from({ length: 30 }, (_, n): [string, Spooled] => {
      const id = String(n);
      return [id, { ...long, event: { ...long.event, id } } as Spooled];
    });
    const { posts, empty } = await uploading(takesAll, many);
    await empty();
    expect(posts.length).toBeGreaterThan(3);
    expect(posts.flatMap((post) => post.split(' ').slice(1))).toEqual(many.map(([id]) => id));
  });
});
