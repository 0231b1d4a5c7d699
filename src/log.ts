import pino, { type Logger } from 'pino';
import pretty from 'pino-pretty';
import type { Config } from './config.js';

/**
 * The operator's log, on standard error: readable lines on a terminal, JSON elsewhere. Synchronous, so that
 * the last line before an exit is never lost.
 */
export function createLog(level: NonNullable<Config['logLevel']>): Logger {
  const stream = process.stderr.isTTY
    ? pretty({ destination: 2, sync: true, ignore: 'pid,hostname', translateTime: 'SYS:HH:MM:ss' })
    : pino.destination({ dest: 2, sync: true });
  return pino({ level }, stream);
}
