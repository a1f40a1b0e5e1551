/** `/healthz`, `/readyz` and `/metrics`. */
import { Hono } from 'hono';
import type { BackupHealth } from '../backup-watch.ts';
import type { ChannelName } from '../chat/message.ts';

/** When a channel last heard from outside, and last knew that a message had arrived. UTC milliseconds. */
export interface ChannelHealth {
  readonly lastInbound: number | null;
  readonly lastConfirmedSend: number | null;
  /** What the program in between says of itself, where there is one. */
  readonly state?: string;
  /** What is wrong there for so long that somebody has to look; null: nothing. */
  readonly alarm?: string | null;
}

export interface HealthDeps {
  /** Resolves when the database answers. */
  readonly pingDatabase: () => Promise<void>;
  readonly channels: () => Readonly<Partial<Record<ChannelName, ChannelHealth>>>;
  /** Figures by metric and label, counted in the tables. */
  readonly figures: () => Promise<readonly Figure[]>;
  /** null: this kind of machine makes none. */
  readonly backup: () => BackupHealth | null;
  readonly now: () => number;
}

export interface Figure {
  /** `gerai_…`, by Prometheus' rules. */
  readonly name: string;
  readonly help: string;
  readonly type: 'counter' | 'gauge';
  readonly values: readonly { readonly labels: Readonly<Record<string, string>>; readonly value: number }[];
}

export function health(deps: HealthDeps): Hono {
  const app = new Hono();
  app.get('/healthz', (c) => c.json({ status: 'ok' }));
  app.get('/readyz', async (c) => {
    const database = await deps.pingDatabase().then(
      () => 'ok',
      () => 'unavailable',
    );
    const channels = Object.fromEntries(
      Object.entries(deps.channels()).map(([name, { lastInbound, lastConfirmedSend, ...more }]) => [
        name,
        { lastInbound: iso(lastInbound), lastConfirmedSend: iso(lastConfirmedSend), ...more },
      ]),
    );
    const status = database === 'ok' ? 'ready' : 'not ready';
    const body = { status, database, channels, ...aboutBackup(deps.backup(), deps.now()) };
    return c.json(body, database === 'ok' ? 200 : 503);
  });
  app.get('/metrics', async (c) => {
    c.header('content-type', 'text/plain; version=0.0.4; charset=utf-8');
    return c.body((await deps.figures()).map(exposition).join('\n').concat('\n'));
  });
  return app;
}

/** An old backup does not keep the stand from answering: it is shown, and told to the admins. */
function aboutBackup(backup: BackupHealth | null, now: number) {
  const at = backup?.at ?? null;
  return {
    lastBackup: iso(at),
    lastBackupAgeSeconds: at === null ? null : Math.round((now - at) / 1_000),
    lastBackupIsStale: backup?.isStale ?? false,
  };
}

function iso(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}

/** The text format of Prometheus: https://prometheus.io/docs/instrumenting/exposition_formats/ */
function exposition({ name, help, type, values }: Figure): string {
  const lines = values.map(({ labels, value }) => {
    const pairs = Object.entries(labels).map(([key, text]) => `${key}="${text.replaceAll(/[\\"\n]/g, '_')}"`);
    return `${name}${pairs.length > 0 ? `{${pairs.join(',')}}` : ''} ${value}`;
  });
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`, ...lines].join('\n');
}
