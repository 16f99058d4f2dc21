import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import * as cases from '../reports/case-definitions.js';
import * as conversion from '../reports/conversion-definitions.js';
import * as mail from '../reports/mail-definitions.js';
import * as sales from '../reports/sales-definitions.js';
import * as figures from './figure-definitions.js';

const SCRIPT: string = '../../../../scripts/figures-page.mjs';

test('docs/figures.md tells the definitions as they are (npm run figures-page)', async () => {
  // The cast: a script has no types.
  const { figuresPage } = (await import(SCRIPT)) as {
    figuresPage: (of: object) => string;
  };
  expect(readFileSync('docs/figures.md', 'utf8')).toBe(
    figuresPage({ ...figures, ...sales, ...mail, ...cases, ...conversion }),
  );
});
