import { DomainError } from '../shared/domain-error.js';

/** What the key stands for exists already, under this id. */
export class KeyAlreadyHeld extends DomainError {
  readonly code = 'key.already-held';
  constructor(readonly holderId: string) {
    super('the key is held already');
  }
}
