import { Module } from '@nestjs/common';
import { DecisionRunner } from '#events/deciding/decision-runner';
import { Bounces } from '#processes/mail/bounces/bounces';
import { readBounceSecret } from '#runtime/bounce-secret';
import type { Config } from '#runtime/config';
import { CONFIG } from '../shared/tokens.js';
import { BounceController } from './bounce.controller.js';
import { BounceSecret } from './bounce-secret.js';
import { TakeBounceHandler } from './take-bounce.handler.js';

@Module({
  controllers: [BounceController],
  providers: [
    { provide: Bounces, useFactory: (runner: DecisionRunner) => new Bounces(runner), inject: [DecisionRunner] },
    {
      provide: BounceSecret,
      useFactory: async (config: Config) => new BounceSecret(await readBounceSecret(config)),
      inject: [CONFIG],
    },
    TakeBounceHandler,
  ],
})
export class BounceModule {}
