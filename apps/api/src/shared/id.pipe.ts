import { Param, type PipeTransform } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import { validate } from 'uuid';
import { IdMalformed } from './request.errors.js';

/** Ids name streams: what is no UUID never gets that far. */
class IdPipe implements PipeTransform<string, string> {
  constructor(private readonly name: string) {}

  transform(value: string): string {
    if (!validate(value)) throw new IdMalformed(this.name);
    return value.toLowerCase();
  }
}

/** An id in the path: `@Id('campaignId') campaignId: string`. */
export const Id =
  (name: string): ParameterDecorator =>
  (target, key, index) => {
    Param(name, new IdPipe(name))(target, key, index);
    if (key === undefined) return;
    const descriptor = Object.getOwnPropertyDescriptor(target, key);
    if (descriptor) ApiParam({ name, format: 'uuid' })(target, key, descriptor);
  };
