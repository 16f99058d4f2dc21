import { defaultSettings } from '#domain/campaign/campaign-settings';
import type { CampaignEvent, CardEvent, CompanyEvent } from '#events/contracts/index';
import { campaignStream, cardStream, companyStream } from '#events/contracts/stream-names';
import { companyNumberOf } from '../../replay/generated/company-number.js';
import { phoneOf } from '../../replay/generated/phone.js';
import { workplaceOf } from '../../replay/generated/workplace.js';
import { CAMPAIGN_ID, cardIdOf, HASH, idOf, ROUND_ID, SEEDED_AT } from './names.js';
import type { SeedAppend } from './seed-append.js';

/** Of ten cards one is to be handed out before the others. */
export const isHighPriority = (index: number): boolean => index % 10 === 0;

export const numberIdOf = (index: number): string => HASH.of('number', phoneOf(index));

/** Open at all hours, so that a run is not bound to the wall clock. */
export function campaign(): SeedAppend {
  const callingHours = { weekdays: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '23:59', onHolidays: true };
  const events: readonly CampaignEvent[] = [
    {
      type: 'CampaignCreated',
      data: {
        name: 'Bench',
        settings: { ...defaultSettings, callingHours },
        createdBy: 'service:bench',
        createdAt: SEEDED_AT,
      },
    },
    { type: 'RoundOpened', data: { roundId: ROUND_ID, name: '1', openedBy: 'service:bench', openedAt: SEEDED_AT } },
  ];
  return { streamId: campaignStream(CAMPAIGN_ID), events };
}

/** A workplace with its company, as an import leaves them. */
export const card = (index: number): readonly SeedAppend[] => [
  { streamId: cardStream(cardIdOf(index)), events: cardEvents(index) },
  { streamId: companyStream(idOf('company', index)), events: companyEvents(index) },
];

function cardEvents(index: number): readonly CardEvent[] {
  const { name, street, postcode, city, firstName, lastName } = workplaceOf(index);
  return [
    {
      type: 'CardImported',
      data: {
        workplace: { name, street, postcode, city, contact: { firstName, lastName } },
        numbers: [{ numberId: numberIdOf(index), e164: phoneOf(index) }],
        companyId: idOf('company', index),
        externalId: String(index),
        source: { kind: 'import', importId: idOf('import'), row: index + 2 },
        importedAt: SEEDED_AT,
      },
    },
    {
      type: 'CardEnteredRound',
      data: {
        campaignId: CAMPAIGN_ID,
        roundId: ROUND_ID,
        priority: isHighPriority(index) ? 1 : 0,
        enteredAt: SEEDED_AT,
      },
    },
  ];
}

const companyEvents = (index: number): readonly CompanyEvent[] => [
  {
    type: 'CompanyRegistered',
    data: {
      companyNumber: companyNumberOf(index),
      legalName: workplaceOf(index).name,
      checkDigitFails: false,
      registeredAt: SEEDED_AT,
    },
  },
  {
    type: 'WorkplaceJoined',
    data: { cardId: cardIdOf(index), numberIds: [numberIdOf(index)], joinedAt: SEEDED_AT },
  },
];
