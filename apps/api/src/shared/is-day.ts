import { applyDecorators } from '@nestjs/common';
import { isISO8601, Matches, ValidateBy } from 'class-validator';

const DAY = /^\d{4}-\d\d-\d\d$/;

export const isDay = (value: unknown): boolean =>
  typeof value === 'string' && DAY.test(value) && isISO8601(value, { strict: true });

/** A day of the calendar, as 2026-11-23; of two complaints the form's is told, which stands last here. */
export const IsDay = (): PropertyDecorator =>
  applyDecorators(ValidateBy({ name: 'isDay', validator: { validate: isDay } }), Matches(DAY));
