import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { RoundUnknown } from '#domain/campaign/campaign.errors';
import { rounds } from '#read-models/rounds/rounds.projection';
import { ReadStore } from '#read-models/store/read-store';

/**
 * Answers 404 where a live board would have nothing to show: Nest sends the head of a stream of events before its handler
 * has read anything from a store that takes its time. Who sends a freshness token is told in the stream, after the wait.
 */
@Injectable()
export class KnownRoundGuard implements CanActivate {
  constructor(private readonly views: ReadStore) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const { params, headers } = context.switchToHttp().getRequest<FastifyRequest<{ Params: { roundId: string } }>>();
    if (headers['freshness-token'] !== undefined) return true;
    const roundId = params.roundId.toLowerCase();
    if (!(await this.views.get(rounds, roundId))) throw new RoundUnknown(roundId);
    return true;
  }
}
