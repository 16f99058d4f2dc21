import { Module } from '@nestjs/common';
import { CampaignLookup } from '../shared/campaign-lookup.js';
import { CallController } from './call.controller.js';
import { GateSurroundings } from './gate-surroundings.js';
import { StartCallHandler } from './start-call.handler.js';

/** The dial gate, and what every other place asks that a card passes on its way to a call. */
@Module({
  controllers: [CallController],
  providers: [CampaignLookup, GateSurroundings, StartCallHandler],
  exports: [CampaignLookup, GateSurroundings],
})
export class CallModule {}
