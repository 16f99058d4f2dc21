import type { FastifyInstance } from 'fastify';
import type { Logger } from '#runtime/logger';
import type { Metrics } from './metrics.js';

/** Milliseconds from which an answer is worth a line of its own. */
const SLOW_MS = 1000;

/**
 * Every answer is measured; a line is written for slow and failed ones, and for all at level debug. The route pattern
 * stands for the address, whose ids and query say who was looked at.
 */
export function recordRequests(server: FastifyInstance, metrics: Metrics, logger: Logger): void {
  server.addHook('onResponse', (request, reply, done) => {
    const { method } = request;
    const route = request.routeOptions.url ?? 'unknown';
    const status = reply.statusCode;
    const ms = reply.elapsedTime;
    metrics.requests.labels(method, route, String(status)).observe(ms / 1000);
    const level = status >= 500 || ms >= SLOW_MS ? 'warn' : 'debug';
    if (logger.isLevelEnabled(level)) {
      const accountId = request.signedIn?.accountId;
      logger[level]({ requestId: request.id, method, route, status, ms: Math.round(ms), accountId }, 'answered');
    }
    done();
  });
}
