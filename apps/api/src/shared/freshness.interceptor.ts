import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { from, map, mergeMap, type Observable } from 'rxjs';
import { ReadStore } from '#read-models/store/read-store';
import type { Config } from '#runtime/config';
import { Installation } from '#runtime/installation';
import { freshnessToken, positionOf, ReadModelBehind } from './freshness.js';
import { RequestCauses } from './request-cause.js';
import { Saved } from './saved.js';
import { InjectConfig } from './tokens.js';

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
    const answer =
      typeof token === 'string' ? from(this.waitFor(token)).pipe(mergeMap(() => next.handle())) : next.handle();
    return answer.pipe(
      map((result: unknown) => (result instanceof Saved ? this.bodyOf(result, request, reply) : result)),
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
