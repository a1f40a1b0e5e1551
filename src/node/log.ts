/** Structured logs. What could carry a secret or a person is cut out even where code is wrong. */
import pino, { type Logger } from 'pino';

const NEVER = [
  'token',
  '*.token',
  'session',
  '*.session',
  'text',
  '*.text',
  'phone',
  '*.phone',
  'name',
  '*.name',
];

export function makeLog(level: string): Logger {
  return pino({
    level,
    redact: { paths: NEVER, censor: '…' },
    serializers: { err: pino.stdSerializers.err },
  });
}
