import { describe, expect, test } from '@jest/globals';
import { readOrderForm } from '#domain/order/order-form';
import { readCompanyNumber } from '#domain/shared/company-number';
import { readPhoneNumber } from '#domain/shared/phone-number';
import { chance } from './chance.js';
import { companyNumberOf } from './company-number.js';
import { orderFormOf } from './order-form.js';
import { phoneOf } from './phone.js';
import { workplaceOf } from './workplace.js';

const INDEXES = Array.from({ length: 45_211 }, (_, index) => index);

describe('made-up data', () => {
  test('every telephone number is one that the numbering plan takes, and none comes twice', () => {
    const phones = INDEXES.map(phoneOf);
    expect(phones.filter((phone) => !readPhoneNumber(phone).readable)).toEqual([]);
    expect(new Set(phones).size).toBe(phones.length);
  });

  test('telephone numbers stay apart up to a million cards', () => {
    const million = new Set(Array.from({ length: 1_000_000 }, (_, index) => phoneOf(index)));
    expect(million.size).toBe(1_000_000);
  });

  test('every company number is well-formed with a right check digit, and none comes twice', () => {
    const numbers = INDEXES.slice(0, 2_000).map((index) => companyNumberOf(index * 4_001));
    expect(numbers.map((number) => readCompanyNumber(number))).toEqual(
      numbers.map(() => expect.objectContaining({ warnings: [] })),
    );
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  test('the same index always makes the same workplace, two indexes make two', () => {
    expect(workplaceOf(7)).toEqual(workplaceOf(7));
    expect(workplaceOf(7).name).not.toBe(workplaceOf(8).name);
  });

  test('R10-R15, R19: every order form is complete and leaves nothing to be warned of', () => {
    const context = { now: '2026-08-03T06:05:00.000Z', previousOrderInRound: false, webAddressFromOre: 120_000 };
    const readings = INDEXES.slice(0, 200).map((index) => readOrderForm(orderFormOf(index), context));
    expect(readings.filter((reading) => !reading.ok || reading.warnings.length > 0)).toEqual([]);
  });

  test('chance is spread evenly', () => {
    const next = chance(1);
    const tenths = Array.from({ length: 10_000 }, () => Math.floor(next() * 10));
    const counts = tenths.reduce((seen, tenth) => seen.with(tenth, (seen[tenth] ?? 0) + 1), Array<number>(10).fill(0));
    for (const count of counts) expect(Math.abs(count - 1_000)).toBeLessThan(150);
  });
});
