import type { Language, OrderForm } from '#events/contracts/index';
import { readOrderForm } from './order-form.js';
import { OrderFormRefused, OrderNeedsConfirmation } from './order-form.errors.js';
import type { OrderContext, OrderFormInput } from './order-form-input.js';
import { readBackOf } from './read-back.js';

/** What the outcome `order` takes: a checked and priced form, what was confirmed and what was read aloud. */
export interface AgreedOrder {
  readonly order: OrderForm;
  readonly confirmedWarnings: readonly string[];
  readonly readBack: string;
  readonly language: Language;
}

/**
 * The form as the card takes it.
 * @throws OrderFormRefused on any error, OrderNeedsConfirmation on a warning that the caller has not confirmed
 */
export function acceptOrderForm(input: OrderFormInput, context: OrderContext, language: Language): AgreedOrder {
  const reading = readOrderForm(input, context);
  if (!reading.ok) throw new OrderFormRefused(reading.errors, reading.warnings);
  const confirmed = input.confirmedWarnings ?? [];
  const open = reading.warnings.filter(({ code }) => !confirmed.includes(code));
  if (open.length > 0) throw new OrderNeedsConfirmation(open);
  return {
    order: reading.value,
    confirmedWarnings: [...new Set(reading.warnings.map(({ code }) => code))],
    readBack: readBackOf(reading.value, language),
    language,
  };
}
