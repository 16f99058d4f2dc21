import { destination, pino, stdTimeFunctions, type Logger } from 'pino';
import type { Config } from './config.js';

export type { Logger };

const STANDARD_ERROR = 2;

/**
 * One JSON object a line on standard error, so that standard output stays free for what is told once to a person.
 * Nothing personal is logged: ids, codes and counts only, never a body, a query or a header.
 */
export const createLogger = (name: string, { logLevel }: Pick<Config, 'logLevel'>): Logger =>
  pino(
    { name, level: logLevel, timestamp: stdTimeFunctions.isoTime, base: { pid: process.pid } },
    destination({ fd: STANDARD_ERROR, sync: true }),
  );
