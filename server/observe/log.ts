import { type Logger, pino } from 'pino';
import type { Config } from '../config.ts';

/** The service's log: one JSON object a line on stderr, so that stdout stays for people. Never a body, a token or a key. */
export const makeLog = (level: Config['logLevel']): Logger =>
  pino({ level, base: null }, pino.destination({ dest: 2, sync: true }));

export type { Logger };
