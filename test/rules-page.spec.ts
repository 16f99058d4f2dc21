import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';

const ROOT = join(import.meta.dirname, '..');
const RULES = Array.from({ length: 24 }, (_, at) => `R${at + 1}`);
const CODE = ['apps', 'libs', 'test'];

interface Entry {
  readonly rule: string;
  readonly files: readonly string[];
  readonly isBuilt: boolean;
}

const page = readFileSync(join(ROOT, 'docs/rules.md'), 'utf8');

const entries: readonly Entry[] = page
  .split('\n')
  .filter((line) => /^\| R\d/.test(line))
  .map((line) => ({
    rule: /R\d+/.exec(line)?.[0] ?? '',
    files: [...line.matchAll(/\]\(\.\.\/([^)]+)\)/g)].flatMap(([, file]) => file ?? []),
    isBuilt: !line.includes('not built yet'),
  }));

/** The rules that the names of a file's tests begin with: `'R3, R21: a correction ...'`. */
const namedIn = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(/['"`]((?:R\d+(?:, )?)+):/g)].flatMap(([, rules = '']) => rules.split(', '));

const specs = CODE.flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:spec|contract)\.ts$/.test(file))
    .map((file) => join(ROOT, folder, file)),
);
const tested = new Set(specs.flatMap(namedIn));

describe('docs/rules.md', () => {
  test('has one row for each rule, in order', () => {
    expect(entries.map(({ rule }) => rule)).toEqual(RULES);
  });

  test.each(entries)('names only files that are there: $rule', ({ files }) => {
    expect(files.filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
  });

  test.each(entries.filter(({ isBuilt }) => isBuilt))(
    'names specs of $rule whose tests carry its number',
    ({ rule, files }) => {
      const named = files.filter((file) => file.endsWith('.spec.ts'));
      expect(named).not.toEqual([]);
      expect(named.filter((file) => !namedIn(join(ROOT, file)).includes(rule))).toEqual([]);
    },
  );

  test('says of no rule that it is not built once a test carries its number', () => {
    const unbuilt = entries.filter(({ isBuilt }) => !isBuilt).map(({ rule }) => rule);
    expect(unbuilt.filter((rule) => tested.has(rule))).toEqual([]);
    expect(RULES.filter((rule) => !tested.has(rule))).toEqual(unbuilt);
  });
});
