import { describe, expect, test } from '@jest/globals';
import { eventContracts } from '#events/contracts/index';
import { categoriesOf } from './categories.js';
import type { Reactor } from './reactor.js';

const on = (handled: Reactor['on']): Reactor => ({ name: 'test', on: handled });
const nothing = (): void => undefined;

describe('the categories that reactors subscribe to', () => {
  test('are those of the types that they handle, each once', () => {
    const reactors = [on({ CardBarred: nothing }), on({ NumberBlocked: nothing, CardUnbarred: nothing })];
    expect(categoriesOf(reactors)).toEqual(['card', 'number']);
  });

  test('cover every stream in which a type may stand', () => {
    expect(categoriesOf([on({ LockSlotTaken: nothing })])).toContain('caller');
    expect(categoriesOf([on({ SessionStarted: nothing })])).toContain('session');
    expect(categoriesOf([on({ RoundOpened: nothing })])).toEqual(['campaign']);
    expect(categoriesOf([on({ CompanyCeased: nothing })])).toEqual(['company']);
  });

  test.each(Object.keys(eventContracts))('are known for %s', (type) => {
    expect(categoriesOf([on({ [type]: nothing })])).not.toEqual([]);
  });
});
