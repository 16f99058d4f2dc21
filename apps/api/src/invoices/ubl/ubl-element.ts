import type { Ore } from '#events/contracts/index';

/** As xmlbuilder2 takes it: `@` begins an attribute, `#` is the text. What is `undefined` is left out. */
export interface UblElement {
  readonly [name: string]: string | UblElement | readonly UblElement[] | undefined;
}

export const CURRENCY = 'SEK';

/** R12: whole öre as kronor with two decimals, without a number in between: `1200.00`. */
export function kronor(ore: Ore): string {
  const digits = String(ore).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

export const amount = (ore: Ore): UblElement => ({ '@currencyID': CURRENCY, '#': kronor(ore) });

/** A standard rate, the only category that we sell under. */
export const taxCategory = (percent: number): UblElement => ({
  'cbc:ID': 'S',
  'cbc:Percent': String(percent),
  'cac:TaxScheme': { 'cbc:ID': 'VAT' },
});
