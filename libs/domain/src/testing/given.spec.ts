import { describe, expect, test } from '@jest/globals';
import type { DomainEvent } from '#events/contracts/index';
import type { Decider } from '../shared/decider.js';
import { DomainError } from '../shared/domain-error.js';
import { given } from './given.js';

type Lit = DomainEvent<'Lit', { readonly by: string; readonly watts: number }>;

class LampIsLit extends DomainError {
  readonly code = 'lamp.lit';
  constructor(readonly by: string) {
    super('the lamp is lit');
  }
}

const lamp: Decider<string | undefined, Lit['data'], Lit> = {
  initial: undefined,
  evolve: (_, { data }) => data.by,
  decide(command, litBy) {
    if (litBy === command.by) return [];
    if (litBy) throw new LampIsLit(litBy);
    return [{ type: 'Lit', data: command }];
  },
};
const lit: Lit = { type: 'Lit', data: { by: 'ann', watts: 40 } };

describe('given, when, then', () => {
  test('accepts what happened', () => {
    given(lamp).when(lit.data).thenEmits(lit);
    given(lamp)
      .when(lit.data)
      .thenEmitsLike({ type: 'Lit', data: { by: 'ann' } });
    given(lamp, lit).when(lit.data).thenNothing();
    given(lamp, lit).when({ by: 'bo', watts: 40 }).thenRejects(LampIsLit, { by: 'ann' });
  });

  test('fails on any other outcome', () => {
    const refused = given(lamp, lit).when({ by: 'bo', watts: 40 });
    expect(() => given(lamp).when(lit.data).thenNothing()).toThrow();
    expect(() =>
      given(lamp)
        .when(lit.data)
        .thenEmitsLike({ type: 'Lit', data: { by: 'bo' } }),
    ).toThrow();
    expect(() => given(lamp).when(lit.data).thenRejects(LampIsLit)).toThrow('was accepted');
    expect(() => refused.thenRejects(LampIsLit, { by: 'bo' })).toThrow();
    expect(() => refused.thenNothing()).toThrow(LampIsLit);
  });
});
