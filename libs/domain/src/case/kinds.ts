import type { CaseEffect, CaseKind, NoteKind } from '#events/contracts/index';

/** R16 */
export const NOTE_KINDS = [
  'diploma-address',
  'invoice-by-mail',
  'directed-purchase',
  'order-by-mail',
  'other',
] as const satisfies readonly NoteKind[];

export const CASE_KINDS = [
  'no-more-calls',
  'recently-called',
  'ceased',
  'unauthorised-contact',
  'mail-failed',
  'company-number',
  'e-invoice-address',
  ...NOTE_KINDS,
] as const satisfies readonly CaseKind[];

export const CASE_EFFECTS = [
  'card-cured',
  'number-added',
  'company-ceased',
  'workplace-blocked',
  'company-blocked',
  'company-block-dismissed',
  'company-number-accepted',
  'mail-asked-again',
  'other',
] as const satisfies readonly CaseEffect[];

/** What a case has ended with. `settled-elsewhere` is nobody's to choose. */
export const RESOLUTIONS = [...CASE_EFFECTS, 'settled-elsewhere'] as const;
