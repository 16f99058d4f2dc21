import type { CaseEffect, CaseKind, Instant } from '#events/contracts/index';
import { DomainError } from '../shared/domain-error.js';

export class CaseUnknown extends DomainError {
  readonly code = 'case.unknown';
  constructor() {
    super('there is no such case');
  }
}

/** Two do not work on the same case. */
export class CaseTakenByAnother extends DomainError {
  readonly code = 'case.taken-by-another';
  constructor(
    readonly holder: string,
    readonly since: Instant,
  ) {
    super('another has taken the case');
  }
}

export class CaseIsDone extends DomainError {
  readonly code = 'case.done';
  constructor(readonly since: Instant) {
    super('the case has been resolved');
  }
}

/** What was done is told in words, too: an auditor reads it. */
export class CommentMissing extends DomainError {
  readonly code = 'case.comment-missing';
  readonly field = 'comment';
  constructor() {
    super('say what was done');
  }
}

/** A case about a card has no order to change, and so on. */
export class EffectDoesNotFit extends DomainError {
  readonly code = 'case.effect-does-not-fit';
  readonly field = 'effect';
  constructor(
    readonly effect: CaseEffect,
    readonly kind: CaseKind,
  ) {
    super(`${effect} is nothing that a case of kind ${kind} is resolved with`);
  }
}
