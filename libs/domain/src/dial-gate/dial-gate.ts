import type { CampaignSettings, Instant } from '#events/contracts/index';
import type { Card } from '../card/card.js';
import { CallNeedsClaim, CallOutsideHours } from '../card/holding.errors.js';
import { refusalByClaim } from '../card/serving.js';
import { liveClaimOf, mayTake } from '../card/status.js';
import {
  refusalByCeasing,
  refusalByCompanyBlock,
  refusalByCompanyRest,
  refusalByProposal,
} from '../company/company-refusals.js';
import type { Company } from '../company/company.js';
import { refusalByBlock, refusalByDeath, refusalByPermit, refusalByRest } from '../number/number-refusals.js';
import { livePermit, type PhoneNumber } from '../number/number.js';
import type { DomainError } from '../shared/domain-error.js';
import { isCallingTime, nextCallingTime } from '../shared/swedish-calendar.js';

/** Where a card comes closer to a call. `opening`: found by search, or reopened, whatever its time and rest. */
export type GateMoment = 'import' | 'opening' | 'hand-out' | 'call-start';

export interface GateFacts {
  /** Before its import: the empty card. */
  readonly card: Card;
  readonly roundId: string;
  /** The one to be called; where none is chosen yet, all of the card. */
  readonly numbers: readonly PhoneNumber[];
  /** Absent where no company is known. */
  readonly company?: Company;
  readonly settings: Pick<CampaignSettings, 'smallCompanyWorkplaces' | 'callingHours'>;
  /** Who asks. */
  readonly callerId: string;
  readonly now: Instant;
}

type Check = (facts: GateFacts) => DomainError | undefined;

/** R3, R9, R24: a PriorityCallback that is due, by its owner or, once offered to the team, by anyone; it is made during a rest. */
export const keepsDuePromise = ({ card: { lock }, callerId, now }: Omit<GateFacts, 'numbers'>): boolean =>
  lock !== undefined && mayTake(lock, callerId) && lock.due <= now;

function firstOf<Item>(
  items: readonly Item[],
  refusalOf: (item: Item) => DomainError | undefined,
): DomainError | undefined {
  for (const item of items) {
    const refusal = refusalOf(item);
    if (refusal) return refusal;
  }
  return undefined;
}

const blockedNumber: Check = ({ numbers }) => firstOf(numbers, refusalByBlock);
const blockedCompany: Check = ({ company }) => company && refusalByCompanyBlock(company);
const undecidedCompany: Check = ({ company }) => company && refusalByProposal(company);
/** A card goes on while it has another number. */
const deadNumber: Check = ({ numbers }) =>
  numbers.every(({ dead }) => dead) ? firstOf(numbers, refusalByDeath) : undefined;
const ceasedCompany: Check = ({ company }) => company && refusalByCeasing(company);
const restingNumber: Check = (facts) =>
  keepsDuePromise(facts) ? undefined : firstOf(facts.numbers, (number) => refusalByRest(number, facts.now));
const restingCompany: Check = (facts) =>
  facts.company && !keepsDuePromise(facts) ? refusalByCompanyRest(facts.company, facts.settings, facts.now) : undefined;
const numberInACall: Check = ({ numbers, now }) =>
  firstOf(numbers, (number) => {
    const permit = livePermit(number, now);
    return permit && refusalByPermit(permit);
  });
/** R23 */
const forbiddenHour: Check = ({ settings: { callingHours }, now }) =>
  isCallingTime(now, callingHours) ? undefined : new CallOutsideHours(nextCallingTime(now, callingHours));
/** R2 */
const cardNotHeld: Check = ({ card, roundId, callerId, now }) => {
  const claim = liveClaimOf(card, now);
  if (claim?.roundId !== roundId) return new CallNeedsClaim();
  return refusalByClaim(claim, callerId);
};

/** In the order of the answers. A number in a call is no reason at the start of one: the permit decides that. */
const CHECKS: Readonly<Record<GateMoment, readonly Check[]>> = {
  import: [blockedNumber, blockedCompany, deadNumber, ceasedCompany],
  opening: [blockedNumber, blockedCompany, undecidedCompany, ceasedCompany],
  'hand-out': [
    blockedNumber,
    blockedCompany,
    undecidedCompany,
    deadNumber,
    ceasedCompany,
    restingNumber,
    restingCompany,
    numberInACall,
    forbiddenHour,
  ],
  'call-start': [
    blockedNumber,
    blockedCompany,
    undecidedCompany,
    deadNumber,
    ceasedCompany,
    restingNumber,
    restingCompany,
    forbiddenHour,
    cardNotHeld,
  ],
};

/**
 * What speaks against the moment, the gravest first: R6 beats everything.
 * At the start of a call the permit on the number's stream follows, which refuses a block that came in between.
 */
export const gateRefusal = (moment: GateMoment, facts: GateFacts): DomainError | undefined =>
  firstOf(CHECKS[moment], (check) => check(facts));
