import { DomainError } from './domain-error.js';

/** Whoever does this says why; blanks say nothing. */
export class ReasonMissing extends DomainError {
  readonly code = 'reason.missing';
  constructor() {
    super('a reason is needed');
  }
}

/** R6: a reference that others can look up, such as a letter or a call. */
export class EvidenceMissing extends DomainError {
  readonly code = 'evidence.missing';
  constructor() {
    super('evidence is needed');
  }
}

export function mustStateReason(reason: string): void {
  if (reason.trim() === '') throw new ReasonMissing();
}

export function mustShowEvidence(evidence: string): void {
  if (evidence.trim() === '') throw new EvidenceMissing();
}
