import { Module } from '@nestjs/common';
import { DecisionRunner } from '#events/deciding/decision-runner';
import { BlockLift } from '#processes/blocks/block-lift';
import { Consequences } from '#processes/consequences';
import { BlockByHandHandler } from './block-by-hand.handler.js';
import { BlockController } from './block.controller.js';
import { CeaseCompanyHandler } from './cease-company.handler.js';
import { DecideForCompanyHandler } from './decide-for-company.handler.js';
import { KnownBlocks } from './known-blocks.js';
import { LiftBlockHandler } from './lift-block.handler.js';
import { WithdrawCeasingHandler } from './withdraw-ceasing.handler.js';

const PROCESSES = [BlockLift, Consequences].map((process) => ({
  provide: process,
  useFactory: (runner: DecisionRunner) => new process(runner),
  inject: [DecisionRunner],
}));

@Module({
  controllers: [BlockController],
  providers: [
    ...PROCESSES,
    KnownBlocks,
    BlockByHandHandler,
    LiftBlockHandler,
    DecideForCompanyHandler,
    CeaseCompanyHandler,
    WithdrawCeasingHandler,
  ],
})
export class BlockModule {}
