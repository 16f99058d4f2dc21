import { Module } from '@nestjs/common';
import { CallModule } from '../calls/call.module.js';
import { CampaignController } from './campaign.controller.js';
import { ChangeSettingsHandler } from './change-settings.handler.js';
import { CloseRoundHandler } from './close-round.handler.js';
import { CreateCampaignHandler } from './create-campaign.handler.js';
import { GetCampaignHandler } from './get-campaign.query.js';
import { ListCampaignsHandler } from './list-campaigns.query.js';
import { ListRoundsHandler } from './list-rounds.query.js';
import { OpenRoundHandler } from './open-round.handler.js';
import { RoundController } from './round.controller.js';

@Module({
  imports: [CallModule],
  controllers: [CampaignController, RoundController],
  providers: [
    CreateCampaignHandler,
    ChangeSettingsHandler,
    OpenRoundHandler,
    CloseRoundHandler,
    GetCampaignHandler,
    ListCampaignsHandler,
    ListRoundsHandler,
  ],
})
export class CampaignModule {}
