import { cardDecider } from '#domain/card/card.decider';
import type { Card } from '#domain/card/card';
import type { ReleaseLock, TransferLock } from '#domain/card/card.commands';
import { LockHasEnded } from '#domain/card/holding.errors';
import type { CampaignSettings, CardEvent } from '#events/contracts/index';
import { cardStream } from '#events/contracts/stream-names';
import { followingFrom, type Cause } from '#events/deciding/cause';
import type { Decision, DecisionRunner } from '#events/deciding/decision-runner';
import { LockSlots, type Slot } from '../lock-slots.js';

type Command = TransferLock | ReleaseLock;
type Decided = Decision<Card, CardEvent>;

interface OnCard {
  readonly cardId: string;
  /** Refused where the lock has another owner by now; whoever it is when absent. */
  readonly ownerId?: string;
}

export type Transfer = OnCard & Omit<TransferLock['data'], 'now'>;
export type Release = OnCard & Omit<ReleaseLock['data'], 'now'>;

/** R3, R24: moves or ends a priority lock together with its slot: the receiver's is taken first, the former owner's freed last. */
export class LockTransfer {
  private readonly slots: LockSlots;

  constructor(private readonly runner: DecisionRunner) {
    this.slots = new LockSlots(runner);
  }

  /** @throws TooManyPriorityLocks, LockHasEnded, CallIsRunning */
  async transfer(
    { cardId, ownerId, ...transfer }: Transfer,
    settings: Pick<CampaignSettings, 'maxPriorityLocks'>,
    cause: Cause,
  ): Promise<Decided> {
    const slot = { lockId: transfer.lockId, callerId: transfer.toCallerId };
    const command: TransferLock = { type: 'TransferLock', data: { ...transfer, now: cause.occurredAt } };
    const take = (): Promise<unknown> => this.slots.take(slot, cardId, settings, cause);
    try {
      return await this.decide({ cardId, ownerId }, command, cause, take);
    } catch (error) {
      await this.giveBack(slot, cardId, cause);
      throw error;
    }
  }

  /** @throws LockHasEnded, CallIsRunning */
  async release({ cardId, ownerId, ...release }: Release, cause: Cause): Promise<Decided> {
    return this.decide(
      { cardId, ownerId },
      { type: 'ReleaseLock', data: { ...release, now: cause.occurredAt } },
      cause,
    );
  }

  private async decide(
    { cardId, ownerId }: OnCard,
    command: Command,
    cause: Cause,
    prepare?: () => Promise<unknown>,
  ): Promise<Decided> {
    let before: Card | undefined;
    const ask = async (card: Card): Promise<Command> => {
      before = card;
      mustStand(card, command.data.lockId, ownerId);
      await prepare?.();
      return command;
    };
    const decision = await this.runner.run(cardDecider, cardStream(cardId), ask, cause);
    await this.slots.settle(before?.lock, decision.state.lock, cause);
    return decision;
  }

  /** What the receiver held already stays. */
  private async giveBack(slot: Slot, cardId: string, cause: Cause): Promise<void> {
    const { state } = await this.runner.load(cardDecider, cardStream(cardId));
    const isTheirs = state.lock?.lockId === slot.lockId && state.lock.ownerId === slot.callerId;
    if (!isTheirs) await this.slots.free(slot, followingFrom(cause, 'give-back'));
  }
}

function mustStand({ lock }: Card, lockId: string, ownerId: string | undefined): void {
  if (lock?.lockId !== lockId || (ownerId ?? lock.ownerId) !== lock.ownerId) throw new LockHasEnded(lockId);
}
