import { Module, type DynamicModule } from '@nestjs/common';
import { Clock, ControlledClock } from '#runtime/clock';
import { ClockController } from './clock.controller.js';
import { OperationsController } from './operations.controller.js';

@Module({})
export class OperationsModule {
  /** The clock can be moved from outside only where it is a controlled one. */
  static with(clock: Clock): DynamicModule {
    return clock instanceof ControlledClock
      ? {
          module: OperationsModule,
          controllers: [OperationsController, ClockController],
          providers: [{ provide: ControlledClock, useValue: clock }],
        }
      : { module: OperationsModule, controllers: [OperationsController] };
  }
}
