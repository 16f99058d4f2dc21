import { ApiProperty } from '@nestjs/swagger';
import { IsUUID } from 'class-validator';
import { ReasonDto } from '../cards/card-requests.dto.js';

export class ReleaseLockDto extends ReasonDto {}

export class TransferLockDto extends ReasonDto {
  @ApiProperty({ format: 'uuid', description: 'The active caller who keeps the promise from now on' })
  @IsUUID()
  readonly toCallerId: string;
}
