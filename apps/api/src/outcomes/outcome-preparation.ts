import { Injectable } from '@nestjs/common';
import type { Card } from '#domain/card/card';
import type { OutcomeReport } from '#domain/card/outcome-input';
import { entryOf } from '#domain/card/status';
import type { CampaignSettings } from '#events/contracts/index';
import type { Cause } from '#events/deciding/cause';
import { LockSlots } from '#processes/lock-slots';
import { HeadOffices } from './head-offices.js';
import { LikelyDoubles } from './likely-doubles.js';
import { outcomeInput } from './outcome-input.js';
import type { OutcomeReportDto } from './outcome-report.dto.js';
import type { AnyOutcomeDto } from './outcomes.dto.js';

/** A request to mark a card, or to correct how it was marked. */
export interface Marking {
  readonly cardId: string;
  readonly roundId: string;
  readonly dto: OutcomeReportDto;
  readonly cause: Cause;
  /** R21: the order of the outcome that is corrected. */
  readonly replacedOrderId?: string;
}

/** The slot of the lock that the outcome takes. */
export interface TakenSlot {
  readonly lockId: string;
  /** R24: 80 % of the limit. */
  readonly isNearLimit: boolean;
}

/** What has to stand on other streams before the card is asked: a slot for its lock (R24), the head office's card. */
@Injectable()
export class OutcomePreparation {
  constructor(
    private readonly headOffices: HeadOffices,
    private readonly slots: LockSlots,
    private readonly doubles: LikelyDoubles,
  ) {}

  /** The request read against the card; changes nothing. */
  async read({ cardId, dto, ...marking }: Marking, card: Card, settings: CampaignSettings): Promise<OutcomeReport> {
    const { ending, spokeWith, talkSeconds } = dto;
    const asked = askedIn(dto);
    const headOfficeCardId = await this.headOffices.cardFor(asked, marking.cause);
    const likelyDoubleOf = asked.code === 'recently-called' ? await this.doubles.of(cardId, card) : undefined;
    const found = {
      ...(headOfficeCardId !== undefined && { headOfficeCardId }),
      ...(likelyDoubleOf !== undefined && { likelyDoubleOf }),
    };
    const outcome = outcomeInput(asked, { card, settings, ...marking, ...found });
    return { ending, spokeWith, ...(talkSeconds !== undefined && { talkSeconds }), outcome };
  }

  /** @throws TooManyPriorityLocks */
  async prepare(
    { cardId, roundId, dto, cause }: Marking,
    { outcome }: OutcomeReport,
    card: Card,
    settings: CampaignSettings,
  ): Promise<TakenSlot | undefined> {
    if (outcome.code === 'head-office-referral' && outcome.headOfficeCardId !== undefined)
      await this.headOffices.make(outcome.headOfficeCardId, askedIn(dto), entryOf(card, roundId), cause);
    if (outcome.code !== 'priority-callback' || card.lock?.ownerId === cause.actor) return undefined;
    const { lockId } = outcome;
    return { lockId, ...(await this.slots.take({ lockId, callerId: cause.actor }, cardId, settings, cause)) };
  }

  /** The card refused after all. */
  async undo({ lockId }: TakenSlot, cause: Cause): Promise<void> {
    await this.slots.free({ lockId, callerId: cause.actor }, cause);
  }

  /** The slot of a lock that the outcome ended. */
  async settle(before: Card, after: Card, cause: Cause): Promise<void> {
    await this.slots.settle(before.lock, after.lock, cause);
  }
}

export const needsPreparation = ({ outcome: { code } }: OutcomeReport): boolean =>
  code === 'priority-callback' || code === 'head-office-referral';

/** The cast: the DTO's discriminator has made it one of the known classes. */
const askedIn = ({ outcome }: OutcomeReportDto): AnyOutcomeDto => outcome as AnyOutcomeDto;
