import { describe, expect, test } from '@jest/globals';
import { DomainError } from './domain-error.js';

class DoorIsShut extends DomainError {
  readonly code = 'door.shut';
  constructor(
    readonly until: string,
    readonly holder?: string,
  ) {
    super(`the door is shut until ${until}`);
  }
}

describe('a refusal', () => {
  test('tells its facts and leaves out what is absent', () => {
    expect(new DoorIsShut('noon').facts).toEqual({ until: 'noon' });
    expect(new DoorIsShut('noon', 'c1').facts).toEqual({ until: 'noon', holder: 'c1' });
  });

  test('is named after its class', () => {
    expect(new DoorIsShut('noon').name).toBe('DoorIsShut');
  });
});
