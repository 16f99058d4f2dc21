import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';

/** Told when the process is asked to end: long answers (live updates) end themselves, short ones are still given. */
@Injectable()
export class Stopping implements BeforeApplicationShutdown {
  private readonly controller = new AbortController();

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  beforeApplicationShutdown(): void {
    this.controller.abort();
  }
}
