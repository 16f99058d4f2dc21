import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { CardAnswer } from '../cards/card-answer.js';
import { HandedOutDto } from '../serving/handed-out.dto.js';

export class TakenOrderDto {
  @ApiProperty({ format: 'uuid' })
  readonly orderId: string;

  @ApiProperty({ description: 'What is read aloud: stored with the order as the evidence of what was agreed' })
  readonly readBack: string;

  @ApiProperty({ type: 'integer', description: 'öre, ex VAT' })
  readonly totalOre: number;

  @ApiProperty({ type: 'integer', description: 'öre' })
  readonly totalVatOre: number;
}

export class RecordedOutcomeDto {
  @ApiProperty({ format: 'uuid', description: "The call's id, or an id of its own" })
  readonly outcomeId: string;

  @ApiPropertyOptional({ type: TakenOrderDto, description: 'Of an order' })
  readonly order?: TakenOrderDto;

  @ApiProperty({ type: CardAnswer, description: 'The card as it stands now' })
  readonly card: CardAnswer;

  @ApiPropertyOptional({ format: 'uuid', description: 'With "you just rang": the card that was probably called' })
  readonly likelyDoubleOf?: string;

  @ApiPropertyOptional({ description: 'R24: the caller holds 80 % of the locks that are allowed' })
  readonly isNearLockLimit?: true;
}

export class SavedAndNextDto {
  @ApiProperty({ type: RecordedOutcomeDto })
  readonly saved: RecordedOutcomeDto;

  @ApiProperty({ type: HandedOutDto })
  readonly next: HandedOutDto;
}
