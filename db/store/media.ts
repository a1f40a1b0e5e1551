/** Pictures by the hash of their bytes, and the handles under which channels know them. */
import { and, eq, sql } from 'drizzle-orm';
import type { ChannelName } from '../../src/chat/message.ts';
import type { Database } from '../database.ts';
import { media, mediaHandles } from '../schema.ts';
import { command, compiler, query } from '../statement.ts';

const hash = sql.placeholder('hash');
const channel = sql.placeholder('channel');

const bytesQuery = query(
  compiler
    .select({ bytes: sql<ArrayBuffer>`${media.bytes}`, type: media.type })
    .from(media)
    .where(eq(media.hash, hash)),
);
const handleQuery = query(
  compiler
    .select({ handle: mediaHandles.handle })
    .from(mediaHandles)
    .where(and(eq(mediaHandles.hash, hash), eq(mediaHandles.channel, channel))),
);
const saveHandle = command(
  compiler
    .insert(mediaHandles)
    .values({ hash, channel, handle: sql.placeholder('handle') })
    .onConflictDoUpdate({
      target: [mediaHandles.hash, mediaHandles.channel],
      set: { handle: sql`excluded.handle` },
    }),
);

export interface Picture {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly type: string;
}

export async function loadPicture(database: Database, wanted: string): Promise<Picture | null> {
  const [result] = await database.read([bytesQuery.with({ hash: wanted })]);
  const [row] = bytesQuery.rows(result);
  return row ? { bytes: new Uint8Array(row.bytes), type: row.type } : null;
}

/** A channel's handles, kept in memory once known: they are asked for with every photo. */
export function mediaOf(database: Database, name: ChannelName) {
  const known = new Map<string, string>();
  return {
    async handle(wanted: string): Promise<string | null> {
      const cached = known.get(wanted);
      if (cached !== undefined) return cached;
      const [result] = await database.read([handleQuery.with({ hash: wanted, channel: name })]);
      const found = handleQuery.rows(result)[0]?.handle ?? null;
      if (found !== null) known.set(wanted, found);
      return found;
    },
    bytes: (wanted: string) => loadPicture(database, wanted),
    async remember(wanted: string, handle: string): Promise<void> {
      await database.write([saveHandle({ hash: wanted, channel: name, handle })]);
      known.set(wanted, handle);
    },
  };
}
