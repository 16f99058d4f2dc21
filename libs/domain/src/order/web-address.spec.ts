import { describe, expect, test } from '@jest/globals';
import { readWebAddress } from './web-address.js';

const outcomeOf = (raw: string | undefined, asked = true): string | undefined => {
  const reading = readWebAddress(raw, asked);
  return reading.ok ? reading.value : reading.errors[0]?.code;
};

describe('a web address', () => {
  test('R11: is missed from the threshold on only, and "none" is an answer', () => {
    expect(outcomeOf(undefined)).toBe('order.web-address-missing');
    expect(outcomeOf(' ')).toBe('order.web-address-missing');
    expect(outcomeOf('none')).toBe('none');
    expect(outcomeOf(undefined, false)).toBeUndefined();
  });

  test.each([
    'skolan.se',
    'www.skolan.se',
    'https://www.skolan.se/om-oss?x=1',
    'http://åkeri.se',
    'facebook.com/skolan',
    'https://www.facebook.com/profile.php?id=1000',
    'https://sv-se.facebook.com/pages/Skolan/123',
    'linkedin.com/company/skolan',
    'instagram.com/skolan/',
    'minfacebook.com',
  ])('R11: %s is accepted as typed', (raw) => {
    expect(outcomeOf(` ${raw} `)).toBe(raw);
  });

  test.each([
    'facebook.com',
    'https://www.facebook.com/',
    'm.facebook.com',
    'facebook.com/pages/',
    'https://www.facebook.com/profile.php',
    'linkedin.com/company',
    'Instagram.com',
    'https://www.facebook.com/?ref=logo',
    'threads.net',
  ])('R11: %s is a network without a page', (raw) => {
    expect(outcomeOf(raw)).toBe('order.web-address-page-missing');
  });

  test.each([
    'skolan',
    'anna@skolan.se',
    'skolan se',
    'ftp://skolan.se',
    'https://',
    'javascript://skolan.se',
    'har ingen',
    '1200',
    '12.34',
    'https://192.0.2.1',
  ])('R11: %s is none', (raw) => {
    expect(outcomeOf(raw)).toBe('order.web-address-malformed');
  });

  test('R11: one that is given without being asked for is checked all the same', () => {
    expect(outcomeOf('facebook.com', false)).toBe('order.web-address-page-missing');
  });
});
