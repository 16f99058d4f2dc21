import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Cause } from '#events/deciding/cause';
import { Roles } from '../shared/access.decorators.js';
import { Id } from '../shared/id.pipe.js';
import { RequestCause } from '../shared/request-cause.js';
import type { Saved } from '../shared/saved.js';
import { BlockByHand } from './block-by-hand.handler.js';
import {
  BlockByHandDto,
  BlockMadeDto,
  CeasedDto,
  CompanyDecisionDto,
  LiftBlockDto,
  WithdrawCeasingDto,
} from './block.dto.js';
import { CeaseCompany } from './cease-company.handler.js';
import { DecideForCompany } from './decide-for-company.handler.js';
import { LiftBlock } from './lift-block.handler.js';
import { WithdrawCeasing } from './withdraw-ceasing.handler.js';

const NO_CONTENT = 204;

/** R6: what an admin decides about who must not be called. */
@ApiTags('blocks')
@Controller()
export class BlockController {
  constructor(private readonly commands: CommandBus) {}

  @Post('blocks')
  @Roles('admin')
  @ApiOperation({ summary: 'Block a number, a workplace or a company; answered when every number carries it' })
  @ApiCreatedResponse({ type: BlockMadeDto })
  blockByHand(@Body() body: BlockByHandDto, @RequestCause() cause: Cause): Promise<Saved<BlockMadeDto>> {
    return this.commands.execute(new BlockByHand(body, cause));
  }

  @Post('blocks/:blockId/lift')
  @Roles('admin')
  @HttpCode(NO_CONTENT)
  @ApiOperation({ summary: 'Lift a block wherever it holds; both facts stay in the history' })
  @ApiNoContentResponse()
  liftBlock(
    @Id('blockId') blockId: string,
    @Body() body: LiftBlockDto,
    @RequestCause() cause: Cause,
  ): Promise<Saved<undefined>> {
    return this.commands.execute(new LiftBlock(blockId, body, cause));
  }

  @Post('blocks/:blockId/company-decision')
  @Roles('admin')
  @HttpCode(NO_CONTENT)
  @ApiOperation({ summary: 'Decide whether what one workplace asked for holds for the whole company' })
  @ApiNoContentResponse()
  decideForCompany(
    @Id('blockId') blockId: string,
    @Body() body: CompanyDecisionDto,
    @RequestCause() cause: Cause,
  ): Promise<Saved<undefined>> {
    return this.commands.execute(new DecideForCompany(blockId, body, cause));
  }

  @Post('companies/:companyId/ceased')
  @Roles('admin')
  @HttpCode(NO_CONTENT)
  @ApiOperation({
    summary: 'Confirm that a company has ceased: no call passes from now on, its cards are closed for good',
  })
  @ApiNoContentResponse()
  ceaseCompany(
    @Id('companyId') companyId: string,
    @Body() { evidence }: CeasedDto,
    @RequestCause() cause: Cause,
  ): Promise<Saved<undefined>> {
    return this.commands.execute(new CeaseCompany(companyId, evidence, cause));
  }

  @Post('companies/:companyId/ceased/withdrawal')
  @Roles('admin')
  @HttpCode(NO_CONTENT)
  @ApiOperation({
    summary: 'Withdraw that a company has ceased: it is called again, the cards that this closed reopen',
  })
  @ApiNoContentResponse()
  withdrawCeasing(
    @Id('companyId') companyId: string,
    @Body() body: WithdrawCeasingDto,
    @RequestCause() cause: Cause,
  ): Promise<Saved<undefined>> {
    return this.commands.execute(new WithdrawCeasing(companyId, body, cause));
  }
}
