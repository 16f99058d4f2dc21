import type { ApiClient } from './api-client.js';

/** The engine's time, which stands still until the replay moves it. Needs CLOCK=controlled and a service account. */
export class OwnedClock {
  constructor(private readonly service: ApiClient) {}

  async moveTo(now: string): Promise<void> {
    await this.service.send({ method: 'PUT', path: '/clock', body: { now } });
  }
}
