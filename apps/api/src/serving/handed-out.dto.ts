import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { Instant, ServedBecause } from '#events/contracts/index';
import { CardAnswer } from '../cards/card-answer.js';

export class ServedClaimDto {
  @ApiProperty({ format: 'uuid' })
  readonly claimId: string;

  @ApiProperty({ format: 'date-time', description: 'Renew the claim before this while the card is open on screen' })
  readonly leaseUntil: Instant;

  @ApiProperty({ description: 'Why this card', example: 'never-called' })
  readonly because: ServedBecause;
}

export class EmptyQueueDto {
  @ApiProperty({
    description: 'How many cards of the round are not handed out now, by reason',
    example: { 'scheduled-later': 120, 'claimed-by-others': 3 },
    type: 'object',
    additionalProperties: { type: 'integer' },
  })
  readonly reasons: Readonly<Record<string, number>>;
}

/** A card with its claim, or why there is none; one of the three. */
export class HandedOutDto {
  @ApiPropertyOptional({ type: CardAnswer })
  readonly card?: CardAnswer;

  @ApiPropertyOptional({ type: ServedClaimDto })
  readonly claim?: ServedClaimDto;

  @ApiPropertyOptional({ type: EmptyQueueDto })
  readonly empty?: EmptyQueueDto;

  @ApiPropertyOptional({
    description: 'With save-and-next: the outcome is saved, but no card could be sought for this reason',
    example: 'round.closed',
  })
  readonly failed?: string;
}
