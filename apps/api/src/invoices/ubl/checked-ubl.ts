import { XmlError } from 'libxml2-wasm';
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
  const broken = brokenIn(document, xml);
  if (broken.length > 0) throw new InvoiceBreaksRules(document.number, broken);
  return xml;
}

function brokenIn({ order }: InvoiceDocument, xml: string): readonly string[] {
  try {
    return brokenRules(xml, order.invoice.kind === 'e-invoice');
  } catch (error) {
    // A receiver's library could not read it either: the admin is told of which document, not of a fault.
    if (error instanceof XmlError) return ['XML 1.0'];
    throw error;
  }
}
