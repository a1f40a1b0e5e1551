/** Counts how often the page of a product was opened from outside: gathered here, and written now and then. */
import type { Clock } from '../delivery/clock.ts';
import type { Scan } from '../shop/scans.ts';

/** A page view is no decision: what was counted in so short a time may be lost when the process is killed. */
const WRITE_EVERY_MS = 5_000;

export interface CountedScan extends Scan {
  readonly count: number;
}

export interface PageScans {
  seen(productId: number, day: string): void;
  /** Writes what was counted. Never throws: what cannot be written is written later. */
  flush(): Promise<void>;
  /** Writes what is left, once. */
  close(): Promise<void>;
}

export interface PageScansDeps {
  readonly add: (counted: readonly CountedScan[]) => Promise<void>;
  readonly clock: Clock;
}

export function makePageScans({ add, clock }: PageScansDeps): PageScans {
  const counts = new Map<string, CountedScan>();
  let cancel: (() => void) | null = null;
  let writing: Promise<void> = Promise.resolve();
  let closed = false;

  function count(scan: CountedScan): void {
    const key = `${scan.day} ${scan.productId}`;
    counts.set(key, { ...scan, count: (counts.get(key)?.count ?? 0) + scan.count });
    if (closed) return;
    cancel ??= clock.after(WRITE_EVERY_MS, () => void flush());
  }

  async function write(): Promise<void> {
    cancel?.();
    cancel = null;
    const counted = [...counts.values()];
    counts.clear();
    if (counted.length === 0) return;
    try {
      await add(counted);
    } catch {
      for (const scan of counted) count(scan);
    }
  }

  function flush(): Promise<void> {
    writing = writing.then(write);
    return writing;
  }

  return {
    seen: (productId, day) => count({ productId, day, road: 'page', count: 1 }),
    flush,
    close() {
      closed = true;
      return flush();
    },
  };
}

/** Every browser calls itself that; link previews and most programs do not (WhatsApp/2, TelegramBot, facebookexternalhit). */
const BROWSER = /^Mozilla\//;
const PROGRAM = /bot|crawl|spider|slurp|preview|prerender|headless|lighthouse|monitor|externalhit|scan/i;

/**
 * Whether somebody came to this page from outside and looks at it. Without a cookie: a browser says of a page that it is
 * loaded again (cache-control), comes from another page of ours (sec-fetch-site) or is fetched before anybody wants it
 * (sec-purpose). https://developer.mozilla.org/docs/Web/HTTP/Reference/Headers/Sec-Fetch-Site
 */
export function isArrival(method: string, header: (name: string) => string | undefined): boolean {
  const agent = header('user-agent') ?? '';
  const purpose = header('sec-purpose') ?? header('purpose') ?? header('x-moz') ?? '';
  return (
    method === 'GET' &&
    BROWSER.test(agent) &&
    !PROGRAM.test(agent) &&
    !/prefetch|preview/i.test(purpose) &&
    header('sec-fetch-site') !== 'same-origin' &&
    !/max-age=0|no-cache/.test(header('cache-control') ?? '')
  );
}
