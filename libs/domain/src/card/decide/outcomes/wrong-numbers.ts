import type {
  ContactFoundUnauthorised,
  NumberFoundDead,
  PrivatePersonFound,
  ReferredToHeadOffice,
} from '#events/contracts/index';
import { nextCallingTime, toPromisedTime } from '../../../shared/swedish-calendar.js';
import { NumberNotOnCard } from '../../holding.errors.js';
import { OutcomeNeedsWebSearch } from '../../outcome.errors.js';
import type { DeadNumberInput, HeadOfficeReferralInput, UnauthorisedContactInput } from '../../outcome-input.js';
import type { Reported } from './outcome-facts.js';

/** Fel: Spärrton & Fax. With another number the card goes on at once. */
export function deadNumber({ numberId }: DeadNumberInput, { card, facts, settings }: Reported): NumberFoundDead {
  if (!card.numbers.some((known) => known.numberId === numberId)) throw new NumberNotOnCard(numberId);
  const hasAnotherNumber = card.numbers.some((known) => known.numberId !== numberId && !known.dead);
  const due = toPromisedTime(nextCallingTime(facts.endedAt, settings.callingHours));
  const data = { ...facts, deadNumberId: numberId, hasAnotherNumber, ...(hasAnotherNumber && { due }) };
  return { type: 'NumberFoundDead', data };
}

/** Fel: Privatperson */
export const privatePerson = ({ facts }: Reported): PrivatePersonFound => ({ type: 'PrivatePersonFound', data: facts });

/** Fel: Obehörig kontaktperson */
export function unauthorisedContact(
  { searchedTheWeb }: UnauthorisedContactInput,
  { facts }: Reported,
): ContactFoundUnauthorised {
  if (!searchedTheWeb) throw new OutcomeNeedsWebSearch();
  return { type: 'ContactFoundUnauthorised', data: { ...facts, searchedTheWeb } };
}

/** Fel: HK-hänvisning */
export const headOfficeReferral = (
  { code: _, ...referral }: HeadOfficeReferralInput,
  { facts }: Reported,
): ReferredToHeadOffice => ({ type: 'ReferredToHeadOffice', data: { ...facts, ...referral } });
