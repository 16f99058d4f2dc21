import type { OrderEvent, OrderForm } from '#events/contracts/index';
import { orderStream } from '#events/contracts/stream-names';
import { companyNumberOf } from '../../replay/generated/company-number.js';
import { workplaceOf } from '../../replay/generated/workplace.js';
import { card } from './cards.js';
import { callerIdOf, CAMPAIGN_ID, cardIdOf, idOf, ROUND_ID, SEEDED_AT } from './names.js';
import type { SeedAppend } from './seed-append.js';

const CALLERS = 200;
const orderIdOf = (index: number): string => idOf('order', index);
const addressOf = (index: number): string => `kund${index}@skolan.example`;

function formOf(index: number): OrderForm {
  const { name, firstName, lastName } = workplaceOf(index);
  return {
    legalName: name,
    contactFirstName: firstName,
    contactLastName: lastName,
    companyNumber: companyNumberOf(index),
    email: addressOf(index),
    invoice: { kind: 'e-mail', email: addressOf(index) },
    termsDays: 30,
    webAddress: 'skolan.example',
    rows: [
      {
        product: 'Diplompaket',
        productClass: 'advertising',
        kind: 'recurring',
        oncePerYear: false,
        listPriceOre: 120_000,
        packageOre: 120_000,
        vatPercent: 25,
        vatOre: 30_000,
      },
    ],
    totalOre: 120_000,
    totalVatOre: 30_000,
  };
}

/** A card, and an order whose regret window is over (R17): its mail is due. */
export const cardWithOrder = (index: number): readonly SeedAppend[] => [...card(index), dueOrder(index)];

const dueOrder = (index: number): SeedAppend => ({
  streamId: orderStream(orderIdOf(index)),
  events: [registered(index)],
});

export const registered = (index: number): OrderEvent => ({
  type: 'OrderRegistered',
  data: {
    cardId: cardIdOf(index),
    companyId: idOf('company', index),
    campaignId: CAMPAIGN_ID,
    roundId: ROUND_ID,
    callerId: callerIdOf(index % CALLERS),
    outcomeId: idOf('call', index),
    attempt: 1,
    channel: 'call',
    order: formOf(index),
    readBack: 'Diplompaket, 1 200 kr',
    language: 'sv',
    confirmedWarnings: [],
    takenAt: SEEDED_AT,
    regretUntil: SEEDED_AT,
  },
});
