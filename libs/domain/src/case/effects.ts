import type { CaseEffect, CaseRaised, CaseSubject } from '#events/contracts/index';

/** What each effect is done to. */
const NEEDS: Readonly<Record<CaseEffect, keyof CaseSubject | undefined>> = {
  'card-cured': 'cardId',
  'number-added': 'cardId',
  'company-ceased': 'companyId',
  'workplace-blocked': 'cardId',
  'company-blocked': 'blockId',
  'company-block-dismissed': 'blockId',
  'company-number-accepted': 'orderId',
  'mail-asked-again': 'orderId',
  other: undefined,
};

/** A case can be resolved by what can be done to its card, its company, its block or its order. */
export function mayResolve(
  effect: CaseEffect,
  { kind, subject }: Pick<CaseRaised['data'], 'kind' | 'subject'>,
): boolean {
  if (effect === 'company-number-accepted' && kind !== 'company-number') return false;
  if (effect === 'mail-asked-again' && kind !== 'mail-failed') return false;
  const needed = NEEDS[effect];
  return needed === undefined || subject[needed] !== undefined;
}
