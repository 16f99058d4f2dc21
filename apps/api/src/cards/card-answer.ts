import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { numbersOf } from '#domain/card/numbers-of';
import { statusOf } from '#domain/card/status';
import type { Card, RoundStatus } from '#domain/card/card';
import type { CardEvent, Instant, OutcomeEvent, Workplace } from '#events/contracts/index';

const LAST_CONTACTS = 3;

export class NumberAnswer {
  @ApiProperty({ description: 'Keyed hash of the number; names it in commands' })
  readonly numberId: string;
  @ApiProperty({ description: 'E.164', example: '+46812345678' })
  readonly e164: string;
  @ApiPropertyOptional()
  readonly label?: string;
  @ApiProperty({ description: 'Not in use, or a fax' })
  readonly dead: boolean;
}

export class ContactAnswer {
  @ApiProperty({ format: 'uuid' })
  readonly outcomeId: string;
  @ApiProperty({ description: 'The fact that was recorded', example: 'CallUnanswered' })
  readonly outcome: string;
  @ApiProperty({ format: 'date-time' })
  readonly at: Instant;
  @ApiProperty({ format: 'uuid' })
  readonly callerId: string;
  @ApiProperty({ enum: ['nobody', 'gatekeeper', 'decision-maker'] })
  readonly spokeWith: string;
}

export class RoundAnswer {
  @ApiProperty({ format: 'uuid' })
  readonly roundId: string;
  @ApiProperty({ format: 'uuid' })
  readonly campaignId: string;
  @ApiProperty({ description: 'The state of the card in the round, with its facts', example: { status: 'available' } })
  readonly state: RoundStatus;
  @ApiProperty({ description: 'Attempts counted so far (R5)' })
  readonly attempts: number;
  @ApiProperty({ description: 'How often it was skipped (R22)' })
  readonly skips: number;
}

export class ClaimAnswer {
  @ApiProperty({ format: 'uuid' })
  readonly claimId: string;
  @ApiProperty({ format: 'uuid' })
  readonly roundId: string;
  @ApiProperty({ format: 'uuid' })
  readonly callerId: string;
  @ApiProperty({ format: 'date-time' })
  readonly leaseUntil: Instant;
}

/** A card (kundkort) as its stream tells it, never stale. */
export class CardAnswer {
  @ApiProperty({ format: 'uuid' })
  readonly cardId: string;
  @ApiPropertyOptional({ description: 'Name, address, contact' })
  readonly workplace?: Workplace;
  @ApiPropertyOptional({ description: 'The id that the importer gave' })
  readonly externalId?: string;
  @ApiPropertyOptional()
  readonly existingCustomerNumber?: string;
  @ApiPropertyOptional({ format: 'uuid' })
  readonly companyId?: string;
  @ApiProperty({ type: [NumberAnswer] })
  readonly numbers: readonly NumberAnswer[];
  @ApiProperty({ type: [RoundAnswer] })
  readonly rounds: readonly RoundAnswer[];
  @ApiPropertyOptional({ type: ClaimAnswer, description: 'Who has the card on screen, if anybody' })
  readonly claim?: ClaimAnswer;
  @ApiProperty({ type: [ContactAnswer], description: 'The last three, newest first' })
  readonly lastContacts: readonly ContactAnswer[];
}

export function cardAnswer(cardId: string, card: Card, now: Instant): CardAnswer {
  const { workplace, existingCustomerNumber, companyId, claim } = card;
  const externalId = card.history.flatMap((event) =>
    event.type === 'CardImported' ? (event.data.externalId ?? []) : [],
  )[0];
  return {
    cardId,
    ...(workplace && { workplace }),
    ...(externalId !== undefined && { externalId }),
    ...(existingCustomerNumber !== undefined && { existingCustomerNumber }),
    ...(companyId !== undefined && { companyId }),
    numbers: numbersOf(card),
    rounds: card.rounds.map((entry) => ({
      roundId: entry.roundId,
      campaignId: entry.campaignId,
      state: statusOf(card, entry.roundId, now),
      attempts: entry.attempts,
      skips: entry.skips,
    })),
    ...(claim && now < claim.leaseUntil && { claim }),
    lastContacts: lastContactsOf(card),
  };
}

const isOutcome = (event: CardEvent): event is OutcomeEvent => 'outcomeId' in event.data;

const lastContactsOf = ({ history }: Card): ContactAnswer[] =>
  history
    .filter(isOutcome)
    .slice(-LAST_CONTACTS)
    .reverse()
    .map(({ type, data }) => ({
      outcomeId: data.outcomeId,
      outcome: type,
      at: data.endedAt,
      callerId: data.callerId,
      spokeWith: data.spokeWith,
    }));
