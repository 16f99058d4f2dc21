import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { getMetadataStorage } from 'class-validator';
import { statusOf } from '../shared/status-of.js';
import { errorTexts, statusTexts } from './error-texts.js';
import { fieldTexts, knownConstraints } from './field.texts.js';

const SOURCES = ['apps/api/src/**/*.ts', 'libs/domain/src/**/*.ts'];

const sources = globSync(SOURCES, { exclude: ['**/*.spec.ts', '**/testing/**'] }).map((file) =>
  readFileSync(file, 'utf8'),
);

/** Every code that an error class of ours declares. */
const codes = sources.flatMap((text) => [...text.matchAll(/readonly code = '([^']+)'/g)].map(([, code]) => code ?? ''));

describe('the texts of errors', () => {
  test('are there in both languages for every code that a class declares', () => {
    expect(codes.length).toBeGreaterThan(50);
    expect(codes.filter((code) => !errorTexts[code]?.sv || !errorTexts[code].en)).toEqual([]);
  });

  test('are there for every status that a code leads to', () => {
    const statuses = new Set(Object.keys(errorTexts).map(statusOf));
    expect([...statuses].filter((status) => !statusTexts[status])).toEqual([]);
  });

  test('tell of no fact whose name a problem has for itself (RFC 9457)', () => {
    const classes = sources.flatMap((text) => text.match(/class \w+ extends DomainError \{[^]*?\n\}/g) ?? []);
    expect(classes.length).toBeGreaterThan(50);
    // What is wrong with the fields is a problem's `errors`, and meant to be.
    const taken = /readonly (?:status|type|title|detail|instance)\b/;
    expect(classes.filter((text) => taken.test(text))).toEqual([]);
  });

  test('name the same facts in both languages', () => {
    const facts = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();
    const differing = Object.entries(errorTexts).filter(([, { sv, en }]) => facts(sv).join() !== facts(en).join());
    expect(differing.map(([code]) => code)).toEqual([]);
  });

  test('are there for every constraint that a DTO declares', async () => {
    const dtos = globSync('apps/api/src/**/*.dto.ts');
    expect(dtos.length).toBeGreaterThan(0);
    await Promise.all(dtos.map((file) => import(`../../../../${file}`)));
    // The cast: a private field, and there is no other way to what was declared.
    const { validationMetadatas } = getMetadataStorage() as unknown as {
      readonly validationMetadatas: Map<unknown, readonly { readonly name?: string; readonly type: string }[]>;
    };
    const names = new Set([...validationMetadatas.values()].flat().map(({ name, type }) => name ?? type));
    names.delete('isOptional');
    expect(names.size).toBeGreaterThan(3);
    expect([...names].filter((name) => !knownConstraints.has(name))).toEqual([]);
    expect(Object.values(fieldTexts).filter(({ sv, en }) => !sv || !en)).toEqual([]);
  });
});
