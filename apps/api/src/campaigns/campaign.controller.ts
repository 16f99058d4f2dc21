import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Cause } from '#events/deciding/cause';
import { EVERY_ROLE, Roles } from '../shared/access.decorators.js';
import { Id } from '../shared/id.pipe.js';
import { RequestCause } from '../shared/request-cause.js';
import type { Saved } from '../shared/saved.js';
import {
  CampaignDto,
  CampaignMadeDto,
  CampaignSettingsDto,
  CreateCampaignDto,
  OpenRoundDto,
  RoundMadeDto,
} from './campaign.dto.js';
import { ChangeSettings } from './change-settings.handler.js';
import { CloseRound } from './close-round.handler.js';
import { CreateCampaign } from './create-campaign.handler.js';
import { GetCampaign } from './get-campaign.query.js';
import { ListCampaigns } from './list-campaigns.query.js';
import { OpenRound } from './open-round.handler.js';

const NO_CONTENT = 204;

@ApiTags('campaigns')
@Controller('campaigns')
export class CampaignController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get()
  @Roles(...EVERY_ROLE)
  @ApiOperation({ summary: 'All campaigns with their rounds, newest first' })
  @ApiOkResponse({ type: [CampaignDto] })
  list(): Promise<readonly CampaignDto[]> {
    return this.queries.execute(new ListCampaigns());
  }

  @Get(':campaignId')
  @Roles(...EVERY_ROLE)
  @ApiOperation({ summary: 'One campaign' })
  @ApiOkResponse({ type: CampaignDto })
  get(@Id('campaignId') campaignId: string): Promise<CampaignDto> {
    return this.queries.execute(new GetCampaign(campaignId));
  }

  @Post()
  @Roles('lead', 'admin', 'service')
  @ApiOperation({ summary: 'Create a campaign' })
  @ApiCreatedResponse({ type: CampaignMadeDto })
  create(@Body() body: CreateCampaignDto, @RequestCause() cause: Cause): Promise<Saved<CampaignMadeDto>> {
    return this.commands.execute(new CreateCampaign(body, cause));
  }

  @Put(':campaignId/settings')
  @Roles('lead', 'admin', 'service')
  @HttpCode(NO_CONTENT)
  @ApiOperation({ summary: 'Replace the settings; they hold for what is decided from now on' })
  @ApiNoContentResponse()
  changeSettings(
    @Id('campaignId') campaignId: string,
    @Body() settings: CampaignSettingsDto,
    @RequestCause() cause: Cause,
  ): Promise<Saved<undefined>> {
    return this.commands.execute(new ChangeSettings(campaignId, settings, cause));
  }

  @Post(':campaignId/rounds')
  @Roles('lead', 'admin', 'service')
  @ApiOperation({ summary: 'Open a round, optionally with the cards of an earlier one' })
  @ApiCreatedResponse({ type: RoundMadeDto })
  openRound(
    @Id('campaignId') campaignId: string,
    @Body() body: OpenRoundDto,
    @RequestCause() cause: Cause,
  ): Promise<Saved<RoundMadeDto>> {
    return this.commands.execute(new OpenRound(campaignId, body, cause));
  }

  @Post(':campaignId/rounds/:roundId/closing')
  @Roles('lead', 'admin', 'service')
  @HttpCode(NO_CONTENT)
  @ApiOperation({ summary: 'Close a round' })
  @ApiNoContentResponse()
  closeRound(
    @Id('campaignId') campaignId: string,
    @Id('roundId') roundId: string,
    @RequestCause() cause: Cause,
  ): Promise<Saved<undefined>> {
    return this.commands.execute(new CloseRound(campaignId, roundId, cause));
  }
}
