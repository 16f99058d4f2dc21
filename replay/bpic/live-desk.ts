import type { DeskCall } from './bpic-file.js';
import type { Moment } from './moments.js';
import type { OpenedDesk } from './open-desk.js';
import { OUTCOME_OF } from './outcomes.js';

/** Begins and ends calls at their times. A user may have several cases on screen at once, as in the file. */
export class LiveDesk {
  private readonly callIds = new Map<DeskCall, string>();

  constructor(private readonly desk: OpenedDesk) {}

  async play({ ms, ending, starting }: Moment): Promise<void> {
    await this.desk.clock.moveTo(new Date(ms).toISOString());
    await Promise.all(ending.map((call) => this.end(call)));
    await Promise.all(starting.map((call) => this.begin(call)));
  }

  private async begin(call: DeskCall): Promise<void> {
    const { screen, cardId } = this.desk.placeOf(call);
    await screen.open(cardId);
    this.callIds.set(call, await screen.startCall(cardId));
  }

  private async end(call: DeskCall): Promise<void> {
    const { screen, cardId } = this.desk.placeOf(call);
    await screen.save(cardId, this.callIds.get(call) ?? '', OUTCOME_OF[call.activity]);
    this.callIds.delete(call);
  }
}
