import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Cause } from '#events/deciding/cause';
import { Bounces } from '#processes/mail/bounces/bounces';
import { saved, type Saved } from '../shared/saved.js';
import type { BounceReportDto, BounceTakenDto } from './bounce.dto.js';

export class TakeBounce extends Command<Saved<BounceTakenDto>> {
  constructor(
    readonly report: BounceReportDto,
    readonly cause: Cause,
  ) {
    super();
  }
}

/** R20: who signed is no account of ours, and still somebody. */
const BY = { actor: 'service:mail-provider', actorRole: 'service' } as const;

@CommandHandler(TakeBounce)
export class TakeBounceHandler implements ICommandHandler<TakeBounce> {
  constructor(private readonly bounces: Bounces) {}

  async execute({ report, cause }: TakeBounce): Promise<Saved<BounceTakenDto>> {
    const { verdict, position } = await this.bounces.take(report, { ...cause, ...BY });
    return saved({ verdict }, { ...(position !== undefined && { position }) });
  }
}
