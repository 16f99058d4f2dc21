import { ValidateBy } from 'class-validator';

/** A period ends on its first day or later; the form of both days is for decorators of their own. */
export const NotBefore = (first: string): PropertyDecorator =>
  ValidateBy({
    name: 'notBefore',
    validator: {
      validate(last: unknown, asked): boolean {
        const from: unknown = asked && Reflect.get(asked.object, first);
        return typeof from !== 'string' || typeof last !== 'string' || from <= last;
      },
    },
  });
