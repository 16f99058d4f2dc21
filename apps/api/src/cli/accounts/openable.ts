import { plainToInstance } from 'class-transformer';
import { validate } from 'class-validator';
import { OpenAccountDto } from '../../accounts/account.dto.js';
import { CommandRefused, EXIT } from '../exit-codes.js';

/** The same shape as the API's. @throws CommandRefused naming the arguments that are wrong */
export async function mustBeOpenable(asked: OpenAccountDto): Promise<OpenAccountDto> {
  const errors = await validate(plainToInstance(OpenAccountDto, asked));
  if (errors.length === 0) return asked;
  const reasons = errors.flatMap(({ constraints = {} }) => Object.values(constraints));
  throw new CommandRefused(reasons.join('; '), EXIT.usage);
}
