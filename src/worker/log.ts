/** Structured logs on Workers: one line of JSON each, for `wrangler tail` and Workers Logs. */
import type { Config } from '../config.ts';
import type { Log } from '../delivery/events.ts';

const LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

export function makeLog(level: Config['LOG_LEVEL']): Log {
  const least = LEVELS.indexOf(level);
  const at = (name: 'info' | 'warn' | 'error') => (fields: object, message: string) => {
    if (LEVELS.indexOf(name) < least) return;
    console[name](JSON.stringify({ level: name, time: Date.now(), ...fields, msg: message }, readable));
  };
  return { info: at('info'), warn: at('warn'), error: at('error') };
}

/** As on Node: what could carry a secret or a person is cut out even where code is wrong. */
const NEVER: ReadonlySet<string> = new Set(['token', 'session', 'text', 'phone', 'name']);

/** An error has nothing of its own that JSON would show. */
function readable(key: string, value: unknown): unknown {
  if (NEVER.has(key)) return '…';
  if (!(value instanceof Error)) return value;
  const { name, message, stack, cause } = value;
  return { type: name, message, stack, cause };
}
