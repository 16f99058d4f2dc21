import type { OrderWarning } from './reading.js';

const ODD_SPACING = /^\s|\s$|\s{2}|\s[,.;]|[^\S ]/;

/** Stands in capitals also where the rest was typed in a hurry: "huddinge AB". */
const LEGAL_FORM = /(?<!\p{L})(?:AB|HB|KB|EF|BRF)(?!\p{L})/gu;

function isInLowerCase(typed: string): boolean {
  const name = typed.replaceAll(LEGAL_FORM, '');
  return /\p{L}/u.test(name) && name === name.toLocaleLowerCase('sv');
}

/** R19: the caller may confirm each of them, the typed value stays. */
export function spellingWarnings(name: string, field: string): readonly OrderWarning[] {
  const warnings: OrderWarning[] = [];
  if (isInLowerCase(name)) warnings.push({ code: 'order.name-in-lower-case', field });
  if (ODD_SPACING.test(name)) warnings.push({ code: 'order.odd-spacing', field });
  return warnings;
}
