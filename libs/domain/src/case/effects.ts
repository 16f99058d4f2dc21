import type { CaseEffect, CaseKind, CaseRaised, CaseSubject } from '#events/contracts/index';

/** What each effect is done to: the subject must name all of it. */
const NEEDS: Readonly<Record<CaseEffect, readonly (keyof CaseSubject)[]>> = {
  'card-cured': ['cardId'],
  'number-added': ['cardId'],
  'company-ceased': ['companyId'],
  'workplace-blocked': ['cardId'],
  'company-blocked': ['blockId', 'companyId'],
  'company-block-dismissed': ['blockId', 'companyId'],
  'company-number-accepted': ['orderId'],
  'mail-asked-again': ['orderId'],
  other: [],
};

/** The kinds that an effect is for, where it is not for all: a card that is silenced or has no open question is not cured (R6). */
const ONLY_FOR: Readonly<Partial<Record<CaseEffect, readonly CaseKind[]>>> = {
  'card-cured': ['recently-called', 'unauthorised-contact', 'other'],
  'company-number-accepted': ['company-number'],
  'mail-asked-again': ['mail-failed'],
};

/** A case can be resolved by what can be done to its card, its company, its block or its order. */
export function mayResolve(
  effect: CaseEffect,
  { kind, subject }: Pick<CaseRaised['data'], 'kind' | 'subject'>,
): boolean {
  const isForKind = ONLY_FOR[effect]?.includes(kind) ?? true;
  return isForKind && NEEDS[effect].every((needed) => subject[needed] !== undefined);
}
