import { describe, expect, test } from '@jest/globals';
import { EvidenceMissing, mustShowEvidence, mustStateReason, ReasonMissing } from './stated.js';

describe('what must be stated', () => {
  test('is there when it says something', () => {
    expect(() => mustStateReason('asked by letter')).not.toThrow();
    expect(() => mustShowEvidence('letter 4711')).not.toThrow();
  });

  test.each(['', '  ', '\n'])('is missing when it is %j', (blank) => {
    expect(() => mustStateReason(blank)).toThrow(ReasonMissing);
    expect(() => mustShowEvidence(blank)).toThrow(EvidenceMissing);
  });
});
