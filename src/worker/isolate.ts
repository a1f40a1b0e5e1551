/** What one isolate keeps from request to request: data only, for a request may not wait for what another began. */
import { isEmbedded } from '../../db/database-url.ts';
import { type Copy, makeCopy } from '../chat/copy/copy.ts';
import { readModels } from '../chat/understand/model/models.ts';
import { makeUnderstand } from '../chat/understand/understand.ts';
import type { Understand } from '../chat/understand/understanding.ts';
import { type Config, ConfigError, parseConfig } from '../config.ts';
import type { Log } from '../delivery/events.ts';
import { type Memory, makeMemory } from '../memory.ts';
import { type Limiter, makeLimiter } from '../web/limiter.ts';
import { COPY, WEIGHTS } from './files.ts';
import { makeLog } from './log.ts';

/** Variables and secrets, and what else is bound to the Worker. */
export type Env = Readonly<Record<string, unknown>>;

export interface Isolate {
  readonly config: Config;
  readonly secret: string;
  readonly copy: Copy;
  readonly understand: Understand;
  readonly log: Log;
  readonly memory: Memory;
  /** Of this isolate alone: Cloudflare's own rules are what limits somebody who reaches many. */
  limiter(): Limiter;
  /** The database was seen to have the schema of this code. */
  schemaIsCurrent: boolean;
  botName: string | null;
  /** Telegram is not asked for the name again before; UTC milliseconds. */
  askNameAfter: number;
}

/** The limiter's timers end with the request that set them, so what they would have forgotten is forgotten here. */
const LIMITER_MS = 10 * 60_000;

/** @throws ConfigError */
export function makeIsolate(env: Env): Isolate {
  const config = configOf(env);
  return {
    config,
    secret: config.SESSION_SECRET ?? '',
    copy: makeCopy(COPY),
    understand: makeUnderstand(readModels(WEIGHTS)),
    log: makeLog(config.LOG_LEVEL),
    memory: makeMemory(),
    limiter: renewedLimiter(),
    schemaIsCurrent: false,
    botName: null,
    askNameAfter: 0,
  };
}

/** A Worker cannot hold a line open: Telegram posts to it. Nor has it a disk, so that a session secret is required. */
function configOf(env: Env): Config {
  const settings = Object.entries(env).filter(
    (each): each is [string, string] => typeof each[1] === 'string',
  );
  const config = parseConfig({ ...Object.fromEntries(settings), TELEGRAM_MODE: 'webhook' });
  if (isEmbedded(config.DATABASE_URL)) {
    throw new ConfigError('DATABASE_URL: a Worker has no disk; set the libsql: address of a server.');
  }
  return config;
}

function renewedLimiter(): () => Limiter {
  let limiter = makeLimiter();
  let until = 0;
  return () => {
    if (Date.now() > until) {
      limiter = makeLimiter();
      until = Date.now() + LIMITER_MS;
    }
    return limiter;
  };
}
