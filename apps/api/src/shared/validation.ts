import { ValidationPipe, type ValidationError } from '@nestjs/common';
import { codeOfConstraint } from '../texts/field.texts.js';
import { BodyMalformed, type FieldProblem } from './request.errors.js';

/** Shape only; meaning is the domain's. Unknown fields are refused, for a misspelt one would be ignored in silence. */
export const createValidationPipe = (): ValidationPipe =>
  new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    transform: true,
    exceptionFactory: (errors) => new BodyMalformed(errors.flatMap((error) => problemsOf(error, ''))),
  });

function problemsOf(
  { property, value, constraints = {}, children = [] }: ValidationError,
  path: string,
): FieldProblem[] {
  const field = `${path}${property}`;
  // Decorators register from the bottom up: the last is the topmost, which says the type.
  const topmost = Object.keys(constraints).at(-1);
  return [
    ...(topmost === undefined ? [] : [{ field, code: codeOfConstraint(topmost, value) }]),
    ...children.flatMap((child) => problemsOf(child, `${field}.`)),
  ];
}
