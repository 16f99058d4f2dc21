import { DomainError } from '#domain/shared/domain-error';
import type { InvoiceDocument } from '../invoice-document.js';
import { ublOf } from './ubl-document.js';
import { brokenRules } from './ubl-rules.js';

/** A defect of ours or of the configuration: nothing is written that its receiver would send back. */
export class InvoiceBreaksRules extends DomainError {
  readonly code = 'invoice.breaks-rules';
  constructor(
    readonly number: number,
    readonly rules: readonly string[],
  ) {
    super(`document ${number} breaks ${rules.join(', ')}`);
  }
}

/** @throws InvoiceBreaksRules */
export function checkedUbl(document: InvoiceDocument): string {
  const xml = ublOf(document);
  const broken = brokenRules(xml, document.order.invoice.kind === 'e-invoice');
  if (broken.length > 0) throw new InvoiceBreaksRules(document.number, broken);
  return xml;
}
