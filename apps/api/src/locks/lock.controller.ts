import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Cause } from '#events/deciding/cause';
import { CardAnswer } from '../cards/card-answer.js';
import { Roles } from '../shared/access.decorators.js';
import { Id } from '../shared/id.pipe.js';
import { RequestCause } from '../shared/request-cause.js';
import type { Saved } from '../shared/saved.js';
import { ReleaseLockDto, TransferLockDto } from './lock.dto.js';
import { ReleaseLock } from './release-lock.handler.js';
import { TransferLock } from './transfer-lock.handler.js';

const OK = 200;

/** What a lead decides about a caller's promise (Återkom Prio). */
@ApiTags('locks')
@Controller('cards/:cardId/lock')
export class LockController {
  constructor(private readonly commands: CommandBus) {}

  @Post('release')
  @Roles('lead', 'admin')
  @HttpCode(OK)
  @ApiOperation({ summary: 'Release the lock; the promised time stays, for anyone (R3)' })
  @ApiOkResponse({ type: CardAnswer })
  releaseLock(
    @Id('cardId') cardId: string,
    @Body() { reason }: ReleaseLockDto,
    @RequestCause() cause: Cause,
  ): Promise<Saved<CardAnswer>> {
    return this.commands.execute(new ReleaseLock(cardId, reason, cause));
  }

  @Post('transfer')
  @Roles('lead', 'admin')
  @HttpCode(OK)
  @ApiOperation({ summary: 'Hand the promise to another caller who has room for it (R3, R24)' })
  @ApiOkResponse({ type: CardAnswer })
  transferLock(
    @Id('cardId') cardId: string,
    @Body() body: TransferLockDto,
    @RequestCause() cause: Cause,
  ): Promise<Saved<CardAnswer>> {
    return this.commands.execute(new TransferLock(cardId, body, cause));
  }
}
