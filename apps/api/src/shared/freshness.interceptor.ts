import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { defer, map, mergeMap, retry, throwError, timer, type Observable } from 'rxjs';
import { ViewUnavailable } from '#read-models/store/read-store.errors';
import { ReadStore } from '#read-models/store/read-store';
import type { Config } from '#runtime/config';
import { Installation } from '#runtime/installation';
import { freshnessToken, positionOf, ReadModelBehind } from './freshness.js';
import { RequestCauses } from './request-cause.js';
import { Saved } from './saved.js';
import { InjectConfig } from './tokens.js';

const LOOK_AGAIN_MS = 50;

/**
 * Both halves of "read what you wrote": a command's answer carries a token for its log position, and a request that
 * is sent a token waits until every view has passed it. Never stale in silence.
 */
@Injectable()
export class FreshnessInterceptor implements NestInterceptor {
  constructor(
    private readonly views: ReadStore,
    private readonly installation: Installation,
    private readonly causes: RequestCauses,
    @InjectConfig() private readonly config: Config,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const token = request.headers['freshness-token'];
    const answer = typeof token === 'string' ? this.fresh(token, request.method, next) : next.handle();
    return answer.pipe(
      map((result: unknown) => (result instanceof Saved ? this.bodyOf(result, request, reply) : result)),
    );
  }

  /** At a first start one view after the other is shown: a query whose view comes last is asked again. */
  private fresh(token: string, method: string, next: CallHandler): Observable<unknown> {
    const until = performance.now() + this.config.freshnessWaitMs;
    const isWorthAsking = (error: unknown): boolean =>
      method === 'GET' && error instanceof ViewUnavailable && performance.now() < until;
    return defer(() => this.waitFor(token)).pipe(
      mergeMap(() => next.handle()),
      retry({ delay: (error) => (isWorthAsking(error) ? timer(LOOK_AGAIN_MS) : throwError((): unknown => error)) }),
    );
  }

  private async waitFor(token: string): Promise<void> {
    const position = positionOf(token, this.installation.storeId);
    if (!(await this.views.waitUntil(position, this.config.freshnessWaitMs))) throw new ReadModelBehind();
  }

  private bodyOf({ body, position }: Saved<unknown>, request: FastifyRequest, reply: FastifyReply): unknown {
    this.causes.remember(request);
    if (position !== undefined)
      void reply.header('freshness-token', freshnessToken(this.installation.storeId, position));
    return body;
  }
}
