import type { OfferDeclined, OfferDeferred } from '#events/contracts/index';
import { addCalendarMonths, toPromisedTime } from '../../../shared/swedish-calendar.js';
import type { DeclinedInput, DeferredInput } from '../../outcome-input.js';
import { refuseExhaustedTooEarly } from './attempts.js';
import type { Reported } from './outcome-facts.js';

/** Nej */
export function declined({ reason }: DeclinedInput, { facts, entry, settings }: Reported): OfferDeclined {
  if (reason === 'exhausted') refuseExhaustedTooEarly(entry, facts.cause, settings);
  return { type: 'OfferDeclined', data: { ...facts, reason } };
}

/** Nej/Återkom 6 mån: calendar months, clamped at the month's end, moved to the next working day. */
export function deferred({ code: _, ...asked }: DeferredInput, { facts, settings }: Reported): OfferDeferred {
  const hidden = toPromisedTime(addCalendarMonths(facts.endedAt, settings.deferredMonths));
  return { type: 'OfferDeferred', data: { ...facts, ...asked, hidden } };
}
