import { Module } from '@nestjs/common';
import { DecisionRunner } from '#events/deciding/decision-runner';
import { LockTransfer } from '#processes/locks/lock-transfer';
import { CallModule } from '../calls/call.module.js';
import { LockController } from './lock.controller.js';
import { ReleaseLockHandler } from './release-lock.handler.js';
import { TransferLockHandler } from './transfer-lock.handler.js';

@Module({
  imports: [CallModule],
  controllers: [LockController],
  providers: [
    {
      provide: LockTransfer,
      useFactory: (runner: DecisionRunner) => new LockTransfer(runner),
      inject: [DecisionRunner],
    },
    ReleaseLockHandler,
    TransferLockHandler,
  ],
})
export class LockModule {}
