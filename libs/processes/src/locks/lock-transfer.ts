import { cardDecider } from '#domain/card/card.decider';
import type { Card, PriorityLock } from '#domain/card/card';
import type { ReleaseLock, TransferLock } from '#domain/card/card.commands';
import { CardIsUnknown } from '#domain/card/card.errors';
import { CardIsNotLocked, LockHasEnded } from '#domain/card/holding.errors';
import type { CampaignSettings, CardEvent } from '#events/contracts/index';
import { cardStream } from '#events/contracts/stream-names';
import { followingFrom, type Cause } from '#events/deciding/cause';
import type { Decision, DecisionRunner } from '#events/deciding/decision-runner';
import { LockSlots, type Slot } from '../lock-slots.js';

type Command = TransferLock | ReleaseLock;
type Decided = Decision<Card, CardEvent>;

interface OnCard {
  readonly cardId: string;
  /** Refused where another lock stands by now; whichever it is when absent. */
  readonly lockId?: string;
  /** Refused where the lock has another owner by now; whoever it is when absent. */
  readonly ownerId?: string;
}

export type Transfer = OnCard & Omit<TransferLock['data'], 'now' | 'lockId'>;
export type Release = OnCard & Omit<ReleaseLock['data'], 'now' | 'lockId'>;

/** R3, R24: moves or ends a priority lock together with its slot: the receiver's is taken first, the former owner's freed last. */
export class LockTransfer {
  private readonly slots: LockSlots;

  constructor(private readonly runner: DecisionRunner) {
    this.slots = new LockSlots(runner);
  }

  /** @throws TooManyPriorityLocks, CardIsNotLocked, LockHasEnded, CallIsRunning */
  async transfer(
    { cardId, lockId: wanted, ownerId, toCallerId: callerId, ...transfer }: Transfer,
    settings: Pick<CampaignSettings, 'maxPriorityLocks'>,
    cause: Cause,
  ): Promise<Decided> {
    let taken: Slot | undefined;
    const command = async ({ lockId }: PriorityLock): Promise<TransferLock> => {
      taken = { lockId, callerId };
      await this.slots.take(taken, cardId, settings, cause);
      return { type: 'TransferLock', data: { ...transfer, lockId, toCallerId: callerId, now: cause.occurredAt } };
    };
    try {
      return await this.decide({ cardId, lockId: wanted, ownerId }, command, cause);
    } catch (error) {
      if (taken) await this.giveBack(taken, cardId, cause);
      throw error;
    }
  }

  /** @throws CardIsNotLocked, LockHasEnded, CallIsRunning */
  async release({ cardId, lockId: wanted, ownerId, ...release }: Release, cause: Cause): Promise<Decided> {
    const command = ({ lockId }: PriorityLock): ReleaseLock => {
      return { type: 'ReleaseLock', data: { ...release, lockId, now: cause.occurredAt } };
    };
    return this.decide({ cardId, lockId: wanted, ownerId }, command, cause);
  }

  private async decide(
    on: OnCard,
    command: (lock: PriorityLock) => Command | Promise<Command>,
    cause: Cause,
  ): Promise<Decided> {
    let before: PriorityLock | undefined;
    const ask = async (card: Card): Promise<Command> => {
      before = card.lock;
      return command(standing(card, on));
    };
    const decision = await this.runner.run(cardDecider, cardStream(on.cardId), ask, cause);
    await this.slots.settle(before, decision.state.lock, cause);
    return decision;
  }

  /** What the receiver held already stays. */
  private async giveBack(slot: Slot, cardId: string, cause: Cause): Promise<void> {
    const { state } = await this.runner.load(cardDecider, cardStream(cardId));
    const isTheirs = state.lock?.lockId === slot.lockId && state.lock.ownerId === slot.callerId;
    if (!isTheirs) await this.slots.free(slot, followingFrom(cause, 'give-back'));
  }
}

function standing({ imported, lock }: Card, { lockId, ownerId }: OnCard): PriorityLock {
  if (!imported) throw new CardIsUnknown();
  const isWanted = lock && (lockId ?? lock.lockId) === lock.lockId && (ownerId ?? lock.ownerId) === lock.ownerId;
  if (isWanted) return lock;
  throw lockId === undefined ? new CardIsNotLocked() : new LockHasEnded(lockId);
}
