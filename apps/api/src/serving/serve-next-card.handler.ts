import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Cause } from '#events/deciding/cause';
import type { Saved } from '../shared/saved.js';
import { HandOut } from './hand-out.js';
import type { HandedOutDto } from './handed-out.dto.js';

export class ServeNextCard extends Command<Saved<HandedOutDto>> {
  constructor(
    readonly roundId: string,
    readonly cause: Cause,
  ) {
    super();
  }
}

@CommandHandler(ServeNextCard)
export class ServeNextCardHandler implements ICommandHandler<ServeNextCard> {
  constructor(private readonly handOut: HandOut) {}

  execute({ roundId, cause }: ServeNextCard): Promise<Saved<HandedOutDto>> {
    return this.handOut.serve(roundId, cause);
  }
}
