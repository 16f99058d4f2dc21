import type { Instant } from '#events/contracts/index';
import type { AnyOutcomeDto } from '../../outcomes/outcomes.dto.js';
import type { OutcomeReportDto } from '../../outcomes/outcome-report.dto.js';
import type { CardAnswer } from '../../cards/card-answer.js';
import type { Chance } from './chance.js';
import type { InventedCompany } from './invented-companies.js';

export interface Conversation {
  readonly card: CardAnswer;
  readonly company: InventedCompany;
  /** A moment at which calls are made, some working days later. */
  readonly nextTime: (workingDays: number) => Instant;
}

type Report = Pick<OutcomeReportDto, 'ending' | 'spokeWith' | 'talkSeconds'> & { readonly outcome: AnyOutcomeDto };
type Told = (conversation: Conversation) => Report;

const unheard =
  (ending: OutcomeReportDto['ending'], outcome: AnyOutcomeDto): Told =>
  () => ({ ending, spokeWith: 'nobody', outcome });
const reached =
  (talkSeconds: number, outcomeOf: (conversation: Conversation) => AnyOutcomeDto): Told =>
  (conversation) => ({
    ending: 'answered',
    spokeWith: 'decision-maker',
    talkSeconds,
    outcome: outcomeOf(conversation),
  });

const personOf = ({ company }: Conversation): string => `${company.contactFirstName} ${company.contactLastName}`;

const TOLD: readonly (readonly [weight: number, told: Told])[] = [
  [36, unheard('unanswered', { code: 'no-answer' })],
  [8, unheard('busy', { code: 'busy' })],
  [14, () => ({ ending: 'answered', spokeWith: 'gatekeeper', talkSeconds: 35, outcome: { code: 'callback' } })],
  [10, reached(140, (told) => ({ code: 'priority-callback', dueAt: told.nextTime(1), personName: personOf(told) }))],
  [16, reached(75, () => ({ code: 'declined', reason: 'said-no' }))],
  [4, reached(50, () => ({ code: 'deferred', reason: 'mail-sent', mailAddress: 'info@example.com' }))],
  [7, reached(320, ({ company }) => ({ code: 'order', form: orderOf(company) }))],
  [
    2,
    ({ card }) => ({
      ending: 'number-not-in-use',
      spokeWith: 'nobody',
      outcome: { code: 'dead-number', numberId: card.numbers[0]?.numberId ?? '' },
    }),
  ],
  [1, reached(20, () => ({ code: 'recently-called', irritated: false }))],
  [4, reached(25, () => ({ code: 'no-more-calls', irritated: true }))],
];

export const REFUSED_OTHERWISE: Report = {
  ending: 'answered',
  spokeWith: 'decision-maker',
  talkSeconds: 40,
  outcome: { code: 'declined', reason: 'said-no' },
};

/** Whoever promised to return reaches the person and comes to an end. */
const RETURNED: readonly (readonly [weight: number, told: Told])[] = [
  [3, reached(240, ({ company }) => ({ code: 'order', form: orderOf(company) }))],
  [4, reached(60, () => ({ code: 'declined', reason: 'said-no' }))],
  [3, unheard('voicemail', { code: 'no-answer' })],
];

export function whatCameOfIt(chance: Chance, conversation: Conversation): Report {
  const wasPromised = conversation.card.lastContacts.some(({ outcome }) => outcome === 'PriorityCallbackPromised');
  return chance.pick(wasPromised ? RETURNED : TOLD)?.(conversation) ?? REFUSED_OTHERWISE;
}

/** Recurring and single ones, of both packages: the reports, the mails and the next round's renewals have all of them. */
const OFFERS = [
  { product: 'Diplompaket', kind: 'recurring', listPriceOre: 120_000 },
  { product: 'Annons', kind: 'single', listPriceOre: 120_000 },
  { product: 'Helsidesannons', kind: 'single', listPriceOre: 240_000 },
] as const;

/** The same company is always sold the same. */
const offerFor = ({ companyNumber }: InventedCompany) =>
  OFFERS[Number(companyNumber.replace('-', '')) % OFFERS.length] ?? OFFERS[0];

const orderOf = (company: InventedCompany) => ({
  legalName: company.name,
  contactFirstName: company.contactFirstName,
  contactLastName: company.contactLastName,
  companyNumber: company.companyNumber,
  email: 'bestallning@example.com',
  invoice: { kind: 'e-mail', email: 'faktura@example.com' } as const,
  termsDays: 30,
  webAddress: 'https://example.com',
  rows: [offerFor(company)],
});
