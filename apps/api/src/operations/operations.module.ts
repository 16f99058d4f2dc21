import { Module, type DynamicModule } from '@nestjs/common';
import { Clock, ControlledClock } from '#runtime/clock';
import { ClockController } from './clock.controller.js';
import { OperationsController } from './operations.controller.js';
import { ReadModelLag } from './read-model-lag.js';
import { Readiness } from './readiness.js';

@Module({})
export class OperationsModule {
  /** The clock can be moved from outside only where it is a controlled one. */
  static with(clock: Clock): DynamicModule {
    const controlled = clock instanceof ControlledClock ? [{ provide: ControlledClock, useValue: clock }] : [];
    return {
      module: OperationsModule,
      controllers: [OperationsController, ...(controlled.length > 0 ? [ClockController] : [])],
      providers: [ReadModelLag, Readiness, ...controlled],
    };
  }
}
