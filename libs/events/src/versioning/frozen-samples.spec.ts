import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import type { DomainEvent, EventContract } from '../contracts/domain-event.js';
import { eventContracts } from '../contracts/index.js';
import type { EventMetadata } from '../store/recorded-event.js';
import { aterkomCodec } from './aterkom-codec.js';

/**
 * One event as it was stored, named `<Type>@<version>[.<variant>].json`. `data` and `metadata` are never touched again.
 * A sample of an older version also holds `decoded`: the data that its upcast steps make of it today.
 */
interface Sample {
  readonly type: string;
  readonly data: object;
  readonly metadata: EventMetadata;
  readonly decoded?: object;
}

const FOLDER = new URL('../../../../test/fixtures/events/', import.meta.url);
const contracts = Object.entries<EventContract>(eventContracts);
const samples = readdirSync(FOLDER).map((file) => ({
  file,
  schema: file.split('.')[0] ?? '',
  ...(JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8')) as Sample),
}));

const PLACE = { id: 'e1', streamId: 'card-1', revision: 0, position: 1n, recordedAt: '2026-11-23T08:00:00.000Z' };

const decodedOf = ({ type, data, metadata }: Sample): DomainEvent =>
  aterkomCodec.decode({ ...PLACE, type, data: JSON.stringify(data), metadata: JSON.stringify(metadata) });

/** Every value with its path; the index of a list becomes `*`. A value under a path carries the paths above it too. */
function pathsIn(
  value: unknown,
  above: readonly string[] = [],
): { readonly paths: string[]; readonly leaf: unknown }[] {
  if (typeof value !== 'object' || value === null) return [{ paths: prefixesOf(above), leaf: value }];
  const step = (key: string) => (Array.isArray(value) ? '*' : key);
  return Object.entries(value).flatMap(([key, below]) => pathsIn(below, [...above, step(key)]));
}

const prefixesOf = (steps: readonly string[]): string[] => steps.map((_, end) => steps.slice(0, end + 1).join('.'));

const newestSamples = (type: string, { version }: EventContract) =>
  samples.filter(({ schema }) => schema === `${type}@${version}`);

const LOOKS_PERSONAL = [/@.*\.example/, /^\+?46\d{7,}/, /Åsa|Öberg|Kim/, /^\d{6}-?\d{4}$/];

describe('the frozen samples of stored events', () => {
  test.each(contracts)('hold every version of %s', (type, { version }) => {
    const versions = Array.from({ length: version }, (_, index) => `${type}@${index + 1}`);
    expect(samples.map(({ schema }) => schema)).toEqual(expect.arrayContaining(versions));
  });

  test.each(samples)('decode for ever: $file', (sample) => {
    expect(sample.metadata.schema).toBe(sample.schema);
    expect(decodedOf(sample)).toEqual({
      ...PLACE,
      type: sample.type,
      data: sample.decoded ?? sample.data,
      metadata: sample.metadata,
    });
  });

  test.each(contracts)('hold a value at every path that is marked personal in %s', (type, contract) => {
    const found = newestSamples(type, contract).flatMap(({ data }) => pathsIn(data).flatMap(({ paths }) => paths));
    expect(found).toEqual(expect.arrayContaining(Object.keys(contract.personal)));
  });

  test.each(contracts)('hold nothing that looks personal outside the personal paths of %s', (type, contract) => {
    const unmarked = newestSamples(type, contract)
      .flatMap(({ data }) => pathsIn(data))
      .filter(({ paths }) => !paths.some((path) => path in contract.personal));
    const suspects = unmarked.filter(({ leaf }) => LOOKS_PERSONAL.some((pattern) => pattern.test(String(leaf))));
    expect(suspects).toEqual([]);
  });
});
