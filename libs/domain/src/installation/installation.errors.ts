import { DomainError } from '../shared/domain-error.js';

/** R6: under another pepper no number is found again, so every block would vanish. */
export class PepperDiffers extends DomainError {
  readonly code = 'installation.pepper-differs';
  constructor(
    readonly madeWith: string,
    readonly given: string,
  ) {
    super(`the store was made with the pepper of fingerprint ${madeWith}, not ${given}`);
  }
}
