import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { variableNames } from './config.js';

test('docs/configuration.md tells of every variable, and of no other', () => {
  const page = readFileSync('docs/configuration.md', 'utf8');
  const told = [...page.matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, name]) => name);
  expect(told.sort()).toEqual([...variableNames].sort());
});
