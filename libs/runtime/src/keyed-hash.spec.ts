import { describe, expect, test } from '@jest/globals';
import { KeyedHash } from './keyed-hash.js';

describe('a keyed hash', () => {
  const hash = new KeyedHash('p'.repeat(32));

  test('is the same for the same value and shows nothing of it', () => {
    expect(hash.of('number', '+46812345678')).toBe(hash.of('number', '+46812345678'));
    expect(hash.of('number', '+46812345678')).toMatch(/^[0-9a-f]{64}$/);
  });

  test('differs by kind, by value and by pepper', () => {
    const hashes = [
      hash.of('number', '5561234567'),
      hash.of('companynumber', '5561234567'),
      hash.of('number', '5561234568'),
      new KeyedHash('q'.repeat(32)).of('number', '5561234567'),
    ];
    expect(new Set(hashes).size).toBe(4);
  });

  test('has a fingerprint that tells peppers apart', () => {
    expect(new KeyedHash('p'.repeat(32)).fingerprint).toBe(hash.fingerprint);
    expect(new KeyedHash('q'.repeat(32)).fingerprint).not.toBe(hash.fingerprint);
  });
});
