import { DomainError } from '#domain/shared/domain-error';

/** One refusal for all that can be wrong with it: whoever does not know the secret learns nothing. */
export class SignatureRefused extends DomainError {
  readonly code = 'bounce.signature-refused';
  constructor() {
    super('the signature is missing, wrong or too old');
  }
}

/** Without a secret nobody can be believed. */
export class BouncesSwitchedOff extends DomainError {
  readonly code = 'bounce.switched-off';
  constructor() {
    super('no secret is set for reports of bounces');
  }
}

export class ReportTooLarge extends DomainError {
  readonly code = 'bounce.too-large';
  constructor(readonly atMost: number) {
    super(`a report of a bounce is at most ${atMost} bytes`);
  }
}
