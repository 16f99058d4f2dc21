import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { IMPORT_FIELDS } from '../apps/api/src/imports/mapping/import-field.js';
import { importRowTexts } from '../apps/api/src/texts/import-row.texts.js';

const page = readFileSync('docs/imports.md', 'utf8');
const named = new Set([...page.matchAll(/`([\w.-]+)`/g)].map(([, name]) => name));

describe('the page about imports', () => {
  test('names every code that the report of a row may hold', () => {
    expect(Object.keys(importRowTexts).filter((code) => !named.has(code))).toEqual([]);
  });

  test('names every field that a column may be', () => {
    const between = ['phone3'];
    expect(IMPORT_FIELDS.filter((field) => !named.has(field) && !between.includes(field))).toEqual([]);
  });
});
