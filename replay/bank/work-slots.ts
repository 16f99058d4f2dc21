import type { NewestMoment } from '../engine/freshness.js';
import type { OwnedClock } from '../engine/owned-clock.js';
import type { AttemptsBeyondCap } from './attempts-beyond-cap.js';
import type { CampaignPlan } from './campaign-plan.js';
import type { SimulatedCaller } from './simulated-caller.js';

/** Ten weeks of slots without one card: something holds the cards back that the file knows nothing of. */
const MOST_IDLE_SLOTS = 100;

export class QueueStaysEmpty extends Error {
  override readonly name = 'QueueStaysEmpty';
  constructor(readonly attemptsLeft: number) {
    super(`the queue stays empty with ${attemptsLeft} attempts of the file left`);
  }
}

export interface Shift {
  readonly callers: readonly SimulatedCaller[];
  readonly plan: CampaignPlan;
  readonly beyondCap: AttemptsBeyondCap;
  readonly moment: NewestMoment;
  readonly clock: Pick<OwnedClock, 'moveTo'>;
}

/** Works the queue empty, slot by slot, until every attempt of the file was made. Answers the last slot. @throws QueueStaysEmpty */
export async function workSlots(shift: Shift, slots: Iterable<string>): Promise<string> {
  let idle = 0;
  let last = '';
  for (const slot of slots) {
    if (shift.plan.isDone) break;
    last = slot;
    const before = shift.plan.left;
    await shift.clock.moveTo(slot);
    await workQueue(shift);
    await shift.beyondCap.tryAll(shift.callers.map(({ desk }) => desk));
    idle = shift.plan.left < before ? 0 : idle + 1;
    if (idle === MOST_IDLE_SLOTS) throw new QueueStaysEmpty(shift.plan.left);
  }
  return last;
}

/** An empty answer counts once the read model has passed everything that was saved before it. */
async function workQueue({ callers, moment }: Shift): Promise<void> {
  const [first] = callers;
  do await Promise.all(callers.map((caller) => caller.work()));
  while (first && (await first.work(moment.token)) > 0);
}
