import { describe, expect, test } from '@jest/globals';
import { ConfigInvalid } from './config.js';
import { reasonOf } from './refuse-to-start.js';

describe('a start that is refused', () => {
  test('says what a person can mend, without a stack', () => {
    expect(reasonOf(new ConfigInvalid(['PORT: must be a number']))).toBe(
      'wrong configuration:\n  PORT: must be a number',
    );
    expect(reasonOf(Object.assign(new Error('port in use'), { code: 'EADDRINUSE' }))).toBe('port in use');
  });

  test('shows the stack of a fault', () => {
    expect(reasonOf(new TypeError('x is undefined'))).toContain('refuse-to-start.spec');
    expect(reasonOf('x')).toBe('for an unknown reason');
  });
});
