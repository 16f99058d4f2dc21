import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import * as definitions from './figure-definitions.js';

const SCRIPT: string = '../../../../scripts/figures-page.mjs';

test('docs/figures.md tells the definitions as they are (npm run figures-page)', async () => {
  // The cast: a script has no types.
  const { figuresPage } = (await import(SCRIPT)) as {
    figuresPage: (of: typeof definitions) => string;
  };
  expect(readFileSync('docs/figures.md', 'utf8')).toBe(figuresPage(definitions));
});
