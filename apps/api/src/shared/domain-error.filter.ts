import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from '#runtime/logger';
import { sendProblem } from './problem.js';
import { refusalOf } from './refusal.js';
import { InjectLogger } from './tokens.js';

/** Seconds until a client should try again what the store or another process hindered. */
const RETRY_AFTER: Readonly<Record<string, number>> = {
  'store.unavailable': 5,
  'read-model.unavailable': 5,
  'read-model.building': 5,
  'read-model.behind': 1,
  'command.conflict': 1,
};

/** To be looked into by whoever runs the engine; the client is told under which number. */
const OURS: ReadonlySet<string> = new Set(['server.failed', 'store.unavailable', 'read-model.unavailable']);

/** Turns every error into application/problem+json in the client's language. Never a stack, never a word of ours in it. */
@Catch()
export class DomainErrorFilter implements ExceptionFilter {
  constructor(@InjectLogger() private readonly logger: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const { code, facts } = refusalOf(error);
    const ours = OURS.has(code);
    if (ours) this.logger.error({ requestId: request.id, accountId: request.signedIn?.accountId, err: error }, code);
    if (reply.raw.headersSent) return void reply.raw.destroy();
    const wait = (facts['retryAfterSeconds'] as number | undefined) ?? RETRY_AFTER[code];
    if (wait !== undefined) void reply.header('retry-after', wait);
    sendProblem(request, reply, { code, facts: ours ? { requestId: request.id } : facts });
  }
}
