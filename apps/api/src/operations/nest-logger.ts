import type { LoggerService } from '@nestjs/common';
import type { Logger } from '#runtime/logger';

/** Nest's own lines, into the one log. Its start-up chatter counts as debug. */
export class NestLogger implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(message: unknown, ...rest: readonly unknown[]): void {
    this.logger.debug(line(message, rest));
  }

  warn(message: unknown, ...rest: readonly unknown[]): void {
    this.logger.warn(line(message, rest));
  }

  error(message: unknown, ...rest: readonly unknown[]): void {
    this.logger.error(line(message, rest));
  }
}

const line = (message: unknown, rest: readonly unknown[]): string =>
  [message, ...rest].map((part) => (typeof part === 'string' ? part : JSON.stringify(part))).join(' ');
