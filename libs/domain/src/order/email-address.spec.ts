import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { editDistance } from './edit-distance.js';
import { readEmail } from './email-address.js';

const codesOf = (email: string | undefined): string[] => {
  const { errors, warnings } = readEmail(email, 'email');
  return [...errors, ...warnings].map(({ code }) => code);
};

describe('an e-mail address', () => {
  test.each(['anna@skolan.se', 'a.b+c@mail.skolan.se', 'info@åkeri.se', "o'neil@gmail.com", ' anna@skolan.se '])(
    'R10: %j is accepted',
    (email) => {
      expect(codesOf(email)).toEqual([]);
      expect(readEmail(email, 'email')).toMatchObject({ value: email.trim() });
    },
  );

  test.each(['anna', 'anna@', '@skolan.se', 'anna@skolan', 'anna@skolan.', 'a b@skolan.se', 'a@b@c.se', 'a@b..se'])(
    'R10: %j is malformed',
    (email) => {
      expect(codesOf(email)).toEqual(['order.email-malformed']);
    },
  );

  test('R10: of more than 254 characters is malformed', () => {
    expect(codesOf(`${'a'.repeat(245)}@skolan.se`)).toEqual(['order.email-malformed']);
  });

  test('R10: is missed when blank', () => {
    expect(codesOf('  ')).toEqual(['order.email-missing']);
    expect(codesOf(undefined)).toEqual(['order.email-missing']);
  });

  test.each([
    'gmial.com',
    'gmail.con',
    'gmal.com',
    'hotmial.se',
    'hotmali.com',
    'outlok.com',
    'telia.con',
    'skolan.con',
  ])('R19: the domain %s is likely mistyped', (domain) => {
    expect(codesOf(`anna@${domain}`)).toEqual(['order.email-domain-likely-mistyped']);
    expect(readEmail(`anna@${domain}`, 'email')).toMatchObject({ ok: true, value: `anna@${domain}` });
  });

  test.each(['gmail.com', 'Gmail.com', 'mail.com', 'live.se', 'telia.com', 'skolan.se', 'edu.stockholm.se'])(
    'R19: the domain %s is not',
    (domain) => {
      expect(codesOf(`anna@${domain}`)).toEqual([]);
    },
  );
});

describe('the edit distance', () => {
  test.each([
    ['', '', 0],
    ['abc', 'abc', 0],
    ['abc', 'acb', 1],
    ['abc', 'abcd', 1],
    ['abc', 'ab', 1],
    ['abc', 'axc', 1],
    ['', 'abc', 3],
    ['kitten', 'sitting', 3],
  ])('from "%s" to "%s" is %i', (from, to, distance) => {
    expect(editDistance(from, to)).toBe(distance);
  });

  test('is the same in both directions, and nothing only between equals', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 8 }), fc.string({ maxLength: 8 }), (one, other) => {
        expect(editDistance(one, other)).toBe(editDistance(other, one));
        expect(editDistance(one, other) === 0).toBe(one === other);
      }),
    );
  });
});
