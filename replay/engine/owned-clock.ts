import type { ApiClient } from './api-client.js';

/** The engine's time, which stands still until the replay moves it. Needs CLOCK=controlled and a service account. */
export class OwnedClock {
  private now: string | undefined;

  constructor(private readonly service: ApiClient) {}

  async moveTo(now: string): Promise<void> {
    this.now = now;
    await this.tellAgain();
  }

  /** To processes that have been started anew. */
  async tellAgain(): Promise<void> {
    if (this.now !== undefined) await this.service.tellAll({ method: 'PUT', path: '/clock', body: { now: this.now } });
  }
}
