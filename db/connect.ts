/** Opens the database that a URL names. Node only; a Worker takes `remote.ts` by itself. */
import type { Database } from './database.ts';
import { isEmbedded } from './database-url.ts';
import { embeddedDatabase } from './embedded.ts';
import { openRemote, remoteDatabase } from './remote.ts';

export interface DatabaseOptions {
  /** `file:` for an embedded file; `libsql:`, `https:` or `http:` for a server. */
  readonly url: string;
  readonly authToken?: string | undefined;
  /** Embedded only; see `EmbeddedOptions`. */
  readonly busyTimeoutMs?: number;
  readonly onReplaced?: (error: unknown) => void;
}

/** @throws StorageError if an embedded file cannot be opened. A server is not asked before the first statement. */
export async function openDatabase({ url, authToken, ...embedded }: DatabaseOptions): Promise<Database> {
  return isEmbedded(url)
    ? embeddedDatabase({ url, ...embedded })
    : remoteDatabase(openRemote({ url, authToken }));
}
