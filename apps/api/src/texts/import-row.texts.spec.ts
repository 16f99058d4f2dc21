import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { importRowTexts } from './import-row.texts.js';

const SOURCES = [
  'apps/api/src/imports/{reading,rows,run}/*.ts',
  'libs/domain/src/shared/{phone-number,company-number}*.ts',
];
/** What a row is refused for by the gate, whose codes stand far from here. */
const OF_THE_GATE = ['number.dead', 'company.ceased'];

const sources = globSync(SOURCES, { exclude: ['**/*.spec.ts'] }).map((file) => readFileSync(file, 'utf8'));
const CODE =
  /'((?:row|cell|name|text|phone|company-number|postcode|email|website|priority|no-call|external-id|card)\.[a-z-]+)'/g;
const codes = new Set(sources.flatMap((text) => [...text.matchAll(CODE)].map(([, code]) => code ?? '')));
codes.delete('card.barred'); // reported as no-call.blocked

describe('the texts of a report on an import', () => {
  test('are there in both languages for every code that a row may get', () => {
    expect(codes.size).toBeGreaterThan(20);
    const all = [...codes, ...OF_THE_GATE];
    expect(all.filter((code) => !importRowTexts[code]?.sv || !importRowTexts[code].en)).toEqual([]);
  });
});
