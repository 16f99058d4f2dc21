import { amountsOf } from '#domain/invoicing/amounts';
import type { OrderForm, OrderRow } from '#events/contracts/index';
import { amount, taxCategory, type UblElement } from './ubl-element.js';

/** BG-22, BG-23: VAT by rate, and the sums that it is part of. */
export function totals(form: OrderForm): UblElement {
  const { netOre, vatOre, grossOre, shares } = amountsOf(form);
  return {
    'cac:TaxTotal': {
      'cbc:TaxAmount': amount(vatOre),
      'cac:TaxSubtotal': shares.map((share) => ({
        'cbc:TaxableAmount': amount(share.taxableOre),
        'cbc:TaxAmount': amount(share.vatOre),
        'cac:TaxCategory': taxCategory(share.percent),
      })),
    },
    'cac:LegalMonetaryTotal': {
      'cbc:LineExtensionAmount': amount(netOre),
      'cbc:TaxExclusiveAmount': amount(netOre),
      'cbc:TaxInclusiveAmount': amount(grossOre),
      'cbc:PayableAmount': amount(grossOre),
    },
  };
}

/** BG-25: one piece at its list price for each row of the order. */
export const lines = ({ rows }: OrderForm, quantity: 'cbc:InvoicedQuantity' | 'cbc:CreditedQuantity'): UblElement[] =>
  rows.map((row, index) => ({
    'cbc:ID': String(index + 1),
    [quantity]: { '@unitCode': 'C62', '#': '1' },
    'cbc:LineExtensionAmount': amount(row.listPriceOre),
    'cac:Item': item(row),
    'cac:Price': { 'cbc:PriceAmount': amount(row.listPriceOre) },
  }));

const item = ({ product, vatPercent }: OrderRow): UblElement => ({
  'cbc:Name': product,
  'cac:ClassifiedTaxCategory': taxCategory(vatPercent),
});
